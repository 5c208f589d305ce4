import type { Words } from "../platform/language";

interface SpanNames {
  year(year: number): string;
  quarter(quarter: number, year: number): string;
  month(month: number, year: number): string;
  twelveMonths(last: string): string;
  days(first: string, last: string): string;
  /** Where a chart or a table has no room; the year by its last two digits. */
  quarterShort(quarter: number, year: string): string;
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** What spans of days are called in a sentence. */
export const words: Words<SpanNames> = {
  vi: {
    year: (year) => `năm ${year}`,
    quarter: (quarter, year) => `quý ${quarter}/${year}`,
    month: (month, year) => `tháng ${month}/${year}`,
    twelveMonths: (last) => `12 tháng đến ${last}`,
    days: (first, last) => `từ ${first} đến ${last}`,
    quarterShort: (quarter, year) => `Quý ${quarter}/${year}`,
  },
  en: {
    year: (year) => String(year),
    quarter: (quarter, year) => `quarter ${quarter} of ${year}`,
    month: (month, year) => `${MONTHS[month - 1]} ${year}`,
    twelveMonths: (last) => `12 months to ${last}`,
    days: (first, last) => `${first} to ${last}`,
    quarterShort: (quarter, year) => `Q${quarter}/${year}`,
  },
};
