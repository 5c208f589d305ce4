import type { KindProblem } from "../kinds/kind";

/** What a rule finds wrong with one row: the code people's programs act on, the field, the sentence's key and its values. */
export interface RuleProblem {
  code: KindProblem["code"] | "OUTSIDE_VALIDITY" | "FORBIDDEN" | "CLOSED";
  field: string;
  reason: string;
  values?: Record<string, string | number>;
}

/** What a rule may look at beside the row: what was there before and the change set it is part of. */
export interface RuleContext {
  before: Record<string, unknown> | null;
  action: "CREATE" | "UPDATE" | "DELETE";
  note: string | null;
}

/** A rule about the fields of one row, in API values. Pure: the grid runs the same function as the server. */
export type RowRule = (row: Record<string, unknown>, context: RuleContext) => RuleProblem[];
