import type { Transaction } from "../db/database";
import type { RollUp } from "../registry/roll-up";
import type { Values, Write } from "./change";
import { RollUpTable, type Line } from "./roll-up-table";
import type { Work } from "./work";

/**
 * Keeps roll-ups true, in the unit of work that writes the rows: what a portion adds to each key and takes from it is
 * summed here, and written as one line per key.
 */
export async function keepRollUps(tx: Transaction, work: Work): Promise<void> {
  for (const resource of new Set(work.writes.map((w) => w.resource))) {
    if (resource.rollUps.length === 0) continue;
    const writes = work.writes.filter((w) => w.resource === resource);
    for (const rollUp of resource.rollUps) await keep(new RollUpTable(tx, rollUp), rollUp, writes);
  }
}

async function keep(table: RollUpTable, rollUp: RollUp, writes: readonly Write[]): Promise<void> {
  const changed = changesOf(rollUp, writes);
  await table.add(changed);
  // Only where rows went, or left for another key, may a line have come to its end.
  const rows = rollUp.by.length;
  await table.removeEmpty(changed.filter((line) => line[rows] < 0));
}

/** What the writes add to each key: rows, blank rows and sums, less what they take away. Keys that come out even are left out. */
function changesOf(rollUp: RollUp, writes: readonly Write[]): Line[] {
  const lines = new Map<string, Line>();
  const keys = rollUp.by.length;
  const count = (row: Values | null, sign: 1 | -1): void => {
    if (!row) return;
    const key = rollUp.by.map((f) => Number(row[f.name]));
    const at = key.join();
    let line = lines.get(at);
    if (!line) lines.set(at, (line = [...key, 0, 0, ...rollUp.sum.map(() => 0)]));
    line[keys] += sign;
    if (rollUp.blank.some((f) => row[f.name] == null)) line[keys + 1] += sign;
    rollUp.sum.forEach((f, i) => (line[keys + 2 + i] += sign * ((row[f.name] as number | null) ?? 0)));
  };
  for (const { before, after } of writes) {
    count(before, -1);
    count(after, 1);
  }
  return [...lines.values()].filter((line) => line.slice(keys).some((change) => change !== 0));
}
