import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { sentences } from "./sentence";
import { unreadable } from "./unreadable";

/** Apollo's words for a request that cannot be read. */
const UNREADABLE = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "OPERATION_RESOLUTION_FAILURE",
]);

/**
 * The last look at an error before it is sent: every one has a code, the field it is about and both sentences. What
 * nobody foresaw is written to the server's log and tells the client nothing of the inside.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { message, path, locations } = formatted;
  const code = String(formatted.extensions?.code);
  if (code === "INTERNAL_SERVER_ERROR") {
    console.error(unwrapResolverError(error));
    const said = sentences("BUSY", "internal", {}, null);
    return { message: "Internal error", path, locations, extensions: { code, field: null, ...said } };
  }
  if (!UNREADABLE.has(code) || !(error instanceof GraphQLError)) return formatted;
  return { message, path, locations, extensions: { ...unreadable(error).extensions } };
}
