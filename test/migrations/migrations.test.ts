import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConnection } from "mysql2/promise";
import { makeApp } from "../../server/app";
import { migrations } from "../../server/migrations";
import { drift, isMigrated, migrate, revert } from "../../server/platform/db/migrate";
import { open, type Opened } from "../../server/platform/db/open";
import { tablesFrom } from "../../server/platform/db/tables";
import { makeRegistry } from "../../server/schema";
import { cloneDatabase, settings, type TestDatabase } from "../support/database";
import { eachEngine, mariadbUrl, type Engine } from "../support/engines";

const tables = tablesFrom(makeRegistry());
const names = tables.map((t) => t.name).sort();

async function emptyDatabase(engine: Engine): Promise<TestDatabase> {
  if (engine === "sqlite") {
    const folder = mkdtempSync(join(tmpdir(), "danh-muc-migrations-"));
    return { url: `sqlite:${join(folder, "new.sqlite")}`, drop: async () => rmSync(folder, { recursive: true }) };
  }
  const name = `dm_migrations_${process.pid}_${Date.now()}`;
  const run = async (sql: string) => {
    const connection = await createConnection(mariadbUrl!);
    await connection.query(sql);
    await connection.end();
  };
  await run(`CREATE DATABASE \`${name}\` CHARACTER SET latin1`);
  return { url: `${mariadbUrl}${name}`, drop: () => run(`DROP DATABASE \`${name}\``) };
}

eachEngine((engine) => {
  const tablesOf = async ({ database }: Opened): Promise<string[]> => {
    const sql =
      engine === "sqlite"
        ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        : "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()";
    return (await database.read(sql))
      .map((r) => String(r[0]))
      .filter((name) => !["migration", "start_lease"].includes(name))
      .sort();
  };
  /** Rows of every table whose reference names no row, and on SQLite what the engine itself finds broken. */
  async function broken({ database }: Opened): Promise<string[]> {
    const out: string[] = [];
    for (const table of tables) {
      for (const key of table.foreignKeys) {
        const [[count]] = await database.read(
          `SELECT COUNT(*) FROM \`${table.name}\` a LEFT JOIN \`${key.table}\` b ON b.id = a.\`${key.column}\` WHERE a.\`${key.column}\` IS NOT NULL AND b.id IS NULL`,
        );
        if (Number(count) > 0) out.push(`${key.name}: ${Number(count)}`);
      }
    }
    if (engine === "sqlite") {
      out.push(...(await database.read("PRAGMA foreign_key_check")).map(String));
      out.push(...(await database.read("PRAGMA integrity_check")).map((r) => String(r[0])).filter((r) => r !== "ok"));
    }
    return out;
  }
  const counts = async ({ database }: Opened): Promise<Record<string, number>> => {
    const out: Record<string, number> = {};
    for (const name of names) out[name] = Number((await database.read(`SELECT COUNT(*) FROM \`${name}\``))[0][0]);
    return out;
  };

  test("an empty database is brought to the latest step and is then as declared", async () => {
    const database = await emptyDatabase(engine);
    const opened = await open(database.url, tables, migrations);
    expect(await isMigrated(opened.source)).toBe(false);
    await migrate(opened.source);
    expect(await isMigrated(opened.source)).toBe(true);
    expect(await tablesOf(opened)).toEqual(names);
    expect(await drift(opened.source)).toEqual([]);
    await migrate(opened.source);
    expect(await drift(opened.source)).toEqual([]);
    await opened.database.close();
    await database.drop();
  });

  test("with the demo's data it goes down and up again, twice, and holds the demo again", async () => {
    const database = await cloneDatabase(engine, "demo");
    const opened = await open(database.url, tables, migrations);
    const before = await counts(opened);
    expect(before.procedure).toBeGreaterThan(100);
    expect(await broken(opened)).toEqual([]);
    expect(await drift(opened.source)).toEqual([]);
    for (let round = 0; round < 2; round++) {
      for (const _ of migrations) await revert(opened.source);
      expect(await tablesOf(opened)).toEqual([]);
      expect(await isMigrated(opened.source)).toBe(false);
      await migrate(opened.source);
      expect(await tablesOf(opened)).toEqual(names);
      expect(await drift(opened.source)).toEqual([]);
      expect((await counts(opened)).procedure).toBe(0);
    }
    const app = await makeApp(settings(database.url, "demo"));
    await app.close();
    const after = await counts(opened);
    for (const table of ["unit_state", "agency_state", "procedure_state", "catalog_entry", "channel", "transfer_rate"])
      expect([table, after[table]]).toEqual([table, before[table]]);
    expect(await broken(opened)).toEqual([]);
    await opened.database.close();
    await database.drop();
  });

  test("a start brings an older database up to date, and readiness waits for it", async () => {
    const database = await cloneDatabase(engine, "none");
    const app = await makeApp(settings(database.url, "none"));
    const opened = await open(database.url, tables, migrations);
    expect((await app.http.inject("/readyz")).statusCode).toBe(200);
    await revert(opened.source);
    expect((await app.http.inject("/readyz")).statusCode).toBe(503);
    expect((await app.http.inject("/healthz")).statusCode).toBe(200);
    await app.close();
    const next = await makeApp(settings(database.url, "none"));
    expect((await next.http.inject("/readyz")).statusCode).toBe(200);
    await next.close();
    await opened.database.close();
    await database.drop();
  });
});
