import { SHORT_CARD, type ShortCard } from "../scorecard.graphql";

export type TrendStep = "MONTH" | "QUARTER" | "YEAR" | "TWELVE_MONTHS";

export const TREND = `query ScorecardTrend(
  $agency: ID, $from: Date!, $to: Date!, $targetSet: ID, $structure: Date, $step: TrendStep!
) {
  scorecardTrend(agency: $agency, from: $from, to: $to, targetSet: $targetSet, structure: $structure, step: $step) { ${SHORT_CARD} }
}`;

export interface TrendData {
  scorecardTrend: ShortCard[];
}

/** Decisions that came into force in a span and touch a catalog. */
export const MARKS = `query TrendDecisions($from: Date!, $to: Date!) {
  decisions(filter: { actsFrom: { gte: $from, lte: $to } }, sort: [{ actsFrom: ASC }], limit: 50) {
    items { id number actsFrom added(limit: 1) { total } removed(limit: 1) { total } }
  }
}`;

interface Count {
  total: number;
}

export interface MarksData {
  decisions: { items: { id: string; number: string; actsFrom: string; added: Count; removed: Count }[] };
}
