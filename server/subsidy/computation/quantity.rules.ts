import { rounded } from "./money.rules";
import type { Quantity } from "./month-share.rules";

/** Decimals that a quantity is shown with; amounts are reckoned from the exact fraction. */
const DECIMALS = 6;

/** A quantity as a decimal number: "12", "1.548387". */
export function decimalOf({ numerator, denominator }: Quantity): string {
  const shown = rounded(BigInt(numerator) * 10n ** BigInt(DECIMALS), BigInt(denominator));
  const digits = String(shown < 0n ? -shown : shown).padStart(DECIMALS + 1, "0");
  const decimals = digits.slice(-DECIMALS).replace(/0+$/, "");
  return `${shown < 0n ? "-" : ""}${digits.slice(0, -DECIMALS)}${decimals ? `.${decimals}` : ""}`;
}
