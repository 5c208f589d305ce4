import type { GridColumn } from "../generic/grid-columns";

/** The columns of the grid of rates: a rate is known by its route, its unit and its days. */
export const RATE_COLUMNS: readonly GridColumn[] = [
  { field: "route", width: 180, frozen: true, strong: true, marksDemo: true },
  { field: "rateUnit", width: 140, frozen: true },
  { field: "amountVnd", width: 130 },
  { field: "validFrom", width: 120 },
  { field: "validTo", width: 120 },
  { field: "decision", width: 180 },
  { field: "source", width: 200 },
];
