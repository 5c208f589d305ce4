import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { graphqlErrorOf } from "../errors/graphql-error";
import { Refusal } from "../errors/refusal";
import { sentences } from "../errors/sentence";

/**
 * Requests that end before GraphQL sees them (a body too large, no JSON, another type of content) are answered in
 * GraphQL's shape, with a code and both sentences. What nobody foresaw goes to the log and tells nothing of the inside.
 */
export const refuseRequest =
  (bodyLimit: number) =>
  (error: FastifyError, _request: FastifyRequest, reply: FastifyReply): FastifyReply => {
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
