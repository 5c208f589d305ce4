import multipart from "@fastify/multipart";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Readable } from "node:stream";
import { mayPersonChange } from "../changes/read-intents";
import type { Services } from "../context";
import { Refusal } from "../errors/refusal";
import { answerProblems, CallerGone, callerOf } from "../http/caller";
import { FORM_LIMITS } from "../http/received-file";
import type { HttpRoutes } from "../http/serve";
import { FILE_TYPES } from "../jobs/job-routes";
import type { Running } from "../jobs/jobs";
import type { Locale } from "../kinds/kind";
import { forbidden } from "../policy/forbidden";
import { mayChange, type Person } from "../policy/policy";
import type { Resource } from "../registry/registry";
import { fileWithErrors } from "./answer-file";
import { Import, type Imported, type Watch } from "./imports";
import { readImportRequest, type ImportRequest } from "./import-request";
import { mayBeImported } from "./open-file";
import { templateOf } from "./template";
import { receive, type Received } from "./upload";

type ImportRoute = FastifyRequest<{ Params: { plural: string }; Querystring: Record<string, unknown> }>;

/** Rows of a job's results written at a time. */
const ROWS = 500;

/** POST /import/<plural> and the templates: files into the catalogs. */
export const importRoutes =
  (services: Services): HttpRoutes =>
  (app, contextOf) =>
    void app.register(async (scope) => {
      answerProblems(scope);
      await scope.register(multipart, { limits: FORM_LIMITS });

      scope.post("/import/:plural", async (request: ImportRoute, reply) => {
        const person = callerOf(await contextOf(request, reply), request);
        const resource = resourceOf(services, request.params.plural);
        const asked = readImportRequest(resource, request.query);
        mayImport(resource, person, asked);
        const received = await receive(request);
        if (asked.isBackground) return startJob(services, person, asked, received, reply);
        return answerNow(services, person, asked, received, reply);
      });

      scope.get("/import/:plural/template.:form", async (request: ImportRoute, reply) => {
        const person = callerOf(await contextOf(request, reply), request);
        const { plural, form } = request.params as { plural: string; form: string };
        const resource = resourceOf(services, plural);
        if (form !== "csv" && form !== "xlsx")
          throw new Refusal("BAD_INPUT", "template", { values: "csv, xlsx" }, "notAmong");
        if (!mayChange(resource.policy, { ...person, readOnly: false })) throw forbidden(resource);
        const locale: Locale = request.query.lang === "en" ? "en" : "vi";
        const name = locale === "vi" ? `Mẫu ${resource.pluralLabel.vi}` : `${resource.pluralLabel.en} template`;
        return sendFile(reply, templateOf(resource, person, form, locale), `${name}.${form}`);
      });
    });

function resourceOf({ registry }: Services, plural: string): Resource {
  const resource = registry.resources.find((r) => r.plural === plural);
  if (!resource) {
    const field = { vi: "loại dữ liệu", en: "resource" };
    throw new Refusal("NOT_FOUND", plural, { field, id: plural });
  }
  mayBeImported(resource);
  return resource;
}

/** Who may not write is told before the file is received. */
function mayImport(resource: Resource, person: Person, { dryRun, mode, note, key }: ImportRequest): void {
  mayPersonChange({ person, source: "IMPORT", dryRun, mode, note, key, changes: [] }, resource);
}

async function answerNow(
  services: Services,
  person: Person,
  asked: ImportRequest,
  received: Received,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { upload, fixes, remove } = received;
  let imported: Imported;
  try {
    imported = await new Import(services, person, asked, upload, fixes, asked.dryRun ? whileWanted(reply) : null).run();
  } catch (error) {
    await remove();
    throw error;
  }
  const body = asked.as ? fileWithErrors(imported, fixes, asked.as, asked.locale) : Readable.from(answerText(imported));
  body.once("close", () => void remove());
  if (asked.as) return sendFile(reply, body, errorFileName(upload.name, asked));
  return reply.header("Content-Type", "application/json; charset=utf-8").send(body);
}

/** A preview that nobody waits for any more is given up: it would keep others from writing. What is to be written is. */
const whileWanted = ({ raw }: FastifyReply): Watch => ({
  progress: () => {
    if (raw.destroyed) throw new CallerGone();
  },
});

/** The answer as JSON while it is read from the spool: its rows may be a hundred thousand. */
async function* answerText({ summary, spool }: Imported): AsyncGenerator<string> {
  yield `${JSON.stringify(summary).slice(0, -1)},"rows":[`;
  let isFirst = true;
  for await (const line of spool.lines()) {
    yield isFirst ? line : `,${line}`;
    isFirst = false;
  }
  yield "]}";
}

async function startJob(
  services: Services,
  person: Person,
  asked: ImportRequest,
  { upload, fixes, remove }: Received,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const work = async (running: Running): Promise<Record<string, unknown>> => {
    try {
      const imported = await new Import(services, person, asked, upload, fixes, running).run();
      await keepRows(imported, running);
      if (!asked.as) return { ...imported.summary };
      await running.keepFile(fileWithErrors(imported, fixes, asked.as, asked.locale));
      return { ...imported.summary, file: errorFileName(upload.name, asked) };
    } finally {
      await remove();
    }
  };
  try {
    const what = { kind: `import.${asked.resource.plural}`, title: upload.name };
    const job = await services.jobs.start(person, what, work);
    return reply.code(202).send({ job });
  } catch (error) {
    await remove();
    throw error;
  }
}

async function keepRows({ spool }: Imported, running: Running): Promise<void> {
  let rows = [];
  for await (const body of spool.rows()) {
    rows.push({ line: body.line, action: body.action, body });
    if (rows.length < ROWS) continue;
    await running.addRows(rows);
    rows = [];
  }
  await running.addRows(rows);
}

function errorFileName(name: string, { as, locale }: ImportRequest): string {
  const stem = name.replace(/\.[^.]*$/, "");
  return `${stem}-${locale === "vi" ? "loi" : "errors"}.${as}`;
}

function sendFile(reply: FastifyReply, body: Readable, name: string): FastifyReply {
  reply.header("Content-Type", FILE_TYPES[name.split(".").at(-1)!]);
  reply.header("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  return reply.header("Cache-Control", "no-store").send(body);
}
