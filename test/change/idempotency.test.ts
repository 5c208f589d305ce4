import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { askChange, change, fresh, make, refusals, type Result } from "./change-speech";

const aKey = (): string => fresh("key").replace(" ", "-");

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
  });
  afterAll(() => api.close());

  const setsUnder = async (key: string): Promise<number> =>
    Number((await api.app.database.read("SELECT COUNT(*) FROM change_set WHERE request_key = ?", [key]))[0][0]);

  test("a key that is too long or not printable is refused", async () => {
    for (const key of ["", "x".repeat(101), "có dấu", "a b"]) {
      const reply = await askChange(chi, "Sector", [{ create: { nameVi: fresh("K") } }], { key });
      expect(reply.errors?.[0].extensions).toMatchObject({ code: "BAD_INPUT", field: "key" });
    }
  });

  test("a key used for another content is refused, and nothing is written", async () => {
    const key = aKey();
    await change(chi, "Sector", [{ create: { nameVi: fresh("Một") } }], { key });
    const other = fresh("Hai");
    const reply = await askChange(chi, "Sector", [{ create: { nameVi: other } }], { key });
    expect(reply.errors?.[0].extensions).toMatchObject({ code: "NOT_UNIQUE", field: "key" });
    const { sectors } = await chi.data(`query($n: String) { sectors(filter: { nameVi: { eq: $n } }) { total } }`, {
      n: other,
    });
    expect(sectors.total).toBe(0);
  });

  test("the same request under the same key is answered as the first time and written once", async () => {
    const key = aKey();
    const changes = [{ create: { nameVi: fresh("Lặp") } }, { create: { nameEn: "without a name" } }];
    const first = await change(chi, "Sector", changes, { key, mode: "GOOD_ROWS", note: "lần đầu" });
    const second = await change(chi, "Sector", changes, { key, mode: "GOOD_ROWS", note: "lần đầu" });
    expect(first.rows).toHaveLength(1);
    expect(first.problems).toHaveLength(1);
    expect(second).toEqual(first);
    expect(await setsUnder(key)).toBe(1);
  });

  test("the same key of another person is another key", async () => {
    const key = aKey();
    const quan = await api.as("quan");
    const a = await change(chi, "Sector", [{ create: { nameVi: fresh("Của Chi") } }], { key });
    const b = await change(quan, "Sector", [{ create: { nameVi: fresh("Của Quân") } }], { key });
    expect([a.changeSet?.person.name, b.changeSet?.person.name]).toEqual(["Chi", "Quân"]);
  });

  test("five requests at once under one key make one change set and get one answer", async () => {
    for (let round = 0; round < 5; round++) {
      const key = aKey();
      const nameVi = fresh("Cùng lúc");
      const results = await Promise.all(
        Array.from({ length: 5 }, () => change(chi, "Sector", [{ create: { nameVi } }], { key })),
      );
      const ids = new Set(results.map((r: Result) => `${r.changeSet?.id}:${r.rows[0]?.id}`));
      expect(results.map((r) => r.problems)).toEqual([[], [], [], [], []]);
      expect(ids.size).toBe(1);
      expect(await setsUnder(key)).toBe(1);
    }
  });

  test("an answer under a key that was refused leaves the key free", async () => {
    const key = aKey();
    const nameVi = fresh("Bị từ chối");
    const [id] = await make(chi, "Sector", { nameVi });
    const refused = await change(chi, "Sector", [{ create: { nameVi } }], { key });
    expect(refusals(refused)).toEqual([[0, "NOT_UNIQUE", "nameVi"]]);
    await change(chi, "Sector", [{ delete: { id, version: 1 } }]);
    expect((await change(chi, "Sector", [{ create: { nameVi } }], { key })).problems).toEqual([]);
  });

  test("a key with a password is good for once: what is kept tells nothing of the password", async () => {
    const quan = await api.as("quan");
    const create = { name: "Mới", roles: ["LEADER"], isActive: true, email: "moi@test.example" };
    const key = aKey();
    const made = await change(quan, "Person", [{ create: { ...create, password: "một mật khẩu đủ dài" } }], { key });
    expect(made.problems).toEqual([]);
    for (const password of ["một mật khẩu đủ dài", "một mật khẩu khác hẳn"]) {
      const reply = await askChange(quan, "Person", [{ create: { ...create, password } }], { key });
      expect(reply.errors?.[0].extensions).toMatchObject({ code: "NOT_UNIQUE", field: "key" });
    }
  });
});
