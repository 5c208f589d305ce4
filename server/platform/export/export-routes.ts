import type { FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { Context } from "../context";
import { callerOf } from "../http/caller";
import type { HttpRoutes } from "../http/serve";
import { FILE_TYPES } from "../jobs/job-routes";
import type { Person } from "../policy/policy";
import type { Registry, Resource } from "../registry/registry";
import { fileName, fileOf } from "./export-file";
import { exportRows, type ExportedRows } from "./export-rows";
import { readExportRequest, type FileFormat } from "./export-request";

type Caller = Context & { person: Person };
type Given = Record<string, unknown>;

/**
 * `GET /export/<plural>.csv` and `.xlsx`: a view as a file. POST takes the same in a JSON body, for long filters, and
 * with `background=true` makes the file as a job, to be fetched when it is done.
 */
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
            return answer(schema, { ...context, person }, resource, format, request, reply);
          },
        });
      }
    }
  };

async function answer(
  schema: GraphQLSchema,
  context: Caller,
  resource: Resource,
  format: FileFormat,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const isPost = request.method === "POST";
  const given: Given = { ...(request.query as Given), ...(isPost ? (request.body as Given | null) : null) };
  const asked = readExportRequest(given);
  const exported = await exportRows(schema, context, resource, asked, format);
  const day = (asked.variables.asOf as string | undefined) ?? context.services.clock.today();
  const name = fileName(resource, asked.lang, day, format);
  const sheetName = resource.pluralLabel[asked.lang];
  if (isPost && String(given.background) === "true") {
    const job = await startJob(context, resource, { exported, format, name, sheetName });
    return reply.code(202).send({ job });
  }
  reply.header("Content-Type", FILE_TYPES[format]);
  reply.header("Content-Disposition", `attachment; filename="${name}"`);
  reply.header("Cache-Control", "no-store");
  return reply.send(fileOf(exported, format, sheetName));
}

/** Makes the file as a job: it goes on when the tab is closed, and nothing of it is left when it is cancelled. */
function startJob(
  { services, person }: Caller,
  { plural }: Resource,
  file: { exported: ExportedRows; format: FileFormat; name: string; sheetName: string },
) {
  const { exported, format, name, sheetName } = file;
  return services.jobs.start(person, { kind: `export.${plural}`, title: name }, async (job) => {
    job.progress(0, exported.total);
    await job.keepFile(fileOf(exported, format, sheetName, (done) => job.progress(done)));
    return { file: name, total: exported.total };
  });
}
