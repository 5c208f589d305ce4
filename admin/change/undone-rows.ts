import type { ChangedRow, UndoneData } from "./change.graphql";

/** Names the row that a change wrote: an identity and its states count as one, since they are undone together. */
const rowKey = (row: { resource: string; rowId: string }): string => `${row.resource}/${row.rowId}`;

/** Rows of a set with those that are undone together with them: an identity's own row and its states. */
export function withSiblings(rows: readonly ChangedRow[], sequences: readonly number[]): number[] {
  const chosen = new Set(sequences);
  const keys = new Set(rows.filter((row) => chosen.has(row.sequence)).map(rowKey));
  return rows.filter((row) => keys.has(rowKey(row))).map((row) => row.sequence);
}

/** What later sets have taken back of a change set. */
export interface Undone {
  /** The set that took a row back, by the row's sequence in the set looked at. */
  bySequence: Map<number, string>;
  /** The sets that took something back and were not themselves taken back, the first first. */
  sets: string[];
  /** Nothing is left to undo. */
  whole: boolean;
}

const NOTHING: Undone = { bySequence: new Map(), sets: [], whole: false };

/** Works out which rows of a page stand undone; an undoing that was undone again does not count. */
export function undoneRows(rows: readonly ChangedRow[], total: number, data: UndoneData | undefined): Undone {
  if (!data) return NOTHING;
  const { undone, redone } = data;
  const by = new Map<string, string>();
  for (const set of undone.items) for (const row of set.rows.items) by.set(rowKey(row), set.id);
  for (const set of redone.items) {
    for (const row of set.rows.items) if (by.get(rowKey(row)) === set.undoes?.id) by.delete(rowKey(row));
  }
  const bySequence = new Map<number, string>();
  for (const row of rows) {
    const set = by.get(rowKey(row));
    if (set) bySequence.set(row.sequence, set);
  }
  const sets = undone.items.filter((set) => {
    const again = redone.items.filter((redo) => redo.undoes?.id === set.id);
    return again.reduce((sum, redo) => sum + redo.rowCount, 0) < set.rowCount;
  });
  const whole =
    rows.length === total
      ? total > 0 && bySequence.size === total
      : sets.reduce((sum, set) => sum + set.rowCount, 0) >= total;
  return { bySequence, sets: sets.map((set) => set.id), whole };
}
