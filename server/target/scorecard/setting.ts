import { agencyStates } from "../../agency/structure.service";
import { Structure, type AgencyState } from "../../agency/structure.rules";
import { countPolicy } from "../../count/count.policy";
import type { Context } from "../../platform/context";
import { Refusal } from "../../platform/errors/refusal";
import { mayRead, scopeOf } from "../../platform/policy/policy";
import { Levels } from "./levels.rules";
import {
  readCriteria,
  readLevels,
  readMembers,
  readPeriods,
  readTargetSets,
  type CriterionRow,
  type Member,
  type PeriodRow,
  type Span,
  type TargetSetRow,
} from "./scorecard.sql";

/** Everything of a span but the sums: read at once, whatever is asked of it. */
export interface Setting {
  span: Span;
  targetSets: TargetSetRow[];
  criteria: CriterionRow[];
  members: Member[];
  levels: Levels;
  /** Periods that lie wholly inside the span, and those that have only some days in it. */
  inside: PeriodRow[];
  straddling: PeriodRow[];
  states: AgencyState[];
  structure: Structure;
  own: OwnPart | null;
}

/** The part of the tree that a bound person sees: the agencies whose dossiers are theirs today, and the top of them. */
export interface OwnPart {
  agencies: ReadonlySet<number>;
  top: number;
}

/** Refuses whoever may not read scorecards, before anything is read. */
export function checkMayRead({ person }: Context): void {
  if (person === null) throw new Refusal("SIGN_IN", null);
  if (!mayRead(countPolicy, person)) throw notTheirs();
  if (scopeOf(countPolicy, person) !== null && person.agencyId === null) throw notTheirs();
}

const notTheirs = () =>
  new Refusal("FORBIDDEN", "scorecard", { field: { vi: "kết quả thực hiện chỉ tiêu", en: "scorecards" } });

export async function loadSetting(context: Context, span: Span): Promise<Setting> {
  const { database, clock } = context.services;
  const [targetSets, criteria, members, levels, periods, states] = await Promise.all([
    readTargetSets(database),
    readCriteria(database),
    readMembers(database, span.to),
    readLevels(database, span),
    readPeriods(database, span),
    agencyStates(database),
  ]);
  const isInside = ({ firstDay, lastDay }: PeriodRow) => firstDay >= span.from && lastDay <= span.to;
  return {
    span,
    targetSets,
    criteria,
    members,
    levels: new Levels(levels),
    inside: periods.filter(isInside),
    straddling: periods.filter((period) => !isInside(period)),
    states,
    structure: new Structure(states, span.structure),
    own: ownPart(context, states, clock.today()),
  };
}

function ownPart({ person }: Context, states: AgencyState[], today: string): OwnPart | null {
  if (scopeOf(countPolicy, person) === null) return null;
  const standing = new Structure(states, today);
  const top = standing.home(Number(person!.agencyId));
  if (!top) throw notTheirs();
  return { agencies: standing.within(top), top: top.id };
}

/** The set that is asked for; without one the set that holds on the last day, else the earliest. */
export function chosenSet({ targetSets, span }: Setting, asked: string | null): TargetSetRow {
  const found =
    asked === null
      ? (targetSets.find(({ validFrom, validTo }) => validFrom <= span.to && span.to < validTo) ?? targetSets[0])
      : targetSets.find(({ id }) => id === Number(asked));
  if (!found) throw new Refusal("NOT_FOUND", "targetSet", { id: asked ?? "" });
  return found;
}
