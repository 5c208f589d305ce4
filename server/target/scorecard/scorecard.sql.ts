import { inList, listParameter, type Database, type Parameter, type Row } from "../../platform/db/database";
import { decimal } from "../../platform/kinds/all";
import type { Asked } from "./judge.rules";
import type { Provided } from "./levels.rules";
import type { Competence, Counting, Quantity, SumRow } from "./tally.rules";

/** The days a scorecard is of, both included, and the day whose agency tree it uses. */
export interface Span {
  from: string;
  to: string;
  structure: string;
}

export interface TargetSetRow {
  id: number;
  code: string;
  nameVi: string;
  nameEn: string | null;
  isDemo: boolean;
  validFrom: string;
  validTo: string;
}

/** A catalog of a criterion, by its names. */
export interface CatalogName {
  id: number;
  nameVi: string;
  nameEn: string | null;
}

export interface CriterionRow extends Counting, Asked {
  targetSet: number;
  code: string;
  position: number | null;
  nameVi: string;
  nameEn: string | null;
  officialReading: string;
  catalogNames: CatalogName[];
}

const flag = (certainty: unknown): boolean => certainty === "DEMO";
const percent = decimal({ scale: 2 });
const points = decimal({ scale: 3 });
const listOf = (stored: unknown): string[] | null => (stored == null ? null : (JSON.parse(String(stored)) as string[]));

/** Every target set, earliest first. */
export async function readTargetSets(database: Database): Promise<TargetSetRow[]> {
  const rows = await database.read(
    "SELECT id, code, name_vi, name_en, certainty, valid_from, valid_to FROM target_set ORDER BY valid_from, code, id",
  );
  return rows.map(([id, code, nameVi, nameEn, certainty, validFrom, validTo]) => ({
    ...({ id, code, nameVi, nameEn, validFrom, validTo } as Omit<TargetSetRow, "isDemo">),
    isDemo: flag(certainty),
  }));
}

/** The criteria of every set in their order, with their catalogs. */
export async function readCriteria(database: Database): Promise<CriterionRow[]> {
  const [rows, links] = await Promise.all([
    database.read(`SELECT id, target_set_id, code, position, name_vi, name_en, measure, channel, leg, level, level_scheme,
        base, readings, official_reading, threshold_percent, rounding, attribution, agency_kinds, scoring, points, bands
      FROM criterion ORDER BY target_set_id, CASE WHEN position IS NULL THEN 1 ELSE 0 END, position, code, id`),
    database.read(`SELECT x.criterion_id, c.id, c.name_vi, c.name_en FROM criterion_catalog x
      JOIN catalog c ON c.id = x.catalog_id ORDER BY x.criterion_id, x.id`),
  ]);
  return rows.map((row) =>
    criterionOf(
      row,
      links.filter(([criterion]) => criterion === row[0]),
    ),
  );
}

function criterionOf(row: Row, links: Row[]): CriterionRow {
  const [id, targetSet, code, position, nameVi, nameEn, measure, channel, leg, level, levelScheme, base, ...more] = row;
  const [readings, officialReading, threshold, rounding, attribution, agencyKinds, scoring, full, bands] = more;
  return {
    ...({ id, targetSet, code, position, nameVi, nameEn, measure, channel, leg, level, levelScheme } as CriterionRow),
    ...({ base, officialReading, rounding, attribution, scoring } as CriterionRow),
    // The official reading is computed whether or not it is among those to be shown.
    readings: [...new Set([...(listOf(readings) ?? []), officialReading as string])],
    agencyKinds: listOf(agencyKinds),
    bands: listOf(bands),
    thresholdPercent: percent.decode!(threshold as never) as string,
    points: full === null ? null : (points.decode!(full as never) as string),
    catalogs: links.map(([, catalog]) => catalog as number),
    catalogNames: links.map(([, catalog, vi, en]) => ({ id: catalog, nameVi: vi, nameEn: en }) as CatalogName),
  };
}

/** A procedure in force that stands in a catalog. */
export interface Member extends Competence {
  catalog: number;
}

const competenceOf = ([procedure, agency, tiers]: Row): Competence => ({
  procedure: procedure as number,
  agency: agency as number | null,
  tiers: listOf(tiers) ?? [],
});

/** The procedures in force that stand on a day in the catalogs criteria are about, whatever their legs. */
export async function readMembers(database: Database, day: string): Promise<Member[]> {
  const rows = await database.read(
    `SELECT DISTINCT e.procedure_id, s.agency_id, s.tiers, e.catalog_id FROM catalog_entry e
      JOIN procedure_state s ON s.procedure_id = e.procedure_id AND s.status = 'IN_FORCE'
        AND s.valid_from <= ? AND s.valid_to > ?
      WHERE e.catalog_id IN (SELECT catalog_id FROM criterion_catalog) AND e.valid_from <= ? AND e.valid_to > ?`,
    [day, day, day, day],
  );
  return rows.map((row) => ({ ...competenceOf(row), catalog: row[3] as number }));
}

/** Those of the procedures that are in force on a day. */
export async function readCompetences(
  database: Database,
  procedures: readonly number[],
  day: string,
): Promise<Competence[]> {
  const rows = await database.read(
    `SELECT procedure_id, agency_id, tiers FROM procedure_state WHERE ${inList(database.engine, "procedure_id")}
      AND status = 'IN_FORCE' AND valid_from <= ? AND valid_to > ?`,
    [listParameter(database.engine, procedures), day, day],
  );
  return rows.map(competenceOf);
}

/** Every level that procedures are provided at online within a span. */
export async function readLevels(database: Database, { from, to }: Pick<Span, "from" | "to">): Promise<Provided[]> {
  const rows = await database.read(
    `SELECT procedure_id, level_scheme, level, valid_from, valid_to FROM channel
      WHERE channel = 'ONLINE' AND leg = 'IN' AND level IS NOT NULL AND valid_from <= ? AND valid_to > ?`,
    [to, from],
  );
  return rows.map(
    ([procedure, scheme, level, validFrom, validTo]) =>
      ({ procedure, scheme, level, from: validFrom, to: validTo }) as Provided,
  );
}

export interface PeriodRow {
  id: number;
  name: string;
  firstDay: string;
  lastDay: string;
}

/** The periods that have a day in the span; those not wholly inside straddle it. */
export async function readPeriods(database: Database, { from, to }: Pick<Span, "from" | "to">): Promise<PeriodRow[]> {
  const rows = await database.read(
    "SELECT id, name, first_day, last_day FROM period WHERE first_day <= ? AND last_day >= ? ORDER BY first_day, last_day, id",
    [to, from],
  );
  return rows.map(([id, name, firstDay, lastDay]) => ({ id, name, firstDay, lastDay }) as PeriodRow);
}

/** Whose sums: of who settled, or of who received. */
export type By = "agency" | "unit";

const KEY: Record<By, string> = { agency: "agency_id", unit: "reception_unit_id" };

const columnsOf = (quantity: Quantity): string => {
  const [leg, channel] = quantity.toLowerCase().split("_");
  return channel ? `${leg}_${channel}` : ["counter", "post", "online"].map((each) => `${leg}_${each}`).join(" + ");
};

/** As whole numbers on both engines: MariaDB sums them to decimals, which arrive as text. */
const sum = (database: Database, expression: string): string =>
  database.engine === "sqlite" ? `SUM(${expression})` : `CAST(SUM(${expression}) AS SIGNED)`;

const sums = (database: Database, quantities: readonly Quantity[]): string =>
  quantities.map((quantity) => sum(database, columnsOf(quantity))).join(", ");

/** Sums of whole agencies: [agency, …quantities, counts, blank ones]. */
export function readAgencySums(
  database: Database,
  by: By,
  periods: readonly number[],
  quantities: readonly Quantity[],
): Promise<SumRow[]> {
  const wanted = [...quantities.map(columnsOf), "row_count", "blank_count"].map((each) => sum(database, each));
  return database.read(
    `SELECT ${KEY[by]}, ${wanted.join(", ")} FROM count_${by}_sum
      WHERE ${inList(database.engine, "period_id")} GROUP BY ${KEY[by]}`,
    [listParameter(database.engine, periods)],
  ) as Promise<SumRow[]>;
}

/** Sums of procedures: [procedure, period or 0, agency, …quantities]. */
export function readProcedureSums(
  database: Database,
  by: By,
  periods: readonly number[],
  procedures: readonly number[],
  quantities: readonly Quantity[],
  more: { perPeriod?: boolean; agencies?: readonly number[] | null } = {},
): Promise<SumRow[]> {
  const { engine } = database;
  const key = KEY[by];
  const where = [inList(engine, "procedure_id"), inList(engine, "period_id")];
  const parameters: Parameter[] = [listParameter(engine, procedures), listParameter(engine, periods)];
  if (more.agencies) {
    where.push(inList(engine, key));
    parameters.push(listParameter(engine, more.agencies));
  }
  const period = more.perPeriod ? "period_id" : "0";
  return database.read(
    `SELECT procedure_id, ${period}, ${key}, ${sums(database, quantities)} FROM count_${by}_procedure_sum
      WHERE ${where.join(" AND ")} GROUP BY procedure_id, ${more.perPeriod ? "period_id, " : ""}${key}`,
    parameters,
  ) as Promise<SumRow[]>;
}

/** How many counts of agencies lie in periods: [agency, counts]. */
export function readCountsOf(database: Database, periods: readonly number[]): Promise<SumRow[]> {
  return database.read(
    `SELECT agency_id, ${sum(database, "row_count")} FROM count_agency_sum
      WHERE ${inList(database.engine, "period_id")} GROUP BY agency_id`,
    [listParameter(database.engine, periods)],
  ) as Promise<SumRow[]>;
}
