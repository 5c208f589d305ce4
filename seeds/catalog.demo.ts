import { decisionKey } from "./decision.facts";
import { DEMO, ref, type PlannedRow, type PlannedValues, type Step } from "./plan";
import { procedureKey, type ProcedureFact } from "./procedure.facts";
import {
  LEVEL_THREE_OF_2017,
  LEVEL_THREE_OF_2018,
  LEVEL_FOUR_OF_2017,
  NOT_LISTED,
  PRESENCE_REQUIRED,
  RETURN_ONLY,
  STORY,
  type Leg,
} from "./catalog.story";

/** One membership of a procedure in a catalog, with the Decisions that open and close it. */
export interface EntryPlan {
  key: string;
  catalog: string;
  procedure: string;
  legs: readonly Leg[] | null;
  level: number | null;
  addedBy: string;
  removedBy: string | null;
  /** From when the adding Decision acts, and until when; the catalog derives them again from its Decisions. */
  from: string;
  to: string | null;
}

export const POSTAL = "catalog/postal";
export const ONLINE_2017 = "catalog/online-2017";
export const ONLINE_2018 = "catalog/online-2018";
export const EXCLUDED = "catalog/excluded";

const POSTAL_DECISION = "1320/QĐ-UBND";
const ONLINE_2017_DECISION = "846/QĐ-TTg";
const ONLINE_2018_DECISION = "877/QĐ-TTg";
const EXCLUDED_DECISION = "MH-01/QĐ-UBND";

/** From when these Decisions act: by their words, or else from their signing. */
const ACTS_FROM: Readonly<Record<string, string>> = {
  [POSTAL_DECISION]: "2017-07-18",
  [ONLINE_2017_DECISION]: "2017-06-09",
  [ONLINE_2018_DECISION]: "2018-07-18",
  [EXCLUDED_DECISION]: "2017-07-18",
  "MH-02/QĐ-UBND": "2018-11-12",
  "MH-03/QĐ-UBND": "2019-03-04",
};

const PROVINCE = "Ủy ban nhân dân tỉnh Yên Bái";

/** The invented Decisions; "MH" stands for minh họa. Only MH-02 says from when it acts. */
export function demoDecisions(): PlannedRow[] {
  const amendment =
    "Về việc sửa đổi, bổ sung danh mục thủ tục hành chính thực hiện việc tiếp nhận hồ sơ, trả kết quả qua dịch vụ bưu chính công ích";
  return [
    decision(EXCLUDED_DECISION, {
      title:
        "Về công bố danh mục thủ tục hành chính không thực hiện tiếp nhận hồ sơ, trả kết quả qua dịch vụ bưu chính công ích (Điều 18 Quyết định 45/2016/QĐ-TTg)",
    }),
    decision("MH-02/QĐ-UBND", {
      title: amendment,
      effectiveOn: actsFrom("MH-02/QĐ-UBND"),
      amends: ref(decisionKey(POSTAL_DECISION)),
    }),
    decision("MH-03/QĐ-UBND", { title: amendment, amends: ref(decisionKey(POSTAL_DECISION)) }),
  ];
}

function actsFrom(number: string): string {
  const day = ACTS_FROM[number];
  if (day === undefined) throw new Error(`From when does ${number} act?`);
  return day;
}

function decision(number: string, more: PlannedValues): PlannedRow {
  const create = {
    number,
    kind: "DECISION",
    issuer: PROVINCE,
    issuedOn: actsFrom(number),
    effectiveOn: null,
    ...more,
    ...DEMO,
  };
  return { resource: "Decision", key: decisionKey(number), create };
}

/** The catalogs themselves: three by Decisions of the facts, the list of exclusions by an invented one. */
export function catalogRows(): PlannedRow[] {
  const known = { source: "directive", certainty: "VERIFIED" };
  return [
    catalog(POSTAL, POSTAL_DECISION, {
      kind: "POSTAL",
      nameVi: "Danh mục thủ tục thực hiện qua BCCI",
      nameEn: "Procedures carried out through public postal service",
      authority: "OWN",
      ...known,
    }),
    catalog(ONLINE_2017, ONLINE_2017_DECISION, {
      kind: "ONLINE",
      nameVi: "Danh mục dịch vụ công trực tuyến mức độ 3 và 4 năm 2017",
      nameEn: "Online services at levels 3 and 4, 2017",
      authority: "HIGHER",
      ...known,
    }),
    catalog(ONLINE_2018, ONLINE_2018_DECISION, {
      kind: "ONLINE",
      nameVi: "Danh mục dịch vụ công trực tuyến mức độ 3, mức độ 4 các năm 2018-2019",
      nameEn: "Online services at levels 3 and 4, 2018-2019",
      authority: "HIGHER",
      ...known,
    }),
    catalog(EXCLUDED, EXCLUDED_DECISION, {
      kind: "EXCLUDED",
      nameVi: "Danh mục thủ tục không thực hiện qua BCCI (phải có mặt)",
      nameEn: "Procedures not carried out by post (presence required)",
      authority: "OWN",
      ...DEMO,
    }),
  ];
}

function catalog(key: string, by: string, values: PlannedValues): PlannedRow {
  return { resource: "Catalog", key, create: { ...values, decision: ref(decisionKey(by)) } };
}

/** All memberships of the demo, which are invented. */
export function demoEntries(procedures: ProcedureFact[]): EntryPlan[] {
  return [
    ...postalEntries(procedures),
    ...onlineEntries(ONLINE_2017, ONLINE_2017_DECISION, LEVEL_THREE_OF_2017, 3),
    ...onlineEntries(ONLINE_2017, ONLINE_2017_DECISION, LEVEL_FOUR_OF_2017, 4),
    ...onlineEntries(ONLINE_2018, ONLINE_2018_DECISION, LEVEL_THREE_OF_2018, 3),
    ...PRESENCE_REQUIRED.map((named) => entry(EXCLUDED, procedureKey(named), EXCLUDED_DECISION, {})),
  ];
}

function postalEntries(procedures: ProcedureFact[]): EntryPlan[] {
  const outside = new Set([...PRESENCE_REQUIRED, ...NOT_LISTED].map(procedureKey));
  const told = new Map(STORY.map((event) => [procedureKey(event.procedure), event]));
  const returnOnly = new Set(RETURN_ONLY.map(procedureKey));
  return procedures
    .filter(({ key }) => !outside.has(key))
    .flatMap(({ key }): EntryPlan[] => {
      const event = told.get(key);
      if (event === undefined) {
        return [entry(POSTAL, key, POSTAL_DECISION, { legs: returnOnly.has(key) ? ["OUT"] : ["IN", "OUT"] })];
      }
      const entries: EntryPlan[] = [];
      if (event.before) entries.push(entry(POSTAL, key, POSTAL_DECISION, { legs: event.before, removedBy: event.by }));
      if (event.after) entries.push(entry(POSTAL, key, event.by, { legs: event.after }));
      return entries;
    });
}

function onlineEntries(catalogKey: string, by: string, named: readonly string[], level: number): EntryPlan[] {
  return named.map((name) => entry(catalogKey, procedureKey(name), by, { level }));
}

function entry(catalogKey: string, procedure: string, addedBy: string, more: Partial<EntryPlan>): EntryPlan {
  const key = `entry/${catalogKey}/${procedure}/${addedBy}`;
  const from = actsFrom(addedBy);
  const to = more.removedBy ? actsFrom(more.removedBy) : null;
  return { key, catalog: catalogKey, procedure, legs: null, level: null, addedBy, removedBy: null, from, to, ...more };
}

/**
 * The memberships as the Decisions brought them: first what the founding Decisions list, then each amending Decision
 * as one change set, in which what it removes or replaces is closed before what it adds is opened.
 */
export function entrySteps(entries: EntryPlan[]): Step[] {
  const amending = [...new Set(STORY.map(({ by }) => by))].sort();
  const founding = entries.filter(({ addedBy }) => !amending.includes(addedBy));
  return [
    { note: "Thành phần các danh mục (minh họa)", rows: founding.map(createEntry) },
    ...amending.map((by) => ({
      note: `Ghi nhận Quyết định ${by}`,
      rows: [
        ...entries.filter(({ removedBy }) => removedBy === by).map((closed) => closeEntry(closed, by)),
        ...entries.filter(({ addedBy }) => addedBy === by).map(createEntry),
      ],
    })),
  ];
}

function createEntry({ key, catalog: of, procedure, legs, level, addedBy }: EntryPlan): PlannedRow {
  const create = {
    catalog: ref(of),
    procedure: ref(procedure),
    ...(legs === null ? {} : { legs }),
    ...(level === null ? {} : { levelScheme: "ND43_2011", level }),
    addedBy: ref(decisionKey(addedBy)),
    ...DEMO,
  };
  return { resource: "CatalogEntry", key, create };
}

function closeEntry({ key }: EntryPlan, by: string): PlannedRow {
  return { resource: "CatalogEntry", key, set: { removedBy: ref(decisionKey(by)) } };
}
