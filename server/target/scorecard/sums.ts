import type { Database } from "../../platform/db/database";
import {
  readAgencySums,
  readCompetences,
  readCountsOf,
  readProcedureSums,
  type By,
  type CriterionRow,
} from "./scorecard.sql";
import type { Setting } from "./setting";
import { quantitiesOf, type Competence, type Counting, type Grounds, type SumRow, type SumTable } from "./tally.rules";

/**
 * The grounds of a tally of the criteria. A criterion about the procedures of a level, and of no catalog, needs one more
 * statement: which of them are in force.
 */
export async function groundsOf(database: Database, setting: Setting, criteria: readonly Counting[]): Promise<Grounds> {
  const { levels, members, span, structure, inside } = setting;
  const lastDays = new Map(inside.map(({ id, lastDay }) => [id, lastDay]));
  // Where a procedure's sums of several periods are one, its level was the same in all of them.
  const anyDay = inside[0]?.lastDay ?? span.to;
  const out = new Map<number, Map<number, Competence>>();
  for (const criterion of criteria) {
    const listed = members.filter(({ catalog }) => criterion.catalogs.includes(catalog));
    const { measure, level } = criterion;
    const own = measure === "PROCEDURES" && level !== null ? await atLevel(criterion, listed) : listed;
    out.set(criterion.id, new Map(own.map((each) => [each.procedure, each])));
  }
  return {
    structure,
    members: out,
    isAtLevel: (criterion, procedure, period) => levels.isAt(criterion, procedure, lastDays.get(period) ?? anyDay),
  };

  async function atLevel(criterion: Counting, listed: Competence[]): Promise<Competence[]> {
    const isAt = (procedure: number) => levels.isAt(criterion, procedure, span.to);
    if (criterion.catalogs.length > 0) return listed.filter(({ procedure }) => isAt(procedure));
    return readCompetences(database, [...levels.at(criterion).keys()].filter(isAt), span.to);
  }
}

/** The procedures whose sums criteria need; those whose level changed within the span need them period by period. */
function proceduresOf({ levels, inside }: Setting, criteria: readonly Counting[], grounds: Grounds) {
  const steady = new Set<number>();
  const changing = new Set<number>();
  for (const criterion of criteria) {
    if (criterion.measure === "DOSSIERS" && criterion.level !== null) {
      for (const procedure of levels.at(criterion).keys()) {
        const [first, ...rest] = inside.map(({ lastDay }) => levels.isAt(criterion, procedure, lastDay));
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

const NONE: SumTable = { quantities: [], byAgency: [], byProcedure: [] };

/**
 * The sums of the span, in one round of statements side by side. `only` narrows what is read of procedures to some
 * agencies; what a bound person may not see is left out in any case.
 */
export async function loadSums(
  database: Database,
  setting: Setting,
  criteria: readonly CriterionRow[],
  grounds: Grounds,
  only: ReadonlySet<number> | null,
): Promise<Sums> {
  const bySettling = criteria.filter(({ attribution }) => attribution !== "RECEPTION");
  const byReception = criteria.filter((each) => each.attribution === "RECEPTION" && each.measure === "DOSSIERS");
  const straddlers = setting.straddling.map(({ id }) => id);
  const read = (some: readonly CriterionRow[], by: By) => readTable(database, setting, some, grounds, by, only);
  const [settling, reception, straddling] = await Promise.all([
    read(bySettling, "agency"),
    byReception.length > 0 ? read(byReception, "unit") : NONE,
    straddlers.length > 0 ? readCountsOf(database, straddlers) : [],
  ]);
  const at = 1 + settling.quantities.length;
  return {
    settling,
    reception,
    counts: settling.byAgency.map((row) => [row[0], row[at]]),
    blanks: settling.byAgency.map((row) => [row[0], row[at + 1]]),
    straddling: straddling.filter(([agency]) => setting.own?.agencies.has(agency) ?? true),
  };
}

async function readTable(
  database: Database,
  setting: Setting,
  criteria: readonly CriterionRow[],
  grounds: Grounds,
  by: By,
  only: ReadonlySet<number> | null,
): Promise<SumTable> {
  const { own, inside } = setting;
  const periods = inside.map(({ id }) => id);
  const quantities = quantitiesOf(criteria);
  const { steady, changing } = proceduresOf(setting, criteria, grounds);
  const maySee = (agency: number) => own?.agencies.has(agency) ?? true;
  const narrowed = only ?? own?.agencies ?? null;
  const agencies = narrowed && [...narrowed].filter(maySee);
  const ofProcedures = (procedures: number[], perPeriod: boolean) =>
    procedures.length > 0 && periods.length > 0
      ? readProcedureSums(database, by, periods, procedures, quantities, { perPeriod, agencies })
      : [];
  const [byAgency, summed, perPeriod] = await Promise.all([
    periods.length > 0 ? readAgencySums(database, by, periods, quantities) : [],
    ofProcedures(steady, false),
    ofProcedures(changing, true),
  ]);
  return {
    quantities,
    byAgency: byAgency.filter(([agency]) => maySee(agency)),
    byProcedure: [...summed, ...perPeriod],
  };
}
