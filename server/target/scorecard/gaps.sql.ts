import { inList, listParameter, type Database, type Parameter } from "../../platform/db/database";
import { sum } from "./scorecard.sql";

/** A count that a scorecard leaves out, or of which it lacks figures. */
export interface GapRow {
  id: number;
  period: number;
  procedure: number;
  receptionUnit: number;
  agency: number;
  /** The six figures of the channels, null where not reported. */
  figures: (number | null)[];
}

export const CHANNEL_FIGURES = [
  ["receivedCounter", "received_counter"],
  ["receivedPost", "received_post"],
  ["receivedOnline", "received_online"],
  ["returnedCounter", "returned_counter"],
  ["returnedPost", "returned_post"],
  ["returnedOnline", "returned_online"],
] as const;

/** Where gaps are looked for: periods that straddle the span, periods inside it, and whose counts; null is everybody's. */
export interface Where {
  straddling: readonly number[];
  inside: readonly number[];
  agencies: readonly number[] | null;
}

/** How many counts straddle the span and how many of those inside are blank. */
export async function readGapNumbers(database: Database, where: Where): Promise<[straddling: number, blank: number]> {
  const { engine } = database;
  const agencies = where.agencies ? ` AND ${inList(engine, "agency_id")}` : "";
  const one = async (column: string, periods: readonly number[]): Promise<number> => {
    if (periods.length === 0) return 0;
    const parameters: Parameter[] = [listParameter(engine, periods)];
    if (where.agencies) parameters.push(listParameter(engine, where.agencies));
    const [[total]] = await database.read(
      `SELECT ${sum(database, column)} FROM count_agency_sum WHERE ${inList(engine, "period_id")}${agencies}`,
      parameters,
    );
    return (total as number | null) ?? 0;
  };
  return [await one("row_count", where.straddling), await one("blank_count", where.inside)];
}

/** The counts of periods in order, all of them or the blank ones, which the roll-up says where to look for. */
export async function readGaps(
  database: Database,
  { isBlank, ...where }: Where & { isBlank: boolean },
  offset: number,
  limit: number,
): Promise<GapRow[]> {
  const { engine } = database;
  const periods = isBlank ? where.inside : where.straddling;
  if (periods.length === 0 || limit <= 0) return [];
  const conditions = [inList(engine, "s.period_id")];
  const parameters: Parameter[] = [listParameter(engine, periods)];
  if (where.agencies) {
    conditions.push(inList(engine, "s.agency_id"));
    parameters.push(listParameter(engine, where.agencies));
  }
  const columns = CHANNEL_FIGURES.map(([, column]) => `c.${column}`);
  if (isBlank) conditions.push("s.blank_count > 0", `(${columns.map((each) => `${each} IS NULL`).join(" OR ")})`);
  const rows = await database.read(
    `SELECT c.id, c.period_id, c.procedure_id, c.reception_unit_id, c.agency_id, ${columns.join(", ")}
      FROM count_agency_sum s JOIN period q ON q.id = s.period_id
      JOIN \`count\` c ON c.period_id = s.period_id AND c.agency_id = s.agency_id
      WHERE ${conditions.join(" AND ")} ORDER BY q.first_day, q.id, s.agency_id, c.id LIMIT ? OFFSET ?`,
    [...parameters, limit, offset],
  );
  return rows.map(([id, period, procedure, receptionUnit, agency, ...figures]) => ({
    ...({ id, period, procedure, receptionUnit, agency } as Omit<GapRow, "figures">),
    figures: figures as (number | null)[],
  }));
}
