import { createHash } from "node:crypto";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { askChange, askUndo, change } from "../change/change-speech";

eachEngine((engine) => {
  let api: Api;
  let an: Asker;
  beforeAll(async () => {
    api = await startApi(engine);
    an = await api.as("an");
  });
  afterAll(() => api.close());

  const CREATE = `mutation($name: String!, $on: Date) { createToken(name: $name, expiresOn: $on) { id secret } }`;
  const make = async (who: Asker, name = "Power BI", on?: string): Promise<{ id: string; secret: string }> =>
    (await who.data(CREATE, { name, on })).createToken;
  const bearer = (secret: string): Asker => api.withHeaders({ authorization: `Bearer ${secret}` });
  const refusal = async (who: Asker, query: string, variables?: object) =>
    (await who.ask(query, variables)).errors?.[0].extensions;

  test("a token needs somebody who signed in, a name and a day to come", async () => {
    expect(await refusal(api.nobody, CREATE, { name: "x" })).toMatchObject({ code: "SIGN_IN" });
    for (const name of ["", "   ", "x".repeat(101)])
      expect(await refusal(an, CREATE, { name })).toMatchObject({ code: "BAD_INPUT", field: "name" });
    for (const on of ["2019-07-20", "2020-01-01", new Date().toISOString().slice(0, 10)])
      expect(await refusal(an, CREATE, { name: "x", on })).toMatchObject({ code: "BAD_INPUT", field: "expiresOn" });
    expect(await refusal(api.nobody, `mutation { revokeToken(id: "1") }`)).toMatchObject({ code: "SIGN_IN" });
    expect(await refusal(an, `mutation { revokeToken(id: "x") }`)).toMatchObject({ code: "BAD_INPUT", field: "id" });
  });

  test("its secret is shown once, and only its hash is kept", async () => {
    const { id, secret } = await make(an, "Một lần");
    expect(secret).toMatch(/^dm_[\w-]{43}$/);
    const kept = await api.app.database.read("SELECT * FROM token WHERE id = ?", [Number(id)]);
    expect(JSON.stringify(kept)).not.toContain(secret);
    expect(kept[0]).toContain(createHash("sha256").update(secret).digest("hex"));
    const { viewer } = await an.data("{ viewer { tokens { id name createdAt expiresOn lastUsedAt } } }");
    expect(viewer.tokens[0]).toMatchObject({ id, name: "Một lần", expiresOn: null, lastUsedAt: null });
    expect(await refusal(an, "{ viewer { tokens { secret } } }")).toMatchObject({ field: "secret" });
  });

  test("it reads what its person may read, and when it was used is noted", async () => {
    const { id, secret } = await make(an);
    const { viewer, transferRates } = await bearer(secret).data(
      "{ viewer { person { name } permissions } transferRates { total } }",
    );
    expect(viewer.person.name).toBe("An");
    expect(viewer.permissions.filter((p: string) => p.endsWith(".change"))).toEqual([]);
    expect(transferRates.total).toBe(0);
    expect(await refusal(bearer(secret), "{ people { items { email } } }")).toMatchObject({ code: "FORBIDDEN" });
    const { viewer: after } = await an.data("{ viewer { tokens { id lastUsedAt } } }");
    expect(after.tokens.find((t: { id: string }) => t.id === id).lastUsedAt).not.toBeNull();
  });

  test("it writes nothing, whatever its person may, and makes and takes back no tokens", async () => {
    const quan = await api.as("quan");
    const { id, secret } = await make(quan);
    const tool = bearer(secret);
    const reply = await askChange(tool, "Sector", [{ create: { nameVi: "Bằng khóa" } }]);
    expect(reply.errors?.[0].extensions).toMatchObject({ code: "FORBIDDEN" });
    const trial = await askChange(tool, "Sector", [{ create: { nameVi: "Bằng khóa" } }], { dryRun: true });
    expect(trial.errors?.[0].extensions).toMatchObject({ code: "FORBIDDEN" });
    const made = await change(quan, "Sector", [{ create: { nameVi: "Bằng phiên" } }]);
    expect((await askUndo(tool, made.changeSet!.id)).errors?.[0].extensions).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusal(tool, CREATE, { name: "x" })).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusal(tool, `mutation { revokeToken(id: "${id}") }`)).toMatchObject({ code: "FORBIDDEN" });
    expect((await quan.data("{ sectors { total } }")).sectors.total).toBe(1);
  });

  test("one that may change writes in its person's name, and changes no people and no tokens", async () => {
    const quan = await api.as("quan");
    const made = await quan.data(`mutation { createToken(name: "Phần mềm một cửa", mayChange: true) { id secret } }`);
    const { id, secret } = made.createToken;
    const tool = bearer(secret);
    const { viewer } = await quan.data("{ viewer { tokens { id mayChange } } }");
    expect(viewer.tokens.find((t: { id: string }) => t.id === id)).toEqual({ id, mayChange: true });
    const { changeSet, problems } = await change(tool, "Sector", [{ create: { nameVi: "Lĩnh vực qua khóa" } }]);
    expect(problems).toEqual([]);
    const written = await quan.data(`{ changeSet(id: "${changeSet!.id}") { source person { name } } }`);
    expect(written.changeSet).toEqual({ source: "API", person: { name: "Quân" } });
    const person = { name: "Người mới", email: "moi@tinh.example", roles: ["ADMINISTRATOR"], isActive: true };
    const reply = await askChange(tool, "Person", [{ create: { ...person, password: "mật khẩu đủ dài lắm" } }]);
    expect(reply.errors?.[0].extensions).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusal(tool, CREATE, { name: "x" })).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusal(tool, `mutation { revokeToken(id: "${id}") }`)).toMatchObject({ code: "FORBIDDEN" });
    const undone = await askUndo(tool, changeSet!.id);
    expect(undone.errors).toBeUndefined();
    // Nor does it change people by taking back what somebody else did.
    const hired = await change(quan, "Person", [{ create: { ...person, email: "khac@tinh.example" } }]);
    expect(hired.problems).toEqual([]);
    const taken = await askUndo(tool, hired.changeSet!.id);
    expect(taken.errors?.[0].extensions).toMatchObject({ code: "FORBIDDEN" });
    const an2 = await an.data(`mutation { createToken(name: "Của người đọc", mayChange: true) { secret } }`);
    const refused = await askChange(bearer(an2.createToken.secret), "Sector", [{ create: { nameVi: "Không được" } }]);
    expect(refused.errors?.[0].extensions).toMatchObject({ code: "FORBIDDEN" });
  });

  test("a token goes before a session: who sends both is the token's person and writes nothing", async () => {
    const { secret } = await make(an);
    const session = await api.app.services.sessions.open((await api.as("quan")).person!);
    const both = api.withHeaders({
      authorization: `Bearer ${secret}`,
      cookie: `danh_muc_session=${session.secret}`,
    });
    expect((await both.data("{ viewer { person { name } } }")).viewer.person.name).toBe("An");
    const reply = await askChange(both, "Sector", [{ create: { nameVi: "Cả hai" } }]);
    expect(reply.errors?.[0].extensions.code).toBe("FORBIDDEN");
  });

  test("it ends when it is taken back, on its day, and with its person", async () => {
    const lan = await api.as("lan");
    const [a, b, c] = [await make(lan), await make(lan, "Có hạn", "2999-01-01"), await make(lan)];
    const isOpen = async (t: { secret: string }) => (await bearer(t.secret).ask("{ viewer { email } }")).status === 200;
    const an2 = `mutation { revokeToken(id: "${a.id}") }`;
    expect(await an.data(an2)).toEqual({ revokeToken: false });
    expect(await isOpen(a)).toBe(true);
    expect(await lan.data(an2)).toEqual({ revokeToken: true });
    expect([await isOpen(a), await isOpen(b)]).toEqual([false, true]);
    await api.app.database.write((tx) =>
      tx.run("UPDATE token SET expires_on = ? WHERE id = ?", ["2020-01-01", Number(b.id)]),
    );
    expect([await isOpen(b), await isOpen(c)]).toEqual([false, true]);
    const quan = await api.as("quan");
    const { people } = await quan.data(`{ people(filter: { name: { eq: "Lan" } }) { items { id version } } }`);
    const [{ id, version }] = people.items;
    await change(quan, "Person", [{ update: { id, version, set: { isActive: false } } }]);
    expect(await isOpen(c)).toBe(false);
  });

  test("the demo's sign-in is refused where no demo was seeded", async () => {
    expect(await refusal(api.nobody, "mutation { signInDemo(role: ADMINISTRATOR) { email } }")).toMatchObject({
      code: "FORBIDDEN",
    });
    expect((await api.nobody.data("{ site { isDemo demoRoles } }")).site).toEqual({ isDemo: false, demoRoles: [] });
  });
});
