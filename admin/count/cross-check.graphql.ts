/** The national form of a period against the counts of its days. */
export const CROSS_CHECK = `query CrossCheck($period: ID!, $offset: Int, $limit: Int) {
  crossCheck(period: $period, offset: $offset, limit: $limit) {
    period { id name firstDay lastDay }
    periods { period { id name firstDay lastDay } isInside days }
    otherForms { id name }
    total
    items {
      agency { id code nameVi nameEn isDemo } state formId rows uncoveredDays straddling isDemo
      cells { column field form counts difference blankRows agrees }
    }
  }
}`;

export type CrossCheckState = "AGREES" | "DIFFERS" | "UNCERTAIN" | "NO_FORM" | "NO_COUNTS";

export interface CrossCheckCell {
  column: number;
  field: string;
  form: number | null;
  counts: number | null;
  difference: number | null;
  blankRows: number;
  agrees: boolean | null;
}

export interface CrossCheckLine {
  agency: { id: string; code: string | null; nameVi: string; nameEn: string | null; isDemo: boolean };
  state: CrossCheckState;
  formId: string | null;
  rows: number;
  uncoveredDays: number;
  straddling: number;
  isDemo: boolean;
  cells: CrossCheckCell[];
}

interface NamedPeriod {
  id: string;
  name: string;
  firstDay: string;
  lastDay: string;
}

export interface CrossCheck {
  period: NamedPeriod;
  periods: { period: NamedPeriod; isInside: boolean; days: number }[];
  otherForms: { id: string; name: string }[];
  total: number;
  items: CrossCheckLine[];
}

export interface CrossCheckData {
  crossCheck: CrossCheck;
}

export const PERIODS_TO_CHECK = `query PeriodsToCheck {
  periods(sort: [{ lastDay: DESC }, { firstDay: ASC }], limit: 200) { items { id name firstDay lastDay dueOn state } }
  nationalForms(sort: [{ period: DESC }], limit: 1) { items { period { id } } }
}`;
