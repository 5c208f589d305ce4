import { GraphQLObjectType, getNamedType, type DocumentNode, type FieldNode, type GraphQLSchema } from "graphql";
import { PlacedRefusal } from "../errors/graphql-error";
import { Refusal } from "../errors/refusal";
import { forbidden } from "../policy/forbidden";
import { mayRead, mayReadField, type Person } from "../policy/policy";
import type { Registry, Resource } from "../registry/registry";
import { LIMITS } from "./limits";
import { bulkOf, type Bulk } from "./bulk";
import { below, collect, decider, factsOf, type DocumentFacts, type Selection, type Variables } from "./normalise";
import { Planning, type Plan, type RootNode, type RowPlan, type Touch } from "./plan";
import { Preparing } from "./prepare";
import type { Request } from "./request";
import { Running } from "./run";
import { setOwn, type ResponseObject } from "./shape";

const CACHED_PLANS = 500;

/** A planned operation with what policy has said of it so far. */
export interface Planned extends Plan {
  facts: DocumentFacts;
  /** The operation without the batch of changes that comes by a variable; null where there is none. */
  bulk: Bulk | null;
  /** Selections of a resource reached through something that is none: a mutation's answer, the viewer. */
  inner: Map<string, { resource: Resource; rows: RowPlan }>;
  /** By roles; null stands for nobody signed in. */
  allowedFor: Set<string | null>;
}

/** Root fields that are reads of resources, by name. */
export interface Reads {
  one: Map<string, Resource>;
  list: Map<string, Resource>;
}

/**
 * Answers every read of a resource. A plan is made from the document alone and kept; every root field is prepared
 * before the first statement, so that a refusal anywhere means that nothing was read.
 */
export class Planner {
  private readonly plans = new Map<string, Planned>();
  private readonly facts = new Map<string, DocumentFacts>();
  private readonly reads: Reads;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly registry: Registry,
  ) {
    const roots = registry.resources.filter((r) => r.root);
    this.reads = { one: new Map(roots.map((r) => [r.single, r])), list: new Map(roots.map((r) => [r.plural, r])) };
  }

  /** The plan of an operation; `hash` names the document. */
  plan(document: DocumentNode, hash: string, operationName: string | null | undefined, variables: Variables): Planned {
    const at = `${operationName ?? ""}\n${hash}`;
    const facts = this.remember(this.facts, at, () => {
      const found = factsOf(document, operationName);
      // Several operations and none of them named, or a name that none has.
      if (!found) throw new Refusal("BAD_INPUT", "operationName", {}, "unreadable");
      return found;
    });
    const decide = decider(facts, variables);
    const conditions = facts.conditions.map((name) => (decide(name) ? "1" : "0")).join("");
    return this.remember(this.plans, `${at}\n${conditions}`, () => this.make(document, facts, decide));
  }

  /** Refuses the operation as a whole where the person may not read something it asks for, wherever that stands. */
  allow(planned: Planned, person: Person | null): void {
    const roles = person && [...person.roles].sort().join();
    if (planned.allowedFor.has(roles)) return;
    // What nobody may read behind a sign-in is looked at again once somebody is signed in.
    for (const touch of planned.touched) if (person !== null || !touch.isInner) this.check(touch, person);
    planned.allowedFor.add(roles);
  }

  private check({ resource, field, path, node }: Touch, person: Person | null): void {
    const may =
      field === null || field === "id" || field === "version"
        ? mayRead(resource.policy, person)
        : mayReadField(resource.policy, field, person);
    if (may) return;
    const refusal = person === null ? new Refusal("SIGN_IN", null) : forbidden(resource, field);
    throw new PlacedRefusal(refusal, path, node);
  }

  /** Answers an operation all of whose root fields are reads: its data, in the order asked for. */
  async read(planned: Planned, request: Request, variables: Variables): Promise<ResponseObject> {
    const answers = this.prepareRoots(planned, request, variables);
    const data: ResponseObject = {};
    const values = await Promise.all(answers.map((a) => a.run()));
    answers.forEach((answer, i) => setOwn(data, answer.key, values[i]));
    return data;
  }

  /**
   * The ids of every row of the operation's one list, in its order and in one statement, however long a page may be; at
   * most `most`. What a file is made of: its rows are then read by their ids, so that none is doubled or passed over.
   */
  async ids(planned: Planned, request: Request, variables: Variables, most: number): Promise<string[]> {
    const [root] = planned.roots;
    if (root.kind !== "list") throw new Error("ids are asked of a list");
    return new Running(request).ids(new Preparing(request, variables).list(root.list, null, 1), most);
  }

  /** The same for an operation that graphql-js executes: what each read answers, by response key, run when asked for. */
  prepareReads(planned: Planned, request: Request, variables: Variables): Map<string, () => Promise<unknown>> {
    return new Map(this.prepareRoots(planned, request, variables).map((a) => [a.key, a.run]));
  }

  /** Refuses what lies below an answer that is no resource before that answer is made: before the change, not after it. */
  checkInner(planned: Planned, request: Request, variables: () => Variables): void {
    if (request.person === null) return;
    for (const { rows } of planned.inner.values())
      if (hasArguments(rows)) new Preparing(request, variables()).rows(rows, null);
  }

  private prepareRoots(
    planned: Planned,
    request: Request,
    variables: Variables,
  ): { key: string; run: () => Promise<unknown> }[] {
    const preparing = new Preparing(request, variables);
    const running = new Running(request);
    return planned.roots.map((root) => {
      if (root.kind === "typename") return { key: root.key, run: async () => "Query" };
      if (root.kind === "one") {
        const prepared = preparing.one(root.one);
        return { key: root.one.key, run: () => running.one(prepared) };
      }
      const prepared = preparing.list(root.list, null, 1);
      return { key: root.list.key, run: () => running.list(prepared) };
    });
  }

  /** A row of a resource below something that is none (the viewer's person, an answer's change set), by its id. */
  async row(
    planned: Planned,
    path: string,
    id: string,
    request: Request,
    variables: Variables,
  ): Promise<ResponseObject | null> {
    const inner = planned.inner.get(path);
    if (!inner || request.person === null) return null;
    return new Running(request).one(new Preparing(request, variables).row(inner.rows, id));
  }

  private make(document: DocumentNode, facts: DocumentFacts, decide: (name: string) => boolean): Planned {
    const planning = new Planning(this.schema, this.registry, facts, decide);
    const { operation } = facts;
    const type = operation.operation === "mutation" ? this.schema.getMutationType()! : this.schema.getQueryType()!;
    const roots: RootNode[] = [];
    const inner: Planned["inner"] = new Map();
    let isWhole = operation.operation === "query";
    const selection = collect([operation.selectionSet], facts, decide);
    this.checkRoots(selection, operation.operation === "mutation");
    for (const [key, nodes] of selection) {
      planning.count([key]);
      const root = isWhole || operation.operation === "query" ? this.root(planning, key, nodes, type) : null;
      if (root) roots.push(root);
      else {
        isWhole = false;
        this.inside(planning, nodes, [key], type, facts, decide, inner);
      }
    }
    const bulk = bulkOf(document, operation, "changes");
    return { roots, isWhole, touched: planning.touched, facts, bulk, inner, allowedFor: new Set() };
  }

  private checkRoots(selection: Selection, isMutation: boolean): void {
    const max = isMutation ? 1 : LIMITS.roots;
    if (selection.size > max) {
      throw new Refusal(
        "LIMIT",
        isMutation ? "mutation" : "query",
        { value: selection.size, max },
        isMutation ? "limitMutations" : "limitRoots",
      );
    }
  }

  private root(planning: Planning, key: string, nodes: FieldNode[], type: GraphQLObjectType): RootNode | null {
    const name = nodes[0].name.value;
    if (name === "__typename") return { kind: "typename", key };
    const definition = type.getFields()[name];
    const listed = this.reads.list.get(name);
    if (listed) return { kind: "list", list: planning.list(key, nodes, [key], definition, listed, null, null, -1) };
    const resource = this.reads.one.get(name);
    if (!resource) return null;
    planning.touched.push({ resource, field: null, path: [key], node: nodes[0] });
    const rows = planning.rows(resource, below(nodes, planning.facts, planning.decide), [key]);
    return { kind: "one", one: { key, path: [key], node: nodes[0], definition, resource, rows } };
  }

  /** Walks what is no resource and plans the resources found below, so that policy sees them before anything is done. */
  private inside(
    planning: Planning,
    nodes: FieldNode[],
    path: string[],
    parent: GraphQLObjectType,
    facts: DocumentFacts,
    decide: (n: string) => boolean,
    inner: Planned["inner"],
  ): void {
    const definition = parent.getFields()[nodes[0].name.value];
    const type = definition && getNamedType(definition.type);
    if (!(type instanceof GraphQLObjectType)) return;
    const selection = below(nodes, facts, decide);
    const resource = this.registry.find(type.name);
    if (resource) {
      const first = planning.touched.push({ resource, field: null, path, node: nodes[0] }) - 1;
      inner.set(path.join("."), { resource, rows: planning.rows(resource, selection, path) });
      for (const touch of planning.touched.slice(first)) touch.isInner = true;
      return;
    }
    for (const [key, fields] of selection) {
      planning.count([...path, key]);
      this.inside(planning, fields, [...path, key], type, facts, decide, inner);
    }
  }

  private remember<T>(cache: Map<string, T>, key: string, make: () => T): T {
    const known = cache.get(key);
    if (known) return known;
    const made = make();
    if (cache.size >= CACHED_PLANS) cache.delete(cache.keys().next().value!);
    cache.set(key, made);
    return made;
  }
}

/** Whether anything below a row can be refused for its arguments; a list can for its limit alone. */
const hasArguments = (rows: RowPlan): boolean =>
  rows.lists.length > 0 || rows.refs.some((ref) => Boolean(ref.node.arguments?.length) || hasArguments(ref.rows));
