import type { FreeCap } from "../computation/cap.rules";
import { periodStart, type Span } from "../computation/claim-window.rules";
import { held } from "../computation/compute.rules";
import type { Inputs } from "../computation/inputs.rules";
import { rounded } from "../computation/money.rules";
import { monthOf, type Cell } from "./known.rules";
import { costIn, expectedIn, type Changes, type Gap, type MonthMoved } from "./price.rules";
import { halfWidth, halfWidthOfSum } from "./spread.rules";

/** What went over a program's routes in a month whose figures are known. */
export interface BaseMonth extends Span {
  moved: ReadonlyMap<string, MonthMoved>;
}

/** A month to come: what it is expected to cost, and between which amounts with 80 %. */
export interface ForecastMonth extends Span {
  cells: Cell[];
  amountVnd: bigint;
  lowVnd: bigint;
  highVnd: bigint;
}

export interface Forecast {
  months: ForecastMonth[];
  amountVnd: bigint;
  lowVnd: bigint;
  highVnd: bigint;
  /** Routes that no month could be priced for, and why; those priced at a rate that does not hold. */
  gaps: Map<string, Gap>;
  latestKnown: Set<string>;
}

const NOTHING: MonthMoved = { dossiers: 0, trips: 0 };
const sumOf = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);
const least = (a: bigint, b: bigint | null): bigint => (b === null || a < b ? a : b);
const notBelow0 = (value: bigint): bigint => (value < 0n ? 0n : value);

/**
 * What months to come would cost: the mean of what each of the base months would, were it to come again at the rates
 * expected then, route by route. The interval is told from how these differ. Routes in the order of their codes use up
 * the cap of each claim period; what it does not leave is not expected.
 */
export function forecast(
  months: readonly Span[],
  base: readonly BaseMonth[],
  inputs: Inputs,
  free: FreeCap,
  changes: Changes = {},
): Forecast {
  const gaps = new Map<string, Gap>();
  const latestKnown = new Set<string>();
  const rooms = new Map<string, bigint>();
  const past: bigint[][] = [];
  const out = months.map((month): ForecastMonth => {
    const routes = inputs.routes.flatMap((route) => {
      const costs = costsOf(month, route);
      return costs ? [{ route: route.id, ...costs }] : [];
    });
    const whole = base.map((_, at) => sumOf(routes.map(({ costs }) => costs[at])));
    past.push(whole);
    const start = periodStart(month.from, inputs.terms.claimPeriod);
    const room = free.at(start);
    const key = inputs.terms.capPer === "YEAR" ? start.slice(0, 4) : start;
    if (room !== null && !rooms.has(key)) rooms.set(key, room);
    const cells = routes.map(({ route, mean }): Cell => {
      const amountVnd = least(mean, free.at(start));
      free.take(start, amountVnd);
      return { month: monthOf(month.from), route, amountVnd };
    });
    const [uncut, cut, half] = [sumOf(routes.map(({ mean }) => mean)), sumOf(cells.map(amountOf)), halfWidth(whole)];
    const [lowVnd, highVnd] = [notBelow0(least(uncut - half, cut)), least(uncut + half, room)];
    return { ...month, cells, amountVnd: cut, lowVnd, highVnd };
  });
  const amountVnd = sumOf(out.map(amountOf));
  const uncut = sumOf(past.map((values) => rounded(sumOf(values), BigInt(values.length))));
  const half = halfWidthOfSum(past);
  return {
    months: out,
    amountVnd,
    lowVnd: notBelow0(least(uncut - half, amountVnd)),
    highVnd: least(uncut + half, inputs.terms.capVnd === null ? null : sumOf([...rooms.values()])),
    gaps,
    latestKnown,
  };

  /** What each base month would cost in the month on a route, with the mean; null where it is not there or has no price. */
  function costsOf(month: Span, route: Inputs["routes"][number]): { costs: bigint[]; mean: bigint } | null {
    const expected = expectedIn(month, route, inputs.rates);
    if (expected === null) return null;
    if (expected === "NO_RATE") {
      gaps.set(route.id, expected);
      return null;
    }
    const costs: (bigint | null)[] = [];
    for (const each of base) {
      // Of a month before the route was there nothing is known of it.
      const moved = held(each, route) && (each.moved.get(route.id) ?? NOTHING);
      const left = moved && (changes.left?.(route.id, monthOf(each.from), moved) ?? moved);
      const cost = left && costIn(expected, left, inputs, changes);
      if (typeof cost === "string") {
        gaps.set(route.id, cost);
        return null;
      }
      costs.push(cost);
    }
    const known = costs.filter((cost) => cost !== null);
    if (known.length === 0) return null;
    if (expected.isLatestKnown) latestKnown.add(route.id);
    const mean = rounded(sumOf(known), BigInt(known.length));
    return { costs: costs.map((cost) => cost ?? mean), mean };
  }
}

const amountOf = ({ amountVnd }: { amountVnd: bigint }): bigint => amountVnd;
