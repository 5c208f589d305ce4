import { ABOVE } from "../catalog/posted-list.documents";
import { committeeOf, placeOf, type Ancestry } from "../catalog/posted-list.rules";
import { requestOf, type Context } from "../platform/context";
import { Refusal } from "../platform/errors/refusal";
import { date, parseId } from "../platform/kinds/all";
import { OwnDocument } from "../platform/planner/own-document";
import { Meter } from "../platform/planner/request";
import { ownPart, scopePredicate } from "../platform/planner/scope";
import { Source } from "../platform/planner/statement";
import { refuseUnlessRead } from "../platform/policy/forbidden";
import { mayChange } from "../platform/policy/policy";
import type { ScoredAgency, ScoredPeriod, ScoredProcedure } from "../target/scored.types";
import { COUNT_FIGURES } from "./count.roll-ups";
import { sheetLines, type Receivable, type SheetKey, type SheetLine } from "./count-sheet.rules";
import { agenciesNamed, periodsNamed, proceduresNamed, sectorsNamed, type FigureSector } from "./figure-names";

/** More lines than one batch of changes takes could not be saved at once. */
const MOST_LINES = 5000;

/** A count as it stands in a sheet: what it is changed by, and its figures by name. */
export type SheetCount = SheetKey & {
  id: string;
  version: number;
  place: string | null;
  receiver: string | null;
  isDemo: boolean;
} & Record<string, unknown>;

export interface SheetRow {
  procedure: ScoredProcedure;
  agency: ScoredAgency;
  sector: FigureSector | null;
  count: SheetCount | null;
}

/** What a reception unit enters its counts of a period in: a line for everything it receives, filled or blank. */
export interface CountSheet {
  period: ScoredPeriod;
  receptionUnit: ScoredAgency;
  editable: boolean;
  rows: SheetRow[];
}

interface UnitData {
  place: { items: Ancestry[] };
}

const UNIT = new OwnDocument<UnitData>(`query($unit: [ID!]!, $asOf: Date!) {
  place: agencies(filter: { id: { in: $unit } }, limit: 1, asOf: $asOf) { items { id kind unit { id tier } ${ABOVE} } }
}`);

const NEIGHBOURS = new OwnDocument<{ agencies: { items: Ancestry[] } }>(`query($unit: ID!, $asOf: Date!) {
  agencies(filter: { unit: { eq: $unit } }, limit: 1000, asOf: $asOf) { items { id kind ${ABOVE} } }
}`);

const PROCEDURES = new OwnDocument<{ procedures: { items: Receivable[]; total: number } }>(
  `query($asOf: Date!, $offset: Int!) {
  procedures(
    filter: { status: { eq: IN_FORCE } }, sort: [{ sector: ASC }, { nameVi: ASC }], limit: 1000, offset: $offset, asOf: $asOf
  ) { items { id tiers agency { id kind ${ABOVE} } } total }
}`,
);

/** The sheet in which a unit reports a period. Staff of agencies see the lines of their own part, on either end. */
export async function countSheet(context: Context, periodId: string, unitId: string): Promise<CountSheet> {
  const { registry, database } = context.services;
  const resource = registry.single("count");
  refuseUnlessRead(resource, context.person);
  const [period, unit] = [idOf(periodId, "period"), idOf(unitId, "receptionUnit")];
  const named = (await periodsNamed(database, [period])).get(period);
  if (!named) throw new Refusal("NOT_FOUND", "period", { id: periodId });
  const day = named.lastDay;
  const [at] = (await UNIT.read(context, { unit: [String(unit)], asOf: day })).place.items;
  if (!at)
    throw new Refusal("NOT_FOUND", "receptionUnit", { id: unitId, date: date().toText(day, "vi") }, "noAgencyOnDay");

  const [neighbours, procedures, counts, own] = [
    await neighboursOf(context, at, day),
    await proceduresOn(context, day),
    await countsOf(context, period, unit),
    await ownAgencies(context),
  ];
  const lines = sheetLines(placeOf(at, neighbours), procedures, counts).filter(
    ({ agency }) => own === null || own.has(unit) || own.has(Number(agency)),
  );
  if (own !== null && !own.has(unit) && lines.length === 0)
    throw new Refusal("FORBIDDEN", "receptionUnit", {}, "outOfScope");
  if (lines.length > MOST_LINES) throw new Refusal("LIMIT", "countSheet", { max: MOST_LINES });
  const rows = await rowsOf(context, lines, day);
  const receptionUnit = (await agenciesNamed(database, [unit], day)).get(unit)!;
  const editable = named.state !== "CLOSED" && mayChange(resource.policy, context.person);
  return { period: named, receptionUnit, editable, rows };
}

function idOf(id: string, field: string): number {
  const read = parseId(id);
  if (!read.ok) throw new Refusal("BAD_INPUT", field, read.problem.values, read.problem.reason);
  return Number(read.value);
}

async function neighboursOf(context: Context, at: Ancestry, asOf: string): Promise<Ancestry[]> {
  const unit = committeeOf(at)?.unit;
  return unit ? (await NEIGHBOURS.read(context, { unit: unit.id, asOf })).agencies.items : [];
}

async function proceduresOn(context: Context, asOf: string): Promise<Receivable[]> {
  const out: Receivable[] = [];
  for (;;) {
    const { items, total } = (await PROCEDURES.read(context, { asOf, offset: out.length })).procedures;
    out.push(...items);
    if (items.length === 0 || out.length >= total) return out;
  }
}

/** What is counted already, as far as the person sees it. */
async function countsOf(context: Context, period: number, unit: number): Promise<SheetCount[]> {
  const { registry, database } = context.services;
  const resource = registry.single("count");
  const source = new Source(resource, requestOf(context, new Meter()));
  const column = (name: string): string => source.column(resource.byName.get(name)!);
  const scope = scopePredicate(source, requestOf(context, new Meter()));
  const columns = ["procedure", "agency", "place", "receiver", "certainty", ...COUNT_FIGURES].map(column);
  const rows = await database.read(
    `SELECT ${source.id}, ${source.select("version")}, ${columns.join(", ")} FROM ${source.from()} ` +
      `WHERE ${column("period")} = ? AND ${column("receptionUnit")} = ?${scope ? ` AND ${scope.sql}` : ""} ` +
      `ORDER BY ${column("procedure")}, ${source.id} LIMIT ${MOST_LINES + 1}`,
    [period, unit, ...(scope?.parameters ?? [])],
  );
  return rows.map(([id, version, procedure, agency, place, receiver, certainty, ...figures]) => ({
    id: String(id),
    version: version as number,
    procedure: String(procedure),
    agency: String(agency),
    place: place as string | null,
    receiver: receiver as string | null,
    isDemo: certainty === "DEMO",
    ...Object.fromEntries(COUNT_FIGURES.map((name, i) => [name, figures[i]])),
  }));
}

/** The agencies of the person's own part of the tree; null where they see every count. */
async function ownAgencies(context: Context): Promise<ReadonlySet<number> | null> {
  const { registry, database } = context.services;
  const own = ownPart(registry.single("count"), requestOf(context, new Meter()));
  return own && new Set((await database.read(own.sql, own.parameters)).map(([id]) => Number(id)));
}

/** The lines with everything in them called as it was on the period's last day. */
async function rowsOf(context: Context, lines: readonly SheetLine<SheetCount>[], day: string): Promise<SheetRow[]> {
  const { database } = context.services;
  const idsOf = (ids: readonly string[]): number[] => [...new Set(ids.map(Number))];
  const procedures = await proceduresNamed(database, idsOf(lines.map((line) => line.procedure)), day);
  const agencies = await agenciesNamed(database, idsOf(lines.map((line) => line.agency)), day);
  const sectors = await sectorsNamed(database, [...new Set([...procedures.values()].map((p) => p.sectorId))]);
  return lines.map((line) => {
    const procedure = procedures.get(Number(line.procedure))!;
    const sector = sectors.get(procedure.sectorId) ?? null;
    return { procedure, sector, agency: agencies.get(Number(line.agency))!, count: line.count };
  });
}
