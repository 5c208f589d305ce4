import { requestOf, type Context } from "../../platform/context";
import { Refusal } from "../../platform/errors/refusal";
import { parseId } from "../../platform/kinds/all";
import { Meter } from "../../platform/planner/request";
import { ownPart } from "../../platform/planner/scope";
import { refuseUnlessRead } from "../../platform/policy/forbidden";
import { notFound } from "../claim/visible";
import { opennessOf } from "../computation/closed-span";
import { periodStart, type Span } from "../computation/claim-window.rules";
import { dayOf } from "../computation/day.rules";
import { gather, type ShownInputs } from "../computation/gather.service";
import type { CapUse } from "../computation/inputs.rules";
import { readPeriods, readProgram, type PeriodOfSpan, type ProgramTerms } from "../computation/inputs.sql";
import type { Problem } from "../computation/line.rules";
import type { BaseMonth } from "./forecast.rules";
import { claimedCells, freeCap, monthOf, monthsOf, owedIn, uncovered, type Cell } from "./known.rules";
import { hasProgram, readClaimed, readMoney, type ClaimedInWindow, type MoneyOn } from "./outlook.sql";
import type { MonthMoved } from "./price.rules";

/** Months that a forecast looks back on at the most. */
const MOST_BASE = 12;

/** A month of a program's year whose figures are known. */
export interface KnownMonth extends Span {
  /** What it costs by route: what approved claims pay for it, and what is owed for the days that none covers. */
  cells: Cell[];
  claimedVnd: bigint;
}

/** All that the outlook of a program rests on. */
export interface Ground {
  program: ProgramTerms;
  asOf: string;
  year: Span;
  inputs: ShownInputs;
  money: MoneyOn;
  known: KnownMonth[];
  /** The months of the year whose figures are not known yet. */
  open: Span[];
  /** The past months that a forecast is made of. */
  base: BaseMonth[];
  /** What claims and what is owed took of the cap. */
  capUsed: CapUse[];
  /** What stands against computing a closed month. */
  problems: Problem[];
}

/**
 * A program's known months and what moved in them, as far as a day. The outlook is the payer's: whoever is paid by the
 * program sees the program and not what its money will do. A fixed number of statements.
 */
export async function loadGround(context: Context, program: string, asOf: string | null): Promise<Ground> {
  const { registry, database, clock } = context.services;
  const resource = registry.single("subsidyProgram");
  refuseUnlessRead(resource, context.person);
  const read = parseId(program);
  if (!read.ok) throw new Refusal("BAD_INPUT", "program", read.problem.values, read.problem.reason);
  const id = Number(read.value);
  const own = ownPart(resource, requestOf(context, new Meter()));
  if (!(await hasProgram(database, id, own))) throw notFound(context, "subsidyProgram", "program", program);
  const terms = await readProgram(database, id);
  const day = asOf ?? clock.today();
  const year = { from: dayOf(terms.fiscalYear, 1, 1), to: dayOf(terms.fiscalYear, 12, 31) };
  const look = { from: dayOf(terms.fiscalYear - 1, 1, 1), to: year.to };
  const [{ grounds }, periods, money, claimed] = await Promise.all([
    // Counts that reach over the edges of the two years are left to the years they end in.
    gather(database, terms, look, null),
    readPeriods(database, look),
    readMoney(database, id, day),
    readClaimed(database, id, day),
  ]);
  const { inputs } = grounds;
  return { program: terms, asOf: day, year, inputs, money, ...knownOf(inputs, year, day, periods, claimed) };
}

type KnownPart = Pick<Ground, "known" | "open" | "base" | "capUsed" | "problems">;

/** Which months are known: past ones, of which every day is claimed and approved or can change no more. */
function knownOf(
  inputs: ShownInputs,
  year: Span,
  asOf: string,
  periods: readonly PeriodOfSpan[],
  claimed: readonly ClaimedInWindow[],
): KnownPart {
  const isPast = ({ to }: Span) => to <= asOf;
  const isClosed = (span: Span) => {
    const { openDay, openPeriods } = opennessOf(span, inputs.terms.quantityFrom, periods, asOf);
    return openDay === null && openPeriods.length === 0;
  };
  const isKnown = (month: Span) => isPast(month) && uncovered(month, claimed).every(isClosed);
  const capUsed: CapUse[] = claimed.map(({ windowFrom, amountVnd }) => ({
    windowStart: periodStart(windowFrom, inputs.terms.claimPeriod),
    amountVnd,
  }));
  const free = freeCap(inputs, capUsed);
  const paid = byMonth(claimedCells(claimed, inputs));
  const known: KnownMonth[] = [];
  const open: Span[] = [];
  const problems: Problem[] = [];
  for (const month of monthsOf(year)) {
    const cells = paid.get(monthOf(month.from)) ?? [];
    const owed = isKnown(month) ? owedIn(month, claimed, inputs, free) : null;
    problems.push(...(owed?.problems ?? []));
    if (!owed || (owed.problems.length > 0 && cells.length === 0)) {
      open.push(month);
      continue;
    }
    known.push({ ...month, cells: [...cells, ...owed.cells], claimedVnd: sumOf(cells) });
    const windowStart = periodStart(month.from, inputs.terms.claimPeriod);
    capUsed.push({ windowStart, amountVnd: sumOf(owed.cells) });
  }
  const last = Number(year.from.slice(0, 4)) - 1;
  const before = monthsOf({ from: dayOf(last, 1, 1), to: dayOf(last, 12, 31) });
  const closedBefore = before.filter((month) => isPast(month) && isClosed(month));
  return { known, open, base: baseOf([...closedBefore, ...known], inputs, year), capUsed, problems };
}

const sumOf = (cells: readonly Cell[]): bigint => cells.reduce((sum, { amountVnd }) => sum + amountVnd, 0n);

function byMonth(cells: readonly Cell[]): Map<string, Cell[]> {
  const months = new Map<string, Cell[]>();
  for (const cell of cells) months.set(cell.month, [...(months.get(cell.month) ?? []), cell]);
  return months;
}

/**
 * The last known months, twelve at the most, with what moved in them. Months of the year before count from the first one
 * in which anything moved: before that nothing was recorded.
 */
function baseOf(known: readonly Span[], { movements }: ShownInputs, year: Span): BaseMonth[] {
  const months = new Map<string, Map<string, MonthMoved>>();
  for (const { route, day, dossiers, trips } of movements) {
    const routes = months.get(monthOf(day)) ?? new Map<string, MonthMoved>();
    months.set(monthOf(day), routes);
    const moved = routes.get(route) ?? { dossiers: 0, trips: 0 };
    routes.set(route, { dossiers: moved.dossiers + dossiers, trips: moved.trips + (trips ?? 0) });
  }
  const first = [...months.keys()].sort()[0] ?? year.from;
  const begin = first < monthOf(year.from) ? first : monthOf(year.from);
  return known
    .filter(({ from }) => monthOf(from) >= begin)
    .slice(-MOST_BASE)
    .map(({ from, to }) => ({ from, to, moved: months.get(monthOf(from)) ?? new Map<string, MonthMoved>() }));
}
