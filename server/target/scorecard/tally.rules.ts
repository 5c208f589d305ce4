import type { Place, Structure } from "../../agency/structure.rules";
import { READINGS_OF } from "../criterion.rules";

/**
 * From sums of counts to numerators and denominators: every rule of what belongs to whom, and of what is counted above and
 * below the line, stands here and in the structure.
 */

/** What a criterion says of counting. */
export interface Counting {
  id: number;
  measure: string;
  channel: string;
  leg: string | null;
  level: number | null;
  levelScheme: string | null;
  base: string;
  readings: readonly string[];
  attribution: string;
  agencyKinds: readonly string[] | null;
  catalogs: readonly number[];
}

/** What is summed of a count: all that came in or went out, or what did so by one channel. */
export type Quantity = `${"RECEIVED" | "RETURNED"}${"" | "_COUNTER" | "_POST" | "_ONLINE"}`;

/** Sums of the counts of an agency, or of a procedure of it, in the order of `SumTable.quantities`. */
export type SumRow = readonly number[];

/** Sums as they were read: which columns they have, and the rows. */
export interface SumTable {
  quantities: readonly Quantity[];
  /** [procedure, period, agency, …quantities]. The period is 0 where those of the span are one. */
  byProcedure: readonly SumRow[];
  /** [agency, …quantities]. */
  byAgency: readonly SumRow[];
}

/** A procedure of a catalog on the last day of the span, with who is competent for it then. */
export interface Competence {
  procedure: number;
  agency: number | null;
  tiers: readonly string[];
}

/** What a tally rests on beside the sums. */
export interface Grounds {
  structure: Structure;
  /** Procedures in force in the catalogs of each criterion on the last day, by the criterion's id. */
  members: ReadonlyMap<number, ReadonlyMap<number, Competence>>;
  /** Whether a procedure was provided at the criterion's level on the last day of a period. */
  isAtLevel(criterion: Counting, procedure: number, period: number): boolean;
}

/** Numerators and denominators of one reading, by the places' index; 0 is the province. */
export interface Figures {
  numerators: Float64Array;
  denominators: Float64Array;
}

/** Readings of one measure say nothing of the other; by who received them no procedure is counted. */
export function isApplicable({ measure, attribution }: Counting, reading: string): boolean {
  if (measure === "PROCEDURES" && attribution === "RECEPTION") return false;
  return READINGS_OF[measure]?.includes(reading) === true;
}

/** What the numerator of a criterion about dossiers counts; a criterion that names no leg is about what comes in. */
export const aboveOf = ({ channel, leg }: Counting): Quantity =>
  `${leg === "OUT" ? "RETURNED" : "RECEIVED"}_${channel as "POST"}`;

export const belowOf = ({ base }: Counting): Quantity => (base === "RETURNED" ? "RETURNED" : "RECEIVED");

/** What of a procedure must be above 0 for it to have had dossiers. */
export function arisingOf({ channel }: Counting, reading: string): Quantity[] {
  const [into, out] = [`RECEIVED_${channel as "POST"}`, `RETURNED_${channel as "POST"}`] as const;
  const by: Record<string, Quantity[]> = {
    ANY: ["RECEIVED", "RETURNED"],
    RECEIVED: [into],
    RETURNED: [out],
    EITHER: [into, out],
  };
  return by[reading] ?? [];
}

/** Every quantity that criteria ask for. */
export function quantitiesOf(criteria: readonly Counting[]): Quantity[] {
  const of = (criterion: Counting): Quantity[] =>
    criterion.measure === "DOSSIERS"
      ? [aboveOf(criterion), belowOf(criterion)]
      : criterion.readings.flatMap((reading) => arisingOf(criterion, reading));
  return [...new Set(criteria.flatMap(of))];
}

const COMMITTEES: Readonly<Record<string, string>> = {
  PROVINCE: "PROVINCE_COMMITTEE",
  DISTRICT: "DISTRICT_COMMITTEE",
  COMMUNE: "COMMUNE_COMMITTEE",
};

/** Agencies that settle at their own tier what the agency above them is competent for. */
const BRANCHES = ["CENTRAL_BRANCH", "LAND_REGISTRY_BRANCH"];

/** Who is competent for what under a structure, each kind of competence looked up once. */
export class Competences {
  private readonly known = new Map<string, Place[]>();

  constructor(private readonly structure: Structure) {}

  /** The places that are competent themselves, without those above them. */
  placesOf({ agency, tiers }: Competence): Place[] {
    const key = `${agency ?? ""} ${tiers.join()}`;
    const found = this.known.get(key) ?? this.find(agency, tiers);
    this.known.set(key, found);
    return found;
  }

  private find(agency: number | null, tiers: readonly string[]): Place[] {
    if (agency === null) {
      const kinds = tiers.map((tier) => COMMITTEES[tier]);
      return this.structure.places.filter(({ state }) => kinds.includes(state.kind));
    }
    const named = this.structure.home(agency);
    if (!named) return [];
    const branches = this.structure.places.filter(
      ({ state, chain }) =>
        BRANCHES.includes(state.kind) &&
        chain.indexOf(named.index) > 0 &&
        state.unit !== named.state.unit &&
        tiers.includes(state.tier ?? ""),
    );
    return [named, ...branches];
  }
}

/** The figures of every reading of the criteria, for every place and the province, by `${criterion} ${reading}`. */
export function tally(
  criteria: readonly Counting[],
  grounds: Grounds,
  settling: SumTable,
  reception: SumTable,
): Map<string, Figures> {
  const { structure } = grounds;
  // Whoever settled or received has a line before the lines are counted.
  for (const { byAgency, byProcedure } of [settling, reception]) {
    for (const row of byAgency) structure.home(row[0]);
    for (const row of byProcedure) structure.home(row[2]);
  }
  const competences = new Competences(structure);
  const procedures = criteria.filter(({ measure }) => measure === "PROCEDURES");
  for (const { id } of procedures)
    for (const each of grounds.members.get(id)?.values() ?? []) competences.placesOf(each);

  const size = structure.places.length + 1;
  const out = new Map<string, Figures>();
  for (const criterion of criteria) {
    const sums = criterion.attribution === "RECEPTION" ? reception : settling;
    const readings = criterion.readings.filter((reading) => isApplicable(criterion, reading));
    const all = readings.map((reading) => {
      const figures = { numerators: new Float64Array(size), denominators: new Float64Array(size) };
      out.set(`${criterion.id} ${reading}`, figures);
      return { reading, figures };
    });
    if (criterion.measure === "DOSSIERS") dossiers(criterion, grounds, sums, all);
    else arisings(criterion, grounds, sums, competences, all);
  }
  return out;
}

interface Open {
  reading: string;
  figures: Figures;
}

/** The province, then the place and those above it; empty where the criterion does not count the agency's kind. */
export class Reach {
  private readonly known = new Map<number, readonly number[]>();

  constructor(
    private readonly structure: Structure,
    private readonly kinds: readonly string[] | null,
  ) {}

  of(agency: number): readonly number[] {
    const known = this.known.get(agency);
    if (known) return known;
    const counts = !this.kinds?.length || this.kinds.includes(this.structure.kindOf(agency) ?? "");
    const found = counts ? [0, ...(this.structure.home(agency)?.chain ?? [])] : [];
    this.known.set(agency, found);
    return found;
  }
}

function dossiers(criterion: Counting, grounds: Grounds, sums: SumTable, all: Open[]): void {
  const reach = new Reach(grounds.structure, criterion.agencyKinds);
  const [above, below] = [aboveOf(criterion), belowOf(criterion)].map((q) => sums.quantities.indexOf(q));
  const hasLevel = criterion.level !== null;
  const members = grounds.members.get(criterion.id);
  const isListed = (row: SumRow): boolean =>
    hasLevel ? grounds.isAtLevel(criterion, row[0], row[1]) : members?.has(row[0]) === true;
  const add = (values: Float64Array, at: readonly number[], value: number): void => {
    for (const index of at) values[index] += value;
  };
  const whole = all.find(({ reading }) => reading === "AGENCY")?.figures;
  const part = all.find(({ reading }) => reading === "CATALOG")?.figures;
  if (whole) {
    for (const row of sums.byAgency) {
      const at = reach.of(row[0]);
      add(whole.denominators, at, row[1 + below]);
      if (!hasLevel) add(whole.numerators, at, row[1 + above]);
    }
  }
  if (!part && !(whole && hasLevel)) return;
  for (const row of sums.byProcedure) {
    if (!isListed(row)) continue;
    const at = reach.of(row[2]);
    if (whole && hasLevel) add(whole.numerators, at, row[3 + above]);
    if (!part) continue;
    add(part.numerators, at, row[3 + above]);
    add(part.denominators, at, row[3 + below]);
  }
}

/** Procedures that had dossiers, each once for a place however many below it had one. */
function arisings(
  criterion: Counting,
  { structure, members }: Grounds,
  sums: SumTable,
  competences: Competences,
  all: Open[],
): void {
  const own = members.get(criterion.id) ?? new Map<number, Competence>();
  const reach = new Reach(structure, criterion.agencyKinds);
  const size = structure.places.length + 1;
  const rows = new Map<number, SumRow[]>();
  for (const row of sums.byProcedure) {
    if (!own.has(row[0])) continue;
    const beside = rows.get(row[0]);
    if (beside) beside.push(row);
    else rows.set(row[0], [row]);
  }
  const open = all.map(({ reading, figures: { numerators, denominators } }) => ({
    numerators,
    denominators,
    columns: arisingOf(criterion, reading).map((q) => 3 + sums.quantities.indexOf(q)),
    /** For which procedure a place was last counted, so that nothing is emptied in between. */
    counted: new Int32Array(size),
  }));
  const asked = new Int32Array(size);
  let mark = 0;
  for (const [procedure, competence] of own) {
    mark++;
    const ask = (index: number): void => {
      if (asked[index] === mark) return;
      asked[index] = mark;
      for (const { denominators } of open) denominators[index]++;
    };
    for (const { id } of competences.placesOf(competence)) reach.of(id).forEach(ask);
    if (!criterion.agencyKinds?.length) ask(0);
    const beside = rows.get(procedure);
    if (!beside) continue;
    for (const { columns, counted, numerators } of open)
      for (const row of beside) {
        if (!hasAny(row, columns)) continue;
        for (const index of reach.of(row[2])) {
          if (counted[index] === mark || asked[index] !== mark) continue;
          counted[index] = mark;
          numerators[index]++;
        }
      }
  }
}

function hasAny(row: SumRow, columns: readonly number[]): boolean {
  for (const column of columns) if (row[column] > 0) return true;
  return false;
}
