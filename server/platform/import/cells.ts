import { date } from "../kinds/time";
import { bad, good, type Kind, type KindProblem, type Locale, type Parsed } from "../kinds/kind";
import { isSame } from "../changes/change";
import type { Field } from "../registry/registry";
import { restored } from "../sheet/formula";
import { isDay, type SheetValue } from "../sheet/sheet";
import type { Named } from "./references";

/** A cell of a file as it is read: a value of its field, a text that names a row, or what is wrong with it. */
export type Cell =
  | { state: "VALUE"; value: unknown }
  /** `named` is what the text names where more than the text decides it. */
  | { state: "NAMES"; text: string; named?: Named }
  | { state: "WRONG"; problem: KindProblem & { suggestions?: string[] } };

/** The text that a cell stands for, as people see it; the mark that keeps a spreadsheet from running it is taken off. */
export function cellText(value: SheetValue | undefined): string {
  if (value == null) return "";
  if (typeof value === "string") return restored(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (isDay(value)) return [date().toText(value.day, "vi"), value.time].filter(Boolean).join(" ");
  // All its digits, never with an exponent that nobody typed.
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

/** Reads a cell as a value of a field. `locale` is how numbers are written in the file. A blank cell is null. */
export function readCell(value: SheetValue | undefined, field: Field, locale: Locale): Cell {
  const text = cellText(value);
  // Nothing but white space is nothing.
  if (text.trim() === "") return { state: "VALUE", value: null };
  if (field.kind.target) return { state: "NAMES", text: text.trim() };
  const read = typed(value!, text, field.kind, locale);
  return read.ok ? { state: "VALUE", value: read.value } : { state: "WRONG", problem: read.problem };
}

function typed(value: SheetValue, text: string, kind: Kind, locale: Locale): Parsed {
  if (kind.name === "text") return kind.parse(text);
  // A spreadsheet's own days, numbers and truths are read as what they are; what is written is read as the language has it.
  if (kind.name === "date" && value !== null && isDay(value)) return kind.parse(value.day);
  if (kind.name === "moment") return moment(value, kind);
  if (kind.name === "bool" && typeof value === "boolean") return good(value);
  if (typeof value === "number") {
    if (kind.name === "int") return kind.parse(value);
    if (kind.name === "vnd") return Number.isInteger(value) ? kind.parse(text) : bad("notVnd");
    if (kind.name === "decimal") return kind.parse(String(value));
    if (kind.name === "date") return bad("notDate");
  }
  return kind.fromText(text, locale);
}

/** A moment of a spreadsheet is local; the world's is what is kept. Việt Nam has had one offset since 1975. */
function moment(value: SheetValue, kind: Kind): Parsed {
  if (typeof value === "string") return kind.parse(value);
  if (value === null || !isDay(value)) return bad("notMoment");
  return kind.parse(new Date(`${value.day}T${value.time ?? "00:00:00"}+07:00`).toISOString());
}

/**
 * Whether a cell says what the row holds already. What a file was written with comes back as it was, also where a person
 * could not have typed it.
 */
export function isUnchanged(cell: Cell, raw: SheetValue | undefined, current: unknown, kind: Kind): boolean {
  if (cell.state === "VALUE" && isSame(cell.value, current)) return true;
  const text = cellText(raw);
  if (current == null) return text === "";
  if (typeof current === "string" && current === text && !kind.target) return true;
  if (kind.name === "moment" && cell.state === "VALUE")
    return String(cell.value).slice(0, 19) === String(current).slice(0, 19);
  if (cell.state === "NAMES") return false;
  return text === kind.toText(current, "vi") || text === kind.toText(current, "en");
}
