import { mayReadField, scopeOf, type RowScope } from "../policy/policy";
import type { Resource } from "../registry/registry";
import type { Request } from "./request";
import { fragment, join, quoted, Source, type Fragment } from "./statement";

const NOTHING = fragment("1 = 0");
const NO_IDS = fragment("SELECT none.id FROM (SELECT 0 AS id) none WHERE none.id > 0");

/** The ids of the rows at and below one node of a tree of identities, as the tree stands on a day. */
export function subtree(tree: Resource, top: string, day: string): Fragment {
  const states = tree.states!;
  const parent = quoted(tree.tree!.column);
  return fragment(
    `WITH RECURSIVE own(id) AS (SELECT ? UNION SELECT s.${quoted(states.owner)} FROM ${quoted(states.table)} s JOIN own ON s.${parent} = own.id ` +
      `WHERE s.valid_from <= ? AND s.valid_to > ?) SELECT id FROM own`,
    Number(top),
    day,
    day,
  );
}

/** The ids that one of a scoped row's references must be among; nothing where the person stands nowhere in the tree. */
function insideOf(scope: RowScope, request: Request): Fragment {
  const top = request.person?.agencyId;
  return top ? subtree(request.registry.single(scope.within), top, request.today) : NO_IDS;
}

/**
 * For statements that are no plan of the planner: the ids among which one of the references of a row must be for the
 * person to see it, as a query; null where they may see every row of the resource.
 */
export function ownPart(resource: Resource, request: Request): Fragment | null {
  const scope = scopeOf(resource.policy, request.person);
  return scope ? insideOf(scope, request) : null;
}

function within(source: Source, scope: RowScope, request: Request): Fragment {
  if (!request.person?.agencyId) return NOTHING;
  const parts = scope.anyOf.map((name) => {
    const inside = insideOf(scope, request);
    return fragment(`${source.column(source.resource.byName.get(name)!)} IN (${inside.sql})`, ...inside.parameters);
  });
  const any = join(parts, " OR ");
  return fragment(`(${any.sql})`, ...any.parameters);
}

/** The rows of a resource a person may see at all, as a predicate; null where they may see every one. */
export function scopePredicate(source: Source, request: Request): Fragment | null {
  if (source.resource.name === "ChangeRow") return historyPredicate(source, request);
  if (source.resource.name === "ChangeSet") return changeSetPredicate(source, request);
  const scope = scopeOf(source.resource.policy, request.person);
  return scope ? within(source, scope, request) : null;
}

/** Whoever may not read every field of a resource would read them in its history: they read none of it. */
export const mayReadHistoryOf = (resource: Resource, request: Request): boolean =>
  resource.fields.every((f) => f.kind.name === "secret" || mayReadField(resource.policy, f.name, request.person));

/** A change set is seen where one of its rows is. */
function changeSetPredicate(source: Source, request: Request): Fragment | null {
  const { resources } = request.registry;
  const isOpen = (r: Resource) => !r.history || (mayReadHistoryOf(r, request) && !scopeOf(r.policy, request.person));
  if (resources.every(isOpen)) return null;
  const rows = new Source(request.registry.single("changeRow"), request);
  const seen = historyPredicate(rows, request);
  const link = `${rows.column(rows.resource.byName.get("changeSet")!)} = ${source.id}`;
  return fragment(`EXISTS (SELECT 1 FROM ${rows.from()} WHERE ${link} AND ${seen.sql})`, ...seen.parameters);
}

/** History of a row is seen by who sees the row. A row that is gone is seen by who is not bound to a scope. */
function historyPredicate(source: Source, request: Request): Fragment {
  const { registry } = request;
  const name = source.column(source.resource.byName.get("resource")!);
  const row = source.column(source.resource.byName.get("rowId")!);
  const readable = registry.resources.filter((r) => r.history && mayReadHistoryOf(r, request));
  const free = readable.filter((r) => scopeOf(r.policy, request.person) === null);
  const parts: Fragment[] = [];
  if (free.length > 0)
    parts.push(fragment(`${name} IN (${free.map(() => "?").join(", ")})`, ...free.map((r) => r.name)));
  for (const resource of readable.filter((r) => !free.includes(r))) parts.push(ofScoped(resource, name, row, request));
  if (parts.length === 0) return NOTHING;
  const any = join(parts, " OR ");
  return fragment(`(${any.sql})`, ...any.parameters);
}

function ofScoped(resource: Resource, name: string, row: string, request: Request): Fragment {
  const inner = new Source(resource, request);
  const scope = scopePredicate(inner, request)!;
  const id = inner.id;
  return fragment(
    `(${name} = ? AND ${row} IN (SELECT ${id} FROM ${inner.from()} WHERE ${scope.sql}))`,
    resource.name,
    ...scope.parameters,
  );
}
