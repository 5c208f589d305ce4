import { capped, FreeCap } from "./cap.rules";
import { computedLines, summed } from "./compute.rules";
import type { Inputs } from "./inputs.rules";
import { byWindowAndRoute, type Computation, type Line } from "./line.rules";
import type { Quantity } from "./month-share.rules";

/** A line of an adjusting claim: a line that was approved, taken back whole, or one as it is computed now. */
export interface AdjustingLine extends Line {
  isReversal: boolean;
}

/**
 * What an adjusting claim says: for every line that changed since it was approved a reversal, and the line anew. What did
 * not change stays as approved and is not listed. The new lines have, in their order, what is free of the cap once the
 * reversals are counted; a line that the cap had cut is taken back and given anew where more is free for it now, and is
 * never lowered for the sake of others.
 *
 * `approved` are the lines of the claim and of the adjusting claims approved after it, in that order; `capUsed` of the
 * inputs counts them too, as all that is approved.
 */
export function adjust(approved: readonly Line[], inputs: Inputs): Computation<AdjustingLine> {
  const { lines: now, problems } = computedLines(inputs);
  if (problems.length > 0) return summed<AdjustingLine>([], problems);
  const standing = new Map(standingLines(approved).map((line) => [factsOf(line), line]));
  const current = new Map(now.map((line) => [factsOf(line), line]));
  const gone = [...standing.values()].filter((line) => line.wantedVnd !== 0n && !current.has(factsOf(line)));

  const free = new FreeCap(inputs.terms, inputs.capUsed);
  for (const { window, amountVnd } of gone) free.take(window.start, -amountVnd);
  const adjusting = gone.map(reversed);
  for (const line of now) {
    const before = standing.get(factsOf(line));
    if (before ? !before.isCut : line.wantedVnd === 0n) continue;
    const anew = { ...capped(line, free, before?.amountVnd), isReversal: false };
    if (!before) adjusting.push(anew);
    else if (anew.amountVnd > before.amountVnd) adjusting.push(reversed(before), anew);
  }
  return summed(adjusting.sort(byPlace), []);
}

/** The lines that stand after claim and adjusting claims: what was approved and not taken back. */
export function standingLines(approved: readonly Line[]): Line[] {
  const standing: Line[] = [];
  for (const line of approved) {
    if (!isReversal(line)) {
      standing.push(line);
      continue;
    }
    const at = standing.findIndex((each) => factsOf(each) === factsOf(reversed(line)));
    if (at < 0) throw new Error(`Nothing stands that this takes back: ${factsOf(line)}`);
    standing.splice(at, 1);
  }
  return standing;
}

/** The same line with the other sign: to the đồng what was approved, as rounding goes away from zero both ways. */
function reversed(line: Line): AdjustingLine {
  const { quantity } = line;
  // Taken from 0, because -0 is no number of dossiers.
  return {
    ...line,
    dossiers: 0 - line.dossiers,
    quantity: { ...quantity, numerator: 0 - quantity.numerator },
    grossVnd: -line.grossVnd,
    wantedVnd: -line.wantedVnd,
    amountVnd: -line.amountVnd,
    capFreeVnd: null,
    isReversal: true,
  };
}

const isReversal = (line: Line): boolean => "isReversal" in line && line.isReversal === true;

const fractionOf = ({ numerator, denominator }: Quantity): string => `${numerator}/${denominator}`;

/** What a line is reckoned from: where this is the same, what it wants is the same. */
const factsOf = ({ window, from, to, route, rate, rateUnit, rateVnd, quantity, sharePercent }: Line): string =>
  [window.start, from, to, route, rate, rateUnit, rateVnd, fractionOf(quantity), sharePercent].join();

const byPlace = (a: AdjustingLine, b: AdjustingLine): number =>
  byWindowAndRoute(a, b) || Number(b.isReversal) - Number(a.isReversal);
