import type { RowRule, RuleContext, RuleProblem } from "./rule";

/** What a declaration says of one row by itself: a Resource of the server and one of the admin's model both fit. */
export interface RowLaw {
  fields: readonly { name: string; required: boolean; write: "always" | "create" | "never" }[];
  rules: readonly RowRule[];
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Everything that can be found wrong with one row without looking at another: required values, the order of its dates,
 * and the rules of its noun. `after` is null where the row goes. Pure: the server asks before it writes, the grid while
 * somebody types.
 * Of a row that is known in part, `unread` are the fields that nobody knows yet: what would have to look at one of them
 * stays silent, the rest is said.
 */
export function rowProblems(
  law: RowLaw,
  after: Record<string, unknown> | null,
  context: RuleContext,
  unread: ReadonlySet<string> = NOTHING,
): readonly RuleProblem[] {
  const problems: RuleProblem[] = [];
  if (after) {
    for (const { name, required, write } of law.fields) {
      if (!required || write === "never" || unread.has(name)) continue;
      if (after[name] == null || after[name] === "")
        problems.push({ code: "REQUIRED", field: name, reason: "required" });
    }
    problems.push(...informed((row) => emptyInterval(law, row), after, unread));
  }
  for (const rule of law.rules)
    problems.push(...informed((row) => rule(row, context), after ?? context.before ?? {}, unread));
  return problems;
}

/** What is said of a row by looking at what is known of it; nothing where it took an unread field into account. */
function informed(
  said: (row: Record<string, unknown>) => RuleProblem[],
  row: Record<string, unknown>,
  unread: ReadonlySet<string>,
): RuleProblem[] {
  if (unread.size === 0) return said(row);
  let isGuess = false;
  const known = { ...row };
  for (const name of unread) Object.defineProperty(known, name, { enumerable: true, get: () => void (isGuess = true) });
  const problems = said(known);
  return isGuess ? [] : problems;
}

function emptyInterval({ fields }: RowLaw, row: Record<string, unknown>): RuleProblem[] {
  const from = row.validFrom as string | null | undefined;
  const to = row.validTo as string | null | undefined;
  // Derived dates have a rule of their own that names the reference behind them.
  if (!from || !to || from < to || fields.find(({ name }) => name === "validTo")?.write === "never") return [];
  return [{ code: "OUTSIDE_VALIDITY", field: "validTo", reason: "emptyInterval", values: { from, to } }];
}
