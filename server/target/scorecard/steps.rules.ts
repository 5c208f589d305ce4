/** The points of a trend: spans of days one after the other, or one reaching over the other. */

export type TrendStep = "MONTH" | "QUARTER" | "YEAR" | "TWELVE_MONTHS";

export interface Days {
  from: string;
  to: string;
}

const MONTHS: Record<TrendStep, number> = { MONTH: 1, QUARTER: 3, YEAR: 12, TWELVE_MONTHS: 1 };

/** A day of a month, counted from month 0 of year 0; day 0 is the last one of the month before. */
const dayOf = (month: number, day: number): string =>
  new Date(Date.UTC(Math.floor(month / 12), month % 12, day)).toISOString().slice(0, 10);

/**
 * The calendar months, quarters or years of a span, its first and last cut to it; or for every month of it the twelve
 * months that end with it, of which the first begin before the span.
 */
export function pointsOf(from: string, to: string, step: TrendStep, most: number): Days[] | null {
  const size = MONTHS[step];
  const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const first = Math.floor(monthOf(from) / size) * size;
  const count = Math.floor((monthOf(to) - first) / size) + 1;
  if (count > most) return null;
  return Array.from({ length: count }, (_, n) => {
    const month = first + n * size;
    const [begins, ends] = [dayOf(month, 1), dayOf(month + size, 0)];
    const last = ends < to ? ends : to;
    if (step === "TWELVE_MONTHS") return { from: dayOf(month - 11, 1), to: last };
    return { from: begins > from ? begins : from, to: last };
  });
}
