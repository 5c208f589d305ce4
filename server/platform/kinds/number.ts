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
    // A year is no amount: numbers of four digits at most are written as they are.
    toText: (value, locale) => (value == null ? "" : max <= 9999 ? String(value) : groupDigits(String(value), locale)),
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

/**
 * A decimal number of few digits, a percentage or points, exact: "12.5" in the API and in history, a whole number of its
 * last decimals in the table, so that it sorts and compares as a number on both engines.
 */
export function decimal(options: { scale: number; min?: number; max?: number }): Kind {
  const { scale } = options;
  const min = options.min ?? 0;
  const max = options.max ?? 1_000_000;
  const isWide = Math.max(max, -min) * 10 ** scale >= 2 ** 31;
  const parse = (value: unknown): Parsed<string> => {
    const parts = typeof value === "string" ? /^(-?)0*(\d{1,9})(?:\.(\d*))?$/.exec(value) : null;
    if (!parts) return bad("notDecimal");
    const decimals = (parts[3] ?? "").replace(/0+$/, "");
    if (decimals.length > scale) return bad("tooManyDecimals", { scale });
    const read = `${parts[1]}${parts[2]}${decimals ? `.${decimals}` : ""}`;
    return Number(read) < min || Number(read) > max
      ? bad("outOfRange", { min, max })
      : good(read === "-0" ? "0" : read);
  };
  return {
    name: "decimal",
    graphql: "Decimal",
    operators: ["eq", "ne", "in", "lt", "lte", "gt", "gte", "isNull"],
    min,
    max,
    scale,
    column: (engine) => ({ type: engine === "sqlite" ? "integer" : isWide ? "bigint" : "int" }),
    decode: (stored) => (stored == null ? null : unscaled(Number(stored), scale)),
    encode: (value) => Math.round(Number(value) * 10 ** scale),
    parse,
    fromText: (typed) => {
      const body = typed.trim().replace(/^−/, "-").replace(/\s*%$/, "");
      // Points and commas both part the decimals here: such numbers are too small to be grouped.
      return /^-?\d+[.,]?\d*$/.test(body) ? parse(body.replace(",", ".")) : bad("notDecimal");
    },
    toText: (value, locale) =>
      value == null
        ? ""
        : String(value)
            .replace("-", "−")
            .replace(".", locale === "vi" ? "," : "."),
  };
}

function unscaled(stored: number, scale: number): string {
  const digits = String(Math.abs(stored)).padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const decimals = digits.slice(digits.length - scale).replace(/0+$/, "");
  return `${stored < 0 ? "-" : ""}${whole}${decimals ? `.${decimals}` : ""}`;
}
