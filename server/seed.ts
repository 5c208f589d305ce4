import type { ChangeAnswer } from "../seeds/changes";
import { LAST_NOTE, loadDemo } from "../seeds/demo";
import type { Answer, ChangeInput } from "./platform/changes/change";
import type { Services } from "./platform/context";
import type { Database } from "./platform/db/database";
import { readClaim } from "./subsidy/claim/claim.sql";
import { submitted } from "./subsidy/claim/submit.service";
import { freezeScorecards } from "./target/publish/publish.service";

/** A demo that was begun and not finished: the process was ended while it was seeding. */
export class HalfSeeded extends Error {
  constructor() {
    super(
      "Lần nạp dữ liệu minh họa trước bị dừng giữa chừng. Hãy xóa cơ sở dữ liệu rồi chạy lại. / " +
        "Seeding the demo was interrupted. Delete the database and start again.",
    );
  }
}

/** Seeds the demo into an empty database, through the change path like everything else. */
export async function seedDemo(services: Pick<Services, "database" | "clock" | "registry" | "changes">): Promise<void> {
  const { database, changes, registry } = services;
  const sets = await database.read(
    "SELECT source, MAX(CASE WHEN note = ? THEN 1 ELSE 0 END) FROM change_set GROUP BY source",
    [LAST_NOTE],
  );
  const seeds = sets.find(([source]) => source === "SEED");
  if (seeds && Number(seeds[1]) === 0) throw new HalfSeeded();
  // Whoever has worked in the database does not want it filled; what the system itself wrote at start is no work.
  if (seeds || sets.some(([source]) => source !== "SYSTEM")) return;
  await loadDemo({
    apply: async ({ note, verb, batch }) => {
      const answer = await changes.apply({
        person: null,
        source: "SEED",
        note,
        verb,
        mode: "ALL_OR_NONE",
        dryRun: false,
        key: null,
        changes: batch.map(({ resource, ...input }) => ({
          resource: registry.find(resource)!,
          input: input as ChangeInput,
        })),
      });
      return answered(answer);
    },
    submit: async ({ note, claim, submittedBy, submittedOn }) => {
      const row = (await readClaim(database, claim))!;
      const by = { services, person: null, source: "SEED" as const };
      return answered(await submitted(by, row, note, { draftedBy: submittedBy, submittedBy, submittedOn }));
    },
    publish: async ({ note, ...asking }) =>
      answered(await freezeScorecards({ services, person: null, source: "SEED" }, asking, note)),
  });
}

const answered = ({ changeSetId, rows, problems }: Answer): ChangeAnswer => ({
  changeSetId,
  rows: rows.map(({ index, id, version }) => ({ index, id, version: version ?? 0 })),
  problems,
});

/**
 * Whether the demo's invented people are in the database. Only as one of them does anybody sign in by a button: a real
 * database that is opened with the demo's settings has none.
 */
export async function hasDemoPeople(database: Database): Promise<boolean> {
  return (await database.read("SELECT 1 FROM person WHERE certainty = 'DEMO' LIMIT 1")).length > 0;
}
