import { Refusal } from "../errors/refusal";
import { parseDay, parseId } from "../kinds/all";
import { forbidden } from "../policy/forbidden";
import { mayChange, mayChangeField, mayDo, type VerbPolicy } from "../policy/policy";
import type { Field, Resource } from "../registry/registry";
import { LIMITS } from "../planner/limits";
import { fault, type Action, type Batch, type Fault, type Intent, type Values } from "./change";

export interface ReadBatch {
  intents: Intent[];
  faults: Fault[];
}

/**
 * Reads a batch: who may not change is refused as a whole, what cannot be read is a fault of its row. Nothing has been
 * sent to the database yet.
 */
export function readIntents(batch: Batch): ReadBatch {
  if (batch.changes.length > LIMITS.changes) {
    throw new Refusal("LIMIT", "changes", { value: batch.changes.length, max: LIMITS.changes }, "limitChanges");
  }
  const intents: Intent[] = [];
  const faults: Fault[] = [];
  const seen = new Set<string>();
  for (const [place, { resource, input, id, index = place }] of batch.changes.entries()) {
    mayPersonChange(batch, resource);
    const problems: Fault[] = [];
    const verb = verbOf(batch, resource);
    const intent = readOne(batch, index, resource, input, problems);
    if (intent.action === "CREATE" && id !== undefined) intent.id = id;
    if (verb?.withReason && !batch.note?.trim())
      problems.push(fault(intent, "REQUIRED", "reason", "verbNeedsReason", { verb: verb.label }));
    if (intent.id > 0) {
      const at = `${resource.name}:${intent.id}`;
      if (seen.has(at)) problems.push(fault(intent, "BAD_INPUT", "id", "twiceInBatch", { id: intent.id }));
      seen.add(at);
    }
    if (problems.length > 0) faults.push(...problems);
    else intents.push(intent);
  }
  return { intents, faults };
}

/** Throws unless whoever acts may change rows of the resource at all. */
export function mayPersonChange(batch: Batch, resource: Resource): void {
  // What people only read is written by the verbs it names, and by nothing else.
  if (resource.readOnly && !verbOf(batch, resource)) throw forbidden(resource);
  // The system itself acts without a person: at start, for the seeds.
  if (batch.person === null && ["SEED", "SYSTEM"].includes(batch.source)) return;
  if (batch.person === null) throw new Refusal("SIGN_IN", null);
  if (batch.person.readOnly) throw new Refusal("FORBIDDEN", resource.single, {}, "readOnlyToken");
  const { policy } = resource;
  const may = batch.verb === undefined ? mayChange(policy, batch.person) : mayDo(policy, batch.verb, batch.person);
  if (!may) throw forbidden(resource);
  // Whoever found a token must not make of it a password, or a person with more rights.
  if (batch.person.byToken && resource.fields.some((f) => f.kind.name === "secret"))
    throw new Refusal("FORBIDDEN", resource.single, {}, "tokenSecrets");
}

/** The parts of each sort of change, beside which nothing may stand. */
const PARTS = { UPDATE: ["id", "version", "from", "asOf", "set"], DELETE: ["id", "version"] };

function readOne(batch: Batch, index: number, resource: Resource, input: unknown, faults: Fault[]): Intent {
  const { action, body } = chosen(input);
  const intent: Intent = {
    index,
    resource,
    action,
    id: 0,
    version: null,
    from: null,
    asOf: null,
    values: {},
    stateId: null,
  };
  if (!body) {
    faults.push(fault(intent, "BAD_INPUT", null, "exactlyOne"));
    return intent;
  }
  if (action === "CREATE") {
    readValues(batch, intent, body, faults);
    for (const { name, stamp } of resource.fields) if (stamp) intent.values[name] = batch.person?.id ?? null;
    return intent;
  }
  const stray = Object.keys(body).find((name) => !PARTS[action].includes(name));
  if (stray !== undefined) faults.push(fault(intent, "BAD_INPUT", stray, "unknownField"));
  const id = parseId(body.id);
  if (!id.ok) faults.push(fault(intent, "BAD_INPUT", "id", id.problem.reason));
  else intent.id = Number(id.value);
  // A verb takes the row as it is, unless it names the version that was looked at.
  if (batch.verb === undefined || body.version !== undefined) {
    const version = body.version as number;
    if (!Number.isInteger(version) || version < 1) faults.push(fault(intent, "BAD_INPUT", "version", "notWhole"));
    intent.version = version;
  }
  if (action === "UPDATE") {
    readDay(intent, "from", body.from ?? null, faults);
    readDay(intent, "asOf", body.asOf ?? null, faults);
    checkDays(intent, body.set, faults);
    if (isObject(body.set)) readValues(batch, intent, body.set, faults);
    else faults.push(fault(intent, "REQUIRED", "set", "required"));
  }
  return intent;
}

const isObject = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const SORTS: Record<string, Action> = { create: "CREATE", update: "UPDATE", delete: "DELETE" };

/** The one sort of change that is given, with its body; null where there is none, several, or something else beside. */
function chosen(input: unknown): { action: Action; body: Values | null } {
  const given = isObject(input) ? Object.entries(input).filter(([, body]) => body !== undefined && body !== null) : [];
  const [name, body] = given.length === 1 ? given[0] : ["", null];
  const action = Object.hasOwn(SORTS, name) ? SORTS[name] : null;
  return { action: action ?? "UPDATE", body: action && isObject(body) ? body : null };
}

function readDay(intent: Intent, name: "from" | "asOf", given: unknown, faults: Fault[]): void {
  if (given === null) return;
  const day = parseDay(given);
  if (!intent.resource.states) faults.push(fault(intent, "BAD_INPUT", name, "fromNotDated"));
  else if (!day.ok) faults.push(fault(intent, day.problem.code, name, day.problem.reason, day.problem.values));
  else intent[name] = day.value;
}

function checkDays(intent: Intent, set: unknown, faults: Fault[]): void {
  const { from, asOf } = intent;
  if (from === null) return;
  if (asOf !== null) faults.push(fault(intent, "BAD_INPUT", "asOf", "fromOrAsOf"));
  // The day from which new values hold is where the new state begins: two days would leave one on which nothing held.
  if (isObject(set) && set.validFrom !== undefined && set.validFrom !== from)
    faults.push(fault(intent, "BAD_INPUT", "validFrom", "fromIsValidFrom"));
}

function readValues(batch: Batch, intent: Intent, given: Values, faults: Fault[]): void {
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const field = intent.resource.byName.get(name);
    const unwritable = writeProblem(field, intent.action, verbOf(batch, intent.resource));
    if (!field || unwritable) {
      faults.push(fault(intent, "BAD_INPUT", name, unwritable ?? "unknownField"));
      continue;
    }
    if (
      batch.person !== null &&
      batch.verb === undefined &&
      !mayChangeField(intent.resource.policy, name, batch.person)
    ) {
      throw forbidden(intent.resource, name);
    }
    if (value === null) {
      intent.values[name] = null;
      continue;
    }
    const read = field.kind.parse(value);
    if (read.ok) intent.values[name] = read.value;
    else faults.push(fault(intent, read.problem.code, name, read.problem.reason, read.problem.values));
  }
}

const verbOf = ({ verb }: Batch, { policy }: Resource): VerbPolicy | undefined =>
  verb === undefined ? undefined : policy.verbs?.[verb];

function writeProblem(field: Field | undefined, action: Action, verb: VerbPolicy | undefined): string | null {
  if (!field) return "unknownField";
  if (verb) return verb.sets.includes(field.name) ? null : "notWritable";
  if (field.write === "never") return "notWritable";
  return field.write === "create" && action === "UPDATE" ? "onlyAtCreate" : null;
}
