import { requestOf, type Context } from "../platform/context";
import { inList, listParameter, type Parameter } from "../platform/db/database";
import { Refusal } from "../platform/errors/refusal";
import { parseId } from "../platform/kinds/all";
import { Meter } from "../platform/planner/request";
import { ownPart } from "../platform/planner/scope";
import { refuseUnlessRead } from "../platform/policy/forbidden";
import type { ScoredPeriod } from "../target/scored.types";
import { periodsNamed } from "./figure-names";
import { daysSince, monthsBefore } from "./not-reported.rules";

/** Periods that one question may be about. */
export const MOST_PERIODS = 100;
/** How far back a report makes another one expected. */
const EXPECTED_MONTHS = 12;

/** How many agencies have reported a period, of those that were expected to. */
export interface PeriodReporting {
  period: ScoredPeriod;
  expected: number;
  reported: number;
  /** Days since the reports were due; null where no day was set. */
  daysLate: number | null;
}

/**
 * The same as `notReported` counts, for many periods at once and without naming anybody: one statement over the sums,
 * whatever the number of periods. Staff of agencies see what concerns their own part. Periods that are not there are
 * left out.
 */
export async function periodReporting(context: Context, periodIds: readonly string[]): Promise<PeriodReporting[]> {
  const { registry, database, clock } = context.services;
  const resource = registry.single("count");
  refuseUnlessRead(resource, context.person);
  if (periodIds.length > MOST_PERIODS)
    throw new Refusal("LIMIT", "periods", { value: periodIds.length, max: MOST_PERIODS }, "limitValues");
  const ids = periodIds.map((id) => {
    const read = parseId(id);
    if (!read.ok) throw new Refusal("BAD_INPUT", "periods", read.problem.values, read.problem.reason);
    return Number(read.value);
  });
  const periods = await periodsNamed(database, ids);
  const known = [...new Set(ids)].flatMap((id) => periods.get(id) ?? []);
  if (known.length === 0) return [];

  const own = ownPart(resource, requestOf(context, new Meter()));
  const since = known.flatMap(({ id, firstDay }): Parameter[] => [Number(id), monthsBefore(firstDay, EXPECTED_MONTHS)]);
  const rows = await database.read(
    "SELECT x.id, COUNT(*), SUM(x.within) FROM (" +
      "SELECT t.id, s.agency_id, MAX(CASE WHEN p.first_day >= t.first_day THEN 1 ELSE 0 END) AS within, " +
      "MAX(CASE WHEN p.last_day < t.first_day THEN 1 ELSE 0 END) AS earlier FROM period t " +
      `JOIN period p ON p.last_day <= t.last_day AND p.first_day >= CASE t.id ${known.map(() => "WHEN ? THEN ?").join(" ")} END ` +
      "JOIN count_agency_sum s ON s.period_id = p.id " +
      "JOIN agency_state a ON a.agency_id = s.agency_id AND a.valid_from <= t.last_day AND a.valid_to > t.last_day " +
      `WHERE ${inList(database.engine, "t.id")}${own ? ` AND s.agency_id IN (${own.sql})` : ""} ` +
      "GROUP BY t.id, s.agency_id) x WHERE x.earlier = 1 GROUP BY x.id",
    [
      ...since,
      listParameter(
        database.engine,
        known.map(({ id }) => Number(id)),
      ),
      ...(own?.parameters ?? []),
    ],
  );
  const counted = new Map(rows.map(([id, expected, reported]) => [Number(id), [Number(expected), Number(reported)]]));
  return known.map((period) => {
    const [expected, reported] = counted.get(Number(period.id)) ?? [0, 0];
    const daysLate = period.dueOn === null ? null : daysSince(period.dueOn, clock.today());
    return { period, expected, reported, daysLate };
  });
}
