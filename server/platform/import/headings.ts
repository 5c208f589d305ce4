import type { Field, Resource } from "../registry/registry";
import { restored } from "../sheet/formula";
import type { SheetRow, SheetValue } from "../sheet/sheet";
import { fold } from "../text/fold";

/** Why a column of a file is not read: said to whoever hands the file in. */
export type Ignored = "NUMBERING" | "ERRORS" | "COMPUTED" | "EMPTY" | "UNKNOWN" | "TWICE" | "CHOSEN";

/** A column of a file and the field it is read as: `number` counts from 1, as A is the first. */
export interface Column {
  number: number;
  header: string;
  field: string | null;
  ignored: Ignored | null;
}

/** Where a file's headings stand and what they are. */
export interface Headings {
  /** The line they end in; rows begin below it. */
  line: number;
  columns: Column[];
  /** How many columns are read. */
  matched: number;
  /** The language most of the headings are in: numbers are read as it writes them. */
  locale: "vi" | "en";
}

/** Fields of a row that every resource has. */
export const ROW_FIELDS = ["id", "version"];

/** Headings are looked for in so many rows at the top. */
export const HEADING_ROWS = 30;

const OWN: Record<string, string[]> = {
  id: ["Mã dòng", "Row id", "id"],
  version: ["Phiên bản", "Version"],
};
const NUMBERING = ["STT", "TT", "Số TT", "Số thứ tự", "No", "Ordinal"];
/** The column of a file that comes back with what is wrong with each row. */
export const HEADING_OF_ERRORS = { vi: "Lỗi", en: "Error" };

/** A heading as it is compared: without accents, case, punctuation and what stands in brackets only for people. */
export const headingKey = (header: string): string =>
  fold(header)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const withoutBrackets = (header: string): string => header.replace(/\([^)]*\)|\[[^\]]*\]|\*/g, " ");

/** Fields that a file may have: a secret is never in one, and what the system keeps as JSON is none of a person's. */
export const isInFiles = (field: Field): boolean => !["secret", "json"].includes(field.kind.name);

/** What each heading that is known for a resource stands for. */
export class KnownHeadings {
  private readonly names = new Map<
    string,
    { field: string | null; ignored: Ignored | null; locale: "vi" | "en" | null }
  >();

  constructor(resource: Resource) {
    for (const [field, headers] of Object.entries(OWN)) for (const header of headers) this.add(header, field);
    const fields = resource.fields.filter(isInFiles);
    for (const { name, label } of fields) {
      this.add(label.vi, name, null, "vi");
      this.add(label.en, name, null, "en");
    }
    for (const { name } of fields) this.add(name, name, null, "en");
    for (const { name, label } of resource.figures)
      for (const header of [label.vi, label.en, name]) this.add(header, null, "COMPUTED");
    for (const { name, headers } of fields) for (const header of headers) this.add(header, name, null, "vi");
    for (const header of NUMBERING) this.add(header, null, "NUMBERING");
    for (const header of Object.values(HEADING_OF_ERRORS)) this.add(header, null, "ERRORS");
  }

  /** What was named first stays: a field's own label goes before another's synonym. */
  private add(header: string, field: string | null, ignored: Ignored | null = null, locale: "vi" | "en" | null = null) {
    const key = headingKey(header);
    if (!this.names.has(key)) this.names.set(key, { field, ignored, locale });
  }

  find(header: string) {
    return this.names.get(headingKey(header)) ?? this.names.get(headingKey(withoutBrackets(header)));
  }
}

const textOf = (value: SheetValue | undefined): string =>
  value == null || typeof value === "object" ? "" : restored(String(value)).trim();

/**
 * The headings of a sheet among its first rows: the row, or the two rows one above the other, of which most are known.
 * Null where none is.
 */
export function findHeadings(rows: readonly SheetRow[], known: KnownHeadings): Headings | null {
  let best: Headings | null = null;
  rows.forEach((row, i) => {
    const single = read([row], known);
    const next = rows[i + 1];
    // A cell merged over two lines has its words in the first; one that spans columns has the names below it.
    const double = next && next.line === row.line + 1 ? read([row, next], known) : null;
    const below = double ? read([next], known) : null;
    const isTwoLines = double && double.matched > Math.max(single.matched, below!.matched);
    const found = isTwoLines ? double : single;
    if (isEnough(found) && found.matched > (best?.matched ?? 0)) best = found;
  });
  return best;
}

/** One known heading may be a coincidence, unless it stands alone or beside a numbering. */
function isEnough({ matched, columns }: Headings): boolean {
  const named = columns.filter((c) => c.header !== "" && c.ignored !== "NUMBERING");
  return matched >= 2 || (matched === 1 && named.length <= 2);
}

function read(lines: readonly SheetRow[], known: KnownHeadings): Headings {
  const width = Math.max(...lines.map((l) => l.values.length));
  const taken = new Set<string>();
  const tally = { vi: 0, en: 0 };
  const columns: Column[] = [];
  for (let i = 0; i < width; i++) {
    const words = lines.map((l) => textOf(l.values[i]));
    // The lower line names the column; where it is blank the upper one does. Both together may be one heading.
    const named = [...new Set([words.at(-1)!, words[0], words.filter(Boolean).join(" ")])].filter(Boolean);
    const found = named.map((header) => ({ header, what: known.find(header) })).find(({ what }) => what);
    const header = found?.header ?? named[0] ?? "";
    const field = found?.what?.field ?? null;
    const isTwice = field !== null && taken.has(field);
    if (field !== null && !isTwice) {
      taken.add(field);
      if (found!.what!.locale) tally[found!.what!.locale]++;
    }
    const ignored = isTwice ? "TWICE" : field ? null : (found?.what?.ignored ?? (header === "" ? "EMPTY" : "UNKNOWN"));
    columns.push({ number: i + 1, header, field: isTwice ? null : field, ignored });
  }
  return { line: lines.at(-1)!.line, columns, matched: taken.size, locale: tally.en > tally.vi ? "en" : "vi" };
}

/** The headings with what a person chose instead: the column's number, and the field it is read as or null for none. */
export function withChosen(headings: Headings, chosen: ReadonlyMap<number, string | null>): Headings {
  if (chosen.size === 0) return headings;
  const width = Math.max(headings.columns.length, ...chosen.keys());
  const columns = Array.from(
    { length: width },
    (_, i): Column => headings.columns[i] ?? { number: i + 1, header: "", field: null, ignored: "EMPTY" },
  );
  const byHand = new Set([...chosen.values()].filter((f) => f !== null));
  const out = columns.map((column): Column => {
    if (chosen.has(column.number)) {
      const field = chosen.get(column.number)!;
      return { ...column, field, ignored: field === null ? "CHOSEN" : null };
    }
    // What was chosen by hand takes the field from the column that had it by its heading.
    return column.field !== null && byHand.has(column.field) ? { ...column, field: null, ignored: "TWICE" } : column;
  });
  return { ...headings, columns: out, matched: out.filter((c) => c.field !== null).length };
}

/** A line that numbers the columns, as official forms have it below their headings: (1) (2) (3). */
export function isColumnNumbers({ values }: SheetRow): boolean {
  const said = values.map(textOf).filter(Boolean);
  const numbers = said.map((text) => /^\(?(\d{1,3})\)?$/.exec(text)?.[1]);
  return said.length >= 3 && numbers.every((n, i) => n !== undefined && Number(n) === Number(numbers[0]) + i);
}
