import { inList, listParameter, type Database, type Row } from "../../platform/db/database";
import { decimal } from "../../platform/kinds/all";
import { addMoney, moneySums } from "../budget.sql";
import { BINDING_STATES } from "../claim.steps.rules";
import { beginOf, CHANNEL_COLUMNS, endOf, moneyText, PAID_HAND_OVER, wholeSum } from "../stored.sql";
import { periodStart, type Span } from "./claim-window.rules";
import type { CapUse, Movement, RateTerms, RouteTerms, Terms } from "./inputs.rules";
import type { CountRecord, CountedRoute } from "./movement.rules";

/** A program as a computation goes by it. */
export interface ProgramTerms {
  id: number;
  fiscalYear: number;
  /** The channels whose dossiers are carried, where counts are paid. */
  channels: string[];
  terms: Terms;
}

/** An eligible route with what people call its ends. */
export interface ShownRoute extends RouteTerms, CountedRoute {
  carrier: string;
  fromName: string;
  toName: string;
}

/** A rate with what it was agreed by. */
export interface ShownRate extends RateTerms {
  contract: string | null;
  /** The number of the Decision that set it. */
  decision: string | null;
}

/** Hand-overs that are paid, of one route and day. */
export interface Moved extends Movement {
  /** How many of them were moved later than the law says; no amount depends on it. */
  late: number;
}

/** Records of the routes and days that nothing is paid for. */
export interface LeftOut {
  /** Hand-overs that a side has not signed. */
  unsigned: number;
  /** Hand-overs that both signed and somebody else than the route's carrier carried. */
  otherCarrier: number;
  /** Counts in which a figure of a carried channel is not reported. */
  notReported: number;
}

/** A reporting period with a day in the span. */
export interface PeriodOfSpan {
  id: string;
  name: string;
  firstDay: string;
  lastDay: string;
  state: string;
  version: number;
}

const share = decimal({ scale: 2 });
const percentOf = (stored: unknown): string => share.decode!(stored as never) as string;
const amountOf = (stored: unknown): bigint => BigInt(String(stored));

export async function readProgram(database: Database, id: number): Promise<ProgramTerms> {
  const [[fiscalYear, quantityFrom, channels, claimPeriod, percent, cap, capPer]] = await database.read(
    `SELECT fiscal_year, quantity_from, channels, claim_period, share_percent, ${moneyText(database.engine, "cap_vnd")}, cap_per
      FROM subsidy_program WHERE id = ?`,
    [id],
  );
  const terms = {
    quantityFrom,
    claimPeriod,
    sharePercent: percentOf(percent),
    capVnd: cap === null ? null : amountOf(cap),
    capPer: capPer ?? "CLAIM_PERIOD",
  } as Terms;
  return { id, fiscalYear: fiscalYear as number, channels: JSON.parse(String(channels)) as string[], terms };
}

/** The routes that a program pays, by their code; names of agencies are given in beside. */
export async function readRoutes(
  database: Database,
  program: number,
): Promise<Omit<ShownRoute, "fromName" | "toName">[]> {
  const rows = await database.read(
    `SELECT r.id, r.code, r.valid_from, r.valid_to, x.share_percent, r.from_id, r.to_id, r.direction, r.carrier
      FROM subsidy_program_route x JOIN transfer_route r ON r.id = x.route_id WHERE x.program_id = ? ORDER BY r.code, r.id`,
    [program],
  );
  return rows.map(([id, code, validFrom, validTo, own, from, to, direction, carrier]) => ({
    id: String(id),
    code: String(code),
    validFrom: beginOf(validFrom),
    validTo: endOf(validTo),
    sharePercent: own === null ? null : percentOf(own),
    from: String(from),
    to: String(to),
    direction: direction as CountedRoute["direction"],
    carrier: String(carrier),
  }));
}

/** The rates of a program's routes that hold on a day of the span. */
export async function readRates(database: Database, program: number, { from, to }: Span): Promise<ShownRate[]> {
  const rows = await database.read(
    `SELECT t.id, t.route_id, t.rate_unit, ${moneyText(database.engine, "t.amount_vnd")}, t.valid_from, t.valid_to, t.dossiers_per_trip,
        t.contract, d.number
      FROM subsidy_program_route x JOIN transfer_rate t ON t.route_id = x.route_id LEFT JOIN decision d ON d.id = t.decision_id
      WHERE x.program_id = ? AND t.valid_from <= ? AND t.valid_to > ? ORDER BY t.route_id, t.valid_from, t.id`,
    [program, to, from],
  );
  return rows.map(([id, route, rateUnit, amount, validFrom, validTo, perTrip, contract, decision]) => ({
    id: String(id),
    route: String(route),
    rateUnit: rateUnit as RateTerms["rateUnit"],
    amountVnd: amountOf(amount),
    validFrom: beginOf(validFrom),
    validTo: endOf(validTo),
    dossiersPerTrip: perTrip as number | null,
    contract: contract as string | null,
    decision: decision as string | null,
  }));
}

/**
 * The hand-overs of a program's routes, summed by route and day: those that both sides signed and the route's carrier
 * carried, and how many are left out.
 */
export async function readHandOvers(
  database: Database,
  program: number,
  { from, to }: Span,
): Promise<{ moved: Moved[]; leftOut: LeftOut }> {
  const when = (condition: string, value: string) =>
    wholeSum(database.engine, `CASE WHEN ${condition} THEN ${value} ELSE 0 END`);
  const rows = await database.read(
    `SELECT h.route_id, h.handed_on, ${when(PAID_HAND_OVER, "h.dossiers")}, ${when(PAID_HAND_OVER, "1")}, ${when(`${PAID_HAND_OVER} AND h.timeliness = 'LATE'`, "1")},
        ${when("h.is_signed <> 1", "1")}, ${when("h.is_signed = 1 AND h.carrier <> r.carrier", "1")}
      FROM subsidy_program_route x JOIN transfer_route r ON r.id = x.route_id JOIN hand_over h ON h.route_id = r.id
      WHERE x.program_id = ? AND h.handed_on >= ? AND h.handed_on <= ?
      GROUP BY h.route_id, h.handed_on ORDER BY h.route_id, h.handed_on`,
    [program, from, to],
  );
  const leftOut = { unsigned: 0, otherCarrier: 0, notReported: 0 };
  const moved: Moved[] = [];
  for (const [route, day, dossiers, trips, late, unsigned, otherCarrier] of rows as [number, string, ...number[]][]) {
    leftOut.unsigned += unsigned;
    leftOut.otherCarrier += otherCarrier;
    if (trips > 0) moved.push({ route: String(route), day, dossiers, trips, late });
  }
  return { moved, leftOut };
}

/** Counts of one route and period, summed over procedures: what `fromCount` looks at. */
export interface CountsOfRoute {
  route: string;
  count: CountRecord;
}

/** The counts between the ends of a program's routes, in the periods with a day in the span, summed by route and period. */
export async function readCounts(
  database: Database,
  { id, channels }: Pick<ProgramTerms, "id" | "channels">,
  { from, to }: Span,
): Promise<{ counts: CountsOfRoute[]; notReported: number }> {
  const columns = (leg: string) =>
    channels.map((channel) => `c.${leg}_${CHANNEL_COLUMNS[channel as keyof typeof CHANNEL_COLUMNS]}`);
  const [received, returned] = [columns("received"), columns("returned")];
  const isGone = (column: string): string => `${column} IS NULL`;
  const blank = `CASE WHEN (e.direction <> 'OUT' AND (${received.map(isGone).join(" OR ")})) OR (e.direction <> 'IN' AND (${returned.map(isGone).join(" OR ")})) THEN 1 ELSE 0 END`;
  const sums = [...received, ...returned].map((column) => wholeSum(database.engine, column));
  const rows = await database.read(
    `SELECT e.id, p.first_day, p.last_day, e.unit, e.agency, ${wholeSum(database.engine, blank)}, ${sums.join(", ")}
      FROM (SELECT r.id, r.direction, CASE r.direction WHEN 'OUT' THEN r.to_id ELSE r.from_id END AS unit,
          CASE r.direction WHEN 'OUT' THEN r.from_id ELSE r.to_id END AS agency
        FROM subsidy_program_route x JOIN transfer_route r ON r.id = x.route_id WHERE x.program_id = ?) e
      JOIN period p ON p.first_day <= ? AND p.last_day >= ?
      JOIN \`count\` c ON c.period_id = p.id AND c.agency_id = e.agency AND c.reception_unit_id = e.unit
      GROUP BY e.id, e.direction, e.unit, e.agency, p.id, p.first_day, p.last_day ORDER BY e.id, p.first_day, p.last_day`,
    [id, to, from],
  );
  const byChannel = (figures: Row) =>
    Object.fromEntries(channels.map((channel, at) => [channel, figures[at] as number]));
  let notReported = 0;
  const counts = rows.map(([route, firstDay, lastDay, unit, agency, blanks, ...figures]): CountsOfRoute => {
    if ((firstDay as string) >= from && (lastDay as string) <= to) notReported += blanks as number;
    return {
      route: String(route),
      count: {
        firstDay: firstDay as string,
        lastDay: lastDay as string,
        receptionUnit: String(unit),
        agency: String(agency),
        received: byChannel(figures.slice(0, channels.length)),
        returned: byChannel(figures.slice(channels.length)),
      },
    };
  });
  return { counts, notReported };
}

/**
 * What approved claims took of the program's cap, by claim period. `except` leaves out what they claimed of the span and
 * the routes that are computed: it is the same money.
 */
export async function readCapUsed(
  database: Database,
  { id, terms }: ProgramTerms,
  except: { span: Span; routes: readonly string[] } | null,
): Promise<CapUse[]> {
  if (terms.capVnd === null) return [];
  const states = BINDING_STATES.map((state) => `'${state}'`).join(", ");
  const { engine } = database;
  const apart = except ? ` AND NOT (l.valid_from <= ? AND l.valid_to > ? AND ${inList(engine, "l.route_id")})` : "";
  const rows = await database.read(
    `SELECT l.window_from, ${moneySums(engine, "l.amount_vnd")}
      FROM subsidy_claim_line l JOIN subsidy_claim c ON c.id = l.claim_id
      WHERE c.program_id = ? AND c.state IN (${states})${apart} GROUP BY l.window_from ORDER BY l.window_from`,
    [id, ...(except ? [except.span.to, except.span.from, listParameter(engine, except.routes.map(Number))] : [])],
  );
  return rows.map(([window, millions, rest]) => ({
    windowStart: periodStart(window as string, terms.claimPeriod),
    amountVnd: addMoney(millions, rest),
  }));
}

/** The reporting periods with a day in the span, the shortest of those that begin on one day first. */
export async function readPeriods(database: Database, { from, to }: Span): Promise<PeriodOfSpan[]> {
  const rows = await database.read(
    "SELECT id, name, first_day, last_day, state, version FROM period WHERE first_day <= ? AND last_day >= ? ORDER BY first_day, last_day, id",
    [to, from],
  );
  return rows.map(
    ([id, name, firstDay, lastDay, state, version]) =>
      ({ id: String(id), name, firstDay, lastDay, state, version }) as PeriodOfSpan,
  );
}
