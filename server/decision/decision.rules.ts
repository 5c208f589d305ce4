import type { RowRule } from "../platform/registry/rule";

/** From which day a Decision acts: its effective day, or its signing where it names none, marked as assumed. */
export function actsFrom(decision: Record<string, unknown>): { actsFrom: string | null; effectiveAssumed: boolean } {
  const issuedOn = (decision.issuedOn as string | null) ?? null;
  const effectiveOn = (decision.effectiveOn as string | null) ?? null;
  return { actsFrom: effectiveOn ?? issuedOn, effectiveAssumed: effectiveOn === null && issuedOn !== null };
}

/** A document takes effect on or after its signing. (Retroactive effect is rare and is recorded as the signing day.) */
export const decisionDateProblems: RowRule = (row) => {
  const { issuedOn, effectiveOn } = row as { issuedOn?: string | null; effectiveOn?: string | null };
  return issuedOn && effectiveOn && effectiveOn < issuedOn
    ? [{ code: "BAD_INPUT", field: "effectiveOn", reason: "effectiveBeforeIssue" }]
    : [];
};

/** What a Decision must fulfil, on the server and in the grid. */
export const decisionRules: readonly RowRule[] = [decisionDateProblems];
