/** A share as it was counted, not reduced. */
export interface Fraction {
  numerator: number;
  denominator: number;
}

export type TargetState = "MET" | "MISSED" | "NOT_APPLICABLE";

export interface ScoredAgency {
  id: string;
  code: string | null;
  nameVi: string;
  nameEn: string;
  kind: string | null;
  parentId: string | null;
  /** A line of its own for an agency that ended and was split. */
  isSplit: boolean;
  isDemo: boolean;
}

export interface ScoredProcedure {
  id: string;
  code: string | null;
  nameVi: string;
  nameEn: string;
  isDemo: boolean;
}

/** One way to read a criterion, and what it comes to. */
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
  measure: "PROCEDURES" | "DOSSIERS";
  channel: "COUNTER" | "POST" | "ONLINE";
  leg: "IN" | "OUT" | null;
  level: number | null;
  thresholdPercent: string;
  points: string | null;
  official: ReadingScore;
  readings: ReadingScore[];
}

export interface Scorecard {
  /** None is the whole province. */
  agency: ScoredAgency | null;
  targetSet: { id: string; code: string; nameVi: string; nameEn: string; isDemo: boolean };
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

export const AGENCY = "id code nameVi nameEn kind parentId isSplit isDemo";
export const PROCEDURE = "id code nameVi nameEn isDemo";
const READING =
  "code nameVi nameEn ruleVi ruleEn official numerator denominator ratio { numerator denominator } state shortfall surplus needed points";
const CRITERION = "id code nameVi nameEn measure channel leg level thresholdPercent points";
const HEAD = "from to structure met applicable points maxPoints isDemo blankCount straddlingCount";

/** A scorecard with every reading of every criterion. */
export const FULL_CARD = `agency { ${AGENCY} } targetSet { id code nameVi nameEn isDemo } ${HEAD}
  criteria { ${CRITERION} official { ${READING} } readings { ${READING} } }`;

/** What a row of a table shows: the official reading only. */
export const SHORT_CARD = `agency { ${AGENCY} } ${HEAD}
  criteria { ${CRITERION} official { code official numerator denominator ratio { numerator denominator } state shortfall surplus needed points } }`;

const SPAN = "$from: Date!, $to: Date!, $targetSet: ID, $structure: Date";
const GIVEN = "from: $from, to: $to, targetSet: $targetSet, structure: $structure";

export const SCORECARD = `query Scorecard($agency: ID, ${SPAN}) {
  scorecard(agency: $agency, ${GIVEN}) { ${FULL_CARD} }
}`;

export const SCORECARDS = `query Scorecards(${SPAN}, $kinds: [AgencyKind!], $under: ID, $agencies: [ID!], $offset: Int, $limit: Int) {
  scorecards(${GIVEN}, kinds: $kinds, under: $under, agencies: $agencies, offset: $offset, limit: $limit) {
    total
    province { ${SHORT_CARD} }
    items { ${SHORT_CARD} }
  }
}`;

/** A row of a table: readings other than the official one are asked for when it opens. */
export type ShortCriterion = Omit<CriterionScore, "official" | "readings"> & {
  official: Omit<ReadingScore, "nameVi" | "nameEn" | "ruleVi" | "ruleEn">;
};
export type ShortCard = Omit<Scorecard, "targetSet" | "criteria"> & { criteria: ShortCriterion[] };

export interface ScorecardsData {
  scorecards: { total: number; province: ShortCard; items: ShortCard[] };
}

export type LineBy = "PROCEDURE" | "AGENCY" | "RECEPTION_UNIT" | "PERIOD";

/** A part of a figure. */
export interface ScorecardLine {
  procedure: ScoredProcedure | null;
  agency: ScoredAgency | null;
  period: { id: string; name: string; firstDay: string; lastDay: string } | null;
  numerator: number;
  denominator: number;
  counterReceived: number;
  received: number;
  inCatalog: boolean | null;
  lawfulFrom: string | null;
}

export interface LinesData {
  scorecardLines: { total: number; numerator: number; denominator: number; items: ScorecardLine[] };
}

export const LINES = `query ScorecardLines(
  $criterion: ID!, $reading: String, $agency: ID, $from: Date!, $to: Date!, $structure: Date, $by: ScorecardLineBy!, $offset: Int, $limit: Int
) {
  scorecardLines(
    criterion: $criterion, reading: $reading, agency: $agency, from: $from, to: $to, structure: $structure, by: $by, offset: $offset, limit: $limit
  ) {
    total numerator denominator
    items {
      procedure { ${PROCEDURE} } agency { ${AGENCY} } period { id name firstDay lastDay }
      numerator denominator counterReceived received inCatalog lawfulFrom
    }
  }
}`;

export const GAPS = `query ScorecardGaps($agency: ID, $from: Date!, $to: Date!, $structure: Date, $offset: Int, $limit: Int) {
  scorecardGaps(agency: $agency, from: $from, to: $to, structure: $structure, offset: $offset, limit: $limit) {
    total
    items { kind count missing period { id name firstDay lastDay } procedure { ${PROCEDURE} } agency { ${AGENCY} } receptionUnit { ${AGENCY} } }
  }
}`;

export interface GapsData {
  scorecardGaps: {
    total: number;
    items: {
      kind: "BLANK" | "STRADDLING";
      count: string;
      /** The figures that were not reported, by their names in the API. */
      missing: string[];
      period: { id: string; name: string; firstDay: string; lastDay: string };
      procedure: ScoredProcedure | null;
      agency: ScoredAgency | null;
      receptionUnit: ScoredAgency | null;
    }[];
  };
}
