import { requestOf, type Context } from "../platform/context";
import { Refusal } from "../platform/errors/refusal";
import { parseId } from "../platform/kinds/all";
import { LIMITS } from "../platform/planner/limits";
import type { Page } from "../platform/planner/page";
import { Meter } from "../platform/planner/request";
import { ownPart, subtree } from "../platform/planner/scope";
import { refuseUnlessRead } from "../platform/policy/forbidden";
import type { ScoredAgency, ScoredPeriod, ScoredProcedure } from "../target/scored.types";
import { CHANNELS, figuresOf, groupsOfPage, type Channel, type TotalFigures } from "./count-totals.figures";
import { keyColumns, readTotals, type Grouping, type TotalRow, type TotalsWhere } from "./count-totals.sql";
import { agenciesNamed, periodsNamed, proceduresNamed, sectorsNamed, type FigureSector } from "./figure-names";

export type CountGroup = Grouping | "CHANNEL";

export interface CountTotalsFilter {
  from?: string | null;
  to?: string | null;
  period?: string | null;
  agency?: string[] | null;
  receptionUnit?: string[] | null;
  under?: string | null;
  procedure?: string[] | null;
  sector?: string[] | null;
  channel?: Channel | null;
  level?: number | null;
  levelScheme?: string | null;
  catalog?: string | null;
}

/** The sums of one group; what it is not told apart by is null. */
export interface CountTotal {
  agency: ScoredAgency | null;
  receptionUnit: ScoredAgency | null;
  sector: FigureSector | null;
  procedure: ScoredProcedure | null;
  channel: Channel | null;
  level: number | null;
  levelScheme: string | null;
  month: string | null;
  period: ScoredPeriod | null;
  rows: number;
  blankRows: number;
  figures: TotalFigures;
}

export interface CountTotalList {
  items: CountTotal[];
  total: number;
}

/**
 * Sums of the counts by what they are to be told apart by. A count belongs to a span when its own days lie wholly inside;
 * level and sector are those of the last day of its period. Staff of agencies see the sums of what they see of counts.
 */
export async function countTotals(
  context: Context,
  groupBy: readonly CountGroup[],
  filter: CountTotalsFilter,
  page: Page,
): Promise<CountTotalList> {
  const { registry, database, clock } = context.services;
  const resource = registry.single("count");
  refuseUnlessRead(resource, context.person);
  const groups = [...new Set(groupBy)].filter((group): group is Grouping => group !== "CHANNEL");
  const channels = groupBy.includes("CHANNEL")
    ? filter.channel
      ? [filter.channel]
      : CHANNELS
    : [filter.channel ?? null];
  const where = whereOf(filter);
  // The day on which procedures stand in a catalog, and by whose words agencies and procedures are called.
  const period = where.period === null ? undefined : (await periodsNamed(database, [where.period])).get(where.period);
  const day = where.to ?? period?.lastDay ?? clock.today();
  if (where.catalog) where.catalog.day = day;
  if (filter.under) where.under = subtree(registry.single("agency"), String(idOf(filter.under, "under")), day);
  where.own = ownPart(resource, requestOf(context, new Meter()));

  const wanted = groupsOfPage(page, channels.length);
  const { rows, total } = await readTotals(database, groups, where, wanted);
  const named = await names(context, groups, rows, day);
  const items = rows.flatMap((row) => channels.map((channel) => totalOf(row, named(row), channel)));
  return { items: items.slice(wanted.skip, wanted.skip + page.limit), total: total * channels.length };
}

function idOf(id: string, field: string): number {
  const read = parseId(id);
  if (!read.ok) throw new Refusal("BAD_INPUT", field, read.problem.values, read.problem.reason);
  return Number(read.value);
}

function idsOf(ids: readonly string[] | null | undefined, field: string): number[] | null {
  if (!ids) return null;
  if (ids.length > LIMITS.values)
    throw new Refusal("LIMIT", field, { value: ids.length, max: LIMITS.values }, "limitValues");
  return ids.map((id) => idOf(id, field));
}

function whereOf(filter: CountTotalsFilter): TotalsWhere {
  return {
    from: filter.from ?? null,
    to: filter.to ?? null,
    period: filter.period ? idOf(filter.period, "period") : null,
    agencies: idsOf(filter.agency, "agency"),
    receptionUnits: idsOf(filter.receptionUnit, "receptionUnit"),
    under: null,
    procedures: idsOf(filter.procedure, "procedure"),
    sectors: idsOf(filter.sector, "sector"),
    level: filter.level ?? null,
    levelScheme: filter.levelScheme ?? null,
    catalog: filter.catalog ? { id: idOf(filter.catalog, "catalog"), day: "" } : null,
    own: null,
  };
}

type Key = Pick<
  CountTotal,
  "agency" | "receptionUnit" | "sector" | "procedure" | "month" | "period" | "level" | "levelScheme"
>;

const NOTHING: Key = {
  agency: null,
  receptionUnit: null,
  sector: null,
  procedure: null,
  month: null,
  period: null,
  level: null,
  levelScheme: null,
};

/** Names what the groups of a page are told apart by: a statement or two for each sort of name, however many rows. */
async function names(
  { services: { database } }: Context,
  groups: readonly Grouping[],
  rows: readonly TotalRow[],
  day: string,
): Promise<(row: TotalRow) => Key> {
  const place = new Map(groups.map((group, i) => [group, keyColumns(groups.slice(0, i)).length]));
  const at = (row: TotalRow, group: Grouping, further = 0): unknown => row.key[place.get(group)! + further];
  const ids = (group: Grouping, further = 0): number[] =>
    place.has(group)
      ? [...new Set(rows.map((row) => at(row, group, further)).filter((id) => id !== null))].map(Number)
      : [];
  const agencies = await agenciesNamed(database, [...new Set([...ids("AGENCY"), ...ids("RECEPTION_UNIT")])], day);
  const procedures = await proceduresNamed(database, ids("PROCEDURE"), day);
  const sectors = await sectorsNamed(database, ids("SECTOR"));
  const periods = await periodsNamed(database, ids("PERIOD", 2));
  const told: Record<Grouping, (row: TotalRow) => Partial<Key>> = {
    AGENCY: (row) => ({ agency: agencies.get(Number(at(row, "AGENCY"))) }),
    RECEPTION_UNIT: (row) => ({ receptionUnit: agencies.get(Number(at(row, "RECEPTION_UNIT"))) }),
    SECTOR: (row) => ({ sector: sectors.get(Number(at(row, "SECTOR"))) ?? null }),
    PROCEDURE: (row) => ({ procedure: procedures.get(Number(at(row, "PROCEDURE"))) }),
    LEVEL: (row) => ({
      levelScheme: at(row, "LEVEL") as string | null,
      level: at(row, "LEVEL", 1) as number | null,
    }),
    MONTH: (row) => ({ month: at(row, "MONTH") as string }),
    PERIOD: (row) => ({ period: periods.get(Number(at(row, "PERIOD", 2))) }),
  };
  return (row) => Object.assign({ ...NOTHING }, ...groups.map((group) => told[group](row))) as Key;
}

const totalOf = (row: TotalRow, key: Key, channel: Channel | null): CountTotal => ({
  ...key,
  channel,
  rows: row.rows,
  blankRows: row.blankRows,
  figures: figuresOf(row.figures, channel),
});
