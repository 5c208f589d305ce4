import { groupDigits, date, type Locale } from "../../platform/kinds/all";
import { amountInWords } from "../../platform/text/amount-in-words";
import type { Label } from "../../platform/text/label";
import { quantity } from "../subsidy.kinds";

/** How amounts, quantities and days stand in papers about transfer costs. */
const days = date();
const quantities = quantity();

export const dayText = (day: string, language: Locale): string => days.toText(day, language);
export const moneyText = (vnd: bigint, language: Locale): string => groupDigits(String(vnd), language);
/** An amount with its unit. */
export const sumText = (vnd: bigint, language: Locale): string =>
  language === "vi" ? `${moneyText(vnd, "vi")} đồng` : `${moneyText(vnd, "en")} đ`;
/** An amount spelt out as it begins a sentence; always in Vietnamese, as on the paper that counts. */
export const spelt = (vnd: bigint): string => {
  const words = amountInWords(vnd);
  return `${words[0].toLocaleUpperCase("vi")}${words.slice(1)}`;
};

/** A unit of two words stays on one line. */
const UNITS: Record<string, { vi: string; one: string; many: string }> = {
  PER_DOSSIER: { vi: "hồ\u00a0sơ", one: "dossier", many: "dossiers" },
  PER_TRIP: { vi: "chuyến", one: "trip", many: "trips" },
  PER_MONTH: { vi: "tháng", one: "month", many: "months" },
};

/** "1.234,5 hồ sơ" */
export function quantityText(amount: string, rateUnit: string, language: Locale): string {
  const { vi, one, many } = UNITS[rateUnit];
  const [whole, decimals] = amount.split(".");
  const said = groupDigits(whole, language) + quantities.toText(decimals ? `0.${decimals}` : "0", language).slice(1);
  return `${said} ${language === "vi" ? vi : /^-?1$/.test(amount) ? one : many}`;
}

export const percentText = (percent: string, language: Locale): string =>
  `${language === "vi" ? percent.replace(".", ",") : percent}%`;

const ROMAN = ["I", "II", "III", "IV"];

/** The period that a span is exactly: a month, a quarter, half a year or a year; null where it is none of them. */
export function periodText(first: string, last: string): Label | null {
  const [year, month] = first.split("-").map(Number);
  const [yearOfLast, end, day] = last.split("-").map(Number);
  const isWhole = year === yearOfLast && first.endsWith("-01") && day === new Date(Date.UTC(year, end, 0)).getUTCDate();
  if (!isWhole) return null;
  const months = end - month + 1;
  if (months === 1) return { vi: `tháng ${month}/${year}`, en: `month ${month}/${year}` };
  if (months === 3 && month % 3 === 1) {
    const quarter = ROMAN[(month - 1) / 3];
    return { vi: `quý ${quarter}/${year}`, en: `quarter ${quarter} of ${year}` };
  }
  if (months === 6 && month % 6 === 1)
    return month === 1
      ? { vi: `6 tháng đầu năm ${year}`, en: `first half of ${year}` }
      : { vi: `6 tháng cuối năm ${year}`, en: `second half of ${year}` };
  return months === 12 ? { vi: `năm ${year}`, en: `year ${year}` } : null;
}

/**
 * A document by its number, with what it is before it unless the number says so itself: "Hợp đồng 15/HĐ-2019". `names` are
 * what it is called, the first one in the paper's language.
 */
export function named(names: readonly string[], number: string): string {
  const begins = (name: string): boolean => number.toLocaleLowerCase("vi").startsWith(name.toLocaleLowerCase("vi"));
  return names.some(begins) ? number : `${names[0]} ${number}`;
}

/** The number that a spreadsheet keeps exactly, or the digits as text where it would not. */
export const sheetNumber = (decimal: string): number | string =>
  decimal.replace(/\D/g, "").length > 15 ? decimal : Number(decimal);
