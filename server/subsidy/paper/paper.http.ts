import { PassThrough, type Writable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Context } from "../../platform/context";
import { Refusal } from "../../platform/errors/refusal";
import { answerProblems, callerOf } from "../../platform/http/caller";
import type { HttpRoutes } from "../../platform/http/serve";
import { FILE_TYPES } from "../../platform/jobs/job-routes";
import { parseId, type Locale } from "../../platform/kinds/all";
import { paperDocx, type Paper } from "../../platform/paper/administrative-form";
import { OutletClosed } from "../../platform/sheet/outlet";
import { fold } from "../../platform/text/fold";
import { writeClaim } from "./claim/claim-book";
import { claimPaper } from "./claim/claim-paper";
import { claimSheet } from "./claim/claim-sheet";
import { writeEstimate } from "./estimate/estimate-book";
import { estimatePaper } from "./estimate/estimate-paper";
import { estimateSheet } from "./estimate/estimate-sheet";
import { writeReport } from "./report/report-book";
import { reportPaper } from "./report/report-paper";
import { reportSheet } from "./report/report-sheet";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A paper that can be asked for: what is read for it, what it is called as a file, and its two forms. */
interface PaperRoute<Sheet> {
  path: string;
  read(context: Context, id: string): Promise<Sheet>;
  fileName(sheet: Sheet): string;
  paper(sheet: Sheet, language: Locale): Paper;
  book(out: Writable, sheet: Sheet, language: Locale): Promise<void>;
}

const route = <Sheet>(of: PaperRoute<Sheet>): PaperRoute<Sheet> => of;

const CLAIM = route({
  path: "/api/subsidy-claims/:id.:form",
  read: claimSheet,
  fileName: ({ head, isDraft }) => `de-nghi-thanh-toan-${head.code}${isDraft ? "-ban-nhap" : ""}`,
  paper: claimPaper,
  book: writeClaim,
});
const ESTIMATE = route({
  path: "/api/subsidy-estimates/:id.:form",
  read: estimateSheet,
  fileName: ({ head, isDraft }) => `du-toan-${head.name}${isDraft ? "-ban-nhap" : ""}`,
  paper: estimatePaper,
  book: writeEstimate,
});
const REPORT = route({
  path: "/api/subsidy-programs/:id/report.:form",
  read: reportSheet,
  fileName: ({ head, today }) => `bao-cao-${head.name}-${today}`,
  paper: reportPaper,
  book: writeReport,
});

/**
 * GET /api/subsidy-claims/<id>.docx, /api/subsidy-estimates/<id>.docx, /api/subsidy-programs/<id>/report.docx and the same
 * as .xlsx, ?lang=: the papers about transfer costs, as whoever asks may see what stands in them.
 */
export const subsidyPaperRoutes: HttpRoutes = (app, contextOf) =>
  void app.register(async (scope) => {
    answerProblems(scope);
    const serve = <Sheet>(of: PaperRoute<Sheet>): void =>
      void scope.get(of.path, { exposeHeadRoute: false }, async (request, reply) => {
        const context = await contextOf(request, reply);
        callerOf(context, request);
        const { id, form } = askedOf(request);
        const language = languageOf(request);
        const sheet = await of.read(context, id);
        reply
          .header("Content-Disposition", `attachment; filename="${plain(of.fileName(sheet))}.${form}"`)
          .header("Cache-Control", "no-store");
        if (form === "docx") return reply.header("Content-Type", WORD).send(await paperDocx(of.paper(sheet, language)));
        return sendBook(reply, (out) => of.book(out, sheet, language));
      });
    serve(CLAIM);
    serve(ESTIMATE);
    serve(REPORT);
  });

function sendBook(reply: FastifyReply, write: (out: Writable) => Promise<void>): FastifyReply {
  const out = new PassThrough();
  void write(out).catch((error: unknown) => {
    // The file has begun: all that can be said is that it is not whole.
    if (!(error instanceof OutletClosed)) out.destroy(error as Error);
  });
  return reply.header("Content-Type", FILE_TYPES.xlsx).send(out);
}

function askedOf(request: FastifyRequest): { id: string; form: "docx" | "xlsx" } {
  const { id: given, form } = request.params as { id: string; form: string };
  const id = parseId(given);
  if (!id.ok) throw new Refusal("BAD_INPUT", "id", id.problem.values, id.problem.reason);
  if (form !== "docx" && form !== "xlsx") throw new Refusal("BAD_INPUT", "form", { values: "docx, xlsx" }, "notAmong");
  return { id: id.value, form };
}

function languageOf(request: FastifyRequest): Locale {
  const language = (request.query as Record<string, unknown>).lang ?? "vi";
  if (language !== "vi" && language !== "en") throw new Refusal("BAD_INPUT", "lang", { values: "vi, en" }, "notAmong");
  return language;
}

/** A name of letters and digits that every system keeps. */
const plain = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 100);
