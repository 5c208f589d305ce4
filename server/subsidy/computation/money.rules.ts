/** The most đồng, either way, that an amount of the product can be: 2⁶³ − 1. */
const MOST_VND = 2n ** 63n - 1n;

/** Whether an amount can be kept. */
export const isKeepable = (vnd: bigint): boolean => vnd <= MOST_VND && vnd >= -MOST_VND;

/**
 * The one place where money is rounded: an exact fraction to whole đồng, half away from zero, so that what is taken back
 * is to the đồng what was claimed. The denominator is above zero.
 */
export function rounded(numerator: bigint, denominator: bigint): bigint {
  const twice = 2n * (numerator < 0n ? -numerator : numerator);
  const whole = (twice + denominator) / (2n * denominator);
  return numerator < 0n ? -whole : whole;
}

/** A percentage of at most two decimals in hundredths of a percent: "33.33" is 3333. */
export function hundredthsOf(percent: string): bigint {
  const [whole, decimals = ""] = percent.split(".");
  return BigInt(whole + decimals.padEnd(2, "0"));
}

/** Hundredths of a percent in the whole. */
export const HUNDREDTHS = 10_000n;

/** The VAT that a total contains: total × p / (100 + p), to the đồng. */
export function vatWithin(totalVnd: bigint, percent: string): bigint {
  const rate = hundredthsOf(percent);
  return rounded(totalVnd * rate, HUNDREDTHS + rate);
}
