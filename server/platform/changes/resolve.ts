import { BEGINNING, FOREVER } from "../kinds/all";
import { fault, isSame, type Intent, type Values } from "./change";
import type { Stored, StoredState } from "./load";
import type { Work } from "./work";

/** Decides which rows of which tables an intent writes, from the row as it stands. */
export function resolve(work: Work, intent: Intent, stored: Stored | undefined, today: string): void {
  if (intent.action === "CREATE") return create(work, intent);
  if (!stored) {
    const { label } = intent.resource;
    const field = { vi: label.vi.toLowerCase(), en: label.en.toLowerCase() };
    work.refuse(fault(intent, "NOT_FOUND", "id", "NOT_FOUND", { id: intent.id, field }));
    return;
  }
  if (intent.version !== null && stored.version !== intent.version) {
    work.refuse(
      fault(intent, "STALE", "version", "STALE", {
        current: stored.version,
        version: intent.version,
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
  // An identity's own row and its states share the values they are seen with; each table takes its own fields of them.
  work.add({ index, resource, action: "CREATE", id, stateId: null, before: null, after: row });
  if (resource.states) work.add({ index, resource, action: "CREATE", id, stateId, before: null, after: row });
}

function remove(work: Work, intent: Intent, stored: Stored, today: string): void {
  const { resource, index, id } = intent;
  work.setVersions(resource, id, stored.version, null);
  const shown = stateOn(stored.states, today) ?? stored.states.at(-1);
  work.views.push({ intent, before: shown?.values ?? stored.values, after: null });
  for (const state of stored.states)
    work.add({ index, resource, action: "DELETE", id, stateId: state.id, before: state.values, after: null });
  work.add({ index, resource, action: "DELETE", id, stateId: null, before: stored.values, after: null });
}

function updatePlain(work: Work, intent: Intent, stored: Stored): void {
  const after = { ...stored.values, ...intent.values };
  work.views.push({ intent, before: stored.values, after });
  if (!changes(intent, stored.values, false)) return;
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
  const asked = intent.from ?? intent.asOf;
  const state = shownOn(stored.states, asked, today);
  if (!state) {
    work.refuse(
      fault(
        intent,
        "OUTSIDE_VALIDITY",
        intent.from !== null ? "from" : intent.asOf !== null ? "asOf" : "validFrom",
        "noStateOnDay",
        { date: asked ?? today },
      ),
    );
    return;
  }
  const before = state.values;
  const after = { ...before, ...intent.values };
  const view = { intent, before, after };
  work.views.push(view);
  const isFixedChanged = changes(intent, before, false);
  const isDatedChanged = changes(intent, before, true);
  if (!isFixedChanged && !isDatedChanged) return;
  work.setVersions(resource, id, stored.version, stored.version + 1);
  if (isFixedChanged) work.add({ index, resource, action: "UPDATE", id, stateId: null, before, after });
  if (!isDatedChanged) return;
  const { from } = intent;
  if (from === null || from <= begins(state)) {
    work.add({ index, resource, action: "UPDATE", id, stateId: state.id, before, after });
    return;
  }
  const closed = { ...before, validTo: from };
  work.add({ index, resource, action: "UPDATE", id, stateId: state.id, before, after: closed });
  view.after = { ...after, validFrom: intent.values.validFrom ?? from };
  work.add({ index, resource, action: "CREATE", id, stateId: intent.stateId, before: null, after: view.after });
}

const begins = (state: StoredState): string => (state.values.validFrom as string | null) ?? BEGINNING;
const ends = (state: StoredState): string => (state.values.validTo as string | null) ?? FOREVER;

export const stateOn = (states: StoredState[], day: string): StoredState | undefined =>
  states.find((s) => begins(s) <= day && day < ends(s));

/** The state that a change is about: that of the day asked for, or without one the current or the nearest. */
export function shownOn(states: StoredState[], asked: string | null, today: string): StoredState | undefined {
  return stateOn(states, asked ?? today) ?? (asked === null ? nearest(states, today) : undefined);
}

/** What is corrected when nothing holds today: the state to come, or the last one there was. */
const nearest = (states: StoredState[], day: string): StoredState | undefined =>
  states.find((s) => begins(s) > day) ?? states.at(-1);

/** Whether what is given differs from what is there, looked at among the dated fields of an identity or the others. */
function changes({ resource, values }: Intent, before: Values, isDated: boolean): boolean {
  for (const name of Object.keys(values)) {
    const field = resource.byName.get(name)!;
    if ((resource.states !== null && field.dated) !== isDated) continue;
    if (field.kind.name === "secret" ? values[name] != null : !isSame(before[name], values[name])) return true;
  }
  return false;
}
