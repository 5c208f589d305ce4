import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { askUndo, change, fresh, make, refusals, undo } from "./change-speech";

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
  });
  afterAll(() => api.close());

  const sector = async (id: string) =>
    (await chi.data(`query($id: ID!) { sector(id: $id) { version nameVi nameEn code } }`, { id })).sector;
  const set = async (id: string, version: number, values: object): Promise<string> => {
    const result = await change(chi, "Sector", [{ update: { id, version, set: values } }]);
    expect(result.problems).toEqual([]);
    return result.changeSet!.id;
  };

  test("an undo of nothing, of a malformed id, of rows that are not there or by a reader is refused", async () => {
    const [id] = await make(chi, "Sector", { nameVi: fresh("Từ chối") });
    const at = await set(id, 1, { nameEn: "x" });
    const code = async (reply: Awaited<ReturnType<typeof askUndo>>) => reply.errors?.[0].extensions;
    expect(await code(await askUndo(chi, "abc"))).toMatchObject({ code: "BAD_INPUT", field: "id" });
    expect(await code(await askUndo(chi, "99999999"))).toMatchObject({ code: "NOT_FOUND", field: "id" });
    expect(await code(await askUndo(chi, at, { rows: [7] }))).toMatchObject({ code: "NOT_FOUND", field: "rows" });
    expect(await code(await askUndo(await api.as("an"), at))).toMatchObject({ code: "FORBIDDEN" });
    expect(await code(await askUndo(await api.as("tai"), at))).toMatchObject({ code: "FORBIDDEN" });
    expect(await code(await askUndo(api.nobody, at))).toMatchObject({ code: "SIGN_IN" });
    expect(await sector(id)).toMatchObject({ version: 2, nameEn: "x" });
  });

  test("a field that was changed since refuses the undo of the earlier change and is named", async () => {
    const [id] = await make(chi, "Sector", { nameVi: fresh("Sửa tiếp") });
    const first = await set(id, 1, { nameEn: "a" });
    await set(id, 2, { nameEn: "b" });
    const result = await undo(chi, first);
    expect(result.changeSet).toBeNull();
    expect(result.problems).toHaveLength(1);
    expect(result.problems[0]).toMatchObject({ id, code: "STALE", field: "nameEn" });
    expect(await sector(id)).toMatchObject({ version: 3, nameEn: "b" });
  });

  test("an undone update gives the fields back and leaves later changes of other fields alone", async () => {
    const [id] = await make(chi, "Sector", { nameVi: fresh("Hoàn tác"), nameEn: "before" });
    const first = await set(id, 1, { nameEn: "after" });
    const code = fresh("U").replace(" ", "");
    await set(id, 2, { code });
    const result = await undo(chi, first, { note: "nhầm" });
    expect(result.changeSet).toMatchObject({ source: "UNDO", note: "nhầm", rowCount: 1 });
    expect(result.rows).toEqual([
      {
        index: 0,
        id,
        version: 4,
        action: "UPDATE",
        cells: [{ field: "nameEn", before: "after", after: "before" }],
      },
    ]);
    expect(await sector(id)).toMatchObject({ version: 4, nameEn: "before", code });
    const { changeSet } = await chi.data(`query($id: ID!) { changeSet(id: $id) { undoes { id } } }`, {
      id: result.changeSet!.id,
    });
    expect(changeSet.undoes.id).toBe(first);
  });

  test("two changes of one field are undone latest first", async () => {
    const [id] = await make(chi, "Sector", { nameVi: fresh("Thứ tự"), nameEn: "0" });
    const a = await set(id, 1, { nameEn: "A" });
    const b = await set(id, 2, { nameEn: "B" });
    expect((await undo(chi, b)).problems).toEqual([]);
    expect((await undo(chi, a)).problems).toEqual([]);
    expect(await sector(id)).toMatchObject({ version: 5, nameEn: "0" });
  });

  test("an undone deletion brings the row back under its id, and its version goes on", async () => {
    const [id] = await make(chi, "Sector", { nameVi: fresh("Bị xóa"), nameEn: "Gone" });
    await set(id, 1, { code: fresh("D").replace(" ", "") });
    const gone = await change(chi, "Sector", [{ delete: { id, version: 2 } }]);
    expect(await sector(id)).toBeNull();
    const back = await undo(chi, gone.changeSet!.id);
    expect(back.rows[0]).toMatchObject({ id, version: 3, action: "CREATE" });
    expect(await sector(id)).toMatchObject({ version: 3, nameEn: "Gone" });
    const twice = await undo(chi, gone.changeSet!.id);
    expect(twice.problems[0]).toMatchObject({ id, code: "NOT_FOUND" });
  });

  test("an undone deletion is refused where another row has taken the name", async () => {
    const nameVi = fresh("Tên bị chiếm");
    const [id] = await make(chi, "Sector", { nameVi });
    const gone = await change(chi, "Sector", [{ delete: { id, version: 1 } }]);
    await make(chi, "Sector", { nameVi });
    expect(refusals(await undo(chi, gone.changeSet!.id))).toEqual([[0, "NOT_UNIQUE", "nameVi"]]);
  });

  test("an undone creation is refused while others refer to the row, and once a field was filled in since", async () => {
    const made = await change(chi, "Sector", [{ create: { nameVi: fresh("Được dùng") } }]);
    const [procedure] = await make(chi, "Procedure", {
      nameVi: fresh("Thủ tục"),
      sector: made.rows[0].id,
      tiers: ["COMMUNE"],
      status: "IN_FORCE",
    });
    const refused = await undo(chi, made.changeSet!.id);
    expect(refusals(refused)).toEqual([[0, "IN_USE", "id"]]);
    expect(refused.problems[0].messageVi).toContain("thủ tục hành chính");
    await change(chi, "Procedure", [{ delete: { id: procedure, version: 1 } }]);
    await set(made.rows[0].id, 1, { nameEn: "filled in" });
    expect((await undo(chi, made.changeSet!.id)).problems[0]).toMatchObject({ code: "STALE", field: "nameEn" });
    await set(made.rows[0].id, 2, { nameEn: null });
    expect((await undo(chi, made.changeSet!.id)).rows[0]).toMatchObject({ action: "DELETE", version: null });
    expect(await sector(made.rows[0].id)).toBeNull();
  });

  test("an undo is undone by its own change set", async () => {
    const [id] = await make(chi, "Sector", { nameVi: fresh("Hai lần"), nameEn: "old" });
    const first = await set(id, 1, { nameEn: "new" });
    const back = await undo(chi, first);
    const forth = await undo(chi, back.changeSet!.id);
    expect(forth.rows[0].cells).toEqual([{ field: "nameEn", before: "old", after: "new" }]);
    expect(await sector(id)).toMatchObject({ version: 4, nameEn: "new" });
  });

  test("chosen rows are undone and the others stay; good rows are undone where some changed since", async () => {
    const ids = await make(chi, "Sector", ...["a", "b", "c"].map((x) => ({ nameVi: fresh(`Dòng ${x}`) })));
    const result = await change(
      chi,
      "Sector",
      ids.map((id, i) => ({ update: { id, version: 1, set: { nameEn: `row ${i}` } } })),
    );
    expect((await undo(chi, result.changeSet!.id, { rows: [1] })).rows.map((r) => r.id)).toEqual([ids[1]]);
    expect(await Promise.all(ids.map(async (id) => (await sector(id)).nameEn))).toEqual(["row 0", null, "row 2"]);
    await set(ids[2], 2, { nameEn: "later" });
    expect((await undo(chi, result.changeSet!.id)).changeSet).toBeNull();
    const good = await undo(chi, result.changeSet!.id, { mode: "GOOD_ROWS" });
    expect(good.rows.map((r) => r.id)).toEqual([ids[0]]);
    expect(good.problems.map((p) => p.id).sort()).toEqual([ids[1], ids[2]].sort());
    expect(await Promise.all(ids.map(async (id) => (await sector(id)).nameEn))).toEqual([null, null, "later"]);
  });

  test("a trial of an undo writes nothing", async () => {
    const [id] = await make(chi, "Sector", { nameVi: fresh("Thử hoàn tác") });
    const at = await set(id, 1, { nameEn: "x" });
    const tried = await undo(chi, at, { dryRun: true });
    expect(tried.changeSet).toBeNull();
    expect(tried.rows[0].cells).toEqual([{ field: "nameEn", before: "x", after: null }]);
    expect(await sector(id)).toMatchObject({ version: 2, nameEn: "x" });
  });

  test("an identity and its states go and come back together, whichever of their rows was chosen", async () => {
    const create = { name: fresh("Xã"), kind: "COMMUNE", tier: "COMMUNE", validFrom: "2010-01-01" };
    const made = await change(chi, "Unit", [{ create }]);
    const { id } = made.rows[0];
    const states = async () =>
      Number((await api.app.database.read("SELECT COUNT(*) FROM unit_state WHERE unit_id = ?", [Number(id)]))[0][0]);
    for (const rows of [[0], [1]]) {
      const tried = await undo(chi, made.changeSet!.id, { rows, dryRun: true });
      expect(tried.problems).toEqual([]);
      expect(tried.rows).toHaveLength(1);
      expect(tried.rows[0]).toMatchObject({ id, action: "DELETE", version: null });
    }
    const opened = await change(chi, "Unit", [
      { update: { id, version: 1, from: "2015-01-01", set: { name: "Tên mới" } } },
    ]);
    expect(await states()).toBe(2);
    const closed = await undo(chi, opened.changeSet!.id);
    expect(closed.problems).toEqual([]);
    expect(await states()).toBe(1);
    const gone = await undo(chi, made.changeSet!.id);
    expect(gone.rows).toHaveLength(1);
    expect(gone.rows[0]).toMatchObject({ id, action: "DELETE", version: null });
    expect(await states()).toBe(0);
    const back = await undo(chi, gone.changeSet!.id);
    expect(back.rows[0]).toMatchObject({ id, action: "CREATE" });
    const { unit } = await chi.data(
      `query($id: ID!) { unit(id: $id) { version name validFrom states { total items { name validFrom validTo } } } }`,
      { id },
    );
    expect(unit).toMatchObject({ name: create.name, validFrom: "2010-01-01", states: { total: 1 } });
    expect(unit.version).toBeGreaterThan(3);
  });

  test("what a person may not change they may not undo, and a replaced password is not brought back", async () => {
    const quan = await api.as("quan");
    const person = {
      name: "Mới",
      email: `${fresh("u").replace(" ", "")}@test.example`,
      roles: ["LEADER"],
      isActive: true,
    };
    const made = await change(quan, "Person", [{ create: person }]);
    expect((await askUndo(chi, made.changeSet!.id)).errors?.[0].extensions).toMatchObject({ code: "FORBIDDEN" });
    const { id } = made.rows[0];
    const update = { id, version: 1, set: { password: "một mật khẩu đủ dài" } };
    const secret = await change(quan, "Person", [{ update }]);
    expect(secret.changeSet?.rowCount).toBe(1);
    const undone = await undo(quan, secret.changeSet!.id);
    expect(undone.changeSet).toBeNull();
    expect(undone.problems[0]).toMatchObject({ id, code: "NOT_FOUND" });
    expect(undone.problems[0].messageVi).toContain("mật khẩu");
    const renamed = await change(quan, "Person", [
      { update: { id, version: 2, set: { name: "Tên khác", password: "một mật khẩu khác dài" } } },
    ]);
    expect((await undo(quan, renamed.changeSet!.id)).rows[0].cells).toEqual([
      { field: "name", before: "Tên khác", after: "Mới" },
    ]);
    expect((await undo(quan, made.changeSet!.id)).rows[0]).toMatchObject({ action: "DELETE" });
  });
});
