import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import type { Context } from "../context";
import { problemOf } from "../errors/problem";
import { Refusal, type RefusalCode } from "../errors/refusal";
import type { Person } from "../policy/policy";

/**
 * The person who sends or fetches a file. A browser adds the cookie whoever's page asks it to, so a request that comes
 * by cookie must come from our own pages; a token is added by nobody but its owner. (What a browser remembers for a
 * proxy in front, "Basic", it adds by itself as well.)
 */
export function callerOf({ person }: Context, request: FastifyRequest): Person {
  if (!person) throw new Refusal("SIGN_IN", null);
  const hasToken = request.headers.authorization?.startsWith("Bearer ") ?? false;
  if (!hasToken && isFromElsewhere(request)) throw new Refusal("FORBIDDEN", "origin", {}, "otherOrigin");
  return person;
}

function isFromElsewhere(request: FastifyRequest): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  const { origin } = request.headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.host;
}

/** What a program sees first of a refusal outside GraphQL; what is not here is 422. */
const STATUS: Partial<Record<RefusalCode, number>> = {
  SIGN_IN: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  STALE: 409,
  BUSY: 503,
};
const TOO_LARGE = 413;
const TOO_MANY = 429;
const UNPROCESSABLE = 422;

function statusOf(code: RefusalCode, reason: string): number {
  if (reason === "fileTooLarge") return TOO_LARGE;
  if (reason === "tooManyJobs") return TOO_MANY;
  return STATUS[code] ?? UNPROCESSABLE;
}

/** Whoever asked has gone away: there is nobody to be answered, and nothing that is wrong here. */
export class CallerGone extends Error {}

const isCallerGone = (error: FastifyError, reply: FastifyReply): boolean =>
  error instanceof CallerGone ||
  (reply.raw.destroyed && ["ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE"].includes(error.code));

/** Lets the routes of a scope answer refusals as problems, and what nobody foresaw without telling of the inside. */
export function answerProblems(scope: FastifyInstance): void {
  scope.setErrorHandler((error: FastifyError, _request: FastifyRequest, reply: FastifyReply) => {
    const refusal = refusalOf(error);
    if (refusal) return reply.code(statusOf(refusal.code, refusal.reason)).send({ problems: [problemOf(refusal)] });
    if (!isCallerGone(error, reply)) console.error(error);
    return reply.code(500).send({ problems: [problemOf(new Refusal("BUSY", null, {}, "internal"))] });
  });
}

/** The refusal behind what a route threw, or behind what the HTTP layer itself turned away; null where it is neither. */
function refusalOf(error: FastifyError): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof GraphQLError) return error.originalError instanceof Refusal ? error.originalError : null;
  const status = error.statusCode ?? 500;
  if (status === TOO_LARGE) return new Refusal("LIMIT", "file", { max: "32 MB" }, "fileTooLarge");
  return status < 500 ? new Refusal("BAD_INPUT", "request", {}, "unreadable") : null;
}
