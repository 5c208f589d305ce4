import type { Person } from "../policy/policy";
import type { RefusalCode, Values as RefusalValues } from "../errors/refusal";
import type { Field, Resource } from "../registry/registry";

export type Action = "CREATE" | "UPDATE" | "DELETE";
export type Source = "ADMIN" | "API" | "IMPORT" | "SEED" | "UNDO" | "SYSTEM";
export type Mode = "ALL_OR_NONE" | "GOOD_ROWS";

/** Field values by name, as the API writes them. */
export type Values = Record<string, unknown>;

/** One change of a batch as it is asked for: exactly one of create, update and delete. */
export interface ChangeInput {
  create?: Values | null;
  /** A verb need name no version: without one it takes the row as it is. */
  update?: { id: string; version?: number; from?: string | null; asOf?: string | null; set: Values } | null;
  delete?: { id: string; version?: number } | null;
}

/** A batch of changes, of one resource or several, that becomes one change set. */
export interface Batch {
  /** Who changes; null for the system itself. */
  person: Person | null;
  source: Source;
  note: string | null;
  mode: Mode;
  dryRun: boolean;
  /** The client's idempotency key. */
  key: string | null;
  changes: BatchChange[];
  /** The resource's verb that this is: it writes the verb's fields and no others, of the row as it is. */
  verb?: string;
  /**
   * What was asked for, where the batch was made of a request in another form (a file, a Decision): the same request
   * under the same key is known by it, whatever ids were taken for it.
   */
  asked?: unknown;
}

export interface BatchChange {
  resource: Resource;
  input: ChangeInput;
  /** The id of a row to be created, where it was taken beforehand so that others of the batch can refer to it. */
  id?: number;
  /** Its number in a batch that comes portion by portion; its place where absent. */
  index?: number;
}

export interface CellChange {
  field: string;
  before: unknown;
  after: unknown;
}

export interface ChangedRow {
  index: number;
  /** The resource's name: a change may bring rows of others with it. */
  resource: string;
  id: string;
  version: number | null;
  action: Action;
  cells: CellChange[];
}

export interface Problem {
  index: number | null;
  id: string | null;
  field: string | null;
  code: RefusalCode;
  messageVi: string;
  messageEn: string;
}

export interface Answer {
  changeSetId: string | null;
  rows: ChangedRow[];
  problems: Problem[];
  /** What a batch that is too large to be answered row by row says of itself. */
  summary?: unknown;
}

/** A change that was read and found well-formed; what it does to which rows is decided inside the unit of work. */
export interface Intent {
  index: number;
  resource: Resource;
  action: Action;
  id: number;
  /** The version that was read; null for a new row, and where a verb takes the row as it is. */
  version: number | null;
  /** The day from which new values hold, for identities. */
  from: string | null;
  /** The day whose state is corrected, for identities; the current one where null. */
  asOf: string | null;
  values: Values;
  /** The id of the state this may open. */
  stateId: number | null;
}

/** One row of one table to be written: an identity's own row or one of its states, or the row of a plain resource. */
export interface Write {
  index: number;
  resource: Resource;
  action: Action;
  id: number;
  /** The state's id; null where it is the row itself. */
  stateId: number | null;
  before: Values | null;
  after: Values | null;
}

/** A row's versions before and after a unit of work. */
export interface Versions {
  before: number | null;
  after: number | null;
}

/** What was found wrong with a change, still without its sentences. */
export interface Fault {
  index: number;
  id: number | null;
  resource: Resource;
  field: string | null;
  code: RefusalCode;
  reason: string;
  values: RefusalValues;
}

export const fault = (
  intent: Pick<Intent, "index" | "resource" | "id">,
  code: RefusalCode,
  field: string | null,
  reason: string = code,
  values: Fault["values"] = {},
): Fault => ({
  index: intent.index,
  id: intent.id === 0 ? null : intent.id,
  resource: intent.resource,
  field,
  code,
  reason,
  values,
});

const fieldLists = new WeakMap<Resource, { fixed: Field[]; dated: Field[] }>();

/** The fields that a write's table holds: a state's are the dated ones. */
export function fieldsOf({ resource, stateId }: Pick<Write, "resource" | "stateId">): Field[] {
  let lists = fieldLists.get(resource);
  if (!lists) {
    const isDated = (f: Field) => resource.states !== null && f.dated;
    lists = { fixed: resource.fields.filter((f) => !isDated(f)), dated: resource.fields.filter(isDated) };
    fieldLists.set(resource, lists);
  }
  return stateId === null ? lists.fixed : lists.dated;
}

/** Whether two API values are the same: lists by content, everything else by identity; absent and null are one. */
export function isSame(a: unknown, b: unknown): boolean {
  if ((a ?? null) === (b ?? null)) return true;
  return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((v, i) => v === b[i]);
}
