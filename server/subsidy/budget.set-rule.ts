import type { Transaction } from "../platform/db/database";
import { vnd } from "../platform/kinds/all";
import type { RuleWrite, SetProblem, SetRule } from "../platform/registry/set-rule";
import type { Label } from "../platform/text/label";
import { budgetSums, type BudgetSums } from "./budget.sql";
import { BINDING_STATES } from "./claim.steps.rules";
import { isKeepable } from "./computation/money.rules";

/** Claims that a refusal names; the others are counted. */
const NAMED = 5;

export const programGuard = (program: unknown): string => `subsidy_program:${String(program)}`;

export const isBinding = (row: Record<string, unknown> | null): boolean =>
  row !== null && BINDING_STATES.includes(row.state as string);

/** By how much a write raises what is taken of the budget, or lowers the budget: what must find room in it. */
function weight({ before, after }: RuleWrite): bigint {
  const amount = (row: Record<string, unknown> | null): bigint =>
    row === null ? 0n : "amountVnd" in row ? -BigInt(row.amountVnd as string) : taken(row);
  return amount(after) - amount(before);
}
const taken = (row: Record<string, unknown>): bigint =>
  isBinding(row) ? BigInt((row.totalVnd as string | null) ?? "0") : 0n;

const programsOf = (writes: readonly RuleWrite[]): number[] => [
  ...new Set(
    writes.flatMap(({ before, after }) =>
      [before, after].filter((row) => row !== null).map((row) => Number(row.program)),
    ),
  ),
];

/** Money as a sentence says it, in either language. */
export const said = (amount: bigint): Label => ({
  vi: vnd().toText(amount, "vi"),
  en: vnd().toText(amount, "en"),
});

/**
 * The claims that are approved or paid never come to more than the budget lines of their program: not by two approvals
 * at the same moment, nor by a budget that is lowered below them. Every approval and every budget line holds the guard of
 * the program. A negative adjusting claim frees budget when it is approved.
 */
export const budgetHolds: SetRule = {
  guards: (write) => (weight(write) === 0n ? [] : programsOf([write]).map(programGuard)),

  async problems(writes, tx) {
    const weighty = writes.filter((write) => weight(write) !== 0n);
    if (weighty.length === 0) return [];
    const programs = programsOf(weighty);
    const sums = await budgetSums(tx.engine, (sql, values) => tx.all(sql, values), programs);
    const problems: SetProblem[] = [];
    for (const program of programs) {
      const own = weighty.filter((one) => programsOf([one]).includes(program));
      problems.push(...(await against(own, sums.get(program)!, () => namedClaims(tx, program))));
    }
    return problems;
  },
};

/** What stands against the writes of one program, as its sums are with them. */
async function against(
  writes: readonly RuleWrite[],
  { budgetVnd, committedVnd, paidVnd }: BudgetSums,
  named: () => Promise<Label>,
): Promise<SetProblem[]> {
  const amount = { field: "amountVnd" } as const;
  if (!isKeepable(budgetVnd))
    return writes.map((write) => ({ write, ...amount, code: "LIMIT", reason: "budgetTooMuch" }));
  const bound = committedVnd + paidVnd;
  const heavy = writes.filter((write) => weight(write) > 0n);
  if (bound <= budgetVnd || heavy.length === 0) return [];
  const values = { budget: said(budgetVnd), bound: said(bound), missing: said(bound - budgetVnd) };
  if (bound === 0n)
    return heavy.map((write) => ({ write, ...amount, code: "OVER_BUDGET", reason: "budgetBelowNothing", values }));
  const claims = await named();
  return heavy.map((write): SetProblem =>
    "totalVnd" in (write.after ?? write.before!)
      ? { write, code: "OVER_BUDGET", field: "state", reason: "overBudget", values }
      : { write, ...amount, code: "OVER_BUDGET", reason: "belowCommitted", values: { ...values, claims } },
  );
}

/** The approved claims of a program as a sentence names them. */
async function namedClaims(tx: Transaction, program: number): Promise<Label> {
  const states = BINDING_STATES.map((state) => `'${state}'`).join(", ");
  const found = await tx.all(
    `SELECT code, COUNT(*) OVER () FROM subsidy_claim WHERE program_id = ? AND state IN (${states}) ORDER BY first_day, code LIMIT ${NAMED}`,
    [program],
  );
  const names = found.map(([code]) => String(code)).join(", ");
  const more = Number(found[0]?.[1] ?? 0) - found.length;
  return more > 0
    ? { vi: `${names} và ${more} đề nghị khác`, en: `${names} and ${more} more` }
    : { vi: names, en: names };
}
