import { rounded } from "../computation/money.rules";
import type { Cell } from "./known.rules";
import type { MonthMoved } from "./price.rules";

/** What a route, a carrier or a district comes to in the known months and the forecast ones. */
export interface Compared {
  knownVnd: bigint;
  forecastVnd: bigint;
  dossiers: number;
  trips: number;
  /** Of the known months; null where no dossier was moved. */
  perDossierVnd: bigint | null;
}

/** Adds up by some key of the route what routes cost and what moved on them, in the order in which routes come. */
export function comparedBy<K>(
  routes: readonly { id: string }[],
  keyOf: (route: string) => K,
  known: readonly Cell[],
  moved: ReadonlyMap<string, MonthMoved>,
  forecast: readonly Cell[],
): Map<K, Compared> {
  const out = new Map<K, Compared>();
  const at = (route: string): Compared => {
    const key = keyOf(route);
    const there = out.get(key) ?? { knownVnd: 0n, forecastVnd: 0n, dossiers: 0, trips: 0, perDossierVnd: null };
    out.set(key, there);
    return there;
  };
  for (const { id } of routes) {
    const { dossiers, trips } = moved.get(id) ?? { dossiers: 0, trips: 0 };
    at(id).dossiers += dossiers;
    at(id).trips += trips;
  }
  for (const { route, amountVnd } of known) at(route).knownVnd += amountVnd;
  for (const { route, amountVnd } of forecast) at(route).forecastVnd += amountVnd;
  for (const compared of out.values())
    if (compared.dossiers > 0) compared.perDossierVnd = rounded(compared.knownVnd, BigInt(compared.dossiers));
  return out;
}
