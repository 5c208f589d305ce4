import type { AgencyState } from "../../agency/structure.rules";
import { settingOf, type Background, type Setting } from "../scorecard/background";
import { cardsOf, type Cards } from "../scorecard/card";
import { Levels } from "../scorecard/levels.rules";
import type { CriterionRow, PeriodRow, Span, TargetSetRow } from "../scorecard/scorecard.sql";
import { groundsOf, type Sums } from "../scorecard/sums";
import { tally } from "../scorecard/tally.rules";

type PinnedState = [
  agency: number,
  kind: string,
  successor: number | null,
  isDemo: boolean,
  code: string | null,
  name: string,
  parent: number | null,
  unit: number | null,
  tier: string | null,
  from: string,
  to: string,
];

type PinnedMember = [
  catalog: number,
  procedure: number,
  /** The agency named as competent; null where every committee of the tiers is. */
  agency: number | null,
  tiers: readonly string[],
];

type PinnedLevel = [procedure: number, scheme: string | null, level: number, from: string, to: string];

/**
 * What a publication was computed from, small enough to stand in its row: sums as the roll-ups have them and no count,
 * the rules of the criteria, the procedures in their catalogs on the last day, the levels, and the agency tree. From it
 * the same figures come out again, whatever is corrected later.
 */
export interface Pin {
  /** Raised where what stands here changes its form. */
  form: 1;
  span: Span;
  targetSet: TargetSetRow;
  criteria: CriterionRow[];
  members: PinnedMember[];
  /** Procedures at the level of a criterion that is about no catalog, likewise; their catalog is 0. */
  leveled: PinnedMember[];
  levels: PinnedLevel[];
  periods: PeriodRow[];
  agencies: PinnedState[];
  sums: Sums;
}

export function pinOf(setting: Setting, sums: Sums): Pin {
  const { span, targetSet, criteria, members, leveled, inside, background } = setting;
  const asked = new Set(criteria.map(({ level }) => level));
  const catalogs = new Set(criteria.flatMap((criterion) => criterion.catalogs));
  const { levels, states } = background;
  return {
    form: 1,
    span,
    targetSet,
    criteria,
    members: members
      .filter(({ catalog }) => catalogs.has(catalog))
      .map(({ catalog, procedure, agency, tiers }) => [catalog, procedure, agency, tiers]),
    leveled: leveled.map(({ procedure, agency, tiers }) => [0, procedure, agency, tiers]),
    levels: levels.all
      .filter(({ level }) => asked.has(level))
      .map(({ procedure, scheme, level, from, to }) => [procedure, scheme, level, from, to]),
    periods: inside,
    agencies: states.map((s) => [
      s.agency,
      s.kind,
      s.successor,
      s.isDemo,
      s.code,
      s.name,
      s.parent,
      s.unit,
      s.tier,
      s.from,
      s.to,
    ]),
    sums,
  };
}

/** The scorecards that come out of pinned data, by the rules by which all of them are made. */
export function recompute(pin: Pin): { setting: Setting; cards: Cards } {
  const { span, targetSet, criteria, periods, sums } = pin;
  const background: Background = {
    targetSets: [targetSet],
    criteria,
    members: pin.members.map((each) => ({ catalog: each[0], ...memberOf(each), ...always })),
    leveled: pin.leveled.map((each) => ({ ...memberOf(each), ...always })),
    levels: new Levels(
      pin.levels.map(([procedure, scheme, level, from, to]) => ({ procedure, scheme, level, from, to })),
    ),
    periods,
    states: pin.agencies.map(stateOf),
    own: null,
    structures: new Map(),
  };
  const setting = settingOf(background, span, targetSet);
  const figures = tally(criteria, groundsOf(setting, criteria), sums.settling, sums.reception);
  return { setting, cards: cardsOf({ setting, figures, sums, isDemo: false }) };
}

/** Only what held on the last day was pinned. */
const always = { from: "0001-01-01", to: "9999-12-31" };

const memberOf = ([, procedure, agency, tiers]: PinnedMember) => ({ procedure, agency, tiers });

/** The place of a name in a dictionary is no part of a figure: it is not pinned, and the name stands for it. */
const stateOf = (pinned: PinnedState): AgencyState => {
  const [agency, kind, successor, isDemo, code, name, parent, unit, tier, from, to] = pinned;
  return { agency, kind, successor, isDemo, code, name, order: name, parent, unit, tier, from, to };
};
