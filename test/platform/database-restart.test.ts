import { createConnection } from "mysql2/promise";
import { makeApp, type App } from "../../server/app";
import { settings } from "../support/database";
import { findMariadb, startMariadb, type PrivateMariadb } from "../support/mariadb-server";

const declare = findMariadb() ? describe : describe.skip;

declare("a database server that is restarted under the product", () => {
  let server: PrivateMariadb;
  let app: App;

  beforeAll(async () => {
    server = await startMariadb(findMariadb()!);
    const connection = await createConnection(server.url);
    await connection.query("CREATE DATABASE restarted CHARACTER SET utf8mb4");
    await connection.end();
    const admin = { email: "quan@test.example", password: "một câu dài và dễ nhớ" };
    app = await makeApp({ ...settings(`${server.url}restarted`, "none"), admin });
  }, 120_000);
  afterAll(async () => {
    await app?.close();
    await server?.stop();
  });

  test("is found again by reads and by writes, with no restart of the product, and is missed meanwhile without a wait", async () => {
    const [[id]] = await app.database.read("SELECT id FROM person");
    const person = { id: String(id), name: "Quân", roles: ["ADMINISTRATOR" as const], agencyId: null, readOnly: false };
    const cookie = `danh_muc_session=${(await app.services.sessions.open(person)).secret}`;
    const ask = async (query: string) => {
      const payload = { query };
      const headers = { "content-type": "application/json", cookie };
      return (await app.http.inject({ method: "POST", url: "/graphql", headers, payload })).json();
    };
    const create = (name: string) =>
      ask(`mutation { changeSectors(changes: [{ create: { nameVi: "${name}" } }]) { rows { id } problems { code } } }`);
    expect((await create("Trước khi khởi động lại")).data.changeSectors.problems).toEqual([]);
    const isReady = async () => (await app.http.inject({ url: "/readyz" })).statusCode;
    expect(await isReady()).toBe(200);
    await server.restart(async () => {
      const begun = Date.now();
      expect(await isReady()).toBe(503);
      expect((await ask("{ sectors { total } }")).errors).toHaveLength(1);
      expect(Date.now() - begun).toBeLessThan(20_000);
    });
    expect(await isReady()).toBe(200);
    expect((await ask("{ sectors { total } }")).data.sectors.total).toBe(1);
    expect((await create("Sau khi khởi động lại")).data.changeSectors.problems).toEqual([]);
    expect((await ask("{ sectors { total } }")).data.sectors.total).toBe(2);
  }, 120_000);
});
