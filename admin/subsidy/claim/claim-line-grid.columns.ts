import type { GridColumn } from "../../generic/grid-columns";

const AMOUNTS: readonly GridColumn[] = [
  { field: "validFrom", width: 105 },
  { field: "validTo", width: 105 },
  { field: "rateUnit", width: 110 },
  { field: "rateVnd", width: 110 },
  { field: "quantity", width: 100 },
  { field: "sharePercent", width: 110 },
  { field: "wantedVnd", width: 140 },
  { field: "amountVnd", width: 140 },
];

const ROUTE: GridColumn = { field: "route", width: 180, frozen: true, strong: true };
const POSITION: GridColumn = { field: "position", width: 90 };

/** The columns of the lines of one claim. */
export const CLAIM_LINE_COLUMNS: readonly GridColumn[] = [{ ...POSITION, frozen: true }, ROUTE, ...AMOUNTS];

/** The columns of the lines of all claims. */
export const ALL_LINE_COLUMNS: readonly GridColumn[] = [
  { field: "claim", width: 170, frozen: true },
  ROUTE,
  POSITION,
  ...AMOUNTS,
  { field: "kind", width: 130 },
  { field: "program", width: 260 },
];
