import { CLAIM_STEPS, OPEN_STATES } from "../../../server/subsidy/claim.steps.rules";
import type { Viewer } from "../../platform/viewer";

type Filter = Record<string, unknown>;

/** The payer's steps: whoever claims does not do them. */
const PAYING = new Set(["check", "approve", "pay"]);

const isAny = (fields: readonly string[], person: string): Filter[] =>
  fields.map((field) => ({ [field]: { eq: person } }));

/**
 * Which claims wait for somebody: steps that finance staff of the payer itself take and that four eyes leave to them, and
 * what they drew up themselves and have not sent. Null for those who do nothing with claims.
 */
export function waitingFor({ person, agency, roles }: Pick<Viewer, "person" | "agency" | "roles">): Filter | null {
  const isFinance = roles.includes("FINANCE");
  const isClaiming =
    isFinance || roles.some((role) => role === "AGENCY" || role === "POST" || role === "ADMINISTRATOR");
  if (!isClaiming) return null;
  const steps = CLAIM_STEPS.filter(({ verb }) => isFinance && agency && PAYING.has(verb)).map(({ from, notBy }) => ({
    payer: { eq: agency },
    state: { in: from },
    not: { or: isAny(notBy, person.id) },
  }));
  const own = { state: { in: OPEN_STATES }, draftedBy: { eq: person.id } };
  // What was returned to a unit is anybody's there to mend; the payer's staff see it too and have returned it.
  const returned = isFinance ? [] : [{ state: { eq: "RETURNED" } }];
  return { or: [...steps, own, ...returned] };
}

/** Claims that were returned and wait to be mended. */
export const RETURNED: Filter = { state: { eq: "RETURNED" } };
