import { createHash } from "node:crypto";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { askChange, change, fresh } from "../change/change-speech";

const PASSWORD = "một mật khẩu đủ dài";
const SIGN_IN = `mutation($email: String!, $password: String!) { signIn(email: $email, password: $password) { person { name } roles } }`;

eachEngine((engine) => {
  let api: Api;
  let quan: Asker;
  beforeAll(async () => {
    api = await startApi(engine);
    quan = await api.as("quan");
  });
  afterAll(() => api.close());

  /** A new person with the password, by an administrator. */
  async function person(more: object = {}): Promise<{ id: string; email: string }> {
    const email = `${fresh("moi").replace(" ", ".")}@test.example`;
    const create = { name: "Mới", email, roles: ["LEADER"], isActive: true, password: PASSWORD, ...more };
    const made = await change(quan, "Person", [{ create }]);
    expect(made.problems).toEqual([]);
    return { id: made.rows[0].id, email };
  }
  const post = async (query: string, variables: object, headers: Record<string, string> = {}) => {
    const answer = await api.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json", ...headers },
      payload: { query, variables },
    });
    return { body: answer.json(), cookies: [answer.headers["set-cookie"] ?? []].flat() };
  };
  const signIn = async (email: string, password: string, headers: Record<string, string> = {}) => {
    const { body, cookies } = await post(SIGN_IN, { email, password }, headers);
    const secret = /^danh_muc_session=([^;]*)/.exec(cookies[0] ?? "")?.[1];
    return { body, cookies, secret, refusal: body.errors?.[0]?.extensions };
  };
  const withSession = (secret: string): Asker => api.withHeaders({ cookie: `danh_muc_session=${secret}` });
  const viewerOf = async (who: Asker) => (await who.data("{ viewer { person { name } email roles } }")).viewer;

  test("who is not signed in has no viewer, and a made-up session is nobody's", async () => {
    expect(await viewerOf(api.nobody)).toBeNull();
    expect(await viewerOf(withSession("x".repeat(43)))).toBeNull();
    expect(await viewerOf(withSession("' OR 1=1 --"))).toBeNull();
    const token = await api.withHeaders({ authorization: "Bearer dm_none" }).ask("{ viewer { roles } }");
    expect(token).toMatchObject({ status: 401, errors: [{ extensions: { code: "SIGN_IN", field: "token" } }] });
  });

  test("a wrong password, an unknown address, no password and an inactive person are refused alike", async () => {
    const { email } = await person();
    const inactive = await person({ isActive: false });
    const without = await person({ password: undefined });
    const refusals = [];
    for (const [to, password] of [
      [email, "một mật khẩu khác dài"],
      ["khong.co.ai@test.example", PASSWORD],
      [inactive.email, PASSWORD],
      [without.email, ""],
      [without.email, "null"],
      [email, ""],
      ["", ""],
    ]) {
      const { refusal, cookies } = await signIn(to, password);
      expect(cookies).toEqual([]);
      refusals.push(refusal);
    }
    expect(refusals[0]).toMatchObject({ code: "SIGN_IN" });
    for (const refusal of refusals) expect(refusal).toEqual(refusals[0]);
  });

  test("the right password opens a session, under a new secret each time, in a cookie that scripts and other sites do not get", async () => {
    const { email } = await person();
    const first = await signIn(` ${email.toUpperCase()} `, PASSWORD);
    expect(first.body).toEqual({ data: { signIn: { person: { name: "Mới" }, roles: ["LEADER"] } } });
    expect(first.cookies).toHaveLength(1);
    expect(first.cookies[0]).toMatch(/; HttpOnly/);
    expect(first.cookies[0]).toMatch(/; SameSite=Strict/);
    expect(first.cookies[0]).toMatch(/; Path=\//);
    expect(first.cookies[0]).not.toMatch(/Secure|Domain/);
    const second = await signIn(email, PASSWORD);
    expect(second.secret).not.toBe(first.secret);
    expect(first.secret!.length).toBeGreaterThanOrEqual(43);
    expect(await viewerOf(withSession(first.secret!))).toEqual({ person: { name: "Mới" }, email, roles: ["LEADER"] });
    const kept = await api.app.database.read("SELECT hash FROM session");
    expect(kept.flat()).toContain(createHash("sha256").update(first.secret!).digest("hex"));
    expect(kept.flat()).not.toContain(first.secret);
  });

  test("signing in again from a session ends the one before, and takes no secret that was offered", async () => {
    const { email } = await person();
    const first = await signIn(email, PASSWORD);
    const second = await signIn(email, PASSWORD, { cookie: `danh_muc_session=${first.secret}` });
    expect(await viewerOf(withSession(first.secret!))).toBeNull();
    expect(await viewerOf(withSession(second.secret!))).not.toBeNull();
    const fixed = await signIn(email, PASSWORD, { cookie: "danh_muc_session=chosen-by-somebody-else" });
    expect(fixed.secret).not.toBe("chosen-by-somebody-else");
    expect(await viewerOf(withSession("chosen-by-somebody-else"))).toBeNull();
  });

  test("a password typed with composed or decomposed letters is one password", async () => {
    const { email } = await person({ password: PASSWORD.normalize("NFD") });
    expect((await signIn(email, PASSWORD.normalize("NFC"))).secret).toBeDefined();
    expect((await signIn(email, PASSWORD.normalize("NFD"))).secret).toBeDefined();
  });

  test("signing out ends the session on the server", async () => {
    const { email } = await person();
    const { secret } = await signIn(email, PASSWORD);
    const { body, cookies } = await post("mutation { signOut }", {}, { cookie: `danh_muc_session=${secret}` });
    expect(body).toEqual({ data: { signOut: true } });
    expect(cookies[0]).toMatch(/^danh_muc_session=; .*Max-Age=0/);
    expect(await viewerOf(withSession(secret!))).toBeNull();
    expect((await post("mutation { signOut }", {})).body).toEqual({ data: { signOut: false } });
  });

  test("a session ends when the person is made inactive, and at its hour", async () => {
    const { id, email } = await person();
    const [{ secret: a }, { secret: b }] = [await signIn(email, PASSWORD), await signIn(email, PASSWORD)];
    const hash = createHash("sha256").update(b!).digest("hex");
    await api.app.database.write((tx) =>
      tx.run("UPDATE session SET expires_at = ? WHERE hash = ?", ["2019-01-01T00:00:00.000Z", hash]),
    );
    expect(await viewerOf(withSession(b!))).toBeNull();
    expect(await viewerOf(withSession(a!))).not.toBeNull();
    await change(quan, "Person", [{ update: { id, version: 1, set: { isActive: false } } }]);
    expect(await viewerOf(withSession(a!))).toBeNull();
    expect((await withSession(a!).ask("{ sectors { total } }")).errors?.[0].extensions.code).toBe("SIGN_IN");
  });

  test("a new password ends every session that the old one opened", async () => {
    const { id, email } = await person({ roles: ["ADMINISTRATOR"] });
    const [{ secret: own }, { secret: other }] = [await signIn(email, PASSWORD), await signIn(email, PASSWORD)];
    const set = { password: `${PASSWORD} mới` };
    const changed = await change(withSession(own!), "Person", [{ update: { id, version: 1, set } }]);
    expect(changed.problems).toEqual([]);
    for (const secret of [own!, other!]) expect(await viewerOf(withSession(secret))).toBeNull();
    expect(await viewerOf(quan)).not.toBeNull();
    expect((await signIn(email, PASSWORD)).secret).toBeUndefined();
    expect((await signIn(email, set.password)).secret).toBeDefined();
  });

  test("a person who did nothing is deleted with their sessions and tokens, one whose name stands in history is not", async () => {
    const { id, email } = await person();
    const { secret } = await signIn(email, PASSWORD);
    await withSession(secret!).data(`mutation { createToken(name: "x") { id } }`);
    const remove = (row: string, version: number) => change(quan, "Person", [{ delete: { id: row, version } }]);
    const gone = await remove(id, 1);
    expect(gone.problems).toEqual([]);
    expect(await viewerOf(withSession(secret!))).toBeNull();
    expect(await api.app.database.read("SELECT 1 FROM token WHERE person_id = ?", [Number(id)])).toEqual([]);
    const kept = await remove(quan.person!.id, 1);
    expect(kept.problems[0]).toMatchObject({ code: "IN_USE", field: "id" });
    expect(await viewerOf(quan)).not.toBeNull();
  });

  test("a password that is too short or too long is refused, one of 64 letters in any script is not", async () => {
    const { id, email } = await person();
    for (const [password, code] of [
      ["ngắn quá", "BAD_INPUT"],
      ["x".repeat(257), "LIMIT"],
    ]) {
      const { problems } = await change(quan, "Person", [{ update: { id, version: 1, set: { password } } }]);
      expect(problems[0]).toMatchObject({ code, field: "password" });
    }
    const password = "密码 пароль mật khẩu 🔑 ".repeat(3);
    expect((await change(quan, "Person", [{ update: { id, version: 1, set: { password } } }])).problems).toEqual([]);
    expect((await signIn(email, password)).secret).toBeDefined();
    expect((await signIn(email, password.trim())).secret).toBeUndefined();
  });

  test("a password is in no answer, trial, history or change set, and its hash is argon2id", async () => {
    const { id, email } = await person();
    const set = { password: "mật khẩu thứ hai dài", name: "Đã đổi" };
    const answers = [
      await change(quan, "Person", [{ update: { id, version: 1, set } }], { dryRun: true }),
      await change(quan, "Person", [{ update: { id, version: 1, set } }], { key: "doi-mat-khau" }),
      await askChange(quan, "Person", [{ update: { id, version: 1, set } }], { key: "doi-mat-khau" }),
      await change(quan, "Person", [{ update: { id, version: 2, set: { password: "mật khẩu thứ ba dài" } } }]),
      await quan.data(`query($id: ID!) { person(id: $id) { version history { items { before after action } } } }`, {
        id,
      }),
    ];
    expect(answers[4]).toMatchObject({ person: { version: 3, history: { items: [{}, {}, {}] } } });
    const kept = await api.app.database.read("SELECT `before`, `after` FROM change_row WHERE resource = 'Person'");
    const outcomes = await api.app.database.read("SELECT outcome, note FROM change_set");
    const said = JSON.stringify([answers, kept, outcomes]);
    for (const word of ["password", "mật khẩu", "argon2"]) expect(said).not.toContain(word);
    const [[stored]] = await api.app.database.read("SELECT password FROM person WHERE id = ?", [Number(id)]);
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await signIn(email, "mật khẩu thứ ba dài")).secret).toBeDefined();
  });

  test("an administrator who only reads, and whoever is none, changes no password", async () => {
    const { id } = await person();
    const lan = await api.as("lan");
    const reply = await lan.ask(
      `mutation($id: ID!) { changePeople(changes: [{ update: { id: $id, version: 1, set: { password: "một mật khẩu trộm" } } }]) { rows { id } } }`,
      { id },
    );
    expect(reply.errors?.[0].extensions.code).toBe("FORBIDDEN");
  });
});
