import { GraphQLID, GraphQLInt } from "graphql";
import { InputType, registerEnumType } from "type-graphql";
import { rowId } from "../kinds/all";
import type { Registry, Resource } from "../registry/registry";
import { addField, describe, typeClass, words, type KindTypes, type TypeClass } from "./types";

/** The kind of a row's own id. */
const ID = { ...rowId(), operators: ["eq", "ne", "in", "isNull"] as const };

export const SortOrder = { ASC: "ASC", DESC: "DESC" } as const;
registerEnumType(SortOrder, {
  name: "SortOrder",
  description: "In which direction rows are put in order. Rows without a value come first when ascending.",
  valuesConfig: { ASC: { description: "Smallest first." }, DESC: { description: "Largest first." } },
});

/** The inputs of one resource. A resource without change mutation has no change types. */
export interface ResourceInputs {
  filter: TypeClass;
  refFilter: TypeClass;
  listFilter: TypeClass;
  sort: TypeClass;
  change: TypeClass | null;
}

const RowVersion = typeClass("RowVersion");
InputType("RowVersion", { description: "A row as it was read." })(RowVersion);
addField(RowVersion, "id", GraphQLID, "The row's id.", false);
addField(RowVersion, "version", GraphQLInt, "The version that was read; an older one is refused as STALE.", false);

/**
 * Filter, sort and change inputs of every resource. All classes are made first and filled afterwards, because filters
 * of resources that refer to each other hold each other.
 */
export function resourceInputs(registry: Registry, kinds: KindTypes): Map<Resource, ResourceInputs> {
  const made = new Map<Resource, ResourceInputs>();
  for (const resource of registry.resources) {
    const named = (suffix: string) => typeClass(`${resource.name}${suffix}`);
    const inputs: ResourceInputs = {
      filter: named("Filter"),
      refFilter: named("RefFilter"),
      listFilter: named("ListFilter"),
      sort: named("Sort"),
      change: resource.readOnly ? null : named("Change"),
    };
    made.set(resource, inputs);
    const en = resource.label.en.toLowerCase();
    InputType(`${resource.name}Filter`, { description: `Conditions on ${en} rows; all given must hold.` })(
      inputs.filter,
    );
    InputType(`${resource.name}RefFilter`, { description: `Conditions on a reference to a ${en}.` })(inputs.refFilter);
    InputType(`${resource.name}ListFilter`, { description: `Conditions on a list of ${en} rows.` })(inputs.listFilter);
    InputType(`${resource.name}Sort`, { description: "One field to put rows in order by; exactly one is given." })(
      inputs.sort,
    );
  }
  for (const [resource, inputs] of made) {
    fillFilter(resource, inputs, made, kinds, registry);
    fillSort(resource, inputs);
    if (inputs.change) fillChange(resource, inputs.change, kinds);
  }
  return made;
}

function fillFilter(
  resource: Resource,
  { filter, refFilter, listFilter }: ResourceInputs,
  all: Map<Resource, ResourceInputs>,
  kinds: KindTypes,
  registry: Registry,
): void {
  addField(filter, "id", kinds.filter(ID), "The row's id.", true);
  for (const field of resource.fields) {
    if (!field.filter) continue;
    const type = field.kind.target ? all.get(registry.single(field.kind.target))!.refFilter : kinds.filter(field.kind);
    addField(filter, field.name, type, describe(field), true);
  }
  for (const list of resource.lists)
    addField(filter, list.name, all.get(list.target)!.listFilter, words(list.about), true);
  addField(filter, "and", [filter], "All of these hold.", true);
  addField(filter, "or", [filter], "At least one of these holds.", true);
  addField(
    filter,
    "not",
    filter,
    "This does not hold; rows where it cannot be said, for want of a value, are included.",
    true,
  );
  addField(
    filter,
    "search",
    String,
    "Words that all occur, with or without accents, in the fields that are searched.",
    true,
  );

  for (const operator of ID.operators) kinds.addOperator(refFilter, operator, GraphQLID);
  addField(refFilter, "is", filter, "The row referred to fulfils these conditions.", true);
  addField(listFilter, "some", filter, "At least one row fulfils these conditions.", true);
  addField(listFilter, "none", filter, "No row fulfils these conditions.", true);
}

function fillSort(resource: Resource, { sort }: ResourceInputs): void {
  addField(sort, "id", SortOrder, "By id, which is the order of creation within one server.", true);
  for (const field of resource.fields) if (field.sort) addField(sort, field.name, SortOrder, describe(field), true);
}

function fillChange(resource: Resource, change: TypeClass, kinds: KindTypes): void {
  const { name } = resource;
  const en = resource.label.en.toLowerCase();
  const [create, update, set] = ["Create", "Update", "Set"].map((suffix) => typeClass(`${name}${suffix}`));
  InputType(`${name}Change`, { description: `One change of a ${en}: exactly one of create, update and delete.` })(
    change,
  );
  InputType(`${name}Create`, { description: `A new ${en}.` })(create);
  InputType(`${name}Update`, { description: `A change of a ${en} that was read at a version.` })(update);
  InputType(`${name}Set`, { description: "New values: absent means unchanged, null means cleared." })(set);
  for (const field of resource.fields) {
    if (field.write === "never") continue;
    addField(create, field.name, kinds.of(field.kind), describe(field), true);
    if (field.write === "always") addField(set, field.name, kinds.of(field.kind), describe(field), true);
  }
  addField(update, "id", GraphQLID, "The row's id.", false);
  addField(update, "version", GraphQLInt, "The version that was read; an older one is refused as STALE.", false);
  if (resource.states) {
    addField(
      update,
      "from",
      kinds.of(resource.byName.get("validFrom")!.kind),
      "The day from which the new values hold, opening a new state; without it the current state is corrected.",
      true,
    );
  }
  if (resource.states) {
    addField(
      update,
      "asOf",
      kinds.of(resource.byName.get("validFrom")!.kind),
      "The day whose state is corrected; absent means the current one. Not together with from.",
      true,
    );
  }
  addField(update, "set", set, "The new values.", false);
  addField(change, "create", create, "Adds a row.", true);
  addField(change, "update", update, "Changes a row.", true);
  addField(
    change,
    "delete",
    RowVersion,
    "Deletes a row that nothing refers to; its last image stays in history.",
    true,
  );
}
