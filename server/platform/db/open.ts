import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { DataSource, type DataSourceOptions } from "typeorm";
import type { Engine } from "../kinds/kind";
import type { Database } from "./database";
import { entitySchemas } from "./entity-schemas";
import { MariaDatabase } from "./mariadb";
import { SqliteDatabase } from "./sqlite";
import type { Table } from "./tables";

/** Milliseconds a SQLite writer of another process is waited for before the unit of work is tried again. */
const BUSY = 250;

export interface Opened {
  database: Database;
  /** TypeORM's connection, for migrations and the drift check. */
  source: DataSource;
}

export const engineOf = (url: string): Engine => (url.startsWith("sqlite:") ? "sqlite" : "mariadb");

/** The path behind `sqlite:PATH`, resolved against the working folder. */
export const sqlitePath = (url: string): string => resolve(url.slice("sqlite:".length));

function sqliteOptions(url: string, extra: object): DataSourceOptions {
  return {
    type: "better-sqlite3",
    database: sqlitePath(url),
    timeout: BUSY,
    enableWAL: true,
    ...extra,
  } as DataSourceOptions;
}

function mariaOptions(url: string, extra: object): DataSourceOptions {
  const at = new URL(url);
  return {
    type: at.protocol === "mysql:" ? "mysql" : "mariadb",
    host: at.hostname,
    port: Number(at.port || 3306),
    username: decodeURIComponent(at.username),
    password: decodeURIComponent(at.password),
    database: decodeURIComponent(at.pathname.slice(1)),
    charset: "utf8mb4",
    timezone: "Z",
    supportBigNumbers: true,
    bigNumberStrings: false,
    poolSize: 10,
    extra: { waitForConnections: true, queueLimit: 1000, flags: ["-FOUND_ROWS"] },
    ...extra,
  } as DataSourceOptions;
}

/** TypeORM's options for a database: entities of the engine at hand, migrations by hand, nothing synchronised. */
export function sourceOptions(url: string, tables: Table[], migrations: unknown[] = []): DataSourceOptions {
  const engine = engineOf(url);
  const extra = {
    entities: entitySchemas(tables, engine),
    migrations,
    migrationsTableName: "migration",
    migrationsTransactionMode: "each",
    synchronize: false,
    logging: false,
  };
  return engine === "sqlite" ? sqliteOptions(url, extra) : mariaOptions(url, extra);
}

/** Opens a database that is migrated already or will be through `source`. */
export async function open(url: string, tables: Table[], migrations: unknown[] = []): Promise<Opened> {
  if (engineOf(url) === "mariadb") {
    const source = await new DataSource(sourceOptions(url, tables, migrations)).initialize();
    const database = new MariaDatabase(source);
    await database.settle();
    return { source, database };
  }
  mkdirSync(dirname(sqlitePath(url)), { recursive: true });
  const source = await new DataSource(sourceOptions(url, tables, migrations)).initialize();
  const reader = await new DataSource(sqliteOptions(url, { readonly: true, enableWAL: false })).initialize();
  return { source, database: new SqliteDatabase(source, reader) };
}
