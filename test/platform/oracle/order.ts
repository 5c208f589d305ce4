import { BEGINNING, FOREVER, type Row } from "./tables";

export interface SortBy {
  field: string;
  descending: boolean;
}

/** What a row is put in order by; null comes first when ascending. */
export type Orderable = string | number | bigint | null;

/** The value of a field as rows are put in order by it. */
export function orderable(row: Row, field: string, isNumber: boolean, isAmount: boolean): Orderable {
  if (row.keys.has(field)) return row.keys.get(field)!;
  const value = row.values.get(field) ?? null;
  if (field === "validFrom") return (value as string | null) ?? BEGINNING;
  if (field === "validTo") return (value as string | null) ?? FOREVER;
  if (value === null) return null;
  if (isAmount) return BigInt(value as string);
  return isNumber || typeof value === "boolean" ? Number(value) : (value as string);
}

export function compare(a: Orderable, b: Orderable): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  if (typeof a === "string") return Buffer.compare(Buffer.from(a), Buffer.from(b as string));
  const [x, y] = [a, b as number | bigint];
  return x < y ? -1 : x > y ? 1 : 0;
}
