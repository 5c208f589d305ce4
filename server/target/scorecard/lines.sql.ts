import { inList, listParameter, type Database, type Parameter, type Row } from "../../platform/db/database";
import type { Leg } from "../../procedure/channel.rules";
import type { ScoredProcedure } from "../scored.types";
import { columnsOf, KEY, sum, type By, type Wanted } from "./scorecard.sql";
import type { Quantity, SumRow } from "./tally.rules";

const wantedSums = (database: Database, quantities: readonly Quantity[]): string =>
  quantities.map((quantity) => sum(database, columnsOf(quantity))).join(", ");

/**
 * Sums of every procedure that had counts in the periods: [procedure, 0, 0, …quantities]. The key of the sums begins with
 * the procedure: they are found procedure by procedure and period by period, never by reading other years.
 */
export function readEveryProcedure(database: Database, by: By, wanted: Wanted): Promise<SumRow[]> {
  const { engine } = database;
  const where = [inList(engine, "q.id")];
  const parameters: Parameter[] = [listParameter(engine, wanted.periods)];
  if (wanted.agencies) {
    where.push(inList(engine, `s.${KEY[by]}`));
    parameters.push(listParameter(engine, wanted.agencies));
  }
  return database.read(
    `SELECT s.procedure_id, 0, 0, ${wantedSums(database, wanted.quantities)}
      FROM \`procedure\` p CROSS JOIN period q
      JOIN count_${by}_procedure_sum s ON s.procedure_id = p.id AND s.period_id = q.id
      WHERE ${where.join(" AND ")} GROUP BY s.procedure_id`,
    parameters,
  ) as Promise<SumRow[]>;
}

/**
 * Sums of the counts of some agencies by who stands at the other end of the dossier's way, from the counts themselves,
 * since no roll-up holds both ends: [procedure, period, the other end, …quantities].
 */
export function readOtherEnd(
  database: Database,
  by: By,
  wanted: Wanted & { procedures: readonly number[] | null; agencies: readonly number[] },
): Promise<SumRow[]> {
  const { engine } = database;
  const other = KEY[by === "agency" ? "unit" : "agency"];
  const where = [inList(engine, "period_id"), inList(engine, KEY[by])];
  const parameters: Parameter[] = [listParameter(engine, wanted.periods), listParameter(engine, wanted.agencies)];
  if (wanted.procedures) {
    where.push(inList(engine, "procedure_id"));
    parameters.push(listParameter(engine, wanted.procedures));
  }
  const groups = wanted.procedures ? ["procedure_id", "period_id", other] : [other];
  const filled = (quantity: Quantity) =>
    columnsOf(quantity)
      .split(" + ")
      .map((column) => `COALESCE(${column}, 0)`)
      .join(" + ");
  return database.read(
    `SELECT ${wanted.procedures ? "procedure_id, period_id" : "0, 0"}, ${other},
      ${wanted.quantities.map((quantity) => sum(database, filled(quantity))).join(", ")}
      FROM \`count\` WHERE ${where.join(" AND ")} GROUP BY ${groups.join(", ")}`,
    parameters,
  ) as Promise<SumRow[]>;
}

/** Procedures by their names of a day; of a procedure that was not there on it, the names nearest before, else after. */
export async function readProcedures(
  database: Database,
  ids: readonly number[],
  day: string,
): Promise<Map<number, ScoredProcedure>> {
  if (ids.length === 0) return new Map();
  const rows = await database.read(
    `SELECT s.procedure_id, s.code, s.name_vi, s.name_en, p.certainty, s.valid_from FROM procedure_state s
      JOIN \`procedure\` p ON p.id = s.procedure_id
      WHERE ${inList(database.engine, "s.procedure_id")} ORDER BY s.procedure_id, s.valid_from`,
    [listParameter(database.engine, ids)],
  );
  const out = new Map<number, ScoredProcedure>();
  for (const row of rows) {
    const id = row[0] as number;
    if (out.has(id) && (row[5] as string) > day) continue;
    out.set(id, procedureOf(row));
  }
  return out;
}

const procedureOf = ([id, code, nameVi, nameEn, certainty]: Row): ScoredProcedure => ({
  id: String(id),
  code: code as string | null,
  nameVi: nameVi as string,
  nameEn: nameEn as string | null,
  isDemo: certainty === "DEMO",
});

/** Since when one leg of a procedure's dossiers may go by a channel. */
export interface Lawful {
  from: string;
  /** The number of the Decision that opened the post to it. */
  decision: string | null;
}

/** The legs that are open, each since its own day; never none. */
export type LawfulLegs = ReadonlyMap<Leg, Lawful>;

/** Which of a channel's legs are meant: either one will do where `legs` names both. */
export interface Way {
  channel: string;
  legs: readonly Leg[];
}

/**
 * Since when procedures may go by a channel, leg by leg, of those that may on a day: by post what a postal catalog lists
 * and no catalog says needs presence; online what is provided online. Of the procedures named, or of all.
 */
export function readLawful(
  database: Database,
  way: Way,
  procedures: readonly number[] | null,
  day: string,
): Promise<Map<number, LawfulLegs>> {
  if (procedures?.length === 0) return Promise.resolve(new Map());
  return way.channel === "POST" ? readPostal(database, way, procedures, day) : readOpen(database, way, procedures, day);
}

/** Legs as they are found, the earliest first; a later row adds nothing to a leg that is open already. */
class Opened {
  readonly legs = new Map<number, Map<Leg, Lawful>>();

  add(procedure: number, leg: Leg, lawful: Lawful): void {
    const known = this.legs.get(procedure) ?? new Map<Leg, Lawful>();
    if (!known.has(leg)) known.set(leg, lawful);
    this.legs.set(procedure, known);
  }
}

async function readOpen(
  database: Database,
  { channel, legs }: Way,
  procedures: readonly number[] | null,
  day: string,
): Promise<Map<number, LawfulLegs>> {
  const { engine } = database;
  const rows = await database.read(
    `SELECT procedure_id, leg, MIN(valid_from) FROM channel WHERE channel = ? AND ${inList(engine, "leg")}
      AND valid_from <= ? AND valid_to > ?${procedures ? ` AND ${inList(engine, "procedure_id")}` : ""}
      GROUP BY procedure_id, leg`,
    [channel, listParameter(engine, legs), day, day, ...(procedures ? [listParameter(engine, procedures)] : [])],
  );
  const opened = new Opened();
  for (const [id, leg, from] of rows) opened.add(id as number, leg as Leg, { from: from as string, decision: null });
  return opened.legs;
}

async function readPostal(
  database: Database,
  { legs }: Way,
  procedures: readonly number[] | null,
  day: string,
): Promise<Map<number, LawfulLegs>> {
  const { engine } = database;
  const rows = await database.read(
    `SELECT e.procedure_id, c.kind, e.legs, e.valid_from, d.number FROM catalog_entry e
      JOIN catalog c ON c.id = e.catalog_id LEFT JOIN decision d ON d.id = e.added_by_id
      WHERE c.kind IN ('POSTAL', 'EXCLUDED') AND e.procedure_id IS NOT NULL AND e.valid_from <= ? AND e.valid_to > ?
      ${procedures ? `AND ${inList(engine, "e.procedure_id")}` : ""} ORDER BY e.valid_from, e.id`,
    [day, day, ...(procedures ? [listParameter(engine, procedures)] : [])],
  );
  const opened = new Opened();
  const present = new Set(rows.filter(([, kind]) => kind === "EXCLUDED").map(([id]) => id));
  for (const [id, kind, stored, from, decision] of rows) {
    if (kind !== "POSTAL" || present.has(id)) continue;
    const listed = stored === null ? legs : (JSON.parse(stored as string) as Leg[]);
    for (const leg of legs)
      if (listed.includes(leg))
        opened.add(id as number, leg, { from: from as string, decision: decision as string | null });
  }
  return opened.legs;
}
