import { startApi, type Api } from "../support/api";
import { eachEngine } from "../support/engines";

const OLD = "mật khẩu cũ rất dài";
const NEXT = "mật khẩu mới rất dài";

eachEngine((engine) => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi(engine);
    const quan = await api.as("quan");
    const create = { name: "Doan", email: "doan@test.example", roles: ["LEADER"], isActive: true, password: OLD };
    await quan.data("mutation($c: [PersonChange!]!) { changePeople(changes: $c) { problems { code } } }", {
      c: [{ create }],
    });
  });
  afterAll(() => api.close());

  const enter = async (password: string) => {
    const { sessions } = api.app.services;
    const { secret } = await sessions.signIn("doan@test.example", password, "127.0.0.1");
    return api.withHeaders({ cookie: `danh_muc_session=${secret}` });
  };
  const CHANGE = `mutation($current: String!, $next: String!) { changePassword(current: $current, next: $next) }`;

  test("a person replaces their own password, and every session from before ends", async () => {
    const [here, there] = [await enter(OLD), await enter(OLD)];
    const wrong = await here.ask(CHANGE, { current: "không phải mật khẩu", next: NEXT });
    expect(wrong.errors?.[0].extensions).toMatchObject({ code: "BAD_INPUT", field: "current" });
    const short = await here.ask(CHANGE, { current: OLD, next: "ngắn" });
    expect(short.errors?.[0].extensions).toMatchObject({ code: "BAD_INPUT", field: "next" });
    expect(await here.data(CHANGE, { current: OLD, next: NEXT })).toEqual({ changePassword: true });
    for (const session of [here, there]) expect((await session.ask("{ viewer { roles } }")).data.viewer).toBeNull();
    await expect(enter(OLD)).rejects.toMatchObject({ code: "SIGN_IN" });
    expect((await (await enter(NEXT)).data("{ viewer { roles } }")).viewer.roles).toEqual(["LEADER"]);
  });

  test("a sign-in that asks for more than the person may read is refused before there is a session", async () => {
    const count = async () => Number((await api.app.database.read("SELECT COUNT(*) FROM session"))[0][0]);
    const before = await count();
    const reply = await api.nobody.ask(
      `mutation($p: String!) { signIn(email: "doan@test.example", password: $p) { person { email } } }`,
      { p: NEXT },
    );
    expect(reply.errors?.[0].extensions).toMatchObject({ code: "FORBIDDEN", field: "person.email" });
    expect(await count()).toBe(before);
  });
});
