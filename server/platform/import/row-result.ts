import type { CellChange } from "../changes/change";
import { sentences } from "../errors/sentence";
import type { RefusalCode, Values } from "../errors/refusal";
import type { Label } from "../text/label";
import type { Column } from "./headings";
import type { LeftOut } from "./left-out";

/** What becomes of a line; LEFT_OUT is a total or the head of a band, which is no row. */
export type RowAction = "NEW" | "CHANGED" | "SAME" | "WRONG" | "LEFT_OUT";

/** What is wrong with a row of a file: in which column, with what value, why, and what may have been meant. */
export interface RowProblem {
  field: string | null;
  /** The file's column, counted from 1, and its heading; null where it is about the row. */
  column: number | null;
  header: string | null;
  value: string | null;
  code: RefusalCode;
  messageVi: string;
  messageEn: string;
  suggestions?: string[];
}

/** A cell that a row of a file changes, as values and in words. */
export interface ResultCell extends CellChange {
  beforeText: string;
  afterText: string;
}

/** What a row of a file does. */
export interface RowResult {
  line: number;
  /** What the row is known again by, in the file's words. */
  key: string;
  action: RowAction;
  /** Why a line is left out. */
  leftOut?: LeftOut;
  /** The cells that are new or changed. */
  cells: ResultCell[];
  problems: RowProblem[];
  /** What the file says in each column that is read, by field. */
  texts: Record<string, string>;
}

/** What is known of a problem before its sentences are made. */
export interface ProblemParts {
  field: string | null;
  label?: Label;
  column: Pick<Column, "number" | "header"> | null;
  value: string | null;
  code: RefusalCode;
  reason: string;
  values?: Values;
  suggestions?: string[];
}

export function rowProblem({
  field,
  label,
  column,
  value,
  code,
  reason,
  values,
  suggestions,
}: ProblemParts): RowProblem {
  const shown = value === null ? null : value.slice(0, 200);
  const said = sentences(code, reason, { ...values, shown: shown ?? "" }, field, label);
  const where = { column: column?.number ?? null, header: column?.header ?? null };
  const problem = { field, ...where, value: shown, code, ...said };
  return suggestions && suggestions.length > 0 ? { ...problem, suggestions } : problem;
}
