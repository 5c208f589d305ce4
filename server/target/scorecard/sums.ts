import type { Database } from "../../platform/db/database";
import type { Setting, Standing } from "./background";
import { holdsOn } from "./levels.rules";
import { readAgencySums, readCountsOf, readProcedureSums, type By, type CriterionRow } from "./scorecard.sql";
import { quantitiesOf, type Competence, type Counting, type Grounds, type SumRow, type SumTable } from "./tally.rules";

/** What a tally of the criteria rests on. */
export function groundsOf(setting: Setting, criteria: readonly Counting[]): Grounds {
  const { span, structure, inside, background } = setting;
  const { levels } = background;
  const lastDays = new Map(inside.map(({ id, lastDay }) => [id, lastDay]));
  // Where a procedure's sums of several periods are one, its level was the same in all of them.
  const anyDay = inside[0]?.lastDay ?? span.to;
  const members = new Map<number, Map<number, Competence>>();
  for (const criterion of criteria) {
    const listed: Competence[] =
      criterion.catalogs.length > 0
        ? setting.members.filter(({ catalog }) => criterion.catalogs.includes(catalog))
        : criterion.level !== null
          ? setting.leveled
          : [];
    const ofProcedures = criterion.measure === "PROCEDURES" && criterion.level !== null;
    const own = ofProcedures ? listed.filter((each) => levels.isAt(criterion, each.procedure, span.to)) : listed;
    members.set(criterion.id, new Map(own.map((each) => [each.procedure, each])));
  }
  const atLevel = new Map(criteria.map((criterion) => [criterion.id, levels.at(criterion)]));
  return {
    structure,
    members,
    isAtLevel: ({ id }, procedure, period) => holdsOn(atLevel.get(id)?.get(procedure), lastDays.get(period) ?? anyDay),
  };
}

/** The procedures whose sums criteria need; those whose level changed within the span need them period by period. */
export function proceduresOf(setting: Setting, criteria: readonly Counting[], grounds: Grounds) {
  const { background, inside } = setting;
  const steady = new Set<number>();
  const changing = new Set<number>();
  for (const criterion of criteria) {
    if (criterion.measure === "DOSSIERS" && criterion.level !== null) {
      for (const procedure of background.levels.at(criterion).keys()) {
        const [first, ...rest] = inside.map(({ lastDay }) => background.levels.isAt(criterion, procedure, lastDay));
        if (rest.some((each) => each !== first)) changing.add(procedure);
        else if (first) steady.add(procedure);
      }
    } else if (criterion.measure === "PROCEDURES" || criterion.readings.includes("CATALOG"))
      for (const procedure of grounds.members.get(criterion.id)!.keys()) steady.add(procedure);
  }
  return { steady: [...steady].filter((each) => !changing.has(each)), changing: [...changing] };
}

export interface Sums {
  settling: SumTable;
  reception: SumTable;
  /** Of settling agencies: [agency, counts], of them blank ones, and counts left out because they straddle the span. */
  counts: SumRow[];
  blanks: SumRow[];
  straddling: SumRow[];
}

export const NO_SUMS: SumTable = { quantities: [], byAgency: [], byProcedure: [] };

/** By whose sums criteria are counted; those about procedures are not counted by who received. */
export const bySettling = (criteria: readonly CriterionRow[]): CriterionRow[] =>
  criteria.filter(({ attribution }) => attribution !== "RECEPTION");
export const byReception = (criteria: readonly CriterionRow[]): CriterionRow[] =>
  criteria.filter(({ attribution, measure }) => attribution === "RECEPTION" && measure === "DOSSIERS");

/**
 * The sums of the span, in one round of statements side by side. `only` narrows what is read of procedures to some
 * agencies; what a bound person may not see is left out in any case. `also` are procedures that are read beside those
 * that the criteria need now.
 */
export async function loadSums(
  database: Database,
  setting: Setting,
  grounds: Grounds,
  only: ReadonlySet<number> | null,
  also: readonly number[] = [],
): Promise<Sums> {
  const received = byReception(setting.criteria);
  const straddlers = setting.straddling.map(({ id }) => id);
  const read = (some: readonly CriterionRow[], by: By) => readTable(database, setting, some, grounds, by, only, also);
  const [settling, reception, straddling] = await Promise.all([
    read(bySettling(setting.criteria), "agency"),
    received.length > 0 ? read(received, "unit") : NO_SUMS,
    straddlers.length > 0 ? readCountsOf(database, straddlers) : [],
  ]);
  const at = 1 + settling.quantities.length;
  return {
    settling,
    reception,
    counts: settling.byAgency.map((row) => [row[0], row[at]]),
    blanks: settling.byAgency.map((row) => [row[0], row[at + 1]]),
    straddling: straddling.filter(([agency]) => maySee(setting, agency)),
  };
}

export const maySee = ({ background }: Standing, agency: number): boolean =>
  background.own?.agencies.has(agency) ?? true;

/** The agencies to which reading is narrowed: those asked for, of them those the person sees; null is every one. */
export function narrowed(standing: Standing, only: ReadonlySet<number> | null): number[] | null {
  const agencies = only ?? standing.background.own?.agencies ?? null;
  return agencies && [...agencies].filter((agency) => maySee(standing, agency));
}

async function readTable(
  database: Database,
  setting: Setting,
  criteria: readonly CriterionRow[],
  grounds: Grounds,
  by: By,
  only: ReadonlySet<number> | null,
  also: readonly number[],
): Promise<SumTable> {
  const periods = setting.inside.map(({ id }) => id);
  const quantities = quantitiesOf(criteria);
  const { steady, changing } = proceduresOf(setting, criteria, grounds);
  const agencies = narrowed(setting, only);
  const ofProcedures = (procedures: number[], perPeriod: boolean) =>
    procedures.length > 0 && periods.length > 0
      ? readProcedureSums(database, by, { periods, procedures, agencies, quantities, perPeriod })
      : [];
  const [byAgency, summed, perPeriod] = await Promise.all([
    periods.length > 0 ? readAgencySums(database, by, { periods, quantities }) : [],
    ofProcedures([...steady, ...also.filter((each) => !steady.includes(each) && !changing.includes(each))], false),
    ofProcedures(changing, true),
  ]);
  return {
    quantities,
    byAgency: byAgency.filter(([agency]) => maySee(setting, agency)),
    byProcedure: [...summed, ...perPeriod],
  };
}
