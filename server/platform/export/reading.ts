import { parse, type DocumentNode, type GraphQLSchema } from "graphql";
import { requestOf, type Context } from "../context";
import { unreadable } from "../errors/unreadable";
import { coercedVariables, UnreadVariables } from "../graphql/variables";
import { refuseDeepVariables } from "../graphql/variable-depth";
import type { Variables } from "../planner/normalise";
import type { Planned } from "../planner/planner";
import { Meter } from "../planner/request";
import type { ResponseObject } from "../planner/shape";
import type { Resource } from "../registry/registry";

/** Rows read at a time: as many as the planner's filters and pages take, with room for what is asked about them. */
export const CHUNK = 300;

/**
 * Reads a resource's rows through the planner, as a GraphQL query of the same person would: policy, scope and the day
 * hold as they do there, and what cannot be read is refused in the same words.
 */
export class Reading {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly context: Context,
    private readonly asOf: Variables,
  ) {}

  /** The ids of all rows of a view in its order. */
  async ids(resource: Resource, variables: Variables, most: number): Promise<string[]> {
    const { name, plural } = resource;
    const { planned, coerced } = this.planned(
      `query($filter: ${name}Filter, $sort: [${name}Sort!], $asOf: Date)
       { ${plural}(filter: $filter, sort: $sort, asOf: $asOf) { items { id } } }`,
      variables,
    );
    return this.context.services.planner.ids(planned, requestOf(this.context, new Meter()), coerced, most);
  }

  /** Rows by their ids, in whatever order: one statement, and one more for each reference of the selection. */
  byIds(resource: Resource, ids: string[], selection: string): Promise<ResponseObject[]> {
    return this.rows(resource, "{ id: { in: $values } }", "[ID!]", ids, selection);
  }

  /** Rows that a condition on `$values` picks; at most a page of them. */
  async rows(
    resource: Resource,
    filter: string,
    type: string,
    values: string[],
    selection: string,
  ): Promise<ResponseObject[]> {
    const { planned, coerced } = this.planned(
      `query($values: ${type}, $asOf: Date)
       { list: ${resource.plural}(filter: ${filter}, asOf: $asOf, limit: 1000) { items { ${selection} } } }`,
      { values, ...this.asOf },
    );
    const request = requestOf(this.context, new Meter());
    const data = await this.context.services.planner.read(planned, request, coerced);
    return (data.list as { items: ResponseObject[] }).items;
  }

  /** Refuses a selection that the person may not read, before anything is read. */
  allow(resource: Resource, selection: string): void {
    this.planned(`{ ${resource.plural} { items { ${selection} } } }`, {});
  }

  private planned(text: string, given: Variables): { planned: Planned; coerced: Variables } {
    const { planner } = this.context.services;
    refuseDeepVariables(given);
    const planned = planner.plan(documentOf(text), text, null, given);
    planner.allow(planned, this.context.person);
    try {
      return { planned, coerced: coercedVariables(this.schema, planned.facts.operation, given) };
    } catch (error) {
      throw error instanceof UnreadVariables ? unreadable(error.errors[0]) : error;
    }
  }
}

const REMEMBERED = 200;
const documents = new Map<string, DocumentNode>();

function documentOf(text: string): DocumentNode {
  let document = documents.get(text);
  if (!document) {
    if (documents.size >= REMEMBERED) documents.delete(documents.keys().next().value!);
    documents.set(text, (document = parse(text, { noLocation: true })));
  }
  return document;
}
