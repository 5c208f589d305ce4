import { fold } from "../../server/platform/text/fold";
import type { CellProblem, GridColumnSpec, ListOption, Locale, ReadResult, RefValue } from "./grid-column";

/** The reason a reference carries while its name is being looked up. */
export const RESOLVING = "resolving";

const refs = (value: unknown): RefValue[] => (value == null ? [] : Array.isArray(value) ? value : [value as RefValue]);

/** What a cell shows and what copying it gives. Names of rows may hold commas, so references are set apart by ";". */
export function cellText(column: GridColumnSpec, value: unknown, locale: Locale): string {
  if (value == null) return "";
  if (column.search)
    return refs(value)
      .map((ref) => ref.label)
      .join("; ");
  if (column.choices) {
    const ids = Array.isArray(value) ? value : [value];
    return ids.map((id) => column.choices?.find((choice) => choice.id === id)?.label ?? String(id)).join(", ");
  }
  return column.kind.toText(value, locale);
}

/** What the API takes for the cell: ids for references, the value itself for everything else. */
export function wireValue(column: GridColumnSpec, value: unknown): unknown {
  if (value == null) return column.many ? [] : null;
  if (!column.search) return value;
  return column.many ? refs(value).map((ref) => ref.id) : (value as RefValue).id;
}

/** What the API takes when only the value is known. */
export function plainValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainValue);
  return typeof value === "object" && value !== null && "id" in value ? value.id : (value ?? null);
}

/** Whether two cell values are the same to a person: references by id, nothing and an empty list alike. */
export function sameValue(a: unknown, b: unknown): boolean {
  return comparable(a) === comparable(b);
}

function comparable(value: unknown): string {
  if (value == null || value === "") return "null";
  if (Array.isArray(value)) return value.length === 0 ? "null" : `[${value.map(comparable).join(",")}]`;
  if (typeof value === "object" && "id" in value) return JSON.stringify(value.id);
  return JSON.stringify(value);
}

const fail = (problem: CellProblem): ReadResult => ({ ok: false, problem });
const parts = (text: string) =>
  text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);

/**
 * Reads what was typed or pasted into a cell. A reference answers with the reason RESOLVING: the text is kept and
 * looked up afterwards by `resolveRefs`.
 */
export function readText(column: GridColumnSpec, text: string, locale: Locale): ReadResult {
  if (text === "" || (text.trim() === "" && (isList(column) || column.amount))) {
    return column.required ? fail({ reason: "required" }) : { ok: true, value: column.many ? [] : null };
  }
  if (column.search) return fail({ reason: RESOLVING });
  if (column.choices) return readChoices(column, text);
  return column.kind.fromText(text, locale);
}

const isList = (column: GridColumnSpec) => Boolean(column.choices ?? column.search);

function readChoices(column: GridColumnSpec, text: string): ReadResult {
  const found: string[] = [];
  for (const part of column.many ? splitKnown(column.choices ?? [], text) : [text]) {
    const option = exactOptions(column.choices ?? [], part);
    if (option.length !== 1) return fail({ reason: "notInList", values: { text: part } });
    found.push(option[0].id);
  }
  return { ok: true, value: column.many ? [...new Set(found)] : found[0] };
}

/** Several values are written with ";", or with "," where that gives known names ("Huyện, xã"). */
function splitKnown(options: readonly ListOption[], text: string): string[] {
  const bySemicolon = parts(text);
  if (bySemicolon.every((part) => exactOptions(options, part).length > 0)) return bySemicolon;
  const byComma = bySemicolon
    .flatMap((part) => part.split(","))
    .map((part) => part.trim())
    .filter(Boolean);
  return byComma.every((part) => exactOptions(options, part).length > 0) ? byComma : bySemicolon;
}

const squeezed = new Map<string, string>();

/** A text as names are compared: without accents, case and doubled spaces. Remembered, since a paste repeats names. */
function squeeze(text: string): string {
  let result = squeezed.get(text);
  if (result === undefined) {
    result = fold(text).trim().replace(/\s+/g, " ");
    if (squeezed.size > 5000) squeezed.clear();
    squeezed.set(text, result);
  }
  return result;
}

/** The options whose name, code or value is the text, exactly if any is, else without accents and case. */
export function exactOptions(options: readonly ListOption[], text: string): ListOption[] {
  const wanted = text.trim().normalize("NFC");
  const exact = options.filter((o) => o.label === wanted || o.hint === wanted || o.id === wanted);
  if (exact.length > 0) return exact;
  const folded = squeeze(text);
  return options.filter((o) => squeeze(o.label) === folded || (o.hint !== undefined && squeeze(o.hint) === folded));
}

/** The options that contain every typed word, those that begin with the text first. */
export function filterOptions(options: readonly ListOption[], text: string): ListOption[] {
  const folded = squeeze(text);
  if (folded === "") return [...options];
  const words = folded.split(" ");
  const rank = (option: ListOption) => {
    const label = squeeze(option.label);
    const hint = squeeze(option.hint ?? "");
    if (label === folded || hint === folded) return 0;
    if (label.startsWith(folded) || hint.startsWith(folded)) return 1;
    return words.every((word) => label.includes(word) || hint.includes(word)) ? 2 : 3;
  };
  return options
    .map((option) => ({ option, rank: rank(option) }))
    .filter((entry) => entry.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map((entry) => entry.option);
}

/** Looks a typed reference up by its column's search. Never guesses: none and several are both problems. */
export async function resolveRefs(column: GridColumnSpec, text: string): Promise<ReadResult> {
  const found: RefValue[] = [];
  for (const part of column.many ? parts(text) : [text]) {
    const options = exactOptions((await column.search?.(part.trim())) ?? [], part);
    const names = { text: part };
    if (options.length === 0) return fail({ reason: "noSuchRow", values: names });
    if (options.length > 1) return fail({ reason: "severalRows", values: { ...names, count: options.length } });
    found.push({ id: options[0].id, label: options[0].label });
  }
  return { ok: true, value: column.many ? found : found[0] };
}
