import type { ChangedBy } from "./others";

/** What the grid is told about its columns and rows. It knows kinds of values, never a noun of the domain. */

export type Locale = "vi" | "en";

/** Why a typed text is no value: a key of the message files with the values its sentence names. */
export interface CellProblem {
  reason: string;
  values?: Record<string, string | number>;
}

export type ReadResult = { ok: true; value: unknown } | { ok: false; problem: CellProblem };

/** How one kind of value is read from what people type and shown to them; a kind of server/platform/kinds fits as it is. */
export interface CellKind {
  /** "date" and "bool" have editors of their own. */
  readonly name?: string;
  /** Reads typed or pasted text; empty text means null and is not given to it. */
  fromText(text: string, locale: Locale): ReadResult;
  toText(value: unknown, locale: Locale): string;
}

/** One thing that can be chosen from a list: a value of a choice, or a row of another resource by its id. */
export interface ListOption {
  id: string;
  label: string;
  /** A second name it is found by and shown with, such as an official code. */
  hint?: string;
}

/** The value of a reference cell: the row's id and the name it is shown by. */
export interface RefValue {
  id: string;
  label: string;
}

export interface GridColumnSpec {
  field: string;
  label: string;
  /** The field's explanation, shown when the pointer rests on the head. */
  about?: string;
  width: number;
  /** Key columns stay in view; they must come first. */
  frozen?: boolean;
  /** The column that names the row, set in medium weight. */
  strong?: boolean;
  editable: "always" | "create" | "never";
  required?: boolean;
  kind: CellKind;
  align?: "left" | "right";
  /** Adds the column up in the status bar: number or decimal string of a value, null where there is none. */
  amount?: (value: unknown) => bigint | number | null;
  /** The cell holds the `id` of one of these. */
  choices?: readonly ListOption[];
  /** The cell holds a RefValue found by this; it must find by name (accents or not) and by code. */
  search?: (text: string) => Promise<readonly ListOption[]>;
  /** The cell holds several choices (ids) or several references (RefValues). */
  many?: boolean;
  multiline?: boolean;
  /** Grey words for an empty cell where one would expect a value: "chưa có mã", or what the rest of the row means. */
  emptyText?: string | ((values: Readonly<Record<string, unknown>>) => string);
  /** A figure of the row's other cells as they are edited, for a column that is nobody's to write. */
  computed?: (values: Readonly<Record<string, unknown>>) => unknown;
  /** Whether a value asks for attention: it is set off by a triangle and a tint, e.g. what came late. */
  warns?: (value: unknown) => boolean;
  /** A word with a dashed outline at the cell's right end, e.g. "Minh họa" for what the demo invented. */
  note?: (row: GridRow) => string | null;
}

/** One row as the source gives it; `values` by field name. */
export interface GridRow {
  id: string;
  version: number;
  values: Readonly<Record<string, unknown>>;
}

export interface GridSource {
  /** Names the rows and their order. Where it stays the same (another column is shown) the grid keeps its place. */
  order?: string;
  /** One page in the order of the view. `limit` never exceeds 200. */
  load(offset: number, limit: number): Promise<{ rows: readonly GridRow[]; total: number }>;
  /** The newest state of one row, null when it is gone: asked for when a save was refused as stale. */
  one(id: string): Promise<GridRow | null>;
  /** The newest states of several rows, at most 200; those that are gone are absent. Whether they fit the view is not asked. */
  some?(ids: readonly string[]): Promise<readonly GridRow[]>;
  /** Which of these rows, at most 200, belong to the view. */
  matching?(ids: readonly string[]): Promise<readonly string[]>;
  /** Who wrote these rows last, at most 200. */
  lastChanges?(ids: readonly string[]): Promise<ReadonlyMap<string, ChangedBy>>;
}

/** Rows that a source is asked for at a time. */
export const MOST_ASKED = 200;

export const isListColumn = (column: GridColumnSpec) => column.choices !== undefined || column.search !== undefined;

/** A day is chosen from a calendar too. */
export const isDay = (column: GridColumnSpec) => column.kind.name === "date";

/** Yes or no is a box to be ticked. */
export const isTick = (column: GridColumnSpec) => column.kind.name === "bool";

export const isRight = (column: GridColumnSpec) => (column.align ?? (column.amount ? "right" : "left")) === "right";

/** Whether a cell of the column can be edited in an existing (`isNew` false) or a new row. */
export const isEditable = (column: GridColumnSpec, isNew: boolean) =>
  column.editable === "always" || (column.editable === "create" && isNew);
