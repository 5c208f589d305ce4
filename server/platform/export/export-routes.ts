import type { FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import { PassThrough, type Writable } from "node:stream";
import type { Context } from "../context";
import { callerOf } from "../http/caller";
import type { HttpRoutes } from "../http/serve";
import type { Locale } from "../kinds/kind";
import type { Person } from "../policy/policy";
import type { Registry, Resource } from "../registry/registry";
import { csvWriter } from "../sheet/csv-writer";
import { OutletClosed } from "../sheet/outlet";
import type { SheetWriter } from "../sheet/sheet";
import { xlsxWriter } from "../sheet/xlsx-writer";
import { fold } from "../text/fold";
import { exportRows, type ExportedRows } from "./export-rows";
import { readExportRequest, type FileFormat } from "./export-request";

const TYPES: Record<FileFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** `GET /export/<plural>.csv` and `.xlsx`: a view as a file. POST takes the same in a JSON body, for long filters. */
export const exportRoutes =
  (schema: GraphQLSchema, registry: Registry): HttpRoutes =>
  (app, contextOf) => {
    for (const resource of registry.resources.filter((r) => r.root)) {
      for (const format of ["csv", "xlsx"] as const) {
        app.route({
          method: ["GET", "POST"],
          url: `/export/${resource.plural}.${format}`,
          // Nobody asks for the head of a file that is made while it is sent.
          exposeHeadRoute: false,
          handler: async (request, reply) => {
            const context = await contextOf(request, reply);
            const person = callerOf(context, request);
            return sendFile(schema, { ...context, person }, resource, format, request, reply);
          },
        });
      }
    }
  };

async function sendFile(
  schema: GraphQLSchema,
  context: Context & { person: Person },
  resource: Resource,
  format: FileFormat,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const asked = readExportRequest((request.method === "GET" ? request.query : (request.body ?? {})) as never);
  const exported = await exportRows(schema, context, resource, asked, format);
  const day = (asked.variables.asOf as string | undefined) ?? context.services.clock.today();
  reply.header("Content-Type", TYPES[format]);
  reply.header("Content-Disposition", `attachment; filename="${fileName(resource, asked.lang, day)}.${format}"`);
  reply.header("Cache-Control", "no-store");
  const out = new PassThrough();
  void write(exported, writerOf(format, out, exported, resource.pluralLabel[asked.lang]), out);
  return reply.send(out);
}

/** Writes all rows, at the pace of the reader, until there are no more or the reader is gone. */
async function write(exported: ExportedRows, writer: SheetWriter, out: Writable): Promise<void> {
  try {
    for await (const row of exported.rows()) await writer.row(row);
    await writer.end();
  } catch (error) {
    if (error instanceof OutletClosed) return;
    // The answer has begun: all that can be said is that it is not whole.
    console.error(error);
    out.destroy(error as Error);
  }
}

export function writerOf(format: FileFormat, out: Writable, { columns }: ExportedRows, sheetName: string): SheetWriter {
  return format === "csv" ? csvWriter(out, columns) : xlsxWriter(out, columns, { sheetName });
}

/** "thu-tuc-hanh-chinh-2019-07-20": what it is and as of when, in letters that every file system takes. */
export function fileName(resource: Resource, lang: Locale, day: string): string {
  const words = fold(resource.pluralLabel[lang]).match(/[a-z0-9]+/g) ?? [resource.plural];
  return `${words.join("-")}-${day}`;
}
