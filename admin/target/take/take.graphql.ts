import {
  AGENCY,
  PROCEDURE,
  type Fraction,
  type ReadingScore,
  type ScoredAgency,
  type ScoredProcedure,
} from "../scorecard.graphql";

/** One procedure that would bring a target nearer. */
export interface TakeStep {
  procedure: ScoredProcedure;
  agency: ScoredAgency;
  counterReceived: number;
  gain: number;
  cumulative: number;
  lawfulFrom: string | null;
  reasonVi: string;
  reasonEn: string;
}

export interface TakeData {
  whatWouldItTake: {
    measure: "PROCEDURES" | "DOSSIERS";
    shortfall: number | null;
    closes: boolean;
    after: Fraction | null;
    candidates: number;
    items: TakeStep[];
  };
}

export const TAKE = `query WhatWouldItTake($criterion: ID!, $agency: ID, $from: Date!, $to: Date!, $structure: Date) {
  whatWouldItTake(criterion: $criterion, agency: $agency, from: $from, to: $to, structure: $structure) {
    measure shortfall closes after { numerator denominator } candidates
    items { procedure { ${PROCEDURE} } agency { ${AGENCY} } counterReceived gain cumulative lawfulFrom reasonVi reasonEn }
  }
}`;

/** What a change shows of a figure: its official reading only. */
export interface EffectCriterion {
  id: string;
  code: string;
  measure: "PROCEDURES" | "DOSSIERS";
  thresholdPercent: string;
  official: Pick<ReadingScore, "numerator" | "denominator" | "ratio" | "state" | "shortfall">;
}

export interface EffectCard {
  criteria: EffectCriterion[];
}

const CARD = `criteria {
  id code measure thresholdPercent official { numerator denominator ratio { numerator denominator } state shortfall }
}`;

export const EFFECT = `query CatalogEffect(
  $catalog: ID!, $remove: [ID!], $add: [ID!], $from: Date!, $to: Date!, $targetSet: ID, $structure: Date, $limit: Int
) {
  catalogEffect(
    catalog: $catalog, remove: $remove, add: $add, from: $from, to: $to, targetSet: $targetSet, structure: $structure, limit: $limit
  ) {
    total
    province { before { ${CARD} } after { ${CARD} } }
    items { agency { ${AGENCY} } before { ${CARD} } after { ${CARD} } }
  }
}`;

export interface EffectData {
  catalogEffect: {
    total: number;
    province: { before: EffectCard; after: EffectCard };
    items: { agency: ScoredAgency; before: EffectCard; after: EffectCard }[];
  };
}
