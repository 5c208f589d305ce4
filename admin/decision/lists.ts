import { subjectOf } from "../catalog/difference";
import type { Entry } from "../catalog/entries.graphql";

/** What a Decision amends: the same procedure anew in the same catalog, or one procedure in place of another. */
export interface AmendedEntry {
  entry: Entry;
  /** The entry it closed; absent where only `replaces` says what it stands for. */
  before: Entry | null;
}

/** The three lists of a Decision: issued anew, amended or replaced, abolished. */
export interface ThreeLists {
  issued: Entry[];
  amended: AmendedEntry[];
  abolished: Entry[];
}

/**
 * Sorts what a Decision opened and closed. A procedure that it closed and opened in one catalog was amended; an entry
 * that names what it replaces stands for that, and the closed entry of the replaced procedure is not listed again.
 */
export function threeLists(opened: Entry[], closed: Entry[]): ThreeLists {
  const closedBySubject = new Map(closed.map((entry) => [subjectOf(entry), entry]));
  const used = new Set<string>();
  const issued: Entry[] = [];
  const amended: AmendedEntry[] = [];
  for (const entry of opened) {
    const same = closedBySubject.get(subjectOf(entry));
    const replaced = entry.replaces
      ? closed.find((other) => other.procedure?.id === entry.replaces!.id && other.catalog?.id === entry.catalog?.id)
      : undefined;
    const before = same ?? replaced ?? null;
    if (before) used.add(before.id);
    if (before || entry.replaces) amended.push({ entry, before });
    else issued.push(entry);
  }
  return { issued, amended, abolished: closed.filter((entry) => !used.has(entry.id)) };
}
