import type { RowRule, RuleContext, RuleProblem } from "./rule";

/** What a declaration says of one row by itself: a Resource of the server and one of the admin's model both fit. */
export interface RowLaw {
  fields: readonly { name: string; required: boolean; write: "always" | "create" | "never" }[];
  rules: readonly RowRule[];
}

/**
 * Everything that can be found wrong with one row without looking at another: required values, the order of its dates,
 * and the rules of its noun. `after` is null where the row goes. Pure: the server asks before it writes, the grid while
 * somebody types.
 */
export function rowProblems(
  law: RowLaw,
  after: Record<string, unknown> | null,
  context: RuleContext,
): readonly RuleProblem[] {
  const problems: RuleProblem[] = [];
  if (after) {
    for (const { name, required, write } of law.fields) {
      if (!required || write === "never") continue;
      if (after[name] == null || after[name] === "")
        problems.push({ code: "REQUIRED", field: name, reason: "required" });
    }
    const empty = emptyInterval(law, after);
    if (empty) problems.push(empty);
  }
  for (const rule of law.rules) problems.push(...rule(after ?? context.before ?? {}, context));
  return problems;
}

function emptyInterval({ fields }: RowLaw, row: Record<string, unknown>): RuleProblem | null {
  const from = row.validFrom as string | null | undefined;
  const to = row.validTo as string | null | undefined;
  // Derived dates have a rule of their own that names the reference behind them.
  if (!from || !to || from < to || fields.find(({ name }) => name === "validTo")?.write === "never") return null;
  return { code: "OUTSIDE_VALIDITY", field: "validTo", reason: "emptyInterval", values: { from, to } };
}
