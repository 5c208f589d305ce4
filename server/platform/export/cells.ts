import type { Kind, Locale } from "../kinds/kind";
import { SHEET_LIMITS, type SheetValue } from "../sheet/sheet";
import type { FileFormat } from "./export-request";

/** Việt Nam's time of day, in the parts that a cell has. */
const LOCAL = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Ho_Chi_Minh",
  dateStyle: "short",
  timeStyle: "medium",
  hourCycle: "h23",
});

/**
 * A value of the API as a cell of a file. Amounts, days and truth values are what they are, so that a spreadsheet
 * reckons with them; choices and lists are the words of the language; every text is itself.
 */
export function cellOf(kind: Kind, value: unknown, { lang, format }: { lang: Locale; format: FileFormat }): SheetValue {
  if (value == null) return null;
  switch (kind.name) {
    case "int":
      return value as number;
    case "decimal":
      return Number(value);
    case "vnd":
      return amount(value as string);
    case "date":
      return { day: value as string };
    case "moment":
      // A text file has the moment itself; a spreadsheet has no time zone, and its people are in one.
      return format === "csv" ? (value as string) : localMoment(value as string);
    case "bool":
      return format === "csv" ? kind.toText(value, lang) : (value as boolean);
    case "text":
    case "code":
      return value as string;
    case "json":
      return shortened(kind.toText(value, lang), lang);
    default:
      return kind.toText(value, lang);
  }
}

/** What was cut off a cell is said in it. */
const CUT: Record<Locale, (length: number) => string> = {
  vi: (length) => `… (cắt bớt, đủ là ${length} ký tự)`,
  en: (length) => `… (cut short of ${length} characters)`,
};

/** A machine's own data as far as a spreadsheet's cell holds it; the API has it whole. */
function shortened(text: string, lang: Locale): string {
  if (text.length <= SHEET_LIMITS.cell) return text;
  const said = CUT[lang](text.length);
  // Half of a character is none.
  return text.slice(0, SHEET_LIMITS.cell - said.length).replace(/[\ud800-\udbff]$/, "") + said;
}

/** A number as long as none of its digits is lost. */
const amount = (digits: string): SheetValue => (Number.isSafeInteger(Number(digits)) ? Number(digits) : digits);

function localMoment(moment: string): SheetValue {
  const [day, time] = LOCAL.format(new Date(moment)).split(", ");
  return { day, time };
}
