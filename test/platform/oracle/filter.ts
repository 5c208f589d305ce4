import { BEGINNING, FOREVER, type Row } from "./tables";

export type Input = Record<string, unknown>;

/** Looks after the rows behind references and lists, for filters that reach there. */
export interface Beyond {
  /** The row a reference field of the row points to, or undefined where it is not to be seen. */
  referred(type: string, row: Row, field: string): { type: string; row: Row } | undefined;
  /** The rows of a list below the row; undefined where the field is no list. */
  listed(type: string, row: Row, field: string): { type: string; rows: Row[] } | undefined;
  /** Texts in which a row is searched. */
  texts(type: string, row: Row): string[];
}

/** Without tones, marks and case; đ is d. */
export const folded = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d");

/** Whether a row fulfils a filter, as the API's documentation says it. */
export function holds(beyond: Beyond, type: string, row: Row, filter: Input): boolean {
  return Object.entries(filter).every(([name, value]) => {
    if (value === null || value === undefined) return true;
    if (name === "and") return (value as Input[]).every((f) => holds(beyond, type, row, f));
    if (name === "or") return (value as Input[]).some((f) => holds(beyond, type, row, f));
    if (name === "not") return !holds(beyond, type, row, value as Input);
    if (name === "search") return found(beyond.texts(type, row), value as string);
    return onField(beyond, type, row, name, value as Input);
  });
}

function found(texts: string[], search: string): boolean {
  const words = folded(search)
    .split(/\s+/)
    .filter((w) => w !== "");
  return words.every((word) => texts.some((text) => folded(text).includes(word)));
}

function onField(beyond: Beyond, type: string, row: Row, name: string, input: Input): boolean {
  const list = beyond.listed(type, row, name);
  if (list) {
    const any = (f: Input) => list.rows.some((r) => holds(beyond, list.type, r, f));
    return (input.some == null || any(input.some as Input)) && (input.none == null || !any(input.none as Input));
  }
  return Object.entries(input).every(([operator, given]) => {
    if (given === undefined) return true;
    if (operator !== "is") return operates(name, row.values.get(name) ?? null, operator, given);
    if (given === null) return true;
    const target = beyond.referred(type, row, name);
    return target !== undefined && holds(beyond, target.type, target.row, given as Input);
  });
}

function operates(name: string, value: unknown, operator: string, given: unknown): boolean {
  if (operator === "isNull") return given === null || (value === null) === given;
  if (given === null) return operator === "eq" ? value === null : operator === "ne" ? value !== null : true;
  const same = (other: unknown) => value !== null && String(value) === String(other);
  switch (operator) {
    case "eq":
      return same(given);
    case "ne":
      return !same(given);
    case "in":
      return (given as unknown[]).some(same);
    case "contains":
      return value !== null && (value as string).includes((given as string).normalize("NFC"));
    case "has":
      return value !== null && (value as unknown[]).includes(given);
    default:
      return inOrder(name, value, operator, given);
  }
}

function inOrder(name: string, value: unknown, operator: string, given: unknown): boolean {
  const open = name === "validFrom" ? BEGINNING : name === "validTo" ? FOREVER : null;
  const end = value ?? open;
  if (end === null) return false;
  const whole = (text: unknown): boolean => typeof text === "string" && /^-?\d+$/.test(text);
  const isDecimal = typeof given === "string" && /^-?\d+(\.\d+)?$/.test(given);
  const [a, b] =
    whole(given) && whole(end)
      ? [BigInt(end as string), BigInt(given as string)]
      : isDecimal
        ? [Number(end), Number(given)]
        : [end as string, given as string];
  if (operator === "lt") return a < b;
  if (operator === "lte") return a <= b;
  if (operator === "gt") return a > b;
  if (operator === "gte") return a >= b;
  throw new Error(`no operator ${operator}`);
}
