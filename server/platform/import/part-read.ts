import type { Values } from "../changes/change";
import type { Resource } from "../registry/registry";
import { rowProblems } from "../registry/row-problems";
import type { RuleProblem } from "../registry/rule";
import type { Cell } from "./cells";
import type { RowProblem } from "./row-result";

/** A row of a file of which something is wrong already, and what is known of it all the same. */
export interface PartRead {
  resource: Resource;
  cells: ReadonlyMap<string, Cell>;
  problems: readonly RowProblem[];
  /** The stored row as people see it; null for a new one, or where it is not known which it is. */
  current: Values | null;
  /** Whether nobody can tell yet if the row is new. */
  isUncertain: boolean;
  /** What the readable cells change. */
  set: Values;
  note: string | null;
}

/**
 * What else is wrong with a row that the change path will never see: required values and the rules of its noun, as far
 * as what could be read allows, so that a person mends the row once.
 */
export function furtherProblems({ resource, cells, problems, current, isUncertain, set, note }: PartRead) {
  const unread = new Set(problems.flatMap(({ field }) => (field === null ? [] : [field])));
  for (const { name, write } of resource.fields) {
    // Derived fields are made of what the row refers to, on its way to the table.
    if (write === "never") unread.add(name);
    // Of a stored row, what the file has no column for would be there.
    if (isUncertain && !cells.has(name)) unread.add(name);
  }
  const blank = Object.fromEntries(resource.fields.map(({ name }) => [name, null]));
  const action = current ? "UPDATE" : "CREATE";
  const found = rowProblems(resource, { ...(current ?? blank), ...set }, { before: current, action, note }, unread);
  // A field is told of once: what could not be read in it comes first.
  return found.filter(({ field }: RuleProblem) => !unread.has(field));
}
