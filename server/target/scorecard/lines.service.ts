import type { Place } from "../../agency/structure.rules";
import type { Context } from "../../platform/context";
import type { Database } from "../../platform/db/database";
import type { Page } from "../../platform/planner/page";
import { Refusal } from "../../platform/errors/refusal";
import type { ScoredAgency, ScoredPeriod, ScoredProcedure } from "../scored.types";
import { checkMayRead, loadBackground, settingOf, type Setting } from "./background";
import { agencyOf } from "./card";
import { readLawful, readProcedures, type Lawful, type LawfulLegs, type Way } from "./lines.sql";
import { linesOf, type Figure, type Line, type LineBy } from "./lines";
import type { CriterionRow } from "./scorecard.sql";
import { idOf, placeOf, spanOf, type Asking } from "./scorecard.service";
import { groundsOf } from "./sums";

/** Which figure is opened. */
export interface FigureAsking extends Pick<Asking, "from" | "to" | "structure"> {
  criterion: string;
  reading: string | null;
  agency: string | null;
}

/** A line of a figure as the API gives it. */
export interface ScorecardLine extends Omit<Line, "key"> {
  procedure: ScoredProcedure | null;
  agency: ScoredAgency | null;
  period: ScoredPeriod | null;
  inCatalog: boolean | null;
  lawfulFrom: string | null;
  isNumerator: boolean | null;
}

export interface ScorecardLineList {
  items: ScorecardLine[];
  total: number;
  numerator: number;
  denominator: number;
}

/** Reads everything but the sums that a figure rests on. Whoever may not see the agency is refused. */
export async function loadFigure(context: Context, asking: FigureAsking): Promise<Figure> {
  checkMayRead(context);
  const span = spanOf(asking);
  const id = idOf(asking.criterion, "criterion");
  const asked = asking.agency === null ? null : idOf(asking.agency, "agency");
  const background = await loadBackground(context, [span]);
  const criterion = background.criteria.find((each) => each.id === id);
  if (!criterion) throw new Refusal("NOT_FOUND", "criterion", { id: asking.criterion });
  const reading = asking.reading?.toUpperCase() ?? criterion.officialReading;
  if (!criterion.readings.includes(reading)) {
    const values = criterion.readings.map((each) => each.toLowerCase()).join(", ");
    throw new Refusal("BAD_INPUT", "reading", { values }, "notAmong");
  }
  const targetSet = background.targetSets.find((set) => set.id === criterion.targetSet)!;
  const setting = settingOf(background, span, targetSet);
  return { setting, criterion, reading, place: placeOf(setting, asked) };
}

/** The lines of a figure, the largest denominators first. */
export async function scorecardLines(
  context: Context,
  asking: FigureAsking,
  by: LineBy,
  page: Page,
): Promise<ScorecardLineList> {
  const figure = await loadFigure(context, asking);
  const { database } = context.services;
  const { lines, numerator, denominator } = await linesOf(database, figure, by);
  const sorted = lines.sort(
    (a, b) => b.denominator - a.denominator || b.received - a.received || b.numerator - a.numerator || a.key - b.key,
  );
  const shown = sorted.slice(page.offset, page.offset + page.limit);
  const of = by === "PROCEDURE" ? await proceduresFor(database, figure, shown) : named(figure, by);
  return { items: shown.map((line) => ({ ...bare(line), ...of(line) })), total: lines.length, numerator, denominator };
}

const bare = ({ key: _key, ...figures }: Line): ScorecardLine => ({
  ...figures,
  procedure: null,
  agency: null,
  period: null,
  inCatalog: null,
  lawfulFrom: null,
  isNumerator: null,
});

type Naming = (line: Line) => Partial<ScorecardLine>;

function named({ setting }: Figure, by: LineBy): Naming {
  const { structure, inside } = setting;
  if (by === "PERIOD") return ({ key }) => ({ period: periodOf(inside.find(({ id }) => id === key)!) });
  return ({ key }) => {
    const place: Place | null = structure.home(key);
    return { agency: place && agencyOf(place) };
  };
}

export const periodOf = (period: Setting["inside"][number]): ScoredPeriod => ({ ...period, id: String(period.id) });

/** The way that the criterion counts; of procedures any leg that the reading counts will do. */
export function wayOf({ criterion, reading }: Pick<Figure, "criterion" | "reading">): Way {
  const { channel, leg, measure } = criterion;
  if (measure === "DOSSIERS") return { channel, legs: [leg === "OUT" ? "OUT" : "IN"] };
  return { channel, legs: reading === "RECEIVED" ? ["IN"] : reading === "RETURNED" ? ["OUT"] : ["IN", "OUT"] };
}

/** The first day that is known of a leg's being open; what was always so is so at least since the span began. */
export const lawfulDay = ({ from }: Lawful, { span }: Setting): string => (from === "0001-01-01" ? span.from : from);

/** The first day on which any of the legs was open; null where none is. */
function firstLawfulDay(legs: LawfulLegs | undefined, setting: Setting): string | null {
  const days = [...(legs?.values() ?? [])].map((lawful) => lawfulDay(lawful, setting));
  return days.sort()[0] ?? null;
}

async function proceduresFor(database: Database, figure: Figure, shown: readonly Line[]): Promise<Naming> {
  const { setting, criterion } = figure;
  const ids = shown.map(({ key }) => key);
  const [procedures, lawful] = await Promise.all([
    readProcedures(database, ids, setting.span.to),
    readLawful(database, wayOf(figure), ids, setting.span.to),
  ]);
  const isListed = listedBy(setting, criterion);
  return ({ key, numerator }) => ({
    procedure: procedures.get(key) ?? null,
    inCatalog: isListed(key),
    lawfulFrom: firstLawfulDay(lawful.get(key), setting),
    isNumerator: numerator > 0,
  });
}

/** Whether a procedure stands on the last day in the criterion's catalogs, or is provided at its level. */
function listedBy(setting: Setting, criterion: CriterionRow): (procedure: number) => boolean {
  const members = groundsOf(setting, [criterion]).members.get(criterion.id)!;
  const { levels } = setting.background;
  if (criterion.level === null || criterion.measure === "PROCEDURES") return (procedure) => members.has(procedure);
  return (procedure) => levels.isAt(criterion, procedure, setting.span.to);
}
