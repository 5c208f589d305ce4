import { GraphQLID, GraphQLInt } from "graphql";
import { Arg, Field, ObjectType } from "type-graphql";
import type { List, Registry, Resource } from "../registry/registry";
import { LIMITS } from "../planner/limits";
import type { ResourceInputs } from "./inputs";
import { DateScalar } from "./scalars";
import { addField, describe, typeClass, words, type KindTypes, type TypeClass } from "./types";

export interface ResourceOutputs {
  type: TypeClass;
  list: TypeClass;
}

const AS_OF =
  "The day as of which rows are shown, inherited by nested fields. Absent: identities show their state of the working date or today, and rows with dates come unfiltered. null takes back an inherited day.";

/** Adds an argument to a field of a class, as type-graphql keeps it. */
export function addArg(
  target: TypeClass,
  field: string,
  name: string,
  type: unknown,
  description: string,
  defaultValue?: unknown,
  nullable = true,
): void {
  Arg(name, () => type as never, { nullable, description, defaultValue })(target.prototype, field, 0);
}

/** The arguments of every list field, root or nested. */
export function addListArgs(target: TypeClass, field: string, inputs: ResourceInputs, limit: number): void {
  addArg(target, field, "filter", inputs.filter, "Which rows.");
  addArg(target, field, "sort", [inputs.sort], "In which order; what remains equal is in order of id.");
  addArg(target, field, "offset", GraphQLInt, "How many rows are passed over.", 0);
  addArg(target, field, "limit", GraphQLInt, `How many rows at the most, up to ${limit}.`, 25);
  addArg(target, field, "asOf", DateScalar, AS_OF);
}

export const addAsOf = (target: TypeClass, field: string): void => addArg(target, field, "asOf", DateScalar, AS_OF);

/** The object and list types of every resource. */
export function resourceOutputs(
  registry: Registry,
  inputs: Map<Resource, ResourceInputs>,
  kinds: KindTypes,
): Map<Resource, ResourceOutputs> {
  const made = new Map<Resource, ResourceOutputs>();
  for (const resource of registry.resources) {
    const type = typeClass(resource.name);
    const list = typeClass(`${resource.name}List`);
    ObjectType(resource.name, { description: words(resource.about) })(type);
    ObjectType(`${resource.name}List`, {
      description: `A page of ${resource.pluralLabel.en.toLowerCase()} and how many there are in all.`,
    })(list);
    made.set(resource, { type, list });
  }
  for (const [resource, { type, list }] of made) {
    fill(resource, type, made, inputs, kinds, registry);
    addField(list, "items", [type], "The rows of the page.", false);
    addField(list, "total", GraphQLInt, "How many rows there are, on all pages.", false);
  }
  return made;
}

function fill(
  resource: Resource,
  type: TypeClass,
  all: Map<Resource, ResourceOutputs>,
  inputs: Map<Resource, ResourceInputs>,
  kinds: KindTypes,
  registry: Registry,
): void {
  addField(type, "id", GraphQLID, "The row's id: a whole number as text.", false);
  if (!resource.isState)
    addField(type, "version", GraphQLInt, "Raised by every change; a change names the version it read.", false);
  for (const field of resource.fields) {
    if (field.kind.name === "secret") continue;
    if (field.kind.target) {
      const target = registry.single(field.kind.target);
      addField(
        type,
        field.name,
        all.get(target)!.type,
        `${describe(field)}\n\nnull also where the row is not yours to see or does not exist on the day.`,
        true,
      );
      addAsOf(type, field.name);
    } else {
      const bounded = field.kind.storedNull !== undefined;
      addField(type, field.name, kinds.of(field.kind), describe(field), bounded || !field.required);
    }
  }
  for (const { name, kind, about } of resource.figures) addField(type, name, kinds.of(kind), words(about), true);
  for (const list of resource.lists) addNestedList(type, list, all, inputs);
}

function addNestedList(
  type: TypeClass,
  list: List,
  all: Map<Resource, ResourceOutputs>,
  inputs: Map<Resource, ResourceInputs>,
): void {
  Field(() => all.get(list.target)!.list, { description: words(list.about), name: list.name })(
    type.prototype,
    list.name,
  );
  addListArgs(type, list.name, inputs.get(list.target)!, LIMITS.nested);
}
