import {
  astFromValue,
  getNamedType,
  getNullableType,
  GraphQLInputObjectType,
  GraphQLObjectType,
  isListType,
  isNonNullType,
  Kind,
  print,
  type GraphQLField,
  type GraphQLInputType,
  type ObjectFieldNode,
  type ValueNode,
} from "graphql";
import type { Draw } from "./draw";
import type { Oracle } from "./oracle";
import { mayRead, type Viewer } from "./world";

/** Days of the demo on which something happens, and one before and one long after. */
export const DAYS = ["2017-01-01", "2018-07-20", "2018-11-12", "2019-03-04", "2019-07-20", "2020-03-01", "2025-07-01"];

/** Draws arguments, with values that occur in the data, and writes them inline or as variables. */
export class ArgumentDraw {
  readonly definitions: string[] = [];
  readonly variables: Record<string, unknown> = {};
  private named = 0;

  constructor(
    private readonly draw: Draw,
    private readonly oracle: Oracle,
    private readonly viewer: Viewer,
  ) {}

  /** The arguments of a list: text to put behind its name, and the limit that holds. */
  list(
    field: GraphQLField<unknown, unknown>,
    type: string,
    most: number,
    deep: number,
  ): { text: string; limit: number } {
    const { draw } = this;
    const given: Record<string, unknown> = {};
    if (draw.chance(0.5)) given.filter = draw.chance(0.04) ? null : this.filter(type, deep);
    if (draw.chance(0.5)) given.sort = draw.chance(0.06) ? draw.one([null, []]) : this.sort(type);
    if (draw.chance(0.3)) given.offset = draw.one([0, 1, 2, 5, 20, 300]);
    if (most < 25 || draw.chance(0.7)) given.limit = Math.min(most, draw.one([0, 1, 2, 3, 5, 8, 13, 60]));
    else if (draw.chance(0.1)) given.limit = null;
    this.addDay(given, 0.3);
    return { text: this.write(field, given), limit: (given.limit as number | null | undefined) ?? 25 };
  }

  /** The arguments of a reference: at times a day of its own. */
  reference(field: GraphQLField<unknown, unknown>): string {
    const given: Record<string, unknown> = {};
    this.addDay(given, 0.15);
    return this.write(field, given);
  }

  /** The arguments of one row by its id: mostly one there is. */
  one(field: GraphQLField<unknown, unknown>, type: string): string {
    const { rows } = this.oracle.tables.get(type)!;
    const given: Record<string, unknown> = {
      id: rows.length > 0 && this.draw.chance(0.85) ? this.draw.one(rows).id : this.draw.one(["1", "999999999999"]),
    };
    this.addDay(given, 0.4);
    return this.write(field, given);
  }

  /** A condition of @skip or @include: a literal, or a variable given, left to its default, or given against it. */
  condition(): string {
    const { draw } = this;
    const value = draw.chance(0.6);
    if (draw.chance(0.2)) return String(value);
    const name = `b${this.named++}`;
    const given = draw.below(4);
    if (given === 0) this.definitions.push(`$${name}: Boolean!`);
    else this.definitions.push(`$${name}: Boolean${given === 1 ? "!" : ""} = ${draw.chance(0.5)}`);
    if (given === 0 || draw.chance(0.5)) this.variables[name] = value;
    return `$${name}`;
  }

  private addDay(given: Record<string, unknown>, probability: number): void {
    if (this.draw.chance(probability)) given.asOf = this.draw.chance(0.25) ? null : this.draw.one(DAYS);
  }

  private sort(type: string): Record<string, unknown>[] {
    const input = this.oracle.schema.getType(`${type}Sort`) as GraphQLInputObjectType;
    const names = Object.keys(input.getFields()).filter((n) => mayRead(this.viewer, type, n));
    const drawn = this.draw.some(names, 1 + this.draw.below(3));
    return (this.draw.chance(0.1) ? [...drawn, ...drawn] : drawn).map((name) => ({
      [name]: this.draw.one(["ASC", "DESC"]),
    }));
  }

  private filter(type: string, deep: number): Record<string, unknown> {
    const { draw } = this;
    const fields = (this.oracle.schema.getType(`${type}Filter`) as GraphQLInputObjectType).getFields();
    const combining = ["and", "or", "not"];
    const names = Object.keys(fields).filter(
      (n) => mayRead(this.viewer, type, n) && this.isReadable(type, n) && (deep > 0 || !combining.includes(n)),
    );
    // "not" more often than the other names: what it makes of values that are not there is easily got wrong.
    if (deep > 0 && draw.chance(0.12)) return { not: this.filter(type, deep - 1) };
    const out: Record<string, unknown> = {};
    for (const name of draw.some(names, draw.chance(0.7) ? 1 : 2)) {
      out[name] = draw.chance(0.03) ? null : this.entry(type, name, fields[name].type, deep);
    }
    return out;
  }

  private isReadable(type: string, name: string): boolean {
    const field = (this.oracle.schema.getType(type) as GraphQLObjectType).getFields()[name];
    return !field || mayRead(this.viewer, getNamedType(field.type).name.replace(/List$/, ""));
  }

  private entry(type: string, name: string, input: GraphQLInputType, deep: number): unknown {
    const { draw } = this;
    if (name === "search") return this.words(type);
    if (name === "not") return this.filter(type, deep - 1);
    if (name === "and" || name === "or")
      return draw.chance(0.05) ? [] : [this.filter(type, deep - 1), this.filter(type, deep - 1)];
    const named = getNamedType(input) as GraphQLInputObjectType;
    const target = named.name.replace(/(Ref|List)Filter$/, "");
    if (named.name.endsWith("ListFilter") && this.oracle.tables.has(target))
      return { [draw.one(["some", "none"])]: deep > 0 ? this.filter(target, deep - 1) : {} };
    const operators = Object.keys(named.getFields());
    const out: Record<string, unknown> = {};
    for (const operator of draw.some(operators, draw.chance(0.8) ? 1 : 2)) {
      if (operator === "is") out.is = deep > 0 ? this.filter(target, deep - 1) : {};
      else if (operator === "isNull") out.isNull = draw.one([true, false, false, null]);
      else if (operator === "in" && draw.chance(0.06)) out.in = draw.one([null, []]);
      else if (operator === "in") out.in = [this.value(type, name), this.value(type, name), this.value(type, name)];
      else if (draw.chance(0.05) && operator !== "has" && operator !== "contains") out[operator] = null;
      else out[operator] = this.operand(operator, this.value(type, name));
    }
    return out;
  }

  private operand(operator: string, value: unknown): unknown {
    if (operator !== "contains") return value;
    const text = [...String(value)];
    const from = this.draw.below(text.length);
    const part = text.slice(from, from + 1 + this.draw.below(6)).join("");
    return this.draw.chance(0.2) ? part.normalize("NFD") : this.draw.chance(0.1) ? part.toUpperCase() : part;
  }

  /** A value that a field has in some row; of a list, one of its members. */
  private value(type: string, field: string): unknown {
    const rows = this.oracle.tables.get(type)!.rows;
    for (let attempt = 0; attempt < 12 && rows.length > 0; attempt++) {
      const value = this.draw.one(rows).values.get(field);
      if (Array.isArray(value) ? value.length > 0 : value != null)
        return Array.isArray(value) ? this.draw.one(value) : value;
    }
    return this.stranger(type, field);
  }

  /** A value of a field that no row has. */
  private stranger(type: string, field: string): unknown {
    const named = this.oracle.schema.getType(this.oracle.typeOf(type, field))!;
    if ("getValues" in named) return named.getValues()[0].name;
    const known: Record<string, unknown> = {
      Int: 3,
      Boolean: true,
      Date: "2019-01-01",
      DateTime: "2019-01-01T00:00:00.000Z",
    };
    return known[named.name] ?? (named.name === "String" ? "không có" : "7");
  }

  private words(type: string): string {
    const { draw } = this;
    const table = this.oracle.tables.get(type)!;
    const searched = [...table.searched].filter((f) => mayRead(this.viewer, type, f));
    const text =
      searched.length > 0 && table.rows.length > 0 ? String(this.value(type, draw.one(searched))) : "đăng ký";
    if (draw.chance(0.1)) return draw.one(["", "  ", text.slice(0, 200)]);
    const words = draw.some(text.split(" "), 1 + draw.below(2)).map((w) => (draw.chance(0.3) ? w.slice(0, 3) : w));
    const joined = words.join(draw.one([" ", "  "]));
    return draw.one([joined, joined.normalize("NFD").replace(/\p{M}/gu, ""), joined.toUpperCase(), ` ${joined} `]);
  }

  private write(field: GraphQLField<unknown, unknown>, given: Record<string, unknown>): string {
    const parts = Object.entries(given).map(([name, value]) => {
      const { type } = field.args.find((a) => a.name === name)!;
      return `${name}: ${print(this.node(value, type, 0.25))}`;
    });
    // A variable that is not given leaves the argument out.
    if (!("asOf" in given) && this.draw.chance(0.04)) parts.push(`asOf: $${this.variable("Date", undefined)}`);
    return parts.length > 0 ? `(${parts.join(", ")})` : "";
  }

  /** A value as a document has it: inline, wholly a variable, or inline with variables inside. */
  private node(value: unknown, type: GraphQLInputType, probability: number): ValueNode {
    if (this.draw.chance(probability)) {
      const needed = value !== null && this.draw.chance(0.3) && !isNonNullType(type) ? "!" : "";
      return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: this.variable(`${type}${needed}`, value) } };
    }
    const nullable = getNullableType(type);
    if (value === null) return { kind: Kind.NULL };
    if (isListType(nullable) && Array.isArray(value))
      return { kind: Kind.LIST, values: value.map((v) => this.node(v, nullable.ofType as GraphQLInputType, 0)) };
    if (nullable instanceof GraphQLInputObjectType) return this.object(value as object, nullable, probability);
    return astFromValue(value, nullable)!;
  }

  private object(value: object, type: GraphQLInputObjectType, probability: number): ValueNode {
    const fields = Object.entries(value).map(([name, inner]): ObjectFieldNode => {
      // Exactly-one-of inputs take no variable that may be null.
      const node = this.node(inner, type.getFields()[name].type, type.isOneOf ? 0 : probability / 3);
      return { kind: Kind.OBJECT_FIELD, name: { kind: Kind.NAME, value: name }, value: node };
    });
    return { kind: Kind.OBJECT, fields };
  }

  private variable(type: string, value: unknown): string {
    const name = `v${this.named++}`;
    this.definitions.push(`$${name}: ${type}`);
    if (value !== undefined) this.variables[name] = value;
    return name;
  }
}
