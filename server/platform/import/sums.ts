import type { Resource } from "../registry/registry";
import type { SheetValue } from "../sheet/sheet";
import { int } from "../kinds/all";
import type { Locale } from "../kinds/kind";
import { cellText, readCell, type Cell } from "./cells";
import type { Column } from "./headings";
import type { ProblemParts } from "./row-result";

const WHOLE = int({ min: 0 });

/**
 * Checks a column that is the sum of others against them. Where one of them is empty or has no column the sum may be
 * larger; it is never smaller than what is there.
 */
export function sumProblem(
  column: Column,
  values: readonly SheetValue[],
  cells: ReadonlyMap<string, Cell>,
  resource: Resource,
  locale: Locale,
): Omit<ProblemParts, "column"> | null {
  const text = cellText(values[column.number - 1]);
  const fields = column.of!.map((name) => resource.byName.get(name)!);
  const said = readCell(values[column.number - 1], { ...fields[0], kind: WHOLE }, locale);
  const about = { field: null, value: text };
  if (said.state === "WRONG") return { ...about, ...said.problem };
  if (said.state !== "VALUE" || said.value === null) return null;
  const parts = fields.map(({ name }) => cells.get(name));
  if (parts.some((part) => part && part.state !== "VALUE")) return null;
  const numbers = parts.flatMap((part) => (part?.state === "VALUE" && part.value != null ? [Number(part.value)] : []));
  const sum = numbers.reduce((a, b) => a + b, 0);
  const isWhole = numbers.length === fields.length;
  if (numbers.length === 0 || (isWhole ? sum === said.value : sum <= Number(said.value))) return null;
  const words = {
    vi: fields.map((f) => f.label.vi).join(" + "),
    en: fields.map((f) => f.label.en).join(" + "),
  };
  const told = { column: column.header, said: Number(said.value), fields: words, sum };
  return { ...about, code: "BAD_INPUT", reason: "fileSum", values: told };
}
