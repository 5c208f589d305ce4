import type { Place } from "../../agency/structure.rules";
import type { Database } from "../../platform/db/database";
import type { Setting } from "./background";
import { readEveryProcedure, readOtherEnd } from "./lines.sql";
import { readAgencySums, readProcedureSums, type By, type CriterionRow, type Wanted } from "./scorecard.sql";
import { groundsOf, narrowed } from "./sums";
import {
  aboveOf,
  arisingOf,
  belowOf,
  Competences,
  isApplicable,
  Reach,
  type Competence,
  type Grounds,
  type Quantity,
  type SumRow,
} from "./tally.rules";

/** By what the lines of a figure are told apart. */
export type LineBy = "PROCEDURE" | "AGENCY" | "RECEPTION_UNIT" | "PERIOD";

/** A line of a figure: `key` is the id of the procedure, agency or period. */
export interface Line {
  key: number;
  numerator: number;
  denominator: number;
  counterReceived: number;
  received: number;
}

/** Which figure is opened: a criterion by a reading, of a place or of the province. */
export interface Figure {
  setting: Setting;
  criterion: CriterionRow;
  reading: string;
  place: Place | null;
}

export interface Lines {
  lines: Line[];
  numerator: number;
  denominator: number;
}

const NOTHING: Lines = { lines: [], numerator: 0, denominator: 0 };

/** The lines that make up a figure; those of dossiers add up to it, whatever they are told apart by. */
export async function linesOf(database: Database, figure: Figure, by: LineBy): Promise<Lines> {
  if (!isApplicable(figure.criterion, figure.reading) || figure.setting.inside.length === 0)
    return figure.criterion.measure === "PROCEDURES" ? ofProcedures(figure, [], by) : NOTHING;
  return figure.criterion.measure === "DOSSIERS"
    ? ofDossiers(database, figure, by)
    : ofProcedures(figure, await readArisings(database, figure, by), by);
}

/** The agencies whose counts a figure is of; null where it is of all. */
export function agenciesOf({ setting, criterion, place }: Figure): number[] | null {
  const { structure } = setting;
  const kinds = criterion.agencyKinds;
  const only = narrowed(setting, place && structure.within(place));
  if (!kinds?.length) return only;
  return (only ?? [...structure.agencies]).filter((agency) => kinds.includes(structure.kindOf(agency) ?? ""));
}

const ownEnd = ({ criterion }: Figure): By => (criterion.attribution === "RECEPTION" ? "unit" : "agency");

/** Whether the lines are told apart by the end of the dossier's way that the criterion does not count by. */
const isOtherEnd = (figure: Figure, by: LineBy): boolean =>
  by === (ownEnd(figure) === "unit" ? "AGENCY" : "RECEPTION_UNIT");

/** Sums of the procedures named, or of all there are: [procedure, period, agency, …quantities] as the lines need them. */
async function read(
  database: Database,
  figure: Figure,
  by: LineBy,
  quantities: readonly Quantity[],
  procedures: readonly number[] | null,
  perPeriod: boolean,
): Promise<SumRow[]> {
  const end = ownEnd(figure);
  const agencies = agenciesOf(figure);
  const periods = figure.setting.inside.map(({ id }) => id);
  const isPerPeriod = perPeriod || by === "PERIOD";
  const wanted: Wanted = { periods, quantities, agencies, perPeriod: isPerPeriod };
  const isOther = isOtherEnd(figure, by);
  if (procedures?.length === 0) return [];
  if (isOther && agencies) return readOtherEnd(database, end, { ...wanted, agencies, procedures });
  const table = isOther ? (end === "unit" ? "agency" : "unit") : end;
  const together = by === "PROCEDURE" || by === "PERIOD";
  if (procedures) return readProcedureSums(database, table, { ...wanted, procedures, together });
  if (by === "PROCEDURE") return readEveryProcedure(database, table, wanted);
  const rows = await readAgencySums(database, table, { ...wanted, together });
  return rows.map((row) => [0, isPerPeriod ? row[row.length - 1] : 0, row[0], ...row.slice(1, 1 + quantities.length)]);
}

/** What a row's line is called: procedures and periods by their own id, agencies by that of their line in the structure. */
function keyOf({ setting }: Figure, by: LineBy): (row: SumRow) => number {
  if (by === "PROCEDURE") return (row) => row[0];
  if (by === "PERIOD") return (row) => row[1];
  return (row) => setting.structure.home(row[2])?.id ?? row[2];
}

async function ofDossiers(database: Database, figure: Figure, by: LineBy): Promise<Lines> {
  const { setting, criterion, reading } = figure;
  const grounds = groundsOf(setting, [criterion]);
  const quantities = [...new Set<Quantity>([aboveOf(criterion), belowOf(criterion), "RECEIVED_COUNTER", "RECEIVED"])];
  const listed = await readListed(database, figure, by, grounds, quantities);
  const whole = reading === "AGENCY" ? await read(database, figure, by, quantities, null, false) : listed;
  const counted = criterion.level !== null ? listed : whole;
  const at = (quantity: Quantity) => 3 + quantities.indexOf(quantity);
  const [above, below, counter, received] = [
    at(aboveOf(criterion)),
    at(belowOf(criterion)),
    at("RECEIVED_COUNTER"),
    at("RECEIVED"),
  ];
  const lines = new Fold(keyOf(figure, by));
  for (const row of whole) {
    const line = lines.of(row);
    line.denominator += row[below];
    line.counterReceived += row[counter];
    line.received += row[received];
  }
  for (const row of counted) lines.of(row).numerator += row[above];
  const all = lines.all().filter(({ numerator, denominator }) => numerator > 0 || denominator > 0);
  return {
    lines: all,
    numerator: all.reduce((total, { numerator }) => total + numerator, 0),
    denominator: all.reduce((total, { denominator }) => total + denominator, 0),
  };
}

/** The sums of the procedures of the criterion's level or catalogs. */
async function readListed(
  database: Database,
  figure: Figure,
  by: LineBy,
  grounds: Grounds,
  quantities: readonly Quantity[],
): Promise<SumRow[]> {
  const { criterion, reading, setting } = figure;
  if (criterion.level === null) {
    const members = [...grounds.members.get(criterion.id)!.keys()];
    return reading === "CATALOG" ? read(database, figure, by, quantities, members, false) : [];
  }
  const procedures = [...setting.background.levels.at(criterion).keys()];
  const rows = await read(database, figure, by, quantities, procedures, true);
  return rows.filter(([procedure, period]) => grounds.isAtLevel(criterion, procedure, period));
}

/** Lines by their key. */
class Fold {
  private readonly lines = new Map<number, Line>();

  constructor(private readonly keyOf: (row: SumRow) => number) {}

  of(row: SumRow): Line {
    const key = this.keyOf(row);
    const known = this.lines.get(key);
    if (known) return known;
    const made: Line = { key, numerator: 0, denominator: 0, counterReceived: 0, received: 0 };
    this.lines.set(key, made);
    return made;
  }

  all(): Line[] {
    return [...this.lines.values()];
  }
}

const arisingQuantities = ({ criterion, reading }: Figure): Quantity[] => [
  ...new Set<Quantity>([...arisingOf(criterion, reading), "RECEIVED_COUNTER", "RECEIVED"]),
];

function readArisings(database: Database, figure: Figure, by: LineBy): Promise<SumRow[]> {
  const procedures = membersOf(figure).map(({ procedure }) => procedure);
  return read(database, figure, by, arisingQuantities(figure), procedures, false);
}

/** The procedures that a figure about procedures is of: those of the catalogs for which the place is competent. */
export function membersOf({ setting, criterion, place }: Figure): Competence[] {
  const members = [...groundsOf(setting, [criterion]).members.get(criterion.id)!.values()];
  if (!isApplicable(criterion, criterion.officialReading)) return [];
  const index = place?.index ?? 0;
  if (index === 0 && !criterion.agencyKinds?.length) return members;
  const competences = new Competences(setting.structure);
  const reach = new Reach(setting.structure, criterion.agencyKinds);
  return members.filter((member) => competences.placesOf(member).some(({ id }) => reach.of(id).includes(index)));
}

/** A procedure is a line of 0 or 1 of 1; an agency or a period has as many as had dossiers there and then. */
function ofProcedures(figure: Figure, rows: readonly SumRow[], by: LineBy): Lines {
  const members = membersOf(figure);
  const quantities = arisingQuantities(figure);
  const at = (quantity: Quantity) => 3 + quantities.indexOf(quantity);
  const arising = arisingOf(figure.criterion, figure.reading).map(at);
  const hasArisen = (row: SumRow) => arising.some((column) => row[column] > 0);
  const lines = new Fold(keyOf(figure, by));
  const seen = new Set<string>();
  if (by === "PROCEDURE") for (const { procedure } of members) lines.of([procedure]).denominator = 1;
  if (by === "PERIOD") for (const { id } of figure.setting.inside) lines.of([0, id]).denominator = members.length;
  for (const row of rows) {
    const line = lines.of(row);
    line.counterReceived += row[at("RECEIVED_COUNTER")];
    line.received += row[at("RECEIVED")];
    for (const part of hasArisen(row) ? (["denominator", "numerator"] as const) : (["denominator"] as const)) {
      const once = `${part} ${line.key} ${row[0]}`;
      const isFixed = part === "denominator" && (by === "PROCEDURE" || by === "PERIOD");
      if (isFixed || seen.has(once)) continue;
      seen.add(once);
      line[part]++;
    }
  }
  const arisen = new Set(rows.filter(hasArisen).map(([procedure]) => procedure));
  return { lines: lines.all(), numerator: arisen.size, denominator: members.length };
}
