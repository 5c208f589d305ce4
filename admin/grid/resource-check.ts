import { sentences } from "../../server/platform/errors/sentence";
import { rowProblems, type RowLaw } from "../../server/platform/registry/row-problems";
import type { RowRule, RuleProblem } from "../../server/platform/registry/rule";
import type { ModelField, ModelResource } from "../platform/model";
import { plainValue } from "./cell-text";
import { NOTHING_WRONG, type RowCheck } from "./row-check";
import type { RowProblem, StagedRow } from "./staging";

/** Stands for a reason that will be given: a problem that goes away with it asks for one. */
const SOME_NOTE = "…";

type Values = Readonly<Record<string, unknown>>;

/**
 * The server's own rules over a staged row: the same functions, the same sentences. `defaults` are what the screen gives
 * to every new row. What the server derives from other rows is unknown while one types, and rules are told so.
 */
export function resourceCheck(resource: ModelResource, rules: readonly RowRule[], defaults: Values = {}): RowCheck {
  const law: RowLaw = { fields: resource.fields, rules };
  const lists = resource.fields.filter(({ kind }) => kind.name === "list");
  const derived = resource.fields.filter((field) => field.write === "never").map((field) => field.name);
  return (row) => {
    // What cannot be read yet is told by its cell; the server does not come to its rules either.
    if (Object.values(row.cells).some((cell) => cell.problem)) return NOTHING_WRONG;
    const before = row.id === null ? null : plain(row.before);
    const after = row.deleted ? null : afterOf(row, before ?? defaults, lists, derived);
    const action = row.id === null ? "CREATE" : row.deleted ? "DELETE" : "UPDATE";
    // A reference to a row that does not hold on the day seen reads as empty, and is there all the same.
    const isUnread = ({ name, required, kind }: ModelField) =>
      required && kind.name === "ref" && before?.[name] == null && !(name in row.cells);
    const unread = new Set(row.id === null ? [] : resource.fields.filter(isUnread).map(({ name }) => name));
    const found = (note: string | null) => rowProblems(law, after, { before, action, note }, unread);
    const bare = found(null);
    if (bare.length === 0) return NOTHING_WRONG;
    const told = found(SOME_NOTE);
    const needsNote = bare.find((problem) => !told.some((other) => other.reason === problem.reason));
    const isMissing = ({ reason }: RuleProblem) => action === "CREATE" && reason === "required";
    return {
      problems: told.filter((problem) => !isMissing(problem)).map((problem) => worded(resource, problem)),
      missing: told.filter(isMissing).map(({ field }) => field),
      needsNote: needsNote ? worded(resource, needsNote) : null,
    };
  };
}

const plain = (values: Values): Record<string, unknown> => {
  const out: Record<string, unknown> = {};
  for (const name in values) out[name] = values[name] === undefined ? undefined : plainValue(values[name]);
  return out;
};

/** The row as it would be after the save, in the API's values. */
function afterOf(row: StagedRow, from: Values, lists: readonly ModelField[], derived: readonly string[]): Values {
  const after: Record<string, unknown> = { ...from };
  for (const [field, { value }] of Object.entries(row.cells)) {
    const isList = lists.some(({ name }) => name === field);
    // A new row's empty cell is not sent at all; an emptied list is sent as an empty one.
    if (row.id === null && isEmpty(value)) delete after[field];
    else after[field] = isList && value == null ? [] : plainValue(value);
  }
  for (const name of derived) after[name] = undefined;
  return after;
}

const isEmpty = (value: unknown): boolean =>
  value == null || value === "" || (Array.isArray(value) && value.length === 0);

function worded(resource: ModelResource, { code, field, reason, values }: RuleProblem): RowProblem {
  return {
    field,
    code,
    reason,
    ...sentences(code, reason, values ?? {}, field, resource.fields.find(({ name }) => name === field)?.label),
  };
}

/**
 * The fields that a grid of the resource must hold so that its rules can be asked: rules look at the whole row. Long
 * texts are left where they are; no rule looks at them (a test holds rules to that).
 */
export function checkedFields(resource: ModelResource, rules: readonly RowRule[]): string[] {
  return resource.fields
    .filter(({ kind, required, write }) => {
      if (kind.name === "secret" || kind.multiline || write === "never") return false;
      return required || rules.length > 0;
    })
    .map((field) => field.name);
}
