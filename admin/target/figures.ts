import { formatNumber, type Language } from "../platform/format";
import type { CriterionScore, Fraction, ReadingScore } from "./scorecard.graphql";

/** How many parts of a hundred-thousandth a percent has here: figures are cut with whole numbers, never with doubles. */
const SCALE = 1000n;

interface PercentStyle {
  /** At most so many decimals; 2 unless told. */
  decimals?: 1 | 2;
  /** The share that is asked for, in percent: a figure below it is never rounded up to it. */
  threshold?: string;
}

/**
 * A ratio as a percentage, 38,75%. Trailing zeros go, but a ratio below ten percent keeps one decimal in full form (1,0%);
 * none at all is 0%.
 */
export function percent(ratio: Fraction, language: Language, style: PercentStyle = {}): string {
  const decimals = style.decimals ?? 2;
  const step = 10n ** BigInt(3 - decimals);
  const exact = (BigInt(ratio.numerator) * 100n * SCALE) / BigInt(ratio.denominator);
  const rounded = ((exact + step / 2n) / step) * step;
  const asked = style.threshold === undefined ? null : thousandths(style.threshold);
  const below = asked !== null && BigInt(ratio.numerator) * 100n * SCALE < asked * BigInt(ratio.denominator);
  const shown = below && rounded >= asked ? (exact / step) * step : rounded;
  const whole = shown / SCALE;
  let rest = String(shown % SCALE)
    .padStart(3, "0")
    .replace(/0+$/, "");
  if (rest === "" && whole < 10n && shown > 0n && decimals === 2) rest = "0";
  const text = formatNumber(whole, language);
  return `${text}${rest ? `${language === "vi" ? "," : "."}${rest}` : ""}%`;
}

/** "15.00" as 15000. */
function thousandths(value: string): bigint {
  const [whole = "0", decimals = ""] = value.split(".");
  return BigInt(whole) * SCALE + BigInt(decimals.padEnd(3, "0").slice(0, 3));
}

/** "50.00" as 50%. */
export function thresholdText(threshold: string, language: Language): string {
  return percent({ numerator: Number(thousandths(threshold)), denominator: 100 * Number(SCALE) }, language).replace(
    /[.,]0%$/,
    "%",
  );
}

/** The part of the target that is reached: 1 is the target itself. */
export function reached(ratio: Fraction, threshold: string): number {
  const asked = Number(threshold);
  return asked === 0 ? 1 : (ratio.numerator / ratio.denominator) * (100 / asked);
}

export type Heat = 0 | 1 | 2 | 3 | 4;

/** One of five steps of ratio ÷ target; what is met is never among the first three. */
export function heat(score: ReadingScore, threshold: string): Heat | null {
  if (!score.ratio || score.state === "NOT_APPLICABLE") return null;
  const part = reached(score.ratio, threshold);
  if (score.state === "MET") return part >= 1.3 ? 4 : 3;
  return part < 0.25 ? 0 : part < 0.6 ? 1 : 2;
}

/** Where the bar of a ratio ends, in percent of its width: the target always stands at three quarters. */
export function barWidth(ratio: Fraction, threshold: string): number {
  return Math.min(100, reached(ratio, threshold) * 75);
}

/** What one numerator counts: procedures, dossiers or results. */
export type Counted = "procedure" | "dossier" | "result";

export function countedBy(criterion: Pick<CriterionScore, "measure" | "leg">): Counted {
  if (criterion.measure === "PROCEDURES") return "procedure";
  return criterion.leg === "OUT" ? "result" : "dossier";
}

/** How much is missing where one part is looked at alone: the target's share of it, less what it has. */
export function lacking(numerator: number, denominator: number, threshold: string): number {
  const asked = (thousandths(threshold) * BigInt(denominator) + 100n * SCALE - 1n) / (100n * SCALE);
  return Math.max(0, Number(asked) - numerator);
}

/** The reading beside the official one that says most: one that judges otherwise, or else the one farthest off. */
export function tellingReading(criterion: CriterionScore): ReadingScore | undefined {
  const others = criterion.readings.filter((reading) => !reading.official && reading.ratio);
  const { official } = criterion;
  const distance = (reading: ReadingScore): number =>
    reading.ratio && official.ratio
      ? Math.abs(
          reading.ratio.numerator / reading.ratio.denominator - official.ratio.numerator / official.ratio.denominator,
        )
      : 0;
  const differing = others.filter((reading) => distance(reading) > 0 || reading.state !== official.state);
  const judging = differing.filter((reading) => reading.state !== official.state);
  return (judging.length > 0 ? judging : differing).sort((left, right) => distance(right) - distance(left))[0];
}
