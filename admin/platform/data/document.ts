import type { IntrospectionField, IntrospectionInputObjectType, IntrospectionType } from "graphql";
import { fieldOf, findResource, titleFields, type ModelField, type ModelResource } from "../model";

/** What the shipped schema says that the model does not: which arguments and inputs exist. */
export interface SchemaFacts {
  queries: readonly IntrospectionField[];
  types: readonly IntrospectionType[];
}

/** True where a query takes `asOf`. */
export function takesAsOf(facts: SchemaFacts, query: string): boolean {
  return facts.queries.find((entry) => entry.name === query)?.args.some((arg) => arg.name === "asOf") ?? false;
}

/** True where an input type has a field. */
export function hasInput(facts: SchemaFacts, type: string, field: string): boolean {
  const input = facts.types.find((entry): entry is IntrospectionInputObjectType => entry.name === type);
  return input?.inputFields?.some((entry) => entry.name === field) ?? false;
}

/** The fields that name a row, references followed. */
export function titleSelection(resource: ModelResource, depth = 0): string {
  const names = titleFields(resource).map((name) => {
    const field = fieldOf(resource, name);
    if (field?.kind.name !== "ref" || depth > 1) return name;
    return referenceSelection(field, depth + 1);
  });
  return ["id", ...names].join(" ");
}

function referenceSelection(field: ModelField, depth = 0): string {
  const target = findResource(field.kind.target);
  return `${field.name} { ${target ? titleSelection(target, depth) : "id"} }`;
}

/** A field as it stands in a selection; secrets cannot be read. */
export function fieldSelection(field: ModelField): string {
  if (field.kind.name === "secret") return "";
  return field.kind.name === "ref" ? referenceSelection(field) : field.name;
}

/** The selection of a row: only what the screen needs, and what every screen needs. */
export function rowSelection(resource: ModelResource, names?: readonly string[]): string {
  const wanted = names ? new Set([...names, ...titleFields(resource)]) : undefined;
  const fields = resource.fields.filter((field) => !wanted || wanted.has(field.name) || field.name === "certainty");
  return ["id", "version", ...fields.map(fieldSelection)].filter(Boolean).join(" ");
}

interface Sort {
  field: string;
  order: string;
}

/** One page of rows, as the list screens ask for it. */
export interface PageRequest {
  fields?: readonly string[];
  filter?: Record<string, unknown>;
  /** One field, or several from the first to the last. */
  sort?: Sort | readonly Sort[];
  offset?: number;
  limit?: number;
  asOf?: string;
}

export interface Operation {
  query: string;
  variables: Record<string, unknown>;
}

/** A filter without its empty parts; undefined when nothing is left. */
export function cleanFilter(filter: Record<string, unknown> | undefined): Record<string, unknown> | undefined {
  const entries = Object.entries(filter ?? {}).filter(([, value]) => {
    if (value === null || value === undefined || value === "") return false;
    if (typeof value === "object" && !Array.isArray(value)) return Object.keys(value).length > 0;
    return true;
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** The query of a list, with variables; the same text is handed over by "Lấy đường dẫn dữ liệu". */
export function listOperation(facts: SchemaFacts, resource: ModelResource, page: PageRequest): Operation {
  const dated = page.asOf !== undefined && takesAsOf(facts, resource.plural);
  const filter = cleanFilter(page.filter);
  const sort = page.sort && sortInput(resource, page.sort);
  const declared: string[] = [];
  const given: string[] = [];
  const variables: Record<string, unknown> = {};
  const argument = (name: string, type: string, value: unknown): void => {
    if (value === undefined) return;
    declared.push(`$${name}: ${type}`);
    given.push(`${name}: $${name}`);
    variables[name] = value;
  };
  argument("filter", `${resource.name}Filter`, filter);
  argument("sort", `[${resource.name}Sort!]`, sort);
  argument("offset", "Int", page.offset);
  argument("limit", "Int", page.limit);
  argument("asOf", "Date", dated ? page.asOf : undefined);
  const head = declared.length > 0 ? `(${declared.join(", ")})` : "";
  const call = given.length > 0 ? `(${given.join(", ")})` : "";
  const query = `query ${resource.name}Page${head} {
  ${resource.plural}${call} {
    items { ${rowSelection(resource, page.fields)} }
    total
  }
}`;
  return { query, variables };
}

function sortInput(resource: ModelResource, sort: Sort | readonly Sort[]): Record<string, string>[] | undefined {
  const parts: readonly Sort[] = "field" in sort ? [sort] : sort;
  const known = parts.filter(({ field }) => fieldOf(resource, field)?.sort);
  return known.length > 0
    ? known.map(({ field, order }) => ({ [field]: order === "DESC" ? "DESC" : "ASC" }))
    : undefined;
}

/** The query of one row. */
export function rowOperation(
  facts: SchemaFacts,
  resource: ModelResource,
  id: string,
  asOf?: string,
  fields?: readonly string[],
): Operation {
  const dated = asOf !== undefined && takesAsOf(facts, resource.single);
  return {
    query: `query ${resource.name}Row($id: ID!${dated ? ", $asOf: Date" : ""}) {
  ${resource.single}(id: $id${dated ? ", asOf: $asOf" : ""}) { ${rowSelection(resource, fields)} }
}`,
    variables: dated ? { id, asOf } : { id },
  };
}
