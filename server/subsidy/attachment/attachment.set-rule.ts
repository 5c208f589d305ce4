import { inList, listParameter } from "../../platform/db/database";
import type { RuleWrite, SetProblem, SetRule } from "../../platform/registry/set-rule";
import { BINDING_STATES, OPEN_STATES } from "../claim.steps.rules";

const claimOf = ({ before, after }: RuleWrite): number => Number((after ?? before)!.claim);

/**
 * Papers are attached to a claim until it is paid, by whoever draws it up or looks at it, and taken away only while it is
 * with its claimant. The claim's row is held meanwhile, as every step of the claim holds it, so that no payment or
 * submission comes between.
 */
export const attachmentStands: SetRule = {
  guards: () => [],

  async problems(writes, tx) {
    const moved = writes.filter(({ before, after }) => before === null || after === null);
    if (moved.length === 0) return [];
    const lock = tx.engine === "mariadb" ? " FOR UPDATE" : "";
    const rows = await tx.all(
      `SELECT id, state FROM subsidy_claim WHERE ${inList(tx.engine, "id")} ORDER BY id${lock}`,
      [listParameter(tx.engine, [...new Set(moved.map(claimOf))])],
    );
    const states = new Map(rows.map(([id, state]) => [id as number, state as string]));
    return moved.flatMap((write): SetProblem[] => {
      const reason = refusalIn(states.get(claimOf(write)) ?? "", write.after !== null);
      return reason === null ? [] : [{ write, code: "CLOSED", field: "claim", reason }];
    });
  },
};

/** Why a paper is not attached to a claim in that state, or not taken away from it; null where it is. */
export function refusalIn(state: string, isAttached: boolean): string | null {
  if (isAttached) return state === "PAID" ? "attachmentPaid" : null;
  if (OPEN_STATES.includes(state)) return null;
  return BINDING_STATES.includes(state) ? "attachmentApproved" : "attachmentUnderWay";
}
