import type { Engine, Stored } from "../kinds/kind";

/** A value of a statement: one parameter, bytes among them, or a list that stands for `IN (…)`. */
export type Parameter = Stored | Buffer | readonly (string | number)[];

export type Row = unknown[];

/** Statements inside one unit of work: all of them take effect together or none does. */
export interface Transaction {
  readonly engine: Engine;
  all(sql: string, parameters?: readonly Parameter[]): Promise<Row[]>;
  /** The number of rows changed. */
  run(sql: string, parameters?: readonly Parameter[]): Promise<number>;
}

/**
 * The one place the product meets a driver. Rows are arrays in the order of the selected columns; TypeORM's connections
 * are used below it, its repositories nowhere.
 */
export interface Database {
  readonly engine: Engine;
  /** Reads committed rows, outside any unit of work. */
  read(sql: string, parameters?: readonly Parameter[]): Promise<Row[]>;
  /** Runs a unit of work and commits it; runs it again, whole, where the engine says that is the cure. */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
  /** How many statements have been sent: the tests' witness that a refusal came first. */
  readonly statements: number;
}

/**
 * Thrown through `write`, ends a unit of work without keeping anything of it and without being a failure: a dry run, or
 * an answer that is a list of problems.
 */
export class RolledBack<T> extends Error {
  constructor(readonly outcome: T) {
    super("rolled back on purpose");
  }
}

/** `column IN (a list of ids)`: one text for any number on SQLite, expanded by the driver on MariaDB. */
export const inList = (engine: Engine, column: string): string =>
  engine === "sqlite" ? `${column} IN (SELECT value FROM json_each(?))` : `${column} IN (?)`;

/** The parameter that goes with `inList`. MariaDB knows no empty list; no id is 0 and no text is empty of "". */
export const listParameter = (engine: Engine, values: readonly (string | number)[]): Parameter =>
  engine === "sqlite" ? JSON.stringify(values) : values.length > 0 ? values : [-1];
