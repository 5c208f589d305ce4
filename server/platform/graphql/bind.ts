import type { GraphQLFieldResolver, GraphQLObjectType, GraphQLSchema, ResponsePath as Path } from "graphql";
import type { Context } from "../context";
import { requestOf } from "../context";
import type { Answer, Batch, ChangeInput } from "../changes/change";
import { readKey, readNote } from "../changes/request";
import { graphqlErrorOf } from "../errors/graphql-error";
import { Refusal } from "../errors/refusal";
import { Meter } from "../planner/request";
import type { Registry, Resource } from "../registry/registry";
import { changeName } from "./build-schema";

type Resolve = GraphQLFieldResolver<unknown, Context>;

/** Refusals become GraphQL errors wherever graphql-js executes. */
export async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Refusal ? graphqlErrorOf(error) : error;
  }
}

const answering =
  (work: Resolve): Resolve =>
  (source, args, context, info) =>
    refusing(async () => (await work(source, args as never, context, info)) as unknown);

/** A row of a resource below something that is none, for resolvers: planned already, fetched by id now. */
export function rowBelow(context: Context, path: readonly (string | number)[], id: string | null): Promise<unknown> {
  if (id === null) return Promise.resolve(null);
  const request = requestOf(context, new Meter());
  // Positions in lists are no part of the plan's paths.
  const at = path.filter((p) => typeof p === "string").join(".");
  return context.services.planner.row(context.planned!, at, id, request, context.variables!());
}

/** Ties the schema's root fields of resources to planner and change path. */
export function bindResources(schema: GraphQLSchema, registry: Registry): void {
  const query = schema.getQueryType()!.getFields();
  const mutation = schema.getMutationType()!.getFields();
  const read: Resolve = (_source, _args, context, info) => context.reads!.get(String(info.path.key))!();
  for (const resource of registry.resources.filter((r) => r.root)) {
    query[resource.single].resolve = read as never;
    query[resource.plural].resolve = read as never;
    const change = mutation[changeName(resource)];
    if (change)
      change.resolve = answering((_s, args, context) => applied(resource, args as ChangeArguments, context)) as never;
  }
  mutation.undoChangeSet.resolve = answering((_s, args, context) => undone(args as UndoArguments, context)) as never;
  const answer = schema.getType("ChangeResult") as GraphQLObjectType;
  answer.getFields().changeSet.resolve = answering((source, _args, context, info) =>
    rowBelow(context, pathOf(info.path), (source as Answer).changeSetId),
  ) as never;
}

interface ChangeArguments {
  changes: ChangeInput[];
  note?: string | null;
  mode: Batch["mode"];
  dryRun: boolean;
  key?: string | null;
}

interface UndoArguments {
  id: string;
  rows?: number[] | null;
  note?: string | null;
  mode: Batch["mode"];
  dryRun: boolean;
}

function applied(resource: Resource, args: ChangeArguments, context: Context): Promise<Answer> {
  return context.services.changes.apply({
    person: context.person,
    source: context.source,
    note: readNote(args.note),
    mode: args.mode ?? "ALL_OR_NONE",
    dryRun: args.dryRun ?? false,
    key: readKey(args.key),
    changes: (context.batch ?? args.changes).map((input) => ({ resource, input: input as ChangeInput })),
  });
}

function undone(args: UndoArguments, context: Context): Promise<Answer> {
  const { person } = context;
  return context.services.changes.undo(
    { changeSetId: args.id, rows: args.rows ?? null },
    { person, note: readNote(args.note), mode: args.mode ?? "ALL_OR_NONE", dryRun: args.dryRun ?? false },
  );
}

/** The response keys from the root to a field. */
export function pathOf(path: Path): (string | number)[] {
  const out: (string | number)[] = [];
  for (let at: typeof path | undefined = path; at; at = at.prev) out.unshift(at.key);
  return out;
}
