import { ONLINE_2017, ONLINE_2018, POSTAL } from "./catalog.demo";
import { DEMO, ref, type PlannedRow, type PlannedValues, type Step } from "./plan";
import { criterionKey } from "./target.facts";

const EXAMPLE_SET = "targetSet/example";

/** Each way of scoring once, with invented points: what an office enters from a rubric looks like this. */
const EXAMPLES: readonly { code: string; values: PlannedValues; catalogs: readonly string[] }[] = [
  {
    code: "VD1",
    values: {
      nameVi: "Ví dụ chấm theo bậc: TTHC trong danh mục BCCI có phát sinh hồ sơ",
      nameEn: "Example of bands: procedures of the postal catalog with dossiers",
      measure: "PROCEDURES",
      channel: "POST",
      readings: ["EITHER"],
      officialReading: "EITHER",
      thresholdPercent: "50",
      scoring: "BANDS",
      points: "1",
      bands: ["50: 1", "30: 0.5"],
    },
    catalogs: [POSTAL],
  },
  {
    code: "VD2",
    values: {
      nameVi: "Ví dụ chấm theo tỷ lệ: hồ sơ tiếp nhận qua BCCI",
      nameEn: "Example of capped proportion: dossiers received by public post",
      measure: "DOSSIERS",
      channel: "POST",
      leg: "IN",
      readings: ["AGENCY"],
      officialReading: "AGENCY",
      thresholdPercent: "15",
      scoring: "CAPPED_LINEAR",
      points: "0.5",
    },
    catalogs: [POSTAL],
  },
  {
    code: "VD3",
    values: {
      nameVi: "Ví dụ đạt thì trọn điểm: hồ sơ trực tuyến mức độ 4",
      nameEn: "Example of all or nothing: dossiers filed online at level 4",
      measure: "DOSSIERS",
      channel: "ONLINE",
      leg: "IN",
      level: 4,
      levelScheme: "ND43_2011",
      readings: ["CATALOG"],
      officialReading: "CATALOG",
      thresholdPercent: "30",
      scoring: "ALL_OR_NOTHING",
      points: "1",
    },
    catalogs: [ONLINE_2017, ONLINE_2018],
  },
];

/** An example of a set with points. It holds from 2020 on, so that it stands beside the directive's and not before it. */
export function exampleTargetSteps(): Step[] {
  const keyed = EXAMPLES.map((example) => ({ ...example, key: criterionKey(EXAMPLE_SET, example.code) }));
  return [
    { note: "Bộ chỉ tiêu có điểm (minh họa)", rows: [exampleSet()] },
    {
      note: "Chỉ tiêu có điểm (minh họa)",
      rows: keyed.map(({ key, code, values }, index) => ({
        resource: "Criterion",
        key,
        create: {
          targetSet: ref(EXAMPLE_SET),
          code,
          position: index + 1,
          base: "RECEIVED",
          attribution: "SETTLING",
          ...values,
          ...DEMO,
        },
      })),
    },
    {
      note: "Danh mục của chỉ tiêu có điểm (minh họa)",
      rows: keyed.flatMap(({ key, catalogs }) =>
        catalogs.map((catalog) => ({
          resource: "CriterionCatalog",
          key: `${key}/${catalog}`,
          create: { criterion: ref(key), catalog: ref(catalog), ...DEMO },
        })),
      ),
    },
  ];
}

function exampleSet(): PlannedRow {
  return {
    resource: "TargetSet",
    key: EXAMPLE_SET,
    create: {
      code: "VI-DU",
      nameVi: "Ví dụ bộ chỉ tiêu có chấm điểm (minh họa)",
      nameEn: "Example of a target set with points (demo)",
      validFrom: "2020-01-01",
      note: "Điểm và bậc điểm là minh họa, không phải thang điểm PAR INDEX.",
      ...DEMO,
    },
  };
}
