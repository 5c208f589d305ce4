import type { Span } from "../computation/claim-window.rules";
import { dayAfter, daysOf } from "../computation/day.rules";

/** What a month costs, known or expected. */
export interface MonthCost extends Span {
  amountVnd: bigint;
}

/**
 * The day on which costs pass a budget: in the month in which their sum does, as far into it as the budget reaches when
 * the month's cost is spread evenly over its days. Null where it lasts.
 */
export function runsOutOn(budgetVnd: bigint, months: readonly MonthCost[]): string | null {
  let left = budgetVnd > 0n ? budgetVnd : 0n;
  for (const { from, to, amountVnd } of months) {
    if (amountVnd <= left) {
      left -= amountVnd;
      continue;
    }
    let day = from;
    for (let passed = (left * BigInt(daysOf(from, to))) / amountVnd; passed > 0n; passed--) day = dayAfter(day);
    return day;
  }
  return null;
}

export type WarningLevel = "NO_BUDGET" | "EXHAUSTED" | "SHORT" | "TIGHT" | "ENOUGH" | "UNKNOWN";

/** How a program stands, as far as a warning goes by it. */
export interface Standing {
  budgetVnd: bigint;
  /** Of approved claims, paid or not. */
  boundVnd: bigint;
  /** What the known months cost. */
  knownVnd: bigint;
  /** What the whole year is expected to cost, and with 80 % no more than; null where too little is known. */
  yearVnd: bigint | null;
  yearHighVnd: bigint | null;
}

/** How urgent it is: spent, expected to be short, perhaps short, or enough. */
export function warningOf({ budgetVnd, boundVnd, knownVnd, yearVnd, yearHighVnd }: Standing): WarningLevel {
  if (budgetVnd <= 0n) return "NO_BUDGET";
  if (boundVnd >= budgetVnd || knownVnd >= budgetVnd) return "EXHAUSTED";
  if (yearVnd === null || yearHighVnd === null) return "UNKNOWN";
  if (yearVnd > budgetVnd) return "SHORT";
  return yearHighVnd > budgetVnd ? "TIGHT" : "ENOUGH";
}
