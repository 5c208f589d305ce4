import { entriesOn, isOn, subjectOf } from "../../catalog/difference";
import type { Entry } from "../../catalog/entries.graphql";

/** An entry that a span counts, and since when its procedure is out of the catalog again. */
export interface Listed {
  entry: Entry;
  /** null while it still stands on the day that is looked at: only then can a Decision take it out. */
  outSince: string | null;
}

/** What a catalog held on a span's last day, and whether each of it still stands on a later day. */
export function listedOn(entries: Entry[], to: string, date: string): Listed[] {
  const now = date > to ? date : to;
  const standing = new Set(entriesOn(entries, now).map(subjectOf));
  const left = new Map<string, string>();
  for (const entry of entries) {
    const { validTo } = entry;
    if (validTo === null || validTo > now || isOn(entry, now)) continue;
    const subject = subjectOf(entry);
    if (validTo > (left.get(subject) ?? "")) left.set(subject, validTo);
  }
  return entriesOn(entries, to).map((entry) => {
    const subject = subjectOf(entry);
    return { entry, outSince: standing.has(subject) ? null : (left.get(subject) ?? null) };
  });
}
