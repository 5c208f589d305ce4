import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createConnection } from "mysql2/promise";
import { makeApp, type App } from "../../server/app";
import type { Database } from "../../server/platform/db/database";
import { sqlitePath } from "../../server/platform/db/open";
import { cloneDatabase, settings, type TestDatabase } from "../support/database";
import { eachEngine, mariadbUrl } from "../support/engines";
import { workerFolder } from "../support/worker-folder";

const CLIENTS = 4;
const CHANGES = 30;
const ROWS = 3;

eachEngine((engine) => {
  let database: TestDatabase;
  let app: App;
  let cookie: string;
  beforeAll(async () => {
    database = await cloneDatabase(engine, "none");
    app = await makeApp(settings(database.url, "none"));
    const [[id]] = await app.database.read("SELECT id FROM person WHERE email = 'chi@test.example'");
    const chi = { id: String(id), name: "Chi", roles: ["CATALOG" as const], agencyId: null, readOnly: false };
    cookie = `danh_muc_session=${(await app.services.sessions.open(chi)).secret}`;
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const MUTATION = `mutation($changes: [SectorChange!]!, $note: String, $key: String) {
    changeSectors(changes: $changes, note: $note, key: $key) { changeSet { id } problems { code } } }`;

  /** Every client saves its changes one after the other; gives the notes of what was acknowledged. */
  async function writeALot(round: string, isOver: () => boolean = () => false): Promise<string[]> {
    const acknowledged: string[] = [];
    const client = async (number: number): Promise<void> => {
      for (let i = 0; i < CHANGES && !isOver(); i++) {
        const note = `${round} ${number}.${i}`;
        const changes = Array.from({ length: ROWS }, (_, row) => ({ create: { nameVi: `${note}.${row}` } }));
        const answer = await app.http.inject({
          method: "POST",
          url: "/graphql",
          headers: { "content-type": "application/json", cookie },
          payload: { query: MUTATION, variables: { changes, note, key: note.replaceAll(" ", "-") } },
        });
        if (answer.json().data?.changeSectors?.changeSet) acknowledged.push(note);
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, (_, n) => client(n)));
    return acknowledged;
  }

  /** Change sets that are not whole: rows without history, history without rows, heads without a body. */
  async function halves(from: Database, round: string): Promise<unknown[]> {
    const sets = await from.read(
      `SELECT s.note, s.row_count, (SELECT COUNT(*) FROM change_row r WHERE r.change_set_id = s.id),
        (SELECT COUNT(*) FROM sector x JOIN change_row r ON r.resource = 'Sector' AND r.row_id = x.id WHERE r.change_set_id = s.id)
        FROM change_set s WHERE INSTR(s.note, ?) = 1`,
      [`${round} `],
    );
    const orphans = await from.read(
      "SELECT name_vi FROM sector x WHERE INSTR(name_vi, ?) = 1 AND NOT EXISTS (SELECT 1 FROM change_row r WHERE r.resource = 'Sector' AND r.row_id = x.id)",
      [`${round} `],
    );
    return [...sets.filter(([, ...counts]) => counts.some((n) => Number(n) !== ROWS)), ...orphans];
  }
  const notes = async (from: Database, round: string): Promise<string[]> =>
    (await from.read("SELECT note FROM change_set WHERE INSTR(note, ?) = 1", [`${round} `])).map((r) => String(r[0]));

  if (engine === "sqlite") {
    test("a file as a loss of power leaves it holds every change set whole or not at all", async () => {
      const path = sqlitePath(database.url);
      let isDone = false;
      const writing = writeALot("power").finally(() => (isDone = true));
      let copies = 0;
      const snapshots: { folder: string; acknowledged: string[] }[] = [];
      while (!isDone && copies < 12) {
        await new Promise((resolve) => setTimeout(resolve, 7 + copies));
        const folder = mkdtempSync(join(workerFolder, "crash-"));
        const acknowledged = await notes(app.database, "power");
        copyFileSync(path, join(folder, "copy.sqlite"));
        if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, join(folder, "copy.sqlite-wal"));
        snapshots.push({ folder, acknowledged });
        copies++;
      }
      expect(await writing).toHaveLength(CLIENTS * CHANGES);
      for (const { folder, acknowledged } of snapshots) {
        const copy = await makeApp(settings(`sqlite:${join(folder, "copy.sqlite")}`, "none"));
        expect(await halves(copy.database, "power")).toEqual([]);
        expect(await notes(copy.database, "power")).toEqual(expect.arrayContaining(acknowledged));
        expect(await copy.database.read("PRAGMA integrity_check")).toEqual([["ok"]]);
        await copy.close();
        rmSync(folder, { recursive: true });
      }
      expect(copies).toBeGreaterThan(2);
    });
  } else {
    test("connections that are cut at any moment lose nothing that was acknowledged and leave no half", async () => {
      const quiet = jest.spyOn(console, "error").mockImplementation(() => undefined);
      const killer = await createConnection(mariadbUrl!);
      const name = new URL(database.url).pathname.slice(1);
      let cut = 0;
      let isDone = false;
      const cutting = (async () => {
        while (!isDone) {
          await new Promise((resolve) => setTimeout(resolve, 20));
          const [found] = await killer.query("SELECT id FROM information_schema.processlist WHERE db = ?", [name]);
          for (const { id } of found as { id: number }[]) {
            await killer.query(`KILL CONNECTION ${id}`).catch(() => undefined);
            cut++;
          }
        }
      })();
      const acknowledged = await writeALot("cut");
      isDone = true;
      await cutting;
      await killer.end();
      expect(cut).toBeGreaterThan(5);
      expect(await halves(app.database, "cut")).toEqual([]);
      expect(await notes(app.database, "cut")).toEqual(expect.arrayContaining(acknowledged));
      // Afterwards everything works as before, and what was told as failed can be sent again under its key.
      expect(await writeALot("cut")).toHaveLength(CLIENTS * CHANGES);
      expect(await halves(app.database, "cut")).toEqual([]);
      expect(new Set(await notes(app.database, "cut")).size).toBe(CLIENTS * CHANGES);
      quiet.mockRestore();
    });
  }
});
