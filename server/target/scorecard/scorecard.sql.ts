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

/** Who was competent for a procedure in force, and from when to when. */
export interface DatedCompetence extends Competence {
  from: string;
  to: string;
}

/** The same of a procedure while it stood in a catalog. */
export interface DatedMember extends DatedCompetence {
  catalog: number;
}

/** The days on which both of two spans hold; `from` is not before `to` where there are none. */
function competenceOf([procedure, agency, tiers, from, to, entryFrom, entryTo]: Row): DatedCompetence {
  const days = { from: from as string, to: to as string };
  if (entryFrom !== undefined) {
    if ((entryFrom as string) > days.from) days.from = entryFrom as string;
    if ((entryTo as string) < days.to) days.to = entryTo as string;
  }
  return { procedure: procedure as number, agency: agency as number | null, tiers: listOf(tiers) ?? [], ...days };
}

/**
 * The procedures in force that stood in the catalogs criteria are about, whatever their legs, on any day from the first
 * to the last.
 */
export async function readMembers(database: Database, first: string, last: string): Promise<DatedMember[]> {
  const rows = await database.read(
    `SELECT e.procedure_id, s.agency_id, s.tiers, s.valid_from, s.valid_to, e.valid_from, e.valid_to, e.catalog_id
      FROM catalog_entry e
      JOIN procedure_state s ON s.procedure_id = e.procedure_id AND s.status = 'IN_FORCE'
        AND s.valid_from <= ? AND s.valid_to > ?
      WHERE e.catalog_id IN (SELECT catalog_id FROM criterion_catalog) AND e.valid_from <= ? AND e.valid_to > ?`,
    [last, first, last, first],
  );
  return rows.map((row) => ({ ...competenceOf(row), catalog: row[7] as number }));
}

/** Whether there is such a catalog. */
export async function readCatalogId(database: Database, id: number): Promise<boolean> {
  return (await database.read("SELECT id FROM catalog WHERE id = ?", [id])).length > 0;
}

/** Those of the procedures that were in force on any day from the first to the last. */
export async function readCompetences(
  database: Database,
  procedures: readonly number[],
  first: string,
  last: string,
): Promise<DatedCompetence[]> {
  const rows = await database.read(
    `SELECT procedure_id, agency_id, tiers, valid_from, valid_to FROM procedure_state
      WHERE ${inList(database.engine, "procedure_id")} AND status = 'IN_FORCE' AND valid_from <= ? AND valid_to > ?`,
    [listParameter(database.engine, procedures), last, first],
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
  dueOn: string | null;
  state: string | null;
}

/** The periods that have a day in the span; those not wholly inside straddle it. */
export async function readPeriods(database: Database, { from, to }: Pick<Span, "from" | "to">): Promise<PeriodRow[]> {
  const rows = await database.read(
    "SELECT id, name, first_day, last_day, due_on, state FROM period WHERE first_day <= ? AND last_day >= ? ORDER BY first_day, last_day, id",
    [to, from],
  );
  return rows.map(
    ([id, name, firstDay, lastDay, dueOn, state]) => ({ id, name, firstDay, lastDay, dueOn, state }) as PeriodRow,
  );
}

/** Whose sums: of who settled, or of who received. */
export type By = "agency" | "unit";

export const KEY: Record<By, string> = { agency: "agency_id", unit: "reception_unit_id" };

export const columnsOf = (quantity: Quantity): string => {
  const [leg, channel] = quantity.toLowerCase().split("_");
  return channel ? `${leg}_${channel}` : ["counter", "post", "online"].map((each) => `${leg}_${each}`).join(" + ");
};

/** As whole numbers on both engines: MariaDB sums them to decimals, which arrive as text. */
export const sum = (database: Database, expression: string): string =>
  database.engine === "sqlite" ? `SUM(${expression})` : `CAST(SUM(${expression}) AS SIGNED)`;

const sums = (database: Database, quantities: readonly Quantity[]): string =>
  quantities.map((quantity) => sum(database, columnsOf(quantity))).join(", ");

/** Which sums are wanted. */
export interface Wanted {
  periods: readonly number[];
  quantities: readonly Quantity[];
  /** Only of these agencies; null is every one. */
  agencies?: readonly number[] | null;
  /** Period by period, not those of all periods together. */
  perPeriod?: boolean;
  /** Of all agencies together, which then stand as 0. */
  together?: boolean;
}

/** Sums of whole agencies: [agency, …quantities, counts, blank ones, and the period where each is wanted]. */
export function readAgencySums(database: Database, by: By, wanted: Wanted): Promise<SumRow[]> {
  const { engine } = database;
  const columns = [...wanted.quantities.map(columnsOf), "row_count", "blank_count"];
  const key = wanted.together ? [] : [KEY[by]];
  const groups = [...key, ...(wanted.perPeriod ? ["period_id"] : [])];
  const selected = [
    key[0] ?? "0",
    ...columns.map((each) => sum(database, each)),
    ...(wanted.perPeriod ? ["period_id"] : []),
  ];
  const where = [inList(engine, "period_id")];
  const parameters: Parameter[] = [listParameter(engine, wanted.periods)];
  if (wanted.agencies) {
    where.push(inList(engine, KEY[by]));
    parameters.push(listParameter(engine, wanted.agencies));
  }
  return database.read(
    `SELECT ${selected.join(", ")} FROM count_${by}_sum WHERE ${where.join(" AND ")} GROUP BY ${groups.join(", ")}`,
    parameters,
  ) as Promise<SumRow[]>;
}

/** Sums of procedures: [procedure, period or 0, agency or 0, …quantities]. */
export function readProcedureSums(
  database: Database,
  by: By,
  wanted: Wanted & { procedures: readonly number[] },
): Promise<SumRow[]> {
  const { engine } = database;
  const where = [inList(engine, "procedure_id"), inList(engine, "period_id")];
  const parameters: Parameter[] = [listParameter(engine, wanted.procedures), listParameter(engine, wanted.periods)];
  if (wanted.agencies) {
    where.push(inList(engine, KEY[by]));
    parameters.push(listParameter(engine, wanted.agencies));
  }
  const period = wanted.perPeriod ? ["period_id"] : [];
  const agency = wanted.together ? [] : [KEY[by]];
  return database.read(
    `SELECT procedure_id, ${period[0] ?? "0"}, ${agency[0] ?? "0"}, ${sums(database, wanted.quantities)}
      FROM count_${by}_procedure_sum WHERE ${where.join(" AND ")}
      GROUP BY ${["procedure_id", ...period, ...agency].join(", ")}`,
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
