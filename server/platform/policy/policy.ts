import type { Label } from "../text/label";

/** The seven roles of the product, as every person holds one or more. */
export type Role = "ADMINISTRATOR" | "CATALOG" | "AGENCY" | "FINANCE" | "POST" | "LEADER" | "REPORTER";

export const ALL_ROLES: readonly Role[] = [
  "ADMINISTRATOR",
  "CATALOG",
  "AGENCY",
  "FINANCE",
  "POST",
  "LEADER",
  "REPORTER",
];

/**
 * For these roles only rows are seen and written of which one of the references lies in the person's own part of a
 * tree: `within` names the person's field that points into it ("agency").
 */
export interface RowScope {
  roles: readonly Role[];
  anyOf: readonly string[];
  within: string;
}

export interface FieldPolicy {
  read?: readonly Role[];
  change?: readonly Role[];
}

/** An act with a name of its own, by which fields are written that no change of a row writes. */
export interface VerbPolicy {
  /** What people call it, as it is found in the screens. */
  label: Label;
  by: readonly Role[];
  /** The fields it writes. */
  sets: readonly string[];
  /** It is not done without a reason, which is the note of its change set. */
  withReason?: true;
  /** What it writes is computed from rows that the person need not see one by one: references are not asked about. */
  isComputed?: true;
}

/** Who reads and changes a resource. What is not said is refused; a person with several roles has what any of them has. */
export interface Policy {
  read: readonly Role[];
  change: readonly Role[];
  fields?: Record<string, FieldPolicy>;
  verbs?: Record<string, VerbPolicy>;
  scope?: RowScope;
}

/** Somebody who asks: who they are, what they may, and by what right they came in. */
export interface Person {
  id: string;
  name: string;
  roles: readonly Role[];
  agencyId: string | null;
  /** Came by a token that only reads. */
  readOnly: boolean;
  /** Came by a token: makes no tokens and changes no people, whatever the person may. */
  byToken?: boolean;
}

const holds = (person: Person | null, roles: readonly Role[]) =>
  person !== null && person.roles.some((r) => roles.includes(r));

export const mayRead = (policy: Policy, person: Person | null): boolean => holds(person, policy.read);
export const mayChange = (policy: Policy, person: Person | null): boolean =>
  person !== null && !person.readOnly && holds(person, policy.change);
/** Whether the person may do what a verb of the resource does. */
export const mayDo = (policy: Policy, verb: string, person: Person | null): boolean =>
  person !== null && !person.readOnly && holds(person, policy.verbs?.[verb]?.by ?? []);
export const mayReadField = (policy: Policy, name: string, person: Person | null): boolean =>
  mayRead(policy, person) && holds(person, policy.fields?.[name]?.read ?? policy.read);
export const mayChangeField = (policy: Policy, name: string, person: Person | null): boolean =>
  mayChange(policy, person) && holds(person, policy.fields?.[name]?.change ?? policy.change);

/** The scope that binds the person on this resource, or null where one of their roles sees every row. */
export function scopeOf(policy: Policy, person: Person | null): RowScope | null {
  if (!policy.scope || person === null) return null;
  const { scope } = policy;
  const free = person.roles.some((role) => policy.read.includes(role) && !scope.roles.includes(role));
  return free ? null : scope;
}
