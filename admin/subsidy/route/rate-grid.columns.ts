import type { GridColumn } from "../../generic/grid-columns";

/** The columns of the grid of rates: a rate is known by its route, its unit and its days. */
export const RATE_COLUMNS: readonly GridColumn[] = [
  { field: "route", width: 215, frozen: true, strong: true, marksDemo: true },
  { field: "rateUnit", width: 120, frozen: true },
  { field: "amountVnd", width: 120 },
  { field: "validFrom", width: 110 },
  { field: "validTo", width: 120 },
  { field: "decision", width: 150 },
  { field: "contract", width: 190 },
  { field: "dossiersPerTrip", width: 130 },
  { field: "zone", width: 140 },
  { field: "weightStepGrams", width: 150 },
];
