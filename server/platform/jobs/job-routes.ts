import type { FastifyRequest } from "fastify";
import { Readable } from "node:stream";
import { Refusal } from "../errors/refusal";
import { answerProblems, callerOf } from "../http/caller";
import type { HttpRoutes } from "../http/serve";
import type { Jobs } from "./jobs";

const PAGE = 100;
const PAGE_MAX = 1000;
const OFFSET_MAX = 10_000_000;
const ACTIONS = ["NEW", "CHANGED", "SAME", "WRONG", "LEFT_OUT"];
/** What files are to HTTP, by their ending. */
export const FILE_TYPES: Record<string, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

type JobRequest = FastifyRequest<{ Params: { id: string }; Querystring: Record<string, string | undefined> }>;

/** What a job found in the rows of its file, page by page, and the file it made: for its person alone. */
export const jobRoutes =
  (jobs: Jobs): HttpRoutes =>
  (app, contextOf) =>
    void app.register(async (scope) => {
      answerProblems(scope);
      const noJob = (id: string): Refusal =>
        new Refusal("NOT_FOUND", "job", { id, field: { vi: "việc chạy nền", en: "job" } });

      scope.get("/jobs/:id/rows", async (request: JobRequest, reply) => {
        const person = callerOf(await contextOf(request, reply), request);
        const { id } = request.params;
        const { action, offset, limit } = request.query;
        if (action && !ACTIONS.includes(action))
          throw new Refusal("BAD_INPUT", "action", { values: ACTIONS.join(", ") }, "notAmong");
        const page = {
          action: action || null,
          offset: wholeOf("offset", offset, 0, OFFSET_MAX),
          limit: wholeOf("limit", limit, PAGE, PAGE_MAX),
        };
        const found = await jobs.rows(person, id, page);
        if (!found) throw noJob(id);
        return found;
      });

      scope.get("/jobs/:id/file", async (request: JobRequest, reply) => {
        const person = callerOf(await contextOf(request, reply), request);
        const { id } = request.params;
        const found = await jobs.file(person, id);
        if (!found) throw noJob(id);
        const name = String(found.job.outcome!.file);
        reply.header("Content-Type", FILE_TYPES[name.split(".").at(-1)!] ?? "application/octet-stream");
        reply.header("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
        reply.header("Cache-Control", "no-store");
        return reply.send(Readable.from(found.content));
      });
    });

function wholeOf(name: string, given: string | undefined, otherwise: number, max: number): number {
  if (given === undefined || given === "") return otherwise;
  if (!/^\d{1,9}$/.test(given)) throw new Refusal("BAD_INPUT", name, {}, "notWhole");
  if (Number(given) > max) throw new Refusal("BAD_INPUT", name, { min: 0, max }, "outOfRange");
  return Number(given);
}
