import { inList, listParameter, type Database, type Row } from "../../platform/db/database";
import { Refusal } from "../../platform/errors/refusal";
import type { RateTerms } from "../computation/inputs.rules";
import type { Span } from "../computation/claim-window.rules";
import type { CountedRoute, CountRecord } from "../computation/movement.rules";
import { beginOf, CHANNEL_COLUMNS, endOf, moneyText, PAID_HAND_OVER, wholeSum } from "../stored.sql";

/** Routes that one estimate looks at; each that is priced becomes a line of one change set. */
const MOST_ROUTES = 4000;

/** A route as an estimate and its readers see it. */
export interface EstimatedRoute extends CountedRoute {
  code: string;
  carrier: string;
  validFrom: string | null;
  validTo: string | null;
}

/** The routes that are there on a day of a span. */
export async function readRoutesOf(database: Database, { from, to }: Span): Promise<EstimatedRoute[]> {
  const rows = await database.read(
    `SELECT id, code, from_id, to_id, direction, carrier, valid_from, valid_to FROM transfer_route
      WHERE valid_from <= ? AND valid_to > ? ORDER BY code, id LIMIT ${MOST_ROUTES + 1}`,
    [to, from],
  );
  if (rows.length > MOST_ROUTES) throw new Refusal("LIMIT", "fiscalYear", { max: MOST_ROUTES }, "estimateRoutes");
  return rows.map(([id, code, from, to, direction, carrier, validFrom, validTo]) => ({
    id: String(id),
    code: String(code),
    from: String(from),
    to: String(to),
    direction: direction as CountedRoute["direction"],
    carrier: String(carrier),
    validFrom: beginOf(validFrom),
    validTo: endOf(validTo),
  }));
}

/** Every rate of some routes. */
export async function readRatesOf(database: Database, routes: readonly number[]): Promise<RateTerms[]> {
  const { engine } = database;
  const rows = await database.read(
    `SELECT id, route_id, rate_unit, ${moneyText(engine, "amount_vnd")}, valid_from, valid_to, dossiers_per_trip FROM transfer_rate
      WHERE ${inList(engine, "route_id")} ORDER BY route_id, valid_from, id`,
    [listParameter(engine, routes)],
  );
  return rows.map(([id, route, rateUnit, amountVnd, validFrom, validTo, perTrip]) => ({
    id: String(id),
    route: String(route),
    rateUnit: rateUnit as RateTerms["rateUnit"],
    amountVnd: BigInt(String(amountVnd)),
    validFrom: beginOf(validFrom),
    validTo: endOf(validTo),
    dossiersPerTrip: perTrip as number | null,
  }));
}

/**
 * The counts between the ends of some routes in periods with a day in the span, summed by pair of ends and period; of some
 * procedures only, where these are named.
 */
export async function readCountsBetween(
  database: Database,
  routes: readonly CountedRoute[],
  { from, to }: Span,
  procedures: readonly number[] | null = null,
): Promise<CountRecord[]> {
  const { engine } = database;
  const legs = ["received", "returned"].flatMap((leg) =>
    Object.values(CHANNEL_COLUMNS).map((channel) => wholeSum(engine, `c.${leg}_${channel}`)),
  );
  const ends = [...new Set(routes.flatMap((route) => [Number(route.from), Number(route.to)]))];
  const only = procedures ? ` AND ${inList(engine, "c.procedure_id")}` : "";
  const rows = await database.read(
    `SELECT p.first_day, p.last_day, c.reception_unit_id, c.agency_id, ${legs.join(", ")}
      FROM period p JOIN \`count\` c ON c.period_id = p.id
      WHERE p.first_day <= ? AND p.last_day >= ? AND ${inList(engine, "c.agency_id")} AND ${inList(engine, "c.reception_unit_id")}${only}
      GROUP BY p.id, p.first_day, p.last_day, c.reception_unit_id, c.agency_id`,
    [
      to,
      from,
      listParameter(engine, ends),
      listParameter(engine, ends),
      ...(procedures ? [listParameter(engine, procedures)] : []),
    ],
  );
  const byChannel = (figures: Row): CountRecord["received"] =>
    Object.fromEntries(Object.keys(CHANNEL_COLUMNS).map((channel, at) => [channel, figures[at] as number | null]));
  return rows.map(([firstDay, lastDay, unit, agency, ...figures]) => ({
    firstDay: firstDay as string,
    lastDay: lastDay as string,
    receptionUnit: String(unit),
    agency: String(agency),
    received: byChannel(figures.slice(0, 3)),
    returned: byChannel(figures.slice(3)),
  }));
}

/** The hand-overs that count in a span by route, signed by both sides and carried by the route's carrier: how many, and their dossiers. */
export async function readHandOversOf(
  database: Database,
  routes: readonly number[],
  { from, to }: Span,
): Promise<Map<string, { handOvers: number; handedOver: number }>> {
  const rows = await database.read(
    `SELECT h.route_id, COUNT(*), SUM(h.dossiers) FROM hand_over h JOIN transfer_route r ON r.id = h.route_id
      WHERE ${inList(database.engine, "h.route_id")} AND h.handed_on >= ? AND h.handed_on <= ? AND ${PAID_HAND_OVER}
      GROUP BY h.route_id`,
    [listParameter(database.engine, routes), from, to],
  );
  return new Map(
    rows.map(([route, count, dossiers]) => [String(route), { handOvers: Number(count), handedOver: Number(dossiers) }]),
  );
}
