import type { Place } from "../../agency/structure.rules";
import type { Context } from "../../platform/context";
import { Refusal } from "../../platform/errors/refusal";
import { checkMayRead, chosenSet, loadBackground, settingOf, type Setting } from "./background";
import { cardsOf, type Scorecard } from "./card";
import { readAgencySums, readProcedureSums, type By, type CriterionRow } from "./scorecard.sql";
import { idOf, placeOf, spanOf, type Asking } from "./scorecard.service";
import { pointsOf, type TrendStep } from "./steps.rules";
import { byReception, bySettling, groundsOf, NO_SUMS, proceduresOf } from "./sums";
import { quantitiesOf, tally, type SumRow, type SumTable } from "./tally.rules";

/** Points of a trend. */
const MOST = 60;

/**
 * Scorecards of one agency, or of the province, step by step. The sums of all points are read at once, period by period,
 * and each point is reckoned from those of its own; so the number of statements does not grow with that of the points.
 * Points on which the agency has no line are left out.
 */
export async function scorecardTrend(
  context: Context,
  asking: Asking,
  agency: string | null,
  step: TrendStep,
): Promise<Scorecard[]> {
  checkMayRead(context);
  const { from, to } = spanOf(asking);
  const asked = agency === null ? null : idOf(agency, "agency");
  if (asking.targetSet) idOf(asking.targetSet, "targetSet");
  const points = pointsOf(from, to, step, MOST);
  if (!points) throw new Refusal("LIMIT", "step", { max: MOST });
  const spans = points.map((days) => spanOf({ ...days, structure: asking.structure }));
  const background = await loadBackground(context, spans);
  const targetSet = chosenSet(background, to, asking.targetSet ?? null);
  const settings = spans.map((span) => settingOf(background, span, targetSet));
  const last = settings[settings.length - 1];
  const place = placeOf(last, asked);
  const standing = settings.flatMap((setting) => {
    const at =
      place && (setting.structure.line(place.id) ?? (asked === null ? setting.structure.home(place.id) : null));
    return place && !at ? [] : [{ setting, at }];
  });
  const read = await readAll(context, standing);
  return standing.map(({ setting, at }) => cardOf(context, setting, at, read));
}

interface Standing {
  setting: Setting;
  at: Place | null;
}

/** The sums of every period that any point needs. */
interface Read {
  settling: PerPeriod;
  reception: PerPeriod;
}

interface PerPeriod extends Omit<SumTable, "byAgency" | "byProcedure"> {
  byAgency: Map<number, SumRow[]>;
  byProcedure: Map<number, SumRow[]>;
}

async function readAll({ services: { database } }: Context, standing: Standing[]): Promise<Read> {
  const { criteria } = standing[0]?.setting ?? { criteria: [] };
  const periods = [...new Set(standing.flatMap(({ setting }) => touching(setting).map(({ id }) => id)))];
  const procedures = new Set<number>();
  for (const { setting } of standing) {
    const { steady, changing } = proceduresOf(setting, criteria, groundsOf(setting, criteria));
    for (const each of [...steady, ...changing]) procedures.add(each);
  }
  const agencies = agenciesOf(standing);
  const table = async (some: CriterionRow[], by: By): Promise<PerPeriod> => {
    const quantities = quantitiesOf(some);
    // The province as a whole needs no agencies, unless only some kinds of them count.
    const together = agencies === null && some.every(({ agencyKinds }) => !agencyKinds?.length);
    const wanted = { periods, quantities, agencies, together, perPeriod: true };
    const isEmpty = periods.length === 0;
    const [byAgency, byProcedure] = await Promise.all([
      isEmpty ? [] : readAgencySums(database, by, wanted),
      isEmpty || procedures.size === 0
        ? []
        : readProcedureSums(database, by, { ...wanted, procedures: [...procedures] }),
    ]);
    return {
      quantities,
      byAgency: grouped(byAgency, (row) => row[row.length - 1]),
      byProcedure: grouped(byProcedure, (row) => row[1]),
    };
  };
  const none = { ...NO_SUMS, byAgency: new Map(), byProcedure: new Map() };
  const received = byReception(criteria);
  const [settling, reception] = await Promise.all([
    table(bySettling(criteria), "agency"),
    received.length > 0 ? table(received, "unit") : none,
  ]);
  return { settling, reception };
}

const touching = ({ inside, straddling }: Setting) => [...inside, ...straddling];

/** The agencies whose dossiers are the line's on any of the points; null for the province. */
function agenciesOf(standing: Standing[]): number[] | null {
  const out = new Set<number>();
  for (const { setting, at } of standing) {
    if (at === null) return null;
    const own = setting.background.own?.agencies;
    for (const agency of setting.structure.within(at)) if (!own || own.has(agency)) out.add(agency);
  }
  return [...out];
}

function grouped(rows: readonly SumRow[], by: (row: SumRow) => number): Map<number, SumRow[]> {
  const out = new Map<number, SumRow[]>();
  for (const row of rows) {
    const beside = out.get(by(row));
    if (beside) beside.push(row);
    else out.set(by(row), [row]);
  }
  return out;
}

function cardOf({ services }: Context, setting: Setting, at: Place | null, read: Read): Scorecard {
  const periods = setting.inside.map(({ id }) => id);
  const of = (rows: Map<number, SumRow[]>, some: number[]) => some.flatMap((period) => rows.get(period) ?? []);
  const [settling, reception] = [read.settling, read.reception].map(({ quantities, byAgency, byProcedure }) => ({
    quantities,
    byAgency: of(byAgency, periods),
    byProcedure: of(byProcedure, periods),
  }));
  const column = 1 + settling.quantities.length;
  const straddlers = of(
    read.settling.byAgency,
    setting.straddling.map(({ id }) => id),
  );
  const grounds = groundsOf(setting, setting.criteria);
  const figures = tally(setting.criteria, grounds, settling, reception);
  const sums = {
    settling,
    reception,
    counts: settling.byAgency.map((row) => [row[0], row[column]]),
    blanks: settling.byAgency.map((row) => [row[0], row[column + 1]]),
    straddling: straddlers.map((row) => [row[0], row[column]]),
  };
  return cardsOf({ setting, figures, sums, isDemo: services.isDemo }).of(at);
}
