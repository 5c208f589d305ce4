import { FreeCap, capped } from "../computation/cap.rules";
import { claimWindows, periodStart, type Span } from "../computation/claim-window.rules";
import { computedLines } from "../computation/compute.rules";
import { dayAfter, dayBefore, daysOf } from "../computation/day.rules";
import type { CapUse, Inputs, Movement, RouteTerms } from "../computation/inputs.rules";
import { byWindowAndRoute, type Line, type Problem } from "../computation/line.rules";
import { rounded } from "../computation/money.rules";

/** What an approved claim pays for a route in some days. */
export interface ClaimedLine extends Span {
  route: string;
  amountVnd: bigint;
}

/** What a route cost in a month. */
export interface Cell {
  month: string;
  route: string;
  amountVnd: bigint;
}

/** The calendar months of a span, each whole or cut to it. */
export const monthsOf = (span: Span): Span[] => claimWindows(span, "MONTH").map(({ from, to }) => ({ from, to }));

/** "2019-06". */
export const monthOf = (day: string): string => day.slice(0, 7);

/** The days of a span that none of the others covers. */
export function uncovered(span: Span, others: readonly Span[]): Span[] {
  const out: Span[] = [];
  let next = span.from;
  for (const { from, to } of [...others].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (to < next) continue;
    if (from > span.to) break;
    if (from > next) out.push({ from: next, to: dayBefore(from) });
    next = dayAfter(to);
  }
  return next > span.to ? out : [...out, { from: next, to: span.to }];
}

/** An amount in parts that are to each other as the weights are, and come to it to the đồng. */
export function parted(amountVnd: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  let [passed, given] = [0n, 0n];
  return weights.map((weight) => {
    passed += weight;
    const upTo = rounded(amountVnd * passed, total);
    const part = upTo - given;
    given = upTo;
    return part;
  });
}

/** Inputs for the months of one route, without the cap, which is of claim periods. */
class Monthly {
  private readonly movements = new Map<string, Movement[]>();

  constructor(private readonly inputs: Inputs) {
    for (const movement of inputs.movements) {
      const group = this.movements.get(movement.route);
      if (group) group.push(movement);
      else this.movements.set(movement.route, [movement]);
    }
  }

  of(route: RouteTerms, span: Span): { lines: Line[]; problems: Problem[] } {
    return computedLines({
      ...this.inputs,
      span,
      routes: [route],
      movements: this.movements.get(route.id) ?? [],
      terms: { ...this.inputs.terms, claimPeriod: "MONTH", capVnd: null },
    });
  }
}

/**
 * What claims paid for each route in each month. A line that spans several months is parted as what moved in them would
 * cost; where nothing moved, or that cannot be computed, by their days.
 */
export function claimedCells(lines: readonly ClaimedLine[], inputs: Inputs): Cell[] {
  const monthly = new Monthly(inputs);
  const routes = new Map(inputs.routes.map((route) => [route.id, route]));
  return lines.flatMap((line) => {
    const months = monthsOf(line);
    const parts = months.length === 1 ? [line.amountVnd] : parted(line.amountVnd, weightsOf(line, months));
    return months.map(({ from }, at) => ({ month: monthOf(from), route: line.route, amountVnd: parts[at] }));
  });

  function weightsOf({ route }: ClaimedLine, months: readonly Span[]): bigint[] {
    const terms = routes.get(route);
    const costs = months.map((month) =>
      (terms ? monthly.of(terms, month).lines : []).reduce((sum, { wantedVnd }) => sum + wantedVnd, 0n),
    );
    return costs.some((cost) => cost > 0n) ? costs : months.map(({ from, to }) => BigInt(daysOf(from, to)));
  }
}

/** What is owed for the days of a month that no claim covers yet, and what stands against computing it. */
export interface Owed {
  month: string;
  cells: Cell[];
  problems: Problem[];
}

/**
 * What moved in a month and was not claimed would be paid, in the order of the routes' codes and as long as the cap of
 * its claim period lasts, which is used up with it. With a problem nothing of the month is told.
 */
export function owedIn(month: Span, claimed: readonly ClaimedLine[], inputs: Inputs, free: FreeCap): Owed {
  const monthly = new Monthly(inputs);
  const found = inputs.routes.flatMap((route) => {
    const own = claimed.filter((line) => line.route === route.id);
    return uncovered(month, own).map((days) => monthly.of(route, days));
  });
  const problems = found.flatMap((each) => each.problems);
  const name = monthOf(month.from);
  if (problems.length > 0) return { month: name, cells: [], problems };
  const start = periodStart(month.from, inputs.terms.claimPeriod);
  const lines = found.flatMap((each) => each.lines).sort(byWindowAndRoute);
  const cells = lines.map((line): Cell => {
    const { amountVnd } = capped({ ...line, window: { ...line.window, start } }, free);
    return { month: name, route: line.route, amountVnd };
  });
  return { month: name, cells, problems };
}

/** A program's cap with what approved claims used of it. */
export const freeCap = ({ terms }: Inputs, used: readonly CapUse[]): FreeCap => new FreeCap(terms, used);
