import type { RowRule } from "../platform/registry/rule";

/** A procedure is settled by somebody: at least one tier. */
export const competenceProblems: RowRule = (row) => {
  const tiers = row.tiers as string[] | null;
  return tiers !== null && tiers !== undefined && tiers.length === 0
    ? [{ code: "REQUIRED", field: "tiers", reason: "required" }]
    : [];
};

/** What a procedure must fulfil, on the server and in the grid. */
export const procedureRules: readonly RowRule[] = [competenceProblems];
