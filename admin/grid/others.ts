import { sentences } from "../../server/platform/errors/sentence";
import { formatMoment } from "../platform/format";
import { sameValue } from "./cell-text";
import { meetNewer, type Stale } from "./conflict";
import type { GridRow } from "./grid-column";
import { replaceRows, type Staged, type StagedRow } from "./staging";

/** Who wrote a row last, when, and by which change set. */
export interface ChangedBy {
  /** Null where the system did. */
  who: string | null;
  at: string;
  changeSet: string;
}

/** A row that somebody wrote while this grid was open. */
export interface RowChange {
  id: string;
  action: "CREATE" | "UPDATE" | "DELETE";
  by: ChangedBy;
}

/** Tells what was written to the grid's rows since it was last asked. */
export interface GridFeed {
  /** Changes since the last question, in the order they became known; the first answers what is new since it was made. */
  next(signal: AbortSignal): Promise<readonly RowChange[]>;
  /** A change set of this grid's own, of which nothing need be told. */
  own(changeSet: string): void;
}

/** What somebody else made of a row that this grid holds. */
export interface OthersRow {
  /** The row as it is now; null where it is gone. */
  row: GridRow | null;
  by: ChangedBy;
  /** What the cells that differ now were shown as before, by field. */
  earlier: ReadonlyMap<string, unknown>;
}

/** The names of the values in which two forms of a row differ. */
export const differing = (before: GridRow, after: GridRow): string[] =>
  Object.keys(before.values).filter(
    (name) => name in after.values && !sameValue(before.values[name], after.values[name]),
  );

/** Says of a row that it was written meanwhile, in the words of the server's own refusal. */
export function staleBy({ who, at, changeSet }: ChangedBy, version: number, current: number | null): Stale {
  const day = formatMoment(at);
  const values = {
    who: who === null ? { vi: "Hệ thống", en: "The system" } : { vi: who, en: who },
    at: { vi: day, en: day },
    version,
    current: current ?? "–",
  };
  return { field: null, code: "STALE", ...sentences("STALE", "STALE", values, null), by: { who, at, changeSet } };
}

/**
 * Lays staged edits on what others have made of their rows: other cells merge, the same cell becomes a conflict at
 * once, not only when somebody saves. Answers the very same state where there is nothing to lay.
 */
export function meetOthers(staged: Staged, others: ReadonlyMap<string, OthersRow>): { staged: Staged; merged: number } {
  const met = new Map<string, StagedRow>();
  let merged = 0;
  for (const [key, row] of staged.rows) {
    const theirs = row.id === null ? undefined : others.get(row.id);
    if (!theirs || isMet(row, theirs.row)) continue;
    const { conflict: _former, ...free } = row;
    const next = meetNewer(free, theirs.row, staleBy(theirs.by, row.version, theirs.row?.version ?? null));
    if (!next.conflict) merged += 1;
    met.set(key, next);
  }
  return met.size === 0 ? { staged, merged } : { staged: replaceRows(staged, met), merged };
}

function isMet({ version, conflict }: StagedRow, theirs: GridRow | null): boolean {
  if (conflict) return theirs === null ? conflict.theirs === null : (conflict.theirs?.version ?? 0) >= theirs.version;
  return theirs !== null && version >= theirs.version;
}
