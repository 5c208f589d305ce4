/** What the home of finance staff says of claims and budgets. */
export const FINANCE_FIGURES = `query FinanceFigures($waiting: SubsidyClaimFilter, $year: Int!) {
  claimsWaiting: subsidyClaims(filter: $waiting, limit: 1) { total }
  subsidyPrograms(filter: { fiscalYear: { eq: $year } }, limit: 100) { items { id name budgetVnd remainingVnd } }
}`;

export interface FinanceFigures {
  claimsWaiting: { total: number };
  subsidyPrograms: {
    items: { id: string; name: string; budgetVnd: string | null; remainingVnd: string | null }[];
  };
}

/** What next year would cost in the viewer's part. */
export const NEED_TOTAL = `query NeedTotal(
  $fiscalYear: Int!, $baseFrom: Date!, $baseTo: Date!, $growthPercent: Decimal, $sharePercent: Decimal, $channels: [ChannelKind!]
) {
  subsidyNeed(
    fiscalYear: $fiscalYear, baseFrom: $baseFrom, baseTo: $baseTo,
    growthPercent: $growthPercent, sharePercent: $sharePercent, channels: $channels
  ) { totalVnd }
}`;

export interface NeedTotal {
  subsidyNeed: { totalVnd: string };
}

/** Until when a program's budget lasts as things go; without a cost of the year there is nothing to tell it from. */
export const RUNS_OUT = `query RunsOut($program: ID!, $asOf: Date) {
  subsidyOutlook(program: $program, asOf: $asOf) { runsOutOn yearVnd }
}`;

export interface RunsOut {
  subsidyOutlook: { runsOutOn: string | null; yearVnd: string | null };
}

/** What the home of those who move dossiers says of hand-overs and claims. */
export const CARRIER_FIGURES = `query CarrierFigures($unsigned: HandOverFilter, $returned: SubsidyClaimFilter) {
  unsigned: handOvers(filter: $unsigned, limit: 1) { total }
  returned: subsidyClaims(filter: $returned, limit: 1) { total }
}`;

export interface CarrierFigures {
  unsigned: { total: number };
  returned: { total: number };
}
