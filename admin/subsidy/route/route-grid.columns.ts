import type { GridColumn } from "../../generic/grid-columns";

/** The columns of the grid of routes: whence, whither, and who carries. */
export const ROUTE_COLUMNS: readonly GridColumn[] = [
  { field: "code", width: 215, frozen: true, strong: true, marksDemo: true },
  { field: "from", width: 250 },
  { field: "to", width: 250 },
  { field: "direction", width: 190 },
  { field: "carrier", width: 140 },
  { field: "carriedBy", width: 200 },
  { field: "validFrom", width: 110 },
  { field: "validTo", width: 120 },
];
