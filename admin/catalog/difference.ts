import type { Entry, EntryDecision } from "./entries.graphql";

/** A procedure or group that stands in both days, but not alike. */
export interface Amended {
  before: Entry;
  after: Entry;
}

/** What came, went and changed in a catalog from one day to another. */
export interface Difference {
  before: number;
  after: number;
  added: Entry[];
  removed: Entry[];
  amended: Amended[];
  same: number;
}

/** What one Decision did to a catalog. */
export interface Step {
  decision: EntryDecision;
  date: string;
  added: number;
  removed: number;
  amended: number;
}

/** True where an entry is in force: from its first day, until the day before its last. */
export function isOn(entry: Pick<Entry, "validFrom" | "validTo">, date: string): boolean {
  return (entry.validFrom === null || entry.validFrom <= date) && (entry.validTo === null || date < entry.validTo);
}

/** What an entry is about, the same across the entries that follow each other. */
export function subjectOf(entry: Entry): string {
  return `${entry.catalog?.id ?? ""}/${entry.procedure?.id ?? entry.groupName ?? entry.id}`;
}

const contentOf = (entry: Entry): string => JSON.stringify([[...(entry.legs ?? [])].sort(), entry.level]);

export function entriesOn(entries: Entry[], date: string): Entry[] {
  return entries.filter((entry) => isOn(entry, date));
}

/** Compares two days; `before + added − removed = after` holds whichever day is the earlier. */
export function difference(entries: Entry[], from: string, to: string): Difference {
  const before = new Map(entriesOn(entries, from).map((entry) => [subjectOf(entry), entry]));
  const after = new Map(entriesOn(entries, to).map((entry) => [subjectOf(entry), entry]));
  const added = [...after].filter(([subject]) => !before.has(subject)).map(([, entry]) => entry);
  const removed = [...before].filter(([subject]) => !after.has(subject)).map(([, entry]) => entry);
  const kept = [...after].filter(([subject]) => before.has(subject));
  const amended = kept
    .map(([subject, entry]) => ({ before: before.get(subject)!, after: entry }))
    .filter((pair) => pair.before.id !== pair.after.id && contentOf(pair.before) !== contentOf(pair.after));
  return { before: before.size, after: after.size, added, removed, amended, same: kept.length - amended.length };
}

/** The Decisions that touched these entries, in the order they acted. */
export function steps(entries: Entry[]): Step[] {
  const decisions = new Map<string, { decision: EntryDecision; opened: Set<string>; closed: Set<string> }>();
  const at = (decision: EntryDecision) => {
    const known = decisions.get(decision.id) ?? { decision, opened: new Set<string>(), closed: new Set<string>() };
    decisions.set(decision.id, known);
    return known;
  };
  for (const entry of entries) {
    if (entry.addedBy) at(entry.addedBy).opened.add(subjectOf(entry));
    if (entry.removedBy) at(entry.removedBy).closed.add(subjectOf(entry));
  }
  return [...decisions.values()]
    .filter(({ decision }) => decision.actsFrom !== null)
    .map(({ decision, opened, closed }) => {
      const amended = [...opened].filter((subject) => closed.has(subject)).length;
      return {
        decision,
        date: decision.actsFrom!,
        added: opened.size - amended,
        removed: closed.size - amended,
        amended,
      };
    })
    .sort((left, right) => left.date.localeCompare(right.date));
}
