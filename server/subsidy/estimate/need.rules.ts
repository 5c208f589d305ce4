import { held } from "../computation/compute.rules";
import { dayBefore, dayOf, daysOf } from "../computation/day.rules";
import type { Span } from "../computation/claim-window.rules";
import type { RateTerms } from "../computation/inputs.rules";
import { HUNDREDTHS, hundredthsOf, isKeepable, rounded } from "../computation/money.rules";
import { monthsCovered, type Quantity } from "../computation/month-share.rules";

/** What an estimate assumes. */
export interface NeedTerms {
  fiscalYear: number;
  /** The days whose counts it rests on, both included. */
  base: Span;
  /** By how many percent dossiers grow; negative is fewer. */
  growthPercent: string;
  sharePercent: string;
}

/** A route with what went over it in the base span; its validity is half-open, null where it has no end. */
export interface NeedRoute {
  id: string;
  code: string;
  validFrom: string | null;
  validTo: string | null;
  /** Dossiers by the counts. */
  dossiers: number;
  /** Hand-overs that count, each of them a trip, and the dossiers in them. */
  handOvers: number;
  handedOver: number;
}

/** Where the quantity of a line comes from. */
export type NeedBasis = "COUNTS" | "DOSSIERS_PER_TRIP" | "HAND_OVERS" | "MONTHS";

export interface NeedLine {
  route: string;
  routeCode: string;
  rate: string;
  rateUnit: RateTerms["rateUnit"];
  rateVnd: bigint;
  /** The rate does not hold on 1 January: it is the latest that is known. */
  isLatestKnown: boolean;
  /** Dossiers of the base span by the counts, where these have none by the hand-overs; and how many hand-overs there are. */
  baseDossiers: number;
  baseHandOvers: number;
  /** Dossiers expected in the year. */
  dossiers: number;
  basis: NeedBasis;
  quantity: Quantity;
  sharePercent: string;
  amountVnd: bigint;
}

/** A route that the estimate cannot price, and why: nothing is guessed for it. */
export interface NeedGap {
  route: string;
  routeCode: string;
  reason: "NO_RATE" | "NO_TRIPS" | "TOO_MUCH";
}

export const yearOf = (fiscalYear: number): Span => ({ from: dayOf(fiscalYear, 1, 1), to: dayOf(fiscalYear, 12, 31) });

/** Whether a span is a year to the day, from whichever day: then nothing is made of it that it is not. */
export function isWholeYear({ from, to }: Span): boolean {
  const [year, month, day] = from.split("-").map(Number);
  return to === dayBefore(dayOf(year + 1, month, day));
}

/** The lines of what a year would cost, route by route in the order of their codes, and the routes without a price. */
export function needOf(
  terms: NeedTerms,
  routes: readonly NeedRoute[],
  rates: readonly RateTerms[],
): { lines: NeedLine[]; gaps: NeedGap[] } {
  const lines: NeedLine[] = [];
  const gaps: NeedGap[] = [];
  const ordered = [...routes].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  for (const route of ordered) {
    const days = held(yearOf(terms.fiscalYear), route);
    if (!days) continue;
    const line = lineOf(
      terms,
      route,
      days,
      rates.filter((rate) => rate.route === route.id),
    );
    if (typeof line === "string") gaps.push({ route: route.id, routeCode: route.code, reason: line });
    else lines.push(line);
  }
  return { lines, gaps };
}

/** The rate of 1 January, else the one that began last of all that are known. */
function expectedRate(
  rates: readonly RateTerms[],
  fiscalYear: number,
): { rate: RateTerms; isLatestKnown: boolean } | null {
  const first = dayOf(fiscalYear, 1, 1);
  const inForce = rates.find((rate) => held({ from: first, to: first }, rate) !== null);
  if (inForce) return { rate: inForce, isLatestKnown: false };
  const latest = [...rates].sort((a, b) => ((a.validFrom ?? "") < (b.validFrom ?? "") ? 1 : -1)).at(0);
  return latest ? { rate: latest, isLatestKnown: true } : null;
}

function lineOf(
  terms: NeedTerms,
  route: NeedRoute,
  days: Span,
  rates: readonly RateTerms[],
): NeedLine | NeedGap["reason"] {
  const expected = expectedRate(rates, terms.fiscalYear);
  if (!expected) return "NO_RATE";
  const { rate, isLatestKnown } = expected;
  const inYear = (moved: number) => expectedCount(terms, days, moved);
  const isCounted = route.dossiers > 0;
  const baseDossiers = isCounted ? route.dossiers : route.handedOver;
  const dossiers = inYear(baseDossiers);
  const found = quantityOf(rate, days, {
    dossiers,
    isCounted,
    trips: route.handOvers > 0 ? inYear(route.handOvers) : null,
  });
  if (!found) return "NO_TRIPS";
  const { numerator, denominator } = found.quantity;
  const amountVnd = rounded(
    rate.amountVnd * BigInt(numerator) * hundredthsOf(terms.sharePercent),
    BigInt(denominator) * HUNDREDTHS,
  );
  if (!isKeepable(amountVnd)) return "TOO_MUCH";
  return {
    route: route.id,
    routeCode: route.code,
    rate: rate.id,
    rateUnit: rate.rateUnit,
    rateVnd: rate.amountVnd,
    isLatestKnown,
    baseDossiers,
    baseHandOvers: route.handOvers,
    dossiers,
    ...found,
    sharePercent: terms.sharePercent,
    amountVnd,
  };
}

/**
 * What was counted in the base span as it is expected in the days of the year on which the route is there: grown, and
 * by days made as long. A base span of a whole year stands for a year, leap day or not.
 */
function expectedCount({ base, fiscalYear, growthPercent }: NeedTerms, days: Span, counted: number): number {
  const year = yearOf(fiscalYear);
  const baseDays = isWholeYear(base) ? daysOf(year.from, year.to) : daysOf(base.from, base.to);
  const grown = BigInt(counted) * (HUNDREDTHS + hundredthsOf(growthPercent));
  return Number(rounded(grown * BigInt(daysOf(days.from, days.to)), HUNDREDTHS * BigInt(baseDays)));
}

/** What is expected to go over a route in the year. */
interface Moving {
  dossiers: number;
  /** The dossiers are of the counts and not of the hand-overs. */
  isCounted: boolean;
  /** By the hand-overs; null without any. */
  trips: number | null;
}

/** What the rate is multiplied by; null where trips are paid and nothing tells how many there are. */
function quantityOf(
  { rateUnit, dossiersPerTrip }: RateTerms,
  days: Span,
  { dossiers, isCounted, trips }: Moving,
): Pick<NeedLine, "basis" | "quantity"> | null {
  const whole = (basis: NeedBasis, count: number) => ({ basis, quantity: { numerator: count, denominator: 1 } });
  if (rateUnit === "PER_MONTH") return { basis: "MONTHS", quantity: monthsCovered(days.from, days.to) };
  if (rateUnit === "PER_DOSSIER") return whole(isCounted || trips === null ? "COUNTS" : "HAND_OVERS", dossiers);
  // Recorded trips are trips; those made of dossiers are an average, for which the counts are needed.
  if (dossiersPerTrip !== null && (isCounted || trips === null))
    return whole("DOSSIERS_PER_TRIP", Math.ceil(dossiers / dossiersPerTrip));
  return trips === null ? null : whole("HAND_OVERS", trips);
}
