import type { GridColumn } from "../generic/grid-columns";

/** The columns of the grid of ways to carry procedures out: fee, charge and days of each, and when they hold. */
export const CHANNEL_COLUMNS: readonly GridColumn[] = [
  { field: "procedure", width: 340, frozen: true, strong: true, marksDemo: true },
  { field: "channel", width: 150, frozen: true },
  { field: "leg", width: 110 },
  { field: "workingDays", width: 100 },
  { field: "feeVnd", width: 110 },
  { field: "chargeVnd", width: 110 },
  { field: "levelScheme", width: 180 },
  { field: "level", width: 80 },
  { field: "validFrom", width: 110 },
  { field: "validTo", width: 120 },
  { field: "note", width: 220 },
];
