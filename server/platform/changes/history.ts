import { createHash, randomUUID } from "node:crypto";
import type { Parameter, Transaction } from "../db/database";
import type { Answer, Batch, ChangedRow, Problem, Write } from "./change";
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

const SET_COLUMNS = "id version at person_id source note row_count undoes_id request_key request_hash outcome".split(
  " ",
);
const ROW_COLUMNS =
  "id version change_set_id sequence resource row_id state_id action before after changed_fields version_before version_after".split(
    " ",
  );

/**
 * Writes the change set and its rows, in the unit of work that made the changes. The latest portion waits until it is
 * known whether another follows: a batch of one portion is told whole, in as few statements as can be.
 */
export class History {
  private waiting: Work | null = null;
  private isBegun = false;
  private sequence = 0;

  constructor(
    private readonly tx: Transaction,
    private readonly writing: Writing,
    private readonly batch: Batch,
    private readonly heading: Heading,
  ) {}

  async add(work: Work): Promise<void> {
    if (this.waiting) await this.tell(this.waiting, null);
    this.waiting = work;
  }

  /** Nothing more comes: the change set says how many rows it has, and what was answered. */
  async end(answer: Answer): Promise<void> {
    if (!this.waiting) return;
    const outcome = this.batch.key === null ? null : outcomeOf(answer);
    const isWhole = !this.isBegun;
    await this.tell(this.waiting, outcome);
    if (isWhole) return;
    await this.tx.run("UPDATE change_set SET row_count = ?, outcome = ? WHERE id = ?", [
      this.sequence,
      outcome,
      this.heading.id,
    ]);
  }

  private async tell(work: Work, outcome: string | null): Promise<void> {
    const { id, at, undoes, key, hash } = this.heading;
    const { person, source, note } = this.batch;
    const rows = work.writes.map((write) => this.rowOf(work, write));
    if (!this.isBegun) {
      this.isBegun = true;
      const who = person ? Number(person.id) : null;
      const set: Parameter[] = [id, 1, at, who, source, note, rows.length, undoes, key, hash, outcome];
      await this.writing.insertRows("change_set", SET_COLUMNS, [set]);
    }
    await this.writing.insertRows("change_row", ROW_COLUMNS, rows);
  }

  private rowOf(work: Work, write: Write): Parameter[] {
    const { id } = this.heading;
    const { before, after } = imagesOf(write);
    const versions = work.versionsOf(write.resource, write.id);
    const sequence = this.sequence++;
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
  }
}

const outcomeOf = (answer: Answer): string =>
  JSON.stringify({ rows: answer.rows, problems: answer.problems, summary: answer.summary });

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
