import { inList, listParameter, type Transaction } from "../platform/db/database";
import type { RuleWrite, SetProblem, SetRule } from "../platform/registry/set-rule";
import { isBinding, programGuard, said } from "./budget.set-rule";
import { addMoney, moneySums } from "./budget.sql";
import { BINDING_STATES } from "./claim.steps.rules";
import { periodStart, type ClaimPeriod } from "./computation/claim-window.rules";
import { moneyText } from "./stored.sql";

/** A claim that this write approves. */
const isApproved = ({ before, after }: RuleWrite): boolean => isBinding(after) && !isBinding(before);

/** What approved claims took of a program's cap in a claim period, or in the year. */
interface Taken {
  capVnd: bigint;
  takenVnd: bigint;
  /** Of it, by each of the claims that are approved just now. */
  byClaim: Map<number, bigint>;
}

/**
 * The cap of a program is used up by approved claims in the order of their approval. A claim is cut when it is submitted,
 * against the cap that is free then; where others used it up meanwhile it is not approved but returned to be computed
 * again, so that nobody approves another amount than the one they see. What gives back is always approved.
 */
export const capHolds: SetRule = {
  guards: (write) => (isApproved(write) ? [programGuard(write.after!.program)] : []),

  async problems(writes, tx) {
    const approved = writes.filter(isApproved);
    if (approved.length === 0) return [];
    const taken = await takenOfCaps(tx, approved);
    return approved.flatMap((write): SetProblem[] => {
      const over = taken.find(
        ({ capVnd, takenVnd, byClaim }) => takenVnd > capVnd && (byClaim.get(write.id) ?? 0n) > 0n,
      );
      if (!over) return [];
      const values = { cap: said(over.capVnd), taken: said(over.takenVnd) };
      return [{ write, code: "OVER_CAP", field: "state", reason: "overCap", values }];
    });
  },
};

/** What is taken of the caps that claims approved just now have a part in. One statement. */
async function takenOfCaps(tx: Transaction, approved: readonly RuleWrite[]): Promise<Taken[]> {
  const { engine } = tx;
  const states = BINDING_STATES.map((state) => `'${state}'`).join(", ");
  const own = `CASE WHEN ${inList(engine, "c.id")} THEN c.id END`;
  const ids = approved.map(({ id }) => id);
  const programs = [...new Set(approved.map(({ after }) => Number(after!.program)))];
  const rows = await tx.all(
    `SELECT t.program, ${moneyText(engine, "t.cap_vnd")}, t.cap_per, t.claim_period, t.window_from, t.own, ${moneySums(engine, "t.amount_vnd")}
      FROM (SELECT p.id AS program, p.cap_vnd, p.cap_per, p.claim_period, l.window_from, l.amount_vnd, ${own} AS own
        FROM subsidy_claim_line l JOIN subsidy_claim c ON c.id = l.claim_id JOIN subsidy_program p ON p.id = c.program_id
        WHERE ${inList(engine, "p.id")} AND p.cap_vnd IS NOT NULL AND c.state IN (${states})) t
      GROUP BY t.program, t.cap_vnd, t.cap_per, t.claim_period, t.window_from, t.own`,
    [listParameter(engine, ids), listParameter(engine, programs)],
  );
  const taken = new Map<string, Taken>();
  for (const [program, cap, per, period, window, claim, millions, rest] of rows) {
    const within = per === "YEAR" ? "YEAR" : (period as ClaimPeriod);
    const key = `${String(program)} ${periodStart(String(window), within)}`;
    const sum = taken.get(key) ?? { capVnd: BigInt(String(cap)), takenVnd: 0n, byClaim: new Map<number, bigint>() };
    const amount = addMoney(millions, rest);
    sum.takenVnd += amount;
    if (claim !== null) sum.byClaim.set(Number(claim), (sum.byClaim.get(Number(claim)) ?? 0n) + amount);
    taken.set(key, sum);
  }
  return [...taken.values()];
}
