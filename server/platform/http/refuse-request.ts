import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { graphqlErrorOf } from "../errors/graphql-error";
import { Refusal, type RefusalCode } from "../errors/refusal";
import { sentences } from "../errors/sentence";

/** What a refusal is to HTTP; whatever is not here is a request that has to be mended. */
const STATUS: Partial<Record<RefusalCode, number>> = { SIGN_IN: 401, FORBIDDEN: 403, NOT_FOUND: 404, BUSY: 503 };

/** The refusal behind what a route threw, and its answer; null for whatever is no refusal. */
function refused(error: Error): { status: number; error: GraphQLError } | null {
  const placed = error instanceof GraphQLError && error.extensions.code ? error : null;
  const answer = error instanceof Refusal ? graphqlErrorOf(error) : placed;
  return answer && { status: STATUS[answer.extensions.code as RefusalCode] ?? 400, error: answer };
}

/**
 * Requests that end before GraphQL sees them (a body too large, no JSON, another type of content) are answered in
 * GraphQL's shape, with a code and both sentences. What nobody foresaw goes to the log and tells nothing of the inside.
 */
export const refuseRequest =
  (bodyLimit: number) =>
  (error: FastifyError, _request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const known = refused(error);
    if (known) return reply.code(known.status).send({ errors: [known.error] });
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      console.error(error);
      const extensions = { code: "INTERNAL_SERVER_ERROR", field: null, ...sentences("BUSY", "internal", {}, null) };
      return reply.code(status).send({ errors: [{ message: "Internal error", extensions }] });
    }
    const refusal =
      status === 413
        ? new Refusal("LIMIT", "request", { max: `${bodyLimit / 1024 / 1024} MB` })
        : new Refusal("BAD_INPUT", "request", {}, "unreadable");
    return reply.code(status).send({ errors: [graphqlErrorOf(refusal)] });
  };
