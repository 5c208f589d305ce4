/** Days are 'YYYY-MM-DD' and compare as they stand. */

const MS_OF_DAY = 86_400_000;

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const dayAfter = (day: string): string => new Date(timeOf(day) + MS_OF_DAY).toISOString().slice(0, 10);

export const dayBefore = (day: string): string => new Date(timeOf(day) - MS_OF_DAY).toISOString().slice(0, 10);

/** How many days a span has, both ends included. */
export const daysOf = (from: string, to: string): number => (timeOf(to) - timeOf(from)) / MS_OF_DAY + 1;

/** 0 is Sunday, 6 Saturday. */
export const weekdayOf = (day: string): number => new Date(timeOf(day)).getUTCDay();

/** The day of a year's month, counted from 1; day 0 is the last of the month before. */
export const dayOf = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

export const earlier = (a: string, b: string): string => (a < b ? a : b);

export const later = (a: string, b: string): string => (a > b ? a : b);
