import { FORM_COLUMNS } from "./national-form.rules";

/** What came of comparing a line of the form with the counts. */
export type CrossCheckState = "AGREES" | "DIFFERS" | "UNCERTAIN" | "NO_FORM" | "NO_COUNTS";

/** A column of the form and the figures of counts whose sum it is. */
export interface ComparedColumn {
  column: number;
  field: string;
  of: readonly string[];
}

const columns: Record<string, readonly string[]> = {
  receivedTotal: ["receivedOnline", "receivedCounter", "receivedPost", "carriedOver"],
  receivedOnline: ["receivedOnline"],
  receivedCounterPost: ["receivedCounter", "receivedPost"],
  carriedOver: ["carriedOver"],
  settledTotal: ["settledEarly", "settledOnTime", "settledLate"],
  settledEarly: ["settledEarly"],
  settledOnTime: ["settledOnTime"],
  settledLate: ["settledLate"],
  pendingTotal: ["pendingInTime", "pendingOverdue"],
  pendingInTime: ["pendingInTime"],
  pendingOverdue: ["pendingOverdue"],
};

/** Columns 3 to 13 of form II.06a/VPCP/KSTT. Column 5 is counter and post together. */
export const COMPARED: readonly ComparedColumn[] = Object.entries(columns).map(([field, of]) => ({
  column: FORM_COLUMNS[field],
  field,
  of,
}));

/** What the form and the counts have in common: received online, and received at the counter and by post. */
const SUPPLEMENT = [4, 5];

/** A figure summed over counts: null where none of them reports it, and how many of them leave it empty. */
export interface SummedFigure {
  sum: number | null;
  blank: number;
}

export interface ComparedCell {
  column: number;
  field: string;
  form: number | null;
  counts: number | null;
  /** Counts less form; null where one of them is not known. */
  difference: number | null;
  /** Counts that leave a figure of the column empty. */
  blankRows: number;
  agrees: boolean | null;
}

/** Compares the columns of one line. */
export function compareCells(
  form: Record<string, number | null> | null,
  counts: Record<string, SummedFigure> | null,
): ComparedCell[] {
  return COMPARED.map(({ column, field, of }) => {
    const parts = of.map((name) => counts?.[name] ?? { sum: null, blank: 0 });
    const isKnown = parts.every(({ sum }) => sum !== null);
    const said = form?.[field] ?? null;
    const summed = isKnown ? parts.reduce((total, { sum }) => total + sum!, 0) : null;
    const difference = said === null || summed === null ? null : summed - said;
    const blankRows = Math.max(...parts.map(({ blank }) => blank));
    return {
      column,
      field,
      form: said,
      counts: summed,
      difference,
      blankRows,
      agrees: difference === null ? null : difference === 0,
    };
  });
}

/** Days of a line's span that no count covers, and periods of its counts that lie in the span only in part. */
export interface Coverage {
  uncoveredDays: number;
  straddling: number;
}

/**
 * The state of a line. A difference is one only where the counts are of the same days as the form; and a line agrees only
 * where its two columns of dossiers received do.
 */
export function stateOf(
  hasForm: boolean,
  rows: number,
  cells: readonly ComparedCell[],
  { uncoveredDays, straddling }: Coverage,
): CrossCheckState {
  if (!hasForm) return "NO_FORM";
  if (rows === 0 && straddling === 0) return "NO_COUNTS";
  const isSameDays = uncoveredDays === 0 && straddling === 0;
  if (!isSameDays) return "UNCERTAIN";
  if (cells.some(({ agrees }) => agrees === false)) return "DIFFERS";
  const isTold = SUPPLEMENT.every((column) => cells.find((c) => c.column === column)!.agrees === true);
  return isTold ? "AGREES" : "UNCERTAIN";
}

/** Both ends included. */
export interface Days {
  firstDay: string;
  lastDay: string;
}

const DAY = 86_400_000;
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;

/** How many days two spans share. */
export function sharedDays(a: Days, b: Days): number {
  const first = Math.max(dayNumber(a.firstDay), dayNumber(b.firstDay));
  const last = Math.min(dayNumber(a.lastDay), dayNumber(b.lastDay));
  return Math.max(0, last - first + 1);
}

/** How many days of a span none of the others covers; the others lie wholly inside it. */
export function uncoveredDays(span: Days, others: readonly Days[]): number {
  let next = dayNumber(span.firstDay);
  let missing = 0;
  for (const { firstDay, lastDay } of [...others].sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1))) {
    missing += Math.max(0, dayNumber(firstDay) - next);
    next = Math.max(next, dayNumber(lastDay) + 1);
  }
  return missing + Math.max(0, dayNumber(span.lastDay) + 1 - next);
}

/** Whether a span lies wholly inside another. */
export const isInside = (inner: Days, outer: Days): boolean =>
  inner.firstDay >= outer.firstDay && inner.lastDay <= outer.lastDay;
