import type { Resource } from "../registry/registry";
import { fieldsOf, type Write } from "./change";

/**
 * Writes in the groups and the order in which the engines take them: identities before their states, states closed before
 * they are opened, what is referred to before what refers to it, and the other way round when rows go.
 */
export function inOrder(writes: readonly Write[]): Write[][] {
  const groups = new Map<string, Write[]>();
  const rankOf = ranks(new Set(writes.filter((w) => w.stateId === null).map((w) => w.resource)));
  for (const write of writes) {
    const { resource, action, stateId } = write;
    const rank = stateId !== null || action === "UPDATE" ? 0 : rankOf(resource);
    const turn = String(action === "DELETE" ? 999 - rank : rank).padStart(3, "0");
    const key = `${phase(write)} ${turn} ${resource.table} ${stateId === null ? 0 : 1}`;
    groups.set(key, [...(groups.get(key) ?? []), write]);
  }
  return [...groups.keys()].sort().map((key) => referredFirst(groups.get(key)!));
}

/** Rows are made from the top down and go from the bottom up; in between, spans are closed before others open. */
function phase(write: Write): number {
  const isState = write.stateId !== null;
  if (write.action === "CREATE") return isState ? 4 : 1;
  if (write.action === "UPDATE") return isState ? 3 : 2;
  return isState ? 0 : 9;
}

/** How many of the resources at hand stand between a resource and one that refers to none of them. */
function ranks(resources: Set<Resource>): (resource: Resource) => number {
  const known = new Map<Resource, number>();
  const rank = (resource: Resource): number => {
    const found = known.get(resource);
    if (found !== undefined) return found;
    // Resources that refer to each other in a ring have no order; the ring is cut where it is met.
    known.set(resource, 0);
    const targets = new Set(fieldsOf({ resource, stateId: null }).map((f) => f.kind.target));
    const below = [...resources].filter((other) => other !== resource && targets.has(other.single));
    const own = below.length === 0 ? 0 : 1 + Math.max(...below.map(rank));
    known.set(resource, own);
    return own;
  };
  return rank;
}

/** Rows of one table that refer to each other: whichever the others rest on is made first, and goes last. */
function referredFirst(writes: Write[]): Write[] {
  const [{ resource, action, stateId }] = writes;
  const own = stateId !== null ? [] : fieldsOf(writes[0]).filter((f) => f.kind.target === resource.single);
  if (own.length === 0 || action === "UPDATE" || writes.length === 1) return writes;
  const waiting = new Map(writes.map((w) => [w.id, w]));
  const out: Write[] = [];
  const take = (write: Write): void => {
    waiting.delete(write.id);
    for (const field of own) {
      const other = waiting.get(Number((write.after ?? write.before)![field.name] ?? 0));
      if (other) take(other);
    }
    out.push(write);
  };
  for (const write of writes) if (waiting.has(write.id)) take(write);
  return action === "DELETE" ? out.reverse() : out;
}
