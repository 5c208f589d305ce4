import { RESOLVING, sameValue } from "./cell-text";
import type { CellProblem, GridColumnSpec, GridRow } from "./grid-column";
import type { ChangedBy } from "./others";
import type { CheckedRows } from "./row-check";

/** A cell that was edited and not saved yet. */
export interface StagedCell {
  value: unknown;
  /** What was typed, when it could not be read: kept as it is until it is corrected. */
  text?: string;
  problem?: CellProblem;
}

/** A refusal by the server, or by the row as a whole when `field` is null. */
export interface RowProblem {
  field: string | null;
  code: string;
  messageVi: string;
  messageEn: string;
  /** Which rule was broken, where the grid found it itself. */
  reason?: string;
}

/** Another person's newer state of a row that this person has edited too. */
export interface Conflict {
  theirs: GridRow | null;
  messageVi: string;
  messageEn: string;
  /** Who saved it and when, where that is known. */
  by?: ChangedBy;
  /** The person's choice per field; a field without one is undecided. */
  choices: Readonly<Record<string, "mine" | "theirs">>;
}

/** All that is staged for one row. */
export interface StagedRow {
  /** The row's id, or "+1", "+2"… for new rows. */
  key: string;
  id: string | null;
  version: number;
  /** The row's values when it was first touched: the "before" of every difference. */
  before: Readonly<Record<string, unknown>>;
  cells: Readonly<Record<string, StagedCell>>;
  deleted: boolean;
  problems: readonly RowProblem[];
  conflict?: Conflict;
}

/** Everything that is staged, in the order it was first touched. Immutable: each edit gives a new one. */
export interface Staged {
  rows: ReadonlyMap<string, StagedRow>;
  /** Number of the next new row. */
  next: number;
}

/** Which row an edit is for: a row of the source, or the key of a new row. */
export type RowTarget = GridRow | string;

export interface CellEdit {
  row: RowTarget;
  field: string;
  cell: StagedCell;
}

export const NOTHING_STAGED: Staged = { rows: new Map(), next: 1 };

export const isNewKey = (key: string) => key.startsWith("+");
export const keyOf = (target: RowTarget) => (typeof target === "string" ? target : target.id);

/** A row with nothing staged yet. */
export const untouchedRow = (target: RowTarget): StagedRow =>
  typeof target === "string"
    ? { key: target, id: null, version: 0, before: {}, cells: {}, deleted: false, problems: [] }
    : {
        key: target.id,
        id: target.id,
        version: target.version,
        before: target.values,
        cells: {},
        deleted: false,
        problems: [],
      };

/** Nothing is left to save for the row, so it is no longer pending. */
const isClean = (row: StagedRow) => row.id !== null && !row.deleted && Object.keys(row.cells).length === 0;

/** Stages edits of any number of cells as one step. An edit back to the value before is no longer an edit. */
export function stageCells(staged: Staged, edits: readonly CellEdit[]): Staged {
  if (edits.length === 0) return staged;
  const rows = new Map(staged.rows);
  const fresh = new Set<string>();
  for (const { row: target, field, cell } of edits) {
    const key = keyOf(target);
    let row = rows.get(key) ?? untouchedRow(target);
    if (!fresh.has(key)) {
      // A column may have been shown only after the row was first touched.
      const before = typeof target === "string" ? row.before : { ...target.values, ...row.before };
      row = { ...row, before, cells: { ...row.cells }, problems: [...row.problems] };
      fresh.add(key);
      rows.set(key, row);
    }
    const cells = row.cells as Record<string, StagedCell>;
    if (cell.problem === undefined && sameValue(cell.value, row.before[field] ?? null)) delete cells[field];
    else cells[field] = cell;
    // What the server said about the old value does not hold for the new one.
    row.problems = row.problems.filter((problem) => problem.field !== null && problem.field !== field);
  }
  for (const key of fresh) if (isClean(rows.get(key) as StagedRow)) rows.delete(key);
  return { ...staged, rows };
}

/** Adds empty new rows; answers their keys. */
export function addRows(staged: Staged, count: number): { staged: Staged; keys: string[] } {
  const rows = new Map(staged.rows);
  const keys = Array.from({ length: count }, (_, index) => `+${staged.next + index}`);
  for (const key of keys) rows.set(key, untouchedRow(key));
  return { staged: { rows, next: staged.next + count }, keys };
}

/** Marks rows for deletion, or takes the mark away. A new row that is deleted was never there. */
export function markDeleted(staged: Staged, targets: readonly RowTarget[], deleted: boolean): Staged {
  const rows = new Map(staged.rows);
  for (const target of targets) {
    const key = keyOf(target);
    if (isNewKey(key)) {
      if (deleted) rows.delete(key);
      continue;
    }
    const row = { ...(rows.get(key) ?? untouchedRow(target)), deleted, problems: [] };
    if (isClean(row)) rows.delete(key);
    else rows.set(key, row);
  }
  return { ...staged, rows };
}

/** Forgets all that is staged for the rows. */
export function revertRows(staged: Staged, keys: readonly string[]): Staged {
  const rows = new Map(staged.rows);
  for (const key of keys) rows.delete(key);
  return { ...staged, rows };
}

/** Replaces staged rows by newer forms of them; null removes one. */
export function replaceRows(staged: Staged, changed: ReadonlyMap<string, StagedRow | null>): Staged {
  const rows = new Map(staged.rows);
  for (const [key, row] of changed) {
    if (row === null || isClean(row)) rows.delete(key);
    else rows.set(key, row);
  }
  return { ...staged, rows };
}

/** Required fields of a new row that have no value yet. */
export function missingFields(row: StagedRow, columns: readonly GridColumnSpec[]): GridColumnSpec[] {
  if (row.id !== null) return [];
  return columns.filter(
    (column) =>
      column.required && column.editable !== "never" && sameValue(row.cells[column.field]?.value ?? null, null),
  );
}

export const undecided = (row: StagedRow) =>
  row.conflict ? conflictFields(row).filter((field) => row.conflict?.choices[field] === undefined) : [];

/** The fields on which both persons differ: edited here, saved otherwise by the other meanwhile. */
export function conflictFields(row: StagedRow): string[] {
  const theirs = row.conflict?.theirs;
  if (!theirs) return [];
  return Object.keys(row.cells).filter((field) => {
    const saved = theirs.values[field] ?? null;
    return !sameValue(saved, row.before[field] ?? null) && !sameValue(saved, row.cells[field].value);
  });
}

/**
 * Whether the row may be sent to the server: every cell readable, nothing required missing, no open conflict, and none
 * of its own rules broken.
 */
export function isReady(row: StagedRow, columns: readonly GridColumnSpec[], checks?: CheckedRows): boolean {
  if (row.conflict) return false;
  const checked = checks?.of(row);
  if (checked && (checked.problems.length > 0 || checked.missing.length > 0)) return false;
  if (row.deleted) return true;
  return Object.values(row.cells).every((cell) => !cell.problem) && missingFields(row, columns).length === 0;
}

/** The references that still wait for their look-up. */
export function unresolved(staged: Staged): { row: StagedRow; field: string; text: string }[] {
  const waiting: { row: StagedRow; field: string; text: string }[] = [];
  for (const row of staged.rows.values()) {
    for (const [field, cell] of Object.entries(row.cells)) {
      if (cell.problem?.reason === RESOLVING && cell.text !== undefined) waiting.push({ row, field, text: cell.text });
    }
  }
  return waiting;
}
