import { bad, good, type Kind, type Parsed } from "./kind";
import { binaryText } from "./text";

/** The earliest and the day after the latest day: what an open end of an interval is in the table. */
export const BEGINNING = "0001-01-01";
export const FOREVER = "9999-12-31";

const pad = (n: number, width = 2) => String(n).padStart(width, "0");

/** Days of a month of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function dayOf(year: number, month: number, day: number): Parsed<string> {
  const iso = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  if (month < 1 || month > 12) return bad("noSuchMonth", { month });
  const days = daysInMonth(year, month);
  if (day < 1 || day > days) return bad("noSuchDay", { day, month, year, days });
  // The two ends are the table's words for "unbounded" and would read back as null.
  if (iso <= BEGINNING || iso >= FOREVER) return bad("dateOutOfRange");
  return good(iso);
}

/** Reads 'YYYY-MM-DD'. */
export function parseDay(value: unknown): Parsed<string> {
  const match = typeof value === "string" ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : bad("notDate");
}

/**
 * A local calendar day, a 'YYYY-MM-DD' string from end to end. `open` makes it an end of a half-open interval:
 * validFrom and validTo, whose null means unbounded and is a sentinel in the table.
 */
export function date(options: { open?: "from" | "to" } = {}): Kind {
  const storedNull = options.open === "from" ? BEGINNING : options.open === "to" ? FOREVER : undefined;
  return {
    name: "date",
    graphql: "Date",
    operators: ["eq", "ne", "in", "lt", "lte", "gt", "gte", "isNull"],
    open: options.open,
    storedNull,
    column: (engine) => binaryText(engine, 10),
    decode: storedNull === undefined ? undefined : (stored) => (stored === storedNull ? null : stored),
    parse: parseDay,
    fromText: (typed) => {
      const trimmed = typed.trim();
      const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed);
      if (dayFirst) return dayOf(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]));
      return parseDay(trimmed);
    },
    toText: (value) => {
      const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(value ?? ""));
      return match ? `${Number(match[3])}/${Number(match[2])}/${match[1]}` : "";
    },
  };
}

/** A moment in UTC to the millisecond, an ISO 8601 string that ends in Z. Local time shown is Asia/Ho_Chi_Minh. */
export function moment(): Kind {
  return {
    name: "moment",
    graphql: "DateTime",
    operators: ["eq", "ne", "lt", "lte", "gt", "gte", "isNull"],
    column: (engine) => binaryText(engine, 24),
    parse: (value) => {
      const match = typeof value === "string" ? /^(\d{4}-\d{2}-\d{2})T[\d:.]+Z$/.exec(value) : null;
      // Date would carry the 30th of February over into March.
      const day = match && parseDay(match[1]);
      if (day && !day.ok) return day;
      const at = match ? new Date(match[0]) : null;
      return at && !Number.isNaN(at.getTime()) ? good(at.toISOString()) : bad("notMoment");
    },
    fromText: () => bad("notTyped"),
    toText: (value, locale) =>
      value == null
        ? ""
        : new Intl.DateTimeFormat(locale === "vi" ? "vi-VN" : "en-GB", {
            timeZone: "Asia/Ho_Chi_Minh",
            dateStyle: "short",
            timeStyle: "short",
          }).format(new Date(String(value))),
  };
}
