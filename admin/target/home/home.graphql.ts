import { AGENCY, type ScoredAgency } from "../scorecard.graphql";

/** The last period that was over on a day, and what was published over a span. */
export const AROUND = `query AroundScorecard($date: Date!, $from: Date!, $to: Date!) {
  periods(filter: { lastDay: { lt: $date } }, sort: [{ lastDay: DESC }, { firstDay: DESC }], limit: 1) { items { id name } }
  publications(
    filter: { firstDay: { eq: $from }, lastDay: { eq: $to } }, sort: [{ publishedOn: DESC }], limit: 1
  ) { items { id publishedOn } }
}`;

export interface AroundData {
  periods: { items: { id: string; name: string }[] };
  publications: { items: { id: string; publishedOn: string }[] };
}

export const NOT_REPORTED = `query NotReported($period: ID!, $limit: Int) {
  notReported(period: $period, limit: $limit) {
    period { id name firstDay lastDay dueOn } daysLate expected reported total neverReported
    items { agency { ${AGENCY} } lastReported { id name } }
  }
}`;

export interface NotReportedData {
  notReported: {
    period: { id: string; name: string; firstDay: string; lastDay: string; dueOn: string | null };
    daysLate: number | null;
    expected: number;
    reported: number;
    total: number;
    neverReported: number;
    items: { agency: ScoredAgency; lastReported: { id: string; name: string } | null }[];
  };
}
