import { CHANGE_SELECTION, type ChangeResult } from "../../platform/data/changes";

interface Named {
  id: string;
  nameVi: string;
  nameEn: string | null;
}

export type ScoringKind = "NONE" | "ALL_OR_NOTHING" | "CAPPED_LINEAR" | "BANDS";

export interface SetRow extends Named {
  code: string;
  validFrom: string | null;
  validTo: string | null;
  note: string | null;
  source: string | null;
  certainty: string | null;
  decision: { id: string; number: string } | null;
  criteria: { total: number };
}

const SET = "id code nameVi nameEn validFrom validTo note source certainty decision { id number }";

/** All sets, of whatever time: which of them holds on a day is said beside each. */
export const TARGET_SETS = `query TargetSets {
  targetSets(limit: 100) { items { ${SET} criteria(limit: 1) { total } } }
}`;

export interface TargetSetsData {
  targetSets: { items: SetRow[] };
}

export interface CriterionRow extends Named {
  version: number;
  code: string;
  position: number | null;
  measure: string;
  channel: string;
  leg: string | null;
  level: number | null;
  levelScheme: string | null;
  base: string;
  readings: string[];
  officialReading: string;
  thresholdPercent: string;
  rounding: number | null;
  attribution: string;
  agencyKinds: string[] | null;
  scoring: ScoringKind;
  points: string | null;
  bands: string[] | null;
  note: string | null;
  source: string | null;
  certainty: string | null;
  targetSet: (Named & { code: string; validFrom: string | null; certainty: string | null }) | null;
  catalogs: { items: { catalog: Named | null }[] };
}

const CRITERION = `id version code position nameVi nameEn measure channel leg level levelScheme base readings officialReading
  thresholdPercent rounding attribution agencyKinds scoring points bands note source certainty
  targetSet { id code nameVi nameEn validFrom certainty } catalogs(limit: 20) { items { catalog { id nameVi nameEn } } }`;

export const CRITERION_PAGE = `query CriterionPage($id: ID!) { criterion(id: $id) { ${CRITERION} } }`;

export interface CriterionData {
  criterion: CriterionRow | null;
}

export const TARGET_SET_PAGE = `query TargetSetPage($id: ID!) {
  targetSet(id: $id) { ${SET} criteria(limit: 200) { total items { ${CRITERION} } } }
}`;

export interface TargetSetData {
  targetSet: (Omit<SetRow, "criteria"> & { criteria: { total: number; items: CriterionRow[] } }) | null;
}

export const CHANGE_CRITERION = `mutation ChangeCriterion($changes: [CriterionChange!]!, $note: String) {
  changed: changeCriteria(changes: $changes, note: $note) { ${CHANGE_SELECTION} }
}`;

export interface CriterionChanged {
  changed: ChangeResult;
}
