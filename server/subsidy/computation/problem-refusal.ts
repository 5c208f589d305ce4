import { Refusal, type RefusalCode } from "../../platform/errors/refusal";
import { date } from "../../platform/kinds/all";
import type { Label } from "../../platform/text/label";
import type { ShownRoute } from "./inputs.sql";
import type { Problem } from "./line.rules";
import { isKeepable } from "./money.rules";

/** How each problem is refused: the code programs act on, the field it is about, the sentence. */
const REFUSALS: Record<Problem["code"], { code: RefusalCode; field: string; reason: string }> = {
  NO_RATE: { code: "NO_RATE", field: "rate", reason: "computeNoRate" },
  NO_TRIPS: { code: "REQUIRED", field: "dossiersPerTrip", reason: "computeNoTrips" },
  ROUTE_NOT_IN_FORCE: { code: "OUTSIDE_VALIDITY", field: "route", reason: "computeRouteNotInForce" },
  PERIOD_STRADDLES: { code: "BAD_INPUT", field: "period", reason: "computeStraddles" },
  TOO_MUCH: { code: "LIMIT", field: "totalVnd", reason: "computeTooMuch" },
};

export const dayWords = (day: string): Label => ({ vi: date().toText(day, "vi"), en: date().toText(day, "en") });

/** Refuses to tell sums that are more than an amount of the product can be. */
export function checkKeepable(...sums: readonly bigint[]): void {
  if (!sums.every(isKeepable)) throw refusalOf({ code: "TOO_MUCH", route: null, day: null }, []);
}

/** What stands against a computation as it is refused: it names the route and the day, and the way out. */
export function refusalOf({ code, route, day }: Problem, routes: readonly ShownRoute[]): Refusal {
  const { reason, ...known } = REFUSALS[code];
  const shown = routes.find(({ id }) => id === route);
  if (!shown || day === null) return new Refusal(known.code, known.field, {}, `${reason}Total`);
  const values = { route: shown.code, from: shown.fromName, to: shown.toName, day: dayWords(day) };
  return new Refusal(known.code, known.field, values, reason);
}
