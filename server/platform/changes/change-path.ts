import { randomUUID } from "node:crypto";
import { RolledBack, type Database, type Transaction } from "../db/database";
import { isForeignKeyViolation, isTransient, isUniqueViolation, Outrun } from "../db/failures";
import type { Ids } from "../db/ids";
import { Refusal } from "../errors/refusal";
import type { Registry, Resource } from "../registry/registry";
import type { Answer, Batch, ChangedRow, BatchChange, Fault, Intent } from "./change";
import { answerUnder, requestHash, type Heading } from "./history";
import type { Loading } from "./load";
import type { Portion, Portions } from "./portion";
import { problemsOf } from "./problems";
import { mayPersonChange, readIntents } from "./read-intents";
import { resolve } from "./resolve";
import { undoPortions, type UndoRequest } from "./undo";
import { UnitOfWork, type Run } from "./unit-of-work";
import type { Work } from "./work";

/** What the change path needs of the world around it. */
export interface World {
  database: Database;
  registry: Registry;
  ids: Ids;
  /** The working date or today. */
  today(): string;
  /** This moment, in UTC. */
  now(): string;
  /** Turns a secret into what is stored of it. */
  hashSecret(secret: string): Promise<string>;
  /** Closes what the secrets of these rows opened, in the unit of work that replaces the secrets or deletes the rows. */
  closeOpenedBy(tx: Transaction, resource: Resource, ids: number[], isDeleted: boolean): Promise<void>;
}

/** A batch that is too large to be held at once: its changes come portion by portion, read inside the unit of work. */
export interface LargeBatch extends Omit<Batch, "changes"> {
  resource: Resource;
  /** The most rows that it may create or open states of. */
  rows: number;
  /** The changes in order, each under the number of its row; read anew for every run of the unit of work. */
  changes(tx: Transaction, loading: Loading, newId: (index: number) => number): AsyncIterable<LargePortion>;
  /** Before COMMIT or the end of a dry run: whoever throws here keeps nothing. Gives what is kept of it to be said again. */
  end(tx: Transaction, changeSetId: string | null): Promise<unknown>;
}

export interface LargePortion {
  changes: (BatchChange & { index: number })[];
  report(rows: ChangedRow[], faults: Fault[]): Promise<void> | void;
}

/**
 * The one way in which a row of a resource is written, from grid, import, Decision, seed or API. A batch becomes one
 * change set in one transaction; where rows are refused, nothing is kept of them.
 */
export class ChangePath {
  constructor(private readonly world: World) {}

  async apply(batch: Batch): Promise<Answer> {
    const { intents, faults } = readIntents(batch);
    if (faults.length > 0 && batch.mode === "ALL_OR_NONE") return refused(faults);
    await this.hashSecrets(intents);
    await this.giveIds(intents);
    return this.whole(batch, null, faults, (work, loading) => this.resolveAll(work, intents, loading));
  }

  /** Ids for rows that a batch will create, for those who refer to them in other changes of it. */
  newIds(count: number): Promise<number[]> {
    return this.world.ids.take("row", count);
  }

  /** What was answered under a batch's key before, for those whose planning would stumble over what it did then. */
  async answered(batch: Omit<Batch, "changes">): Promise<Answer | null> {
    if (batch.key === null || batch.dryRun) return null;
    const { key, person } = batch;
    const hash = requestHash({ ...batch, changes: [] });
    const { database } = this.world;
    const before = await answerUnder(
      { all: (sql, values) => database.read(sql, values) },
      person?.id ?? null,
      key,
      hash,
    );
    if (before === "OTHER") throw new Refusal("NOT_UNIQUE", "key", { value: key }, "keyReused");
    return before;
  }

  /** Undoes a change set, or chosen rows of it, by a new one. */
  async undo(request: UndoRequest, batch: Omit<Batch, "changes" | "key" | "source">): Promise<Answer> {
    const whole: Batch = { ...batch, source: "UNDO", key: null, changes: [] };
    const { registry, today } = this.world;
    let rows: ChangedRow[] = [];
    let faults: Fault[] = [];
    const portions: Portions = (tx, loading) => {
      [rows, faults] = [[], []];
      return undoPortions({ tx, loading, registry, today: today() }, whole, request, (undone, found) => {
        rows = rows.concat(undone);
        faults = faults.concat(found);
      });
    };
    return this.run(whole, Number(request.changeSetId), portions, (_tx, changeSetId) => ({
      changeSetId,
      rows,
      problems: problemsOf(faults),
    }));
  }

  /** Applies a batch of any size in bounded memory: one change set and one transaction, written portion by portion. */
  async applyLarge(batch: LargeBatch): Promise<Answer> {
    const whole: Batch = { ...batch, changes: [] };
    mayPersonChange(whole, batch.resource);
    // Two a row at most: one for the row and one for the state it may open.
    const ids = await this.newIds(batch.rows * (batch.resource.states ? 2 : 1));
    const portions: Portions = (tx, loading) => this.portionsOf(whole, batch, ids, tx, loading);
    return this.run(whole, null, portions, async (tx, changeSetId) => ({
      changeSetId,
      rows: [],
      problems: [],
      summary: await batch.end(tx, changeSetId),
    }));
  }

  private async *portionsOf(
    whole: Batch,
    batch: LargeBatch,
    ids: readonly number[],
    tx: Transaction,
    loading: Loading,
  ): AsyncGenerator<Portion> {
    for await (const { changes, report } of batch.changes(tx, loading, (index) => ids[index])) {
      const { intents, faults } = readIntents({ ...whole, changes });
      for (const intent of intents) {
        if (intent.action === "CREATE" && intent.id === 0) intent.id = ids[intent.index];
        if (intent.resource.states) intent.stateId = ids[batch.rows + intent.index];
      }
      const indexes = new Set(changes.map(({ index }) => index));
      const holds = (index: number): boolean => indexes.has(index);
      yield { faults, report, holds, fill: (work) => this.resolveAll(work, intents, loading) };
    }
  }

  /** A batch that is held at once: one portion, whose rows and faults are the answer. */
  private async whole(
    batch: Batch,
    undoes: number | null,
    faults: Fault[],
    fill: (work: Work, loading: Loading, tx: Transaction) => Promise<void>,
  ): Promise<Answer> {
    let answered: { rows: ChangedRow[]; faults: Fault[] } = { rows: [], faults: [] };
    const portions: Portions = (tx, loading) => [
      {
        faults,
        holds: () => true,
        fill: (work) => fill(work, loading, tx),
        report: (rows, found) => void (answered = { rows, faults: found }),
      },
    ];
    return this.run(batch, undoes, portions, (_tx, changeSetId) => ({
      changeSetId,
      rows: answered.rows,
      problems: problemsOf(answered.faults),
    }));
  }

  private async resolveAll(work: Work, intents: readonly Intent[], loading: Loading): Promise<void> {
    const wanted = new Map<Resource, Intent[]>();
    for (const intent of intents) wanted.set(intent.resource, [...(wanted.get(intent.resource) ?? []), intent]);
    for (const [resource, own] of wanted) {
      const stored = await loading.rows(
        resource,
        own.filter((i) => i.action !== "CREATE").map((i) => i.id),
      );
      for (const intent of own) resolve(work, intent, stored.get(intent.id), this.world.today());
    }
    work.views.sort((a, b) => a.intent.index - b.intent.index);
  }

  /**
   * Runs the unit of work; where rules over several rows refuse some, runs it again without them or not at all. Every
   * round refuses at least one change more, so there is an end.
   */
  private async run(batch: Batch, undoes: number | null, portions: Portions, end: Run["end"]): Promise<Answer> {
    const [id] = await this.world.ids.take("changeSet", 1);
    const hash = batch.key === null ? "" : requestHash(batch);
    const heading: Heading = { id, at: this.world.now(), undoes, key: batch.key ?? randomUUID(), hash };
    const known: Fault[] = [];
    for (;;) {
      const outcome = await this.once({ batch, portions, heading, known, end });
      if ("answer" in outcome) return outcome.answer;
      if (batch.mode === "ALL_OR_NONE") return refused(outcome.faults);
      known.push(...outcome.faults);
    }
  }

  private async once(run: Run): Promise<{ answer: Answer } | { faults: Fault[] }> {
    try {
      let earlier: Answer | null = null;
      const answer = await this.world.database.write(async (tx) => {
        const before = await this.answerBefore(tx, run, earlier);
        return before ?? (earlier = await new UnitOfWork(tx, this.world, run).carryOut());
      });
      return { answer };
    } catch (error) {
      if (error instanceof RolledBack) return error.outcome as { answer: Answer } | { faults: Fault[] };
      if (error instanceof Outrun || isTransient(error)) throw new Refusal("BUSY", null);
      // The checks name the row; only somebody who was faster six times in a row leads here.
      if (isUniqueViolation(error)) throw new Refusal("NOT_UNIQUE", null, { value: "", field: "" });
      if (isForeignKeyViolation(error)) throw new Refusal("IN_USE", null, { referrers: "?" });
      throw error;
    }
  }

  /** What was answered already: under the client's key, or before a COMMIT that went through and only said it had not. */
  private async answerBefore(tx: Transaction, run: Run, earlier: Answer | null): Promise<Answer | null> {
    const { batch, heading } = run;
    // A key of this request's own is known to nobody else.
    if (batch.key === null && !earlier) return null;
    const before = await answerUnder(tx, batch.person?.id ?? null, heading.key, heading.hash);
    if (before === "OTHER") throw new Refusal("NOT_UNIQUE", "key", { value: heading.key }, "keyReused");
    return before && batch.key === null ? earlier : before;
  }

  /** Ids for new rows, and for the states that changes may open, before the unit of work begins. */
  private async giveIds(intents: Intent[]): Promise<void> {
    const unnamed = intents.filter((i) => i.action === "CREATE" && i.id === 0);
    const opening = intents.filter((i) => i.resource.states && (i.action === "CREATE" || i.from !== null));
    const ids = await this.world.ids.take("row", unnamed.length + opening.length);
    for (const intent of unnamed) intent.id = ids.shift()!;
    for (const intent of opening) intent.stateId = ids.shift()!;
  }

  private async hashSecrets(intents: Intent[]): Promise<void> {
    for (const intent of intents) {
      for (const field of intent.resource.fields.filter((f) => f.kind.name === "secret")) {
        const secret = intent.values[field.name];
        if (typeof secret === "string") intent.values[field.name] = await this.world.hashSecret(secret);
      }
    }
  }
}

const refused = (faults: Fault[]): Answer => ({ changeSetId: null, rows: [], problems: problemsOf(faults) });
