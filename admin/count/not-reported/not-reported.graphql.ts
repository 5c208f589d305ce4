const FIELDS = `period { id name firstDay lastDay dueOn } daysLate expected reported neverReported total
    items { agency { id code nameVi nameEn isDemo } lastReported { id name } }`;

/** Agencies that were expected to report a period and have not. */
export const NOT_REPORTED = `query NotReported($period: ID!, $offset: Int, $limit: Int) {
  notReported(period: $period, offset: $offset, limit: $limit) { ${FIELDS} }
}`;

export interface SilentAgency {
  agency: { id: string; code: string | null; nameVi: string; nameEn: string | null; isDemo: boolean };
  /** The last period they did report; null where there is none. */
  lastReported: { id: string; name: string } | null;
}

export interface NotReported {
  period: { id: string; name: string; firstDay: string; lastDay: string; dueOn: string | null };
  daysLate: number | null;
  expected: number;
  reported: number;
  neverReported: number;
  total: number;
  items: SilentAgency[];
}

export interface NotReportedData {
  notReported: NotReported;
}

export const PERIODS_TO_CHOOSE = `query PeriodsToChoose {
  periods(sort: [{ lastDay: DESC }, { firstDay: DESC }], limit: 200) { items { id name firstDay lastDay dueOn state } }
}`;
