import type { DataSource } from "typeorm";
import { isUniqueViolation } from "./failures";

/** A start that migrates and seeds takes seconds; one that was ended in the middle holds the lease no longer than this. */
const LEASE_MS = 120_000;
const PAUSE_MS = 250;

/**
 * Runs what only one of several starting servers may do: the others wait and then find it done. The lease is a row under
 * a primary key and not a lock of the engine's, because those do not hold across the nodes of a cluster. SQLite's file
 * has one server process.
 */
export async function aloneAtStart(source: DataSource, work: () => Promise<void>): Promise<void> {
  if (source.options.type === "better-sqlite3") return work();
  await source.query(
    "CREATE TABLE IF NOT EXISTS start_lease (name varchar(40) NOT NULL PRIMARY KEY, ends bigint NOT NULL)",
  );
  const until = await take(source);
  try {
    await work();
  } finally {
    await source.query("DELETE FROM start_lease WHERE name = 'start' AND ends = ?", [until]);
  }
}

async function take(source: DataSource): Promise<number> {
  for (;;) {
    const now = Date.now();
    await source.query("DELETE FROM start_lease WHERE name = 'start' AND ends < ?", [now]);
    try {
      await source.query("INSERT INTO start_lease (name, ends) VALUES ('start', ?)", [now + LEASE_MS]);
      return now + LEASE_MS;
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
