import { inList, listParameter, type Transaction } from "../platform/db/database";
import type { RuleWrite, SetProblem, SetRule } from "../platform/registry/set-rule";
import { isBinding, programGuard, said } from "./budget.set-rule";
import { addMoney, moneySums } from "./budget.sql";
import { BINDING_STATES } from "./claim.steps.rules";

/** A claim that this write approves. */
const isApproved = ({ before, after }: RuleWrite): boolean => isBinding(after) && !isBinding(before);

/** A program's cap that approved claims exceed. */
interface Exceeded {
  capVnd: bigint;
  takenVnd: bigint;
}

/**
 * The cap of a program is used up by approved claims in the order of their approval. A claim is cut when it is submitted,
 * against the cap that is free then; where others used it up meanwhile it is not approved but returned to be computed
 * again, so that nobody approves another amount than the one they see.
 */
export const capHolds: SetRule = {
  guards: (write) => (isApproved(write) ? [programGuard(write.after!.program)] : []),

  async problems(writes, tx) {
    const approved = writes.filter((write) => isApproved(write) && BigInt(write.after!.totalVnd as string) > 0n);
    if (approved.length === 0) return [];
    const exceeded = await exceededCaps(tx, [...new Set(approved.map(({ after }) => Number(after!.program)))]);
    return approved.flatMap((write): SetProblem[] => {
      const over = exceeded.get(Number(write.after!.program));
      if (!over) return [];
      const values = { cap: said(over.capVnd), taken: said(over.takenVnd) };
      return [{ write, code: "OVER_CAP", field: "state", reason: "overCap", values }];
    });
  },
};

/** The programs of which approved lines exceed the cap of a claim period, or of the year. One statement. */
async function exceededCaps(tx: Transaction, programs: readonly number[]): Promise<Map<number, Exceeded>> {
  const states = BINDING_STATES.map((state) => `'${state}'`).join(", ");
  const text = tx.engine === "sqlite" ? "TEXT" : "CHAR";
  const rows = await tx.all(
    `SELECT p.id, CAST(p.cap_vnd AS ${text}), p.cap_per, l.window_from, ${moneySums(tx.engine, "l.amount_vnd")}
      FROM subsidy_claim_line l JOIN subsidy_claim c ON c.id = l.claim_id JOIN subsidy_program p ON p.id = c.program_id
      WHERE ${inList(tx.engine, "p.id")} AND p.cap_vnd IS NOT NULL AND c.state IN (${states})
      GROUP BY p.id, p.cap_vnd, p.cap_per, l.window_from`,
    [listParameter(tx.engine, programs)],
  );
  const taken = new Map<string, Exceeded & { program: number }>();
  for (const [program, cap, per, window, millions, rest] of rows) {
    const key = per === "YEAR" ? String(program) : `${String(program)} ${String(window)}`;
    const sum = (taken.get(key)?.takenVnd ?? 0n) + addMoney(millions, rest);
    taken.set(key, { program: program as number, capVnd: BigInt(String(cap)), takenVnd: sum });
  }
  return new Map([...taken.values()].filter((t) => t.takenVnd > t.capVnd).map((t) => [t.program, t]));
}
