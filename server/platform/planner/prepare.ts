import { getArgumentValues, type GraphQLField, type FieldNode } from "graphql";
import { PlacedRefusal } from "../errors/graphql-error";
import { Refusal } from "../errors/refusal";
import { parseId } from "../kinds/all";
import { forbidden } from "../policy/forbidden";
import { mayReadField } from "../policy/policy";
import { LIMITS } from "./limits";
import type { Variables } from "./normalise";
import type { ListNode, OneNode, RefNode, RowPlan } from "./plan";
import type { Request } from "./request";
import { fragment, join, Source, type Fragment } from "./statement";
import { all, Where, type FilterInput } from "./where";

/** A row plan with everything decided that depends on arguments, person and day: ready to be run, nothing sent yet. */
export interface PreparedRows {
  plan: RowPlan;
  refs: { node: RefNode; rows: PreparedRows; source: Source; condition: Fragment }[];
  lists: PreparedList[];
  /** The day that figures are computed for. */
  day: string;
}

export interface PreparedList {
  node: ListNode;
  limit: number;
  offset: number;
  /** One per `items` key, each a statement of its own. */
  items: { rows: PreparedRows; source: Source; condition: Fragment; order: Fragment }[];
  total: { source: Source; condition: Fragment } | null;
}

export interface PreparedOne {
  rows: PreparedRows;
  source: Source;
  condition: Fragment;
}

interface ListArguments {
  filter?: FilterInput | null;
  sort?: Record<string, "ASC" | "DESC">[] | null;
  offset?: number | null;
  limit?: number | null;
  asOf?: string | null;
}

/** Prepares plans for one request. Refusals are thrown here, before the first statement, with their path. */
export class Preparing {
  constructor(
    private readonly request: Request,
    private readonly variables: Variables,
  ) {}

  one(node: OneNode): PreparedOne {
    return this.placed(node, () => {
      const { id, asOf } = this.argumentsOf(node) as { id: string; asOf?: string | null };
      const read = parseId(id);
      if (!read.ok) throw new Refusal("BAD_INPUT", "id", {}, read.problem.reason);
      const source = new Source(node.resource, this.request);
      const where = new Where(this.request, asOf ?? null);
      const condition = all([fragment(`${source.id} = ?`, Number(id)), ...where.visible(source)]);
      return { source, condition, rows: this.rows(node.rows, asOf ?? null) };
    });
  }

  /** A row reached from outside the planner, by its id. */
  row(plan: RowPlan, id: string): PreparedOne {
    const source = new Source(plan.resource, this.request);
    const condition = all([fragment(`${source.id} = ?`, Number(id)), ...new Where(this.request, null).visible(source)]);
    return { source, condition, rows: this.rows(plan, null) };
  }

  list(node: ListNode, inherited: string | null, parents: number): PreparedList {
    return this.placed(node, () => {
      const given = this.argumentsOf(node) as ListArguments;
      const isNested = node.list !== null;
      const limit = given.limit ?? 25;
      const offset = given.offset ?? 0;
      this.checkPage(limit, offset, isNested);
      const asOf = given.asOf !== undefined ? given.asOf : inherited;
      const rows = parents * limit;
      this.countRows(rows, node);
      return {
        node,
        limit,
        offset,
        items: node.items.map((item) => ({
          ...this.select(node, given, asOf),
          rows: this.rows(item.rows, asOf, rows),
        })),
        total: node.properties.some((p) => p.from === "total") ? this.select(node, given, asOf) : null,
      };
    });
  }

  private select(node: ListNode, given: ListArguments, asOf: string | null) {
    const source = new Source(node.resource, this.request);
    const where = new Where(this.request, asOf);
    const parts = where.visible(source);
    if (node.list?.via === null) parts.push(fragment(`${source.raw("resource")} = ?`, node.owner!.name));
    if (given.filter) parts.push(where.filter(source, given.filter, "filter"));
    return { source, condition: all(parts), order: this.order(source, node, given.sort ?? [], asOf) };
  }

  private checkPage(limit: number, offset: number, isNested: boolean): void {
    if (limit < 0) throw new Refusal("BAD_INPUT", "limit", {}, "negative");
    if (offset < 0) throw new Refusal("BAD_INPUT", "offset", {}, "negative");
    const max = isNested ? LIMITS.nested : LIMITS.page;
    if (limit > max) throw new Refusal("LIMIT", "limit", { value: limit, max }, isNested ? "limitNested" : "limitPage");
    if (offset > LIMITS.offset) throw new Refusal("LIMIT", "offset", { value: offset, max: LIMITS.offset });
  }

  private countRows(rows: number, node: ListNode): void {
    const { meter } = this.request;
    meter.rows += rows * Math.max(1, node.items.length);
    if (meter.rows > LIMITS.rows)
      throw new Refusal("LIMIT", "limit", { value: meter.rows, max: LIMITS.rows }, "limitRows");
  }

  /** ORDER BY: as asked, else as declared; what remains equal in order of id. */
  private order(source: Source, node: ListNode, sort: Record<string, "ASC" | "DESC">[], asOf: string | null): Fragment {
    const parts: Fragment[] = [];
    const sorted = new Set<string>();
    for (const [at, one] of sort.entries()) {
      const names = Object.keys(one).filter((n) => one[n] != null);
      if (names.length !== 1) throw new Refusal("BAD_INPUT", `sort.${at}`, {}, "oneSortField");
      const [name] = names;
      // Rows that are equal in a field stay equal in it: naming it again says nothing, however often it is done.
      if (sorted.has(name)) continue;
      sorted.add(name);
      const direction = one[name] === "DESC" ? " DESC" : "";
      if (name !== "id" && !mayReadField(node.resource.policy, name, this.request.person))
        throw forbidden(node.resource, name, `sort.${at}.${name}`);
      parts.push(this.orderBy(source, name, direction, asOf));
    }
    if (sort.length === 0) {
      for (const { field, descending } of node.resource.defaultSort) {
        // Rows under one parent are equal in what points to it.
        if (field.name !== node.list?.via)
          parts.push(this.orderBy(source, field.name, descending ? " DESC" : "", asOf));
      }
    }
    const descendingById = sort.length === 0 && node.resource.defaultSort[0]?.descending;
    return join([...parts, fragment(descendingById ? `${source.id} DESC` : source.id)], ", ");
  }

  private orderBy(source: Source, name: string, direction: string, asOf: string | null): Fragment {
    if (name === "id") return fragment(`${source.id}${direction}`);
    const field = source.resource.byName.get(name)!;
    if (!field.kind.target) return fragment(`${source.order(field)}${direction}`);
    // By the name of what is referred to, as it is on the day.
    const target = new Source(this.request.registry.single(field.kind.target), this.request);
    const title = target.resource.byName.get(target.resource.title);
    const isReadable = title && mayReadField(target.resource.policy, title.name, this.request.person);
    if (!isReadable || title.kind.target) return fragment(`${source.column(field)}${direction}`);
    const link = all([
      fragment(`${target.id} = ${source.column(field)}`),
      ...new Where(this.request, asOf).visible(target),
    ]);
    const by = target.order(title);
    return fragment(`(SELECT ${by} FROM ${target.from()} WHERE ${link.sql})${direction}`, ...link.parameters);
  }

  /** The references and lists below a row plan, for `parents` rows at the most. */
  rows(plan: RowPlan, asOf: string | null, parents = 1): PreparedRows {
    return {
      plan,
      refs: plan.refs.map((node) => this.placed(node, () => this.reference(node, asOf, parents))),
      lists: plan.lists.map((node) => this.list(node, asOf, parents)),
      day: asOf ?? this.request.today,
    };
  }

  private reference(node: RefNode, inherited: string | null, parents: number): PreparedRows["refs"][number] {
    const given = this.argumentsOf(node) as { asOf?: string | null };
    const asOf = given.asOf !== undefined ? given.asOf : inherited;
    const source = new Source(node.rows.resource, this.request);
    const visible = new Where(this.request, asOf).visible(source);
    return { node, source, condition: all(visible), rows: this.rows(node.rows, asOf, parents) };
  }

  private argumentsOf(node: { definition: GraphQLField<unknown, unknown>; node: FieldNode }): Record<string, unknown> {
    // Coerced by graphql-js: scalars are parsed, enums checked, exactly-one-of enforced.
    return getArgumentValues(node.definition, node.node, this.variables);
  }

  private placed<T>(node: { path: string[]; node: FieldNode }, work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw error instanceof Refusal && !(error instanceof PlacedRefusal)
        ? new PlacedRefusal(error, node.path, node.node)
        : error;
    }
  }
}
