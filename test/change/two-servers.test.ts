import { makeApp, type App } from "../../server/app";
import { cloneDatabase, settings, type TestDatabase } from "../support/database";
import { eachEngine } from "../support/engines";
import { fresh } from "./change-speech";

const ROUNDS = 12;

/** Two servers on one database: nothing that matters is in the memory of either. */
eachEngine((engine) => {
  let database: TestDatabase;
  let servers: App[] = [];
  let cookie: string;
  beforeAll(async () => {
    database = await cloneDatabase(engine, "none");
    servers = [await makeApp(settings(database.url, "none")), await makeApp(settings(database.url, "none"))];
    const { services, database: read } = servers[0];
    const [[id]] = await read.read("SELECT id FROM person WHERE email = 'chi@test.example'");
    const chi = { id: String(id), name: "Chi", roles: ["CATALOG" as const], agencyId: null, readOnly: false };
    cookie = `danh_muc_session=${(await services.sessions.open(chi)).secret}`;
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
    await database.drop();
  });

  async function ask(server: App, query: string, variables: object) {
    const answer = await server.http.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json", cookie },
      payload: { query, variables },
    });
    return answer.json();
  }
  const CHANGE = `mutation($changes: [SectorChange!]!, $key: String) {
    result: changeSectors(changes: $changes, key: $key) { changeSet { id } rows { id version } problems { code field } } }`;

  test("a session opened on one is known on the other", async () => {
    for (const server of servers)
      expect((await ask(server, "{ viewer { person { name } } }", {})).data.viewer.person.name).toBe("Chi");
  });

  test("what both write at once gets ids of its own, and is read from both", async () => {
    const answers = await Promise.all(
      servers.flatMap((server) =>
        Array.from({ length: ROUNDS }, () =>
          ask(server, CHANGE, { changes: [{ create: { nameVi: fresh("Hai máy") } }] }),
        ),
      ),
    );
    for (const answer of answers) expect(answer.errors).toBeUndefined();
    const ids = answers.map((a) => a.data.result.rows[0].id);
    expect(new Set(ids).size).toBe(2 * ROUNDS);
    for (const server of servers) {
      const { data } = await ask(server, `query($ids: [ID!]) { sectors(filter: { id: { in: $ids } }) { total } }`, {
        ids,
      });
      expect(data.sectors.total).toBe(2 * ROUNDS);
    }
  });

  test("one version of a row is changed on one of them, one key is used once", async () => {
    const [a, b] = servers;
    const made = await ask(a, CHANGE, { changes: [{ create: { nameVi: fresh("Một dòng") } }] });
    const { id } = made.data.result.rows[0];
    for (let version = 1; version <= 4; version++) {
      const update = (nameEn: string) => ({ changes: [{ update: { id, version, set: { nameEn } } }] });
      const both = await Promise.all([ask(a, CHANGE, update(`a${version}`)), ask(b, CHANGE, update(`b${version}`))]);
      const saved = both.filter((x) => x.data?.result?.changeSet);
      expect(saved).toHaveLength(1);
      expect(both.find((x) => !saved.includes(x))!.data.result.problems).toEqual([{ code: "STALE", field: "version" }]);
    }
    const key = fresh("key").replace(" ", "-");
    const changes = [{ create: { nameVi: fresh("Một khóa") } }];
    const twice = await Promise.all(servers.map((server) => ask(server, CHANGE, { changes, key })));
    expect(twice[0]).toEqual(twice[1]);
    expect(twice[0].data.result.problems).toEqual([]);
  });

  test("a session that ends on one ends on the other", async () => {
    const [a, b] = servers;
    expect((await ask(b, "mutation { signOut }", {})).data.signOut).toBe(true);
    expect((await ask(a, "{ viewer { person { name } } }", {})).data.viewer).toBeNull();
  });
});
