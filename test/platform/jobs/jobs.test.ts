import { makeApp, type App } from "../../../server/app";
import { Refusal } from "../../../server/platform/errors/refusal";
import { Cancelled, type Running } from "../../../server/platform/jobs/jobs";
import type { Person } from "../../../server/platform/policy/policy";
import { startApi, type Api, type Asker } from "../../support/api";
import { cloneDatabase, settings } from "../../support/database";
import { eachEngine } from "../../support/engines";

const JOB = "id kind title state done total startedAt endedAt outcome";

/** A door that work waits behind until the test opens it. */
function door(): { open(): void; opened: Promise<void> } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
  });
  afterAll(() => api.close());

  const start = (who: Asker, work: (job: Running) => Promise<Record<string, unknown>>, title = "tệp.xlsx") =>
    api.app.services.jobs.start(who.person!, { kind: "import", title }, work);
  const cookieOf = async (person: Person): Promise<string> =>
    `danh_muc_session=${(await api.app.services.sessions.open(person)).secret}`;
  const get = async (who: Asker, url: string, headers: Record<string, string> = {}) =>
    api.inject({ method: "GET", url, headers: { cookie: await cookieOf(who.person!), ...headers } });
  const jobOf = async (who: Asker, id: string) =>
    (await who.data(`query($id: ID!) { job(id: $id) { ${JOB} } }`, { id })).job;
  const cancel = (who: Asker, id: string) => who.ask(`mutation($id: ID!) { cancelJob(id: $id) { id state } }`, { id });
  /** Waits on the state, never on a time. */
  const ended = async (who: Asker, id: string) => {
    for (;;) {
      const job = await jobOf(who, id);
      if (job.state !== "RUNNING") return job;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };

  test("a job tells how far it is while it runs, and what came of it", async () => {
    const gate = door();
    const { id, state } = await start(chi, async (job) => {
      job.progress(40, 100);
      await gate.opened;
      job.progress(100);
      return { new: 100 };
    });
    expect(state).toBe("RUNNING");
    expect(await jobOf(chi, id)).toMatchObject({
      state: "RUNNING",
      done: 40,
      total: 100,
      outcome: null,
      endedAt: null,
    });
    gate.open();
    expect(await ended(chi, id)).toMatchObject({
      kind: "import",
      title: "tệp.xlsx",
      state: "DONE",
      done: 100,
      outcome: { new: 100 },
    });
    const { jobs } = await chi.data(`{ jobs { ${JOB} } }`);
    expect(jobs[0]).toMatchObject({ id, state: "DONE" });
    expect(Date.parse(jobs[0].endedAt)).toBeGreaterThanOrEqual(Date.parse(jobs[0].startedAt));
  });

  test("a job is its person's alone", async () => {
    const { id } = await start(chi, async (job) => {
      await job.addRows([{ line: 1, action: "NEW", body: { line: 1 } }]);
      await job.keepFile(one(Buffer.from("a")));
      return { file: "a.csv" };
    });
    await ended(chi, id);
    const quan = await api.as("quan");
    expect(await jobOf(quan, id)).toBeNull();
    expect((await cancel(quan, id)).data.cancelJob).toBeNull();
    expect((await quan.data("{ jobs { id } }")).jobs).toEqual([]);
    for (const path of ["rows", "file"]) {
      expect((await get(quan, `/jobs/${id}/${path}`)).statusCode).toBe(404);
      expect((await get(chi, `/jobs/${id}/${path}`)).statusCode).toBe(200);
      expect((await api.inject({ method: "GET", url: `/jobs/${id}/${path}` })).statusCode).toBe(401);
    }
    expect((await api.nobody.ask(`{ jobs { id } }`)).errors?.[0].extensions.code).toBe("SIGN_IN");
  });

  test("its rows are read page by page, of one action or of all", async () => {
    const actions = ["NEW", "CHANGED", "SAME", "WRONG"];
    const { id } = await start(chi, async (job) => {
      await job.addRows(
        Array.from({ length: 1203 }, (_, i) => ({
          line: i + 2,
          action: actions[i % 4],
          body: { line: i + 2, say: "Đ" },
        })),
      );
      return {};
    });
    await ended(chi, id);
    const page = async (query: string) => (await get(chi, `/jobs/${id}/rows?${query}`)).json();
    expect((await page("")).rows).toHaveLength(100);
    expect(await page("limit=2&offset=1202")).toEqual({ total: 1203, rows: [{ line: 1204, say: "Đ" }] });
    const wrong = await page("action=WRONG&limit=1000");
    expect(wrong.total).toBe(300);
    expect(wrong.rows.map((r: { line: number }) => r.line % 4)).toEqual(Array(300).fill(1));
    for (const query of ["action=FILE", "limit=1001", "limit=-1", "offset=x"]) {
      const reply = await get(chi, `/jobs/${id}/rows?${query}`);
      expect([query, reply.statusCode]).toEqual([query, 422]);
      expect(reply.json().problems[0]).toMatchObject({ code: "BAD_INPUT", field: query.split("=")[0] });
    }
  });

  test("the file it makes comes back byte by byte, however large", async () => {
    const content = Buffer.alloc(1_300_000, "Đắk Lắk;");
    const { id } = await start(chi, async (job) => {
      await job.keepFile(parts(content, 70_001));
      return { file: "Kết quả.xlsx" };
    });
    await ended(chi, id);
    const reply = await get(chi, `/jobs/${id}/file`);
    expect(reply.rawPayload.equals(content)).toBe(true);
    expect(reply.headers["content-disposition"]).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent("Kết quả.xlsx")}`,
    );
    expect(reply.headers["content-type"]).toContain("spreadsheetml");
    const { id: none } = await start(chi, async () => ({}));
    await ended(chi, none);
    expect((await get(chi, `/jobs/${none}/file`)).statusCode).toBe(404);
  });

  test("a page of another origin fetches nothing by somebody's cookie", async () => {
    const { id } = await start(chi, async () => ({}));
    await ended(chi, id);
    const url = `/jobs/${id}/rows`;
    for (const headers of [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: "https://evil.example" },
      { origin: "null" },
    ]) {
      const reply = await get(chi, url, headers as unknown as Record<string, string>);
      expect([headers, reply.statusCode]).toEqual([headers, 403]);
    }
    for (const headers of [{ "sec-fetch-site": "same-origin" }, { origin: "http://localhost:80", host: "localhost" }])
      expect((await get(chi, url, headers as unknown as Record<string, string>)).statusCode).toBe(200);
  });

  test("a job that is asked to stop stops and keeps nothing", async () => {
    const started = door();
    const { id } = await start(chi, async (job) => {
      started.open();
      for (let i = 0; ; i++) {
        job.progress(i);
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
    await started.opened;
    expect((await cancel(chi, id)).data.cancelJob.id).toBe(id);
    expect(await ended(chi, id)).toMatchObject({ state: "CANCELLED", outcome: null });
    // Stopping what has stopped changes nothing.
    expect((await cancel(chi, id)).data.cancelJob.state).toBe("CANCELLED");
  });

  test("a job that was asked to stop before its COMMIT does not commit; one that is through cannot be stopped", async () => {
    const { database } = api.app;
    const gate = door();
    const { id } = await start(chi, async (job) => {
      await gate.opened;
      await database.write(async (tx) => {
        await tx.run("INSERT INTO guard (name, version) VALUES ('job.stopped', 1)");
        await job.settle(tx, { written: true });
      });
      return { written: true };
    });
    await cancel(chi, id);
    gate.open();
    expect(await ended(chi, id)).toMatchObject({ state: "CANCELLED", outcome: null });
    expect(await database.read("SELECT 1 FROM guard WHERE name = 'job.stopped'")).toEqual([]);
    const { id: done } = await start(chi, async (job) => {
      await database.write((tx) => job.settle(tx, { written: true }));
      return { written: true };
    });
    await ended(chi, done);
    expect((await cancel(chi, done)).data.cancelJob.state).toBe("DONE");
  });

  test("what a job was refused for is its outcome, and what nobody foresaw tells nothing of the inside", async () => {
    const quiet = jest.spyOn(console, "error").mockImplementation(() => undefined);
    const { id } = await start(chi, () =>
      Promise.reject(new Refusal("LIMIT", "file", { max: "32 MB" }, "fileTooLarge")),
    );
    expect(await ended(chi, id)).toMatchObject({
      state: "FAILED",
      outcome: {
        problems: [{ code: "LIMIT", field: "file", messageVi: "Tệp lớn quá 32 MB. Hãy chia thành nhiều tệp." }],
      },
    });
    const { id: broken } = await start(chi, () => Promise.reject(new Error("SELECT secret")));
    const job = await ended(chi, broken);
    expect(job.state).toBe("FAILED");
    expect(JSON.stringify(job)).not.toContain("secret");
    quiet.mockRestore();
  });

  test("a person has at most three jobs at a time", async () => {
    const gate = door();
    const work = async () => {
      await gate.opened;
      return {};
    };
    const own = [await start(chi, work), await start(chi, work), await start(chi, work)];
    await expect(start(chi, work)).rejects.toMatchObject({ code: "LIMIT", reason: "tooManyJobs" });
    const other = await start(await api.as("quan"), work);
    expect(other.state).toBe("RUNNING");
    gate.open();
    for (const { id } of own) await ended(chi, id);
    expect((await start(chi, work)).state).toBe("RUNNING");
  });

  describe("with another process on the same database", () => {
    const age = async (id: string, column: string, seconds: number): Promise<void> => {
      const at = new Date(Date.now() - seconds * 1000).toISOString();
      await api.app.database.write((tx) => tx.run(`UPDATE job SET ${column} = ? WHERE id = ?`, [at, Number(id)]));
    };
    /** A job that some process has begun and, for all this one knows, no longer works on. */
    const foreign = async (outcome: unknown = null): Promise<string> => {
      const { database, services } = api.app;
      const number = 1_000_000 + Math.floor(Math.random() * 1e9);
      const at = services.clock.now();
      await database.write((tx) =>
        tx.run(
          "INSERT INTO job (id, person_id, kind, title, state, done, total, is_cancelled, started_at, beat_at, ended_at, outcome) VALUES (?, ?, 'import', 'x', 'RUNNING', 5, 10, 0, ?, ?, NULL, ?)",
          [number, Number(chi.person!.id), at, at, outcome === null ? null : JSON.stringify(outcome)],
        ),
      );
      return String(number);
    };
    const stateInTable = async (id: string): Promise<unknown> => {
      for (;;) {
        const [[state]] = await api.app.database.read("SELECT state FROM job WHERE id = ?", [Number(id)]);
        if (state !== "RUNNING") return state;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };

    test("a job whose process gave no sign of life for a minute has failed and says so", async () => {
      const id = await foreign();
      await age(id, "beat_at", 50);
      expect((await jobOf(chi, id)).state).toBe("RUNNING");
      await age(id, "beat_at", 61);
      const job = await jobOf(chi, id);
      expect(job).toMatchObject({ state: "FAILED", done: 5, total: 10 });
      expect(job.outcome.problems[0].messageVi).toContain("Máy chủ đã dừng giữa chừng; chưa ghi gì");
      expect(await stateInTable(id)).toBe("FAILED");
    });

    test("a job whose work was committed before its process died is done", async () => {
      const id = await foreign({ new: 3, changeSet: "7" });
      expect(await jobOf(chi, id)).toMatchObject({ state: "RUNNING", outcome: null });
      await age(id, "beat_at", 61);
      expect(await jobOf(chi, id)).toMatchObject({ state: "DONE", outcome: { new: 3, changeSet: "7" } });
      expect(await stateInTable(id)).toBe("DONE");
    });

    test("a job whose work was committed is done, whatever goes wrong with telling of it afterwards", async () => {
      const complaint = jest.spyOn(console, "error").mockImplementation(() => undefined);
      const { id } = await start(chi, async (job) => {
        await api.app.database.write((tx) => job.settle(tx, { new: 1, changeSet: "8" }));
        await job.addRows([{ line: 1, action: "NEW", body: {} }]);
        await job.addRows([{ line: 1, action: "NEW", body: {} }]);
        return {};
      });
      expect(await ended(chi, id)).toMatchObject({ state: "DONE", outcome: { new: 1, changeSet: "8" } });
      expect(complaint).toHaveBeenCalledTimes(1);
      complaint.mockRestore();
    });

    test("of a job that is stopped or refused no rows are left", async () => {
      for (const end of [new Cancelled(), new Refusal("BAD_INPUT", "file", {}, "fileUnreadable")]) {
        const { id } = await start(chi, async (job) => {
          await job.keepFile(one(Buffer.from("a")));
          throw end;
        });
        expect((await ended(chi, id)).state).toBe(end instanceof Cancelled ? "CANCELLED" : "FAILED");
        expect(await api.app.database.read("SELECT 1 FROM job_row WHERE job_id = ?", [Number(id)])).toEqual([]);
      }
    });

    test("a job that died and that nobody asked about is forgotten too", async () => {
      const id = await foreign();
      await age(id, "started_at", 24 * 3600 + 1);
      await ended(chi, (await start(chi, async () => ({}))).id);
      expect(await api.app.database.read("SELECT state FROM job WHERE id = ?", [Number(id)])).toEqual([["RUNNING"]]);
      await age(id, "beat_at", 24 * 3600);
      await ended(chi, (await start(chi, async () => ({}))).id);
      expect(await api.app.database.read("SELECT 1 FROM job WHERE id = ?", [Number(id)])).toEqual([]);
    });

    test("a job that another process has given up does not commit", async () => {
      const gate = door();
      const { id } = await start(chi, async (job) => {
        await gate.opened;
        await api.app.database.write((tx) => job.settle(tx, {}));
        return {};
      });
      await api.app.database.write((tx) => tx.run("UPDATE job SET state = 'FAILED' WHERE id = ?", [Number(id)]));
      gate.open();
      expect(await ended(chi, id)).toMatchObject({ state: "FAILED" });
    });

    test("a job is forgotten after a day, its rows and its file with it", async () => {
      const { id } = await start(chi, async (job) => {
        await job.addRows([{ line: 1, action: "NEW", body: {} }]);
        return {};
      });
      await ended(chi, id);
      await age(id, "started_at", 24 * 3600 + 1);
      expect(await jobOf(chi, id)).toBeNull();
      const { id: next } = await start(chi, async () => ({}));
      await ended(chi, next);
      for (const [table, column] of [
        ["job", "id"],
        ["job_row", "job_id"],
      ])
        expect(await api.app.database.read(`SELECT 1 FROM ${table} WHERE ${column} = ?`, [Number(id)])).toEqual([]);
    });

    test("a job is stopped from any process", async () => {
      const id = await foreign();
      await cancel(chi, id);
      const [[asked]] = await api.app.database.read("SELECT is_cancelled FROM job WHERE id = ?", [Number(id)]);
      expect(Number(asked)).toBe(1);
      const { id: own } = await start(chi, async (job) => {
        for (;;) {
          job.progress(1);
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      });
      await api.app.database.write((tx) => tx.run("UPDATE job SET is_cancelled = 1 WHERE id = ?", [Number(own)]));
      expect((await ended(chi, own)).state).toBe("CANCELLED");
    });
  });

  test("whoever is deleted takes their jobs along", async () => {
    const quan = await api.as("quan");
    const create = { name: "Tạm", email: "tam@test.example", roles: ["ADMINISTRATOR"], isActive: true };
    const made = await quan.data(
      `mutation($c: [PersonChange!]!) { changePeople(changes: $c) { rows { id version } problems { messageEn } } }`,
      { c: [{ create }] },
    );
    const [{ id, version }] = made.changePeople.rows;
    const person: Person = { id, name: "Tạm", roles: ["ADMINISTRATOR"], agencyId: null, readOnly: false };
    const job = await api.app.services.jobs.start(person, { kind: "import", title: "x" }, async (running) => {
      await running.addRows([{ line: 1, action: "NEW", body: {} }]);
      return {};
    });
    while ((await api.app.services.jobs.one(person, job.id))!.state === "RUNNING")
      await new Promise((resolve) => setTimeout(resolve, 5));
    const gone = await quan.data(
      `mutation($c: [PersonChange!]!) { changePeople(changes: $c) { problems { messageEn } } }`,
      { c: [{ delete: { id, version } }] },
    );
    expect(gone.changePeople.problems).toEqual([]);
    expect(await api.app.database.read("SELECT 1 FROM job WHERE person_id = ?", [Number(id)])).toEqual([]);
  });

  test("a server that closes stops its jobs and waits for them", async () => {
    const own = await cloneDatabase(engine, "none");
    const app: App = await makeApp(settings(own.url, "none"));
    const [[id]] = await app.database.read("SELECT id FROM person WHERE email = 'chi@test.example'");
    const person: Person = { id: String(id), name: "Chi", roles: ["CATALOG"], agencyId: null, readOnly: false };
    const started = door();
    const job = await app.services.jobs.start(person, { kind: "import", title: "x" }, async (running) => {
      started.open();
      for (;;) {
        running.progress(1);
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
    await started.opened;
    await app.close();
    const later = await makeApp(settings(own.url, "none"));
    expect(await later.services.jobs.one(person, job.id)).toMatchObject({ state: "CANCELLED" });
    await later.close();
    await own.drop();
  });
});

async function* one(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

async function* parts(content: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}
