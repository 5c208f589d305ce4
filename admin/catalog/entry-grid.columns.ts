import type { GridColumn } from "../generic/grid-columns";

/** An entry's dates are its Decisions' and are shown, not written. */
const BY_DECISIONS: readonly GridColumn[] = [
  { field: "addedBy", width: 150 },
  { field: "removedBy", width: 150 },
  { field: "validFrom", width: 110 },
  { field: "validTo", width: 120 },
  { field: "replaces", width: 220 },
  { field: "note", width: 240 },
];

const SUBJECT: GridColumn = { field: "procedure", width: 400, frozen: true, strong: true, marksDemo: true };

/** The columns of the grid over the entries of every catalog. */
export const ALL_ENTRY_COLUMNS: readonly GridColumn[] = [
  { ...SUBJECT, width: 340 },
  { field: "catalog", width: 220 },
  { field: "groupName", width: 180 },
  { field: "legs", width: 130 },
  { field: "levelScheme", width: 170 },
  { field: "level", width: 80 },
  ...BY_DECISIONS,
];

/** The columns of a catalog's entry grid, by the catalog's kind: postal ones have legs, online ones levels. */
export const ENTRY_COLUMNS: Record<string, readonly GridColumn[]> = {
  POSTAL: [SUBJECT, { field: "legs", width: 150 }, ...BY_DECISIONS],
  ONLINE: [
    SUBJECT,
    { field: "groupName", width: 220 },
    { field: "levelScheme", width: 190 },
    { field: "level", width: 80 },
    ...BY_DECISIONS,
  ],
  EXCLUDED: [SUBJECT, ...BY_DECISIONS],
};
