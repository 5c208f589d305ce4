import type { Pool as CallbackPool } from "mysql2";
import type { Pool, PoolConnection } from "mysql2/promise";
import type { DataSource } from "typeorm";
import { again } from "./again";
import type { Database, Parameter, Row, Transaction } from "./database";
import { isTransient } from "./failures";

const asArrays = (sql: string) => ({ sql, rowsAsArray: true }) as const;

/**
 * READ COMMITTED: after a guard row is held, every statement sees what its former holder committed. Locks follow the
 * rows written, not the gaps beside them.
 */
const SESSION = [
  // Said as a statement: the variable's name differs between MariaDB and MySQL.
  "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
  "SET SESSION sql_mode = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY', time_zone = '+00:00', innodb_lock_wait_timeout = 10",
];

/** A MySQL-compatible server behind a pool: every statement outside a unit of work takes whatever connection is free. */
export class MariaDatabase implements Database {
  readonly engine = "mariadb";
  statements = 0;
  private readonly pool: Pool;

  constructor(private readonly source: DataSource) {
    const pool = (source.driver as unknown as { pool: CallbackPool }).pool;
    pool.on("connection", (connection) => {
      for (const statement of SESSION) connection.query(statement, (error) => error && connection.destroy());
    });
    this.pool = pool.promise();
  }

  /** Gives the connection that TypeORM opened for its own start the session settings that later ones are born with. */
  async settle(): Promise<void> {
    for (const statement of SESSION) await this.pool.query(statement);
  }

  async read(sql: string, parameters: readonly Parameter[] = []): Promise<Row[]> {
    this.statements++;
    // A read changes nothing: it is sent again where its connection was lost under it.
    const [rows] = await again(() => this.pool.query(asArrays(sql), parameters as unknown[]), isTransient);
    return rows as unknown as Row[];
  }

  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return again(() => this.unit(work));
  }

  private async unit<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const connection = await this.pool.getConnection();
    let broken = false;
    try {
      await connection.query("START TRANSACTION");
      const outcome = await work(this.transaction(connection));
      await connection.query("COMMIT");
      return outcome;
    } catch (error) {
      await connection.query("ROLLBACK").catch(() => (broken = true));
      throw error;
    } finally {
      if (broken) connection.destroy();
      else connection.release();
    }
  }

  private transaction(connection: PoolConnection): Transaction {
    return {
      engine: this.engine,
      all: async (sql, parameters = []) => {
        this.statements++;
        const [rows] = await connection.query(asArrays(sql), parameters as unknown[]);
        return rows as unknown as Row[];
      },
      run: async (sql, parameters = []) => {
        this.statements++;
        const [result] = await connection.query(sql, parameters as unknown[]);
        return (result as { affectedRows: number }).affectedRows;
      },
    };
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }
}
