/**
 * The statistics of a forecast: a mean, and the interval in which a further value lies with 80 %. Exact whole numbers
 * throughout: amounts may be greater than a double holds.
 */

/** How many values a spread is told from at least. */
export const FEWEST = 3;

/**
 * Student's t in thousandths by degrees of freedom from 2 to 11: nine of ten values lie below it, so that eight of ten lie
 * between it and its negative.
 */
const T_80 = [1886n, 1638n, 1533n, 1476n, 1440n, 1415n, 1397n, 1383n, 1372n, 1363n];
const MILLION = 1_000_000n;

/** The whole part of a square root. */
export function rootOf(value: bigint): bigint {
  if (value < 2n) return value < 0n ? 0n : value;
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** n × the sum of squares less the square of the sum: n(n − 1) times the variance, without a fraction. */
function spreadOf(values: readonly bigint[]): bigint {
  const sum = values.reduce((all, value) => all + value, 0n);
  const squares = values.reduce((all, value) => all + value * value, 0n);
  return BigInt(values.length) * squares - sum * sum;
}

const tOf = (count: number): bigint => T_80[Math.min(count - 1, 11) - 2];

/** How far from the mean a further value lies with 80 %: t × s × √(1 + 1/n), to the đồng below. */
export function halfWidth(values: readonly bigint[]): bigint {
  const n = BigInt(values.length);
  const t = tOf(values.length);
  return rootOf((t * t * spreadOf(values) * (n + 1n)) / (MILLION * n * n * (n - 1n)));
}

/**
 * How far from the sum of the means the sum of further values lies with 80 %, one for each list: each errs by itself, and
 * their means, which come from the same past, all err alike: t × √(Σs² + (Σs)²/n).
 */
export function halfWidthOfSum(lists: readonly (readonly bigint[])[]): bigint {
  if (lists.length === 0) return 0n;
  const n = BigInt(lists[0].length);
  const t = tOf(lists[0].length);
  const spreads = lists.map(spreadOf);
  const free = n * (n - 1n);
  // Variances in millionths, deviations in thousandths of a đồng.
  const own = spreads.reduce((all, spread) => all + (spread * MILLION) / free, 0n);
  const deviations = spreads.reduce((all, spread) => all + rootOf((spread * MILLION) / free), 0n);
  return rootOf((t * t * (own + (deviations * deviations) / n)) / (MILLION * MILLION));
}
