import { inList, listParameter, type Database, type Parameter, type Row, type Transaction } from "../db/database";

export type JobState = "RUNNING" | "DONE" | "FAILED" | "CANCELLED";

/** Long work that a person has started, as its person sees it. */
export interface Job {
  id: string;
  kind: string;
  title: string;
  state: JobState;
  done: number;
  total: number | null;
  startedAt: string;
  endedAt: string | null;
  /** What came of it; null while it runs. */
  outcome: Record<string, unknown> | null;
}

/** A job as its table holds it. */
export interface StoredJob extends Job {
  personId: number;
  beatAt: string;
  isCancelled: boolean;
}

const COLUMNS = "id, kind, title, state, done, total, started_at, ended_at, outcome, person_id, beat_at, is_cancelled";

const storedOf = (row: Row): StoredJob => ({
  id: String(row[0]),
  kind: row[1] as string,
  title: row[2] as string,
  state: row[3] as JobState,
  done: row[4] as number,
  total: row[5] as number | null,
  startedAt: row[6] as string,
  endedAt: row[7] as string | null,
  outcome: row[8] === null ? null : (JSON.parse(row[8] as string) as Record<string, unknown>),
  personId: row[9] as number,
  beatAt: row[10] as string,
  isCancelled: Number(row[11]) !== 0,
});

/** A row of a job's file with what was found in it; pieces of a file that a job makes are kept beside, below zero. */
export interface JobRow {
  line: number;
  action: string;
  body: unknown;
}

/** What pieces of a file are called among a job's rows. */
const FILE = "FILE";
/** Rows written by one statement. */
const ROWS = 500;
/** Bytes of a file in one row: as base64 well below what a statement may hold. */
export const PIECE = 512 * 1024;

/** The statements on the tables job and job_row. */
export class JobTable {
  constructor(private readonly database: Database) {}

  /** The jobs of a person that are remembered, latest first. */
  async of(personId: number, since: string, limit: number): Promise<StoredJob[]> {
    const found = await this.database.read(
      `SELECT ${COLUMNS} FROM job WHERE person_id = ? AND started_at >= ? ORDER BY id DESC LIMIT ?`,
      [personId, since, limit],
    );
    return found.map(storedOf);
  }

  async one(id: number): Promise<StoredJob | null> {
    const [row] = await this.database.read(`SELECT ${COLUMNS} FROM job WHERE id = ?`, [id]);
    return row ? storedOf(row) : null;
  }

  async insert(tx: Transaction, job: { id: number; personId: number; kind: string; title: string; at: string }) {
    await tx.run(
      "INSERT INTO job (id, person_id, kind, title, state, done, total, is_cancelled, started_at, beat_at, ended_at, outcome) " +
        "VALUES (?, ?, ?, ?, 'RUNNING', 0, NULL, 0, ?, ?, NULL, NULL)",
      [job.id, job.personId, job.kind, job.title, job.at, job.at],
    );
  }

  /** Jobs of a person that run and gave a sign of life since. */
  async running(tx: Transaction, personId: number, since: string): Promise<number> {
    const [[count]] = await tx.all(
      "SELECT COUNT(*) FROM job WHERE person_id = ? AND state = 'RUNNING' AND beat_at >= ?",
      [personId, since],
    );
    return Number(count);
  }

  /** Forgets jobs that were started before a moment, with all they found; one that runs and gives signs of life stays. */
  async forget(tx: Transaction, before: string, aliveSince: string): Promise<void> {
    const found = await tx.all("SELECT id FROM job WHERE started_at < ? AND (state <> 'RUNNING' OR beat_at < ?)", [
      before,
      aliveSince,
    ]);
    const old = found.map(([id]) => Number(id));
    if (old.length === 0) return;
    for (const [table, column] of [
      ["job_row", "job_id"],
      ["job", "id"],
    ])
      await tx.run(`DELETE FROM ${table} WHERE ${inList(tx.engine, column)}`, [listParameter(tx.engine, old)]);
  }

  /** A sign of life; false where the job was ended by somebody else meanwhile. */
  async beat(id: number, done: number, total: number | null, at: string): Promise<boolean> {
    const changed = await this.database.write((tx) =>
      tx.run("UPDATE job SET done = ?, total = ?, beat_at = ? WHERE id = ? AND state = 'RUNNING'", [
        done,
        total,
        at,
        id,
      ]),
    );
    return changed === 1;
  }

  /** Asks a job to stop, wherever it runs. */
  async cancel(id: number): Promise<void> {
    await this.database.write((tx) =>
      tx.run("UPDATE job SET is_cancelled = 1 WHERE id = ? AND state = 'RUNNING'", [id]),
    );
  }

  /**
   * Keeps what came of a job in the very unit of work that does it, so that the one is never without the other. False
   * where the job was stopped or given up meanwhile: then the unit of work must not be kept either.
   */
  async settle(tx: Transaction, id: number, outcome: unknown, at: string): Promise<boolean> {
    const changed = await tx.run(
      "UPDATE job SET outcome = ?, beat_at = ? WHERE id = ? AND state = 'RUNNING' AND is_cancelled = 0",
      [JSON.stringify(outcome), at, id],
    );
    return changed === 1;
  }

  /**
   * Ends a job. An outcome that was settled stays where none is given; of one that did not get through nothing is kept
   * but why.
   */
  async end(id: number, state: JobState, end: { done: number; total: number | null; at: string; outcome?: unknown }) {
    const { done, total, at, outcome } = end;
    const parameters: Parameter[] = [state, done, total, at];
    if (outcome !== undefined) parameters.push(JSON.stringify(outcome));
    await this.database.write(async (tx) => {
      const ended = await tx.run(
        `UPDATE job SET state = ?, done = ?, total = ?, ended_at = ?${outcome === undefined ? "" : ", outcome = ?"} ` +
          "WHERE id = ? AND state = 'RUNNING'",
        [...parameters, id],
      );
      if (ended === 1 && state !== "DONE") await tx.run("DELETE FROM job_row WHERE job_id = ?", [id]);
    });
  }

  async addRows(id: number, rows: readonly JobRow[]): Promise<void> {
    for (let at = 0; at < rows.length; at += ROWS) {
      const part = rows.slice(at, at + ROWS);
      const values = part.map(() => "(?, ?, ?, ?)").join(", ");
      await this.database.write((tx) =>
        tx.run(
          `INSERT INTO job_row (job_id, line, action, body) VALUES ${values}`,
          part.flatMap(({ line, action, body }) => [id, line, action, JSON.stringify(body)]),
        ),
      );
    }
  }

  /** What a job found, in order of its lines: of one action, or all. */
  async rows(
    id: number,
    action: string | null,
    offset: number,
    limit: number,
  ): Promise<{ total: number; rows: unknown[] }> {
    const [where, parameters]: [string, Parameter[]] =
      action === null ? ["job_id = ? AND line >= 0", [id]] : ["job_id = ? AND action = ? AND line >= 0", [id, action]];
    const [[total]] = await this.database.read(`SELECT COUNT(*) FROM job_row WHERE ${where}`, parameters);
    const found = await this.database.read(`SELECT body FROM job_row WHERE ${where} ORDER BY line LIMIT ? OFFSET ?`, [
      ...parameters,
      limit,
      offset,
    ]);
    return { total: Number(total), rows: found.map(([body]) => JSON.parse(body as string) as unknown) };
  }

  /** Keeps a piece of the file that a job makes. */
  addPiece(id: number, number: number, piece: Buffer): Promise<void> {
    return this.addRows(id, [{ line: -1 - number, action: FILE, body: piece.toString("base64") }]);
  }

  /** The file that a job made, piece by piece; nothing where it made none. */
  async *pieces(id: number): AsyncGenerator<Buffer> {
    for (let number = 0; ; number++) {
      const [row] = await this.database.read("SELECT body FROM job_row WHERE job_id = ? AND line = ?", [
        id,
        -1 - number,
      ]);
      if (!row) return;
      yield Buffer.from(JSON.parse(row[0] as string) as string, "base64");
    }
  }
}
