import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createConnection, type Connection } from "mysql2/promise";
import { makeApp } from "../../server/app";
import type { Config } from "../../server/config";
import { mariadbUrl, type Engine } from "./engines";
import { PEOPLE } from "./people";
import { madeOnce, worker, workerFolder } from "./worker-folder";

export type Seed = Config["seed"];

/** Settings of a server under test: no port, the demo's working date. */
export const settings = (databaseUrl: string, seed: Seed): Config => ({
  host: "127.0.0.1",
  port: 0,
  databaseUrl,
  seed,
  admin: null,
  workingDate: "2019-07-20",
  isProduction: false,
});

/** A database of a test file's own, cloned from a migrated and filled template. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** One template per worker and filling; the process that made it tells by the database being there. */
const templateName = (seed: Seed): string => `dm_template_${seed}_${worker.replace("-", "_")}`;

async function fill(url: string, seed: Seed): Promise<void> {
  const app = await makeApp(settings(url, seed));
  const { changes, registry } = app.services;
  const resource = registry.single("person");
  const agencies = await app.database.read("SELECT agency_id, code FROM agency_state WHERE code IS NOT NULL");
  const byCode = new Map(agencies.map(([id, code]) => [code, String(id)]));
  if (seed === "none") await makeAgencies(app, byCode);
  const answer = await changes.apply({
    person: null,
    source: "SYSTEM",
    note: "people of the tests",
    mode: "ALL_OR_NONE",
    dryRun: false,
    key: null,
    changes: PEOPLE.map(({ key, name, role, agency }) => ({
      resource,
      input: {
        create: {
          name,
          email: `${key}@test.example`,
          roles: [role],
          agency: agency ? byCode.get(agency) : null,
          isActive: true,
        },
      },
    })),
  });
  await app.close();
  if (answer.problems.length > 0) throw new Error(JSON.stringify(answer.problems));
}

/** The two agencies that people of an empty database belong to. */
async function makeAgencies(app: Awaited<ReturnType<typeof makeApp>>, byCode: Map<unknown, string>): Promise<void> {
  const { changes, registry } = app.services;
  const resource = registry.single("agency");
  const answer = await changes.apply({
    person: null,
    source: "SYSTEM",
    note: "agencies of the tests",
    mode: "ALL_OR_NONE",
    dryRun: false,
    key: null,
    changes: [
      { resource, input: { create: { code: "STP", name: "Sở Tư pháp", kind: "DEPARTMENT" } } },
      { resource, input: { create: { code: "BD", name: "Bưu điện tỉnh", kind: "POST" } } },
    ],
  });
  byCode.set("STP", answer.rows[0].id);
  byCode.set("BD", answer.rows[1].id);
}

export async function cloneDatabase(engine: Engine, seed: Seed): Promise<TestDatabase> {
  return engine === "sqlite" ? cloneSqlite(seed) : cloneMariadb(seed);
}

async function cloneSqlite(seed: Seed): Promise<TestDatabase> {
  // Closing the last connection folds the write-ahead log into the file, so that one file is the whole database.
  const template = await madeOnce(`${seed}.sqlite`, (path) => fill(`sqlite:${path}`, seed));
  const own = mkdtempSync(join(workerFolder, "db-"));
  const path = join(own, "test.sqlite");
  copyFileSync(template, path);
  return { url: `sqlite:${path}`, drop: async () => rmSync(own, { recursive: true, force: true }) };
}

let clones = 0;

async function cloneMariadb(seed: Seed): Promise<TestDatabase> {
  const connection = await createConnection(mariadbUrl!);
  try {
    const template = templateName(seed);
    const [there] = await connection.query("SHOW DATABASES LIKE ?", [template]);
    if ((there as unknown[]).length === 0) {
      await connection.query(`CREATE DATABASE \`${template}_new\` CHARACTER SET utf8mb4`);
      await fill(`${mariadbUrl}${template}_new`, seed);
      await connection.query(`CREATE DATABASE \`${template}\` CHARACTER SET utf8mb4`);
    }
    const name = `dm_test_${worker.replace("-", "_")}_${process.hrtime.bigint()}_${clones++}`;
    await connection.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4`);
    await copyTables(connection, `${template}_new`, name);
    return { url: `${mariadbUrl}${name}`, drop: () => dropMariadb(name) };
  } finally {
    await connection.end();
  }
}

/** Every table as SHOW CREATE TABLE tells it, constraints included, and its rows. */
async function copyTables(connection: Connection, from: string, to: string): Promise<void> {
  await connection.query("SET foreign_key_checks = 0");
  const [tables] = await connection.query({ sql: `SHOW TABLES FROM \`${from}\``, rowsAsArray: true });
  for (const [table] of tables as unknown as string[][]) {
    const [made] = await connection.query({ sql: `SHOW CREATE TABLE \`${from}\`.\`${table}\``, rowsAsArray: true });
    await connection.query(`USE \`${to}\``);
    await connection.query((made as unknown as string[][])[0][1]);
    await connection.query(`INSERT INTO \`${table}\` SELECT * FROM \`${from}\`.\`${table}\``);
  }
}

async function dropMariadb(name: string): Promise<void> {
  const connection = await createConnection(mariadbUrl!);
  await connection.query(`DROP DATABASE \`${name}\``);
  await connection.end();
}
