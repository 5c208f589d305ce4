/** A day of a cell, with the time of day where it has one: 'YYYY-MM-DD' and 'HH:MM:SS'. */
export interface SheetDay {
  day: string;
  time?: string;
}

/** A value as a file holds it; a formula is its cached value and is never evaluated. */
export type SheetValue = string | number | boolean | SheetDay | null;

/** A row that has a value at all. `line` is its 1-based row in the sheet, or its record in a CSV file. */
export interface SheetRow {
  line: number;
  values: SheetValue[];
}

/** A file that was looked at and can be read. */
export interface OpenSheet {
  format: "csv" | "xlsx";
  sheetName: string | null;
  sheetNames: string[];
  /** The encoding that a CSV file was found to have, in the name people know it by; null for XLSX. */
  encoding: string | null;
  /** The rows in order, as they are read; may be iterated again from the start. */
  rows(): AsyncIterable<SheetRow>;
  /** Another sheet of the file, by its name; what its sheets share is not read a second time. */
  another(name: string): OpenSheet;
}

export interface SheetColumn {
  header: string;
  kind: "text" | "number" | "day" | "moment" | "bool";
  /** In pixels, as declarations have it. */
  width?: number;
}

/** Writes one row after the other. Waiting for `row` is what keeps a slow reader from filling the memory. */
export interface SheetWriter {
  row(values: SheetValue[]): Promise<void>;
  end(): Promise<void>;
}

/** What a file may have. Whatever is over a limit is refused by name, and as early as it can be known. */
export const SHEET_LIMITS = {
  /** The file as it is sent. */
  bytes: 32 * 1024 * 1024,
  /** Rows below the headings. */
  rows: 100_000,
  /** Titles, headings and notes that may stand around the rows. */
  rowsAround: 100,
  /** The last line of a spreadsheet: rows may stand far apart, and no farther than this. */
  lastLine: 1_048_576,
  columns: 200,
  /** Characters of a cell: what Excel itself can hold. */
  cell: 32_767,
  /** What a ZIP may hold: entries, bytes when inflated, and how much smaller a large entry may have been made. */
  entries: 2_000,
  inflated: 512 * 1024 * 1024,
  ratio: 200,
  /** Entries below this size are not judged by their ratio: short repetitive XML deflates well. */
  ratioFrom: 1024 * 1024,
  /** The text of all distinct strings of a workbook, as UTF-8. */
  sharedText: 96 * 1024 * 1024,
  /** The parts that are read whole: list of sheets, styles, relations. */
  part: 8 * 1024 * 1024,
} as const;

export const isDay = (value: SheetValue): value is SheetDay => typeof value === "object" && value !== null;
