import type { Place, Structure } from "../../agency/structure.rules";
import type { ScoredAgency } from "../scored.types";
import { sumOf, type TargetState } from "./judge.rules";
import { CriterionSheet, ScoreOfCriterion } from "./scores";
import type { Setting } from "./background";
import type { Sums } from "./sums";
import type { Figures, SumRow } from "./tally.rules";

export interface Fraction {
  numerator: number;
  denominator: number;
}

/** A criterion by one of its readings, judged. */
export interface ReadingScore {
  code: string;
  nameVi: string;
  nameEn: string;
  ruleVi: string;
  ruleEn: string;
  official: boolean;
  numerator: number;
  denominator: number;
  ratio: Fraction | null;
  state: TargetState;
  shortfall: number | null;
  surplus: number | null;
  needed: number | null;
  points: string | null;
}

export interface CriterionScore {
  id: string;
  code: string;
  nameVi: string;
  nameEn: string | null;
  position: number | null;
  measure: string;
  channel: string;
  leg: string | null;
  level: number | null;
  thresholdPercent: string;
  points: string | null;
  official: ReadingScore;
  readings: ReadingScore[];
}

export interface Scorecard {
  agency: ScoredAgency | null;
  targetSet: { id: string; code: string; nameVi: string; nameEn: string | null; isDemo: boolean };
  from: string;
  to: string;
  structure: string;
  criteria: CriterionScore[];
  met: number;
  applicable: number;
  points: string | null;
  maxPoints: string | null;
  isDemo: boolean;
  blankCount: number;
  straddlingCount: number;
}

export interface Computed {
  setting: Setting;
  figures: ReadonlyMap<string, Figures>;
  sums: Sums;
  isDemo: boolean;
}

/** Makes scorecards of what was computed: of a place, or of the province for null. */
export interface Cards {
  of(place: Place | null): Scorecard;
  hasCounts(place: Place): boolean;
}

export const agencyOf = ({ id, state, parent, isSplit }: Place): ScoredAgency => ({
  id: String(id),
  code: state.code,
  nameVi: state.name,
  nameEn: null,
  kind: state.kind,
  tier: state.tier,
  parentId: parent && String(parent.id),
  isSplit,
  isDemo: state.isDemo,
});

export function cardsOf({ setting, figures, sums, isDemo }: Computed): Cards {
  const { structure, span, criteria, targetSet } = setting;
  const counts = perPlace(structure, sums.counts);
  const blanks = perPlace(structure, sums.blanks);
  const straddling = perPlace(structure, sums.straddling);
  const sheets = criteria.map((criterion) => new CriterionSheet(criterion, span.to, figures));
  const set = {
    id: String(targetSet.id),
    code: targetSet.code,
    nameVi: targetSet.nameVi,
    nameEn: targetSet.nameEn,
    isDemo: targetSet.isDemo,
  };
  return {
    hasCounts: (place) => counts[place.index] > 0,
    of: (place) => {
      const index = place?.index ?? 0;
      const scores = sheets.map((sheet) => new ScoreOfCriterion(sheet, index));
      const judged = scores.filter(({ official }) => official.state !== "NOT_APPLICABLE");
      return {
        agency: place && agencyOf(place),
        targetSet: set,
        ...span,
        criteria: scores,
        met: judged.filter(({ official }) => official.state === "MET").length,
        applicable: judged.length,
        points: sumOf(judged.map(({ official }) => official.points)),
        maxPoints: sumOf(judged.map(({ points }) => points)),
        isDemo: isDemo && counts[index] > 0,
        blankCount: blanks[index] ?? 0,
        straddlingCount: straddling[index] ?? 0,
      };
    },
  };
}

/** Numbers of agencies, added up for their places, those above them and the province. */
function perPlace(structure: Structure, rows: readonly SumRow[]): Float64Array {
  const chains = rows.map(([agency, value]) => ({ chain: structure.home(agency)?.chain ?? [], value }));
  const out = new Float64Array(structure.places.length + 1);
  for (const { chain, value } of chains) for (const index of [0, ...chain]) out[index] += value;
  return out;
}
