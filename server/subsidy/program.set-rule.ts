import { inList, listParameter } from "../platform/db/database";
import type { RuleWrite, SetProblem, SetRule } from "../platform/registry/set-rule";
import { programGuard } from "./budget.set-rule";
import { OPEN_STATES } from "./claim.steps.rules";

/** What the claims of a program rest on: who pays them, out of which year, and which windows their lines lie in. */
const HELD = ["payer", "fiscalYear", "claimPeriod"] as const;

const changed = ({ before, after }: RuleWrite): string | undefined =>
  before && after ? HELD.find((name) => before[name] !== after[name]) : undefined;

/** Once a claim was submitted against a program, its payer, its year and its claim period stay as they are. */
export const termsStay: SetRule = {
  guards: (write) => (changed(write) ? [programGuard(write.id)] : []),

  async problems(writes, tx) {
    const moved = writes.filter((write) => changed(write));
    if (moved.length === 0) return [];
    const open = OPEN_STATES.map((state) => `'${state}'`).join(", ");
    const found = await tx.all(
      `SELECT program_id, MIN(code) FROM subsidy_claim
        WHERE ${inList(tx.engine, "program_id")} AND state NOT IN (${open}) GROUP BY program_id`,
      [
        listParameter(
          tx.engine,
          moved.map(({ id }) => id),
        ),
      ],
    );
    const claims = new Map(found.map(([program, code]) => [program as number, String(code)]));
    return moved
      .filter(({ id }) => claims.has(id))
      .map((write): SetProblem => ({
        write,
        code: "CLOSED",
        field: changed(write)!,
        reason: "programClaimed",
        values: { claim: claims.get(write.id)! },
      }));
  },
};
