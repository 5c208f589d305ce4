import { loadDemo } from "../seeds/demo";
import type { ChangePath } from "./platform/changes/change-path";
import type { ChangeInput } from "./platform/changes/change";
import type { Database } from "./platform/db/database";
import type { Registry } from "./platform/registry/registry";

/** Seeds the demo into an empty database, through the change path like everything else. */
export async function seedDemo(database: Database, changes: ChangePath, registry: Registry): Promise<void> {
  const found = await database.read("SELECT 1 FROM unit LIMIT 1");
  if (found.length > 0) return;
  await loadDemo({
    apply: async ({ note, batch }) => {
      const answer = await changes.apply({
        person: null,
        source: "SEED",
        note,
        mode: "ALL_OR_NONE",
        dryRun: false,
        key: null,
        changes: batch.map(({ resource, ...input }) => ({
          resource: registry.find(resource)!,
          input: input as ChangeInput,
        })),
      });
      const rows = answer.rows.map((row) => ({ index: row.index, id: row.id, version: row.version ?? 0 }));
      return { changeSetId: answer.changeSetId, rows, problems: answer.problems };
    },
  });
}

/**
 * Whether the demo's invented people are in the database. Only as one of them does anybody sign in by a button: a real
 * database that is opened with the demo's settings has none.
 */
export async function hasDemoPeople(database: Database): Promise<boolean> {
  return (await database.read("SELECT 1 FROM person WHERE certainty = 'DEMO' LIMIT 1")).length > 0;
}
