import {
  AGENCY,
  PROCEDURE,
  SHORT_CARD,
  type Fraction,
  type ScoredAgency,
  type ScoredProcedure,
  type ShortCard,
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

export const EFFECT = `query CatalogEffect(
  $catalog: ID!, $remove: [ID!], $add: [ID!], $from: Date!, $to: Date!, $targetSet: ID, $structure: Date, $limit: Int
) {
  catalogEffect(
    catalog: $catalog, remove: $remove, add: $add, from: $from, to: $to, targetSet: $targetSet, structure: $structure, limit: $limit
  ) {
    total
    province { before { ${SHORT_CARD} } after { ${SHORT_CARD} } }
    items { agency { ${AGENCY} } before { ${SHORT_CARD} } after { ${SHORT_CARD} } }
  }
}`;

export interface EffectData {
  catalogEffect: {
    total: number;
    province: { before: ShortCard; after: ShortCard };
    items: { agency: ScoredAgency; before: ShortCard; after: ShortCard }[];
  };
}
