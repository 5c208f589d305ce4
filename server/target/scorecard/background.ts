import { agencyStates } from "../../agency/structure.service";
import { Structure, type AgencyState } from "../../agency/structure.rules";
import { countPolicy } from "../../count/count.policy";
import type { Context, Services } from "../../platform/context";
import { Refusal } from "../../platform/errors/refusal";
import { mayRead, scopeOf } from "../../platform/policy/policy";
import { Levels } from "./levels.rules";
import {
  readCompetences,
  readCriteria,
  readLevels,
  readMembers,
  readPeriods,
  readTargetSets,
  type CriterionRow,
  type DatedCompetence,
  type DatedMember,
  type PeriodRow,
  type Span,
  type TargetSetRow,
} from "./scorecard.sql";
import type { Competence } from "./tally.rules";

/** Who reads, and what with; the system itself is nobody and sees everything. */
export interface Reader extends Pick<Context, "person"> {
  services: Pick<Services, "database" | "clock">;
}

/** Everything but the sums that scorecards of some spans rest on: one read, however many spans there are. */
export interface Background {
  targetSets: TargetSetRow[];
  criteria: CriterionRow[];
  members: DatedMember[];
  /** Procedures of the levels of criteria that are about a level and no catalog. */
  leveled: DatedCompetence[];
  levels: Levels;
  periods: PeriodRow[];
  states: AgencyState[];
  own: OwnPart | null;
  /** Structures by the day on which they came about. */
  structures: Map<string, Structure>;
}

/** A span in its background, whatever the targets. */
export interface Standing {
  span: Span;
  background: Background;
  /** Periods that lie wholly inside the span, and those that have only some days in it. */
  inside: PeriodRow[];
  straddling: PeriodRow[];
  structure: Structure;
}

/** What scorecards of one span and one target set rest on. */
export interface Setting extends Standing {
  targetSet: TargetSetRow;
  criteria: CriterionRow[];
  members: Member[];
  leveled: Competence[];
}

/** A procedure in force that stands in a catalog on the last day. */
export interface Member extends Competence {
  catalog: number;
}

/** The part of the tree that a bound person sees: the agencies whose dossiers are theirs today, and the top of them. */
export interface OwnPart {
  agencies: ReadonlySet<number>;
  top: number;
}

/** Refuses whoever may not read scorecards, before anything is read. */
export function checkMayRead({ person }: Reader): void {
  if (person === null) throw new Refusal("SIGN_IN", null);
  if (!mayRead(countPolicy, person)) throw notTheirs();
  if (scopeOf(countPolicy, person) !== null && person.agencyId === null) throw notTheirs();
}

const notTheirs = () =>
  new Refusal("FORBIDDEN", "scorecard", { field: { vi: "kết quả thực hiện chỉ tiêu", en: "scorecards" } });

/** Days compare as text: the first and the last that any of the spans names. */
const edge = (days: string[], isLast: boolean): string => days.sort().at(isLast ? -1 : 0)!;

export async function loadBackground(reader: Reader, spans: readonly Span[]): Promise<Background> {
  const { database, clock } = reader.services;
  const lastDays = spans.map(({ to }) => to);
  const [first, last] = [edge([...lastDays], false), edge([...lastDays], true)];
  const whole = {
    from: edge(
      spans.map(({ from }) => from),
      false,
    ),
    to: last,
  };
  const [targetSets, criteria, members, provided, periods, states] = await Promise.all([
    readTargetSets(database),
    readCriteria(database),
    readMembers(database, first, last),
    readLevels(database, whole),
    readPeriods(database, whole),
    agencyStates(database),
  ]);
  const levels = new Levels(provided);
  const ofLevel = criteria.filter((each) => each.measure === "PROCEDURES" && each.level !== null);
  const bare = ofLevel.filter(({ catalogs }) => catalogs.length === 0).flatMap((each) => [...levels.at(each).keys()]);
  const leveled = bare.length > 0 ? await readCompetences(database, bare, first, last) : [];
  const own = ownPart(reader, states, clock.today());
  return { targetSets, criteria, members, leveled, levels, periods, states, own, structures: new Map() };
}

function ownPart({ person }: Reader, states: AgencyState[], today: string): OwnPart | null {
  if (scopeOf(countPolicy, person) === null) return null;
  const standing = new Structure(states, today);
  const top = standing.home(Number(person!.agencyId));
  if (!top) throw notTheirs();
  return { agencies: standing.within(top), top: top.id };
}

export function standingOf(background: Background, span: Span): Standing {
  const isInside = ({ firstDay, lastDay }: PeriodRow) => firstDay >= span.from && lastDay <= span.to;
  const touching = background.periods.filter(({ firstDay, lastDay }) => firstDay <= span.to && lastDay >= span.from);
  return {
    span,
    background,
    inside: touching.filter(isInside),
    straddling: touching.filter((period) => !isInside(period)),
    structure: structureOn(background, span.structure),
  };
}

/** What of the background holds for one span. */
export function settingOf(background: Background, span: Span, targetSet: TargetSetRow): Setting {
  const holds = ({ from, to }: { from: string; to: string }) => from <= span.to && span.to < to;
  return {
    ...standingOf(background, span),
    targetSet,
    criteria: background.criteria.filter((criterion) => criterion.targetSet === targetSet.id),
    members: background.members.filter(holds),
    leveled: background.leveled.filter(holds),
  };
}

/** The structure of a day; days between which nothing changed share one. */
function structureOn({ states, structures }: Background, day: string): Structure {
  let since = "";
  for (const { from, to } of states) {
    if (from <= day && from > since) since = from;
    if (to <= day && to > since) since = to;
  }
  const known = structures.get(since) ?? new Structure(states, day);
  structures.set(since, known);
  return known;
}

/** The set that is asked for; without one the set that holds on the last day, else the earliest. */
export function chosenSet({ targetSets }: Background, to: string, asked: string | null): TargetSetRow {
  const found =
    asked === null
      ? (targetSets.find(({ validFrom, validTo }) => validFrom <= to && to < validTo) ?? targetSets[0])
      : targetSets.find(({ id }) => id === Number(asked));
  if (!found) throw new Refusal("NOT_FOUND", "targetSet", { id: asked ?? "" });
  return found;
}
