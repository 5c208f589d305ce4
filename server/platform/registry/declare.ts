import type { Database } from "../db/database";
import type { Kind } from "../kinds/kind";
import type { Policy } from "../policy/policy";
import type { Label } from "../text/label";
import type { RowRule } from "./rule";
import type { SetRule } from "./set-rule";

export type { Label };

export interface FieldOptions {
  kind: Kind;
  label: Label;
  /** What the field is in the world, with its legal source where it has one. */
  about: Label;
  required?: boolean;
  /** The value changes by date: it lives in the dated states of the identity. */
  dated?: boolean;
  filter?: boolean;
  sort?: boolean;
  /** Found by the `search` of its resource, without accents. */
  search?: boolean;
  /** Who writes it: a person always, only at creation, or never (the system derives it). */
  write?: "always" | "create" | "never";
  /** Filled in when the row is created: with the person who creates it. */
  stamp?: "creator";
  /** Shown in generic lists before the reader chooses columns. */
  inList?: boolean;
  width?: number;
  /** No two rows share the value. Rows without one do not count. */
  unique?: boolean;
  /** Other headings by which files know the field, beside its labels and its name. */
  headers?: string[];
}

/** Rows of one key never overlap in time: two rates of one route, two entries of one procedure in a catalog. */
export interface IntervalRule {
  key: string[];
  /** The field a refusal names. */
  field: string;
  /** Rows in which a field of the key is empty share that too; else they are in no one's way. */
  withNulls?: boolean;
  /** Rows whose field holds the value are in no one's way: what corrects others lies on their days. */
  except?: { field: string; value: string };
}

/** Some row of a kind must always remain: the last active administrator cannot be taken away. */
export interface RemainderRule {
  /** Whether a row is one of the kind. */
  is(row: Record<string, unknown>): boolean;
  /** The same as a condition on the table's columns. */
  sql: string;
  /** The field a refusal names, and its sentence. */
  field: string;
  reason: string;
}

/**
 * Sums of the rows of each key, kept in a table of their own by every write of the resource, in its transaction. Only
 * what rows themselves say is summed: what changes by date (trees, catalogs) is joined when the sums are read.
 */
export interface RollUpOptions {
  table: string;
  /** The references that make the key, in its order; each is required. */
  by: string[];
  /** Whole numbers that are summed; an empty one adds nothing. */
  sum: string[];
  /** A row in which one of these is empty counts as blank: its sums do not say everything. */
  blank: string[];
}

/** A row that can be closed: while the field holds the value, the rows that are closed with it take no write. */
export interface ClosingRule {
  field: string;
  closed: string;
}

/** A column that files have beside the fields: the sum of some of them. It is checked and not kept. */
export interface FileSum {
  label: Label;
  headers: string[];
  of: string[];
}

/** A required reference that a file may leave out, because the row's other references say it. */
export interface FileFill {
  field: string;
  /** The row's other references and the fields read behind each. */
  from: Record<string, string[]>;
  /** The reference, and the field behind it, that say on which day they are read. */
  on: { via: string; field: string };
  /** The id it is filled with, or null. `given` is what was handed in for the whole file. */
  choose(refs: Record<string, ReferredRow | null>, given: string | null): string | null;
}

/** A row that a reference points to, with the fields that were asked of it. */
export type ReferredRow = { id: string } & Record<string, unknown>;

/** What is known of the files in which others hand a resource in, beside the headings of its fields. */
export interface FileShape {
  sums?: FileSum[];
  /** Headings of what is derived here from other data: they are known and not read. */
  derived?: string[];
  fill?: FileFill;
}

/** Fields computed from fields of the rows that references point to, kept true when those change. */
export interface Derivation {
  fields: string[];
  /** Reference fields and the fields read behind them. */
  from: Record<string, string[]>;
  /** `refs` holds the referenced rows' fields, null where there is no reference. */
  compute(row: Record<string, unknown>, refs: Record<string, Record<string, unknown> | null>): Record<string, unknown>;
}

/**
 * What a figure is computed from: the rows of one node of a query, on one day. Whoever may read the rows reads the
 * figure: it may rest on nothing that one of them could not read.
 */
export interface FigureBatch {
  ids: readonly number[];
  day: string;
  database: Database;
}

/** A figure of a row that is no column of it: derived from other rows when it is asked for, one batch per node. */
export interface FigureOptions {
  name: string;
  kind: Kind;
  label: Label;
  about: Label;
  width?: number;
  /** The figure by row id; a row that is absent has none. */
  load(batch: FigureBatch): Promise<Map<number, unknown>>;
}

export interface ListOptions {
  name: string;
  label: Label;
  about: Label;
  /** The singular of the resource listed. */
  target: string;
  /** Its reference field that points back here. */
  via: string;
}

export interface ResourceOptions {
  single: string;
  plural: string;
  label: Label;
  pluralLabel: Label;
  about: Label;
  /** The field people know a row by. */
  title: string;
  policy: Policy;
  defaultSort?: { field: string; descending?: boolean }[];
  lists?: ListOptions[];
  figures?: FigureOptions[];
  /** The reference field that makes the rows a tree: no row may stand above itself on any day. */
  tree?: string;
  intervals?: IntervalRule[];
  /**
   * Fields that no two rows share together: one code in a target set. A refusal names the last of them. Rows in which one
   * is empty do not count.
   */
  uniqueTogether?: string[][];
  /** Dated codes: no two identities hold one value on one day. */
  uniqueByDay?: string[];
  remainder?: RemainderRule;
  closing?: ClosingRule;
  /** The reference to a row that can be closed: while it is, no row that refers to it is written. */
  closedBy?: string;
  rollUps?: RollUpOptions[];
  derive?: Derivation;
  rules?: readonly RowRule[];
  /** Rules that look at other rows beside. */
  setRules?: readonly SetRule[];
  /** The system writes it, or a verb of its policy does, and people read it: no change mutation. */
  readOnly?: boolean;
  /** Carries `source` and `certainty`: where the fact comes from and how sure it is. */
  sourced?: boolean;
  /** Has no row history of its own: history itself. */
  withoutHistory?: boolean;
  /** Rows are seen on every day, whatever their dates: rows of other days refer to them. */
  ofAllDays?: boolean;
  /** Several columns found together often. */
  indexes?: string[][];
  /** What a row of a file is known again by, in order: the first key whose fields a row fills decides. */
  keys?: string[][];
  /** Fields of keys in which empty is a value like any other. */
  keysWithNulls?: string[];
  /** The files in which others hand it in: their sums are checked, lines of totals and bands are left out. */
  files?: FileShape;
}

export interface Declaration {
  name: string;
  options: ResourceOptions;
  fields: (FieldOptions & { name: string })[];
}

type Constructor = new () => object;
const pending = new Map<object, (FieldOptions & { name: string })[]>();
const declarations = new WeakMap<Constructor, Declaration>();

/** Declares a field. It only writes down what is said: types and tables are made at start, when the engine is known. */
export function field(options: FieldOptions): PropertyDecorator {
  return (prototype, name) => {
    const fields = pending.get(prototype) ?? [];
    fields.push({ ...options, name: String(name) });
    pending.set(prototype, fields);
  };
}

/** Closes the declaration of a resource. */
export function resource(options: ResourceOptions): (target: Constructor) => void {
  return (target) => {
    declarations.set(target, { name: target.name, options, fields: pending.get(target.prototype) ?? [] });
    pending.delete(target.prototype);
  };
}

export function declarationOf(target: Constructor): Declaration {
  const declaration = declarations.get(target);
  if (!declaration) throw new Error(`${target.name} has no @resource declaration`);
  return declaration;
}
