import { cellText, sameValue } from "./cell-text";
import { isEditable, type CellProblem, type GridColumnSpec, type GridRow, type Locale } from "./grid-column";
import type { OthersRow } from "./others";
import type { CheckedRows } from "./row-check";
import { conflictFields, missingFields, type RowProblem, type StagedRow } from "./staging";

/** A row as the grid shows it: from the source, new, not loaded yet, or the empty last row that becomes a new one. */
export type RowView =
  | { state: "saved"; row: GridRow; staged?: StagedRow }
  | { state: "new"; staged: StagedRow }
  | { state: "loading" }
  | { state: "adding" };

/** What marks a cell; where several apply the first of conflict, invalid, changed, changed by others; deleted before all. */
export type CellMark = "plain" | "others" | "changed" | "invalid" | "conflict" | "new" | "deleted";

export interface CellView {
  text: string;
  mark: CellMark;
  /** Grey words that stand for a missing value. */
  hint: string;
  locked: boolean;
  value: unknown;
  /** What the cell showed before it was edited. */
  before?: string;
  problem?: CellProblem;
  refusal?: RowProblem;
  /** Somebody else just gave it its value, or took its row away. */
  others?: OthersRow;
  /** What it showed before they did. */
  earlier?: string;
}

const EMPTY: CellView = { text: "", mark: "plain", hint: "", locked: false, value: null };

export function cellView(
  column: GridColumnSpec,
  view: RowView,
  locale: Locale,
  checks?: CheckedRows,
  others?: OthersRow,
): CellView {
  if (view.state === "loading") return { ...EMPTY, locked: true };
  if (view.state === "adding") return { ...EMPTY, locked: !isEditable(column, true) };
  const { staged } = view;
  const isNew = view.state === "new";
  if (column.computed) {
    const value = column.computed(editedValues(isNew ? {} : view.row.values, staged)) ?? null;
    return { ...EMPTY, value, text: cellText(column, value, locale), locked: true, mark: rowMarkOf(view) };
  }
  const before = (isNew ? null : valueBefore(view.row, staged, column.field)) ?? null;
  const cell = staged?.cells[column.field];
  const value = cell ? cell.value : before;
  const text = cell?.text ?? cellText(column, value, locale);
  const said = staged && (checks ? checks.problems(staged) : staged.problems);
  const refusal = said?.find((problem) => problem.field === column.field);
  const missing = isNew && missingFields(staged as StagedRow, [column]).length > 0;
  const problem = cell?.problem ?? (missing ? { reason: "required" } : undefined);
  const isGone = others?.row === null;
  const isTheirs = others !== undefined && (isGone || others.earlier.has(column.field));
  const mark = markOf(column, view, Boolean(problem && !missing) || Boolean(refusal));
  return {
    text,
    value,
    hint: text === "" ? hintOf(column, isNew ? {} : view.row.values, staged) : "",
    locked: !isEditable(column, isNew) || Boolean(staged?.deleted) || (isGone && !staged),
    mark: mark === "plain" && isTheirs ? (isGone ? "deleted" : "others") : mark,
    others: isTheirs ? others : undefined,
    earlier: isTheirs ? cellText(column, others.earlier.get(column.field), locale) : undefined,
    before: cell && !isNew ? cellText(column, before, locale) : undefined,
    problem,
    refusal,
  };
}

/** What a cell held when its row was first touched; of a column that was shown only later, what it holds now. */
const valueBefore = (row: GridRow, staged: StagedRow | undefined, field: string) =>
  staged && field in staged.before ? staged.before[field] : row.values[field];

/** The grey words of an empty cell; where they follow from the row, from the row as it is edited. */
function hintOf(column: GridColumnSpec, values: Readonly<Record<string, unknown>>, staged?: StagedRow): string {
  if (typeof column.emptyText !== "function") return column.emptyText ?? "";
  return column.emptyText(editedValues(values, staged));
}

/** What a row holds with its edits; a cell that cannot be read holds nothing. */
export function editedValues(
  values: Readonly<Record<string, unknown>>,
  staged: StagedRow | undefined,
): Readonly<Record<string, unknown>> {
  const edited = Object.entries(staged?.cells ?? {}).map(([field, cell]) => [field, cell.value]);
  return { ...values, ...staged?.before, ...Object.fromEntries(edited) };
}

/** What marks a row as a whole marks its computed cells too; one changed cell does not. */
const rowMarkOf = (view: RowView): CellMark =>
  view.state === "new" ? "new" : view.state === "saved" && view.staged?.deleted ? "deleted" : "plain";

function markOf(column: GridColumnSpec, view: RowView, invalid: boolean): CellMark {
  const staged = view.state === "saved" || view.state === "new" ? view.staged : undefined;
  if (!staged) return "plain";
  if (staged.deleted) return "deleted";
  if (staged.conflict && conflictFields(staged).includes(column.field)) return "conflict";
  if (invalid) return "invalid";
  if (view.state === "new") return "new";
  const cell = staged.cells[column.field];
  return cell && !sameValue(cell.value, staged.before[column.field] ?? null) ? "changed" : "plain";
}

/** The name of a row for people: the text of its strong column, else of its first. */
export function rowTitle(columns: readonly GridColumnSpec[], row: StagedRow, locale: Locale): string {
  const named = [...columns.filter((column) => column.strong), ...columns];
  for (const column of named) {
    const cell = row.cells[column.field];
    const text = cell?.text ?? cellText(column, cell ? cell.value : row.before[column.field], locale);
    if (text !== "") return text;
  }
  return "";
}
