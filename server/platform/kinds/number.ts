import { bad, good, type Engine, type Kind, type Locale, type Parsed } from "./kind";

/** Digits with the thousands separator of either language: 1.234.567 (vi) and 1,234,567 (en). */
const GROUPED: Record<Locale, RegExp> = { vi: /^[+-]?\d{1,3}(\.\d{3})+$/, en: /^[+-]?\d{1,3}(,\d{3})+$/ };

/** The whole number a person typed, as plain digits, or null when it is none; "1.234,0" counts, "1.234,5" does not. */
export function wholeDigits(typed: string, locale: Locale): string | null {
  const decimal = locale === "vi" ? "," : ".";
  let body = typed
    .trim()
    .replace(/^−/, "-")
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace(/(đ|₫|vnđ|vnd|đồng)$/iu, "");
  const parts = body.split(decimal);
  if (parts.length === 2 && /^0*$/.test(parts[1])) body = parts[0];
  if (/^[+-]?\d+$/.test(body)) return body.replace(/^\+/, "");
  // The other language's grouping is read too when it cannot be a fraction here ("1,234,567" under vi).
  const other: Locale = locale === "vi" ? "en" : "vi";
  const isOther = GROUPED[other].test(body) && (body.match(/[.,]/g) ?? []).length > 1;
  return GROUPED[locale].test(body) || isOther ? body.replace(/[.,+]/g, "") : null;
}

/** Groups plain digits by thousands in the locale's manner, with a true minus sign. */
export function groupDigits(digits: string, locale: Locale): string {
  const minus = digits.startsWith("-");
  const grouped = digits.replace(/^-/, "").replace(/\B(?=(\d{3})+(?!\d))/g, locale === "vi" ? "." : ",");
  return minus ? `−${grouped}` : grouped;
}

/** A whole number within 32 bits, as GraphQL's Int. */
export function int(options: { min?: number; max?: number } = {}): Kind {
  const min = options.min ?? -2147483648;
  const max = options.max ?? 2147483647;
  const parse = (value: unknown): Parsed<number> => {
    if (typeof value !== "number" || !Number.isInteger(value)) return bad("notWhole");
    return value < min || value > max ? bad("outOfRange", { min, max }) : good(value);
  };
  return {
    name: "int",
    graphql: "Int",
    operators: ["eq", "ne", "in", "lt", "lte", "gt", "gte", "isNull"],
    min,
    max,
    column: (engine) => ({ type: engine === "mariadb" ? "int" : "integer" }),
    parse,
    fromText: (typed, locale) => {
      const digits = wholeDigits(typed, locale);
      return digits === null ? bad("notWhole") : parse(Number(digits));
    },
    toText: (value, locale) => (value == null ? "" : groupDigits(String(value), locale)),
  };
}

const VND_MAX = 9223372036854775807n;

/**
 * Money in whole đồng, 64 bits. A decimal string in the API and in history, a bigint column, never through a double:
 * it is selected as text on both engines, because drivers would round it past 2^53.
 */
export function vnd(options: { min?: bigint } = {}): Kind {
  const min = options.min ?? 0n;
  const parse = (value: unknown): Parsed<string> => {
    if (typeof value !== "string" || !/^-?\d{1,19}$/.test(value)) return bad("notVnd");
    const amount = BigInt(value);
    if (amount < min) return bad("belowVnd", { min: String(min) });
    return amount > VND_MAX || amount < -VND_MAX ? bad("tooMuchVnd") : good(String(amount));
  };
  return {
    name: "vnd",
    graphql: "Vnd",
    operators: ["eq", "ne", "in", "lt", "lte", "gt", "gte", "isNull"],
    column: () => ({ type: "bigint" }),
    select: (engine: Engine, column) => (engine === "mariadb" ? `CAST(${column} AS CHAR)` : `CAST(${column} AS TEXT)`),
    encode: (value) => BigInt(value as string),
    parse,
    fromText: (typed, locale) => {
      const digits = wholeDigits(typed, locale);
      return digits === null ? bad("notVnd") : parse(digits.replace(/^(-?)0+(?=\d)/, "$1"));
    },
    toText: (value, locale) => (value == null ? "" : groupDigits(String(value), locale)),
  };
}
