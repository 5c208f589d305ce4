import { inList, listParameter, type Database, type Parameter, type Row } from "../platform/db/database";
import type { ScoredAgency, ScoredPeriod, ScoredProcedure } from "../target/scored.types";

/** A sector as figures name it. */
export interface FigureSector {
  id: string;
  nameVi: string;
  nameEn: string | null;
}

/**
 * The states by which identities are called on a day: the one of the day; of one that is gone the last before it, of one
 * that is yet to come its first. One line per identity, ids first.
 */
async function states(
  database: Database,
  table: string,
  columns: string,
  join: { sql: string; parameters: Parameter[] },
  { ids, day }: { ids: readonly number[]; day: string },
): Promise<Row[]> {
  if (ids.length === 0) return [];
  const owner = `${table}_id`;
  const order =
    "CASE WHEN s.valid_from <= ? THEN 0 ELSE 1 END, CASE WHEN s.valid_from <= ? THEN s.valid_from END DESC, s.valid_from";
  return database.read(
    `SELECT ${columns} FROM (SELECT s.*, ROW_NUMBER() OVER (PARTITION BY s.${owner} ORDER BY ${order}) AS nearest ` +
      `FROM ${table}_state s WHERE ${inList(database.engine, `s.${owner}`)}) s ` +
      `JOIN \`${table}\` i ON i.id = s.${owner} ${join.sql} WHERE s.nearest = 1`,
    [day, day, listParameter(database.engine, ids), ...join.parameters],
  );
}

const text = (value: unknown): string | null => (value === null ? null : String(value as string));

/** Agencies by their words of a day. */
export async function agenciesNamed(
  database: Database,
  ids: readonly number[],
  day: string,
): Promise<Map<number, ScoredAgency>> {
  const rows = await states(
    database,
    "agency",
    "i.id, s.code, s.name, i.kind, t.tier, s.parent_id, i.certainty",
    {
      sql: "LEFT JOIN unit_state t ON t.unit_id = s.unit_id AND t.valid_from <= ? AND t.valid_to > ?",
      parameters: [day, day],
    },
    { ids, day },
  );
  return new Map(
    rows.map(([id, code, name, kind, tier, parent, certainty]) => [
      id as number,
      {
        id: String(id),
        code: text(code),
        nameVi: String(name),
        nameEn: null,
        kind: text(kind),
        tier: text(tier),
        parentId: text(parent),
        isSplit: false,
        isDemo: certainty === "DEMO",
      },
    ]),
  );
}

/** Procedures by their words of a day, each with its sector's id. */
export async function proceduresNamed(
  database: Database,
  ids: readonly number[],
  day: string,
): Promise<Map<number, ScoredProcedure & { sectorId: number }>> {
  const rows = await states(
    database,
    "procedure",
    "i.id, s.code, s.name_vi, s.name_en, s.sector_id, i.certainty",
    { sql: "", parameters: [] },
    { ids, day },
  );
  return new Map(
    rows.map(([id, code, nameVi, nameEn, sector, certainty]) => [
      id as number,
      {
        id: String(id),
        code: text(code),
        nameVi: String(nameVi),
        nameEn: text(nameEn),
        sectorId: sector as number,
        isDemo: certainty === "DEMO",
      },
    ]),
  );
}

export async function sectorsNamed(database: Database, ids: readonly number[]): Promise<Map<number, FigureSector>> {
  const rows = await database.read(`SELECT id, name_vi, name_en FROM sector WHERE ${inList(database.engine, "id")}`, [
    listParameter(database.engine, ids),
  ]);
  return new Map(
    rows.map(([id, nameVi, nameEn]) => [
      id as number,
      { id: String(id), nameVi: String(nameVi), nameEn: text(nameEn) },
    ]),
  );
}

export async function periodsNamed(database: Database, ids: readonly number[]): Promise<Map<number, ScoredPeriod>> {
  const rows = await database.read(
    `SELECT id, name, first_day, last_day, due_on, state FROM period WHERE ${inList(database.engine, "id")}`,
    [listParameter(database.engine, ids)],
  );
  return new Map(
    rows.map(([id, name, firstDay, lastDay, dueOn, state]) => [
      id as number,
      {
        id: String(id),
        name: String(name),
        firstDay: String(firstDay),
        lastDay: String(lastDay),
        dueOn: text(dueOn),
        state: text(state),
      },
    ]),
  );
}
