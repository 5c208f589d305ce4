import type { GridColumnSpec, Locale } from "./grid-column";

/** The calendar of a day cell: a day that keys move, as text "YYYY-MM-DD". Days are counted without time zones. */

/** The calendar under a cell that is being edited. */
export interface OpenCalendar {
  /** The day it stands on. */
  day: string;
  /** Opened on an empty cell and not used yet: only Enter takes its day. */
  isNew: boolean;
}

const DAY = 86_400_000;

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The day of a time; null outside of the years that a cell can hold. */
function dayAt(time: number): string | null {
  const text = new Date(time).toISOString();
  return text > "0001-01-02" && text < "9999-12-31" ? text.slice(0, 10) : null;
}

/** The day some days later. */
export const daysLater = (day: string, by: number): string => dayAt(at(day) + by * DAY) ?? day;

/** The same day of another month, or that month's last one. */
export function monthsLater(day: string, by: number): string {
  const from = new Date(at(day));
  // Date.UTC would take the years before 100 for those of the last century.
  const month = new Date(from);
  month.setUTCDate(1);
  month.setUTCMonth(from.getUTCMonth() + by);
  const last = new Date(month);
  last.setUTCMonth(month.getUTCMonth() + 1, 0);
  month.setUTCDate(Math.min(from.getUTCDate(), last.getUTCDate()));
  return dayAt(month.getTime()) ?? day;
}

/** How a key moves the day; null when it does not. Weeks begin on Monday. */
export function movedDay(day: string, key: string, shift: boolean): string | null {
  const weekday = (new Date(at(day)).getUTCDay() + 6) % 7;
  switch (key) {
    case "ArrowLeft":
      return daysLater(day, -1);
    case "ArrowRight":
      return daysLater(day, 1);
    case "ArrowUp":
      return daysLater(day, -7);
    case "ArrowDown":
      return daysLater(day, 7);
    case "PageUp":
      return monthsLater(day, shift ? -12 : -1);
    case "PageDown":
      return monthsLater(day, shift ? 12 : 1);
    case "Home":
      return daysLater(day, -weekday);
    case "End":
      return daysLater(day, 6 - weekday);
    default:
      return null;
  }
}

/** The day that a text says, null where it says none. */
export function dayIn(column: GridColumnSpec, text: string, locale: Locale): string | null {
  const read = text.trim() === "" ? null : column.kind.fromText(text, locale);
  return read?.ok ? (read.value as string) : null;
}

/** A day as the calendar's own dates, which are local; noon, since not every zone has a midnight on every day. */
export const localDate = (day: string): Date => new Date(`${day}T12:00:00`);

export function dayOf(date: Date): string {
  const pad = (n: number, width: number) => String(n).padStart(width, "0");
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
}
