import type { Field, Resource } from "../registry/registry";
import { fold } from "../text/fold";

/** Why a column of a file is not read: said to whoever hands the file in. */
export type Ignored = "NUMBERING" | "ERRORS" | "COMPUTED" | "SUM" | "EMPTY" | "UNKNOWN" | "TWICE" | "CHOSEN";

/** A column of a file and the field it is read as: `number` counts from 1, as A is the first. */
export interface Column {
  number: number;
  header: string;
  field: string | null;
  ignored: Ignored | null;
  /** The reference that the column says too, beside the column that is read as it: its code beside its name. */
  also?: string;
  /** The fields that the column is the sum of: it is checked against them. */
  of?: readonly string[];
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

/**
 * A heading as it is compared: without accents, case and punctuation. A number in brackets is the number of a form's
 * column and keeps them: a 3 among the data is none.
 */
export function headingKey(header: string): string {
  const number = /^\s*\(\s*(\d{1,3})\s*\)\s*$/.exec(header);
  if (number) return `(${number[1]})`;
  return fold(header)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const withoutBrackets = (header: string): string => header.replace(/\([^)]*\)|\[[^\]]*\]|\*/g, " ");

/** Fields that a file may have: a secret is never in one, and what the system keeps as JSON is none of a person's. */
export const isInFiles = (field: Field): boolean => !["secret", "json"].includes(field.kind.name);

/** What a heading stands for. */
interface Known {
  field: string | null;
  ignored: Ignored | null;
  locale: "vi" | "en" | null;
  of?: readonly string[];
}

/** What each heading that is known for a resource stands for. */
export class KnownHeadings {
  private readonly names = new Map<string, Known>();

  constructor(private readonly resource: Resource) {
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
    for (const { label, headers, of } of resource.files?.sums ?? [])
      for (const header of [label.vi, label.en, ...headers])
        this.add(header, null, "SUM", header === label.en ? "en" : "vi", of);
    for (const header of resource.files?.derived ?? []) this.add(header, null, "COMPUTED");
    for (const header of NUMBERING) this.add(header, null, "NUMBERING");
    for (const header of Object.values(HEADING_OF_ERRORS)) this.add(header, null, "ERRORS");
  }

  /** What was named first stays: a field's own label goes before another's synonym. */
  private add(
    header: string,
    field: string | null,
    ignored: Ignored | null = null,
    locale: "vi" | "en" | null = null,
    of?: readonly string[],
  ): void {
    const key = headingKey(header);
    if (!this.names.has(key)) this.names.set(key, { field, ignored, locale, of });
  }

  isReference(field: string): boolean {
    return this.resource.byName.get(field)?.kind.target !== undefined;
  }

  find(header: string): Known | undefined {
    return this.names.get(headingKey(header)) ?? this.names.get(headingKey(withoutBrackets(header)));
  }
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
  const taken = new Set<string>();
  const out = columns.map((column): Column => {
    const { number, header } = column;
    if (chosen.has(number)) {
      const field = chosen.get(number)!;
      if (field === null) return column.ignored === "SUM" ? column : { number, header, field, ignored: "CHOSEN" };
      // A reference may be chosen for two columns: its code and its name.
      if (taken.has(field)) return { number, header, field: null, ignored: null, also: field };
      taken.add(field);
      return { number, header, field, ignored: null };
    }
    // What was chosen by hand takes the field from the column that had it by its heading.
    const own = column.field ?? column.also;
    return own !== undefined && own !== null && byHand.has(own)
      ? { number, header, field: null, ignored: "TWICE" }
      : column;
  });
  return { ...headings, columns: out, matched: out.filter((c) => c.field !== null).length };
}
