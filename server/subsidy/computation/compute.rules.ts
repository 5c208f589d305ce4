import { cappedInOrder } from "./cap.rules";
import { claimWindows, type ClaimWindow, type Span } from "./claim-window.rules";
import { dayBefore, earlier, later } from "./day.rules";
import type { Inputs, Movement, RateTerms, RouteTerms, Terms } from "./inputs.rules";
import { byWindowAndRoute, type Computation, type Line, type Problem } from "./line.rules";
import { HUNDREDTHS, hundredthsOf, isKeepable, rounded } from "./money.rules";
import { monthsCovered, type Quantity } from "./month-share.rules";

/**
 * What a program pays for a span: one line per claim window, route and rate, also where nothing moved. Amount = rate ×
 * quantity × share, rounded once per line, cut where the cap is reached; the total is the sum of the lines.
 */
export function compute(inputs: Inputs): Computation {
  const { lines, problems } = computedLines(inputs);
  return summed(cappedInOrder(lines, inputs.terms, inputs.capUsed), problems);
}

export type ByRoute<T> = Map<string, T[]>;

/** Rows of each route, in their order. */
export function byRoute<T extends { route: string }>(all: readonly T[]): ByRoute<T> {
  const groups: ByRoute<T> = new Map();
  for (const each of all) {
    const group = groups.get(each.route);
    if (group) group.push(each);
    else groups.set(each.route, [each]);
  }
  return groups;
}

/** The lines before the cap, in their order, or what stands against computing them. */
export function computedLines(inputs: Inputs): { lines: Line[]; problems: Problem[] } {
  const rates = byRoute(inputs.rates);
  const movements = byRoute(inputs.movements);
  const drafts = claimWindows(inputs.span, inputs.terms.claimPeriod).flatMap((window) =>
    inputs.routes.flatMap((route) =>
      (rates.get(route.id) ?? []).flatMap((rate) =>
        drafted(window, route, rate, movements.get(route.id) ?? [], inputs.terms),
      ),
    ),
  );
  const lines = drafts.flatMap((draft) => ("code" in draft ? [] : [draft])).sort(byWindowAndRoute);
  const problems = [
    ...movementProblems(inputs, rates, movements),
    ...drafts.flatMap((draft) => ("code" in draft ? [draft] : [])),
  ];
  return problems.length > 0 ? { lines: [], problems } : { lines, problems };
}

/** A computation of its lines, unless something stands against it; what they cost unshared is told too, and is no more. */
export function summed<L extends Line>(lines: L[], problems: readonly Problem[]): Computation<L> {
  const totalVnd = lines.reduce((sum, { amountVnd }) => sum + amountVnd, 0n);
  const grossVnd = lines.reduce((sum, line) => sum + line.grossVnd, 0n);
  const all =
    isKeepable(totalVnd) && isKeepable(grossVnd)
      ? [...problems]
      : [...problems, { code: "TOO_MUCH", route: null, day: null } as const];
  return all.length > 0 ? { lines: [], totalVnd: 0n, problems: all } : { lines, totalVnd, problems: [] };
}

/** The days of a half-open validity that lie in a span, or null. */
export function held(
  { from, to }: Span,
  { validFrom, validTo }: Pick<RateTerms, "validFrom" | "validTo">,
): Span | null {
  const first = validFrom === null ? from : later(from, validFrom);
  const last = validTo === null ? to : earlier(to, dayBefore(validTo));
  return first <= last ? { from: first, to: last } : null;
}

const holdsOn = (day: string, validity: Pick<RateTerms, "validFrom" | "validTo">): boolean =>
  held({ from: day, to: day }, validity) !== null;

/** The line of a rate in a window; none where rate or route does not hold on any day of it. */
function drafted(
  window: ClaimWindow,
  route: RouteTerms,
  rate: RateTerms,
  movements: readonly Movement[],
  terms: Terms,
): [] | [Line | Problem] {
  const ofRoute = held(window, route);
  const days = ofRoute && held(ofRoute, rate);
  if (!days) return [];
  const moved = movements.filter(({ day }) => day >= days.from && day <= days.to);
  const dossiers = moved.reduce((sum, each) => sum + each.dossiers, 0);
  const quantity = quantityOf(rate, days, dossiers, moved, terms);
  if (quantity === null) return [{ code: "NO_TRIPS", route: route.id, day: days.to }];
  const sharePercent = route.sharePercent ?? terms.sharePercent;
  const [numerator, denominator] = [rate.amountVnd * BigInt(quantity.numerator), BigInt(quantity.denominator)];
  const grossVnd = rounded(numerator, denominator);
  if (!isKeepable(grossVnd)) return [{ code: "TOO_MUCH", route: route.id, day: days.to }];
  const wantedVnd = rounded(numerator * hundredthsOf(sharePercent), denominator * HUNDREDTHS);
  return [
    {
      ...days,
      window,
      route: route.id,
      routeCode: route.code,
      rate: rate.id,
      rateUnit: rate.rateUnit,
      rateVnd: rate.amountVnd,
      dossiers,
      quantity,
      sharePercent,
      grossVnd,
      wantedVnd,
      amountVnd: wantedVnd,
      isCut: false,
      capFreeVnd: null,
    },
  ];
}

/** What a rate is multiplied by; null where trips are paid and cannot be told. */
function quantityOf(
  { rateUnit, dossiersPerTrip }: RateTerms,
  { from, to }: Span,
  dossiers: number,
  moved: readonly Movement[],
  { quantityFrom }: Terms,
): Quantity | null {
  if (rateUnit === "PER_MONTH") return monthsCovered(from, to);
  if (rateUnit === "PER_DOSSIER") return { numerator: dossiers, denominator: 1 };
  if (quantityFrom === "HAND_OVERS")
    return { numerator: moved.reduce((sum, { trips }) => sum + (trips ?? 0), 0), denominator: 1 };
  if (dossiers === 0) return { numerator: 0, denominator: 1 };
  // From counts: as many trips as the line's dossiers fill, the last one perhaps in part.
  return dossiersPerTrip === null ? null : { numerator: Math.ceil(dossiers / dossiersPerTrip), denominator: 1 };
}

/** Each day of the span on which something moved on a route that was not in force or had no rate, once. */
function movementProblems(
  { routes, span }: Inputs,
  rates: ByRoute<RateTerms>,
  movements: ByRoute<Movement>,
): Problem[] {
  return routes.flatMap((route) => {
    const moved = (movements.get(route.id) ?? []).filter(({ dossiers, trips }) => dossiers > 0 || (trips ?? 0) > 0);
    const days = new Set(moved.map(({ day }) => day).filter((day) => day >= span.from && day <= span.to));
    return [...days].sort().flatMap((day): Problem[] => {
      if (!holdsOn(day, route)) return [{ code: "ROUTE_NOT_IN_FORCE", route: route.id, day }];
      const isPaid = (rates.get(route.id) ?? []).some((rate) => holdsOn(day, rate));
      return isPaid ? [] : [{ code: "NO_RATE", route: route.id, day }];
    });
  });
}
