import { execute, getVariableValues, GraphQLError, type ExecutionResult, type GraphQLSchema } from "graphql";
import type { GatewayExecutor } from "@apollo/server-gateway-interface";
import { requestOf, type Context } from "../context";
import { graphqlErrorOf, PlacedRefusal } from "../errors/graphql-error";
import { Refusal } from "../errors/refusal";
import type { Planner } from "../planner/planner";
import { Meter } from "../planner/request";
import type { Variables } from "../planner/normalise";

/**
 * Apollo's executor. Operations that only read resources are answered by the planner, whose objects are the data;
 * everything else is executed by graphql-js, after policy has looked at all of it.
 */
export function makeExecutor(schema: GraphQLSchema, planner: Planner): GatewayExecutor {
  return async ({ document, queryHash, operationName, request, context }) => {
    const ctx = context as Context;
    const given = (request.variables ?? {}) as Variables;
    try {
      const planned = planner.plan(document, queryHash, operationName, given);
      planner.allow(planned, ctx.person);
      const variables = coerced(schema, planned.facts.operation.variableDefinitions ?? [], given);
      if ("errors" in variables) return { errors: variables.errors } as ExecutionResult;
      const reading = requestOf(ctx, new Meter());
      if (planned.isWhole) return { data: await planner.read(planned, reading, variables.values) };
      Object.assign(ctx, {
        planned,
        variables: variables.values,
        reads: planner.prepareReads(planned, reading, variables.values),
      });
      return (await execute({
        schema,
        document,
        operationName,
        variableValues: given,
        contextValue: ctx,
      })) as ExecutionResult;
    } catch (error) {
      return { errors: [asError(error)] } as ExecutionResult;
    }
  };
}

function coerced(
  schema: GraphQLSchema,
  definitions: readonly never[] | Parameters<typeof getVariableValues>[1],
  given: Variables,
): { values: Variables } | { errors: readonly GraphQLError[] } {
  const read = getVariableValues(schema, definitions as Parameters<typeof getVariableValues>[1], given, {
    maxErrors: 20,
  });
  if (read.errors) return { errors: read.errors.map(badInput) };
  return { values: read.coerced };
}

/** A variable that cannot be read, with the sentences of the scalar that refused it or those of bad input. */
function badInput(error: GraphQLError): GraphQLError {
  const cause = error.originalError instanceof GraphQLError ? error.originalError : error;
  if (cause.extensions.messageVi)
    return new GraphQLError(error.message, { nodes: error.nodes, extensions: { ...cause.extensions } });
  const name = /\$(\w+)/.exec(error.message)?.[1] ?? "variables";
  const made = graphqlErrorOf(new Refusal("BAD_INPUT", name));
  return new GraphQLError(error.message, { nodes: error.nodes, extensions: { ...made.extensions } });
}

function asError(error: unknown): GraphQLError {
  if (error instanceof PlacedRefusal) return graphqlErrorOf(error, error.path, error.node);
  if (error instanceof Refusal) return graphqlErrorOf(error);
  if (error instanceof GraphQLError) return error.extensions.messageVi ? error : badInput(error);
  return new GraphQLError("Internal error", {
    originalError: error instanceof Error ? error : new Error(String(error)),
  });
}
