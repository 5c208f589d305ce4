import type { ClaimWindow, Span } from "./claim-window.rules";
import type { RateTerms } from "./inputs.rules";
import type { Quantity } from "./month-share.rules";

/** One line of a computation: a claim window, a route, and a rate with the days on which both held in it. */
export interface Line extends Span {
  window: ClaimWindow;
  route: string;
  routeCode: string;
  rate: string;
  rateUnit: RateTerms["rateUnit"];
  rateVnd: bigint;
  /** Dossiers moved in these days, also where trips or months are what is paid. */
  dossiers: number;
  quantity: Quantity;
  sharePercent: string;
  /** Rate × quantity, rounded for show only: no amount is reckoned from it. */
  grossVnd: bigint;
  /** Rate × quantity × share, before the cap. */
  wantedVnd: bigint;
  amountVnd: bigint;
  /** The cap left less than wanted. */
  isCut: boolean;
  /** What the cap had left for it; null where nothing limits it, and on lines that are taken back. */
  capFreeVnd: bigint | null;
}

/** Why nothing can be computed. */
export interface Problem {
  code:
    | "NO_RATE" // Something moved on a day on which the route has no rate.
    | "NO_TRIPS" // Paid by trip, from counts, and the rate does not say how many dossiers make one.
    | "ROUTE_NOT_IN_FORCE" // Something moved on a day before the route begins or after it ends.
    | "PERIOD_STRADDLES" // A count with something moved whose period lies in the span only in part.
    | "TOO_MUCH"; // An amount beyond 64 bits.
  /** Null where it is about the total. */
  route: string | null;
  day: string | null;
}

/** Lines with their sum, or what stands against it: with a problem there are no lines, as they would leave something out. */
export interface Computation<L extends Line = Line> {
  lines: L[];
  totalVnd: bigint;
  problems: Problem[];
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By claim window, route code, and the day from which the rate holds. */
export const byWindowAndRoute = (a: Line, b: Line): number =>
  inOrder(a.window.start, b.window.start) || inOrder(a.routeCode, b.routeCode) || inOrder(a.from, b.from);
