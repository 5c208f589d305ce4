import { DataSource } from "typeorm";
import type { Table } from "./tables";
import { sourceOptions } from "./open";

/** One engine's statements of a migration step, in order. */
export interface Steps {
  up: string[];
  down: string[];
}

/**
 * The statements that take a database to the declared tables: everything on an empty one, the difference on a migrated
 * one. A migration is these two lists, one per engine, looked through and frozen by whoever writes it.
 */
export async function difference(url: string, tables: Table[], migrations: unknown[] = []): Promise<Steps> {
  const source = await new DataSource(sourceOptions(url, tables, migrations)).initialize();
  try {
    if (migrations.length > 0) await source.runMigrations();
    else if (source.options.type === "better-sqlite3") return await wholeSqlite(source);
    const log = await source.driver.createSchemaBuilder().log();
    return {
      up: log.upQueries.map((q) => q.query),
      down: log.downQueries.map((q) => q.query).reverse(),
    };
  } finally {
    await source.destroy();
  }
}

/**
 * All tables of an empty SQLite database as they end up: TypeORM would make each table first and then again with its
 * foreign keys.
 */
async function wholeSqlite(source: DataSource): Promise<Steps> {
  await source.synchronize();
  const made: { type: string; name: string; sql: string }[] = await source.query(
    "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, rowid",
  );
  return {
    up: made.map((m) => m.sql.trim()),
    down: made
      .filter((m) => m.type === "table")
      .map((m) => `DROP TABLE "${m.name}"`)
      .reverse(),
  };
}
