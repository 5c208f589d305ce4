import type { GridColumn } from "../generic/grid-columns";

/** The columns of the procedure grid; the keys a procedure is known by stay in view. */
export const PROCEDURE_COLUMNS: readonly GridColumn[] = [
  { field: "code", width: 110, frozen: true, emptyText: { vi: "chưa có mã", en: "no code yet" } },
  { field: "nameVi", width: 380, frozen: true, strong: true, marksDemo: true },
  { field: "sector", width: 170 },
  { field: "agency", width: 220 },
  { field: "tiers", width: 120 },
  { field: "postalLegs", width: 130, fixed: true },
  { field: "listedLevel", width: 80, fixed: true },
  { field: "status", width: 120 },
  { field: "complexity", width: 110 },
  { field: "statusDecision", width: 150 },
  { field: "nameEn", width: 280 },
  { field: "legacyCodes", width: 150 },
  { field: "legalBases", width: 240 },
];
