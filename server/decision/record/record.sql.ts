import { inList, listParameter, type Database } from "../../platform/db/database";
import type { Leg } from "../annex/annex";
import { dayOf } from "./record-plan";
import type { DecisionRecord, RecordWorld, WorldEntry } from "./recorded";

/** What a record rests on: four statements, however many lines it has. */
export async function worldOf(database: Database, record: DecisionRecord): Promise<RecordWorld> {
  const decision = record.decision.id ? await decisionOf(database, record.decision.id) : null;
  const catalog = record.catalog ? await catalogOf(database, record.catalog) : null;
  const ids = [...new Set(record.lines.flatMap((line) => [line.procedure, line.replaces]))].filter((id) => id != null);
  const numbers = listParameter(database.engine, ids.map(Number));
  const versions = await database.read(`SELECT id, version FROM \`procedure\` WHERE ${inList(database.engine, "id")}`, [
    numbers,
  ]);
  const procedures = new Map(versions.map(([id, version]) => [String(id), { version: version as number }]));
  const day = dayOf(record, decision);
  const entries = new Map<string, WorldEntry>();
  if (catalog && day) {
    const found = await database.read(
      "SELECT e.procedure_id, e.id, e.version, e.legs, e.level_scheme, e.level, e.added_by_id, d.number " +
        "FROM catalog_entry e JOIN decision d ON d.id = e.added_by_id " +
        `WHERE e.catalog_id = ? AND ${inList(database.engine, "e.procedure_id")} AND e.valid_from <= ? AND e.valid_to > ?`,
      [Number(catalog.id), numbers, day, day],
    );
    for (const [procedure, id, version, legs, levelScheme, level, addedBy, number] of found)
      entries.set(String(procedure), {
        id: String(id),
        version: version as number,
        legs: legs === null ? null : (JSON.parse(legs as string) as Leg[]),
        levelScheme: levelScheme as string | null,
        level: level as number | null,
        addedBy: String(addedBy),
        number: number as string,
      });
  }
  return { decision, catalog, procedures, entries };
}

async function decisionOf(database: Database, id: string): Promise<RecordWorld["decision"]> {
  const found = await database.read("SELECT number, issuer, acts_from FROM decision WHERE id = ?", [Number(id)]);
  if (found.length === 0) return null;
  const [number, issuer, actsFrom] = found[0] as [string, string, string | null];
  return { id, number, issuer, actsFrom };
}

async function catalogOf(database: Database, id: string): Promise<RecordWorld["catalog"]> {
  const found = await database.read(
    "SELECT c.kind, c.authority, c.name_vi, d.number, d.issuer FROM catalog c JOIN decision d ON d.id = c.decision_id WHERE c.id = ?",
    [Number(id)],
  );
  if (found.length === 0) return null;
  const [kind, authority, nameVi, number, issuer] = found[0] as string[];
  return { id, kind, authority, nameVi, number, issuer };
}
