/**
 * What the seeds need of the change path: every row they bring goes in as a change set, like the work of people,
 * so that rules, history and search columns hold for it too.
 */

/** A value as the API takes it: dates "YYYY-MM-DD", money as decimal strings, references as ids, null for none. */
export type Value = string | number | boolean | null | readonly (string | number)[];
export type Values = Readonly<Record<string, Value>>;

/** One row of a batch: exactly one of create, update and delete. */
export type Change = { resource: string } & (
  | { create: Values }
  | { update: { id: string; version?: number; from?: string; set: Values } }
  | { delete: { id: string; version: number } }
);

export interface ChangeRequest {
  /** Who makes the change; null is the system itself. */
  person: string | null;
  source: "SEED";
  note: string;
  mode: "ALL_OR_NONE";
  /** The resource's verb that this is; it takes the rows as they are. */
  verb?: string;
  /** At most 5,000 rows. */
  batch: Change[];
}

export interface ChangedRow {
  index: number;
  id: string;
  version: number;
}

export interface ChangeProblem {
  index: number | null;
  field?: string | null;
  code: string;
  messageEn?: string;
}

export interface ChangeAnswer {
  changeSetId: string | null;
  rows: ChangedRow[];
  problems: ChangeProblem[];
}

/** Scorecards to be frozen under a name. */
export interface PublishRequest {
  note: string;
  name: string;
  targetSet: string;
  from: string;
  to: string;
}

/** A claim to be submitted, as somebody did on a day: its lines are computed. */
export interface SubmitRequest {
  note: string;
  claim: string;
  submittedBy: string;
  submittedOn: string;
}

export interface Changes {
  apply(request: ChangeRequest): Promise<ChangeAnswer>;
  submit(request: SubmitRequest): Promise<ChangeAnswer>;
  publish(request: PublishRequest): Promise<ChangeAnswer>;
}
