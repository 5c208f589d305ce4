import { requestOf, type Context } from "../platform/context";
import { inList, listParameter, type Parameter } from "../platform/db/database";
import { Refusal } from "../platform/errors/refusal";
import { parseId } from "../platform/kinds/all";
import type { Page } from "../platform/planner/page";
import { Meter } from "../platform/planner/request";
import { ownPart } from "../platform/planner/scope";
import { fragment, type Fragment } from "../platform/planner/statement";
import { refuseUnlessRead } from "../platform/policy/forbidden";
import type { ScoredAgency, ScoredPeriod } from "../target/scored.types";
import { agenciesNamed, periodsNamed } from "./figure-names";
import { daysSince, monthsBefore, settlers } from "./not-reported.rules";

/** How far back a report makes another one expected. */
const EXPECTED_MONTHS = 12;

export interface SilentAgency {
  agency: ScoredAgency;
  lastReported: ScoredPeriod | null;
}

/** Who has not reported a period, of those who reported one of the twelve months before it. */
export interface NotReported {
  period: ScoredPeriod;
  /** Days since the reports were due; null where no day was set. */
  daysLate: number | null;
  expected: number;
  reported: number;
  total: number;
  items: SilentAgency[];
  /** Agencies that settle procedures on the period's last day and of which no count was ever reported. */
  neverReported: number;
}

/**
 * An agency is expected to report a period where it is there on its last day and settled dossiers of a period in the
 * twelve months before; it has reported where it has a count of the period, or of one that lies within it. Staff of
 * agencies see those of their own part.
 */
export async function notReported(context: Context, periodId: string, page: Page): Promise<NotReported> {
  const { registry, database, clock } = context.services;
  const resource = registry.single("count");
  refuseUnlessRead(resource, context.person);
  const read = parseId(periodId);
  if (!read.ok) throw new Refusal("BAD_INPUT", "period", read.problem.values, read.problem.reason);
  const id = Number(read.value);
  const period = (await periodsNamed(database, [id])).get(id);
  if (!period) throw new Refusal("NOT_FOUND", "period", { id: periodId });

  const own = ownPart(resource, requestOf(context, new Meter()));
  const mine = (column: string): Fragment =>
    own ? fragment(` AND ${column} IN (${own.sql})`, ...own.parameters) : fragment("");
  const reports = await reportsAround(context, period, mine("s.agency_id"));
  const expected = reports.filter((report) => report.before);
  const silent = expected.filter((report) => !report.within);
  const items = await silentAgencies(
    context,
    period,
    silent.slice(page.offset, page.offset + page.limit).map((report) => report.agency),
  );
  return {
    period,
    daysLate: period.dueOn === null ? null : daysSince(period.dueOn, clock.today()),
    expected: expected.length,
    reported: expected.length - silent.length,
    total: silent.length,
    items,
    neverReported: await neverReported(context, period, mine("a.agency_id")),
  };
}

interface Report {
  agency: number;
  /** Whether it has a count of the period, and one of the twelve months before it. */
  within: boolean;
  before: boolean;
}

/** What the agencies of the period's last day reported of it and before it, in dictionary order; from the sums. */
async function reportsAround(context: Context, period: ScoredPeriod, mine: Fragment): Promise<Report[]> {
  const { firstDay, lastDay } = period;
  const rows = await context.services.database.read(
    "SELECT s.agency_id, MAX(CASE WHEN p.first_day >= ? THEN 1 ELSE 0 END), MAX(CASE WHEN p.last_day < ? THEN 1 ELSE 0 END) " +
      "FROM count_agency_sum s JOIN period p ON p.id = s.period_id AND p.first_day >= ? AND p.last_day <= ? " +
      "JOIN agency_state a ON a.agency_id = s.agency_id AND a.valid_from <= ? AND a.valid_to > ? " +
      `WHERE 1 = 1${mine.sql} GROUP BY s.agency_id, a.name_key ORDER BY a.name_key, s.agency_id`,
    [firstDay, firstDay, monthsBefore(firstDay, EXPECTED_MONTHS), lastDay, lastDay, lastDay, ...mine.parameters],
  );
  return rows.map(([agency, within, before]) => ({
    agency: agency as number,
    within: Number(within) === 1,
    before: Number(before) === 1,
  }));
}

/** The agencies of a page with the last period that each reported before. */
async function silentAgencies(context: Context, period: ScoredPeriod, ids: readonly number[]): Promise<SilentAgency[]> {
  if (ids.length === 0) return [];
  const { database } = context.services;
  const rows = await database.read(
    "SELECT x.agency_id, x.id FROM (SELECT s.agency_id, p.id, ROW_NUMBER() OVER " +
      "(PARTITION BY s.agency_id ORDER BY p.last_day DESC, p.first_day DESC, p.id DESC) AS place " +
      "FROM count_agency_sum s JOIN period p ON p.id = s.period_id " +
      `WHERE ${inList(database.engine, "s.agency_id")} AND p.last_day < ?) x WHERE x.place = 1`,
    [listParameter(database.engine, ids), period.firstDay],
  );
  const last = new Map(rows.map(([agency, at]) => [agency as number, at as number]));
  const agencies = await agenciesNamed(database, ids, period.lastDay);
  const periods = await periodsNamed(database, [...new Set(last.values())]);
  return ids.map((id) => ({ agency: agencies.get(id)!, lastReported: periods.get(last.get(id)!) ?? null }));
}

/** How many agencies settle procedures on the period's last day and have no count up to then. */
async function neverReported(context: Context, { lastDay }: ScoredPeriod, mine: Fragment): Promise<number> {
  const { database } = context.services;
  const competences = await database.read(
    "SELECT DISTINCT agency_id, tiers FROM procedure_state WHERE status = 'IN_FORCE' AND valid_from <= ? AND valid_to > ?",
    [lastDay, lastDay],
  );
  const { agencies, kinds } = settlers(
    competences.map(([agency, tiers]) => ({
      agency: agency as number | null,
      tiers: JSON.parse(tiers as string) as string[],
    })),
  );
  const parameters: Parameter[] = [lastDay, lastDay];
  parameters.push(listParameter(database.engine, agencies), listParameter(database.engine, kinds), lastDay);
  const [[number]] = await database.read(
    "SELECT COUNT(*) FROM agency_state a JOIN agency i ON i.id = a.agency_id WHERE a.valid_from <= ? AND a.valid_to > ? " +
      `AND (${inList(database.engine, "a.agency_id")} OR ${inList(database.engine, "i.kind")}) ` +
      "AND NOT EXISTS (SELECT 1 FROM count_agency_sum s JOIN period p ON p.id = s.period_id " +
      `WHERE s.agency_id = a.agency_id AND p.last_day <= ?)${mine.sql}`,
    [...parameters, ...mine.parameters],
  );
  return Number(number);
}
