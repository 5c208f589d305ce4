import type { SheetColumn } from "../../platform/sheet/sheet";

/** Columns of a sheet with their words. */
export const columnsOf = <Key extends string>(
  columns: readonly (readonly [key: Key, kind: SheetColumn["kind"], width: number])[],
  words: Record<Key, string>,
): SheetColumn[] => columns.map(([key, kind, width]) => ({ header: words[key], kind, width }));

/** The least amount that has more digits than spreadsheets keep. */
const LONG = 10n ** 15n;

export const hasLongNumber = (amounts: readonly bigint[]): boolean =>
  amounts.some((vnd) => vnd >= LONG || vnd <= -LONG);
