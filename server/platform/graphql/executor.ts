import { execute, GraphQLError, type ExecutionResult, type GraphQLSchema } from "graphql";
import type { GatewayExecutor } from "@apollo/server-gateway-interface";
import { requestOf, type Context } from "../context";
import { graphqlErrorOf, PlacedRefusal } from "../errors/graphql-error";
import { Refusal } from "../errors/refusal";
import { unreadable } from "../errors/unreadable";
import type { Planned, Planner } from "../planner/planner";
import { Meter } from "../planner/request";
import { refuseDeepVariables } from "./variable-depth";
import { coercedVariables, UnreadVariables } from "./variables";
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
      refuseDeepVariables(given);
      const reading = requestOf(ctx, new Meter());
      if (planned.isWhole) return { data: await planner.read(planned, reading, coerced(schema, planned, given)) };
      // graphql-js coerces the variables itself; they are coerced here only where the planner needs them.
      ctx.planned = planned;
      const batch = planned.bulk && given[planned.bulk.variable];
      if (Array.isArray(batch)) ctx.batch = batch;
      ctx.variables = once(() => coerced(schema, planned, given, ctx.batch !== undefined));
      planner.checkInner(planned, requestOf(ctx, new Meter()), ctx.variables);
      if (planned.roots.length > 0) ctx.reads = planner.prepareReads(planned, reading, ctx.variables());
      const result = await execute({
        schema,
        document: ctx.batch ? planned.bulk!.document : document,
        operationName,
        variableValues: given,
        contextValue: ctx,
      });
      return withCodes(result as ExecutionResult);
    } catch (error) {
      if (error instanceof UnreadVariables) return { errors: error.errors.map(unreadable) } as ExecutionResult;
      return { errors: [asError(error)] } as ExecutionResult;
    }
  };
}

/** The operation's variables, without the batch where that is read row by row. */
function coerced(schema: GraphQLSchema, planned: Planned, given: Variables, withoutBatch = false): Variables {
  return coercedVariables(schema, withoutBatch ? planned.bulk!.operation : planned.facts.operation, given);
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Coded already, or a failure of ours that is nobody's input. */
const isAnswered = (error: GraphQLError): boolean =>
  Boolean(error.extensions.code) ||
  (error.originalError !== undefined && !(error.originalError instanceof GraphQLError));

/** Errors that graphql-js made itself are about the input: they are given a code and sentences like all others. */
const withCodes = (result: ExecutionResult): ExecutionResult =>
  result.errors ? { ...result, errors: result.errors.map((e) => (isAnswered(e) ? e : unreadable(e))) } : result;

function asError(error: unknown): GraphQLError {
  if (error instanceof PlacedRefusal) return graphqlErrorOf(error, error.path, error.node);
  if (error instanceof Refusal) return graphqlErrorOf(error);
  if (error instanceof GraphQLError) return error.extensions.messageVi ? error : unreadable(error);
  return new GraphQLError("Internal error", {
    originalError: error instanceof Error ? error : new Error(String(error)),
  });
}
