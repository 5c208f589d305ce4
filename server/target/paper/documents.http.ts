import { PassThrough } from "node:stream";
import type { FastifyRequest } from "fastify";
import { notReported } from "../../count/not-reported";
import type { Context } from "../../platform/context";
import { Refusal } from "../../platform/errors/refusal";
import { callerOf } from "../../platform/http/caller";
import type { HttpRoutes } from "../../platform/http/serve";
import { FILE_TYPES } from "../../platform/jobs/job-routes";
import { parseDay, type Locale } from "../../platform/kinds/all";
import { paperDocx } from "../../platform/paper/administrative-form";
import { OwnDocument } from "../../platform/planner/own-document";
import { OutletClosed } from "../../platform/sheet/outlet";
import { scorecards, type Asking, type ScorecardList } from "../scorecard/scorecard.service";
import { sheetFileName, writeScorecards } from "./scorecard-sheet";
import { urgePaper, type Silent } from "./urge-list";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/** Agencies of a paper, and of one read of a workbook. */
const AT_ONCE = 1000;

/**
 * GET /documents/urge-list.docx?from=&to=&targetSet=&structure=&period=&lang= and /documents/scorecard.xlsx with the same
 * but for the period: who misses what, and the figures of every agency, as whoever asks may see them.
 */
export const targetDocumentRoutes: HttpRoutes = (app, contextOf) => {
  app.get("/documents/urge-list.docx", async (request, reply) => {
    const context = await contextOf(request, reply);
    callerOf(context, request);
    const [language, asking, period] = [languageOf(request), askingOf(request), given(request, "period")];
    const found = await cardsOf(context, asking, 0);
    const [sender, silent] = await Promise.all([senderOn(context, asking.to), silentIn(context, period)]);
    const list = { sender, whole: found.province, agencies: found.items, total: found.total, silent };
    return reply
      .header("Content-Type", WORD)
      .header("Content-Disposition", `attachment; filename="danh-sach-don-doc-${asking.from}-${asking.to}.docx"`)
      .header("Cache-Control", "no-store")
      .send(await paperDocx(urgePaper(list, language)));
  });

  app.get("/documents/scorecard.xlsx", { exposeHeadRoute: false }, async (request, reply) => {
    const context = await contextOf(request, reply);
    callerOf(context, request);
    const [language, asking] = [languageOf(request), askingOf(request)];
    const first = await cardsOf(context, asking, 0);
    const cards = [first.province, ...first.items];
    while (cards.length - 1 < first.total) {
      const { items } = await cardsOf(context, asking, cards.length - 1);
      if (items.length === 0) break;
      cards.push(...items);
    }
    const out = new PassThrough();
    void writeScorecards(out, cards, language).catch((error: unknown) => {
      // The file has begun: all that can be said is that it is not whole.
      if (!(error instanceof OutletClosed)) out.destroy(error as Error);
    });
    return reply
      .header("Content-Type", FILE_TYPES.xlsx)
      .header("Content-Disposition", `attachment; filename="${sheetFileName(asking)}"`)
      .header("Cache-Control", "no-store")
      .send(out);
  });
};

const EVERYBODY = { agencies: null, under: null, kinds: null, withDossiers: true };

const cardsOf = (context: Context, asking: Asking, offset: number): Promise<ScorecardList> =>
  scorecards(context, asking, EVERYBODY, { offset, limit: AT_ONCE });

/** The province's committee, as it is called on the day. */
const SENDER = new OwnDocument<{ agencies: { items: { name: string }[] } }>(
  `query($asOf: Date!) { agencies(filter: { kind: { eq: PROVINCE_COMMITTEE } }, limit: 1, asOf: $asOf) { items { name } } }`,
);

async function senderOn(context: Context, asOf: string): Promise<string> {
  const { agencies } = await SENDER.read(context, { asOf });
  return agencies.items[0]?.name ?? "";
}

async function silentIn(context: Context, period: string | null): Promise<Silent | null> {
  if (period === null) return null;
  const found = await notReported(context, period, { offset: 0, limit: AT_ONCE });
  return {
    period: found.period,
    items: found.items.map(({ agency, lastReported }) => ({ agency, last: lastReported?.name ?? null })),
    total: found.total,
  };
}

const askingOf = (request: FastifyRequest): Asking => ({
  from: needed(request, "from"),
  to: needed(request, "to"),
  targetSet: given(request, "targetSet"),
  structure: dayOf(request, "structure"),
});

function needed(request: FastifyRequest, name: string): string {
  const day = dayOf(request, name);
  if (day === null) throw new Refusal("REQUIRED", name, {}, "required");
  return day;
}

/** A value of the address's query; null where it is absent or empty. */
function given(request: FastifyRequest, name: string): string | null {
  const value = (request.query as Record<string, unknown>)[name];
  if (value === undefined || value === "") return null;
  if (typeof value !== "string") throw new Refusal("BAD_INPUT", name, {}, "notText");
  return value;
}

function dayOf(request: FastifyRequest, name: string): string | null {
  const asked = given(request, name);
  if (asked === null) return null;
  const read = parseDay(asked);
  if (!read.ok) throw new Refusal("BAD_INPUT", name, read.problem.values, read.problem.reason);
  return read.value;
}

function languageOf(request: FastifyRequest): Locale {
  const language = given(request, "lang") ?? "vi";
  if (language !== "vi" && language !== "en") throw new Refusal("BAD_INPUT", "lang", { values: "vi, en" }, "notAmong");
  return language;
}
