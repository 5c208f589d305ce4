import type { RowRule } from "../platform/registry/rule";

/** A procedure is settled by somebody: at least one tier, and an abolished one may name what replaces it, never itself. */
export const competenceProblems: RowRule = (row) => {
  const tiers = row.tiers as string[] | null;
  return tiers !== null && tiers !== undefined && tiers.length === 0
    ? [{ code: "REQUIRED", field: "tiers", reason: "required" }]
    : [];
};
