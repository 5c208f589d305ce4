import { inList, listParameter, type Transaction } from "../db/database";
import { quoted } from "../planner/statement";
import type { Resource } from "../registry/registry";
import { fault, isSame, type Write } from "./change";
import type { Work } from "./work";

/** The guards of the rows that a write is closed with, or that it closes or opens: neither overtakes the other. */
export function closingGuards({ resource, action, id, before, after }: Write): string[] {
  const { closing, closedBy } = resource;
  const names: string[] = [];
  if (closing && action === "UPDATE" && !isSame(before?.[closing.field], after?.[closing.field]))
    names.push(`${resource.table}:${id}`);
  if (closedBy) {
    const { field, target } = closedBy;
    for (const row of [before, after])
      if (row?.[field.name] != null) names.push(`${target.table}:${String(row[field.name])}`);
  }
  return names;
}

/** Refuses the writes of rows that refer, or referred, to a closed row. Looked at while the guards are held. */
export async function refuseClosed(
  tx: Transaction,
  work: Work,
  resource: Resource,
  { field, target }: NonNullable<Resource["closedBy"]>,
): Promise<void> {
  const writes = work.writes.filter((w) => w.resource === resource);
  const of = ({ before, after }: Write): number[] =>
    [before, after]
      .map((row) => row?.[field.name])
      .filter((id) => id != null)
      .map(Number);
  const ids = [...new Set(writes.flatMap(of))];
  const { field: state, closed } = target.closing!;
  const column = (name: string): string => quoted(target.byName.get(name)!.column);
  const found = await tx.all(
    `SELECT \`id\`, ${column(target.title)} FROM ${quoted(target.table)} WHERE ${inList(tx.engine, "`id`")} AND ${column(state)} = ?`,
    [listParameter(tx.engine, ids), closed],
  );
  const names = new Map(found.map(([id, title]) => [id as number, String(title)]));
  if (names.size === 0) return;
  for (const write of writes) {
    const id = of(write).find((one) => names.has(one));
    if (id !== undefined)
      work.refuse(fault(write, "CLOSED", field.name, "rowClosed", { what: target.label, name: names.get(id)! }));
  }
}
