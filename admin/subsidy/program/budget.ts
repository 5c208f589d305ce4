/** What has become of a program's budget, in đồng as decimal strings. */
export interface Budget {
  budgetVnd: string | null;
  committedVnd: string | null;
  paidVnd: string | null;
  remainingVnd: string | null;
}

/** A part of a budget: its amount and its share of the bar in percent, two decimals. */
export interface BudgetPart {
  kind: "paid" | "committed" | "pending" | "left";
  vnd: bigint;
  percent: number;
}

const amount = (vnd: string | null): bigint => BigInt(vnd ?? 0);

/**
 * The parts of a budget in the order in which the money goes: paid, approved, asked for, left. What is asked for beyond
 * what remains fills the rest of the bar; parts without money are left out, except what is left.
 */
export function budgetParts(budget: Budget, pendingVnd = 0n): BudgetPart[] {
  const whole = amount(budget.budgetVnd);
  const remaining = amount(budget.remainingVnd);
  const left = remaining - pendingVnd;
  const percent = (vnd: bigint): number => (whole <= 0n || vnd <= 0n ? 0 : Number((vnd * 10_000n) / whole) / 100);
  const shownPending = pendingVnd > remaining ? remaining : pendingVnd;
  const parts: BudgetPart[] = [
    { kind: "paid", vnd: amount(budget.paidVnd), percent: percent(amount(budget.paidVnd)) },
    { kind: "committed", vnd: amount(budget.committedVnd), percent: percent(amount(budget.committedVnd)) },
    { kind: "pending", vnd: pendingVnd, percent: percent(shownPending) },
    { kind: "left", vnd: left, percent: percent(left) },
  ];
  return parts.filter(({ kind, vnd }) => vnd !== 0n || kind === "left");
}

/** The sum of amounts; those that are not there count nothing. */
export const sumVnd = (amounts: readonly (string | null)[]): bigint =>
  amounts.reduce((sum, vnd) => sum + amount(vnd), 0n);
