import type { GridColumn } from "../generic/grid-columns";

/** The columns of the Decisions' grid; from when a Decision acts follows from its dates and is shown beside them. */
export const DECISION_COLUMNS: readonly GridColumn[] = [
  { field: "number", width: 220, frozen: true, strong: true, marksDemo: true },
  { field: "kind", width: 120 },
  { field: "title", width: 380 },
  { field: "issuer", width: 220 },
  { field: "issuedOn", width: 130 },
  { field: "effectiveOn", width: 110 },
  { field: "actsFrom", width: 120, fixed: true },
  { field: "effectiveAssumed", width: 120, fixed: true },
  { field: "amends", width: 160 },
];
