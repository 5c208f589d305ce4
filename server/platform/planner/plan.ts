import type { FieldNode, GraphQLField, GraphQLObjectType, GraphQLSchema } from "graphql";
import { Refusal } from "../errors/refusal";
import type { FigureOptions } from "../registry/declare";
import type { Field, List, Registry, Resource } from "../registry/registry";
import { LIMITS } from "./limits";
import { below, type DocumentFacts, type Selection } from "./normalise";

/** A column a statement selects: the row's id or version, or a field. */
export type Selected = "id" | "version" | Field;

/** One property of a response object, in the order asked for. */
export type Property =
  { key: string; from: "column"; index: number } | { key: string; from: "typename" } | { key: string; from: "child" };

/** What one statement fetches of a resource and how its rows become response objects. */
export interface RowPlan {
  resource: Resource;
  columns: Selected[];
  properties: Property[];
  refs: RefNode[];
  lists: ListNode[];
  figures: FigureNode[];
}

/** A figure computed for all rows of a node in one batch. */
export interface FigureNode {
  key: string;
  figure: FigureOptions;
  /** Where the row's id stands in the rows. */
  index: number;
}

export interface NodeBase {
  key: string;
  path: string[];
  node: FieldNode;
  definition: GraphQLField<unknown, unknown>;
}

/** A reference followed: one statement for all rows above it. */
export interface RefNode extends NodeBase {
  field: Field;
  /** Where the reference's id stands in the rows above. */
  index: number;
  rows: RowPlan;
}

/** A page of rows, root or nested; `items` may be asked for under several keys, each with its own fields. */
export interface ListNode extends NodeBase {
  resource: Resource;
  list: List | null;
  /** The resource whose rows the list hangs below; null at the root. */
  owner: Resource | null;
  /** Where the parent's id stands in the rows above; -1 at the root. */
  index: number;
  properties: (
    { key: string; from: "items"; at: number } | { key: string; from: "total" } | { key: string; from: "typename" }
  )[];
  items: { key: string; rows: RowPlan }[];
}

export interface OneNode extends NodeBase {
  resource: Resource;
  rows: RowPlan;
}

export type RootNode =
  { kind: "one"; one: OneNode } | { kind: "list"; list: ListNode } | { kind: "typename"; key: string };

/** A field read of a resource: what policy looks at, once per plan and set of roles. */
export interface Touch {
  resource: Resource;
  field: string | null;
  path: string[];
  node: FieldNode;
  /** Below something that is no resource, which may be what makes somebody known in the first place: signing in. */
  isInner?: boolean;
}

/** The plan of an operation, made from the document alone; what depends on variables and person is prepared later. */
export interface Plan {
  roots: RootNode[];
  /** All root fields are reads of resources: the planner's objects are the data. */
  isWhole: boolean;
  touched: Touch[];
}

/** Makes plans. It knows types by name only; every object it hands out is shared by all requests and never changed. */
export class Planning {
  private fieldCount = 0;
  readonly touched: Touch[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly registry: Registry,
    readonly facts: DocumentFacts,
    readonly decide: (name: string) => boolean,
  ) {}

  /** The plan of the fields of a row, for a selection set on its type. */
  rows(resource: Resource, selection: Selection, path: string[]): RowPlan {
    const plan: RowPlan = { resource, columns: [], properties: [], refs: [], lists: [], figures: [] };
    const type = this.schema.getType(resource.name) as GraphQLObjectType;
    for (const [key, nodes] of selection) {
      const node = nodes[0];
      const name = node.name.value;
      const at = [...path, key];
      this.count(at);
      if (name === "__typename") plan.properties.push({ key, from: "typename" });
      else this.property(plan, key, nodes, at, type.getFields()[name]);
    }
    return plan;
  }

  private property(
    plan: RowPlan,
    key: string,
    nodes: FieldNode[],
    path: string[],
    definition: GraphQLField<unknown, unknown>,
  ): void {
    const name = nodes[0].name.value;
    const { resource } = plan;
    this.touched.push({ resource, field: name, path, node: nodes[0] });
    const list = resource.lists.find((l) => l.name === name);
    if (list) {
      plan.lists.push(this.list(key, nodes, path, definition, list.target, list, resource, this.column(plan, "id")));
      plan.properties.push({ key, from: "child" });
      return;
    }
    const figure = resource.figures.find((f) => f.name === name);
    if (figure) {
      plan.figures.push({ key, figure, index: this.column(plan, "id") });
      plan.properties.push({ key, from: "child" });
      return;
    }
    const field = name === "id" || name === "version" ? name : resource.byName.get(name)!;
    const index = this.column(plan, field);
    if (typeof field === "string" || !field.kind.target) {
      plan.properties.push({ key, from: "column", index });
      return;
    }
    const target = this.registry.single(field.kind.target);
    this.touched.push({ resource: target, field: null, path, node: nodes[0] });
    const rows = this.rows(target, below(nodes, this.facts, this.decide), path);
    this.column(rows, "id");
    plan.refs.push({ key, path, node: nodes[0], definition, field, index, rows });
    plan.properties.push({ key, from: "child" });
  }

  list(
    key: string,
    nodes: FieldNode[],
    path: string[],
    definition: GraphQLField<unknown, unknown>,
    resource: Resource,
    list: List | null,
    owner: Resource | null,
    index: number,
  ): ListNode {
    this.touched.push({ resource, field: null, path, node: nodes[0] });
    const made: ListNode = {
      key,
      path,
      node: nodes[0],
      definition,
      resource,
      list,
      owner,
      index,
      properties: [],
      items: [],
    };
    for (const [name, inner] of below(nodes, this.facts, this.decide)) {
      this.count([...path, name]);
      const asked = inner[0].name.value;
      if (asked === "items") {
        made.properties.push({ key: name, from: "items", at: made.items.length });
        made.items.push({
          key: name,
          rows: this.rows(resource, below(inner, this.facts, this.decide), [...path, name]),
        });
      } else if (asked === "total") made.properties.push({ key: name, from: "total" });
      else made.properties.push({ key: name, from: "typename" });
    }
    return made;
  }

  /** The index of a column in the statement, added when it is not there yet. */
  column(plan: RowPlan, wanted: Selected): number {
    const known = plan.columns.indexOf(wanted);
    return known >= 0 ? known : plan.columns.push(wanted) - 1;
  }

  count(path: string[]): void {
    if (++this.fieldCount > LIMITS.fields)
      throw new Refusal("LIMIT", "query", { value: this.fieldCount, max: LIMITS.fields }, "limitFields");
    if (path.length > LIMITS.depth * 2)
      throw new Refusal("LIMIT", path.join("."), { value: path.length, max: LIMITS.depth * 2 }, "limitDepth");
  }
}
