import { figureFields } from "./figure-fields";

export interface SheetAgency {
  id: string;
  code: string | null;
  nameVi: string;
  nameEn: string | null;
}

export interface SheetPeriod {
  id: string;
  name: string;
  firstDay: string;
  lastDay: string;
  dueOn: string | null;
  state: "OPEN" | "CLOSED";
}

/** One line as the server gives it: what is counted there, or nothing yet. */
export interface SheetLine {
  procedure: { id: string; code: string | null; nameVi: string; nameEn: string | null; isDemo: boolean };
  agency: SheetAgency;
  count:
    | ({ id: string; version: number; place: string | null; receiver: string | null; isDemo: boolean } & Record<
        string,
        unknown
      >)
    | null;
}

/** Whether everything that is counted is invented: then one mark above says so for all. */
export function isAllDemo(lines: readonly SheetLine[]): boolean {
  const counted = lines.filter(({ count }) => count !== null);
  return counted.length > 0 && counted.every(({ count }) => count?.isDemo);
}

export interface CountSheetData {
  countSheet: { period: SheetPeriod; receptionUnit: SheetAgency; editable: boolean; rows: SheetLine[] };
}

const AGENCY = "id code nameVi nameEn";

/** The lines that a reception unit reports of a period. */
export const countSheetQuery = (): string => `query CountSheet($period: ID!, $unit: ID!) {
  countSheet(period: $period, receptionUnit: $unit) {
    period { id name firstDay lastDay dueOn state }
    receptionUnit { ${AGENCY} }
    editable
    rows {
      procedure { id code nameVi nameEn isDemo }
      agency { ${AGENCY} }
      count { id version place receiver isDemo ${figureFields()
        .map(({ name }) => name)
        .join(" ")} }
    }
  }
}`;

/** Where the page begins: the latest periods, and the center that receives for most agencies. */
export const SHEET_START = `query SheetStart($asOf: Date!) {
  periods(sort: [{ lastDay: DESC }, { firstDay: DESC }], limit: 200) { items { id name firstDay lastDay dueOn state } }
  centers: agencies(filter: { kind: { eq: SERVICE_CENTER } }, limit: 1, asOf: $asOf) { items { id } }
}`;

export interface SheetStart {
  periods: { items: SheetPeriod[] };
  centers: { items: { id: string }[] };
}

/** Who closed or opened a period, the latest first. */
export const PERIOD_TURNS = `query PeriodTurns($id: ID!) {
  period(id: $id) { history(limit: 20, filter: { changedFields: { has: "state" } }) {
    items { action after changeSet { id at note person { name } } }
  } }
}`;

export interface PeriodTurn {
  action: string;
  after: unknown;
  changeSet: { id: string; at: string; note: string | null; person: { name: string } | null };
}

export interface PeriodTurnsData {
  period: { history: { items: PeriodTurn[] } } | null;
}
