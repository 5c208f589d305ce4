import type { JobProblem } from "../../platform/jobs/job";

/** What an import would do, or did, with a line of the file. */
export type ImportAction = "WRONG" | "CHANGED" | "NEW" | "SAME" | "LEFT_OUT";

/** The order people read them in: what needs a hand first. */
export const ACTIONS: readonly ImportAction[] = ["WRONG", "CHANGED", "NEW", "SAME", "LEFT_OUT"];

/** A value that a line brings beside the one that is there: as data, and in words for people. */
export interface ImportCell {
  field: string;
  before: unknown;
  after: unknown;
  beforeText: string;
  afterText: string;
}

/** Why a line cannot be imported. */
export interface ImportProblem extends JobProblem {
  /** The number of the file's column. */
  column: number | null;
  /** The text as the file has it. */
  value: string | null;
  /** Texts that would be accepted instead. */
  suggestions?: string[];
}

export interface ImportRow {
  line: number;
  /** What people know the row by. */
  key: string;
  action: ImportAction;
  /** Why a line is no row of data: it adds up others, or heads a band of them. */
  leftOut?: "TOTAL" | "BAND";
  /** The cells that are new or changed. */
  cells: ImportCell[];
  problems: ImportProblem[];
  /** What the file says in each column that is read, by field. */
  texts: Record<string, string>;
}

/** Why a column of the file is not read; UNKNOWN is the one that people may want to match by hand. */
export type Ignored = "NUMBERING" | "ERRORS" | "COMPUTED" | "SUM" | "EMPTY" | "UNKNOWN" | "TWICE" | "CHOSEN";

/** A column of the file, and the field it is read into. */
export interface FileColumn {
  number: number;
  header: string;
  field: string | null;
  ignored: Ignored | null;
  /** The reference that the column says too, beside the column that is read as it: code and name. */
  also?: string;
}

/** The answer to a preview or an import; its rows are fetched page by page. */
export interface ImportOutcome {
  /** The plural name of what was imported. */
  resource: string;
  dryRun: boolean;
  new: number;
  changed: number;
  same: number;
  wrong: number;
  /** Totals and heads of bands. */
  leftOut: number;
  /** Changed cells of the changed rows. */
  cells: number;
  changeSet: { id: string } | null;
  sheet: string | null;
  sheets: string[];
  headerLine: number;
  encoding: string | null;
  columns: FileColumn[];
  /** What a line is matched by, in order. */
  keys: string[][];
  /** Required fields that nothing says: they can be given for every line. */
  lacking: string[];
  /** What was given for every line, by field. */
  given: Record<string, string>;
  /** The field that follows from the others, where the file has no column for it. */
  filled: string | null;
  /** Stands for everything the preview would write; sent back with the import. */
  expect: string;
  problems?: JobProblem[];
}

/** How many lines there are of an action. */
export function countOf(outcome: ImportOutcome, action: ImportAction): number {
  return outcome[
    ({ NEW: "new", CHANGED: "changed", SAME: "same", WRONG: "wrong", LEFT_OUT: "leftOut" } as const)[action]
  ];
}

/** A text put in the place of what the file says. */
export interface Fix {
  line: number;
  column: number;
  text: string;
}

export type ImportMode = "ALL_OR_NONE" | "GOOD_ROWS";

/** How a file is to be read and written; everything but the file itself. */
export interface ImportOptions {
  sheet?: string;
  /** File column number → field, or null to leave it out. */
  columns?: Record<string, string | null>;
  /** Values for every line, by field: what the file has no column for. References by # and id. */
  set?: Record<string, string>;
  fixes: Fix[];
  asOf?: string;
  from?: string | null;
}
