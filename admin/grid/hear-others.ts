import { MOST_ASKED, type GridRow, type GridSource } from "./grid-column";
import { isNewKey } from "./staging";
import { differing, type ChangedBy, type OthersRow, type RowChange } from "./others";

/** What the grid holds of rows that others may have written. */
interface Held {
  source: GridSource;
  byId(id: string): GridRow | undefined;
  /** The version that staged edits of a row were made on. */
  stagedVersion(id: string): number | undefined;
}

/** What became of rows that this grid holds, and which of the new ones belong to its view. */
interface Heard {
  rows: Map<string, OthersRow>;
  fresh: string[];
}

/**
 * Reads what others wrote, as far as it concerns this grid: rows in memory and rows with staged edits are read anew,
 * new rows are only counted. What the grid has read by itself meanwhile is no news.
 */
export async function hearOthers(changes: readonly RowChange[], held: Held): Promise<Heard> {
  const last = new Map<string, ChangedBy>();
  const made = new Set<string>();
  for (const { id, action, by } of changes) {
    last.set(id, by);
    if (action === "CREATE") made.add(id);
    if (action === "DELETE") made.delete(id);
  }
  const isHere = (id: string) => held.byId(id) !== undefined || held.stagedVersion(id) !== undefined;
  const heard: Heard = { rows: new Map(), fresh: [] };
  const here = [...last.keys()].filter(isHere);
  for (const ids of chunks(here)) {
    const now = new Map((await readSome(held.source, ids)).map((row) => [row.id, row]));
    for (const id of ids) {
      const row = now.get(id) ?? null;
      const before = held.byId(id);
      const oldest = Math.min(before?.version ?? Infinity, held.stagedVersion(id) ?? Infinity);
      if (row !== null && row.version <= oldest) continue;
      const fields = row && before ? differing(before, row) : [];
      const earlier = new Map(fields.map((field) => [field, before?.values[field]]));
      heard.rows.set(id, { row, by: last.get(id)!, earlier });
    }
  }
  for (const ids of chunks([...made].filter((id) => !isHere(id)))) {
    if (held.source.matching) heard.fresh.push(...(await held.source.matching(ids)));
  }
  return heard;
}

/** The newest states of rows; those that are gone are absent. */
export async function readSome(source: GridSource, ids: readonly string[]): Promise<readonly GridRow[]> {
  if (source.some) return source.some(ids);
  return (await Promise.all(ids.map((id) => source.one(id)))).filter((row) => row !== null);
}

/** Ids in portions that a source can be asked for at a time. */
export function chunks(ids: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let at = 0; at < ids.length; at += MOST_ASKED) parts.push(ids.slice(at, at + MOST_ASKED));
  return parts;
}

/** Which of these rows are no more as they were at a version, and who wrote them. New rows are left out. */
export async function changedSince(
  source: GridSource,
  ids: readonly string[],
  version: (id: string) => number | undefined,
): Promise<RowChange[]> {
  const changes: RowChange[] = [];
  for (const some of chunks(ids.filter((id) => !isNewKey(id)))) {
    const now = new Map((await readSome(source, some)).map((row) => [row.id, row.version]));
    const changed = some.filter((id) => (now.get(id) ?? Infinity) > (version(id) ?? Infinity) || !now.has(id));
    const by = changed.length > 0 ? await source.lastChanges?.(changed) : undefined;
    for (const id of changed) changes.push({ id, action: "UPDATE", by: by?.get(id) ?? NOBODY_KNOWN });
  }
  return changes;
}

/** Somebody of whom nothing is known, where a source does not tell. */
export const NOBODY_KNOWN: ChangedBy = { who: null, at: new Date(0).toISOString(), changeSet: "" };
