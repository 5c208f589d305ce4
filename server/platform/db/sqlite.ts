import type { DataSource } from "typeorm";
import { again } from "./again";
import type { Database, Parameter, Row, Transaction } from "./database";

/** The little of better-sqlite3 that is used, below TypeORM's driver. */
interface Statement {
  raw(on: boolean): Statement;
  all(...parameters: unknown[]): Row[];
  run(...parameters: unknown[]): { changes: number };
  readonly reader: boolean;
}
interface Connection {
  prepare(sql: string): Statement;
  pragma(text: string): unknown;
}

const CACHED_STATEMENTS = 500;

class Prepared {
  private readonly cache = new Map<string, Statement>();
  constructor(private readonly connection: Connection) {}

  of(sql: string): Statement {
    const known = this.cache.get(sql);
    if (known) return known;
    const made = this.connection.prepare(sql);
    if (made.reader) made.raw(true);
    if (this.cache.size >= CACHED_STATEMENTS) this.cache.delete(this.cache.keys().next().value!);
    this.cache.set(sql, made);
    return made;
  }
}

const connectionOf = (source: DataSource): Connection =>
  (source.driver as unknown as { databaseConnection: Connection }).databaseConnection;

/**
 * SQLite: one connection writes, one unit of work after the other; another reads what is committed (WAL), so that a
 * reader never sees half of a unit of work and never waits for one.
 */
export class SqliteDatabase implements Database, Transaction {
  readonly engine = "sqlite";
  statements = 0;
  private readonly writing: Prepared;
  private readonly reading: Prepared;
  private readonly writer: Connection;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly writerSource: DataSource,
    private readonly readerSource: DataSource,
  ) {
    this.writer = connectionOf(writerSource);
    // FULL: a commit that was acknowledged survives a loss of power.
    this.writer.pragma("synchronous = FULL");
    this.writer.pragma("foreign_keys = ON");
    this.writing = new Prepared(this.writer);
    this.reading = new Prepared(connectionOf(readerSource));
  }

  async read(sql: string, parameters: readonly Parameter[] = []): Promise<Row[]> {
    this.statements++;
    return this.reading.of(sql).all(...parameters);
  }

  async all(sql: string, parameters: readonly Parameter[] = []): Promise<Row[]> {
    this.statements++;
    return this.writing.of(sql).all(...parameters);
  }

  async run(sql: string, parameters: readonly Parameter[] = []): Promise<number> {
    this.statements++;
    return this.writing.of(sql).run(...parameters).changes;
  }

  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const turn = this.queue.then(() => again(() => this.unit(work)));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async unit<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    this.writing.of("BEGIN IMMEDIATE").run();
    try {
      const outcome = await work(this);
      this.writing.of("COMMIT").run();
      return outcome;
    } catch (error) {
      // Some failures have ended the transaction already.
      if ((this.writer as unknown as { inTransaction: boolean }).inTransaction) this.writing.of("ROLLBACK").run();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.queue;
    await this.readerSource.destroy();
    await this.writerSource.destroy();
  }
}
