import type { FastifyRequest } from "fastify";
import { Refusal } from "../platform/errors/refusal";
import type { HttpRoutes } from "../platform/http/serve";
import { parseDay, type Locale } from "../platform/kinds/all";
import { fold } from "../platform/text/fold";
import { LEVEL_SCHEME } from "../procedure/level-scheme";
import { postedList } from "./posted-list";
import { postedListDocx } from "./posted-list.docx";
import { sheetOf } from "./posted-sheet.rules";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** GET /print/posted-list.docx?agency=&asOf=&lang=: the lists to be posted, as a document to print or to finish by hand. */
export const postedListRoute: HttpRoutes = (app, contextOf) => {
  app.get("/print/posted-list.docx", async (request, reply) => {
    const context = await contextOf(request, reply);
    const language = languageOf(request);
    const list = await postedList(context, given(request, "agency"), dayOf(request));
    const document = await postedListDocx(sheetOf(list, language, (scheme) => LEVEL_SCHEME.toText(scheme, language)));
    const name = `danh-muc-niem-yet-${fold(list.name)
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 80)}-${list.asOf}.docx`;
    return reply
      .header("Content-Type", WORD)
      .header("Content-Disposition", `attachment; filename="${name}"`)
      .header("Cache-Control", "no-store")
      .send(document);
  });
};

/** A value of the address's query; null where it is absent or empty. */
function given(request: FastifyRequest, name: string): string | null {
  const value = (request.query as Record<string, unknown>)[name];
  if (value === undefined || value === "") return null;
  if (typeof value !== "string") throw new Refusal("BAD_INPUT", name, {}, "notText");
  return value;
}

function dayOf(request: FastifyRequest): string | null {
  const asOf = given(request, "asOf");
  if (asOf === null) return null;
  const read = parseDay(asOf);
  if (!read.ok) throw new Refusal("BAD_INPUT", "asOf", read.problem.values, read.problem.reason);
  return read.value;
}

function languageOf(request: FastifyRequest): Locale {
  const language = given(request, "lang") ?? "vi";
  if (language !== "vi" && language !== "en") throw new Refusal("BAD_INPUT", "lang", { values: "vi, en" }, "notAmong");
  return language;
}
