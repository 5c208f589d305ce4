import { makeApp } from "../../server/app";
import { roleProblems } from "../../server/person/person.rules";
import { startApi, type Api, type Asker } from "../support/api";
import { cloneDatabase, settings } from "../support/database";
import { eachEngine } from "../support/engines";
import { PEOPLE } from "../support/people";
import { change, fresh, make, refusals } from "../change/change-speech";

test("a person has a role, and agency staff and the Post have the agency whose rows are theirs", () => {
  const context = { before: null, action: "CREATE", note: null } as const;
  const found = (row: object) => roleProblems(row as never, context).map((p) => [p.code, p.field]);
  expect(found({ roles: [] })).toEqual([["REQUIRED", "roles"]]);
  expect(found({ roles: ["AGENCY"] })).toEqual([["REQUIRED", "agency"]]);
  expect(found({ roles: ["LEADER", "POST"], agency: null })).toEqual([["REQUIRED", "agency"]]);
  expect(found({ roles: ["AGENCY"], agency: "1" })).toEqual([]);
  expect(found({ roles: ["LEADER"] })).toEqual([]);
});

eachEngine((engine) => {
  let api: Api;
  let quan: Asker;
  beforeAll(async () => {
    api = await startApi(engine);
    quan = await api.as("quan");
  });
  afterAll(() => api.close());

  const aPerson = (more: object = {}) => ({
    name: "Mới",
    email: `${fresh("p").replace(" ", "")}@test.example`,
    roles: ["LEADER"],
    isActive: true,
    ...more,
  });

  test("addresses are given once, in lower case, and look like addresses", async () => {
    const email = "mot@test.example";
    const result = await change(
      quan,
      "Person",
      [
        { create: aPerson({ email }) },
        { create: aPerson({ email }) },
        ...["Hai@test.example", "không phải", "a b@c", "@c", "a@", " a@c"].map((odd) => ({
          create: aPerson({ email: odd }),
        })),
        { create: aPerson({ roles: [] }) },
        { create: aPerson({ roles: ["KING"] }) },
        { create: aPerson({ roles: ["POST"] }) },
      ],
      { mode: "GOOD_ROWS" },
    );
    expect(refusals(result)).toEqual([
      [1, "NOT_UNIQUE", "email"],
      ...[2, 3, 4, 5, 6, 7].map((i) => [i, "BAD_INPUT", "email"]),
      [8, "REQUIRED", "roles"],
      [9, "BAD_INPUT", "roles"],
      [10, "REQUIRED", "agency"],
    ]);
  });

  test("a new role is in force with the next request, and one taken away is not", async () => {
    const [id] = await make(quan, "Person", aPerson({ roles: ["LEADER"] }));
    const { sessions } = api.app.services;
    const person = { id, name: "Mới", roles: ["LEADER" as const], agencyId: null, readOnly: false };
    const who = api.withHeaders({ cookie: `danh_muc_session=${(await sessions.open(person)).secret}` });
    const may = async () => (await who.data("{ viewer { permissions } }")).viewer.permissions.includes("sector.change");
    expect(await may()).toBe(false);
    await change(quan, "Person", [{ update: { id, version: 1, set: { roles: ["LEADER", "CATALOG"] } } }]);
    expect(await may()).toBe(true);
    await change(quan, "Person", [{ update: { id, version: 2, set: { roles: ["LEADER"] } } }]);
    expect(await may()).toBe(false);
    expect(refusals(await change(quan, "Person", [{ update: { id, version: 3, set: { roles: [] } } }]))).toEqual([
      [0, "REQUIRED", "roles"],
    ]);
  });

  test("the last active administrator stays one, by change, deletion, undo and when two leave at once", async () => {
    const { person } = await quan.data(`query($id: ID!) { person(id: $id) { version } }`, { id: quan.person!.id });
    const own = { id: quan.person!.id, version: person.version as number };
    for (const set of [{ isActive: false }, { roles: ["LEADER"] }])
      expect((await change(quan, "Person", [{ update: { ...own, set } }])).problems[0]).toMatchObject({
        code: "IN_USE",
        index: 0,
      });
    const made = await change(quan, "Person", [{ create: aPerson({ roles: ["ADMINISTRATOR"] }) }]);
    const other = { id: made.rows[0].id, version: 1 };
    const leave = (row: { id: string; version: number }) => ({ update: { ...row, set: { isActive: false } } });
    const both = await change(quan, "Person", [leave(own), leave(other)]);
    expect(both.changeSet).toBeNull();
    const session = await api.app.services.sessions.open({ ...quan.person!, id: other.id });
    const second = api.withHeaders({ cookie: `danh_muc_session=${session.secret}` });
    const results = await Promise.all([change(quan, "Person", [leave(own)]), change(second, "Person", [leave(other)])]);
    expect(results.filter((r) => r.changeSet)).toHaveLength(1);
    // Whoever is left lets the other in again.
    const left = results[0].changeSet ? second : quan;
    const [gone] = results[0].changeSet ? [own] : [other];
    const back = { update: { id: gone.id, version: gone.version + 1, set: { isActive: true } } };
    expect((await change(left, "Person", [back])).problems).toEqual([]);
    // Who was switched off is signed out.
    quan = await api.as("quan");
  });

  test("several roles are what any of them is: a scope binds only who has no freer one", async () => {
    const { agencies } = await quan.data(`{ agencies(filter: { code: { eq: "STP" } }) { items { id } } }`);
    const [a, b] = await make(quan, "Agency", { name: "X", kind: "DEPARTMENT" }, { name: "Y", kind: "POST" });
    await make(quan, "TransferRoute", { code: "XY", from: a, to: b, direction: "IN", carrier: "POST" });
    const agency = agencies.items[0].id;
    for (const [roles, total] of [
      [["AGENCY"], 0],
      [["AGENCY", "POST"], 0],
      [["AGENCY", "FINANCE"], 0],
      [["AGENCY", "LEADER"], 1],
    ] as const) {
      const [id] = await make(quan, "Person", aPerson({ roles, agency }));
      const person = { id, name: "Mới", roles, agencyId: agency, readOnly: false };
      const { secret } = await api.app.services.sessions.open(person);
      const who = api.withHeaders({ cookie: `danh_muc_session=${secret}` });
      expect([roles, (await who.data("{ transferRoutes { total } }")).transferRoutes.total]).toEqual([roles, total]);
    }
  });

  test("the viewer's permissions are what the rules allow, by role", async () => {
    for (const { key, role } of PEOPLE) {
      const who = await api.as(key);
      const { viewer } = await who.data("{ viewer { person { name } roles permissions workingDate isDemo } }");
      expect(viewer).toMatchObject({ roles: [role], workingDate: "2019-07-20", isDemo: false });
      const may = (what: string) => viewer.permissions.includes(what);
      const keeps = ["ADMINISTRATOR", "CATALOG"].includes(role);
      expect([role, may("procedure.read"), may("procedure.change")]).toEqual([role, true, keeps]);
      expect([role, may("person.change")]).toEqual([role, role === "ADMINISTRATOR"]);
      expect([role, may("transferRate.read")]).toEqual([role, true]);
      expect([role, may("transferRate.change")]).toEqual([role, ["ADMINISTRATOR", "FINANCE"].includes(role)]);
      expect(may("changeSet.change") || may("changeRow.change")).toBe(false);
    }
  });

  test("the administrator of the environment is made once, mended where somebody changed them, and kept", async () => {
    const database = await cloneDatabase(engine, "none");
    const admin = { email: "quan.tri@test.example", password: "một mật khẩu quản trị" };
    const start = () => makeApp({ ...settings(database.url, "none"), admin });
    const rows = async (app: Awaited<ReturnType<typeof start>>) =>
      app.database.read("SELECT id, version, roles, is_active FROM person WHERE email = ?", [admin.email]);
    let app = await start();
    const [[id, version]] = await rows(app);
    expect(version).toBe(1);
    expect((await app.services.sessions.signIn(admin.email, admin.password, "127.0.0.1")).person.roles).toEqual([
      "ADMINISTRATOR",
    ]);
    await app.close();
    app = await start();
    expect(await rows(app)).toEqual([[id, 1, `["ADMINISTRATOR"]`, 1]]);
    await app.database.write((tx) =>
      tx.run("UPDATE person SET is_active = 0, roles = ?, version = 2 WHERE id = ?", [`["LEADER"]`, Number(id)]),
    );
    await app.close();
    app = await start();
    expect(await rows(app)).toEqual([[id, 3, `["LEADER","ADMINISTRATOR"]`, 1]]);
    await app.close();
    admin.password = "một mật khẩu quản trị mới";
    app = await start();
    expect((await app.services.sessions.signIn(admin.email, admin.password, "127.0.0.1")).person.id).toBe(String(id));
    const kept = JSON.stringify(await app.database.read("SELECT `before`, `after` FROM change_row"));
    expect(kept).not.toContain("mật khẩu");
    await app.close();
    await database.drop();
  });
});
