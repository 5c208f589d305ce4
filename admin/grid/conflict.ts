import type { GridRow } from "./grid-column";
import type { ChangedBy } from "./others";
import {
  conflictFields,
  replaceRows,
  undecided,
  type RowProblem,
  type Staged,
  type StagedCell,
  type StagedRow,
} from "./staging";

/** A refusal as stale, with who was faster where that is known. */
export interface Stale extends RowProblem {
  by?: ChangedBy;
}

/**
 * Lays staged edits on a newer state of the row. Fields that only the other person changed merge by themselves;
 * where both changed one field, the row waits for a choice and nothing is preselected.
 */
export function meetNewer(row: StagedRow, theirs: GridRow | null, stale: Stale): StagedRow {
  const met: StagedRow = {
    ...row,
    problems: [],
    conflict: { theirs, messageVi: stale.messageVi, messageEn: stale.messageEn, by: stale.by, choices: {} },
  };
  // A deletion of what somebody has just changed is always for the person to confirm, and so is an edit of a lost row.
  if (theirs === null || row.deleted) return met;
  return conflictFields(met).length === 0 ? rebase(met) : met;
}

/** Chooses for one field, or for all that are open when `field` is null; the last choice settles the conflict. */
export function choose(staged: Staged, key: string, field: string | null, choice: "mine" | "theirs"): Staged {
  const row = staged.rows.get(key);
  if (!row?.conflict) return staged;
  if (row.conflict.theirs === null) {
    // The row is gone: its edits can be dropped, or kept as a new row.
    return choice === "theirs" ? replaceRows(staged, new Map([[key, null]])) : asNewRow(staged, row);
  }
  const fields = field === null ? undecided(row) : [field];
  const choices = { ...row.conflict.choices };
  for (const each of fields) choices[each] = choice;
  const decided: StagedRow = { ...row, conflict: { ...row.conflict, choices } };
  if (row.deleted) {
    const kept = choice === "mine" ? { ...rebase(decided), deleted: true } : { ...rebase(decided), deleted: false };
    return replaceRows(staged, new Map([[key, kept]]));
  }
  return replaceRows(staged, new Map([[key, undecided(decided).length === 0 ? rebase(decided) : decided]]));
}

/** Chooses for every row and field that is open. */
export function chooseAll(staged: Staged, choice: "mine" | "theirs"): Staged {
  const open = [...staged.rows.values()].filter((row) => row.conflict).map((row) => row.key);
  return open.reduce((now, key) => choose(now, key, null, choice), staged);
}

/** The newer state becomes the row's "before"; edits that say the same as it, or yielded to it, are gone. */
function rebase(row: StagedRow): StagedRow {
  const { theirs, choices } = row.conflict ?? {};
  if (!theirs) return row;
  const cells: Record<string, StagedCell> = {};
  for (const [field, cell] of Object.entries(row.cells)) if (choices?.[field] !== "theirs") cells[field] = cell;
  const { conflict: _settled, ...rest } = row;
  return { ...rest, version: theirs.version, before: theirs.values, cells, problems: [] };
}

function asNewRow(staged: Staged, row: StagedRow): Staged {
  if (row.deleted) return replaceRows(staged, new Map([[row.key, null]]));
  const key = `+${staged.next}`;
  const cells: Record<string, StagedCell> = {};
  for (const [field, value] of Object.entries(row.before)) cells[field] = { value };
  const fresh: StagedRow = {
    ...row,
    key,
    id: null,
    version: 0,
    before: {},
    cells: { ...cells, ...row.cells },
    problems: [],
  };
  delete fresh.conflict;
  const rows = new Map(staged.rows);
  rows.delete(row.key);
  rows.set(key, fresh);
  return { rows, next: staged.next + 1 };
}
