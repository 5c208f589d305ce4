import { agencyStates } from "../../agency/structure.service";
import { Structure } from "../../agency/structure.rules";
import { agenciesNamed } from "../../count/figure-names";
import { requestOf, type Context } from "../../platform/context";
import { inList, listParameter, type Database } from "../../platform/db/database";
import { Refusal } from "../../platform/errors/refusal";
import { decimal, int, type Kind } from "../../platform/kinds/all";
import { Meter } from "../../platform/planner/request";
import { ownPart } from "../../platform/planner/scope";
import { refuseUnlessRead } from "../../platform/policy/forbidden";
import type { Label } from "../../platform/text/label";
import type { ScoredAgency } from "../../target/scored.types";
import { dayAfter, daysOf, later } from "../computation/day.rules";
import { countedOn, fromCount, type CountRecord } from "../computation/movement.rules";
import { checkKeepable } from "../computation/problem-refusal";
import { sharePercent } from "../subsidy.kinds";
import { needOf, yearOf, type NeedGap, type NeedLine, type NeedTerms } from "./need.rules";
import { assumptionsOf, type CountsFound } from "./need-words.rules";
import { Payers } from "./payer.rules";
import { readCountsBetween, readRatesOf, readRoutesOf, readHandOversOf, type EstimatedRoute } from "./need.sql";

/** What is asked of a need: an estimate's terms, where absent as an estimate has them. */
export interface NeedAsking {
  fiscalYear: number;
  baseFrom: string;
  baseTo: string;
  growthPercent?: string | null;
  sharePercent?: string | null;
  channels?: readonly string[] | null;
}

export interface Asked extends NeedTerms {
  channels: readonly string[];
}

/** What a year would cost one payer. */
export interface PayerNeed {
  /** Null where the province has no committee on record. */
  payer: number | null;
  lines: NeedLine[];
  gaps: NeedGap[];
  totalVnd: bigint;
}

export interface Need {
  asked: Asked;
  payers: PayerNeed[];
  totalVnd: bigint;
  assumptions: Label[];
  routes: Map<string, EstimatedRoute>;
}

export interface NamedNeed extends Need {
  names: Map<number, ScoredAgency>;
}

/** What a year would cost every payer whose estimates the person sees, before anything is asked for. */
export async function subsidyNeed(context: Context, asking: NeedAsking): Promise<NamedNeed> {
  const { registry, database } = context.services;
  const resource = registry.single("subsidyEstimate");
  refuseUnlessRead(resource, context.person);
  const asked = readAsking(asking);
  const own = ownPart(resource, requestOf(context, new Meter()));
  const need = await computeNeed(database, asked, async (payers) => {
    if (own === null) return () => true;
    const among = listParameter(database.engine, payers);
    const seen = await database.read(
      `SELECT id FROM agency WHERE ${inList(database.engine, "id")} AND id IN (${own.sql})`,
      [among, ...own.parameters],
    );
    const ids = new Set(seen.map(([id]) => id as number));
    return (payer) => payer !== null && ids.has(payer);
  });
  return { ...need, names: await namesIn(database, need) };
}

/** What a year would cost one payer alone; whether the person may know it is asked before. */
export async function needOfPayer(database: Database, asking: NeedAsking, payer: number): Promise<NamedNeed> {
  const need = await computeNeed(database, readAsking(asking), () => Promise.resolve((place) => place === payer));
  return { ...need, names: await namesIn(database, need) };
}

/** The agencies that a need names, by their words of the year's first day. */
async function namesIn(database: Database, { asked, payers, routes }: Need): Promise<Map<number, ScoredAgency>> {
  const ids = new Set(payers.flatMap(({ payer }) => payer ?? []));
  for (const { lines, gaps } of payers)
    for (const { route } of [...lines, ...gaps]) {
      const { from, to } = routes.get(route)!;
      ids.add(Number(from)).add(Number(to));
    }
  return agenciesNamed(database, [...ids], yearOf(asked.fiscalYear).from);
}

const GROWTH = decimal({ scale: 2, min: -100, max: 1000 });
const YEAR = int({ min: 2000, max: 2100 });

/** The terms as they are asked for, within what an estimate may say. */
export function readAsking(asking: NeedAsking): Asked {
  const read = (field: string, kind: Kind, value: unknown): unknown => {
    const parsed = kind.parse(value);
    if (!parsed.ok) throw new Refusal(parsed.problem.code, field, parsed.problem.values, parsed.problem.reason);
    return parsed.value;
  };
  if (asking.baseTo < asking.baseFrom) throw new Refusal("BAD_INPUT", "baseTo", {}, "spanEndsBefore");
  return {
    fiscalYear: read("fiscalYear", YEAR, asking.fiscalYear) as number,
    base: { from: asking.baseFrom, to: asking.baseTo },
    growthPercent: read("growthPercent", GROWTH, asking.growthPercent ?? "0") as string,
    sharePercent: read("sharePercent", sharePercent(), asking.sharePercent ?? "100") as string,
    channels: asking.channels?.length ? [...new Set(asking.channels)] : ["COUNTER"],
  };
}

type Keeps = (payer: number | null) => boolean;

/** The need of the payers that are kept, in the order of the tree. Five statements, however many routes. */
export async function computeNeed(
  database: Database,
  asked: Asked,
  choose: (payers: number[]) => Promise<Keeps>,
): Promise<Need> {
  const year = yearOf(asked.fiscalYear);
  const [all, states] = await Promise.all([readRoutesOf(database, year), agencyStates(database)]);
  const payers = new Payers(new Structure(states, year.from));
  const paidBy = new Map(all.map((route) => [route.id, payers.of(route)]));
  const places = [...new Set(paidBy.values())];
  const keeps = await choose(places.flatMap((place) => place?.id ?? []));
  const kept = all.filter(({ id }) => keeps(paidBy.get(id)?.id ?? null));
  const ids = kept.map(({ id }) => Number(id));
  const [rates, counts, handOvers] = await Promise.all([
    readRatesOf(database, ids),
    readCountsBetween(database, kept, asked.base),
    readHandOversOf(database, ids, asked.base),
  ]);
  const { dossiers, found } = countedInBase(kept, counts, asked);
  const inTree = [...payers.inOrder(), null].filter((place) => places.includes(place) && keeps(place?.id ?? null));
  const needs = inTree.map((place): PayerNeed => {
    const own = kept.filter(({ id }) => paidBy.get(id) === place);
    const moved = own.map((route) => ({
      ...route,
      dossiers: dossiers.get(route.id) ?? 0,
      ...(handOvers.get(route.id) ?? { handOvers: 0, handedOver: 0 }),
    }));
    const { lines, gaps } = needOf(asked, moved, rates);
    return { payer: place?.id ?? null, lines, gaps, totalVnd: lines.reduce((sum, line) => sum + line.amountVnd, 0n) };
  });
  const totalVnd = needs.reduce((sum, need) => sum + need.totalVnd, 0n);
  checkKeepable(totalVnd);
  return {
    asked,
    payers: needs,
    totalVnd,
    assumptions: assumptionsOf(
      asked,
      found,
      needs.flatMap(({ lines }) => lines),
      needs.flatMap(({ gaps }) => gaps),
    ),
    routes: new Map(kept.map((route) => [route.id, route])),
  };
}

/** What went over each route by the counts, and what of the counts an estimate has to say. */
function countedInBase(
  routes: readonly EstimatedRoute[],
  counts: readonly CountRecord[],
  { base, channels }: Asked,
): { dossiers: Map<string, number>; found: CountsFound } {
  const byEnds = new Map<string, CountRecord[]>();
  for (const count of counts) {
    const ends = `${count.receptionUnit} ${count.agency}`;
    byEnds.set(ends, [...(byEnds.get(ends) ?? []), count]);
  }
  const dossiers = new Map<string, number>();
  const counted: CountRecord[] = [];
  let straddling = 0;
  for (const route of routes) {
    const [unit, agency] = route.direction === "OUT" ? [route.to, route.from] : [route.from, route.to];
    for (const count of byEnds.get(`${unit} ${agency}`) ?? []) {
      const moved = fromCount(route, count, channels, base);
      if (moved && "code" in moved) straddling += countedOn(route, count, channels);
      else counted.push(count);
      if (moved && "dossiers" in moved) dossiers.set(route.id, (dossiers.get(route.id) ?? 0) + moved.dossiers);
    }
  }
  return { dossiers, found: { channels, straddling, silentDays: silentDays(base, counted) } };
}

/** The days of a span that none of the counts is about. */
function silentDays({ from, to }: Asked["base"], counts: readonly CountRecord[]): number {
  const spans = new Map(counts.map(({ firstDay, lastDay }) => [`${firstDay} ${lastDay}`, { firstDay, lastDay }]));
  let [silent, next] = [0, from];
  for (const { firstDay, lastDay } of [...spans.values()].sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1))) {
    if (firstDay > next) silent += daysOf(next, firstDay) - 1;
    next = later(next, dayAfter(lastDay));
  }
  return next > to ? silent : silent + daysOf(next, to);
}
