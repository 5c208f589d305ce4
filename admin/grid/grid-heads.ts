import type { Box } from "./cell-drawing";

/** What the heads of a grid show and do, given by a screen whose rows the server sorts and filters. */
export interface GridHeads {
  /** The fields that the rows are ordered by, the first one first. */
  sorted: readonly { field: string; descending: boolean }[];
  /** The fields that rows are left out by. */
  filtered: ReadonlySet<string>;
  /** Opens what the screen offers at a head; `box` is where the head stands in the window, `giveBack` returns the focus. */
  onMenu(field: string, box: Box, giveBack: () => void): void;
  /** Moves a column to a position among those shown. */
  onMove(field: string, to: number): void;
}

/** The state of one head. */
export interface HeadMarks {
  isFiltered: boolean;
  /** Where it stands in the order, 1 for the first; `of` how many fields the order has. */
  sort: { descending: boolean; place: number; of: number } | null;
}

export function marksOf(heads: GridHeads | undefined, field: string): HeadMarks {
  const at = heads?.sorted.findIndex((part) => part.field === field) ?? -1;
  const sort = at < 0 ? null : { descending: heads!.sorted[at].descending, place: at + 1, of: heads!.sorted.length };
  return { isFiltered: heads?.filtered.has(field) ?? false, sort };
}
