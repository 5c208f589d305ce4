import { daysInMonth } from "../../platform/kinds/time";
import { claimWindows } from "./claim-window.rules";
import { daysOf } from "./day.rules";

/** An exact quantity: so many of a denominator above zero, in lowest terms. */
export interface Quantity {
  numerator: number;
  denominator: number;
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

/** What 28, 29, 30 and 31 all divide: parts of months add up in it without a remainder. */
const PARTS = 377_580;

/**
 * How many months the days from one to another are, both included: each month gives its covered days over all of its
 * days. 15 January to 28 February 2019 is 17/31 + 1.
 */
export function monthsCovered(from: string, to: string): Quantity {
  const parts = claimWindows({ from, to }, "MONTH").reduce((sum, month) => {
    const days = daysInMonth(Number(month.from.slice(0, 4)), Number(month.from.slice(5, 7)));
    return sum + (daysOf(month.from, month.to) * PARTS) / days;
  }, 0);
  const divisor = commonDivisor(parts, PARTS);
  return { numerator: parts / divisor, denominator: PARTS / divisor };
}
