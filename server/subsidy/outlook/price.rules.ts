import { held } from "../computation/compute.rules";
import type { Span } from "../computation/claim-window.rules";
import { daysOf } from "../computation/day.rules";
import type { Inputs, RateTerms, RouteTerms } from "../computation/inputs.rules";
import { HUNDREDTHS, hundredthsOf, rounded } from "../computation/money.rules";
import { monthsCovered } from "../computation/month-share.rules";
import { daysInMonth } from "../../platform/kinds/time";
import { monthOf } from "./known.rules";

/** What went over a route in a past month. */
export interface MonthMoved {
  dossiers: number;
  trips: number;
}

/** What is assumed to change from the first month that is not known yet; nothing where absent. */
export interface Changes {
  /** By how many percent every rate changes. */
  ratePercent?: string;
  /** New rates by route, whatever the percentage says. */
  rates?: ReadonlyMap<string, bigint>;
  /** Another share, of every route. */
  sharePercent?: string;
  /** What is left of a past month's dossiers where procedures went from the counter to the post. */
  left?: (route: string, month: string, moved: MonthMoved) => MonthMoved;
}

/** A route in a month that is still to come: the days on which it is there and the rate it is expected to have. */
export interface Expected {
  route: RouteTerms;
  days: Span;
  rate: RateTerms;
  /** No rate of those days is known: it is the latest before them, or the first after. */
  isLatestKnown: boolean;
}

export type Gap = "NO_RATE" | "NO_TRIPS";

/** The rate of the last day on which the route is there, else the latest known; null where it is not there at all. */
export function expectedIn(month: Span, route: RouteTerms, rates: readonly RateTerms[]): Expected | "NO_RATE" | null {
  const days = held(month, route);
  if (!days) return null;
  const own = rates.filter((rate) => rate.route === route.id);
  const inForce = own.find((rate) => held({ from: days.to, to: days.to }, rate) !== null);
  if (inForce) return { route, days, rate: inForce, isLatestKnown: false };
  const latest = [...own].sort((a, b) => ((a.validFrom ?? "") < (b.validFrom ?? "") ? 1 : -1)).at(0);
  return latest ? { route, days, rate: latest, isLatestKnown: true } : "NO_RATE";
}

/** A rate as it would be: whole đồng, as rates are. */
const changedRate = ({ route, amountVnd }: RateTerms, { ratePercent, rates }: Changes): bigint =>
  rates?.get(route) ?? rounded(amountVnd * (HUNDREDTHS + hundredthsOf(ratePercent ?? "0")), HUNDREDTHS);

/** What a past month's dossiers and trips would cost in a month to come, by the rates and shares expected then. */
export function costIn(
  { route, days, rate }: Expected,
  moved: MonthMoved,
  { terms }: Pick<Inputs, "terms">,
  changes: Changes,
): bigint | Gap {
  const quantity = quantityOf(rate, moved, terms.quantityFrom);
  if (quantity === null) return "NO_TRIPS";
  const share = hundredthsOf(changes.sharePercent ?? route.sharePercent ?? terms.sharePercent);
  const perUnit = changedRate(rate, changes) * share;
  if (rate.rateUnit === "PER_MONTH") {
    const { numerator, denominator } = monthsCovered(days.from, days.to);
    return rounded(perUnit * BigInt(numerator), BigInt(denominator) * HUNDREDTHS);
  }
  // Where the route is there on some days of the month only, as much less goes over it.
  const [year, month] = monthOf(days.from).split("-").map(Number);
  const [there, all] = [BigInt(daysOf(days.from, days.to)), BigInt(daysInMonth(year, month))];
  return rounded(perUnit * BigInt(quantity) * there, all * HUNDREDTHS);
}

function quantityOf(
  { rateUnit, dossiersPerTrip }: RateTerms,
  { dossiers, trips }: MonthMoved,
  source: Inputs["terms"]["quantityFrom"],
): number | null {
  if (rateUnit !== "PER_TRIP") return dossiers;
  if (source === "HAND_OVERS") return trips;
  if (dossiers === 0) return 0;
  return dossiersPerTrip === null ? null : Math.ceil(dossiers / dossiersPerTrip);
}
