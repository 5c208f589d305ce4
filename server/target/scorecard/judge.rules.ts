import { readBand } from "../criterion.rules";

/** How a ratio is judged against what is asked for: in whole numbers from end to end, never through a fraction. */

export type TargetState = "MET" | "MISSED" | "NOT_APPLICABLE";

/** What a criterion asks, and how points are made of it. Decimals are the API's strings. */
export interface Asked {
  thresholdPercent: string;
  /** Decimals of the percentage before it is compared; null compares exactly. */
  rounding: number | null;
  scoring: string;
  points: string | null;
  bands: readonly string[] | null;
}

export interface Judgement {
  state: TargetState;
  /** The numerator that the target asks for. */
  needed: number | null;
  /** The smallest whole number to be added to the numerator, the denominator fixed. */
  shortfall: number | null;
  /** How far the numerator lies above what is needed; 0 where it is missed. */
  surplus: number | null;
  points: string | null;
}

const NOT_APPLICABLE: Judgement = {
  state: "NOT_APPLICABLE",
  needed: null,
  shortfall: null,
  surplus: null,
  points: null,
};

/** Decimals that percentages, points and bands are reckoned in. */
const SCALE = 9;
const ONE = 10n ** BigInt(SCALE);

/** A decimal in units of its ninth decimal. */
export function exact(decimal: string): bigint {
  const [whole, decimals = ""] = decimal.replace("-", "").split(".");
  const units = BigInt(whole + decimals.slice(0, SCALE).padEnd(SCALE, "0"));
  return decimal.startsWith("-") ? -units : units;
}

/** A quotient as a decimal of so many places, half of the last one rounded up. */
export function quotient(above: bigint, below: bigint, places: number): string {
  const shifted = above * 10n ** BigInt(places);
  const digits = String((2n * shifted + below) / (2n * below)).padStart(places + 1, "0");
  const [whole, decimals] = [digits.slice(0, digits.length - places), digits.slice(digits.length - places)];
  const kept = decimals.replace(/0+$/, "");
  return kept ? `${whole}.${kept}` : whole;
}

/** Units of the ninth decimal as points, which have three. */
const pointsOf = (units: bigint): string => quotient(units, ONE, 3);

const ceilingOf = (above: bigint, below: bigint): bigint => (above <= 0n ? 0n : (above + below - 1n) / below);

/**
 * The smallest numerator that reaches a percentage of the denominator. With rounding, half of the last decimal is rounded
 * up: the share that rounds to what is asked suffices.
 */
export function neededFor(denominator: number, percent: string, rounding: number | null): number {
  const asked = exact(percent);
  if (rounding === null) return Number(ceilingOf(asked * BigInt(denominator), 100n * ONE));
  const step = 10n ** BigInt(SCALE - rounding);
  const least = 2n * ceilingOf(asked, step) * step - step;
  return Number(ceilingOf(least * BigInt(denominator), 200n * ONE));
}

const reaches = (numerator: number, denominator: number, percent: string, rounding: number | null): boolean =>
  numerator >= neededFor(denominator, percent, rounding);

const bandsOf = ({ bands }: Asked) =>
  (bands ?? []).flatMap((text) => readBand(text) ?? []).sort((a, b) => (exact(a.percent) > exact(b.percent) ? -1 : 1));

/** The points in full; null where the criterion is not scored. */
export function mostPoints(asked: Asked): string | null {
  if (asked.scoring === "NONE") return null;
  if (asked.points !== null) return asked.points;
  if (asked.scoring !== "BANDS") return null;
  const all = bandsOf(asked).map(({ points }) => exact(points));
  return all.length === 0 ? null : pointsOf(all.reduce((most, each) => (each > most ? each : most)));
}

function pointsFor(asked: Asked, numerator: number, denominator: number, needed: number): string | null {
  const { scoring, points, rounding, thresholdPercent } = asked;
  if (scoring === "BANDS") {
    const reached = bandsOf(asked).find(({ percent }) => reaches(numerator, denominator, percent, rounding));
    return reached ? pointsOf(exact(reached.points)) : "0";
  }
  if (scoring === "NONE" || points === null) return null;
  if (numerator >= needed) return points;
  if (scoring === "ALL_OR_NOTHING") return "0";
  // In proportion to what is asked: points × ratio ÷ threshold.
  const percent = exact(thresholdPercent);
  if (rounding === null) return quotient(exact(points) * 100n * BigInt(numerator), percent * BigInt(denominator), 3);
  const share = exact(quotient(100n * BigInt(numerator), BigInt(denominator), rounding));
  return quotient(exact(points) * share, percent * ONE, 3);
}

/** A percentage of at most two decimals in hundredths, where whole numbers of a double suffice to reckon with it. */
function hundredths(percent: string): number {
  return Number(exact(percent) / 10n ** BigInt(SCALE - 2));
}

/**
 * Judges one figure after the other by a criterion. Without rounding the product of denominator and threshold nearly
 * always is a whole number that a double holds exactly; where it is not, it is reckoned in big ones.
 */
export function judging(asked: Asked): (numerator: number, denominator: number) => Judgement {
  const threshold = hundredths(asked.thresholdPercent);
  const neededOf = (denominator: number): number => {
    const asHundredths = denominator * threshold;
    if (asked.rounding !== null || !Number.isSafeInteger(asHundredths))
      return neededFor(denominator, asked.thresholdPercent, asked.rounding);
    const over = asHundredths % 10_000;
    return (asHundredths - over) / 10_000 + (over > 0 ? 1 : 0);
  };
  return (numerator, denominator) => {
    // "Không áp dụng": never 0 % and never 100 %.
    if (denominator === 0) return NOT_APPLICABLE;
    const needed = neededOf(denominator);
    const isMet = numerator >= needed;
    return {
      state: isMet ? "MET" : "MISSED",
      needed,
      shortfall: isMet ? 0 : needed - numerator,
      surplus: isMet ? numerator - needed : 0,
      points: asked.scoring === "NONE" ? null : pointsFor(asked, numerator, denominator, needed),
    };
  };
}

/** Decimals added up; null where there are none. */
export function sumOf(decimals: readonly (string | null)[]): string | null {
  const given = decimals.filter((each) => each !== null);
  return given.length === 0 ? null : pointsOf(given.reduce((sum, each) => sum + exact(each), 0n));
}
