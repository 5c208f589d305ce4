import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { askChange, change, fresh, make, refusals } from "./change-speech";

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
  });
  afterAll(() => api.close());

  const count = async (table: string): Promise<number> =>
    Number((await api.app.database.read(`SELECT COUNT(*) FROM ${table}`))[0][0]);
  const sectorNamed = async (nameVi: string) =>
    (
      await chi.data(`query($n: String) { sectors(filter: { nameVi: { eq: $n } }) { items { id version } } }`, {
        n: nameVi,
      })
    ).sectors.items as { id: string; version: number }[];

  test("a change needs exactly one of create, update and delete", async () => {
    for (const odd of [{ create: { nameVi: "x" }, delete: { id: "1", version: 1 } }, {}, null, { upsert: {} }]) {
      const reply = await askChange(chi, "Sector", [odd as object]);
      expect(reply.data.result.problems).toMatchObject([{ index: 0, code: "BAD_INPUT" }]);
    }
    const literal = await chi.ask(`mutation { changeSectors(changes: [{}]) { changeSet { id } } }`);
    expect(literal.errors?.[0].extensions.code).toBe("BAD_INPUT");
  });

  test("nobody changes anything without signing in, and no note is longer than a thousand characters", async () => {
    const reply = await askChange(api.nobody, "Sector", [{ create: { nameVi: "x" } }]);
    expect(reply.errors?.[0].extensions.code).toBe("SIGN_IN");
    const long = await askChange(chi, "Sector", [{ create: { nameVi: "x" } }], { note: "x".repeat(1001) });
    expect(long.errors?.[0].extensions).toMatchObject({ code: "LIMIT", field: "note" });
    expect(await sectorNamed("x")).toEqual([]);
  });

  test("what is missing or unreadable is a problem of its row, and all or none keeps nothing of the batch", async () => {
    const good = fresh("Hộ tịch");
    const result = await change(chi, "Sector", [
      { create: { nameVi: good } },
      { create: { nameEn: "no Vietnamese name" } },
      { create: { nameVi: fresh("Tên"), code: " x " } },
      { update: { id: "không", version: 1, set: { nameVi: "y" } } },
      { delete: { id: "999999999", version: 1 } },
    ]);
    expect(result.changeSet).toBeNull();
    expect(result.rows).toEqual([]);
    expect(refusals(result)).toEqual([
      [2, "BAD_INPUT", "code"],
      [3, "BAD_INPUT", "id"],
    ]);
    for (const p of result.problems) expect([p.messageVi.length > 10, p.messageEn.length > 10]).toEqual([true, true]);
    expect(await sectorNamed(good)).toEqual([]);
    const second = await change(chi, "Sector", [
      { create: { nameVi: good } },
      { create: { nameEn: "no Vietnamese name" } },
      { delete: { id: "999999999", version: 1 } },
    ]);
    expect(refusals(second)).toEqual([
      [1, "REQUIRED", "nameVi"],
      [2, "NOT_FOUND", "id"],
    ]);
    expect(await sectorNamed(good)).toEqual([]);
  });

  test("an empty name is no name", async () => {
    expect(refusals(await change(chi, "Sector", [{ create: { nameVi: "" } }]))).toEqual([[0, "REQUIRED", "nameVi"]]);
    const [id] = await make(chi, "Sector", { nameVi: fresh("Có tên") });
    for (const nameVi of ["", null])
      expect(refusals(await change(chi, "Sector", [{ update: { id, version: 1, set: { nameVi } } }]))).toEqual([
        [0, "REQUIRED", "nameVi"],
      ]);
  });

  test("one row twice in a batch is refused", async () => {
    const [id] = await make(chi, "Sector", { nameVi: fresh("Hai lần") });
    const result = await change(chi, "Sector", [
      { update: { id, version: 1, set: { nameEn: "a" } } },
      { delete: { id, version: 1 } },
    ]);
    expect(refusals(result)).toEqual([[1, "BAD_INPUT", "id"]]);
  });

  test("good rows are written where that is asked for, and every refused row is named", async () => {
    const taken = fresh("Đã có");
    const [old] = await make(chi, "Sector", { nameVi: taken });
    const [a, b] = [fresh("Tốt"), fresh("Tốt")];
    const result = await change(
      chi,
      "Sector",
      [
        { create: { nameVi: a } },
        { create: { nameVi: taken } },
        { create: { nameVi: b } },
        { create: { nameVi: b } },
        { update: { id: old, version: 7, set: { nameEn: "x" } } },
        { create: { code: "no name" } },
      ],
      { mode: "GOOD_ROWS", note: "dòng tốt" },
    );
    expect(refusals(result).sort()).toEqual([
      [1, "NOT_UNIQUE", "nameVi"],
      [3, "NOT_UNIQUE", "nameVi"],
      [4, "STALE", "version"],
      [5, "REQUIRED", "nameVi"],
    ]);
    expect(result.rows.map((r) => r.index)).toEqual([0, 2]);
    expect(result.changeSet).toMatchObject({ note: "dòng tốt", rowCount: 2, source: "API" });
    expect(await sectorNamed(b)).toHaveLength(1);
  });

  test("good rows leave out those that overlap, repeat a code on one day or close a cycle", async () => {
    const [parent] = await make(chi, "Unit", unit(fresh("Huyện"), { code: "9001" }));
    const units = await change(
      chi,
      "Unit",
      [
        { create: unit(fresh("Xã"), { code: "9001" }) },
        { create: unit(fresh("Xã"), { code: "9002", parent }) },
        { create: unit(fresh("Xã"), { code: "9002" }) },
        { update: { id: parent, version: 1, set: { parent } } },
      ],
      { mode: "GOOD_ROWS" },
    );
    expect(refusals(units)).toEqual([
      [0, "NOT_UNIQUE", "code"],
      [2, "NOT_UNIQUE", "code"],
      [3, "CYCLE", "parent"],
    ]);
    expect(units.rows.map((r) => r.index)).toEqual([1]);
  });

  test("a dry run says what would happen, writes nothing and takes nothing from the next change", async () => {
    const [id] = await make(chi, "Sector", { nameVi: fresh("Thử") });
    const before = [await count("sector"), await count("change_set"), await count("change_row")];
    const name = fresh("Chạy thử");
    const tried = await change(
      chi,
      "Sector",
      [{ create: { nameVi: name } }, { update: { id, version: 1, set: { nameEn: "Trial" } } }],
      { dryRun: true, key: fresh("dry-run").replace(" ", "-") },
    );
    expect(tried.changeSet).toBeNull();
    expect(tried.problems).toEqual([]);
    expect(tried.rows[1]).toMatchObject({ id, version: 2, cells: [{ field: "nameEn", before: null, after: "Trial" }] });
    expect([await count("sector"), await count("change_set"), await count("change_row")]).toEqual(before);
    const real = await change(chi, "Sector", [
      { create: { nameVi: name } },
      { update: { id, version: 1, set: { nameEn: "Trial" } } },
    ]);
    expect(real.problems).toEqual([]);
    expect(real.rows[0].id).not.toBe(tried.rows[0].id);
    const refused = await change(chi, "Sector", [{ create: { nameVi: name } }], { dryRun: true });
    expect(refusals(refused)).toEqual([[0, "NOT_UNIQUE", "nameVi"]]);
  });

  test("equal values make no change set and raise no version", async () => {
    const nameVi = fresh("Như cũ");
    const [id] = await make(chi, "Sector", { nameVi, nameEn: "Same" });
    const sets = await count("change_set");
    const result = await change(chi, "Sector", [{ update: { id, version: 1, set: { nameVi, nameEn: "Same" } } }]);
    expect(result).toMatchObject({ changeSet: null, problems: [], rows: [{ id, version: 1, cells: [] }] });
    expect(await count("change_set")).toBe(sets);
    expect(await sectorNamed(nameVi)).toEqual([{ id, version: 1 }]);
  });

  test("history holds only the fields that changed, with who, when and why", async () => {
    const [id] = await make(chi, "Sector", { nameVi: fresh("Có sử"), code: fresh("S").replace(" ", "") });
    await change(chi, "Sector", [{ update: { id, version: 1, set: { nameEn: "History" } } }], { note: "thêm tên" });
    const { sector } = await chi.data(
      `query($id: ID!) { sector(id: $id) { version history { total items {
        action before after versionBefore versionAfter changeSet { note person { name } at } } } } }`,
      { id },
    );
    expect(sector.version).toBe(2);
    expect(sector.history.total).toBe(2);
    const [latest, first] = sector.history.items;
    expect(latest).toMatchObject({
      action: "UPDATE",
      before: { nameEn: null },
      after: { nameEn: "History" },
      versionBefore: 1,
      versionAfter: 2,
      changeSet: { note: "thêm tên", person: { name: "Chi" } },
    });
    expect(Object.keys(latest.after)).toEqual(["nameEn"]);
    expect(latest.changeSet.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(Object.keys(first.after).sort()).toEqual(["code", "nameVi"]);
  });

  test("two rows swap their unique codes in one batch, and a code given up is free for another row", async () => {
    const [x, y, z] = ["X", "Y", "Z"].map((c) => fresh(c).replace(" ", ""));
    const [a, b] = await make(chi, "Sector", { nameVi: fresh("A"), code: x }, { nameVi: fresh("B"), code: y });
    const swapped = await change(chi, "Sector", [
      { update: { id: a, version: 1, set: { code: y } } },
      { update: { id: b, version: 1, set: { code: x } } },
    ]);
    expect(swapped.problems).toEqual([]);
    const moved = await change(chi, "Sector", [
      { update: { id: a, version: 2, set: { code: x } } },
      { update: { id: b, version: 2, set: { code: z } } },
    ]);
    expect(moved.problems).toEqual([]);
    const { sectors } = await chi.data(
      `query($ids: [ID!]) { sectors(filter: { id: { in: $ids } }, sort: [{ id: ASC }]) {
      items { code version } } }`,
      { ids: [a, b] },
    );
    expect(sectors.items).toEqual([
      { code: x, version: 3 },
      { code: z, version: 3 },
    ]);
  });

  test("what others refer to is not deleted, and whoever refers is named", async () => {
    const [sector] = await make(chi, "Sector", { nameVi: fresh("Đang dùng") });
    await make(chi, "Procedure", { nameVi: fresh("Thủ tục"), sector, tiers: ["COMMUNE"], status: "IN_FORCE" });
    const result = await change(chi, "Sector", [{ delete: { id: sector, version: 1 } }]);
    expect(refusals(result)).toEqual([[0, "IN_USE", "id"]]);
    expect(result.problems[0].messageVi).toContain("thủ tục hành chính");
    expect(result.problems[0].messageEn).toContain("procedure");
  });
});

const unit = (name: string, more: object) => ({ name, kind: "COMMUNE", tier: "COMMUNE", ...more });
