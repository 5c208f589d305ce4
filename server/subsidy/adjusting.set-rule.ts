import { inList, listParameter } from "../platform/db/database";
import type { RuleWrite, SetProblem, SetRule } from "../platform/registry/set-rule";
import { programGuard } from "./budget.set-rule";
import { BINDING_STATES } from "./claim.steps.rules";

/** Where an adjusting claim was computed and waits for its approval. */
const UNDER_WAY = ["SUBMITTED", "CHECKED"];

const isHandedIn = ({ before, after }: RuleWrite): boolean =>
  after?.adjusts != null && UNDER_WAY.includes(after.state as string) && before?.state !== after.state;

/**
 * Of a claim one adjusting claim is under way at a time: each takes back what stands, and two that were computed on the
 * same lines would take it back twice.
 */
export const oneAdjustingAtATime: SetRule = {
  guards: (write) => (isHandedIn(write) ? [programGuard(write.after!.program)] : []),

  async problems(writes, tx) {
    const handedIn = writes.filter(isHandedIn);
    if (handedIn.length === 0) return [];
    const originals = [...new Set(handedIn.map(({ after }) => Number(after!.adjusts)))];
    const rows = await tx.all(
      `SELECT id, adjusts_id, code, state FROM subsidy_claim WHERE ${inList(tx.engine, "adjusts_id")} ORDER BY id`,
      [listParameter(tx.engine, originals)],
    );
    return handedIn.flatMap((write): SetProblem[] => {
      const others = rows.filter(([id, adjusts]) => adjusts === Number(write.after!.adjusts) && id !== write.id);
      const other = others.find(([, , , state]) => UNDER_WAY.includes(state as string));
      if (other) {
        const values = { claim: String(other[2]) };
        return [{ write, code: "OVERLAP", field: "adjusts", reason: "adjustingUnderWay", values }];
      }
      // Approved after the lines were read that this one was computed on.
      const approved = 1 + others.filter(([, , , state]) => BINDING_STATES.includes(state as string)).length;
      return write.after!.state === "SUBMITTED" && approved !== computedOn(write)
        ? [{ write, code: "BUSY", field: "adjusts" }]
        : [];
    });
  },
};

/** On how many approved claims an adjusting one was computed. */
const computedOn = ({ after }: RuleWrite): number | undefined =>
  (after!.pinned as { approved?: { claims?: number } | null } | null)?.approved?.claims;
