import { RolledBack, type Transaction } from "../db/database";
import { Refusal } from "../errors/refusal";
import type { Resource } from "../registry/registry";
import { fault, type Answer, type Batch, type ChangedRow, type Fault, type Write } from "./change";
import type { World } from "./change-path";
import { Checks } from "./checks";
import { Derived } from "./derived";
import { answerUnder, History, ROWS_PER_SET, type Heading } from "./history";
import { Loading } from "./load";
import { breathe, type Portion, type Portions } from "./portion";
import { nameLatest } from "./problems";
import { keepRollUps } from "./roll-ups";
import { SetRules } from "./set-rules";
import { cellsOf, Work } from "./work";
import { Writing } from "./write";

/** What a run of the unit of work starts from. */
export interface Run {
  batch: Batch;
  portions: Portions;
  heading: Heading;
  /** Refused in an earlier run, by rules that only speak once the rows are written: left out of this one. */
  known: readonly Fault[];
  /** Keeps what came of it beside the change set, to be answered again under the batch's key. */
  end(tx: Transaction, changeSetId: string | null): Promise<Answer> | Answer;
}

/** One run of a batch inside a transaction: its portions are checked, written and put into history one after the other. */
export class UnitOfWork {
  private readonly loading: Loading;
  private readonly writing: Writing;
  private readonly rules: SetRules;
  private readonly history: History;
  private portions = 0;
  private written = 0;
  /** What a rule over several rows has against writes of a portion; a later portion may still mend it. */
  private readonly suspects: Write[] = [];
  /** What is refused for good once the rows are written. */
  private readonly late: Fault[] = [];

  constructor(
    private readonly tx: Transaction,
    private readonly world: World,
    private readonly run: Run,
  ) {
    const { batch, heading } = run;
    this.loading = new Loading(tx, world.registry, batch.person, world.today());
    this.writing = new Writing(tx);
    this.rules = new SetRules(tx, this.loading);
    this.history = new History(tx, this.writing, batch, heading);
  }

  async carryOut(): Promise<Answer> {
    const { batch, heading } = this.run;
    for await (const portion of this.run.portions(this.tx, this.loading)) {
      if (this.portions++ > 0) await breathe();
      await this.write(portion);
    }
    await this.checkSuspects();
    if (this.late.length > 0) await this.giveUp(this.late);
    const answer = await this.run.end(this.tx, this.written > 0 && !batch.dryRun ? String(heading.id) : null);
    if (batch.dryRun) throw new RolledBack({ answer });
    await this.history.end(answer);
    return answer;
  }

  private async write(portion: Portion): Promise<void> {
    const { batch } = this.run;
    const { work, faults } = await this.checked(portion);
    this.written += work.writes.length;
    if (this.written >= ROWS_PER_SET)
      throw new Refusal("LIMIT", "changes", { value: this.written, max: ROWS_PER_SET - 1 }, "limitRowsWritten");
    if (work.writes.length > 0) {
      await this.rules.guard(work);
      await this.closeOpenedByOldSecrets(work);
      await this.writing.run(work);
      await keepRollUps(this.tx, work);
      await this.rules.check(work);
      this.suspect(work);
      await this.checkScope(work);
      this.late.push(...work.faults);
      if (!batch.dryRun) await this.history.add(work);
    }
    await portion.report(rowsOf(work), faults);
  }

  /** The work of a portion with nothing in it that the checks before writing refuse, and what they did refuse. */
  private async checked(portion: Portion): Promise<{ work: Work; faults: Fault[] }> {
    const { batch } = this.run;
    const found = [...portion.faults, ...this.run.known.filter((f) => portion.holds(f.index))];
    for (;;) {
      const work = new Work();
      await portion.fill(work);
      this.leaveOut(work, found);
      await new Derived(this.loading, this.world.registry).run(work);
      await new Checks(this.tx, this.loading, this.world.registry, batch).run(work);
      if (work.faults.length === 0) return { work, faults: found };
      if (batch.mode === "ALL_OR_NONE") await this.giveUp([...work.faults]);
      await this.answerBefore();
      await nameLatest(this.tx, work.faults);
      // Every round refuses at least one change more, so there is an end.
      found.push(...work.faults);
    }
  }

  /** Changes that were refused already, or could not be read, take no part. */
  private leaveOut(work: Work, refused: readonly Fault[]): void {
    const kept = work.faults.filter((f) => !refused.some((k) => k.index === f.index));
    work.faults.push(...refused);
    work.withoutFaulty();
    work.faults.splice(0, work.faults.length, ...kept);
  }

  /** Sets aside the writes that a rule over several rows refuses now, and takes its faults back until the end. */
  private suspect(work: Work): void {
    const indexes = new Set(work.faults.map((f) => f.index));
    if (indexes.size === 0) return;
    this.suspects.push(...work.writes.filter((w) => indexes.has(w.index)));
    work.faults.splice(0);
  }

  /** Looks again at what was suspected, now that every portion is written: rules hold over the whole batch. */
  private async checkSuspects(): Promise<void> {
    if (this.suspects.length === 0) return;
    const work = new Work();
    work.writes.push(...this.suspects);
    await this.rules.check(work);
    this.late.push(...work.faults);
  }

  private async giveUp(faults: Fault[]): Promise<never> {
    await this.answerBefore();
    await nameLatest(this.tx, faults);
    throw new RolledBack({ faults });
  }

  /** The same request under the same key may have gone through meanwhile: it is what made this one faulty. */
  private async answerBefore(): Promise<void> {
    const { batch, heading } = this.run;
    if (batch.key === null) return;
    const before = await answerUnder(this.tx, batch.person?.id ?? null, heading.key, heading.hash);
    if (before && before !== "OTHER") throw new RolledBack({ answer: before });
  }

  private async closeOpenedByOldSecrets(work: Work): Promise<void> {
    for (const resource of new Set(work.writes.map((w) => w.resource))) {
      const secrets = resource.fields.filter((f) => f.kind.name === "secret");
      const writes = secrets.length > 0 ? work.writes.filter((w) => w.resource === resource) : [];
      const replaced = writes.filter(
        (w) => w.action === "UPDATE" && (secrets.some((f) => w.after![f.name] != null) || isSwitchedOff(w)),
      );
      const deleted = writes.filter((w) => w.action === "DELETE");
      if (replaced.length > 0) await this.world.closeOpenedBy(this.tx, resource, idsOf(replaced), false);
      if (deleted.length > 0) await this.world.closeOpenedBy(this.tx, resource, idsOf(deleted), true);
    }
  }

  /** Rows of a scope stay in it: what was written must still be the person's to see. */
  private async checkScope(work: Work): Promise<void> {
    for (const resource of new Set(work.writes.map((w) => w.resource))) {
      const written = livingWrites(work, resource);
      const visible = await this.loading.visible(resource, [...written.keys()]);
      for (const write of written.values())
        if (!visible.has(write.id)) work.refuse(fault(write, "FORBIDDEN", null, "outOfScope"));
    }
  }
}

/** One write of each row that lives on; its states alone may have been written. */
function livingWrites(work: Work, resource: Resource): Map<number, Write> {
  const written = new Map(work.writes.filter((w) => w.resource === resource).map((w) => [w.id, w]));
  for (const w of work.writes)
    if (w.resource === resource && w.action === "DELETE" && w.stateId === null) written.delete(w.id);
  return written;
}

function rowsOf(work: Work): ChangedRow[] {
  return work.views.map(({ intent, before, after }) => {
    const versions = work.versions.get(`${intent.resource.table}:${intent.id}`);
    return {
      index: intent.index,
      resource: intent.resource.name,
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

/** Somebody who may no longer come in. */
const isSwitchedOff = ({ before, after }: Write): boolean => before?.isActive === true && after?.isActive === false;

const idsOf = (writes: Write[]): number[] => writes.map((w) => w.id);
