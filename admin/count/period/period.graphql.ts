import { CHANGE_SELECTION, type ChangeResult } from "../../platform/data/changes";

export interface PeriodRow {
  id: string;
  version: number;
  name: string;
  kind: string;
  firstDay: string;
  lastDay: string;
  dueOn: string | null;
  state: "OPEN" | "CLOSED";
  certainty: string | null;
}

export const PERIODS = `query Periods($limit: Int!) {
  periods(sort: [{ lastDay: DESC }, { firstDay: DESC }], limit: $limit) {
    items { id version name kind firstDay lastDay dueOn state certainty } total
  }
}`;

export interface PeriodsData {
  periods: { items: PeriodRow[]; total: number };
}

/** The periods of a year as they stand, so that none is made twice. */
export const PERIODS_THERE = `query PeriodsThere($from: Date!, $to: Date!) {
  periods(filter: { lastDay: { gte: $from, lte: $to } }, limit: 200) { items { name firstDay lastDay } }
}`;

export interface PeriodsThere {
  periods: { items: { name: string; firstDay: string; lastDay: string }[] };
}

export const CLOSE = `mutation ClosePeriod($id: ID!, $note: String) {
  turned: closePeriod(id: $id, note: $note) { ${CHANGE_SELECTION} }
}`;

export const REOPEN = `mutation ReopenPeriod($id: ID!, $note: String!) {
  turned: reopenPeriod(id: $id, reason: $note) { ${CHANGE_SELECTION} }
}`;

export interface Turned {
  turned: ChangeResult;
}

export const CREATE = `mutation CreatePeriods($changes: [PeriodChange!]!) {
  created: changePeriods(changes: $changes) { ${CHANGE_SELECTION} }
}`;

export interface Created {
  created: ChangeResult;
}

/** How many agencies have reported each of these periods, of those that were expected to. */
export const REPORTING = `query PeriodReporting($periods: [ID!]!) {
  periodReporting(periods: $periods) { period { id } expected reported daysLate }
}`;

export interface Reporting {
  period: { id: string };
  expected: number;
  reported: number;
  daysLate: number | null;
}

export interface ReportingData {
  periodReporting: Reporting[];
}
