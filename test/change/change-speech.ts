import type { Asker, Reply } from "../support/api";

/** The change mutation of each resource that tests write, by its type name. */
const PLURALS = {
  Unit: "Units",
  Agency: "Agencies",
  Sector: "Sectors",
  Procedure: "Procedures",
  Channel: "Channels",
  Decision: "Decisions",
  Catalog: "Catalogs",
  CatalogEntry: "CatalogEntries",
  TransferRoute: "TransferRoutes",
  TransferRate: "TransferRates",
  Person: "People",
  TargetSet: "TargetSets",
  Criterion: "Criteria",
  CriterionCatalog: "CriterionCatalogs",
  Period: "Periods",
} as const;

export type Writable = keyof typeof PLURALS;

export interface ChangeOptions {
  note?: string;
  mode?: "ALL_OR_NONE" | "GOOD_ROWS";
  dryRun?: boolean;
  key?: string;
}

export interface ChangedRow {
  index: number;
  id: string;
  version: number | null;
  action: string;
  cells: { field: string; before: unknown; after: unknown }[];
}

export interface Problem {
  index: number | null;
  id: string | null;
  field: string | null;
  code: string;
  messageVi: string;
  messageEn: string;
}

/** What a change or an undo is answered with. */
export interface Result {
  changeSet: { id: string; note: string | null; source: string; rowCount: number; person: { name: string } } | null;
  rows: ChangedRow[];
  problems: Problem[];
}

const ANSWER = `changeSet { id note source rowCount person { name } }
  rows { index id version action cells { field before after } }
  problems { index id field code messageVi messageEn }`;

/** Sends a batch of changes and hands over the whole reply, errors too. */
export function askChange(who: Asker, of: Writable, changes: object[], options: ChangeOptions = {}): Promise<Reply> {
  const query = `mutation($changes: [${of}Change!]!, $note: String, $mode: ChangeMode, $dryRun: Boolean, $key: String) {
    result: change${PLURALS[of]}(changes: $changes, note: $note, mode: $mode, dryRun: $dryRun, key: $key) { ${ANSWER} }
  }`;
  return who.ask(query, { changes, ...options });
}

/** Sends a batch of changes that is answered, with rows or with problems. */
export async function change(
  who: Asker,
  of: Writable,
  changes: object[],
  options: ChangeOptions = {},
): Promise<Result> {
  return resultOf(await askChange(who, of, changes, options));
}

/** Creates rows, expects that all are taken, and gives their ids in order. */
export async function make(who: Asker, of: Writable, ...creates: object[]): Promise<string[]> {
  const result = await change(
    who,
    of,
    creates.map((create) => ({ create })),
  );
  expect(result.problems).toEqual([]);
  return result.rows.map((r) => r.id);
}

export function askUndo(
  who: Asker,
  id: string,
  options: Omit<ChangeOptions, "key"> & { rows?: number[] } = {},
): Promise<Reply> {
  const query = `mutation($id: ID!, $rows: [Int!], $note: String, $mode: ChangeMode, $dryRun: Boolean) {
    result: undoChangeSet(id: $id, rows: $rows, note: $note, mode: $mode, dryRun: $dryRun) { ${ANSWER} }
  }`;
  return who.ask(query, { id, ...options });
}

export async function undo(
  who: Asker,
  id: string,
  options: Omit<ChangeOptions, "key"> & { rows?: number[] } = {},
): Promise<Result> {
  return resultOf(await askUndo(who, id, options));
}

function resultOf(reply: Reply): Result {
  if (reply.errors) throw new Error(JSON.stringify(reply.errors, null, 2));
  const result = reply.data.result as Result;
  for (const { messageVi, messageEn } of result.problems) {
    // Whatever is refused says so in both languages, in whole sentences with every value filled in.
    for (const said of [messageVi, messageEn]) {
      expect(said).toMatch(/^[^\s{].{9,}[.!?]$/su);
      expect(said).not.toMatch(/\{\w+\}|undefined|\[object|“”|: \.| {2}/);
    }
    expect(messageVi).not.toBe(messageEn);
  }
  return result;
}

/** The codes and fields of what was refused, in order of the batch. */
export const refusals = (result: Result): [number | null, string, string | null][] =>
  result.problems.map((p) => [p.index, p.code, p.field]);

let made = 0;
/** A word that no other row of the test run has. */
export const fresh = (word: string): string => `${word} ${++made}`;
