import { levelProblems } from "../../server/procedure/channel.rules";
import { competenceProblems } from "../../server/procedure/procedure.rules";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { change, fresh, make, refusals } from "../change/change-speech";

const context = { before: null, action: "CREATE", note: null } as const;

test("a level means nothing without its scheme, nor a scheme without a level", () => {
  const found = (row: object) => levelProblems(row as never, context).map((p) => [p.code, p.field]);
  expect(found({ level: 3 })).toEqual([["REQUIRED", "levelScheme"]]);
  expect(found({ levelScheme: "ND43_2011" })).toEqual([["REQUIRED", "level"]]);
  expect(found({ level: 3, levelScheme: "ND43_2011" })).toEqual([]);
  expect(found({})).toEqual([]);
});

test("a procedure is settled on at least one tier", () => {
  expect(competenceProblems({ tiers: [] }, context).map((p) => [p.code, p.field])).toEqual([["REQUIRED", "tiers"]]);
  expect(competenceProblems({ tiers: ["COMMUNE"] }, context)).toEqual([]);
});

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  let sector: string;
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
    [sector] = await make(chi, "Sector", { nameVi: "Hộ tịch" });
  });
  afterAll(() => api.close());

  const aProcedure = (more: object = {}) => ({
    nameVi: fresh("Đăng ký khai sinh"),
    sector,
    tiers: ["COMMUNE"],
    status: "IN_FORCE",
    ...more,
  });

  test("what is missing, malformed or not there is named, all of a row at once", async () => {
    const missing = await change(chi, "Procedure", [{ create: {} }]);
    expect(
      refusals(missing)
        .map(([, code, field]) => `${code} ${field}`)
        .sort(),
    ).toEqual(["REQUIRED nameVi", "REQUIRED sector", "REQUIRED status", "REQUIRED tiers"]);
    const result = await change(
      chi,
      "Procedure",
      [
        { create: aProcedure({ sector: "999999" }) },
        { create: aProcedure({ agency: "999999" }) },
        { create: aProcedure({ tiers: [] }) },
        { create: aProcedure({ code: "1001193" }) },
        { create: aProcedure({ code: "1.001193.000.00.00.H19" }) },
        { create: aProcedure() },
      ],
      { mode: "GOOD_ROWS" },
    );
    expect(refusals(result)).toEqual([
      [0, "NOT_FOUND", "sector"],
      [1, "NOT_FOUND", "agency"],
      [2, "REQUIRED", "tiers"],
      [3, "BAD_INPUT", "code"],
    ]);
    expect(result.rows.map((r) => r.index)).toEqual([4, 5]);
  });

  test("it may have no national code, and legacy codes as they were, and is found by any of its lists", async () => {
    const legacyCodes = ["T-YBI-123456-TT", "0012"];
    const [id] = await make(chi, "Procedure", aProcedure({ legacyCodes, tiers: ["DISTRICT", "COMMUNE"] }));
    const { procedure, byCode, byTier, byPart } = await chi.data(
      `query($id: ID!) {
        procedure(id: $id) { code legacyCodes tiers legalBases }
        byCode: procedures(filter: { legacyCodes: { has: "0012" } }) { items { id } }
        byTier: procedures(filter: { tiers: { has: DISTRICT } }) { items { id } }
        byPart: procedures(filter: { legacyCodes: { has: "001" } }) { total }
      }`,
      { id },
    );
    expect(procedure).toEqual({ code: null, legacyCodes, tiers: ["DISTRICT", "COMMUNE"], legalBases: null });
    expect([byCode.items, byTier.items, byPart.total]).toEqual([[{ id }], [{ id }], 0]);
    const same = await change(chi, "Procedure", [
      { update: { id, version: 1, set: { legacyCodes: [...legacyCodes] } } },
    ]);
    expect(same.changeSet).toBeNull();
  });

  test("its competence and name are those of the day, in lists, filters and behind references", async () => {
    const [old, now] = await make(
      chi,
      "Agency",
      { name: "Phòng Tư pháp", kind: "DISTRICT_DIVISION" },
      { name: "UBND xã", kind: "COMMUNE_COMMITTEE" },
    );
    const [id] = await make(
      chi,
      "Procedure",
      aProcedure({ agency: old, nameVi: "Tên năm 2016", validFrom: "2016-01-01" }),
    );
    const opened = await change(chi, "Procedure", [
      { update: { id, version: 1, from: "2019-01-01", set: { agency: now, nameVi: "Tên năm 2019" } } },
    ]);
    expect(opened.problems).toEqual([]);
    const query = `query($on: Date, $a: ID!) {
      procedures(filter: { agency: { eq: $a } }, asOf: $on) { items { nameVi agency { name } } }
      agency(id: $a, asOf: $on) { procedures { total items { nameVi } } }
      sectors(asOf: $on) { items { procedures(filter: { nameVi: { contains: "Tên năm" } }) { items { nameVi } } } }
    }`;
    const before = await chi.data(query, { on: "2018-12-31", a: old });
    expect(before.procedures.items).toEqual([{ nameVi: "Tên năm 2016", agency: { name: "Phòng Tư pháp" } }]);
    expect(before.agency.procedures).toEqual({ total: 1, items: [{ nameVi: "Tên năm 2016" }] });
    expect(before.sectors.items[0].procedures.items).toEqual([{ nameVi: "Tên năm 2016" }]);
    const after = await chi.data(query, { on: null, a: old });
    expect([after.procedures.items, after.agency.procedures.total]).toEqual([[], 0]);
    expect(after.sectors.items[0].procedures.items).toEqual([{ nameVi: "Tên năm 2019" }]);
  });

  test("a channel stands once on one day for a procedure and leg, and its procedure is not changed", async () => {
    const [procedure, other] = await make(chi, "Procedure", aProcedure(), aProcedure());
    const post = { procedure, channel: "POST", leg: "IN" };
    const result = await change(
      chi,
      "Channel",
      [
        { create: { ...post, validTo: "2019-01-01", workingDays: 5 } },
        { create: { ...post, validFrom: "2019-01-01" } },
        { create: { ...post, validFrom: "2018-12-31" } },
        { create: { ...post, leg: "OUT" } },
        { create: { ...post, channel: "ONLINE", level: 3 } },
        { create: { ...post, channel: "COUNTER", workingDays: -1 } },
        { create: { ...post, channel: "COUNTER", validFrom: "2019-02-01", validTo: "2019-01-01" } },
      ],
      { mode: "GOOD_ROWS" },
    );
    expect(refusals(result)).toEqual([
      [2, "OVERLAP", "validFrom"],
      [4, "REQUIRED", "levelScheme"],
      [5, "BAD_INPUT", "workingDays"],
      [6, "OUTSIDE_VALIDITY", "validTo"],
    ]);
    const { id } = result.rows[0];
    const moved = await change(chi, "Channel", [{ update: { id, version: 1, set: { procedure: other } } }]);
    expect(refusals(moved)).toEqual([[0, "BAD_INPUT", "procedure"]]);
    const longer = await change(chi, "Channel", [{ update: { id, version: 1, set: { validTo: null } } }]);
    expect(refusals(longer)).toEqual([[0, "OVERLAP", "validFrom"]]);
  });
});
