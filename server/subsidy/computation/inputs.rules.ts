import type { ClaimPeriod, Span } from "./claim-window.rules";

/** A program's terms: what it pays. */
export interface Terms {
  /** Whether dossiers and trips are taken from the dossier counts or from the hand-over records. */
  quantityFrom: "COUNTS" | "HAND_OVERS";
  claimPeriod: ClaimPeriod;
  /** The share of the cost that is paid, a decimal of at most two places: "70". */
  sharePercent: string;
  /** The most that is paid per claim period or year, in đồng; null where nothing limits it. */
  capVnd: bigint | null;
  capPer: "CLAIM_PERIOD" | "YEAR";
}

/** A route that the program pays; its validity is half-open, null where it has no end. */
export interface RouteTerms {
  id: string;
  code: string;
  validFrom: string | null;
  validTo: string | null;
  /** A share of its own in place of the program's. */
  sharePercent: string | null;
}

/** A rate of a route, half-open; no two of one route hold on one day. */
export interface RateTerms {
  id: string;
  route: string;
  rateUnit: "PER_DOSSIER" | "PER_TRIP" | "PER_MONTH";
  amountVnd: bigint;
  validFrom: string | null;
  validTo: string | null;
  /** How many dossiers make a trip where trips are not recorded. */
  dossiersPerTrip: number | null;
}

/** What went over a route. */
export interface Movement {
  route: string;
  /** The day whose rate pays it: the hand-over's, or the last of a count's period. */
  day: string;
  dossiers: number;
  /** One for a hand-over; null from counts, which do not know trips. */
  trips: number | null;
}

/** What the approved claims of the program have claimed in a claim period, or in the year where that starts. */
export interface CapUse {
  /** The first day of the calendar period or year. */
  windowStart: string;
  amountVnd: bigint;
}

/**
 * All that a computation goes by. A claim pins it at its submission, and computing again from it gives the same to the
 * đồng, whatever was corrected since.
 */
export interface Inputs {
  terms: Terms;
  span: Span;
  routes: RouteTerms[];
  rates: RateTerms[];
  movements: Movement[];
  capUsed: CapUse[];
}

/** Inputs or lines as JSON keeps them: money as decimal strings, because a JSON number loses digits past 2^53. */
export function pinned(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_name, each) => (typeof each === "bigint" ? String(each) : each)));
}

/** What was pinned, as it was. What is money says so by its name. */
export function unpinned<T>(stored: unknown): T {
  return JSON.parse(JSON.stringify(stored), (name, each) =>
    name.endsWith("Vnd") && typeof each === "string" ? BigInt(each) : each,
  );
}
