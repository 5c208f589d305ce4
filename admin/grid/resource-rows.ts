import {
  cleanFilter,
  listOperation,
  rowOperation,
  type PageRequest,
  type SchemaFacts,
} from "../platform/data/document";
import { changeName } from "../platform/data/changes";
import { NO_ANSWER, request, ServerError } from "../platform/graphql";
import { fieldOf, findResource, titleFields, type Label, type ModelResource, type Row } from "../platform/model";
import { rowTitle } from "../platform/row-title";
import { rankOptions } from "./cell-text";
import { MOST_ASKED, type GridRow, type GridSource, type ListOption, type Locale, type RefValue } from "./grid-column";
import type { ChangedBy } from "./others";
import type { OnSave } from "./save-flow";
import type { GridChange, SaveAnswer } from "./save-plan";

/** What a grid of any declared resource asks of the API: its rows, the rows it refers to, and its saves. */

const wordsIn = (locale: Locale) => (label: Label) => label[locale];

/** A view of a resource as the grid's source: the fields of its columns, filtered, sorted, as of a day. */
export function resourceSource(
  facts: SchemaFacts,
  resource: ModelResource,
  view: Omit<PageRequest, "offset" | "limit">,
  locale: Locale,
): GridSource {
  const toGrid = (row: Row) => gridRow(resource, row, locale);
  const { filter, sort, asOf } = view;
  return {
    order: JSON.stringify([resource.plural, filter, sort, asOf]),
    load: async (offset, limit) => {
      const { query, variables } = listOperation(facts, resource, { ...view, offset, limit });
      const data = await request<Record<string, { items: Row[]; total: number }>>(query, variables);
      const page = data[resource.plural];
      return { rows: page.items.map(toGrid), total: page.total };
    },
    // With every field: the row may have staged edits in columns that are not shown.
    one: async (id) => {
      const { query, variables } = rowOperation(facts, resource, id, view.asOf);
      try {
        const row = (await request<Record<string, Row | null>>(query, variables))[resource.single];
        return row ? toGrid(row) : null;
      } catch (error) {
        if (error instanceof ServerError && error.code === "NOT_FOUND") return null;
        throw error;
      }
    },
    some: async (ids) => {
      // All fields, not only those of the view: edits may be of any of them.
      const { query, variables } = listOperation(facts, resource, {
        filter: { id: { in: ids } },
        asOf: view.asOf,
        offset: 0,
        limit: MOST_ASKED,
      });
      return (await request<Record<string, { items: Row[] }>>(query, variables))[resource.plural].items.map(toGrid);
    },
    matching: async (ids) => {
      const within = { id: { in: ids } };
      const { query, variables } = listOperation(facts, resource, {
        fields: [],
        filter: cleanFilter(view.filter) ? { and: [view.filter, within] } : within,
        asOf: view.asOf,
        offset: 0,
        limit: MOST_ASKED,
      });
      return (await request<Record<string, { items: Row[] }>>(query, variables))[resource.plural].items.map(
        ({ id }) => id,
      );
    },
    lastChanges: (ids) => lastChanges(resource, ids),
  };
}

const LAST_CHANGES = `query LastChanges($resource: String!, $ids: [ID!]!) {
  changeRows(filter: { resource: { eq: $resource }, rowId: { in: $ids } }, sort: [{ changeSet: DESC }], limit: 1000) {
    items { rowId changeSet { id at person { name } } }
  }
}`;

/** Who wrote these rows last, when, and by which change set. */
async function lastChanges(resource: ModelResource, ids: readonly string[]): Promise<ReadonlyMap<string, ChangedBy>> {
  const variables = { resource: resource.name, ids };
  type Answer = {
    changeRows: { items: { rowId: string; changeSet: { id: string; at: string; person: { name: string } | null } }[] };
  };
  const { changeRows } = await request<Answer>(LAST_CHANGES, variables);
  const last = new Map<string, ChangedBy>();
  for (const { rowId, changeSet } of changeRows.items) {
    const known = last.get(rowId);
    // Ids come in blocks per process: only the moment says what was last.
    if (!known || known.at < changeSet.at)
      last.set(rowId, { who: changeSet.person?.name ?? null, at: changeSet.at, changeSet: changeSet.id });
  }
  return last;
}

/** A row of the API as the grid holds it: references as id and name. */
function gridRow(resource: ModelResource, row: Row, locale: Locale): GridRow {
  const values: Record<string, unknown> = {};
  for (const { name, kind } of resource.fields) {
    const target = findResource(kind.target ?? kind.of?.target);
    // What was not asked for is not known, which is not the same as empty.
    if (!(name in row)) continue;
    const value = row[name];
    const named = (each: unknown): RefValue => ({
      id: String((each as Row).id),
      label: rowTitle(target as ModelResource, each as Row, wordsIn(locale)),
    });
    // What was not asked for is not known, which is not the same as empty.
    if (value === undefined) continue;
    if (!target || value === null) values[name] = value;
    else values[name] = Array.isArray(value) ? value.map(named) : named(value);
  }
  return { id: row.id, version: row.version ?? 0, values };
}

/** More is asked for than is shown: the server sorts by name, and what fits best may come late in it. */
const MOST_FOUND = 50;

/** Finds rows to refer to by their name or code, accents or not. */
export function rowSearch(
  facts: SchemaFacts,
  single: string,
  locale: Locale,
  asOf?: string,
): (text: string) => Promise<ListOption[]> {
  const target = findResource(single);
  if (!target) return () => Promise.resolve([]);
  const isCoded = fieldOf(target, "code") !== undefined;
  const fields = [...titleFields(target), ...(isCoded ? ["code"] : [])];
  const filterOf = (text: string): Record<string, unknown> => {
    if (text.trim() === "") return {};
    return target.fields.some((field) => field.search)
      ? { search: text.trim() }
      : { [target.title]: { contains: text.trim() } };
  };
  return async (text) => {
    const view = {
      fields,
      filter: filterOf(text),
      sort: { field: target.title, order: "ASC" },
      offset: 0,
      limit: MOST_ASKED,
      asOf,
    };
    const { query, variables } = listOperation(facts, target, view);
    const data = await request<Record<string, { items: Row[] }>>(query, variables);
    const options = data[target.plural].items.map((row) => ({
      id: row.id,
      label: rowTitle(target, row, wordsIn(locale)),
      hint: typeof row.code === "string" ? row.code : undefined,
    }));
    return rankOptions(options, text).slice(0, MOST_FOUND);
  };
}

/** Which state of an identity with dated states a save writes: the one of a day, or a new one from a day. */
export interface StateDay {
  /** The day whose state is corrected. */
  asOf?: string;
  /** The day from which the new values hold; instead of `asOf`. */
  from?: string;
}

/** A change with the state it means; a row that is new from a day begins on it. */
function dated(resource: ModelResource, change: GridChange, { asOf, from }: StateDay): GridChange {
  if ("update" in change) return { update: { ...change.update, ...(from ? { from } : { asOf }) } };
  const begins = resource.fields.find((field) => field.kind.open === "from" && field.write !== "never");
  if ("create" in change && from && begins) return { create: { [begins.name]: from, ...change.create } };
  return change;
}

/** Saves through the resource's change mutation. */
export function resourceSave(resource: ModelResource, day: StateDay = {}): OnSave {
  const name = changeName(resource);
  const query = `mutation Save($changes: [${resource.name}Change!]!, $note: String, $mode: ChangeMode!, $dryRun: Boolean!, $key: String) {
  ${name}(changes: $changes, note: $note, mode: $mode, dryRun: $dryRun, key: $key) {
    ${ANSWER}
  }
}`;
  return async ({ changes, note, mode, dryRun, key, asks }) => {
    const meant = resource.dated ? changes.map((change) => dated(resource, change, day)) : changes;
    // The same edits for another day are another save.
    const own = resource.dated ? `${key}.${day.from ? "from" : "on"}.${day.from ?? day.asOf ?? ""}` : key;
    const variables = { changes: meant, note: note || null, mode, dryRun, key: dryRun && !asks ? null : own };
    return answered(async () => (await request<Record<string, SaveAnswer>>(query, variables))[name]);
  };
}

const ANSWER = `changeSet { id }
    rows { index id version action cells { field before after } }
    problems { index id field code messageVi messageEn }`;

const UNDO = `mutation UndoSave($id: ID!, $note: String) {
  undoChangeSet(id: $id, note: $note) {
    ${ANSWER}
  }
}`;

/** Takes back what a save wrote, by a new change set. */
export function undoSave(changeSet: string, note: string): Promise<SaveAnswer> {
  return answered(
    async () =>
      (await request<{ undoChangeSet: SaveAnswer }>(UNDO, { id: changeSet, note: note.trim() || null })).undoChangeSet,
  );
}

/** A refusal of the request as a whole becomes a problem without a row; only a missing answer is thrown. */
async function answered(ask: () => Promise<SaveAnswer>): Promise<SaveAnswer> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ServerError) || error.code === NO_ANSWER) throw error;
    const { code, field, messages } = error;
    const problem = { index: null, field, code, messageVi: messages.vi, messageEn: messages.en };
    return { changeSet: null, rows: [], problems: [problem] };
  }
}
