import type { RowProblem, StagedRow } from "./staging";

/** What a staged row breaks by itself, known without the server. */
export interface CheckedRow {
  problems: readonly RowProblem[];
  /** Fields of a new row that still have to be filled in: named, not marked, since somebody is about to. */
  missing: readonly string[];
  /** What it breaks only as long as no reason is given. */
  needsNote: RowProblem | null;
}

/** Finds what is wrong with a staged row: pure, so that the answer can be kept with the row. */
export type RowCheck = (row: StagedRow) => CheckedRow;

export const NOTHING_WRONG: CheckedRow = { problems: [], missing: [], needsNote: null };

/** Asks a check once for each form of a row: a staged row is never changed, an edit makes another one. */
export class CheckedRows {
  private known = new WeakMap<StagedRow, CheckedRow>();
  private together = new WeakMap<StagedRow, readonly RowProblem[]>();

  constructor(readonly check: RowCheck) {}

  of(row: StagedRow): CheckedRow {
    let found = this.known.get(row);
    if (!found) this.known.set(row, (found = this.check(row)));
    return found;
  }

  /** Everything said against a row: by the server at the last save, and by its own rules now. */
  problems(row: StagedRow): readonly RowProblem[] {
    const { problems } = this.of(row);
    if (problems.length === 0) return row.problems;
    if (row.problems.length === 0) return problems;
    let all = this.together.get(row);
    if (!all) {
      const isNew = (one: RowProblem) =>
        !row.problems.some((p) => p.field === one.field && p.messageVi === one.messageVi);
      this.together.set(row, (all = [...row.problems, ...problems.filter(isNew)]));
    }
    return all;
  }
}
