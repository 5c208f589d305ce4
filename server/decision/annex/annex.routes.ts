import multipart from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { Refusal } from "../../platform/errors/refusal";
import { answerProblems, callerOf } from "../../platform/http/caller";
import { FORM_LIMITS, withReceivedFile } from "../../platform/http/received-file";
import type { HttpRoutes } from "../../platform/http/serve";
import { parseDay, parseId } from "../../platform/kinds/all";
import { forbidden } from "../../platform/policy/forbidden";
import { mayChange } from "../../platform/policy/policy";
import type { AnnexList } from "./annex";
import { linesOfClipboard, linesOfFile, readAnnex, type AnnexAbout } from "./annex.service";

const LISTS: readonly string[] = ["NEW", "AMENDED", "REPLACED", "ABOLISHED"];

type AnnexRequest = FastifyRequest<{ Querystring: Record<string, string | undefined>; Body: unknown }>;

/**
 * `POST /decisions/annex`: reads the annex of a Decision, from a file (multipart `file`) or from the clipboard (JSON
 * `{ html, text }`), and answers its rows with the procedures they mean. Query: `day`, `catalog`, `list`, `sheet`.
 */
export const annexRoutes: HttpRoutes = (app, contextOf) =>
  void app.register(async (scope) => {
    answerProblems(scope);
    await scope.register(multipart, { limits: FORM_LIMITS });
    scope.post("/decisions/annex", async (request: AnnexRequest, reply) => {
      const context = await contextOf(request, reply);
      const person = callerOf(context, request);
      const { database, registry, clock } = context.services;
      // It is read in order to be recorded: by those who may.
      const decision = registry.single("decision");
      if (!mayChange(decision.policy, person)) throw forbidden(decision);
      const about = aboutOf(request.query, clock.today());
      reply.header("Cache-Control", "no-store");
      if (request.isMultipart())
        return withReceivedFile(request, async (file) =>
          readAnnex(await linesOfFile(file, request.query.sheet), about, database),
        );
      return readAnnex(linesOfClipboard(clipboardOf(request.body)), about, database);
    });
  });

function aboutOf(query: AnnexRequest["query"], today: string): AnnexAbout {
  const day = query.day ? parseDay(query.day) : { ok: true as const, value: today };
  if (!day.ok) throw new Refusal("BAD_INPUT", "day", day.problem.values, day.problem.reason);
  const catalog = query.catalog ? parseId(query.catalog) : null;
  if (catalog && !catalog.ok) throw new Refusal("BAD_INPUT", "catalog", {}, catalog.problem.reason);
  if (query.list && !LISTS.includes(query.list))
    throw new Refusal("BAD_INPUT", "list", { values: LISTS.join(", ") }, "notAmong");
  return { day: day.value, catalog: catalog?.value ?? null, list: (query.list || null) as AnnexList | null };
}

function clipboardOf(body: unknown): { html: string | null; text: string | null } {
  const given = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const text = (name: string): string | null => {
    const value = given[name] ?? null;
    if (value !== null && typeof value !== "string") throw new Refusal("BAD_INPUT", name, {}, "notText");
    return value;
  };
  return { html: text("html"), text: text("text") };
}
