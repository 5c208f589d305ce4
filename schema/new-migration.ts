import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConnection } from "mysql2/promise";
import { migrations } from "../server/migrations";
import { tablesFrom, type Table } from "../server/platform/db/tables";
import { difference, type Steps } from "../server/platform/db/write-migration";
import { makeRegistry } from "../server/schema";
import { findMariadb, startMariadb } from "../test/support/mariadb-server";

/** A step as both engines take it. */
export type BothSteps = Record<"sqlite" | "mariadb", Steps>;

/** What stops the writing of a migration, said to a person. */
class Stopped extends Error {
  constructor(vi: string, en: string) {
    super(`${vi}\n${en}`);
  }
}

/** The class of a migration: create-holiday at 1795561613890 is CreateHoliday1795561613890. TypeORM orders by the number. */
export const className = (name: string, timestamp: number): string =>
  `${name
    .split("-")
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join("")}${timestamp}`;

/** The text of a migration: the statements of both engines, up and down. It imports nothing of the product, for it is frozen. */
export function migrationSource(name: string, timestamp: number, steps: BothSteps): string {
  const made = className(name, timestamp);
  return `import type { MigrationInterface, QueryRunner } from "typeorm";

const STATEMENTS = ${JSON.stringify(steps, null, 2)};

export class ${made} implements MigrationInterface {
  name = "${made}";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statementsFor(runner).up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of statementsFor(runner).down) await runner.query(statement);
  }
}

const statementsFor = (runner: QueryRunner) =>
  runner.connection.options.type === "better-sqlite3" ? STATEMENTS.sqlite : STATEMENTS.mariadb;
`;
}

/**
 * SQLite changes a table by making it anew under another name. Without this, renaming the old one away would turn the
 * references of other tables to it, and dropping it would leave them pointing at nothing.
 */
export const keepingReferences = ({ up, down }: Steps): Steps => {
  const kept = (statements: string[]): string[] =>
    statements.some((sql) => sql.includes(" RENAME TO "))
      ? ["PRAGMA legacy_alter_table = ON", ...statements, "PRAGMA legacy_alter_table = OFF"]
      : statements;
  return { up: kept(up), down: kept(down) };
};

async function onSqlite(tables: Table[]): Promise<Steps> {
  const folder = mkdtempSync(join(tmpdir(), "danh-muc-migration-"));
  try {
    return keepingReferences(await difference(`sqlite:${join(folder, "empty.sqlite")}`, tables, migrations));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** On a database of its own, made and dropped, behind a server's address without a database's name. */
async function onServer(url: string, tables: Table[]): Promise<Steps> {
  const name = `danh_muc_migration_${process.pid}`;
  const connection = await createConnection(url.replace(/^mariadb:/, "mysql:"));
  try {
    await connection.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4`);
    return await difference(`${url.replace(/\/$/, "")}/${name}`, tables, migrations);
  } finally {
    await connection.query(`DROP DATABASE IF EXISTS \`${name}\``);
    await connection.end();
  }
}

async function onMariadb(tables: Table[]): Promise<Steps> {
  const given = process.env.MIGRATION_MARIADB_URL;
  if (given) return onServer(given, tables);
  const programs = findMariadb();
  if (!programs)
    throw new Stopped(
      "Một bước di trú có câu lệnh cho cả hai hệ cơ sở dữ liệu, mà máy chưa có MariaDB: apt-get install mariadb-server, hoặc chỉ ra máy chủ bằng MIGRATION_MARIADB_URL.",
      "A migration holds the statements of both engines, and MariaDB is not installed: apt-get install mariadb-server, or name a server by MIGRATION_MARIADB_URL=mariadb://user:password@host:3306/",
    );
  const server = await startMariadb(programs);
  try {
    return await onServer(server.url, tables);
  } finally {
    await server.stop();
  }
}

/** `npm run migration -- create-holiday`: writes the step from the migrated tables to the declared ones. */
async function main(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new Stopped(
      "Hãy đặt tên bước di trú bằng các từ nối bằng gạch ngang: npm run migration -- create-holiday",
      "Name the migration in words joined by hyphens: npm run migration -- create-holiday",
    );
  const tables = tablesFrom(makeRegistry());
  const steps: BothSteps = { sqlite: await onSqlite(tables), mariadb: await onMariadb(tables) };
  if (steps.sqlite.up.length === 0 && steps.mariadb.up.length === 0)
    throw new Stopped(
      "Các bước di trú đã tạo đúng các bảng được khai báo: không có gì để ghi.",
      "The migrations already make the tables that are declared: there is nothing to write.",
    );
  // Here and not above: its CommonJS door imports a module, which jest cannot.
  const { format, resolveConfig } = await import("prettier");
  const timestamp = Date.now();
  const file = `schema/migrations/${timestamp}-${name}.ts`;
  const path = join(__dirname, "..", file);
  const source = migrationSource(name, timestamp, steps);
  writeFileSync(path, await format(source, { ...(await resolveConfig(path)), parser: "typescript" }));
  const made = className(name, timestamp);
  console.log(
    `${file}\nĐọc lại các câu lệnh rồi thêm vào server/migrations.ts / Read the statements, then add to server/migrations.ts:`,
  );
  console.log(`  import { ${made} } from "../schema/migrations/${timestamp}-${name}";`);
  console.log(`  export const migrations = [… , ${made}];`);
}

if (require.main === module) {
  main(process.argv[2]).catch((error: unknown) => {
    console.error(error instanceof Stopped ? error.message : error);
    process.exitCode = 1;
  });
}
