import { Refusal } from "../../platform/errors/refusal";
import type { Span } from "./claim-window.rules";
import { dayAfter } from "./day.rules";
import type { PeriodOfSpan } from "./inputs.sql";
import { dayWords } from "./problem-refusal";

/** What of a span can still change, so that it cannot be claimed yet. */
export interface Openness {
  /** Periods wholly inside the span that are not closed, and those that lie around its first open day. */
  openPeriods: PeriodOfSpan[];
  /** The first day that lies in no closed period; null where there is none. */
  openDay: string | null;
}

/**
 * A span is closed when every day of it lies in a closed reporting period and no period inside it is open. A period that
 * reaches beyond the span does not hold it open: a year that is still running holds back no claim of its first quarter.
 */
export function opennessOf({ from, to }: Span, periods: readonly PeriodOfSpan[]): Openness {
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
export function checkClosed(span: Span, periods: readonly PeriodOfSpan[]): void {
  const { openPeriods, openDay } = opennessOf(span, periods);
  if (openPeriods.length > 0) {
    const names = openPeriods.map(({ name }) => `“${name}”`).join(", ");
    throw new Refusal("NOT_CLOSED", "lastDay", { period: names }, "claimPeriodOpen");
  }
  if (openDay !== null) throw new Refusal("NOT_CLOSED", "lastDay", { day: dayWords(openDay) }, "claimDayOpen");
}
