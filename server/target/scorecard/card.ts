import type { Place, Structure } from "../../agency/structure.rules";
import type { ScoredAgency } from "../scored.types";
import { READING } from "../criterion.entity";
import { judge, mostPoints, sumOf, type TargetState } from "./judge.rules";
import type { CriterionRow } from "./scorecard.sql";
import { ruleOf } from "./sentence.rules";
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
  const words = criteria.map((criterion) => wordsOf(criterion, span.to));
  const set = {
    id: String(targetSet.id),
    code: targetSet.code,
    nameVi: targetSet.nameVi,
    nameEn: targetSet.nameEn,
    isDemo: targetSet.isDemo,
  };
  const scoresAt = (index: number): CriterionScore[] =>
    criteria.map((criterion, n) => {
      const readings = criterion.readings.map((reading, r) =>
        scoreOf(criterion, reading, words[n][r], figures.get(`${criterion.id} ${reading}`), index),
      );
      return {
        id: String(criterion.id),
        code: criterion.code,
        nameVi: criterion.nameVi,
        nameEn: criterion.nameEn,
        position: criterion.position,
        measure: criterion.measure,
        channel: criterion.channel,
        leg: criterion.leg,
        level: criterion.level,
        thresholdPercent: criterion.thresholdPercent,
        points: mostPoints(criterion),
        official: readings.find((each) => each.official)!,
        readings,
      };
    });
  return {
    hasCounts: (place) => counts[place.index] > 0,
    of: (place) => {
      const index = place?.index ?? 0;
      const scores = scoresAt(index);
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

type Words = Pick<ReadingScore, "code" | "nameVi" | "nameEn" | "ruleVi" | "ruleEn">;

function wordsOf(criterion: CriterionRow, to: string): Words[] {
  return criterion.readings.map((reading) => {
    const name = READING.choices!.find(({ value }) => value === reading);
    const rule = ruleOf(criterion, reading, to);
    return {
      code: reading.toLowerCase(),
      nameVi: name?.vi ?? reading,
      nameEn: name?.en ?? reading,
      ruleVi: rule.vi,
      ruleEn: rule.en,
    };
  });
}

function scoreOf(
  criterion: CriterionRow,
  reading: string,
  words: Words,
  figures: Figures | undefined,
  index: number,
): ReadingScore {
  const [numerator, denominator] = [figures?.numerators[index] ?? 0, figures?.denominators[index] ?? 0];
  const judged = judge(criterion, numerator, denominator);
  return {
    ...words,
    official: reading === criterion.officialReading,
    numerator,
    denominator,
    ratio: denominator === 0 ? null : { numerator, denominator },
    ...judged,
  };
}
