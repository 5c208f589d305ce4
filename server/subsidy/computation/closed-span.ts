import { Refusal } from "../../platform/errors/refusal";
import type { Span } from "./claim-window.rules";
import { dayAfter, later } from "./day.rules";
import type { Terms } from "./inputs.rules";
import type { PeriodOfSpan } from "./inputs.sql";
import { dayWords } from "./problem-refusal";

type QuantityFrom = Terms["quantityFrom"];

/** What of a span can still change, so that it cannot be claimed yet. */
export interface Openness {
  /** Periods wholly inside the span that are not closed, and those that lie around its first open day. */
  openPeriods: PeriodOfSpan[];
  /** The first day that lies in no closed period; null where there is none. */
  openDay: string | null;
}

/**
 * What of a span can still change. By hand-overs: the days that are not over. By counts: those that no closed reporting
 * period holds.
 */
export function opennessOf(
  span: Span,
  quantityFrom: QuantityFrom,
  periods: readonly PeriodOfSpan[],
  today: string,
): Openness {
  if (quantityFrom === "COUNTS") return countedOpenness(span, periods);
  return { openPeriods: [], openDay: span.to < today ? null : later(span.from, today) };
}

/**
 * A span is closed when every day of it lies in a closed reporting period and no period inside it is open. A period that
 * reaches beyond the span does not hold it open: a year that is still running holds back no claim of its first quarter.
 */
function countedOpenness({ from, to }: Span, periods: readonly PeriodOfSpan[]): Openness {
  const closed = periods.filter(({ state }) => state === "CLOSED");
  let openDay: string | null = from;
  // Periods come in the order of their first days: each moves on the first day that none has covered yet.
  for (const { firstDay, lastDay } of closed)
    if (firstDay <= openDay && lastDay >= openDay) openDay = dayAfter(lastDay);
  if (openDay > to) openDay = null;
  const open = periods.filter(({ state }) => state !== "CLOSED");
  const openPeriods = open.filter(
    ({ firstDay, lastDay }) =>
      (firstDay >= from && lastDay <= to) || (openDay !== null && firstDay <= openDay && lastDay >= openDay),
  );
  return { openPeriods, openDay };
}

/** Refuses a claim of days that can still change, naming the period or the day. */
export function checkClosed(
  span: Span,
  quantityFrom: QuantityFrom,
  periods: readonly PeriodOfSpan[],
  today: string,
): void {
  const { openPeriods, openDay } = opennessOf(span, quantityFrom, periods, today);
  if (openPeriods.length > 0) {
    const names = openPeriods.map(({ name }) => `“${name}”`).join(", ");
    throw new Refusal("NOT_CLOSED", "lastDay", { period: names }, "claimPeriodOpen");
  }
  if (openDay === null) return;
  const reason = quantityFrom === "COUNTS" ? "claimDayOpen" : "claimDayNotOver";
  throw new Refusal("NOT_CLOSED", "lastDay", { day: dayWords(openDay) }, reason);
}
