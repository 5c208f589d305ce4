import { dayAfter, dayOf, earlier, later } from "./day.rules";

export type ClaimPeriod = "MONTH" | "QUARTER" | "HALF_YEAR" | "YEAR";

/** Days from one to another, both included. */
export interface Span {
  from: string;
  to: string;
}

/** The days of a span that lie in one calendar month, quarter, half-year or year. */
export interface ClaimWindow extends Span {
  /** The calendar period's own first day, also where the span begins later: what a cap per claim period goes by. */
  start: string;
}

const MONTHS: Record<ClaimPeriod, number> = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 };

/** The calendar period around a day. */
function periodAround(day: string, period: ClaimPeriod): Span {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const first = month - ((month - 1) % MONTHS[period]);
  return { from: dayOf(year, first, 1), to: dayOf(year, first + MONTHS[period], 0) };
}

/** The first day of the calendar period a day lies in. */
export const periodStart = (day: string, period: ClaimPeriod): string => periodAround(day, period).from;

/** The calendar periods that a span touches, in order, each cut to the span. */
export function claimWindows(span: Span, period: ClaimPeriod): ClaimWindow[] {
  const windows: ClaimWindow[] = [];
  for (let day = span.from; day <= span.to; day = dayAfter(windows.at(-1)!.to)) {
    const { from: start, to } = periodAround(day, period);
    windows.push({ start, from: later(start, span.from), to: earlier(to, span.to) });
  }
  return windows;
}
