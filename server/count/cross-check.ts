import { requestOf, type Context } from "../platform/context";
import { inList, listParameter, type Database, type Parameter } from "../platform/db/database";
import { Refusal } from "../platform/errors/refusal";
import { parseId } from "../platform/kinds/all";
import { Meter } from "../platform/planner/request";
import { ownPart } from "../platform/planner/scope";
import type { Fragment } from "../platform/planner/statement";
import { refuseUnlessRead } from "../platform/policy/forbidden";
import { snake } from "../platform/registry/registry";
import type { ScoredAgency, ScoredPeriod } from "../target/scored.types";
import { COUNT_FIGURES } from "./count.roll-ups";
import {
  COMPARED,
  compareCells,
  isInside,
  sharedDays,
  stateOf,
  uncoveredDays,
  type ComparedCell,
  type CrossCheckState,
  type SummedFigure,
} from "./cross-check.rules";
import { agenciesNamed, periodsNamed } from "./figure-names";

/** Agencies that are put in order, and periods that may share days with one: far more than a province has. */
const MOST_AGENCIES = 5000;
const MOST_PERIODS = 400;

export interface CrossCheckPeriod {
  period: ScoredPeriod;
  isInside: boolean;
  days: number;
}

export interface CrossCheckLine {
  agency: ScoredAgency;
  state: CrossCheckState;
  formId: string | null;
  rows: number;
  uncoveredDays: number;
  straddling: number;
  isDemo: boolean;
  cells: ComparedCell[];
}

/** The national form of a period against the counts of its days, agency by agency. */
export interface CrossCheck {
  period: ScoredPeriod;
  periods: CrossCheckPeriod[];
  otherForms: ScoredPeriod[];
  total: number;
  items: CrossCheckLine[];
}

/**
 * Compares form II.06a of a period with the counts. A count is compared where its own period lies wholly inside the
 * form's; one that only shares days with it is not, and the lines of its agency say so. Dossiers received and settled
 * add up over the periods inside; those carried over are the first one's, those pending the last one's.
 */
export async function crossCheck(
  context: Context,
  periodId: string,
  page: { offset: number; limit: number },
): Promise<CrossCheck> {
  const { registry, database } = context.services;
  for (const single of ["nationalForm", "count"]) refuseUnlessRead(registry.single(single), context.person);
  const read = parseId(periodId);
  if (!read.ok) throw new Refusal("BAD_INPUT", "period", read.problem.values, read.problem.reason);
  const id = Number(read.value);
  const period = (await periodsNamed(database, [id])).get(id);
  if (!period) throw new Refusal("NOT_FOUND", "period", { id: periodId });

  const own = ownPart(registry.single("nationalForm"), requestOf(context, new Meter()));
  const sharing = await sharingDays(database, period, own);
  const counted = sharing.filter(({ hasCounts }) => hasCounts).map(({ period }) => period);
  const inside = counted.filter((other) => isInside(other, period));
  const ids = await agencyIds(database, id, counted.map(idOf), own);
  const agencies = [...(await agenciesNamed(database, ids, period.lastDay)).values()].sort(byName);
  const shown = agencies.slice(page.offset, page.offset + page.limit);
  const wanted = shown.map((agency) => Number(agency.id));
  const forms = await formsOf(database, id, wanted);
  const sums = await sumsOf(database, period, inside, wanted);
  const reported = await reportedOf(database, counted.map(idOf), wanted);
  const items = shown.map((agency): CrossCheckLine => {
    const form = forms.get(Number(agency.id)) ?? null;
    const sum = sums.get(Number(agency.id)) ?? null;
    const own = reported.get(Number(agency.id)) ?? new Set<number>();
    const cells = compareCells(form?.values ?? null, sum?.figures ?? null);
    const covering = inside.filter((other) => own.has(idOf(other)));
    const coverage = {
      uncoveredDays: uncoveredDays(period, covering),
      straddling: counted.filter((other) => own.has(idOf(other)) && !isInside(other, period)).length,
    };
    const rows = sum?.rows ?? 0;
    const isDemo = (form?.isDemo ?? false) || (sum?.isDemo ?? false);
    const state = stateOf(form !== null, rows, cells, coverage);
    return { agency, state, formId: form?.id ?? null, rows, ...coverage, isDemo, cells };
  });
  return {
    period,
    periods: counted.map((other) => ({
      period: other,
      isInside: isInside(other, period),
      days: sharedDays(other, period),
    })),
    otherForms: sharing.filter((p) => p.hasForms && p.period.id !== period.id).map((p) => p.period),
    total: agencies.length,
    items,
  };
}

const idOf = ({ id }: ScoredPeriod): number => Number(id);

const collator = new Intl.Collator("vi");
const byName = (a: ScoredAgency, b: ScoredAgency): number =>
  collator.compare(a.nameVi, b.nameVi) || Number(a.id) - Number(b.id);

const among = (column: string, own: Fragment | null): Fragment =>
  own ? { sql: ` AND ${column} IN (${own.sql})`, parameters: own.parameters } : { sql: "", parameters: [] };

/** The periods that share a day with one and of which the person sees counts or forms, first days first. */
async function sharingDays(database: Database, period: ScoredPeriod, own: Fragment | null) {
  const seen = among("x.agency_id", own);
  const has = (table: string): string =>
    `CASE WHEN EXISTS (SELECT 1 FROM ${table} x WHERE x.period_id = p.id${seen.sql}) THEN 1 ELSE 0 END`;
  const rows = await database.read(
    `SELECT p.id, ${has("count_agency_sum")}, ${has("national_form")} FROM period p ` +
      `WHERE p.first_day <= ? AND p.last_day >= ? ORDER BY p.first_day, p.id LIMIT ${MOST_PERIODS}`,
    [...seen.parameters, ...seen.parameters, period.lastDay, period.firstDay],
  );
  const named = await periodsNamed(
    database,
    rows.map(([id]) => id as number),
  );
  return rows.map(([id, counts, forms]) => ({
    period: named.get(id as number)!,
    hasCounts: Number(counts) === 1,
    hasForms: Number(forms) === 1,
  }));
}

/** The settling agencies that have a line in the form or counts that share a day with it. */
async function agencyIds(database: Database, form: number, periods: number[], own: Fragment | null): Promise<number[]> {
  const seen = among("x.agency_id", own);
  const rows = await database.read(
    `SELECT x.agency_id FROM national_form x WHERE x.period_id = ?${seen.sql} UNION ` +
      `SELECT x.agency_id FROM count_agency_sum x WHERE ${inList(database.engine, "x.period_id")} AND x.row_count > 0${seen.sql} ` +
      `LIMIT ${MOST_AGENCIES}`,
    [form, ...seen.parameters, listParameter(database.engine, periods), ...seen.parameters],
  );
  return rows.map(([id]) => id as number);
}

const FORM_FIELDS = COMPARED.map(({ field }) => field);

async function formsOf(database: Database, period: number, agencies: number[]) {
  const rows = await database.read(
    `SELECT x.agency_id, x.id, x.certainty, ${FORM_FIELDS.map((name) => `x.${snake(name)}`).join(", ")} FROM national_form x ` +
      `WHERE x.period_id = ? AND ${inList(database.engine, "x.agency_id")}`,
    [period, listParameter(database.engine, agencies)],
  );
  return new Map(
    rows.map(([agency, id, certainty, ...values]) => [
      agency as number,
      {
        id: String(id),
        isDemo: certainty === "DEMO",
        values: Object.fromEntries(FORM_FIELDS.map((name, i) => [name, values[i] as number | null])),
      },
    ]),
  );
}

/** What is carried over and what is pending are states of a day: they are the first and the last period's alone. */
const AT_START = ["carriedOver"];
const AT_END = ["pendingInTime", "pendingOverdue"];

interface Summed {
  rows: number;
  isDemo: boolean;
  figures: Record<string, SummedFigure>;
}

async function sumsOf(
  database: Database,
  { firstDay, lastDay }: ScoredPeriod,
  inside: readonly ScoredPeriod[],
  agencies: number[],
): Promise<Map<number, Summed>> {
  const { engine } = database;
  const first = listParameter(engine, inside.filter((p) => p.firstDay === firstDay).map(idOf));
  const last = listParameter(engine, inside.filter((p) => p.lastDay === lastDay).map(idOf));
  const isOf = inList(engine, "c.period_id");
  const parameters: Parameter[] = [];
  const parts = COUNT_FIGURES.flatMap((name) => {
    const column = `c.${snake(name)}`;
    const bound = AT_START.includes(name) ? first : AT_END.includes(name) ? last : null;
    if (bound === null) return [`SUM(${column})`, `COUNT(*) - COUNT(${column})`];
    parameters.push(bound, bound);
    return [
      `SUM(CASE WHEN ${isOf} THEN ${column} END)`,
      `SUM(CASE WHEN ${column} IS NULL AND ${isOf} THEN 1 ELSE 0 END)`,
    ];
  });
  const rows = await database.read(
    `SELECT c.agency_id, COUNT(*), MAX(CASE WHEN c.certainty = 'DEMO' THEN 1 ELSE 0 END), ${parts.join(", ")} FROM \`count\` c ` +
      `WHERE ${isOf} AND ${inList(engine, "c.agency_id")} GROUP BY c.agency_id`,
    [...parameters, listParameter(engine, inside.map(idOf)), listParameter(engine, agencies)],
  );
  return new Map(
    rows.map(([agency, count, demo, ...values]) => [
      agency as number,
      {
        rows: Number(count),
        isDemo: Number(demo) === 1,
        figures: Object.fromEntries(
          COUNT_FIGURES.map((name, i) => {
            const [sum, blank] = [values[2 * i], values[2 * i + 1]];
            return [name, { sum: sum === null ? null : Number(sum), blank: Number(blank) }];
          }),
        ),
      },
    ]),
  );
}

/** The periods of which each agency has counts. */
async function reportedOf(
  database: Database,
  periods: number[],
  agencies: number[],
): Promise<Map<number, Set<number>>> {
  const rows = await database.read(
    `SELECT x.agency_id, x.period_id FROM count_agency_sum x WHERE ${inList(database.engine, "x.period_id")} ` +
      `AND ${inList(database.engine, "x.agency_id")} AND x.row_count > 0`,
    [listParameter(database.engine, periods), listParameter(database.engine, agencies)],
  );
  const out = new Map<number, Set<number>>();
  for (const [agency, period] of rows) {
    const own = out.get(agency as number) ?? new Set();
    out.set(agency as number, own.add(period as number));
  }
  return out;
}
