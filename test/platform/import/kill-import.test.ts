import { makeApp } from "../../../server/app";
import type { Person } from "../../../server/platform/policy/policy";
import { cloneDatabase, settings, type TestDatabase } from "../../support/database";
import { eachEngine } from "../../support/engines";
import { ServerProcess } from "../../support/server-process";
import { csv, form, FORM_TYPE } from "./import-speech";

const MANY = 6000;

eachEngine((engine) => {
  let database: TestDatabase;
  let cookie: string;
  let person: Person;
  beforeAll(async () => {
    database = await cloneDatabase(engine, "none");
    await inside(async (app) => {
      const [[id]] = await app.database.read("SELECT id FROM person WHERE email = 'chi@test.example'");
      person = { id: String(id), name: "Chi", roles: ["CATALOG"], agencyId: null, readOnly: false };
      cookie = `danh_muc_session=${(await app.services.sessions.open(person)).secret}`;
    });
  });
  afterAll(() => database.drop());

  async function inside<T>(work: (app: Awaited<ReturnType<typeof makeApp>>) => Promise<T>): Promise<T> {
    const app = await makeApp(settings(database.url, "none"));
    try {
      return await work(app);
    } finally {
      await app.close();
    }
  }
  const file = csv("Mã,Tên lĩnh vực", ...Array.from({ length: MANY }, (_, i) => `T${i},Lĩnh vực bị tắt ${i}`));
  const send = async (server: ServerProcess, query: string) =>
    (
      await fetch(`${server.address}/import/sectors?${query}`, {
        method: "POST",
        headers: { cookie, "content-type": FORM_TYPE },
        body: new Uint8Array(form(file, "tắt.csv")),
      })
    ).json() as Promise<{ job?: { id: string }; new: number; same: number; changeSet: { id: string } | null }>;
  const jobOf = async (server: ServerProcess, id: string): Promise<{ state: string; done: number }> => {
    const reply = await fetch(`${server.address}/graphql`, {
      method: "POST",
      headers: { cookie, "content-type": "application/json" },
      body: JSON.stringify({ query: `{ job(id: "${id}") { state done } }` }),
    });
    return ((await reply.json()) as { data: { job: { state: string; done: number } } }).data.job;
  };

  test("pain 3: kill -9 in mid-import leaves no row, and the same file under the same key goes in once", async () => {
    const server = await ServerProcess.start(database.url);
    const { job } = await send(server, "background=true&key=tat-1");
    let seen = { state: "RUNNING", done: 0 };
    while (seen.state === "RUNNING" && seen.done < 1000) seen = await jobOf(server, job!.id);
    await server.kill();
    expect(seen.state).toBe("RUNNING");
    await inside(async (app) => {
      const [[rows]] = await app.database.read("SELECT COUNT(*) FROM sector WHERE INSTR(name_vi, 'bị tắt') > 0");
      const [[history]] = await app.database.read("SELECT COUNT(*) FROM change_row WHERE resource = 'Sector'");
      const [[sets]] = await app.database.read("SELECT COUNT(*) FROM change_set WHERE source = 'IMPORT'");
      expect([rows, history, sets].map(Number)).toEqual([0, 0, 0]);
      // A minute later nobody takes the job for one that goes on.
      const old = new Date(Date.now() - 61_000).toISOString();
      await app.database.write((tx) => tx.run("UPDATE job SET beat_at = ? WHERE id = ?", [old, Number(job!.id)]));
      expect(await app.services.jobs.one(person, job!.id)).toMatchObject({ state: "FAILED" });
    });
    const next = await ServerProcess.start(database.url);
    const done = await send(next, "key=tat-1");
    expect([done.new, done.same]).toEqual([MANY, 0]);
    // The answer was lost on its way: asked again, it is the same, and nothing is written twice.
    await next.kill();
    const last = await ServerProcess.start(database.url);
    const again = await send(last, "key=tat-1");
    expect([again.new, again.changeSet]).toEqual([MANY, done.changeSet]);
    await last.kill();
    await inside(async (app) => {
      const [[rows]] = await app.database.read("SELECT COUNT(*) FROM sector WHERE INSTR(name_vi, 'bị tắt') > 0");
      expect(Number(rows)).toBe(MANY);
    });
  }, 150_000);
});
