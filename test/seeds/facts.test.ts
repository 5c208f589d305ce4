import { readFacts } from "../../seeds/facts";
import { planFacts } from "../../seeds/load-facts";
import { faultsOf, refsOf, type PlannedRow } from "../../seeds/plan";
import { lastState, REORGANISATION, stateOn, unitFacts, type UnitFact } from "../../seeds/unit.facts";

const facts = readFacts();
const units = unitFacts(facts);
const plan = planFacts(facts);
const rows = plan.flatMap((step) => step.rows);

const creates = (resource: string) =>
  rows.filter((row): row is Extract<PlannedRow, { create: unknown }> => row.resource === resource && "create" in row);
const communesOn = (day: string, district?: string) =>
  units.filter((unit) => {
    const state = stateOn(unit, day);
    return state?.tier === "COMMUNE" && (district === undefined || state.parent === `unit/${district}`);
  });
const unit = (key: string): UnitFact => {
  const found = units.find((one) => one.key === key);
  if (found === undefined) throw new Error(key);
  return found;
};

describe("facts", () => {
  test("all rows of the files are read", () => {
    expect(facts.unitsUntil2025).toHaveLength(200);
    expect(facts.unitsFrom2025).toHaveLength(52);
    expect([facts.agencies, facts.decisions, facts.procedures].map(({ length }) => length)).toEqual([32, 13, 119]);
  });

  test("every text is NFC", () => {
    const texts = JSON.stringify([facts, [...facts.englishNames]]);
    expect(texts).toBe(texts.normalize("NFC"));
  });

  test("the plan can be written in its order", () => {
    expect(faultsOf(plan)).toEqual([]);
  });

  test("every row says where it comes from and how sure it is, and none is demo", () => {
    const resources = new Set(rows.map((row) => row.resource));
    expect([...resources].sort()).toEqual(["Agency", "Decision", "Procedure", "Sector", "Unit"]);
    for (const row of [...resources].flatMap(creates)) {
      expect(row.create.source).toMatch(/./);
      expect(["VERIFIED", "UNCHECKED"]).toContain(row.create.certainty);
    }
  });
});

describe("units", () => {
  test.each([
    ["2019-09-11", 180],
    ["2020-03-01", 173],
    ["2025-01-01", 168],
    ["2025-06-30", 168],
    [REORGANISATION, 51],
  ])("on %s there are %i communes", (day, count) => {
    expect(communesOn(day)).toHaveLength(count);
  });

  test.each([
    ["132", 17, 15, 14],
    ["133", 7, 14, 14],
    ["135", 24, 24, 24],
    ["136", 27, 25, 25],
    ["137", 14, 14, 14],
    ["138", 22, 21, 18],
    ["139", 12, 12, 12],
    ["140", 31, 24, 24],
    ["141", 26, 24, 23],
  ])("district %s counts its communes as the register does", (district, ...counts) => {
    expect(["2019-09-11", "2020-03-01", "2025-01-01"].map((day) => communesOn(day, district).length)).toEqual(counts);
  });

  test("no two units hold one code on one day", () => {
    const days = new Set(["2017-01-01"]);
    for (const { states, validTo } of units)
      for (const { from } of states) for (const day of [from, validTo]) if (day) days.add(day);
    for (const day of days) {
      const codes = units.filter((one) => stateOn(one, day) !== undefined).map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
    }
  });

  test("a unit that changes goes on as itself, a code that passes on is another unit", () => {
    expect(unit("unit/04624").states.map(({ name, kind, parent }) => [name, kind, parent])).toEqual([
      ["Nông trường Nghĩa Lộ", "TOWNSHIP", "unit/140"],
      ["Nghĩa Lộ", "COMMUNE", "unit/133"],
    ]);
    expect(unit("unit/04264").states.map(({ name }) => name)).toEqual(["Nguyễn Phúc", "Hồng Hà"]);
    expect(unit("unit/04267").validTo).toBe("2025-01-01");
    expect([unit("unit/04252"), unit(`unit/04252@${REORGANISATION}`)].map((one) => lastState(one).name)).toEqual([
      "Yên Ninh",
      "Yên Bái",
    ]);
    expect([unit("unit/15"), unit(`unit/15@${REORGANISATION}`)].map((one) => lastState(one).name)).toEqual([
      "Yên Bái",
      "Lào Cai",
    ]);
  });

  test("every commune of the last day of the districts goes on or names the one it went into", () => {
    for (const one of communesOn("2025-06-30")) expect((one.validTo === null) !== (one.successor !== null)).toBe(true);
    expect(communesOn("2025-06-30").filter(({ validTo }) => validTo === null)).toHaveLength(6);
    expect(unit("unit/15").successor).toBe(`unit/15@${REORGANISATION}`);
    expect(unit("unit/04516").successor).toBe(`unit/04498@${REORGANISATION}`); // Minh Quán
    expect(unit("unit/04567").successor).toBe(`unit/04543@${REORGANISATION}`); // Minh Quân
  });
});

describe("agencies and procedures", () => {
  test("every unit has one committee while it exists", () => {
    for (const day of ["2019-07-20", "2020-03-01", REORGANISATION]) {
      const existing = units.filter((one) => stateOn(one, day) !== undefined);
      const committees = creates("Agency").filter(({ create }) => {
        const begun = create.validFrom === null || String(create.validFrom) <= day;
        const going = create.validTo === null || String(create.validTo) > day;
        return String(create.kind).endsWith("_COMMITTEE") && begun && going;
      });
      const heads = committees.flatMap((row) => refsOf(row)).filter((key) => key.startsWith("unit/"));
      expect(heads.sort()).toEqual(existing.map(({ key }) => key).sort());
    }
  });

  test("communes of one name are told apart by their district", () => {
    const names = creates("Agency").map(({ create }) => create.name);
    expect(names).toContain("Ủy ban nhân dân xã Tân Thịnh (huyện Văn Chấn)");
    expect(names).toContain("Ủy ban nhân dân huyện Văn Yên");
  });

  test("the office of 2019 follows the one before it", () => {
    const office = creates("Agency").find(({ key }) => key === "agency/VPUB");
    expect(office?.create).toMatchObject({ successor: { ref: "agency/VPTH" }, validTo: "2019-01-01" });
  });

  test("119 procedures, 51 of them without a national code", () => {
    const procedures = creates("Procedure");
    expect(procedures).toHaveLength(119);
    expect(procedures.filter(({ create }) => create.code === null)).toHaveLength(51);
  });

  test("every procedure and sector has an English name, and every translation is of one of them", () => {
    const named = [...creates("Procedure"), ...creates("Sector")];
    expect(named.filter(({ create }) => create.nameEn === null).map(({ create }) => create.nameVi)).toEqual([]);
    expect(new Set(named.map(({ create }) => create.nameVi))).toEqual(new Set(facts.englishNames.keys()));
  });
});
