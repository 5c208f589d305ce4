import { findResource, fieldOf, type Row } from "../platform/model";
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

/** Rows shown of a large change set; undoing takes all of them. */
export const ROWS_SHOWN = 200;

export const CHANGE_SET = `query ChangeSet($id: ID!) {
  changeSet(id: $id) {
    id at source note rowCount person { id name } undoes { id }
    rows(limit: ${ROWS_SHOWN}, sort: [{ sequence: ASC }]) { items { sequence resource rowId stateId action before after } total }
  }
  undone: changeSets(filter: { undoes: { eq: $id } }, sort: [{ id: ASC }], limit: 100) {
    items { id rowCount undoes { id } rows(limit: ${ROWS_SHOWN}) { items { resource rowId } } }
  }
  redone: changeSets(filter: { undoes: { is: { undoes: { eq: $id } } } }, sort: [{ id: ASC }], limit: 100) {
    items { id rowCount undoes { id } rows(limit: ${ROWS_SHOWN}) { items { resource rowId } } }
  }
}`;

/** A set that takes back another, with the rows it touched. */
export interface UndoingSet {
  id: string;
  rowCount: number;
  undoes: { id: string } | null;
  rows: { items: { resource: string; rowId: string }[] };
}

export interface ChangeSetData {
  changeSet: ChangeSetRow | null;
  /** The sets that took back rows of this one. */
  undone: { items: UndoingSet[] };
  /** The sets that took back those. */
  redone: { items: UndoingSet[] };
}

export const UNDO = `mutation Undo($id: ID!, $rows: [Int!], $note: String, $mode: ChangeMode) {
  undoChangeSet(id: $id, rows: $rows, note: $note, mode: $mode) {
    changeSet { id }
    rows { index }
    problems { index id field code messageVi messageEn }
  }
}`;

/** The touched rows as they are now: their names, and the fields that the change set wrote. */
export function presentQuery(
  rows: ChangedRow[],
  fieldsOf: (row: ChangedRow) => string[],
): { query: string; variables: Record<string, unknown> } | null {
  const ids = new Map<string, Set<string>>();
  const names = new Map<string, Set<string>>();
  for (const row of rows) {
    const resource = findResource(row.resource);
    if (!resource) continue;
    ids.set(resource.plural, (ids.get(resource.plural) ?? new Set()).add(row.rowId));
    const wanted = names.get(resource.plural) ?? new Set<string>();
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
