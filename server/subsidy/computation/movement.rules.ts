import type { Span } from "./claim-window.rules";
import type { Movement } from "./inputs.rules";
import type { Problem } from "./line.rules";

/** A record of dossiers handed over on a route. */
export interface HandOverRecord {
  route: string;
  day: string;
  dossiers: number;
  carrier: string;
  /** By both sides. */
  isSigned: boolean;
}

/** A hand-over is paid when both sides signed it and the route's own carrier carried it; one record is one trip. */
export function fromHandOver(record: HandOverRecord, routeCarrier: string): Movement[] {
  if (!record.isSigned || record.carrier !== routeCarrier) return [];
  return [{ route: record.route, day: record.day, dossiers: record.dossiers, trips: 1 }];
}

/** A route as counts meet it. */
export interface CountedRoute {
  id: string;
  from: string;
  to: string;
  direction: "IN" | "OUT" | "BOTH";
}

/** The dossiers of a period by channel; null is not reported. */
export interface CountRecord {
  firstDay: string;
  lastDay: string;
  receptionUnit: string;
  agency: string;
  received: Record<string, number | null>;
  returned: Record<string, number | null>;
}

/** How many of a count's dossiers go over a route: received ones to the settling agency, results back, or both. */
export function countedOn(route: CountedRoute, count: CountRecord, channels: readonly string[]): number {
  const { receptionUnit, agency, received, returned } = count;
  const isGoing = (from: string, to: string) => route.from === from && route.to === to;
  const sum = (by: Record<string, number | null>) => channels.reduce((all, channel) => all + (by[channel] ?? 0), 0);
  if (route.direction === "OUT") return isGoing(agency, receptionUnit) ? sum(returned) : 0;
  if (!isGoing(receptionUnit, agency)) return 0;
  return sum(received) + (route.direction === "BOTH" ? sum(returned) : 0);
}

/**
 * What a count moves over a route in a span, paid on the last day of its period. A period that lies in the span only in
 * part cannot be divided: with something moved it is a problem.
 */
export function fromCount(
  route: CountedRoute,
  count: CountRecord,
  channels: readonly string[],
  { from, to }: Span,
): Movement | Problem | null {
  const dossiers = countedOn(route, count, channels);
  if (dossiers === 0 || count.lastDay < from || count.firstDay > to) return null;
  if (count.firstDay < from || count.lastDay > to)
    return { code: "PERIOD_STRADDLES", route: route.id, day: count.lastDay };
  return { route: route.id, day: count.lastDay, dossiers, trips: null };
}
