import { agencyStates } from "../../agency/structure.service";
import { Structure } from "../../agency/structure.rules";
import { agenciesNamed } from "../../count/figure-names";
import type { Context } from "../../platform/context";
import type { Label } from "../../platform/text/label";
import type { ScoredAgency } from "../../target/scored.types";
import type { ShownInputs } from "../computation/gather.service";
import { checkKeepable } from "../computation/problem-refusal";
import { Payers } from "../estimate/payer.rules";
import { comparedBy, type Compared } from "./compare.rules";
import { forecast, type Forecast } from "./forecast.rules";
import { loadGround, type Ground } from "./ground.service";
import { freeCap, monthOf, monthsOf, type Cell } from "./known.rules";
import { methodOf, notesOf, warningSentence } from "./outlook-words.rules";
import { readCarriers } from "./outlook.sql";
import type { Changes, MonthMoved } from "./price.rules";
import { runsOutOn, warningOf, type MonthCost, type WarningLevel } from "./runs-out.rules";
import { FEWEST } from "./spread.rules";

/** A month of the outlook; amounts are null where too little is known to forecast it. */
export interface OutlookMonth {
  month: string;
  from: string;
  to: string;
  isKnown: boolean;
  claimedVnd: bigint;
  amountVnd: bigint | null;
  lowVnd: bigint | null;
  highVnd: bigint | null;
  cumulativeVnd: bigint | null;
}

export interface ComparedCarrier extends Compared {
  carrier: string;
  carriedBy: { id: string; name: string } | null;
}

export interface Outlook extends Pick<Ground, "asOf" | "money"> {
  program: string;
  fiscalYear: number;
  months: OutlookMonth[];
  knownVnd: bigint;
  forecast: Pick<Forecast, "amountVnd" | "lowVnd" | "highVnd"> | null;
  baseMonths: number;
  method: Label;
  notes: Label[];
  runsOutOn: string | null;
  warning: Label & { level: WarningLevel };
  routes: (Compared & { route: ShownInputs["routes"][number] })[];
  carriers: ComparedCarrier[];
  districts: (Compared & { district: ScoredAgency | null })[];
}

const sumOf = (cells: readonly Cell[]): bigint => cells.reduce((sum, { amountVnd }) => sum + amountVnd, 0n);

/** What the known months cost, and the others are expected to, in the order of the year. */
export function costsOf({ known, open }: Ground, expected: Forecast): MonthCost[] {
  const months = [
    ...known.map(({ from, to, cells }) => ({ from, to, amountVnd: sumOf(cells) })),
    ...open.map((month, at) => ({ ...month, amountVnd: expected.months[at].amountVnd })),
  ];
  return months.sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The forecast of the months that are not known, under some changes; null where too few months are known. */
export function forecastOf({ open, base, inputs, capUsed }: Ground, changes: Changes = {}): Forecast | null {
  return base.length < FEWEST ? null : forecast(open, base, inputs, freeCap(inputs, capUsed), changes);
}

export const knownCells = ({ known }: Ground): Cell[] => known.flatMap(({ cells }) => cells);

/** How long a program's money lasts: what is spent and promised, what the rest of the year is expected to cost. */
export async function subsidyOutlook(context: Context, program: string, asOf: string | null): Promise<Outlook> {
  const ground = await loadGround(context, program, asOf);
  const expected = forecastOf(ground);
  const { money, inputs, known } = ground;
  const cells = knownCells(ground);
  const knownVnd = sumOf(cells);
  const months = monthsOfOutlook(ground, expected);
  const runsOut = expected
    ? runsOutOn(money.budgetVnd, costsOf(ground, expected))
    : runsOutOn(
        money.budgetVnd,
        known.map(({ from, to, cells: own }) => ({ from, to, amountVnd: sumOf(own) })),
      );
  const standing = {
    budgetVnd: money.budgetVnd,
    boundVnd: money.paidVnd + money.committedVnd,
    knownVnd,
    yearVnd: expected && knownVnd + expected.amountVnd,
    yearHighVnd: expected && knownVnd + expected.highVnd,
  };
  checkKeepable(money.pendingVnd, knownVnd, standing.yearHighVnd ?? 0n);
  const level = warningOf(standing);
  const codes = new Map(inputs.routes.map(({ id, code }) => [id, code]));
  return {
    program: String(ground.program.id),
    fiscalYear: ground.program.fiscalYear,
    asOf: ground.asOf,
    money,
    months,
    knownVnd,
    forecast: expected,
    baseMonths: ground.base.length,
    method: methodOf(ground.base),
    notes: notesOf(expected, ground.problems, (route) => codes.get(route) ?? route),
    runsOutOn: runsOut,
    warning: { level, ...warningSentence(level, standing, runsOut) },
    ...(await comparisons(context, ground, cells, expected?.months.flatMap((month) => month.cells) ?? [])),
  };
}

function monthsOfOutlook({ year, known, open }: Ground, expected: Forecast | null): OutlookMonth[] {
  let cumulative: bigint | null = 0n;
  return monthsOf(year).map(({ from, to }) => {
    const month = monthOf(from);
    const own = known.find((each) => each.from === from);
    const ahead = own ? undefined : expected?.months[open.findIndex((each) => each.from === from)];
    const amountVnd = own ? sumOf(own.cells) : (ahead?.amountVnd ?? null);
    cumulative = cumulative === null || amountVnd === null ? null : cumulative + amountVnd;
    return {
      month,
      from,
      to,
      isKnown: own !== undefined,
      claimedVnd: own?.claimedVnd ?? 0n,
      amountVnd,
      lowVnd: own ? amountVnd : (ahead?.lowVnd ?? null),
      highVnd: own ? amountVnd : (ahead?.highVnd ?? null),
      cumulativeVnd: cumulative,
    };
  });
}

/** Routes, carriers and districts beside each other. */
async function comparisons(
  { services: { database } }: Context,
  { inputs, known, asOf }: Ground,
  cells: readonly Cell[],
  ahead: readonly Cell[],
): Promise<Pick<Outlook, "routes" | "carriers" | "districts">> {
  const { routes } = inputs;
  const [states, carriers] = await Promise.all([
    agencyStates(database),
    readCarriers(
      database,
      routes.map(({ id }) => Number(id)),
    ),
  ]);
  const payers = new Payers(new Structure(states, asOf));
  const byId = new Map(routes.map((route) => [route.id, route]));
  const districtOf = (id: string): number | null => {
    const route = byId.get(id);
    const place = route ? payers.of(route) : null;
    return place === payers.province ? null : (place?.id ?? null);
  };
  const districts = new Map(routes.map(({ id }) => [id, districtOf(id)]));
  const named = await agenciesNamed(
    database,
    [...new Set([...carriers.values(), ...[...districts.values()].filter((id) => id !== null)])],
    asOf,
  );
  const moved = movedIn(inputs, new Set(known.map(({ from }) => monthOf(from))));
  // A route that claims have paid and that is no longer the program's is in the sums of the months only.
  const ofRoutes = (all: readonly Cell[]) => all.filter(({ route }) => byId.has(route));
  const by = <K>(keyOf: (route: string) => K) => [
    ...comparedBy(routes, keyOf, ofRoutes(cells), moved, ofRoutes(ahead)),
  ];
  const carrierOf = (id: string): string => `${byId.get(id)!.carrier} ${carriers.get(id) ?? ""}`;
  return {
    routes: by((id) => id).map(([id, compared]) => ({ route: byId.get(id)!, ...compared })),
    carriers: by(carrierOf).map(([key, compared]) => {
      const [carrier, id] = key.split(" ");
      const carriedBy = id === "" ? null : { id, name: named.get(Number(id))?.nameVi ?? id };
      return { carrier, carriedBy, ...compared };
    }),
    districts: by((id) => districts.get(id) ?? null).map(([id, compared]) => ({
      district: id === null ? null : (named.get(id) ?? null),
      ...compared,
    })),
  };
}

/** What moved on each route in some months. */
function movedIn({ movements }: ShownInputs, months: ReadonlySet<string>): Map<string, MonthMoved> {
  const moved = new Map<string, MonthMoved>();
  for (const { route, day, dossiers, trips } of movements) {
    if (!months.has(monthOf(day))) continue;
    const before = moved.get(route) ?? { dossiers: 0, trips: 0 };
    moved.set(route, { dossiers: before.dossiers + dossiers, trips: before.trips + (trips ?? 0) });
  }
  return moved;
}
