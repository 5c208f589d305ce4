import type { RollUpOptions } from "../platform/registry/declare";

/** The channels' six figures: a count that leaves one out has not reported all of it. */
export const CHANNEL_FIGURES: string[] = [
  "receivedCounter",
  "receivedPost",
  "receivedOnline",
  "returnedCounter",
  "returnedPost",
  "returnedOnline",
];

/** Every figure of a count, in the order of its form. */
export const COUNT_FIGURES: string[] = [
  ...CHANNEL_FIGURES,
  "registeredReturnPost",
  "carriedOver",
  "settledEarly",
  "settledOnTime",
  "settledLate",
  "pendingInTime",
  "pendingOverdue",
];

const sums = (table: string, by: string[]): RollUpOptions => ({
  table,
  by,
  sum: COUNT_FIGURES,
  blank: CHANNEL_FIGURES,
});

/**
 * What scorecards read instead of the counts: sums by settling agency and by reception unit, both attributions of one
 * dossier, for a whole period and for each procedure. Catalogs, levels and the agency tree change by date and are joined
 * when the sums are read.
 */
export const countRollUps: RollUpOptions[] = [
  sums("count_agency_sum", ["period", "agency"]),
  sums("count_agency_procedure_sum", ["procedure", "period", "agency"]),
  sums("count_unit_sum", ["period", "receptionUnit"]),
  sums("count_unit_procedure_sum", ["procedure", "period", "receptionUnit"]),
];
