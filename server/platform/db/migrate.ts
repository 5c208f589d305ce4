import type { DataSource } from "typeorm";

const isSqlite = (source: DataSource): boolean => source.options.type === "better-sqlite3";

/**
 * SQLite rebuilds tables to change them, and dropping one deletes its rows one by one: foreign keys are let go for the
 * time of a migration and checked as a whole afterwards, which is how SQLite itself says to do it.
 */
async function withoutForeignKeys(source: DataSource, work: () => Promise<unknown>): Promise<void> {
  if (!isSqlite(source)) {
    await work();
    return;
  }
  await source.query("PRAGMA foreign_keys = OFF");
  try {
    await work();
    const broken: unknown[] = await source.query("PRAGMA foreign_key_check");
    if (broken.length > 0) throw new Error(`the migration left ${broken.length} rows that refer to nothing`);
  } finally {
    await source.query("PRAGMA foreign_keys = ON");
  }
}

/** Brings the database to the latest step. */
export const migrate = (source: DataSource): Promise<void> =>
  withoutForeignKeys(source, () => source.runMigrations({ transaction: "each" }));

/** Takes the latest step back. */
export const revert = (source: DataSource): Promise<void> =>
  withoutForeignKeys(source, () => source.undoLastMigration({ transaction: "each" }));

/** Whether no step is left to take. */
export const isMigrated = async (source: DataSource): Promise<boolean> => !(await source.showMigrations());

/** The statements that would still be needed to reach the declared tables; none where there is no drift. */
export async function drift(source: DataSource): Promise<string[]> {
  const log = await source.driver.createSchemaBuilder().log();
  return log.upQueries.map((q) => q.query);
}
