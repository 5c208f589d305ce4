import { fold } from "../../server/platform/text/fold";
import type { CellProblem, GridColumnSpec, ListOption, Locale, ReadResult, RefValue } from "./grid-column";

/** The reason a reference carries while its name is being looked up. */
export const RESOLVING = "resolving";

const refs = (value: unknown): RefValue[] => (value == null ? [] : Array.isArray(value) ? value : [value as RefValue]);

/** A reference is known by its value: where it cannot be edited its column has no search. */
const isRef = (value: unknown): value is RefValue => typeof value === "object" && value !== null && "label" in value;

/** What a cell shows and what copying it gives. Names of rows may hold commas, so references are set apart by ";". */
export function cellText(column: GridColumnSpec, value: unknown, locale: Locale): string {
  if (value == null) return "";
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (all.length > 0 && all.every(isRef)) return all.map((ref) => ref.label).join("; ");
  if (column.choices) {
    return all.map((id) => column.choices?.find((choice) => choice.id === id)?.label ?? String(id)).join(", ");
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
    const option = namedChoices(column.choices ?? [], part);
    if (option.length !== 1) return fail({ reason: "notInList", values: { text: part } });
    found.push(option[0].id);
  }
  return { ok: true, value: column.many ? [...new Set(found)] : found[0] };
}

/** Several values are written with ";", or with "," where that gives known names ("Huyện, xã"). */
function splitKnown(options: readonly ListOption[], text: string): string[] {
  return parts(text).flatMap((part) => {
    // A name may hold a comma of its own ("Sở, ban, ngành").
    if (exactOptions(options, part).length > 0) return [part];
    const byComma = part
      .split(",")
      .map((each) => each.trim())
      .filter(Boolean);
    const known = byComma.filter((each) => namedChoices(options, each).length > 0);
    return known.length > 0 && byComma.length > 1 ? byComma : [part];
  });
}

/** The choices that a text names: in full, or by a beginning that only one of them has ("tra" for "Trả kết quả"). */
function namedChoices(options: readonly ListOption[], text: string): readonly ListOption[] {
  const exact = exactOptions(options, text);
  const folded = squeeze(text);
  if (exact.length > 0 || folded === "") return exact;
  const begun = options.filter((option) => squeeze(option.label).startsWith(folded));
  return begun.length === 1 ? begun : [];
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

/** How well an option fits what was typed: in full, from its beginning, from a word's beginning, somewhere, not at all. */
function rankOf(option: ListOption, folded: string): number {
  const names = [squeeze(option.label), ...(option.hint ? [squeeze(option.hint)] : [])];
  if (names.includes(folded)) return 0;
  if (names.some((name) => name.startsWith(folded))) return 1;
  if (names.some((name) => beginsWords(name, folded))) return 2;
  const words = folded.split(" ");
  return words.every((word) => names.some((name) => name.includes(word))) ? 3 : NO_FIT;
}

const NO_FIT = 4;

/** Whether the text begins at a word of the name ("quan huyen" in "Công an quận huyện"). */
const beginsWords = (name: string, folded: string) =>
  name.split(/[\s,.;:()/-]+/).some((_, at, all) => all.slice(at).join(" ").startsWith(folded));

/** The options in the order in which they fit what was typed; equals keep their order. */
export function rankOptions(options: readonly ListOption[], text: string): ListOption[] {
  const folded = squeeze(text);
  if (folded === "") return [...options];
  return options
    .map((option) => ({ option, rank: rankOf(option, folded) }))
    .sort((a, b) => a.rank - b.rank)
    .map((entry) => entry.option);
}

/** The options that contain every typed word, those that fit best first. */
export function filterOptions(options: readonly ListOption[], text: string): ListOption[] {
  const folded = squeeze(text);
  if (folded === "") return [...options];
  return rankOptions(
    options.filter((option) => rankOf(option, folded) < NO_FIT),
    text,
  );
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
