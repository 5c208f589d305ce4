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
  const words = new ReferenceWords(reading, context.person, lang);
  return {
    columns,
    total: ids.length,
    rows: async function* () {
      for (let at = 0; at < ids.length; at += CHUNK) {
        const wanted = ids.slice(at, at + CHUNK);
        const found = await reading.byIds(resource, wanted, selection);
        yield* await cellsOf(columns, inOrder(wanted, found), words);
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

async function cellsOf(
  columns: ExportColumn[],
  rows: ResponseObject[],
  words: ReferenceWords,
): Promise<SheetValue[][]> {
  const cells = rows.map((): SheetValue[] => []);
  for (const { name, target, cell } of columns) {
    const referred = rows.map((row) => row[name] as Named | null);
    const said =
      target &&
      (await words.of(
        target,
        referred.filter((row) => row !== null),
      ));
    rows.forEach((row, i) => cells[i].push(said ? (said.get(referred[i]?.id ?? "") ?? null) : cell(row[name])));
  }
  return cells;
}
