import type { GraphQLSchema } from "graphql";
import { breathe } from "../changes/portion";
import type { Context } from "../context";
import { Refusal } from "../errors/refusal";
import { LIMITS } from "../planner/limits";
import type { ResponseObject } from "../planner/shape";
import type { Person } from "../policy/policy";
import type { Resource } from "../registry/registry";
import type { SheetColumn, SheetValue } from "../sheet/sheet";
import { columnsOf, type ExportColumn } from "./columns";
import type { ExportRequest, FileFormat } from "./export-request";
import { HiddenReferences } from "./hidden";
import { CHUNK, Reading } from "./reading";
import { ReferenceWords, type Named } from "./words";

/** A view that is about to be written to a file: nothing of it can be refused any more. */
export interface ExportedRows {
  columns: SheetColumn[];
  total: number;
  /** The rows in the view's order. A row deleted meanwhile is left out, one changed meanwhile is as it is now. */
  rows(): AsyncGenerator<SheetValue[]>;
}

/**
 * First the ids of the view in its order, in one statement; then the rows in chunks of ids. Whatever is changed
 * meanwhile, no row comes twice and none is passed over.
 */
export async function exportRows(
  schema: GraphQLSchema,
  context: Context & { person: Person },
  resource: Resource,
  asked: ExportRequest,
  format: FileFormat,
): Promise<ExportedRows> {
  const { variables, lang } = asked;
  const asOf = "asOf" in variables ? { asOf: variables.asOf } : {};
  const columns = columnsOf(context.services.registry, resource, asked.fields, context.person, { lang, format });
  const selection = columns.map((column) => column.selection).join(" ");
  const reading = new Reading(schema, context, asOf);
  reading.allow(resource, selection);
  const ids = await reading.ids(resource, variables, LIMITS.rows + 1);
  if (ids.length > LIMITS.rows) throw new Refusal("LIMIT", "filter", { max: LIMITS.rows }, "limitExport");
  const references: References = {
    words: new ReferenceWords(reading, context.person, lang),
    hidden: new HiddenReferences(context, (asOf.asOf as string | null | undefined) ?? null),
  };
  return {
    columns,
    total: ids.length,
    rows: async function* () {
      for (let at = 0; at < ids.length; at += CHUNK) {
        const wanted = ids.slice(at, at + CHUNK);
        const found = await reading.byIds(resource, wanted, selection);
        yield* await cellsOf(resource, columns, inOrder(wanted, found), references);
        // SQLite answers at once, and a fast reader takes at once: others get their turn between two chunks.
        await breathe();
      }
    },
  };
}

function inOrder(ids: string[], rows: ResponseObject[]): ResponseObject[] {
  const byId = new Map(rows.map((row) => [row.id as string, row]));
  return ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
}

interface References {
  words: ReferenceWords;
  hidden: HiddenReferences;
}

async function cellsOf(
  resource: Resource,
  columns: ExportColumn[],
  rows: ResponseObject[],
  references: References,
): Promise<SheetValue[][]> {
  const cells = rows.map((): SheetValue[] => []);
  for (const column of columns) {
    const said = column.reference && (await referencesOf(resource, column, rows, references));
    rows.forEach((row, i) =>
      cells[i].push(said ? (said.get(row.id as string) ?? null) : column.cell(row[column.name])),
    );
  }
  return cells;
}

/** The words of a column of references, by the id of the row that has each. */
async function referencesOf(
  resource: Resource,
  { name, reference }: ExportColumn,
  rows: ResponseObject[],
  { words, hidden }: References,
): Promise<Map<string, string>> {
  const { field, target } = reference!;
  const shown = rows.filter((row) => row[name] !== null);
  const known = await words.of(
    target,
    shown.map((row) => row[name] as Named),
  );
  const rest = rows.filter((row) => row[name] === null).map((row) => row.id as string);
  const said = await hidden.of(resource, field, target, rest);
  for (const row of shown) said.set(row.id as string, known.get((row[name] as Named).id)!);
  return said;
}
