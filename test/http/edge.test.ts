import { installation } from "../../server/installation";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { adminFolder } from "../../server/installation";
import { bindResources } from "../../server/platform/graphql/bind";
import { makeHttp } from "../../server/platform/http/serve";
import { makeSchema } from "../../server/schema";
import { startApi, type Api } from "../support/api";
import { eachEngine } from "../support/engines";

const JSON_TYPE = { "content-type": "application/json" };
const QUERY = "{ site { version } }";

eachEngine((engine) => {
  let api: Api;
  let production: Api;
  beforeAll(async () => {
    api = await startApi(engine);
    production = await startApi(engine, { config: { isProduction: true } });
  });
  afterAll(async () => {
    await api.close();
    await production.close();
  });

  const post = async (to: Api, payload: unknown, headers: Record<string, string> = JSON_TYPE) => {
    const text = typeof payload === "string" ? payload : JSON.stringify(payload);
    const answer = await to.inject({ method: "POST", url: "/graphql", headers, payload: text });
    return { status: answer.statusCode, text: answer.body, headers: answer.headers };
  };

  test("a foreign page cannot ask: no GET, no form, no plain text, no batch", async () => {
    const before = api.app.database.statements;
    const get = await api.inject({ method: "GET", url: `/graphql?query=${encodeURIComponent(QUERY)}` });
    expect(get.statusCode).toBe(400);
    const mutation = encodeURIComponent("mutation { signOut }");
    for (const headers of [{}, { "apollo-require-preflight": "1" }]) {
      const changing = await api.inject({ method: "GET", url: `/graphql?query=${mutation}`, headers });
      expect([400, 405]).toContain(changing.statusCode);
    }
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]) {
      const { status } = await post(api, { query: QUERY }, { "content-type": type });
      expect([type, [400, 415].includes(status)]).toEqual([type, true]);
    }
    expect((await post(api, [{ query: QUERY }, { query: QUERY }])).status).toBe(400);
    expect(api.app.database.statements).toBe(before);
  });

  test("a body that is too large or no JSON is refused without an account of the inside", async () => {
    const large = await post(api, { query: QUERY, variables: { x: "x".repeat(9 * 1024 * 1024) } });
    expect(large.status).toBe(413);
    const [{ extensions }] = JSON.parse(large.text).errors;
    expect(extensions).toMatchObject({ code: "LIMIT", field: "request" });
    expect(extensions.messageVi).toContain("Hãy chia nhỏ");
    const broken = await post(api, `{"query": `);
    expect(broken.status).toBe(400);
    expect(JSON.parse(broken.text).errors[0].extensions).toMatchObject({ code: "BAD_INPUT", field: "request" });
    for (const { text } of [large, broken]) {
      expect(text).not.toMatch(/\bat .*\.[jt]s|node_modules/);
      expect(text).not.toContain(installation);
    }
  });

  test("every answer says that it is not to be sniffed, framed or run with foreign scripts", async () => {
    for (const answer of [
      await post(api, { query: QUERY }),
      await post(api, { query: "{ nonsense" }),
      { headers: (await api.inject({ method: "GET", url: "/healthz" })).headers },
      { headers: (await api.inject({ method: "GET", url: "/nowhere" })).headers },
    ]) {
      expect(answer.headers["x-content-type-options"]).toBe("nosniff");
      expect(answer.headers["x-frame-options"]).toBe("DENY");
      expect(answer.headers["referrer-policy"]).toBe("same-origin");
      const policy = String(answer.headers["content-security-policy"]);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/script-src[^;]*unsafe|default-src[^;]*unsafe|unsafe-eval/);
      expect(answer.headers["x-powered-by"]).toBeUndefined();
      expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
    }
  });

  test("health says that the process lives, readiness that the database answers and is migrated", async () => {
    expect((await api.inject({ method: "GET", url: "/healthz" })).statusCode).toBe(200);
    const ready = await api.inject({ method: "GET", url: "/readyz" });
    expect([ready.statusCode, ready.json()]).toEqual([200, { ok: true }]);
  });

  test("in production the schema is not told, in whole or by hints", async () => {
    for (const query of ["{ __schema { types { name } } }", `{ __type(name: "Person") { fields { name } } }`]) {
      expect((await post(api, { query })).text).toContain('"data":{');
      const { text } = await post(production, { query });
      expect(JSON.parse(text).data).toBeUndefined();
      expect(JSON.parse(text).errors[0].extensions).toMatchObject({ code: "BAD_INPUT", field: "query" });
    }
    for (const query of ["{ sectorz { total } }", "{ sectors { totl } }", "{ sectors(limt: 1) { total } }"]) {
      expect((await post(production, { query })).text).not.toMatch(/Did you mean/);
    }
    expect((await post(production, { query: "{ __typename }" })).text).toContain("Query");
  });

  test("what nobody foresaw tells nothing of the inside, in production or not", async () => {
    const quiet = jest.spyOn(console, "error").mockImplementation(() => undefined);
    for (const to of [api, production]) {
      const chi = await to.as("chi");
      await to.app.database.write((tx) => tx.run("ALTER TABLE channel RENAME TO channel_away"));
      try {
        for (const query of [
          "{ channels { items { id } } }",
          "{ site { version } channels { items { id } } }",
          `mutation { changeChannels(changes: [{ delete: { id: "1", version: 1 } }]) { rows { id } } }`,
        ]) {
          const { errors } = await chi.ask(query);
          expect(errors![0].message).toBe("Internal error");
          expect(errors![0].extensions).toMatchObject({ code: "INTERNAL_SERVER_ERROR" });
          expect(errors![0].extensions.messageVi).toContain("Hãy thử lại");
          expect(JSON.stringify(errors)).not.toMatch(/channel_away|no such table|SELECT|stacktrace|\.[jt]s:/);
        }
      } finally {
        await to.app.database.write((tx) => tx.run("ALTER TABLE channel_away RENAME TO channel"));
      }
    }
    expect(quiet).toHaveBeenCalled();
    quiet.mockRestore();
  });

  test("a database that does not answer is told as little of", async () => {
    const quiet = jest.spyOn(console, "error").mockImplementation(() => undefined);
    const chi = await api.as("chi");
    const read = jest
      .spyOn(api.app.database, "read")
      .mockRejectedValue(new Error("connect ECONNREFUSED 10.0.0.7:3306"));
    try {
      const { errors, status } = await chi.ask("{ sectors { total } }");
      expect(status).toBeGreaterThanOrEqual(500);
      expect(errors![0].extensions).toMatchObject({ code: "INTERNAL_SERVER_ERROR" });
      expect(errors![0].extensions.messageVi).toContain("Hãy thử lại");
      expect(JSON.stringify(errors)).not.toMatch(/ECONNREFUSED|10\.0\.0\.7/);
      expect((await api.inject({ method: "GET", url: "/readyz" })).statusCode).toBe(503);
      expect((await api.inject({ method: "GET", url: "/healthz" })).statusCode).toBe(200);
    } finally {
      read.mockRestore();
      quiet.mockRestore();
    }
    expect((await chi.ask("{ sectors { total } }")).errors).toBeUndefined();
  });

  test("in production the session's cookie goes over encrypted connections alone", async () => {
    const quan = await production.as("quan");
    const email = "sx@test.example";
    await quan.data(
      `mutation($e: String!) { changePeople(changes: [{ create: { name: "SX", email: $e, roles: [LEADER], isActive: true, password: "một mật khẩu đủ dài" } }]) { rows { id } } }`,
      { e: email },
    );
    const query = `mutation { signIn(email: "${email}", password: "một mật khẩu đủ dài") { roles } }`;
    const { headers } = await post(production, { query });
    expect(String(headers["set-cookie"])).toMatch(
      /^__Host-danh_muc_session=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
  });

  describe("the admin's pages", () => {
    const html = { accept: "text/html,*/*" };
    const served = async (folder: string | null) => {
      const { services } = api.app;
      const schema = makeSchema(services.registry);
      bindResources(schema, services.registry);
      return makeHttp(schema, services, { isProduction: false, adminFolder: folder, isReady: async () => false });
    };

    test("are served for every client route to browsers alone, and never in place of the API", async () => {
      const folder = mkdtempSync(join(tmpdir(), "danh-muc-admin-"));
      writeFileSync(join(folder, "index.html"), "<!doctype html><title>Danh Mục</title>");
      mkdirSync(join(folder, "assets"));
      writeFileSync(join(folder, "assets", "page-1a2b.js"), "export {};");
      const http = await served(folder);
      const get = (url: string, headers = {}) => http.inject({ method: "GET", url, headers });
      for (const url of ["/", "/procedures", "/procedures/12/show"]) {
        const page = await get(url, html);
        expect([url, page.statusCode, page.body.includes("Danh Mục")]).toEqual([url, 200, true]);
        expect(page.headers["cache-control"]).toBe("no-cache");
      }
      const asset = await get("/assets/page-1a2b.js");
      expect([asset.statusCode, asset.headers["cache-control"]]).toEqual([200, "public, max-age=31536000, immutable"]);
      expect((await get("/missing.js")).statusCode).toBe(404);
      expect((await http.inject({ method: "POST", url: "/procedures", headers: html })).statusCode).toBe(404);
      for (const url of ["/../package.json", "/%2e%2e/package.json", "/..%2fpackage.json"])
        expect((await get(url)).body).not.toContain("danh-muc");
      expect((await get("/readyz")).statusCode).toBe(503);
      await http.close();
      rmSync(folder, { recursive: true });
    });

    test("are not there where none was built", async () => {
      const http = await served(null);
      expect((await http.inject({ method: "GET", url: "/", headers: html })).statusCode).toBe(404);
      await http.close();
      const page = await api.inject({ method: "GET", url: "/units", headers: html });
      expect(page.statusCode).toBe(existsSync(join(adminFolder, "index.html")) ? 200 : 404);
    });
  });
});
