import { criterionRules, readBand } from "../../server/target/criterion.rules";
import { change, fresh, make, refusals } from "../change/change-speech";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";

const CONTEXT = { before: null, action: "CREATE", note: null } as const;

const DOSSIERS = {
  measure: "DOSSIERS",
  channel: "POST",
  leg: "IN",
  base: "RECEIVED",
  readings: ["AGENCY", "CATALOG"],
  officialReading: "AGENCY",
  thresholdPercent: "15",
  attribution: "SETTLING",
  scoring: "NONE",
};
const PROCEDURES = {
  ...DOSSIERS,
  measure: "PROCEDURES",
  leg: null,
  readings: ["ANY", "EITHER"],
  officialReading: "ANY",
};

const said = (row: Record<string, unknown>) =>
  criterionRules.flatMap((rule) => rule(row, CONTEXT)).map(({ field, reason }) => `${field}: ${reason}`);

describe("a criterion by itself", () => {
  it.each([
    ["dossiers on a leg", DOSSIERS, []],
    ["procedures without a leg", PROCEDURES, []],
    ["dossiers without a leg", { ...DOSSIERS, leg: null }, ["leg: dossiersNeedLeg"]],
    [
      "an official reading that is none of its readings",
      { ...DOSSIERS, readings: ["AGENCY"], officialReading: "CATALOG" },
      ["officialReading: officialNotAmongReadings"],
    ],
    [
      "a reading of procedures on dossiers",
      { ...DOSSIERS, readings: ["AGENCY", "ANY"] },
      ["readings: readingsOfDossiers"],
    ],
    [
      "a reading of dossiers on procedures",
      { ...PROCEDURES, readings: ["ANY", "CATALOG"] },
      ["readings: readingsOfProcedures"],
    ],
    ["a level without its scheme", { ...DOSSIERS, level: 3 }, ["levelScheme: levelNeedsScheme"]],
    ["scoring without points", { ...DOSSIERS, scoring: "ALL_OR_NOTHING" }, ["points: scoringNeedsPoints"]],
    ["bands that are not there", { ...DOSSIERS, scoring: "BANDS", points: "1" }, ["bands: bandsNeeded"]],
    ["bands from the highest down", { ...DOSSIERS, scoring: "BANDS", points: "1", bands: ["60: 1", "40: 0,5"] }, []],
    [
      "bands from the lowest up",
      { ...DOSSIERS, scoring: "BANDS", points: "1", bands: ["40: 0.5", "60: 1"] },
      ["bands: bandsNotFalling"],
    ],
    [
      "one percentage twice",
      { ...DOSSIERS, scoring: "BANDS", points: "1", bands: ["60: 1", "60.0: 0.5"] },
      ["bands: bandsNotFalling"],
    ],
    [
      "a lower band with more points",
      { ...DOSSIERS, scoring: "BANDS", points: "1", bands: ["60: 0.5", "40: 1"] },
      ["bands: bandPointsRise"],
    ],
    [
      "a band above the points in full",
      { ...DOSSIERS, scoring: "BANDS", points: "1", bands: ["60: 1.5"] },
      ["bands: bandAbovePoints"],
    ],
    [
      "a band that is no band",
      { ...DOSSIERS, scoring: "BANDS", points: "1", bands: ["trên 60"] },
      ["bands: bandUnreadable"],
    ],
  ])("%s", (_, row, problems) => expect(said(row)).toEqual(problems));

  it("reads bands with a point or a comma, with or without the sign of percent, and nothing else", () => {
    expect(readBand("62,5: 0,25")).toEqual({ percent: "62.5", points: "0.25" });
    expect(readBand(" 60 % : 1 ")).toEqual({ percent: "60", points: "1" });
    for (const text of ["", "60", "60: ", ": 1", "60 1", "-60: 1", "60: -1", "60: 1: 2", "sáu mươi: 1"])
      expect([text, readBand(text)]).toEqual([text, null]);
  });
});

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
  });
  afterAll(() => api.close());

  test("what a criterion breaks is refused with its field, and told in both languages", async () => {
    const [targetSet] = await make(chi, "TargetSet", { code: fresh("B").replace(" ", "-"), nameVi: fresh("Bộ") });
    const base = { ...DOSSIERS, targetSet, nameVi: "Hồ sơ qua bưu chính" };
    const result = await change(chi, "Criterion", [
      { create: { ...base, code: "A", leg: null } },
      { create: { ...base, code: "B", readings: ["CATALOG"] } },
      { create: { ...base, code: "C", scoring: "BANDS", points: "1", bands: ["40: 0.5", "60: 1"] } },
    ]);
    expect(refusals(result)).toEqual([
      [0, "REQUIRED", "leg"],
      [1, "BAD_INPUT", "officialReading"],
      [2, "BAD_INPUT", "bands"],
    ]);
    const [, , bands] = result.problems;
    expect(bands.messageVi).toBe(
      "Bậc “60: 1” đứng sau bậc “40: 0.5” nên phải có phần trăm thấp hơn. Hãy xếp các bậc từ cao xuống thấp.",
    );
    expect(bands.messageEn).toContain("lower percentage");
  });
});
