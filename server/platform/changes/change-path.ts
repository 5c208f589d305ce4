import { randomUUID } from "node:crypto";
import { RolledBack, type Database, type Transaction } from "../db/database";
import { isForeignKeyViolation, isTransient, isUniqueViolation, Outrun } from "../db/failures";
import type { Ids } from "../db/ids";
import { Refusal } from "../errors/refusal";
import type { Registry, Resource } from "../registry/registry";
import type { Answer, Batch, ChangedRow, Fault, Intent, Write } from "./change";
import { fault } from "./change";
import { Checks } from "./checks";
import { Derived } from "./derived";
import { answerUnder, requestHash, ROWS_PER_SET, writeHistory, type Heading } from "./history";
import { Loading } from "./load";
import { nameLatest, problemsOf } from "./problems";
import { readIntents } from "./read-intents";
import { resolve } from "./resolve";
import { SetRules } from "./set-rules";
import { undoWork, type UndoRequest } from "./undo";
import { cellsOf, Work } from "./work";
import { Writing } from "./write";

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

/** Fills a work with writes, inside the unit of work. */
type Fill = (work: Work, tx: Transaction, loading: Loading) => Promise<void>;

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
    const fill: Fill = async (work, _tx, loading) => {
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
    };
    return this.run(batch, faults, fill, null);
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
    const fill: Fill = (work, tx, loading) => undoWork({ work, tx, loading, registry, today: today() }, whole, request);
    return this.run(whole, [], fill, Number(request.changeSetId));
  }

  /**
   * Runs the unit of work; where rules over several rows refuse some, runs it again without them or not at all. Every
   * round refuses at least one change more, so there is an end.
   */
  private async run(batch: Batch, faults: Fault[], fill: Fill, undoes: number | null): Promise<Answer> {
    const [id] = await this.world.ids.take("changeSet", 1);
    const heading: Heading = {
      id,
      at: this.world.now(),
      undoes,
      key: batch.key ?? randomUUID(),
      hash: batch.key === null ? "" : requestHash(batch),
    };
    const known = [...faults];
    for (;;) {
      const outcome = await this.once(batch, known, fill, heading);
      if ("answer" in outcome) return outcome.answer;
      known.push(...outcome.faults);
      if (batch.mode === "ALL_OR_NONE") return refused(known);
    }
  }

  private async once(
    batch: Batch,
    known: Fault[],
    fill: Fill,
    heading: Heading,
  ): Promise<{ answer: Answer } | { faults: Fault[] }> {
    try {
      let earlier: Answer | null = null;
      const answer = await this.world.database.write(
        async (tx) => (earlier = await this.unit(tx, batch, known, fill, heading, earlier)),
      );
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

  private async unit(
    tx: Transaction,
    batch: Batch,
    known: Fault[],
    fill: Fill,
    heading: Heading,
    earlier: Answer | null,
  ): Promise<Answer> {
    const { registry, today } = this.world;
    // A key of this request's own is known to nobody, unless its COMMIT went through and only the answer was lost.
    if (batch.key !== null || earlier) {
      const before = await answerUnder(tx, batch.person?.id ?? null, heading.key, heading.hash);
      if (before === "OTHER") throw new Refusal("NOT_UNIQUE", "key", { value: heading.key }, "keyReused");
      if (before) return batch.key === null ? earlier! : before;
    }
    const loading = new Loading(tx, registry, batch.person, today());
    const work = new Work();
    await fill(work, tx, loading);
    this.leaveOut(work, known);
    await new Derived(loading, registry).run(work);
    await new Checks(tx, loading, registry, batch.note).run(work);
    if (work.faults.length > 0) await this.giveUp(tx, batch, heading, work.faults);
    const answer: Answer = {
      changeSetId: work.writes.length > 0 ? String(heading.id) : null,
      rows: this.rowsOf(work),
      problems: problemsOf(known),
    };
    if (work.writes.length === 0) return answer;
    if (work.writes.length >= ROWS_PER_SET) {
      const values = { value: work.writes.length, max: ROWS_PER_SET - 1 };
      throw new Refusal("LIMIT", "changes", values, "limitRowsWritten");
    }
    const rules = new SetRules(tx);
    await rules.guard(work);
    await this.closeOpenedByOldSecrets(tx, work);
    const writing = new Writing(tx);
    await writing.run(work);
    await rules.check(work);
    await this.checkScope(work, loading);
    if (work.faults.length > 0) await this.giveUp(tx, batch, heading, work.faults);
    if (batch.dryRun) throw new RolledBack({ answer: { ...answer, changeSetId: null } });
    await writeHistory(writing, work, batch, heading, answer);
    return answer;
  }

  private async giveUp(tx: Transaction, batch: Batch, heading: Heading, faults: Fault[]): Promise<never> {
    // The same request under the same key may have gone through meanwhile: it is what made this one faulty.
    const before =
      batch.key !== null ? await answerUnder(tx, batch.person?.id ?? null, heading.key, heading.hash) : null;
    if (before && before !== "OTHER") throw new RolledBack({ answer: before });
    await nameLatest(tx, faults);
    throw new RolledBack({ faults });
  }

  /** Changes that were refused in an earlier round, or could not be read, take no part in this one. */
  private leaveOut(work: Work, known: Fault[]): void {
    const kept = work.faults.filter((f) => !known.some((k) => k.index === f.index));
    work.faults.push(...known);
    work.withoutFaulty();
    work.faults.splice(0, work.faults.length, ...kept);
  }

  private async closeOpenedByOldSecrets(tx: Transaction, work: Work): Promise<void> {
    for (const resource of new Set(work.writes.map((w) => w.resource))) {
      const secrets = resource.fields.filter((f) => f.kind.name === "secret");
      const writes = secrets.length > 0 ? work.writes.filter((w) => w.resource === resource) : [];
      const replaced = writes.filter(
        (w) => w.action === "UPDATE" && (secrets.some((f) => w.after![f.name] != null) || isSwitchedOff(w)),
      );
      const deleted = writes.filter((w) => w.action === "DELETE");
      if (replaced.length > 0) await this.world.closeOpenedBy(tx, resource, idsOf(replaced), false);
      if (deleted.length > 0) await this.world.closeOpenedBy(tx, resource, idsOf(deleted), true);
    }
  }

  /** Rows of a scope stay in it: what was written must still be the person's to see. */
  private async checkScope(work: Work, loading: Loading): Promise<void> {
    for (const resource of new Set(work.writes.map((w) => w.resource))) {
      // One write of each row that lives on; its states alone may have been written.
      const written = new Map(work.writes.filter((w) => w.resource === resource).map((w) => [w.id, w]));
      for (const w of work.writes)
        if (w.resource === resource && w.action === "DELETE" && w.stateId === null) written.delete(w.id);
      const visible = await loading.visible(resource, [...written.keys()]);
      for (const write of written.values())
        if (!visible.has(write.id)) work.refuse(fault(write, "FORBIDDEN", null, "outOfScope"));
    }
  }

  private rowsOf(work: Work): ChangedRow[] {
    return work.views.map(({ intent, before, after }) => {
      const versions = work.versions.get(`${intent.resource.table}:${intent.id}`);
      return {
        index: intent.index,
        id: String(intent.id),
        version: versions ? versions.after : intent.version,
        action: intent.action,
        // Looked at only by who asks for them: in a large batch few do.
        get cells() {
          return cellsOf(intent.resource, intent.action, before, after);
        },
      };
    });
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

/** Somebody who may no longer come in. */
const isSwitchedOff = ({ before, after }: Write): boolean => before?.isActive === true && after?.isActive === false;

const idsOf = (writes: Write[]): number[] => writes.map((w) => w.id);

const refused = (faults: Fault[]): Answer => ({ changeSetId: null, rows: [], problems: problemsOf(faults) });
