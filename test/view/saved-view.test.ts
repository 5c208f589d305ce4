import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { change } from "../change/change-speech";

const FIELDS = "id version grid name isShared isMine owner body";
const SAVE = `mutation($grid: String!, $name: String!, $body: Value!, $isShared: Boolean, $id: ID, $version: Int) {
  saveView(grid: $grid, name: $name, body: $body, isShared: $isShared, id: $id, version: $version) { ${FIELDS} }
}`;
const LIST = `query($grid: String!) { savedViews(grid: $grid) { ${FIELDS} } }`;
const DELETE = `mutation($id: ID!, $version: Int!) { deleteView(id: $id, version: $version) }`;

const BODY = {
  filter: { search: "ho tich", status: { in: ["IN_FORCE"] } },
  sort: [
    { field: "sector", order: "ASC" },
    { field: "code", order: "DESC" },
  ],
  columns: ["code", "nameVi", "sector", "postalLegs"],
  widths: { nameVi: 320 },
  density: "normal",
};

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  let an: Asker;
  beforeAll(async () => {
    api = await startApi(engine);
    [chi, an] = [await api.as("chi"), await api.as("an")];
  });
  afterAll(() => api.close());

  const save = async (who: Asker, name: string, more: object = {}) =>
    (await who.data(SAVE, { grid: "procedures", name, body: BODY, ...more })).saveView;
  const views = async (who: Asker, grid = "procedures") => (await who.data(LIST, { grid })).savedViews;
  const refusal = async (who: Asker, query: string, variables: object) =>
    (await who.ask(query, variables)).errors?.[0].extensions;
  const refused = (who: Asker, name: string, more: object = {}) =>
    refusal(who, SAVE, { grid: "procedures", name, body: BODY, ...more });
  const nameIn = (list: { name: string }[]) => list.map((view) => view.name);

  test("what is kept comes back as it was, to its owner alone until it is shared", async () => {
    const made = await save(chi, "Đang hiệu lực");
    expect(made).toMatchObject({ version: 1, isShared: false, isMine: true, owner: "Chi", body: BODY });
    expect(await views(chi)).toEqual([made]);
    expect(await views(an)).toEqual([]);
    const shared = await save(chi, "Đang hiệu lực", { id: made.id, version: 1, isShared: true });
    expect(shared).toMatchObject({ id: made.id, version: 2, isShared: true });
    expect(await views(an)).toEqual([{ ...shared, isMine: false }]);
    expect(await views(an, "sectors")).toEqual([]);
  });

  test("a name is taken once per person and grid, composed or decomposed", async () => {
    const own = await save(an, "Đang hiệu lực");
    expect(await refused(an, " Đang hiệu lực ".normalize("NFD"))).toMatchObject({
      code: "NOT_UNIQUE",
      field: "name",
      messageVi: expect.stringContaining("Đang hiệu lực"),
    });
    expect((await an.data(SAVE, { grid: "sectors", name: "Đang hiệu lực", body: {} })).saveView.body).toEqual({
      filter: {},
      sort: [],
      columns: null,
      widths: {},
      density: "compact",
    });
    const other = await save(an, "Khác");
    expect(await refused(an, "Đang hiệu lực", { id: other.id, version: 1 })).toMatchObject({ code: "NOT_UNIQUE" });
    expect(await save(an, "Đang hiệu lực", { id: own.id, version: 1 })).toMatchObject({ version: 2 });
  });

  test("of two who save one version the later is refused, and so is a deletion of what was changed", async () => {
    const { id } = await save(chi, "Hai cửa sổ");
    const both = await Promise.all(
      ["Một", "Hai"].map((name) => chi.ask(SAVE, { grid: "procedures", name, body: BODY, id, version: 1 })),
    );
    const codes = both.map((reply) => reply.errors?.[0].extensions.code ?? "saved").sort();
    expect(codes).toEqual(["STALE", "saved"]);
    expect(await refusal(chi, DELETE, { id, version: 1 })).toMatchObject({ code: "STALE", field: "version" });
    expect(await chi.data(DELETE, { id, version: 2 })).toEqual({ deleteView: true });
    expect(await refusal(chi, DELETE, { id, version: 2 })).toMatchObject({ code: "NOT_FOUND" });
    expect(nameIn(await views(chi))).not.toContain("Một");
  });

  test("nobody changes or deletes another person's view, nor learns of one that is not shared", async () => {
    const hidden = await save(chi, "Riêng");
    const shown = await save(chi, "Chung", { isShared: true });
    for (const query of [SAVE, DELETE]) {
      const about = ({ id }: { id: string }) => ({ grid: "procedures", name: "Của An", body: BODY, id, version: 1 });
      expect(await refusal(an, query, about(hidden))).toMatchObject({ code: "NOT_FOUND", field: "id" });
      expect(await refusal(an, query, about(shown))).toMatchObject({ code: "FORBIDDEN", field: "id" });
    }
    const moved = { grid: "sectors", name: "Riêng", body: {}, id: hidden.id, version: 1 };
    expect(await refusal(chi, SAVE, moved)).toMatchObject({ code: "NOT_FOUND" });
    expect(nameIn(await views(chi))).toEqual(expect.arrayContaining(["Riêng", "Chung"]));
  });

  test("only those who change the rows share a view of them, only those who read them have one", async () => {
    expect(await refused(an, "Cho mọi người", { isShared: true })).toMatchObject({
      code: "FORBIDDEN",
      field: "isShared",
    });
    const lan = await api.as("lan");
    await api.app.database.write((tx) => tx.run("UPDATE person SET roles = '[]' WHERE name = ?", ["Lan"]));
    for (const query of [LIST, SAVE])
      expect(await refusal(lan, query, { grid: "procedures", name: "x", body: {} })).toMatchObject({
        code: "FORBIDDEN",
        field: "procedure.read",
      });
  });

  test("nobody signed in, and no token, keeps anything", async () => {
    expect(await refusal(api.nobody, LIST, { grid: "procedures" })).toMatchObject({ code: "SIGN_IN" });
    expect(await refused(api.nobody, "x")).toMatchObject({ code: "SIGN_IN" });
    expect(await refusal(api.nobody, DELETE, { id: "1", version: 1 })).toMatchObject({ code: "SIGN_IN" });
    const { createToken } = await chi.data(`mutation { createToken(name: "Power BI") { secret } }`);
    const tool = api.withHeaders({ authorization: `Bearer ${createToken.secret}` });
    const [view] = await views(tool);
    expect(view.isMine).toBe(true);
    expect(await refused(tool, "Của khóa")).toMatchObject({ code: "FORBIDDEN", field: "token" });
    expect(await refusal(tool, DELETE, { id: view.id, version: view.version })).toMatchObject({ code: "FORBIDDEN" });
  });

  test("a body that cannot be understood is refused, and the refusal names the part", async () => {
    const faults: [string, unknown][] = [
      ["body.filter", { filter: { color: { eq: "red" } } }],
      ["body.filter", { filter: [] }],
      ["body.sort", { sort: [{ field: "nothing", order: "ASC" }] }],
      ["body.sort", { sort: [{ field: "code", order: "UP" }] }],
      ["body.sort", { sort: Array(9).fill({ field: "code", order: "ASC" }) }],
      ["body.columns", { columns: ["code", "code"] }],
      ["body.columns", { columns: ["__proto__"] }],
      ["body.widths", { widths: { code: 5 } }],
      ["body.widths", { widths: { code: "120" } }],
      ["body.density", { density: "tiny" }],
      ["body.colour", { colour: "red" }],
      ["body.toString", { toString: 1 }],
      ["body", []],
      ["body", "x"],
    ];
    for (const [field, body] of faults)
      expect([body, await refused(an, "Sai", { body })]).toEqual([
        body,
        expect.objectContaining({ code: "BAD_INPUT", field }),
      ]);
    const large = { filter: { search: "x".repeat(33_000) } };
    expect(await refused(an, "Sai", { body: large })).toMatchObject({ code: "LIMIT", field: "body" });
    for (const name of ["", "  "]) expect(await refused(an, name)).toMatchObject({ code: "BAD_INPUT", field: "name" });
    expect(await refused(an, "x".repeat(101))).toMatchObject({ code: "LIMIT", field: "name" });
    for (const grid of ["nothing", "procedures; DROP", "procedureStates", ""])
      expect(await refused(an, "Sai", { grid })).toMatchObject({ code: "BAD_INPUT", field: "grid" });
  });

  test("what a later release wrote is left out of what is read, and the rest of the view is used", async () => {
    const { id } = await save(chi, "Của bản sau");
    const later = {
      ...BODY,
      filter: { ...BODY.filter, carbon: { eq: 1 } },
      columns: ["code", "carbon"],
      grouping: ["sector"],
      density: "airy",
    };
    await api.app.database.write((tx) =>
      tx.run("UPDATE saved_view SET body = ? WHERE id = ?", [JSON.stringify(later), Number(id)]),
    );
    const found = (await views(chi)).find((view: { id: string }) => view.id === id);
    expect(found.body).toEqual({ ...BODY, columns: ["code"], density: "compact" });
  });

  test("fifty of one person and grid, and no more; they go with their person", async () => {
    const tai = await api.as("tai");
    for (let n = 1; n <= 50; n++) await save(tai, `Số ${n}`);
    expect(await refused(tai, "Số 51")).toMatchObject({ code: "LIMIT", field: "grid" });
    expect(await views(tai)).toHaveLength(
      50 + (await views(chi)).filter((v: { isShared: boolean }) => v.isShared).length,
    );
    const quan = await api.as("quan");
    const { people } = await quan.data(`{ people(filter: { name: { eq: "Tài" } }) { items { id version } } }`);
    const { problems } = await change(quan, "Person", [{ delete: people.items[0] }]);
    expect(problems).toEqual([]);
    const [[left]] = await api.app.database.read("SELECT COUNT(*) FROM saved_view WHERE name LIKE ?", ["Số %"]);
    expect(Number(left)).toBe(0);
  });
});
