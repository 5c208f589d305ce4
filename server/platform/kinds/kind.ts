/**
 * A kind says everything about one sort of value: how it is stored on each engine, how a statement selects it,
 * what the API and the grid show, and what a person may type. A field of a resource names one kind and nothing else.
 * Kinds import nothing beyond this folder and the text functions, so that the admin runs the very same parsers as the server.
 */

export type Engine = "sqlite" | "mariadb";
export type Locale = "vi" | "en";

/** A column of a table as one engine declares it; `type` and `length` are TypeORM's words. */
export interface ColumnType {
  type: string;
  length?: number;
  collation?: string;
}

/** Why a value cannot be taken: a key of the message files and the values its sentence names. */
export interface KindProblem {
  code: "BAD_INPUT" | "REQUIRED" | "LIMIT";
  reason: string;
  values?: Record<string, string | number>;
}

export type Parsed<T = unknown> = { ok: true; value: T } | { ok: false; problem: KindProblem };

export const good = <T>(value: T): Parsed<T> => ({ ok: true, value });
export const bad = (
  reason: string,
  values?: KindProblem["values"],
  code: KindProblem["code"] = "BAD_INPUT",
): Parsed<never> => ({
  ok: false,
  problem: { code, reason, values },
});

/** A value as the database driver takes it. */
export type Stored = string | number | bigint | null;

/** One way a list can be filtered on a value: the operators of the API's filter inputs. */
export type Operator = "eq" | "ne" | "in" | "lt" | "lte" | "gt" | "gte" | "contains" | "isNull" | "has";

export interface Kind {
  readonly name:
    | "text"
    | "code"
    | "int"
    | "vnd"
    | "decimal"
    | "date"
    | "moment"
    | "bool"
    | "choice"
    | "ref"
    | "list"
    | "secret"
    | "json";
  /** The column on an engine. */
  column(engine: Engine): ColumnType;
  /** The SQL that selects the column so that no digit is lost on the way; the column itself for most kinds. */
  select?(engine: Engine, column: string): string;
  /** The driver's value as API value. Absent: they are the same. */
  decode?(stored: unknown): unknown;
  /** An API value as the driver takes it. Absent: they are the same. */
  encode?(value: unknown): Stored;
  /** Reads an API value; null stays null and is not given to it. */
  parse(value: unknown): Parsed;
  /** Reads what a person typed or pasted, in the form usual in the locale. Empty text is null and is not given to it. */
  fromText(text: string, locale: Locale): Parsed;
  /** Shows a value as a person of the locale writes it. */
  toText(value: unknown, locale: Locale): string;
  /** The API's scalar or enum for the value. */
  readonly graphql: string;
  readonly operators: readonly Operator[];
  /** What null is in the table, for kinds that spare the null (the open ends of intervals). */
  readonly storedNull?: Stored;
  readonly max?: number;
  readonly min?: number;
  /** How many decimals a decimal number keeps. */
  readonly scale?: number;
  readonly multiline?: boolean;
  /** The form a code must have, as the source of a regular expression, with an example for people. */
  readonly pattern?: string;
  readonly shape?: string;
  readonly choices?: readonly Choice[];
  readonly enumName?: string;
  readonly target?: string;
  readonly of?: Kind;
  readonly open?: "from" | "to";
}

/** One value of a choice with its words for people. */
export interface Choice {
  value: string;
  vi: string;
  en: string;
  /** Other words for it that are read, and never written. */
  also?: readonly string[];
}
