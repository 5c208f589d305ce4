import { createHash, randomUUID } from "node:crypto";
import type { Parameter, Transaction } from "../db/database";
import type { Answer, Batch, ChangedRow, Problem } from "./change";
import type { Work } from "./work";
import { imagesOf, type Writing } from "./write";

/**
 * A change set has fewer rows than this; a row's id is its change set's number and its place in it. An import of 100,000
 * rows writes up to two for each. (It was 100,000 before; sets of then have smaller numbers, so their ids are passed.)
 */
export const ROWS_PER_SET = 1_000_000;

export interface Heading {
  id: number;
  at: string;
  undoes: number | null;
  /** The idempotency key: the client's, or one of this request's own. */
  key: string;
  hash: string;
}

/** Writes the change set and its rows, in the unit of work that made the changes. */
export async function writeHistory(
  writing: Writing,
  work: Work,
  batch: Batch,
  heading: Heading,
  answer: Answer,
): Promise<void> {
  const { id, at, undoes, key, hash } = heading;
  const rows: Parameter[][] = work.writes.map((write, sequence) => {
    const { before, after } = imagesOf(write);
    const versions = work.versionsOf(write.resource, write.id);
    return [
      id * ROWS_PER_SET + sequence,
      1,
      id,
      sequence,
      write.resource.name,
      write.id,
      write.stateId,
      write.action,
      before && JSON.stringify(before),
      after && JSON.stringify(after),
      JSON.stringify(Object.keys({ ...before, ...after }).sort()),
      versions.before,
      versions.after,
    ];
  });
  await writing.insertRows(
    "change_set",
    [
      "id",
      "version",
      "at",
      "person_id",
      "source",
      "note",
      "row_count",
      "undoes_id",
      "request_key",
      "request_hash",
      "outcome",
    ],
    [
      [
        id,
        1,
        at,
        batch.person ? Number(batch.person.id) : null,
        batch.source,
        batch.note,
        rows.length,
        undoes,
        key,
        hash,
        batch.key === null ? null : outcomeOf(answer),
      ],
    ],
  );
  await writing.insertRows(
    "change_row",
    [
      "id",
      "version",
      "change_set_id",
      "sequence",
      "resource",
      "row_id",
      "state_id",
      "action",
      "before",
      "after",
      "changed_fields",
      "version_before",
      "version_after",
    ],
    rows,
  );
}

const outcomeOf = (answer: Answer): string => JSON.stringify({ rows: answer.rows, problems: answer.problems });

/**
 * What a request asks, in a few letters: the same key with another content is refused. Of a request that holds a secret
 * nothing is kept that a guess could be held against, so it is like no other, and its key is good for once.
 */
export function requestHash(batch: Batch): string {
  const asked = batch.asked ?? batch.changes.map((c) => [c.resource.name, c.input]);
  const content = [asked, batch.note, batch.mode];
  const what = batch.changes.some(holdsSecret) ? randomUUID() : JSON.stringify(content);
  return createHash("sha256").update(what).digest("hex");
}

function holdsSecret({ resource, input }: Batch["changes"][number]): boolean {
  const given = { ...input?.create, ...input?.update?.set };
  return resource.fields.some((f) => f.kind.name === "secret" && given[f.name] != null);
}

/** The answer that was given under a key before, or null. */
export async function answerUnder(
  tx: Pick<Transaction, "all">,
  person: string | null,
  key: string,
  hash: string,
): Promise<Answer | "OTHER" | null> {
  const found = await tx.all(
    `SELECT id, request_hash, outcome FROM change_set WHERE person_id ${person === null ? "IS NULL" : "= ?"} AND request_key = ?`,
    person === null ? [key] : [Number(person), key],
  );
  if (found.length === 0) return null;
  const [id, kept, outcome] = found[0];
  if (kept !== hash) return "OTHER";
  const said =
    outcome === null
      ? { rows: [] as ChangedRow[], problems: [] as Problem[] }
      : (JSON.parse(outcome as string) as Omit<Answer, "changeSetId">);
  return { changeSetId: String(id), ...said };
}
