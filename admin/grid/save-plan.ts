import { plainValue, sameValue, wireValue } from "./cell-text";
import type { GridColumnSpec } from "./grid-column";
import type { CheckedRows } from "./row-check";
import { isReady, replaceRows, type RowProblem, type Staged, type StagedRow } from "./staging";

export type SaveMode = "ALL_OR_NONE" | "GOOD_ROWS";

/** One change as the API's change inputs have it; references are ids. */
export type GridChange =
  | { create: Record<string, unknown> }
  | { update: { id: string; version: number; from?: string; asOf?: string; set: Record<string, unknown> } }
  | { delete: { id: string; version: number } };

export interface SaveRequest {
  changes: readonly GridChange[];
  note: string;
  mode: SaveMode;
  dryRun: boolean;
  /** The same for every attempt at one save, so that a repeated request cannot be applied twice. */
  key: string;
  /** Asks only whether this save was made: a dry run under its key, which answers what was answered then. */
  asks?: boolean;
}

/** The API's answer to a change, as it comes. */
export interface SaveAnswer {
  changeSet: { id: string } | null;
  rows: readonly {
    index: number;
    id: string | null;
    version: number | null;
    action: string;
    cells: readonly { field: string; before: unknown; after: unknown }[];
  }[];
  problems: readonly {
    /** Position in `changes`; null where the whole batch is refused. */
    index: number | null;
    id?: string | null;
    field?: string | null;
    code: string;
    messageVi: string;
    messageEn: string;
  }[];
}

/** What is sent and what stays, with the row key of each change. */
export interface SavePlan {
  changes: GridChange[];
  keys: string[];
  /** Rows that are not ready: unread cells, missing fields, open conflicts. */
  left: string[];
  /** Why this save needs a reason, where the rows of it are right only with one. */
  needsNote: RowProblem | null;
}

export function planSave(staged: Staged, columns: readonly GridColumnSpec[], checks?: CheckedRows): SavePlan {
  const plan: SavePlan = { changes: [], keys: [], left: [], needsNote: null };
  for (const row of staged.rows.values()) {
    if (!isReady(row, columns, checks)) {
      plan.left.push(row.key);
      continue;
    }
    plan.changes.push(changeOf(row, columns));
    plan.keys.push(row.key);
    plan.needsNote ??= checks?.of(row).needsNote ?? null;
  }
  return plan;
}

function changeOf(row: StagedRow, columns: readonly GridColumnSpec[]): GridChange {
  if (row.id !== null && row.deleted) return { delete: { id: row.id, version: row.version } };
  const set: Record<string, unknown> = {};
  for (const [field, { value }] of Object.entries(row.cells)) {
    if (row.id === null && sameValue(value, null)) continue;
    // A draft may hold a field whose column is not shown at the moment: it is saved all the same.
    const column = columns.find((each) => each.field === field);
    set[field] = column ? wireValue(column, value) : plainValue(value);
  }
  return row.id === null ? { create: set } : { update: { id: row.id, version: row.version, set } };
}

/** The problems of an answer by row key; under null those that concern no single row. */
export function problemsByRow(keys: readonly string[], answer: SaveAnswer): Map<string | null, RowProblem[]> {
  const byRow = new Map<string | null, RowProblem[]>();
  for (const { index, field, code, messageVi, messageEn } of answer.problems) {
    const key = (index !== null && index >= 0 ? keys[index] : undefined) ?? null;
    byRow.set(key, [...(byRow.get(key) ?? []), { field: field ?? null, code, messageVi, messageEn }]);
  }
  return byRow;
}

/** The rows of an answer that were (or, on a dry run, would be) saved. */
export function savedKeys(keys: readonly string[], answer: SaveAnswer): string[] {
  const refused = problemsByRow(keys, answer);
  return answer.rows.map((row) => keys[row.index]).filter((key) => key !== undefined && !refused.has(key));
}

/**
 * The rows that a save leaves behind, in the order they were staged: not ready to be sent, refused by the server, or
 * held up by those when all or none are wanted. Together with `savedKeys` they are all that is staged.
 */
export function stayingRows(staged: Staged, keys: readonly string[], answer: SaveAnswer): StagedRow[] {
  const saved = new Set(savedKeys(keys, answer));
  return [...staged.rows.values()].filter((row) => !saved.has(row.key));
}

/** Attaches refusals to their rows, so that they stay pending with their reasons. */
export function attachProblems(staged: Staged, keys: readonly string[], answer: SaveAnswer): Staged {
  const changed = new Map<string, StagedRow>();
  for (const [key, problems] of problemsByRow(keys, answer)) {
    const row = key === null ? undefined : staged.rows.get(key);
    if (row) changed.set(row.key, { ...row, problems });
  }
  return changed.size === 0 ? staged : replaceRows(staged, changed);
}

/** What is staged after a save: saved rows are done, refused rows stay. */
export function afterSave(staged: Staged, keys: readonly string[], answer: SaveAnswer): Staged {
  const saved = new Map<string, null>(savedKeys(keys, answer).map((key) => [key, null]));
  return attachProblems(replaceRows(staged, saved), keys, answer);
}

/**
 * What is staged after a save of changes that were sent earlier: rows may have been edited since. What was sent is now
 * what the row was before, a new row is an existing one, and only what differs from it is left.
 */
export function afterSent(
  staged: Staged,
  changes: readonly GridChange[],
  keys: readonly string[],
  answer: SaveAnswer,
): Staged {
  const saved = new Set(savedKeys(keys, answer));
  const rows = new Map(staged.rows);
  for (const { index, id, version } of answer.rows) {
    const key = keys[index];
    const row = rows.get(key);
    if (!row || !saved.has(key)) continue;
    rows.delete(key);
    const change = changes[index];
    if ("delete" in change || id === null) continue;
    const before = { ...row.before, ...("create" in change ? change.create : change.update.set) };
    const cells = Object.fromEntries(
      Object.entries(row.cells).filter(
        ([field, cell]) => cell.problem || !sameValue(cell.value, before[field] ?? null),
      ),
    );
    if (Object.keys(cells).length > 0 || row.deleted)
      rows.set(id, { ...row, key: id, id, version: version ?? row.version, before, cells, problems: [] });
  }
  return attachProblems({ ...staged, rows }, keys, answer);
}
