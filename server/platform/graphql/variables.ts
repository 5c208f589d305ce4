import { getVariableValues, type GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import type { Variables } from "../planner/normalise";

/** Variables that graphql-js could not read, with everything it found wrong. */
export class UnreadVariables extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super("variables cannot be read");
  }
}

/** The variables of an operation as graphql-js coerces them; thrown as one error where they cannot be. */
export function coercedVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Variables,
): Variables {
  const read = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: 20 });
  if (read.errors) throw new UnreadVariables(read.errors);
  return read.coerced;
}
