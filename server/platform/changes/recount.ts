import type { Database } from "../db/database";
import type { Registry } from "../registry/registry";
import { summedColumns, type RollUp } from "../registry/roll-up";
import { KEYS, RollUpTable } from "./roll-up-table";

/** A key whose line in a roll-up is not what the rows themselves say. */
export interface Difference {
  table: string;
  /** The ids of its key, by column. */
  key: Record<string, number>;
  /** The columns that differ. A line that is missing is kept as zeros, and one of no rows is counted as zeros. */
  columns: { column: string; kept: number; counted: number }[];
}

/** Recounts every roll-up from the rows and names the keys that differ, at most so many of each. */
export async function differences(database: Database, registry: Registry, limit = 1000): Promise<Difference[]> {
  const out: Difference[] = [];
  for (const rollUp of rollUps(registry)) {
    for (const { key, kept, counted } of await reading(database, rollUp).differences(limit)) {
      out.push({
        table: rollUp.table,
        key: Object.fromEntries(rollUp.by.map((f, i) => [f.column, key[i]])),
        columns: summedColumns(rollUp)
          .map((column, i) => ({ column, kept: kept[i], counted: counted[i] }))
          .filter((c) => c.kept !== c.counted),
      });
    }
  }
  return out;
}

/**
 * Makes every line what the rows say, while others go on writing; gives how many were not. A key's line is held first
 * and its rows are counted then: who has written rows and not yet the line is waited for, or waits.
 */
export async function mend(database: Database, registry: Registry): Promise<number> {
  let mended = 0;
  for (const rollUp of rollUps(registry)) {
    for (;;) {
      const keys = (await reading(database, rollUp).differences(KEYS)).map(({ key }) => key);
      if (keys.length === 0) break;
      await database.write(async (tx) => {
        const table = new RollUpTable(tx, rollUp);
        const nothing = summedColumns(rollUp).map(() => 0);
        const held = keys.map((key) => [...key, ...nothing]);
        await table.add(held);
        const counted = await table.counted(keys);
        await table.set(held);
        await table.set(counted);
        await table.removeEmpty(keys);
      });
      mended += keys.length;
    }
  }
  return mended;
}

const rollUps = (registry: Registry): RollUp[] => registry.resources.flatMap((r) => r.rollUps);

/** One statement sees one state of the database, so that rows and lines are of the same moment. */
const reading = (database: Database, rollUp: RollUp): RollUpTable =>
  new RollUpTable(
    {
      engine: database.engine,
      all: (sql, parameters) => database.read(sql, parameters),
      run: () => Promise.reject(new Error("nothing is written outside a unit of work")),
    },
    rollUp,
  );
