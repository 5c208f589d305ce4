import type { Resource } from "../registry/registry";
import type { Cell } from "./cells";
import type { Named } from "./references";
import type { ProblemParts } from "./row-result";

/** What was looked up for a portion. */
export interface Found {
  names: Map<Resource, Map<string, Named>>;
  /** The portion's new rows by the words that name them. */
  made: Map<string, number>;
  /** References of stored rows, as "field:id", that a file of the day shows as blank. */
  hidden: Set<string>;
}

/** Whether a cell says nothing. */
export const isBlank = (cell: Cell): boolean => cell.state === "VALUE" && cell.value === null;

/** What is said of a text that names no row, or several. */
export function unnamed({
  candidates,
  suggestions,
}: Named): Pick<ProblemParts, "code" | "reason" | "values" | "suggestions"> {
  if (candidates.length === 0) return { code: "NOT_FOUND", reason: "namesNothing", suggestions };
  return { code: "BAD_INPUT", reason: "namesSeveral", suggestions: candidates.map((c) => c.words) };
}
