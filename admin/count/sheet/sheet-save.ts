import type { OnSave } from "../../grid/save-flow";
import type { GridChange, SaveAnswer } from "../../grid/save-plan";

/** What every new count of a sheet is of. */
export interface SheetOf {
  period: string;
  receptionUnit: string;
}

/** Somebody has counted this line meanwhile: the same as a line that was read too long ago. */
const TAKEN = new Set(["NOT_UNIQUE", "OVERLAP"]);

/** A change of a line as a change of counts: its first figures make a count, later ones change it. */
export function countChange(change: GridChange, of: SheetOf, countOf: (key: string) => string | undefined): GridChange {
  if (!("update" in change)) return change;
  const { id: key, version, set } = change.update;
  const [procedure, agency, place, receiver] = key.split(".");
  const count = countOf(key);
  if (version > 0 && count) return { update: { id: count, version, set } };
  const figures = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== null));
  return {
    create: {
      ...of,
      procedure,
      agency,
      ...(place ? { place } : {}),
      ...(receiver ? { receiver } : {}),
      ...figures,
    },
  };
}

/** Saves the lines of a sheet through the change of counts, and answers in lines again. */
export function sheetSave(
  save: OnSave,
  of: SheetOf,
  source: { countOf(key: string): string | undefined; forget(): void },
): OnSave {
  return async (request) => {
    const keys = request.changes.map((change) => ("update" in change ? change.update.id : null));
    const changes = request.changes.map((change) => countChange(change, of, (key) => source.countOf(key)));
    const isNew = (index: number | null): boolean => index !== null && "create" in (changes[index] ?? {});
    const answer = await save({ ...request, changes });
    if (!request.dryRun || request.asks) source.forget();
    return {
      ...answer,
      rows: answer.rows.map((row) => ({ ...row, id: keys[row.index] ?? row.id })),
      problems: answer.problems.map((problem) =>
        isNew(problem.index) && TAKEN.has(problem.code) ? { ...problem, code: "STALE" } : problem,
      ),
    } satisfies SaveAnswer;
  };
}
