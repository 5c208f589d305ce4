import type { Database } from "../../server/platform/db/database";

type Span = { from: string; to: string };
const meet = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

/** Pairs of spans under one key that share a day. */
function clashes(rows: (Span & { key: string; owner: number })[], isSameOwner: boolean): string[] {
  const out: string[] = [];
  for (const [i, a] of rows.entries())
    for (const b of rows.slice(i + 1))
      if (a.key === b.key && (a.owner === b.owner) === isSameOwner && meet(a, b))
        out.push(`${a.key}: ${a.owner}, ${b.owner}`);
  return out;
}

/** What must hold of the tables whatever was done, worked out row by row and apart from the product's own statements. */
export async function brokenInvariants(database: Database): Promise<string[]> {
  const out: string[] = [];
  const units = (await database.read("SELECT unit_id, code, parent_id, valid_from, valid_to FROM unit_state")).map(
    ([owner, code, parent, from, to]) =>
      ({ owner, code, parent, from, to }) as Span & { owner: number; code: string | null; parent: number | null },
  );
  out.push(
    ...clashes(
      units.map((u) => ({ ...u, key: `unit ${u.owner}` })),
      true,
    ),
  );
  out.push(
    ...clashes(
      units.filter((u) => u.code !== null).map((u) => ({ ...u, key: `code ${u.code}` })),
      false,
    ),
  );
  for (const { from: day } of units) {
    const above = new Map(units.filter((u) => u.from <= day && day < u.to).map((u) => [u.owner, u.parent]));
    for (const start of above.keys()) {
      const seen = new Set<number>();
      for (let at: number | null | undefined = start; at; at = above.get(at)) {
        if (seen.has(at)) out.push(`${start} stands above itself on ${day}`);
        if (seen.has(at)) break;
        seen.add(at);
      }
    }
  }
  const decisions = new Map(
    (await database.read("SELECT id, issued_on, effective_on, acts_from FROM decision")).map((r) => [
      r[0] as number,
      r as (string | null)[],
    ]),
  );
  for (const [id, [, issued, effective, acts]] of decisions)
    if (acts !== (effective ?? issued)) out.push(`decision ${id}`);
  const entries = await database.read(
    "SELECT id, catalog_id, procedure_id, added_by_id, removed_by_id, valid_from, valid_to FROM catalog_entry",
  );
  const spans = entries.map(([id, catalog, procedure, added, removed, from, to]) => {
    const begins = decisions.get(added as number)![3] ?? "0001-01-01";
    const ends = removed === null ? "9999-12-31" : (decisions.get(removed as number)![3] ?? "9999-12-31");
    if (from !== begins || to !== ends || begins >= ends)
      out.push(`entry ${String(id)}: ${String(from)} to ${String(to)}`);
    return { key: `${String(catalog)}/${String(procedure)}`, owner: id as number, from: begins, to: ends };
  });
  out.push(...clashes(spans, false));
  return out;
}
