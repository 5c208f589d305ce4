import "reflect-metadata";
import {
  GraphQLBoolean,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { buildSchemaSync, Mutation, Query, Resolver, type NonEmptyArray } from "type-graphql";
import type { Registry, Resource } from "../registry/registry";
import { ChangeMode, changeResult } from "./answers";
import { resourceInputs } from "./inputs";
import { addArg, addAsOf, addListArgs, resourceOutputs } from "./outputs";
import { KindTypes, typeClass, words, type TypeClass } from "./types";
import { LIMITS } from "../planner/limits";

/** The name of a resource's change mutation: changeProcedures. */
export const changeName = (resource: Resource): string =>
  `change${resource.plural[0].toUpperCase()}${resource.plural.slice(1)}`;

/** What resolvers of nouns need to name: types that are made from declarations. */
export interface ResourceTypes {
  /** The object type of a resource, by its type name. */
  object(name: string): TypeClass;
  enumOf(name: string): object;
  /** What every change is answered with. */
  changeResult: TypeClass;
  /** A field of a row that changed, as every change answers it. */
  cellChange: TypeClass;
}

/**
 * Makes the schema from the registry: type-graphql's decorators are called as functions, every type before the schema
 * is built. `resolvers` are the nouns' own verbs and figures.
 */
export function buildSchema(
  registry: Registry,
  resolversFor: (types: ResourceTypes) => (new () => object)[],
): GraphQLSchema {
  const kinds = new KindTypes(registry);
  const inputs = resourceInputs(registry, kinds);
  const outputs = resourceOutputs(registry, inputs, kinds);
  const object = (name: string) => outputs.get(registry.find(name)!)!.type;
  const enumOf = (name: string) => kinds.enumNamed(name);

  const root = typeClass("ResourceResolver");
  Resolver()(root);
  const method = (name: string) =>
    Object.defineProperty(root.prototype, name, { value: () => null, configurable: true });
  const { result, cell: cellChange } = changeResult(object("ChangeSet"), enumOf("ChangeAction"));
  for (const resource of registry.resources.filter((r) => r.root)) {
    const { type, list } = outputs.get(resource)!;
    method(resource.single);
    Query(() => type, {
      nullable: true,
      description: `One ${resource.label.en.toLowerCase()} by its id; null where there is none, or none on the day.`,
    })(root.prototype, resource.single, {});
    addIdArg(root, resource.single);
    addAsOf(root, resource.single);
    method(resource.plural);
    Query(() => list, { description: words(resource.pluralLabel) })(root.prototype, resource.plural, {});
    addListArgs(root, resource.plural, inputs.get(resource)!, LIMITS.page);
    const { change } = inputs.get(resource)!;
    if (!change) continue;
    const name = changeName(resource);
    method(name);
    Mutation(() => result, {
      description: `Adds, changes and deletes ${resource.pluralLabel.en.toLowerCase()} as one change set.`,
    })(root.prototype, name, {});
    addChangeArgs(root, name, change);
  }
  method("undoChangeSet");
  Mutation(() => result, {
    description:
      "Undoes a change set, or chosen rows of it, by a new change set. A row whose fields changed since is refused.",
  })(root.prototype, "undoChangeSet", {});
  addRequired(root, "undoChangeSet", "id", GraphQLID, "The change set to undo.");
  addArg(root, "undoChangeSet", "rows", [GraphQLInt], "The sequence numbers of the rows to undo; all where absent.");
  addArg(
    root,
    "undoChangeSet",
    "mode",
    ChangeMode,
    "What becomes of the undoing when rows changed since.",
    ChangeMode.ALL_OR_NONE,
  );
  addArg(root, "undoChangeSet", "dryRun", GraphQLBoolean, "Answer what would happen and write nothing.", false);
  addArg(root, "undoChangeSet", "note", String, "Why, for the people who read the history.");

  const resolvers = [
    root,
    ...resolversFor({ object, enumOf, changeResult: result, cellChange }),
  ] as unknown as NonEmptyArray<new () => object>;
  const schema = buildSchemaSync({ resolvers, validate: false });
  finish(schema, registry);
  return schema;
}

function addIdArg(target: TypeClass, field: string): void {
  addRequired(target, field, "id", GraphQLID, "The row's id.");
}

function addRequired(target: TypeClass, field: string, name: string, type: unknown, description: string): void {
  addArg(target, field, name, type, description, undefined, false);
}

function addChangeArgs(target: TypeClass, field: string, change: TypeClass): void {
  addRequired(target, field, "changes", [change], `The changes, at most ${LIMITS.changes}.`);
  addArg(target, field, "note", String, "Why, for the people who read the history.");
  addArg(target, field, "mode", ChangeMode, "What becomes of the batch when rows are refused.", ChangeMode.ALL_OR_NONE);
  addArg(target, field, "dryRun", GraphQLBoolean, "Answer what would happen and write nothing.", false);
  addArg(
    target,
    field,
    "key",
    String,
    "An idempotency key of the client's: the same request under it is written once.",
  );
}

/** Types of plain objects: graphql-js reads their properties itself, thousands of them in a large answer. */
const PLAIN = ["ChangeResult", "ChangedRowResult", "CellChange", "Problem"];

/** What type-graphql has no word for: the roots' descriptions, exactly-one-of inputs, fields that read their response key. */
function finish(schema: GraphQLSchema, registry: Registry): void {
  schema.getQueryType()!.description = "Đọc dữ liệu\n\nEverything that is read.";
  schema.getMutationType()!.description = "Ghi dữ liệu\n\nEverything that is changed, one change a request.";
  for (const name of PLAIN) {
    for (const field of Object.values((schema.getType(name) as GraphQLObjectType).getFields()))
      field.resolve = undefined;
  }
  for (const resource of registry.resources) {
    for (const name of [`${resource.name}Change`, `${resource.name}Sort`]) {
      const type = schema.getType(name);
      if (type instanceof GraphQLInputObjectType) (type as { isOneOf: boolean }).isOneOf = true;
    }
    for (const name of [resource.name, `${resource.name}List`]) {
      const type = schema.getType(name) as GraphQLObjectType;
      for (const field of Object.values(type.getFields())) {
        field.resolve = (source, _arguments, _context, info) =>
          (source as Record<string | number, unknown>)[info.path.key];
      }
    }
  }
}
