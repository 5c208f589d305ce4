import type { GridColumn } from "../../generic/grid-columns";

/** The columns of the grid of programs. */
export const PROGRAM_COLUMNS: readonly GridColumn[] = [
  { field: "name", width: 340, frozen: true, strong: true, marksDemo: true },
  { field: "payer", width: 210 },
  { field: "contractor", width: 190 },
  { field: "fiscalYear", width: 80 },
  { field: "quantityFrom", width: 160 },
  { field: "claimPeriod", width: 110 },
  { field: "sharePercent", width: 115 },
  { field: "capVnd", width: 120 },
  { field: "capPer", width: 130 },
  { field: "channels", width: 160 },
  { field: "includesCommunes", width: 110 },
  { field: "note", width: 220 },
];

/** The columns of the grid of one program's routes. */
export const PROGRAM_ROUTE_COLUMNS: readonly GridColumn[] = [
  { field: "route", width: 220, frozen: true, strong: true, marksDemo: true },
  { field: "sharePercent", width: 170 },
  { field: "source", width: 300 },
];

const BUDGET: readonly GridColumn[] = [
  { field: "kind", width: 130 },
  { field: "amountVnd", width: 140 },
  { field: "decidedOn", width: 110 },
  { field: "chapter", width: 90 },
  { field: "category", width: 110 },
  { field: "item", width: 90 },
  { field: "note", width: 260 },
];
const DOCUMENT: GridColumn = { field: "document", width: 220, frozen: true, strong: true, marksDemo: true };

/** The columns of the grid of one program's budget lines. */
export const BUDGET_COLUMNS: readonly GridColumn[] = [DOCUMENT, ...BUDGET];

/** The columns of the grid of all budget lines, and of all eligible routes: first whose they are. */
export const ALL_BUDGET_COLUMNS: readonly GridColumn[] = [DOCUMENT, { field: "program", width: 320 }, ...BUDGET];
export const ALL_PROGRAM_ROUTE_COLUMNS: readonly GridColumn[] = [
  PROGRAM_ROUTE_COLUMNS[0]!,
  { field: "program", width: 340 },
  ...PROGRAM_ROUTE_COLUMNS.slice(1),
];
