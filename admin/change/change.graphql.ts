import type { View } from "../platform/data/export-address";
import { findResource, fieldOf, resourceOf, type Row } from "../platform/model";
import { fieldSelection, titleSelection } from "../platform/data/document";

/** One touched row of a change set. */
export interface ChangedRow {
  sequence: number;
  resource: string;
  rowId: string;
  stateId?: string | null;
  action: "CREATE" | "UPDATE" | "DELETE";
  before: unknown;
  after: unknown;
}

export interface ChangeSetRow {
  id: string;
  at: string;
  source: string;
  note: string | null;
  rowCount: number;
  person: { id: string; name: string } | null;
  undoes: { id: string } | null;
  rows: { items: ChangedRow[]; total: number };
}

/** Every row of a change set, for other tools: those beyond the page shown too. */
export const changedRowsView = (id: string): View => ({
  resource: resourceOf("changeRow"),
  fields: ["sequence", "resource", "rowId", "action", "before", "after"],
  filter: { changeSet: { eq: id } },
  sort: { field: "sequence", order: "ASC" },
});

/** Rows on one page of a change set; the API gives no more of a nested list at a time. */
export const ROWS_SHOWN = 200;

export const CHANGE_SET = `query ChangeSet($id: ID!, $offset: Int) {
  changeSet(id: $id) {
    id at source note rowCount person { id name } undoes { id }
    rows(limit: ${ROWS_SHOWN}, offset: $offset, sort: [{ sequence: ASC }]) { items { sequence resource rowId stateId action before after } total }
  }
}`;

export interface ChangeSetData {
  changeSet: ChangeSetRow | null;
}

/** Which of these rows later sets took back, and which of those were taken back in turn. */
export const UNDONE = `query Undone($id: ID!, $rows: [ID!]!) {
  undone: changeSets(filter: { undoes: { eq: $id } }, sort: [{ id: ASC }], limit: 100) { items { ...Undoing } }
  redone: changeSets(filter: { undoes: { is: { undoes: { eq: $id } } } }, sort: [{ id: ASC }], limit: 100) { items { ...Undoing } }
}
fragment Undoing on ChangeSet {
  id rowCount undoes { id } rows(limit: ${ROWS_SHOWN}, filter: { rowId: { in: $rows } }) { items { resource rowId } }
}`;

/** A set that takes back another, with the rows of the page that it touched. */
export interface UndoingSet {
  id: string;
  rowCount: number;
  undoes: { id: string } | null;
  rows: { items: { resource: string; rowId: string }[] };
}

export interface UndoneData {
  /** The sets that took back rows of this one. */
  undone: { items: UndoingSet[] };
  /** The sets that took back those. */
  redone: { items: UndoingSet[] };
}

/** Undoes rows of a set, or tries to. The rows themselves are not asked for: there may be a hundred thousand. */
export const UNDO = `mutation Undo($id: ID!, $rows: [Int!], $note: String, $mode: ChangeMode, $dryRun: Boolean) {
  undoChangeSet(id: $id, rows: $rows, note: $note, mode: $mode, dryRun: $dryRun) {
    changeSet { id rowCount }
    problems { index id field code messageVi messageEn }
  }
}`;

/** What was written to these rows after a moment, the latest first. */
export const LATER = `query Later($rows: [ID!]!, $at: DateTime!) {
  changeRows(filter: { rowId: { in: $rows }, changeSet: { is: { at: { gt: $at } } } }, sort: [{ changeSet: DESC }], limit: 1000) {
    items { resource rowId changedFields changeSet { id at person { name } } }
  }
}`;

export interface LaterChange {
  resource: string;
  rowId: string;
  changedFields: string[];
  changeSet: { id: string; at: string; person: { name: string } | null };
}

export interface LaterData {
  changeRows: { items: LaterChange[] };
}

/** The touched rows as they are now: their names, and the fields asked for by the row. */
export function presentQuery(
  rows: readonly ChangedRow[],
  fieldsOf: (row: ChangedRow) => readonly string[],
): { query: string; variables: Record<string, unknown> } | null {
  const ids = new Map<string, Set<string>>();
  const names = new Map<string, Set<string>>();
  for (const row of rows) {
    const resource = findResource(row.resource);
    if (!resource) continue;
    ids.set(resource.plural, (ids.get(resource.plural) ?? new Set()).add(row.rowId));
    const wanted = names.get(resource.plural) ?? new Set<string>(["code"]);
    for (const name of fieldsOf(row)) wanted.add(name);
    names.set(resource.plural, wanted);
  }
  if (ids.size === 0) return null;
  const variables: Record<string, unknown> = {};
  const lists = [...ids].map(([plural, wanted]) => {
    const resource = findResource(plural)!;
    variables[plural] = [...wanted];
    const fields = [...(names.get(plural) ?? [])]
      .map((name) => fieldOf(resource, name))
      .filter((field) => field !== undefined);
    const selection = [titleSelection(resource), ...fields.map(fieldSelection)].filter(Boolean).join(" ");
    return `${plural}(filter: { id: { in: $${plural} } }, limit: ${wanted.size}) { items { ${selection} } }`;
  });
  const head = [...ids.keys()].map((plural) => `$${plural}: [ID!]!`).join(", ");
  return { query: `query Present(${head}) { ${lists.join(" ")} }`, variables };
}

export type PresentData = Record<string, { items: Row[] }>;
