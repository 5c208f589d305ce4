import type { Context } from "../../platform/context";
import type { Database } from "../../platform/db/database";
import type { Leg } from "../../procedure/channel.rules";
import type { ScoredAgency, ScoredProcedure } from "../scored.types";
import { agencyOf, type CriterionScore, type Fraction } from "./card";
import { agenciesOf, membersOf, type Figure } from "./lines";
import { lawfulDay, loadFigure, wayOf, type FigureAsking } from "./lines.service";
import { readLawful, readProcedures, type LawfulLegs } from "./lines.sql";
import { readProcedureSums } from "./scorecard.sql";
import { compute } from "./scorecard.service";
import { groundsOf } from "./sums";
import { candidatesOf, reasonOf, takeDossiers, takeProcedures, type AtCounter, type Taken } from "./take.rules";
import { arisingOf, type Quantity, type SumRow } from "./tally.rules";

/** Steps of an answer; whether the gap closes is reckoned from all of them. */
const MOST = 200;

export interface TakeStep {
  procedure: ScoredProcedure;
  agency: ScoredAgency;
  leg: Leg;
  counterReceived: number;
  gain: number;
  cumulative: number;
  lawfulFrom: string;
  reasonVi: string;
  reasonEn: string;
}

export interface WhatWouldItTake {
  criterion: CriterionScore;
  agency: ScoredAgency | null;
  measure: string;
  shortfall: number | null;
  closes: boolean;
  after: Fraction | null;
  items: TakeStep[];
  candidates: number;
}

/** The smallest list of what may lawfully go by the criterion's channel, and does not, that closes a missed target. */
export async function whatWouldItTake(context: Context, asking: FigureAsking): Promise<WhatWouldItTake> {
  const figure = await loadFigure(context, asking);
  const { criterion, place, reading, setting } = figure;
  const { database } = context.services;
  const cards = await compute(context, { ...setting, criteria: [criterion] }, place);
  const [score] = cards.of(place).criteria;
  const judged = score.readings.find(({ code }) => code === reading.toLowerCase())!;
  const head = {
    criterion: score,
    agency: place && agencyOf(place),
    measure: criterion.measure,
    shortfall: judged.shortfall,
  };
  if (!judged.shortfall)
    return { ...head, closes: judged.shortfall === 0, after: judged.ratio, items: [], candidates: 0 };
  const lawful = await readLawful(database, wayOf(figure), null, setting.span.to);
  const counters = await readCounters(database, figure, lawful);
  const found = candidatesOf(counters, (procedure, leg) => lawful.get(procedure)?.has(leg) === true);
  const taken =
    criterion.measure === "DOSSIERS"
      ? { ...takeDossiers(found, judged.shortfall), candidates: found.length }
      : takeProcedures(found, judged.shortfall);
  const { numerator, denominator } = judged;
  return {
    ...head,
    closes: taken.closes,
    after: { numerator: numerator + taken.gained, denominator },
    items: await itemsOf(database, figure, taken, lawful),
    candidates: taken.candidates,
  };
}

const COUNTER: Readonly<Record<Leg, Quantity>> = { IN: "RECEIVED_COUNTER", OUT: "RETURNED_COUNTER" };

/** What the agencies of the figure had at their counters of procedures that may lawfully go by its channel, and do not. */
async function readCounters(
  database: Database,
  figure: Figure,
  lawful: ReadonlyMap<number, LawfulLegs>,
): Promise<AtCounter[]> {
  const { criterion, reading, setting } = figure;
  const { legs } = wayOf(figure);
  const arising = criterion.measure === "PROCEDURES" ? arisingOf(criterion, reading) : [];
  const quantities = [...new Set<Quantity>([...legs.map((leg) => COUNTER[leg]), ...arising])];
  const procedures = eligible(figure).filter((procedure) => lawful.has(procedure));
  const periods = setting.inside.map(({ id }) => id);
  if (procedures.length === 0 || periods.length === 0) return [];
  const agencies = agenciesOf(figure);
  const perPeriod = criterion.measure === "DOSSIERS" && criterion.level !== null;
  const by = criterion.attribution === "RECEPTION" ? "unit" : "agency";
  const rows = await readProcedureSums(database, by, { periods, procedures, agencies, quantities, perPeriod });
  const { isAtLevel } = groundsOf(setting, [criterion]);
  const counted = perPeriod ? rows.filter(([procedure, period]) => isAtLevel(criterion, procedure, period)) : rows;
  const at = (quantity: Quantity) => 3 + quantities.indexOf(quantity);
  const has = (row: SumRow) => arising.some((quantity) => row[at(quantity)] > 0);
  const arisen = new Set(counted.filter(has).map(([procedure]) => procedure));
  const out = new Map<string, AtCounter & { volumes: Record<Leg, number> }>();
  for (const row of counted) {
    const [procedure, , agency] = row;
    if (arisen.has(procedure)) continue;
    const home = setting.structure.home(agency)?.id ?? agency;
    const known = out.get(`${procedure} ${home}`) ?? { procedure, agency: home, volumes: { IN: 0, OUT: 0 } };
    for (const leg of legs) known.volumes[leg] += row[at(COUNTER[leg])];
    out.set(`${procedure} ${home}`, known);
  }
  return [...out.values()];
  /** The procedures whose dossiers would count, were they to go by the channel. */
  function eligible(of: Figure): number[] {
    if (criterion.measure === "PROCEDURES") return membersOf(of).map(({ procedure }) => procedure);
    const { levels } = setting.background;
    if (criterion.level !== null)
      return [...levels.at(criterion).keys()].filter((each) => levels.isAt(criterion, each, setting.span.to));
    if (reading === "CATALOG") return [...groundsOf(setting, [criterion]).members.get(criterion.id)!.keys()];
    return [...lawful.keys()];
  }
}

async function itemsOf(
  database: Database,
  figure: Figure,
  { steps }: Taken,
  lawful: ReadonlyMap<number, LawfulLegs>,
): Promise<TakeStep[]> {
  const { setting, criterion } = figure;
  const shown = steps.slice(0, MOST);
  const ids = [...new Set(shown.map(({ procedure }) => procedure))];
  const procedures = await readProcedures(database, ids, setting.span.to);
  return shown.map((step) => {
    const open = lawful.get(step.procedure)!.get(step.leg)!;
    const day = lawfulDay(open, setting);
    const reason = reasonOf(step, criterion.channel, { day, decision: open.decision });
    return {
      procedure: procedures.get(step.procedure)!,
      agency: agencyOf(setting.structure.home(step.agency)!),
      leg: step.leg,
      counterReceived: step.volume,
      gain: step.gain,
      cumulative: step.cumulative,
      lawfulFrom: day,
      reasonVi: reason.vi,
      reasonEn: reason.en,
    };
  });
}
