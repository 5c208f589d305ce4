import type { Database } from "../../platform/db/database";
import { Refusal } from "../../platform/errors/refusal";
import { BINDING_STATES } from "../claim.steps.rules";
import { computed, type Approved } from "../computation/gather.service";
import { dayWords } from "../computation/problem-refusal";
import { readPinnedChain, type ClaimRow } from "./claim.sql";

/** What an adjusting claim adjusts: an approved original claim of the same program and days. */
export function checkAdjusts(original: ClaimRow, of: { program: string; firstDay: string; lastDay: string }): void {
  const values = { claim: original.code };
  if (original.program !== of.program || original.firstDay !== of.firstDay || original.lastDay !== of.lastDay)
    throw new Refusal("BAD_INPUT", "adjusts", values, "adjustsOther");
  if (original.kind !== "ORIGINAL") throw new Refusal("BAD_INPUT", "adjusts", values, "adjustsAdjusting");
  if (!BINDING_STATES.includes(original.state)) throw new Refusal("BAD_INPUT", "adjusts", values, "adjustsNotApproved");
}

/** The lines that were approved of an original claim and in the adjusting claims after it, out of what they pinned. */
export async function approvedOf(database: Database, original: string): Promise<Approved> {
  const chain = await readPinnedChain(database, original);
  // Each was computed on the lines of those before it: the one that was computed on the most is the last.
  const [last] = [...chain].sort((a, b) => (b?.approved?.claims ?? 0) - (a?.approved?.claims ?? 0));
  if (!last || chain.includes(null)) throw new Refusal("BAD_INPUT", "adjusts", {}, "claimNotPinned");
  const { inputs, approved } = last;
  const byId = <T extends { id: string }>(all: readonly T[]): T[] => [
    ...new Map(all.map((one) => [one.id, one])).values(),
  ];
  return {
    claims: chain.length,
    lines: [...(approved?.lines ?? []), ...computed(last).lines],
    routes: byId([...(approved?.routes ?? []), ...inputs.routes]),
    rates: byId([...(approved?.rates ?? []), ...inputs.rates]),
  };
}

/** The span of a claim, for people. */
export const spanWords = ({ firstDay, lastDay }: Pick<ClaimRow, "firstDay" | "lastDay">) => ({
  from: dayWords(firstDay),
  to: dayWords(lastDay),
});
