import { request } from "../platform/graphql";
import type { ModelResource } from "../platform/model";
import type { ChangedBy, GridFeed, RowChange } from "./others";

/**
 * How far back each question reaches, in milliseconds. A set has its moment before its unit of work begins and is seen
 * when that is over: what took long is younger than it looks. Ids say nothing of order, they come in blocks per process.
 */
const OVERLAP = 10 * 60_000;
/** What was written while the first page was on its way is looked at once more; versions decide what is news. */
const AT_START = 30_000;
/** Change sets and rows read at a time; what is beyond comes with the next question. */
const SETS = 100;
const ROWS = 1000;
/** The API's own limit to the values of one condition. */
const MOST_SEEN = 1000;

interface SetRow {
  id: string;
  at: string;
  person: { name: string } | null;
}

interface RowOfSet {
  rowId: string;
  action: RowChange["action"];
  stateId: string | null;
  changeSet: { id: string };
}

const LATEST = `query LatestChange { changeSets(sort: [{ at: DESC }], limit: 1) { items { at } } }`;

const RECENT = `query RecentChanges($from: DateTime!, $seen: [ID!]!) {
  changeSets(filter: { at: { gte: $from }, not: { id: { in: $seen } } }, sort: [{ at: ASC }], limit: ${SETS}) {
    items { id at person { name } }
  }
}`;

const TOUCHED = `query TouchedRows($sets: [ID!]!, $resource: String!, $offset: Int!) {
  changeRows(filter: { changeSet: { in: $sets }, resource: { eq: $resource } }, sort: [{ id: ASC }], offset: $offset, limit: ${ROWS}) {
    items { rowId action stateId changeSet { id } } total
  }
}`;

/**
 * Asks the API what was written to a resource: one small question by moment, answered by an index, which names only sets
 * that have not been seen. Only when there are any are their rows asked for.
 */
export function resourceFeed(resource: ModelResource): GridFeed {
  /** Sets that were told of, with their moments: forgotten when no question reaches back to them. */
  const seen = new Map<string, string>();
  const mine = new Set<string>();
  let latest: string | null = null;

  const back = (at: string, by: number): string => new Date(Date.parse(at) - by).toISOString();

  return {
    own: (changeSet) => void mine.add(changeSet),
    next: async (signal) => {
      const isFirst = latest === null;
      if (latest === null) {
        const data = await request<{ changeSets: { items: { at: string }[] } }>(LATEST, {}, signal);
        latest = data.changeSets.items[0]?.at ?? new Date(0).toISOString();
        const recent = await setsSince(back(latest, OVERLAP), [], signal);
        for (const set of recent) if (set.at < back(latest, AT_START)) seen.set(set.id, set.at);
      }
      const from = back(latest, OVERLAP);
      for (const [id, at] of seen) if (at < from) seen.delete(id);
      const sets = await setsSince(from, [...seen.keys()].slice(-MOST_SEEN), signal);
      const foreign = sets.filter((set) => !mine.has(set.id));
      const changes = foreign.length > 0 ? await rowsOf(resource, foreign, signal) : [];
      // Only what has been told in full counts as seen: an answer that is lost is asked for again.
      for (const set of sets) {
        seen.set(set.id, set.at);
        if (set.at > latest) latest = set.at;
      }
      // A row that was made while the first page was on its way is on it: versions tell that of changes, not of rows.
      return isFirst ? changes.filter(({ action }) => action !== "CREATE") : changes;
    },
  };
}

async function setsSince(from: string, seen: readonly string[], signal: AbortSignal): Promise<SetRow[]> {
  const data = await request<{ changeSets: { items: SetRow[] } }>(RECENT, { from, seen }, signal);
  return data.changeSets.items;
}

async function rowsOf(resource: ModelResource, sets: readonly SetRow[], signal: AbortSignal): Promise<RowChange[]> {
  const by = new Map<string, ChangedBy>(
    sets.map(({ id, at, person }) => [id, { who: person?.name ?? null, at, changeSet: id }]),
  );
  const changes: RowChange[] = [];
  for (let offset = 0; ; offset += ROWS) {
    const variables = { sets: [...by.keys()], resource: resource.name, offset };
    const { changeRows } = await request<{ changeRows: { items: RowOfSet[]; total: number } }>(
      TOUCHED,
      variables,
      signal,
    );
    for (const { rowId, action, stateId, changeSet } of changeRows.items) {
      // A dated state that comes or goes changes its row; the row itself comes and goes with its own line.
      changes.push({ id: rowId, action: stateId === null ? action : "UPDATE", by: by.get(changeSet.id)! });
    }
    if (offset + ROWS >= changeRows.total) return changes;
  }
}
