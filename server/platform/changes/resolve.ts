import { BEGINNING, FOREVER } from "../kinds/all";
import type { Resource } from "../registry/registry";
import { fault, isSame, type Intent, type Values } from "./change";
import type { Stored, StoredState } from "./load";
import type { Work } from "./work";

/** Decides which rows of which tables an intent writes, from the row as it stands. */
export function resolve(work: Work, intent: Intent, stored: Stored | undefined, today: string): void {
  if (intent.action === "CREATE") return create(work, intent);
  if (!stored) {
    const { label } = intent.resource;
    work.refuse(fault(intent, "NOT_FOUND", "id", "NOT_FOUND", { id: intent.id, field: label.vi.toLowerCase() }));
    return;
  }
  if (stored.version !== intent.version) {
    work.refuse(
      fault(intent, "STALE", "version", "STALE", {
        current: stored.version,
        version: intent.version ?? 0,
        who: "?",
        at: "?",
      }),
    );
    return;
  }
  if (intent.action === "DELETE") remove(work, intent, stored, today);
  else if (intent.resource.states) updateIdentity(work, intent, stored, today);
  else updatePlain(work, intent, stored);
}

function create(work: Work, intent: Intent): void {
  const { resource, index, id, stateId } = intent;
  const row: Values = {};
  for (const field of resource.fields)
    if (field.kind.name !== "secret" || field.name in intent.values)
      row[field.name] = intent.values[field.name] ?? null;
  work.setVersions(resource, id, null, 1);
  work.views.push({ intent, before: null, after: row });
  const { fixed, dated } = parts(resource, row);
  work.add({ index, resource, action: "CREATE", id, stateId: null, before: null, after: fixed });
  if (resource.states) work.add({ index, resource, action: "CREATE", id, stateId, before: null, after: dated });
}

function remove(work: Work, intent: Intent, stored: Stored, today: string): void {
  const { resource, index, id } = intent;
  work.setVersions(resource, id, stored.version, null);
  const shown = stateOn(stored.states, today) ?? stored.states.at(-1);
  work.views.push({ intent, before: { ...stored.values, ...shown?.values }, after: null });
  for (const state of stored.states)
    work.add({ index, resource, action: "DELETE", id, stateId: state.id, before: state.values, after: null });
  work.add({ index, resource, action: "DELETE", id, stateId: null, before: stored.values, after: null });
}

function updatePlain(work: Work, intent: Intent, stored: Stored): void {
  const after = { ...stored.values, ...intent.values };
  work.views.push({ intent, before: stored.values, after });
  if (!isChanged(intent.resource, stored.values, after)) return;
  work.setVersions(intent.resource, intent.id, stored.version, stored.version + 1);
  work.add({
    index: intent.index,
    resource: intent.resource,
    action: "UPDATE",
    id: intent.id,
    stateId: null,
    before: stored.values,
    after,
  });
}

/**
 * An identity's fixed fields are corrected; its dated ones open a new state from a day, or correct the state of that
 * day, or without a day the current one.
 */
function updateIdentity(work: Work, intent: Intent, stored: Stored, today: string): void {
  const { resource, index, id } = intent;
  const given = parts(resource, intent.values, true);
  const day = intent.from ?? today;
  const state = stateOn(stored.states, day) ?? (intent.from === null ? nearest(stored.states, day) : undefined);
  if (!state) {
    work.refuse(
      fault(intent, "OUTSIDE_VALIDITY", intent.from === null ? "validFrom" : "from", "noStateOnDay", { date: day }),
    );
    return;
  }
  const fixed = { ...stored.values, ...given.fixed };
  const dated = { ...state.values, ...given.dated };
  work.views.push({ intent, before: { ...stored.values, ...state.values }, after: { ...fixed, ...dated } });
  const isFixedChanged = isChanged(resource, stored.values, fixed);
  const isDatedChanged = isChanged(resource, state.values, dated);
  if (!isFixedChanged && !isDatedChanged) return;
  work.setVersions(resource, id, stored.version, stored.version + 1);
  if (isFixedChanged)
    work.add({ index, resource, action: "UPDATE", id, stateId: null, before: stored.values, after: fixed });
  if (!isDatedChanged) return;
  const opens = intent.from !== null && intent.from > ((state.values.validFrom as string | null) ?? BEGINNING);
  if (!opens) {
    work.add({ index, resource, action: "UPDATE", id, stateId: state.id, before: state.values, after: dated });
    return;
  }
  work.add({
    index,
    resource,
    action: "UPDATE",
    id,
    stateId: state.id,
    before: state.values,
    after: { ...state.values, validTo: intent.from },
  });
  const opened = { ...dated, validFrom: given.dated.validFrom ?? intent.from };
  work.add({ index, resource, action: "CREATE", id, stateId: intent.stateId, before: null, after: opened });
  work.views.at(-1)!.after = { ...fixed, ...opened };
}

const begins = (state: StoredState): string => (state.values.validFrom as string | null) ?? BEGINNING;
const ends = (state: StoredState): string => (state.values.validTo as string | null) ?? FOREVER;

export const stateOn = (states: StoredState[], day: string): StoredState | undefined =>
  states.find((s) => begins(s) <= day && day < ends(s));

/** What is corrected when nothing holds today: the state to come, or the last one there was. */
const nearest = (states: StoredState[], day: string): StoredState | undefined =>
  states.find((s) => begins(s) > day) ?? states.at(-1);

function parts(resource: Resource, row: Values, onlyGiven = false): { fixed: Values; dated: Values } {
  const fixed: Values = {};
  const dated: Values = {};
  for (const field of resource.fields) {
    if (onlyGiven && !(field.name in row)) continue;
    if (!(field.name in row)) continue;
    (resource.states && field.dated ? dated : fixed)[field.name] = row[field.name];
  }
  return { fixed, dated };
}

function isChanged(resource: Resource, before: Values, after: Values): boolean {
  return resource.fields.some(
    (f) =>
      f.name in after && (f.kind.name === "secret" ? after[f.name] != null : !isSame(before[f.name], after[f.name])),
  );
}
