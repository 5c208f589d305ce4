import type { FastifyReply, FastifyRequest } from "fastify";
import { parse } from "graphql";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { graphqlErrorOf } from "../errors/graphql-error";
import { Refusal } from "../errors/refusal";
import type { HttpRoutes } from "../http/serve";
import type { Locale } from "../kinds/kind";
import { LIMITS } from "../planner/limits";
import type { Variables } from "../planner/normalise";
import type { ListNode } from "../planner/plan";
import type { Planner } from "../planner/planner";
import type { ResponseObject } from "../planner/shape";
import { csvWriter } from "../sheet/csv-writer";
import type { SheetColumn, SheetValue } from "../sheet/sheet";
import { languageOf, wantsCsv } from "./accepted";
import { answerColumns } from "./answer-table";
import { figureList, type FigureList } from "./figure-table";

/** What a request for CSV has in the body, as GraphQL over HTTP has it. */
interface Asked {
  query?: unknown;
  operationName?: unknown;
  variables?: unknown;
}

/** The list that an answer will be, found before the operation is carried out: of a resource's rows or of figures. */
type Expected = { list: ListNode; lang: Locale } | { figures: FigureList };

/**
 * `POST /graphql` with `Accept: text/csv`: the one list of a query as CSV. What cannot be a table is refused before
 * anything is carried out; an answer with errors stays the JSON that it is.
 */
export const graphqlCsv =
  (planner: Planner): HttpRoutes =>
  (app) => {
    const expected = new WeakMap<FastifyRequest, Expected>();

    app.addHook("preHandler", async (request, reply) => {
      if (!isGraphql(request)) return;
      void reply.header("Vary", "Accept");
      if (!wantsCsv(request.headers.accept)) return;
      const lang = languageOf(request.headers["accept-language"]);
      const list = listOf(planner, (request.body ?? {}) as Asked);
      // GraphQL itself answers JSON, and refuses whoever does not take it.
      request.headers.accept = "application/json";
      if (list instanceof Refusal) return notAcceptable(reply, list);
      if (list) expected.set(request, "columns" in list ? { figures: list } : { list, lang });
    });

    app.addHook("onSend", async (request, reply, payload) => {
      const wanted = expected.get(request);
      if (!wanted || reply.statusCode !== 200 || typeof payload !== "string") return payload;
      const { data, errors } = JSON.parse(payload) as { data?: ResponseObject | null; errors?: unknown[] };
      const page = data?.["list" in wanted ? wanted.list.key : wanted.figures.key] as ResponseObject | null | undefined;
      if (errors || !page) return payload;
      const csv =
        "list" in wanted ? await csvOf(page, wanted.list, wanted.lang) : await figuresCsv(page, wanted.figures);
      void reply.header("Content-Type", "text/csv; charset=utf-8");
      void reply.removeHeader("Content-Length");
      return csv;
    });
  };

const isGraphql = (request: FastifyRequest): boolean =>
  request.method === "POST" && request.routeOptions.url === "/graphql";

/** The query's one list; a refusal where it has none or more; null where GraphQL will find the query wrong by itself. */
function listOf(planner: Planner, { query, operationName, variables }: Asked): ListNode | FigureList | Refusal | null {
  if (typeof query !== "string") return null;
  try {
    const document = parse(query, { maxTokens: LIMITS.tokens });
    const name = typeof operationName === "string" ? operationName : null;
    const { roots, isWhole, facts } = planner.plan(document, `csv\n${query}`, name, (variables ?? {}) as Variables);
    if (facts.operation.operation !== "query") return new Refusal("BAD_INPUT", "query", {}, "csvOnlyQueries");
    const lists = roots.flatMap((root) => (root.kind === "list" ? [root.list] : []));
    const isOneList = isWhole && roots.length === 1 && lists.length === 1 && lists[0].items.length === 1;
    const figures = roots.length === 0 && figureList(document, facts.operation, (variables ?? {}) as Variables);
    if (figures) return figures;
    return isOneList ? lists[0] : new Refusal("BAD_INPUT", "query", {}, "csvOneList");
  } catch {
    return null;
  }
}

const notAcceptable = (reply: FastifyReply, refusal: Refusal): FastifyReply =>
  reply.code(406).send({ errors: [graphqlErrorOf(refusal)] });

function csvOf(page: ResponseObject, list: ListNode, lang: Locale): Promise<string> {
  const [item] = list.items;
  return written(answerColumns(item.rows, lang), page[item.key] as ResponseObject[]);
}

const figuresCsv = (page: ResponseObject, { items, columns }: FigureList): Promise<string> =>
  written(columns, page[items] as ResponseObject[]);

async function written<Row>(
  columns: (SheetColumn & { of(row: Row): SheetValue })[],
  rows: readonly Row[],
): Promise<string> {
  const out = new PassThrough();
  const whole = text(out);
  const writer = csvWriter(out, columns);
  for (const row of rows) await writer.row(columns.map((column) => column.of(row)));
  await writer.end();
  return whole;
}
