import { inList, listParameter, type Parameter } from "../db/database";
import { Refusal } from "../errors/refusal";
import { parseId, rowId, type Kind } from "../kinds/all";
import { forbidden } from "../policy/forbidden";
import { mayRead, mayReadField } from "../policy/policy";
import type { Field, List, Resource } from "../registry/registry";
import { fold } from "../text/fold";
import { LIMITS } from "./limits";
import type { Request } from "./request";
import { scopePredicate } from "./scope";
import { fragment, join, Source, type Fragment } from "./statement";

export type FilterInput = Record<string, unknown>;

const ALL = fragment("1 = 1");
const NONE = fragment("1 = 0");

/** Turns filter inputs into predicates. One is made per list of a request; `day` is the list's as-of day. */
export class Where {
  constructor(
    private readonly request: Request,
    private readonly day: string | null,
  ) {}

  /** What every row of a source must fulfil whoever filters: it holds on the day and is the person's to see. */
  visible(source: Source): Fragment[] {
    const parts: Fragment[] = [];
    // The states themselves are no interval rows: they are there whatever the day, that is what their list is for.
    if (source.resource.states) parts.push(source.onDay(this.day ?? this.request.today));
    else if (source.resource.interval && this.day !== null) parts.push(source.onDay(this.day));
    const scope = scopePredicate(source, this.request);
    if (scope) parts.push(scope);
    return parts;
  }

  /** The predicate of a filter input; `at` is where it stands, for refusals. */
  filter(source: Source, input: FilterInput, at: string, depth = 0): Fragment {
    if (depth > LIMITS.filterDepth)
      throw new Refusal("LIMIT", at, { value: depth, max: LIMITS.filterDepth }, "limitDepth");
    const parts: Fragment[] = [];
    const before = this.request.meter.conditions;
    for (const [name, value] of Object.entries(input)) {
      if (value === null || value === undefined) continue;
      parts.push(this.entry(source, name, value, `${at}.${name}`, depth));
    }
    // An input that says nothing counts too: thousands of them would still be thousands of terms.
    if (this.request.meter.conditions === before) this.count();
    return parts.length === 0 ? ALL : all(parts);
  }

  private entry(source: Source, name: string, value: unknown, at: string, depth: number): Fragment {
    const inner = (input: unknown) => this.filter(source, input as FilterInput, at, depth + 1);
    if (name === "and") return all((value as unknown[]).map(inner));
    if (name === "or") return any((value as unknown[]).map(inner));
    if (name === "not") {
      const negated = inner(value);
      // Without COALESCE a row whose value is null would fulfil neither a condition nor its opposite.
      return fragment(`NOT COALESCE((${negated.sql}), 0)`, ...negated.parameters);
    }
    if (name === "search") return this.search(source, value as string, at);
    if (name === "id") return this.operators(source.id, ID, value as FilterInput, at);
    const list = source.resource.lists.find((l) => l.name === name);
    this.mayAsk(source.resource, name, at);
    if (list) return this.listCondition(source, list, value as FilterInput, at, depth);
    const field = source.resource.byName.get(name)!;
    if (field.kind.target) return this.reference(source, field, value as FilterInput, at, depth);
    return this.operators(source.column(field), field.kind, value as FilterInput, at);
  }

  private mayAsk(resource: Resource, name: string, at: string): void {
    if (!mayReadField(resource.policy, name, this.request.person)) throw forbidden(resource, name, at);
  }

  private reference(source: Source, field: Field, input: FilterInput, at: string, depth: number): Fragment {
    const { is, ...own } = input;
    const parts = [this.operators(source.column(field), field.kind, own, at)];
    if (is) {
      const target = this.target(field.kind.target!, at);
      const inside = this.exists(
        target,
        is as FilterInput,
        `${at}.is`,
        depth,
        fragment(`${target.id} = ${source.column(field)}`),
      );
      parts.push(inside);
    }
    return all(parts);
  }

  private listCondition(source: Source, list: List, input: FilterInput, at: string, depth: number): Fragment {
    const parts: Fragment[] = [];
    for (const [quantifier, inner] of Object.entries(input)) {
      if (inner === null || inner === undefined) continue;
      const target = this.target(list.target.single, at);
      const link = [fragment(`${target.raw(list.column)} = ${source.id}`)];
      if (list.via === null) link.push(fragment(`${target.raw("resource")} = ?`, source.resource.name));
      const inside = this.exists(target, inner as FilterInput, `${at}.${quantifier}`, depth, all(link));
      parts.push(quantifier === "none" ? fragment(`NOT ${inside.sql}`, ...inside.parameters) : inside);
    }
    return parts.length === 0 ? ALL : all(parts);
  }

  private target(single: string, at: string): Source {
    const resource = this.request.registry.single(single);
    if (!mayRead(resource.policy, this.request.person)) throw forbidden(resource, null, at);
    return new Source(resource, this.request);
  }

  /** EXISTS over a related resource: linked, visible and fulfilling the filter. */
  private exists(target: Source, input: FilterInput, at: string, depth: number, link: Fragment): Fragment {
    const condition = all([link, ...this.visible(target), this.filter(target, input, at, depth + 1)]);
    return fragment(`EXISTS (SELECT 1 FROM ${target.from()} WHERE ${condition.sql})`, ...condition.parameters);
  }

  private operators(column: string, kind: Kind, input: FilterInput, at: string): Fragment {
    const parts: Fragment[] = [];
    for (const [operator, value] of Object.entries(input)) {
      if (value === undefined) continue;
      this.count();
      parts.push(this.operator(column, kind, operator, value, `${at}.${operator}`));
    }
    return parts.length === 0 ? ALL : all(parts);
  }

  private operator(column: string, kind: Kind, operator: string, value: unknown, at: string): Fragment {
    const absent =
      kind.storedNull === undefined ? fragment(`${column} IS NULL`) : fragment(`${column} = ?`, kind.storedNull);
    const present =
      kind.storedNull === undefined ? fragment(`${column} IS NOT NULL`) : fragment(`${column} <> ?`, kind.storedNull);
    if (operator === "isNull") return value === null ? ALL : value ? absent : present;
    if (value === null) return operator === "eq" ? absent : operator === "ne" ? present : ALL;
    switch (operator) {
      case "eq":
        return fragment(`${column} = ?`, stored(kind, value, at));
      case "ne":
        return fragment(`(${column} <> ? OR ${column} IS NULL)`, stored(kind, value, at));
      case "in":
        return this.among(column, kind, value as unknown[], at);
      case "contains":
        return fragment(`INSTR(${column}, ?) > 0`, (value as string).normalize("NFC"));
      case "has":
        return this.member(column, kind.of!, stored(kind.of!, value, at));
      default:
        return fragment(`${column} ${COMPARISON[operator]} ?`, stored(kind, value, at));
    }
  }

  /** Whether a stored list holds a value. The words of a choice hold no quote or comma, so that their text is found as it is. */
  private member(column: string, of: Kind, value: unknown): Fragment {
    const text = JSON.stringify(value);
    if (of.name === "choice") return fragment(`INSTR(${column}, ?) > 0`, text);
    if (this.request.database.engine === "mariadb") return fragment(`JSON_CONTAINS(${column}, ?)`, text);
    return fragment(`EXISTS (SELECT 1 FROM json_each(${column}) WHERE value = ?)`, value as string);
  }

  private among(column: string, kind: Kind, values: unknown[], at: string): Fragment {
    if (values.length > LIMITS.values)
      throw new Refusal("LIMIT", at, { value: values.length, max: LIMITS.values }, "limitValues");
    if (values.length === 0) return NONE;
    const parameters = values.map((v) => stored(kind, v, at));
    // Amounts are 64 bits wide and do not go through JSON.
    if (parameters.some((p) => typeof p === "bigint"))
      return fragment(`${column} IN (${values.map(() => "?").join(", ")})`, ...parameters);
    const { engine } = this.request.database;
    return fragment(inList(engine, column), listParameter(engine, parameters as (string | number)[]));
  }

  /** Every word occurs in one of the searched fields, folded as the stored companions are. */
  private search(source: Source, text: string, at: string): Fragment {
    if ([...text].length > LIMITS.searchLength)
      throw new Refusal("LIMIT", at, { max: LIMITS.searchLength }, "searchTooLong");
    const words = new Set(fold(text).split(/\s+/).filter(Boolean));
    return all([...words].map((word) => this.word(source, word, 0)));
  }

  private word(source: Source, word: string, depth: number): Fragment {
    this.count();
    const parts: Fragment[] = [];
    for (const field of source.resource.fields) {
      if (!field.search || !mayReadField(source.resource.policy, field.name, this.request.person)) continue;
      if (field.foldedColumn) parts.push(fragment(`INSTR(${source.folded(field)}, ?) > 0`, word));
      else if (field.kind.target && depth === 0) parts.push(this.wordBehind(source, field, word));
    }
    return any(parts);
  }

  /** A row without a name of its own is found by the name of what it refers to. */
  private wordBehind(source: Source, field: Field, word: string): Fragment {
    const target = new Source(this.request.registry.single(field.kind.target!), this.request);
    const condition = all([
      fragment(`${target.id} = ${source.column(field)}`),
      ...this.visible(target),
      this.word(target, word, 1),
    ]);
    return fragment(`EXISTS (SELECT 1 FROM ${target.from()} WHERE ${condition.sql})`, ...condition.parameters);
  }

  private count(): void {
    if (++this.request.meter.conditions > LIMITS.conditions)
      throw new Refusal("LIMIT", "filter", { max: LIMITS.conditions }, "limitConditions");
  }
}

const COMPARISON: Record<string, string> = { lt: "<", lte: "<=", gt: ">", gte: ">=" };

/** The kind of a row's own id. */
const ID = rowId();

function stored(kind: Kind, value: unknown, at: string): Exclude<Parameter, readonly unknown[]> {
  const isId = kind.name === "ref";
  if (isId) {
    const read = parseId(value);
    if (!read.ok) throw new Refusal("BAD_INPUT", at, {}, read.problem.reason);
  }
  const given = typeof value === "string" ? value.normalize("NFC") : value;
  return (kind.encode ? kind.encode(given) : given) as Exclude<Parameter, readonly unknown[]>;
}

export const all = (parts: readonly Fragment[]): Fragment =>
  parts.length === 0 ? ALL : parts.length === 1 ? parts[0] : wrapped(parts, " AND ");
const any = (parts: readonly Fragment[]): Fragment =>
  parts.length === 0 ? NONE : parts.length === 1 ? parts[0] : wrapped(parts, " OR ");

function wrapped(parts: readonly Fragment[], separator: string): Fragment {
  const joined = join(
    parts.map((p) => fragment(`(${p.sql})`, ...p.parameters)),
    separator,
  );
  return fragment(`(${joined.sql})`, ...joined.parameters);
}
