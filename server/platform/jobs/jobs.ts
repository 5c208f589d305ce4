import type { Clock } from "../clock";
import type { Database, Transaction } from "../db/database";
import type { Ids } from "../db/ids";
import { problemOf } from "../errors/problem";
import { Refusal } from "../errors/refusal";
import { parseId } from "../kinds/all";
import type { Person } from "../policy/policy";
import { JobTable, PIECE, type Job, type JobRow, type StoredJob } from "./job-table";

/** A job tells how far it is once a second; one that has not for a minute has died with its process. */
const BEAT_MS = 1000;
const DEAD_MS = 60_000;
const REMEMBERED_MS = 24 * 3_600_000;
/** Jobs of one person, and of one process, that run at a time. */
const PER_PERSON = 3;
const PER_PROCESS = 6;
const LISTED = 20;

/** Thrown where a job finds that it was asked to stop: nothing of it is kept. */
export class Cancelled extends Error {
  constructor() {
    super("the job was cancelled");
  }
}

/** What work sees of the job it is done as. */
export interface Running {
  readonly id: string;
  /** Says how far it is; throws where it is to stop. */
  progress(done: number, total?: number | null): void;
  /** Keeps the outcome in the unit of work that brings it about; throws where the job is to stop. */
  settle(tx: Transaction, outcome: Record<string, unknown>): Promise<void>;
  addRows(rows: readonly JobRow[]): Promise<void>;
  /** Keeps the file that the job makes, for whoever downloads it later, from any process. */
  keepFile(content: AsyncIterable<Buffer>): Promise<void>;
}

interface Local {
  personId: number;
  done: number;
  total: number | null;
  isCancelled: boolean;
  ended: Promise<void>;
}

/** Long work that goes on when the tab is closed: started, watched and stopped by its person, from any process. */
export class Jobs {
  private readonly table: JobTable;
  /** Jobs of this process: known without the database, which one of them may keep busy. */
  private readonly local = new Map<string, Local>();
  private readonly sweeping = new Set<Promise<void>>();
  private isClosing = false;

  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {
    this.table = new JobTable(database);
  }

  /** Starts work as a job. Its outcome is what the work gives, or what it was refused for. */
  async start(
    person: Person,
    what: { kind: string; title: string },
    work: (job: Running) => Promise<Record<string, unknown>>,
  ): Promise<Job> {
    if (this.isClosing || this.local.size >= PER_PROCESS) throw new Refusal("BUSY", "job", {}, "manyJobs");
    const personId = Number(person.id);
    const own = [...this.local.values()].filter((job) => job.personId === personId).length;
    if (own >= PER_PERSON) throw tooMany();
    const [number] = await this.ids.take("job", 1);
    const at = this.clock.now();
    await this.database.write(async (tx) => {
      await this.table.forget(tx, this.before(REMEMBERED_MS), this.before(DEAD_MS));
      if ((await this.table.running(tx, personId, this.before(DEAD_MS))) >= PER_PERSON) throw tooMany();
      const title = [...what.title.normalize("NFC")].slice(0, 300).join("");
      await this.table.insert(tx, { id: number, personId, kind: what.kind, title, at });
    });
    const job: Local = { personId, done: 0, total: null, isCancelled: false, ended: Promise.resolve() };
    this.local.set(String(number), job);
    job.ended = this.run(number, job, work);
    return this.shown((await this.table.one(number))!);
  }

  private async run(
    number: number,
    job: Local,
    work: (job: Running) => Promise<Record<string, unknown>>,
  ): Promise<void> {
    let isBeating = false;
    const beating = setInterval(() => {
      if (isBeating) return;
      isBeating = true;
      void this.beat(number, job).finally(() => (isBeating = false));
    }, BEAT_MS);
    const end = (state: "DONE" | "FAILED" | "CANCELLED", outcome?: unknown): Promise<void> =>
      this.table.end(number, state, { done: job.done, total: job.total, at: this.clock.now(), outcome });
    try {
      const outcome = await work(this.running(number, job));
      await end("DONE", outcome);
    } catch (error) {
      await this.endBadly(number, error, end).catch((e: unknown) => console.error(e));
    } finally {
      clearInterval(beating);
      this.local.delete(String(number));
    }
  }

  private async endBadly(
    number: number,
    error: unknown,
    end: (state: "DONE" | "FAILED" | "CANCELLED", outcome?: unknown) => Promise<void>,
  ): Promise<void> {
    if (!(error instanceof Refusal || error instanceof Cancelled)) console.error(error);
    // An outcome that was settled was written with the work itself, whatever went wrong with telling of it.
    if ((await this.table.one(number))?.outcome) return end("DONE");
    if (error instanceof Cancelled) return end("CANCELLED");
    const refusal = error instanceof Refusal ? error : new Refusal("BUSY", null, {}, "internal");
    await end("FAILED", { problems: [problemOf(refusal)] });
  }

  /** Tells the database how far the job is, and hears from it whether another process asks it to stop. */
  private async beat(number: number, job: Local): Promise<void> {
    try {
      const isMine = await this.table.beat(number, job.done, job.total, this.clock.now());
      const stored = isMine ? await this.table.one(number) : null;
      if (!stored || stored.isCancelled) job.isCancelled = true;
    } catch (error) {
      // The next beat may come through; sixty seconds without one end the job for everybody else.
      console.error(error);
    }
  }

  private running(number: number, job: Local): Running {
    const stopWhereAsked = (): void => {
      if (job.isCancelled) throw new Cancelled();
    };
    return {
      id: String(number),
      progress: (done, total) => {
        job.done = done;
        if (total !== undefined) job.total = total;
        stopWhereAsked();
      },
      settle: async (tx, outcome) => {
        stopWhereAsked();
        if (!(await this.table.settle(tx, number, outcome, this.clock.now()))) throw new Cancelled();
      },
      addRows: (rows) => this.table.addRows(number, rows),
      keepFile: async (content) => {
        let pieces = 0;
        let waiting = Buffer.alloc(0);
        for await (const part of content) {
          waiting = Buffer.concat([waiting, part]);
          for (; waiting.length >= PIECE; waiting = waiting.subarray(PIECE))
            await this.table.addPiece(number, pieces++, waiting.subarray(0, PIECE));
        }
        if (waiting.length > 0) await this.table.addPiece(number, pieces, waiting);
      },
    };
  }

  /** The person's jobs of the last day, latest first. */
  async of(person: Person): Promise<Job[]> {
    const found = await this.table.of(Number(person.id), this.before(REMEMBERED_MS), LISTED);
    return found.map((job) => this.shown(job));
  }

  /** A job of the person's; null where there is none, or it is another's. */
  async one(person: Person, id: string): Promise<Job | null> {
    const stored = await this.stored(person, id);
    return stored && this.shown(stored);
  }

  /** Asks a job of the person's to stop. It has stopped when its state says so; one that is through stays as it is. */
  async cancel(person: Person, id: string): Promise<Job | null> {
    const stored = await this.stored(person, id);
    if (!stored) return null;
    const job = this.local.get(stored.id);
    // A job of this process hears it at once: the database may be busy with that very job.
    if (job) job.isCancelled = true;
    else if (stored.state === "RUNNING") await this.table.cancel(Number(id));
    return this.one(person, id);
  }

  async rows(person: Person, id: string, page: { action: string | null; offset: number; limit: number }) {
    const stored = await this.stored(person, id);
    return stored && this.table.rows(Number(id), page.action, page.offset, page.limit);
  }

  /** The file that a job of the person's made, or null. */
  async file(person: Person, id: string): Promise<{ job: Job; content: AsyncGenerator<Buffer> } | null> {
    const stored = await this.stored(person, id);
    if (!stored || stored.state !== "DONE" || !stored.outcome?.file) return null;
    return { job: stored, content: this.table.pieces(Number(id)) };
  }

  /** Takes no more jobs, asks those under way to stop and waits until they have. */
  async close(): Promise<void> {
    this.isClosing = true;
    for (const job of this.local.values()) job.isCancelled = true;
    await Promise.all([...[...this.local.values()].map((job) => job.ended), ...this.sweeping]);
  }

  private async stored(person: Person, id: string): Promise<StoredJob | null> {
    const read = parseId(id);
    if (!read.ok) return null;
    const job = await this.table.one(Number(id));
    return job && job.personId === Number(person.id) && job.startedAt >= this.before(REMEMBERED_MS) ? job : null;
  }

  /** A job as people see it: one of this process by what is known here, one that died with its process as failed. */
  private shown(stored: StoredJob): Job {
    const { id, kind, title, state, done, total, startedAt, endedAt, outcome } = stored;
    const local = this.local.get(id);
    const shown: Job = { id, kind, title, state, done, total, startedAt, endedAt, outcome };
    if (state !== "RUNNING") return shown;
    if (local) return { ...shown, done: local.done, total: local.total, outcome: null };
    if (stored.beatAt >= this.before(DEAD_MS)) return { ...shown, outcome: null };
    return this.sweep(stored);
  }

  /**
   * Ends a job whose process has died. Where its outcome was settled its work went through, and all that is missing is
   * the word; otherwise nothing of it was kept. It is written down beside: reading waits for no writer.
   */
  private sweep(stored: StoredJob): Job {
    const { id, kind, title, done, total, startedAt, beatAt } = stored;
    const state = stored.outcome ? "DONE" : "FAILED";
    const outcome = stored.outcome ?? { problems: [problemOf(new Refusal("BUSY", null, {}, "jobDied"))] };
    const swept: Promise<void> = this.table
      .end(Number(id), state, { done, total, at: beatAt, outcome })
      .catch((error: unknown) => console.error(error))
      .finally(() => this.sweeping.delete(swept));
    this.sweeping.add(swept);
    return { id, kind, title, state, done, total, startedAt, endedAt: beatAt, outcome };
  }

  private before(ms: number): string {
    return new Date(Date.parse(this.clock.now()) - ms).toISOString();
  }
}

const tooMany = (): Refusal => new Refusal("LIMIT", "job", { max: PER_PERSON }, "tooManyJobs");
