/** How numbers, money, dates and moments are written and read, in both languages. Dates are "YYYY-MM-DD" throughout. */
export type Language = "vi" | "en";

const ZONE = "Asia/Ho_Chi_Minh";

/** 1.234.567 in Vietnamese, 1,234,567 in English; a minus is −, not a hyphen. */
export function formatNumber(value: number | string | bigint, language: Language): string {
  const text = String(value).trim();
  if (!/^[-+]?\d+$/.test(text)) return text;
  const negative = text.startsWith("-");
  const digits = text.replace(/^[-+]/, "");
  const grouped = digits.replace(/\B(?=(\d{3})+(?!\d))/g, language === "vi" ? "." : ",");
  return negative ? `−${grouped}` : grouped;
}

/** 12,5 in Vietnamese, 12.5 in English. */
export function formatDecimal(value: string, language: Language): string {
  const [whole, decimals] = value.split(".");
  const grouped = formatNumber(whole, language);
  return decimals === undefined ? grouped : `${grouped}${language === "vi" ? "," : "."}${decimals}`;
}

/** Money is whole đồng: 135.000 đ. */
export function formatVnd(value: number | string | bigint, language: Language): string {
  return `${formatNumber(value, language)} đ`;
}

/** 20/7/2019 in both languages, the day first. */
export function formatDate(value: string | null | undefined): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(value ?? "");
  return match ? `${Number(match[3])}/${Number(match[2])}/${match[1]}` : "";
}

/** Thứ Bảy, 20/7/2019. */
export function formatLongDate(value: string, language: Language): string {
  const weekday = new Intl.DateTimeFormat(language === "vi" ? "vi-VN" : "en-GB", {
    weekday: "long",
    timeZone: "UTC",
  }).format(new Date(`${value}T00:00:00Z`));
  return `${weekday}, ${formatDate(value)}`;
}

interface MomentParts {
  date: string;
  time: string;
}

/** A UTC moment as the office's calendar and clock show it. */
function momentParts(value: string): MomentParts | undefined {
  const moment = new Date(value);
  if (Number.isNaN(moment.getTime())) return undefined;
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: ZONE,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(moment);
  const part = (type: string): string => parts.find((entry) => entry.type === type)?.value ?? "";
  return {
    date: `${part("year")}-${part("month")}-${part("day")}`,
    time: `${Number(part("hour"))}:${part("minute")}`,
  };
}

/** 9:12, 20/7/2019. */
export function formatMoment(value: string): string {
  const parts = momentParts(value);
  return parts ? `${parts.time}, ${formatDate(parts.date)}` : value;
}

/** 9:12, by the office's clock. */
export function formatTime(value: string): string {
  return momentParts(value)?.time ?? value;
}

/** Today in the office's time zone. */
export function today(now: Date = new Date()): string {
  return momentParts(now.toISOString())!.date;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** What a person typed where a date is expected. */
export type DateReading =
  | { kind: "empty" }
  | { kind: "date"; value: string }
  | { kind: "unreadable" }
  | { kind: "absent"; month: number; year: number; days: number };

/** Reads 20/7/2019, 20-7-2019, 20.7.2019 and 2019-07-20. */
export function readDate(text: string): DateReading {
  const trimmed = text.trim();
  if (trimmed === "") return { kind: "empty" };
  const dayFirst = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(trimmed);
  const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  const [day, month, year] = dayFirst
    ? [Number(dayFirst[1]), Number(dayFirst[2]), Number(dayFirst[3])]
    : yearFirst
      ? [Number(yearFirst[3]), Number(yearFirst[2]), Number(yearFirst[1])]
      : [0, 0, 0];
  if (year < 1 || month < 1 || month > 12 || day < 1) return { kind: "unreadable" };
  const days = daysInMonth(year, month);
  if (day > days) return { kind: "absent", month, year, days };
  const pad = (value: number, width: number): string => String(value).padStart(width, "0");
  return { kind: "date", value: `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` };
}

/** The same day a year earlier; 29 February falls back to the 28th. */
export function yearBefore(value: string): string {
  const [year, month, day] = value.split("-").map(Number) as [number, number, number];
  const days = daysInMonth(year - 1, month);
  return `${String(year - 1).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(Math.min(day, days)).padStart(2, "0")}`;
}

/** The day before, for "until" sides of half-open intervals. */
export function dayBefore(value: string): string {
  const date = new Date(`${value}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
