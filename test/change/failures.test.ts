import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { askChange, change, fresh, refusals } from "./change-speech";

type Sends = (sql: string, send: () => unknown) => unknown;
interface Inside {
  pool: { getConnection(): Promise<{ query(sql: string, ...rest: unknown[]): Promise<unknown> }> };
  writing: { of(sql: string): { run(...parameters: unknown[]): unknown } };
}

/** An engine's own error, as its driver throws it. */
const failure = (code: string, errno?: number): Error => Object.assign(new Error(`injected ${code}`), { code, errno });

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  let sends: Sends = (_sql, send) => send();
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
    // Warm: ids are taken and statements prepared, so that faults hit the change alone.
    await change(chi, "Sector", [{ create: { nameVi: fresh("Trước") } }]);
    const inside = api.app.database as unknown as Inside;
    if (engine === "mariadb") {
      const take = inside.pool.getConnection.bind(inside.pool);
      inside.pool.getConnection = async () => {
        const connection = await take();
        const query = connection.query;
        return new Proxy(connection, {
          get: (target, name) =>
            name === "query"
              ? async (sql: string, ...rest: unknown[]) =>
                  sends(typeof sql === "string" ? sql : (sql as { sql: string }).sql, () =>
                    query.call(target, sql, ...rest),
                  )
              : typeof target[name as "query"] === "function"
                ? target[name as "query"].bind(target)
                : target[name as "query"],
        });
      };
    } else {
      const of = inside.writing.of.bind(inside.writing);
      inside.writing.of = (sql) => {
        const statement = of(sql);
        return new Proxy(statement, {
          get: (target, name) =>
            name === "run" || name === "all"
              ? (...parameters: unknown[]) => sends(sql, () => target[name as "run"](...parameters))
              : target[name as "run"],
        });
      };
    }
  });
  afterEach(() => {
    sends = (_sql, send) => send();
  });
  afterAll(() => api.close());

  /** Fails the next statements that look like this, before or after they are sent. */
  function fail(what: RegExp, error: Error, times: number, when: "before" | "after" = "before"): () => number {
    let left = times;
    sends = async (sql, send) => {
      if (left > 0 && what.test(sql)) {
        left--;
        if (when === "after") await send();
        throw error;
      }
      return send();
    };
    if (engine === "sqlite") {
      // better-sqlite3 answers at once.
      sends = (sql, send) => {
        if (left === 0 || !what.test(sql)) return send();
        left--;
        throw error;
      };
    }
    return () => times - left;
  }
  const again = engine === "sqlite" ? failure("SQLITE_BUSY") : failure("ER_LOCK_DEADLOCK", 1213);
  const count = async (nameVi: string): Promise<number> =>
    (await chi.data(`query($n: String) { sectors(filter: { nameVi: { eq: $n } }) { total } }`, { n: nameVi })).sectors
      .total;
  const historyOf = async (nameVi: string): Promise<number> =>
    Number(
      (
        await api.app.database.read(
          "SELECT COUNT(*) FROM change_row r JOIN sector s ON s.id = r.row_id WHERE r.resource = 'Sector' AND s.name_vi = ?",
          [nameVi],
        )
      )[0][0],
    );

  test.each([
    ["the first statement", /^(INSERT INTO `?sector`?)/],
    ["the history", /INSERT INTO `?change_set`?/],
    ["the commit", /^COMMIT$/],
  ])("a deadlock or a busy database at %s runs the whole again, and it is written once", async (_where, what) => {
    const nameVi = fresh("Chạy lại");
    const failed = fail(what, again, 3);
    const result = await change(chi, "Sector", [{ create: { nameVi } }]);
    expect(failed()).toBe(3);
    expect(result.problems).toEqual([]);
    expect(result.changeSet?.rowCount).toBe(1);
    expect([await count(nameVi), await historyOf(nameVi)]).toEqual([1, 1]);
  });

  test("who finds the database busy time and again is told so, and nothing is written", async () => {
    const nameVi = fresh("Bận mãi");
    const failed = fail(/^COMMIT$/, again, 1000);
    const reply = await askChange(chi, "Sector", [{ create: { nameVi } }]);
    expect(failed()).toBeLessThanOrEqual(10);
    expect(reply.errors?.[0].extensions.code).toBe("BUSY");
    expect(reply.errors?.[0].extensions.messageVi).toContain("thử lại");
    sends = (_sql, send) => send();
    expect(await count(nameVi)).toBe(0);
    expect((await change(chi, "Sector", [{ create: { nameVi } }])).problems).toEqual([]);
  });

  test("any other failure rolls back, is not tried again and tells nothing of itself", async () => {
    const quiet = jest.spyOn(console, "error").mockImplementation(() => undefined);
    const nameVi = fresh("Hỏng");
    const failed = fail(/INSERT INTO `?change_row`?/, failure("ER_DISK_FULL", 1021), 1000);
    const reply = await askChange(chi, "Sector", [{ create: { nameVi } }]);
    expect(failed()).toBe(1);
    expect(reply.errors?.[0]).toMatchObject({
      message: "Internal error",
      extensions: { code: "INTERNAL_SERVER_ERROR" },
    });
    sends = (_sql, send) => send();
    expect(await count(nameVi)).toBe(0);
    quiet.mockRestore();
  });

  if (engine === "mariadb") {
    test("a connection lost after the commit went through leaves one effect and the right answer", async () => {
      for (const key of [undefined, fresh("key").replace(" ", "-")]) {
        const nameVi = fresh("Mất kết nối");
        const failed = fail(/^COMMIT$/, failure("PROTOCOL_CONNECTION_LOST"), 1, "after");
        const result = await change(chi, "Sector", [{ create: { nameVi } }], key ? { key } : {});
        expect(failed()).toBe(1);
        expect(refusals(result)).toEqual([]);
        expect(result.rows).toHaveLength(1);
        expect([await count(nameVi), await historyOf(nameVi)]).toEqual([1, 1]);
      }
    });
  }
});
