import type { Budget } from "./budget";

interface Named {
  id: string;
  name: string;
}

/** A program as the list of programs shows it. */
export interface ProgramLine extends Budget {
  id: string;
  name: string;
  fiscalYear: number;
  certainty: string | null;
  payer: Named | null;
  contractor: Named | null;
  waiting: { items: { totalVnd: string | null }[]; total: number };
}

/** Claims that are on their way to approval: their totals are asked for and not yet committed. */
const WAITING = `waiting: claims(filter: { state: { in: [SUBMITTED, CHECKED] } }, limit: 100) { items { totalVnd } total }`;

export const PROGRAMS = `query Programs($filter: SubsidyProgramFilter) {
  subsidyPrograms(filter: $filter, sort: [{ fiscalYear: DESC }, { name: ASC }], limit: 200) {
    items {
      id name fiscalYear certainty payer { id name } contractor { id name }
      budgetVnd committedVnd paidVnd remainingVnd
      ${WAITING}
    }
    total
  }
}`;

export interface ProgramsData {
  subsidyPrograms: { items: ProgramLine[]; total: number };
}

/** What a program's page shows beside its fields. */
export const PROGRAM_PARTS = `query ProgramParts($id: ID!, $asOf: Date) {
  subsidyProgram(id: $id) {
    id budgetVnd committedVnd paidVnd remainingVnd
    ${WAITING}
    routes(limit: 200, sort: [{ route: ASC }]) {
      total
      items {
        id sharePercent certainty
        route {
          id code direction carrier from { id name } to { id name }
          rates(asOf: $asOf, limit: 1) { items { id rateUnit amountVnd validFrom } }
        }
      }
    }
  }
}`;

export interface EligibleRoute {
  id: string;
  sharePercent: string | null;
  certainty: string | null;
  route: {
    id: string;
    code: string;
    direction: string;
    carrier: string;
    from: Named | null;
    to: Named | null;
    rates: { items: { id: string; rateUnit: string; amountVnd: string; validFrom: string | null }[] };
  } | null;
}

export interface ProgramPartsData {
  subsidyProgram:
    | (Budget & {
        id: string;
        waiting: { items: { totalVnd: string | null }[]; total: number };
        routes: { items: EligibleRoute[]; total: number };
      })
    | null;
}
