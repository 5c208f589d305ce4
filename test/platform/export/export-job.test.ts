import { startApi, type Api, type Asker } from "../../support/api";
import { eachEngine } from "../../support/engines";
import { make } from "../../change/change-speech";
import { exported, readBytes, signedIn } from "./exported";

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
    chi = await api.as("chi");
  });
  afterAll(() => api.close());

  const start = async (address: string, body: object = {}) => {
    const made = await exported(api, "chi", address, { body: { background: true, ...body } });
    return {
      status: made.status,
      json: made.json() as unknown as { job: { id: string; kind: string; title: string } },
    };
  };
  const jobOf = async (id: string) =>
    (await chi.data(`query($id: ID!) { job(id: $id) { state done total outcome } }`, { id })).job;

  test("a file is made as a job and fetched by its person alone", async () => {
    const { status, json } = await start("agencies.xlsx", { fields: ["code", "name"], lang: "en" });
    expect([status, json.job.kind, json.job.title]).toEqual([202, "export.agencies", "agencies-2019-07-20.xlsx"]);
    const { id } = json.job;
    let job = await jobOf(id);
    while (job.state === "RUNNING") job = await jobOf(id);
    const { agencies } = await chi.data("{ agencies { total } }");
    expect(job).toMatchObject({ state: "DONE", done: agencies.total, total: agencies.total });
    expect(job.outcome.file).toBe("agencies-2019-07-20.xlsx");
    const fetched = await api.inject({ url: `/jobs/${id}/file`, headers: await signedIn(api, "chi") });
    const rows = await readBytes(fetched.rawPayload, "a.xlsx");
    const direct = await exported(api, "chi", "agencies.xlsx", { query: { fields: "code,name", lang: "en" } });
    expect(rows).toEqual(direct.rows);
    expect((await api.inject({ url: `/jobs/${id}/file`, headers: await signedIn(api, "quan") })).statusCode).toBe(404);
  });

  test("what is refused is refused at once and makes no job", async () => {
    const { status } = await start("agencies.xlsx", { fields: ["nosuch"] });
    expect(status).toBe(400);
  });

  test("a cancelled job leaves no file", async () => {
    const many = (from: number) =>
      Array.from({ length: 4000 }, (_, i) => ({
        number: `${from + i}/QĐ`,
        kind: "DECISION",
        issuer: "UBND",
        title: "x",
      }));
    for (const from of [0, 4000, 8000]) await make(chi, "Decision", ...many(from));
    const { json } = await start("decisions.xlsx");
    await chi.data(`mutation($id: ID!) { cancelJob(id: $id) { state } }`, { id: json.job.id });
    let job = await jobOf(json.job.id);
    while (job.state === "RUNNING") job = await jobOf(json.job.id);
    expect(job.state).toBe("CANCELLED");
    const fetched = await api.inject({ url: `/jobs/${json.job.id}/file`, headers: await signedIn(api, "chi") });
    expect(fetched.statusCode).toBe(404);
  });
});
