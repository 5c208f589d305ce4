import { ONLINE_2017, ONLINE_2018, POSTAL } from "./catalog.demo";
import { must, type Facts, type FactRow } from "./facts";
import { ref, type PlannedRow, type PlannedValues, type Step } from "./plan";

/** What every row of the directive's targets carries. */
const DIRECTIVE = { source: "directive", certainty: "VERIFIED" } as const;

export const DIRECTIVE_SET = "targetSet/directive";

/** How a target is computed: what its text says, and the readings of it that a person chose among. */
interface Rule {
  nameEn: string;
  values: PlannedValues;
  catalogs: readonly string[];
  note: string;
}

const ONLINE = [ONLINE_2017, ONLINE_2018] as const;
const SHARE = { measure: "DOSSIERS", base: "RECEIVED", readings: ["AGENCY", "CATALOG"] } as const;
const WITH_DOSSIERS = { measure: "PROCEDURES", base: "RECEIVED" } as const;
const LEVEL = { channel: "ONLINE", leg: "IN", levelScheme: "ND43_2011" } as const;

const AMBIGUOUS_BASE =
  "Văn bản ghi “trong tổng số hồ sơ phát sinh”: có thể hiểu là toàn bộ hồ sơ của cơ quan, hoặc chỉ hồ sơ của danh mục hay mức độ ấy.";
const AMBIGUOUS_DOSSIER =
  "Văn bản không nói rõ thế nào là “có phát sinh hồ sơ”: hồ sơ bất kỳ, hay hồ sơ qua đúng kênh của danh mục.";

const RULES: Readonly<Record<string, Rule>> = {
  T1: {
    nameEn: "Procedures of the postal catalog that had dossiers",
    values: {
      ...WITH_DOSSIERS,
      channel: "POST",
      readings: ["ANY", "RECEIVED", "RETURNED", "EITHER"],
      officialReading: "EITHER",
    },
    catalogs: [POSTAL],
    note: `${AMBIGUOUS_DOSSIER} Đã chọn: một trong hai chiều qua bưu chính.`,
  },
  T2A: {
    nameEn: "Dossiers received by public post",
    values: { ...SHARE, channel: "POST", leg: "IN", officialReading: "AGENCY" },
    catalogs: [POSTAL],
    note: `${AMBIGUOUS_BASE} Đã chọn: toàn bộ hồ sơ của cơ quan.`,
  },
  T2B: {
    nameEn: "Results returned by public post",
    values: { ...SHARE, channel: "POST", leg: "OUT", officialReading: "AGENCY" },
    catalogs: [POSTAL],
    note: `${AMBIGUOUS_BASE} Đã chọn: toàn bộ hồ sơ của cơ quan; mẫu số là hồ sơ đã tiếp nhận, đúng như văn bản.`,
  },
  T3: {
    nameEn: "Procedures at levels 3 and 4 that had dossiers",
    values: { ...WITH_DOSSIERS, channel: "ONLINE", readings: ["ANY", "RECEIVED"], officialReading: "RECEIVED" },
    catalogs: ONLINE,
    note: `${AMBIGUOUS_DOSSIER} Đã chọn: có hồ sơ nộp trực tuyến.`,
  },
  T4: {
    nameEn: "Dossiers filed online at level 3",
    values: { ...SHARE, ...LEVEL, level: 3, officialReading: "CATALOG" },
    catalogs: ONLINE,
    note: `${AMBIGUOUS_BASE} Đã chọn: hồ sơ của thủ tục được cung cấp ở mức độ 3.`,
  },
  T5: {
    nameEn: "Dossiers filed online at level 4",
    values: { ...SHARE, ...LEVEL, level: 4, officialReading: "CATALOG" },
    catalogs: ONLINE,
    note: `${AMBIGUOUS_BASE} Đã chọn: hồ sơ của thủ tục được cung cấp ở mức độ 4.`,
  },
};

/** The directive's six targets, and the catalogs that each is about. No points: those of the index were not found. */
export function targetSteps(facts: Facts): Step[] {
  return [
    { note: "Bộ chỉ tiêu theo chỉ đạo của UBND tỉnh", rows: [targetSet()] },
    { note: "Sáu chỉ tiêu theo chỉ đạo của UBND tỉnh", rows: facts.targets.map(criterion) },
    { note: "Danh mục của sáu chỉ tiêu", rows: facts.targets.flatMap(catalogs) },
  ];
}

function targetSet(): PlannedRow {
  return {
    resource: "TargetSet",
    key: DIRECTIVE_SET,
    create: {
      code: "CHI-DAO-2019",
      nameVi: "Chỉ tiêu cải thiện điểm chỉ số CCHC PAR INDEX theo chỉ đạo của UBND tỉnh",
      nameEn: "Targets of the directive on improving the PAR INDEX score",
      note: "Trang tin của tỉnh ngày 20/7/2019, không ghi số văn bản. Bộ chỉ tiêu này không chấm điểm.",
      ...DIRECTIVE,
    },
  };
}

export const criterionKey = (set: string, code: string): string => `criterion/${set}/${code}`;

function ruleOf(row: FactRow): Rule {
  const rule = RULES[must(row, "code")];
  if (rule === undefined) throw new Error(`How is ${row.code} computed?`);
  return rule;
}

function criterion(row: FactRow, index: number): PlannedRow {
  const { nameEn, values, note } = ruleOf(row);
  const code = must(row, "code");
  const create = {
    targetSet: ref(DIRECTIVE_SET),
    code,
    position: index + 1,
    nameVi: must(row, "name_vi"),
    nameEn,
    ...values,
    thresholdPercent: must(row, "target_percent"),
    attribution: "SETTLING",
    scoring: "NONE",
    note,
    ...DIRECTIVE,
  };
  return { resource: "Criterion", key: criterionKey(DIRECTIVE_SET, code), create };
}

function catalogs(row: FactRow): PlannedRow[] {
  const key = criterionKey(DIRECTIVE_SET, must(row, "code"));
  return ruleOf(row).catalogs.map((catalog) => ({
    resource: "CriterionCatalog",
    key: `${key}/${catalog}`,
    create: { criterion: ref(key), catalog: ref(catalog), ...DIRECTIVE },
  }));
}
