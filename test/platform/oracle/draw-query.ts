import { getNamedType, GraphQLObjectType, type GraphQLField } from "graphql";
import type { Draw } from "./draw";
import { ArgumentDraw } from "./draw-arguments";
import type { Oracle } from "./oracle";
import { mayRead, type Viewer } from "./world";

/** Response keys that programs trip over. */
const TRAPS = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "then",
  "length",
  "toJSON",
  "valueOf",
  "x",
  "y",
];

/** What a response key stands for at one place: merged fields share it, others must take another. */
interface Used {
  signature: string;
  below: Keys;
}
type Keys = Map<string, Used>;

type Field = GraphQLField<unknown, unknown>;

export interface DrawnQuery {
  query: string;
  variables: Record<string, unknown>;
}

/** Draws one query over every resource the person may read. */
export function drawQuery(draw: Draw, oracle: Oracle, viewer: Viewer): DrawnQuery {
  return new QueryDraw(draw, oracle, viewer).query();
}

class QueryDraw {
  private readonly args: ArgumentDraw;
  private readonly fragments: string[] = [];
  private fields = 0;

  constructor(
    private readonly draw: Draw,
    private readonly oracle: Oracle,
    private readonly viewer: Viewer,
  ) {
    this.args = new ArgumentDraw(draw, oracle, viewer);
  }

  query(): DrawnQuery {
    const { draw } = this;
    const roots = Object.values(this.oracle.schema.getQueryType()!.getFields()).filter((f) => {
      const type = getNamedType(f.type).name.replace(/List$/, "");
      return this.oracle.tables.has(type) && mayRead(this.viewer, type);
    });
    const keys: Keys = new Map();
    const parts: string[] = [];
    const count = draw.chance(0.6) ? 1 : 2 + draw.below(3);
    for (let i = 0; i < count; i++) parts.push(this.root(draw.one(roots), keys));
    if (draw.chance(0.1)) parts.push(this.typename(keys));
    const { definitions, variables } = this.args;
    const declared = definitions.length > 0 ? `(${definitions.join(", ")})` : "";
    return { query: `query Q${declared} {\n${parts.join("\n")}\n}\n${this.fragments.join("\n")}`, variables };
  }

  private root(field: Field, keys: Keys): string {
    const type = getNamedType(field.type).name;
    if (this.oracle.tables.has(type)) {
      const text = field.name + this.args.one(field, type);
      const { head, used } = this.keyed("Query", text, keys);
      return `${head} ${this.selection(type, 2, 1, used.below)}`;
    }
    const target = type.replace(/List$/, "");
    const { text, limit } = this.args.list(field, target, 60, 3);
    const { head, used } = this.keyed("Query", field.name + text, keys);
    return `${head} ${this.page(target, 2, limit, used.below)}`;
  }

  /** `{ items { … } total }`, the items at times under several keys. */
  private page(type: string, deep: number, rows: number, keys: Keys): string {
    const { draw } = this;
    const parts: string[] = [];
    const times = draw.chance(0.12) ? 2 : draw.chance(0.95) ? 1 : 0;
    for (let i = 0; i < times; i++) {
      const { head, used } = this.keyed(`${type}List`, "items", keys);
      parts.push(`${head}${this.directives(0.05)} ${this.selection(type, deep, rows, used.below)}`);
    }
    if (times === 0 || draw.chance(0.5))
      parts.push(this.keyed(`${type}List`, "total", keys).head + this.directives(0.08));
    if (draw.chance(0.1)) parts.push(this.typename(keys));
    return `{ ${draw.some(parts, parts.length).join(" ")} }`;
  }

  private selection(type: string, deep: number, rows: number, keys: Keys): string {
    const parts: string[] = [];
    const count = 1 + this.draw.below(5);
    for (let i = 0; i < count; i++) parts.push(this.part(type, deep, rows, keys));
    return `{ ${parts.join(" ")} }`;
  }

  private part(type: string, deep: number, rows: number, keys: Keys): string {
    const { draw } = this;
    const chance = draw.next();
    if (chance < 0.07) return this.typename(keys) + this.directives(0.1);
    if (chance < 0.15) {
      const on = draw.chance(0.6) ? ` on ${type}` : "";
      return `...${on}${this.directives(0.5)} ${this.selection(type, deep, rows, keys)}`;
    }
    if (chance < 0.22) return this.spread(type, deep, rows, keys);
    const field = this.pick(type, deep);
    const below = getNamedType(field.type);
    if (!(below instanceof GraphQLObjectType)) return this.keyed(type, field.name, keys).head + this.directives(0.1);
    return this.child(type, field, below.name, deep, rows, keys);
  }

  /** A named fragment, mostly spread twice under conditions of its own. */
  private spread(type: string, deep: number, rows: number, keys: Keys): string {
    const name = `F${this.fragments.length}`;
    const at = this.fragments.push("") - 1;
    this.fragments[at] = `fragment ${name} on ${type} ${this.selection(type, deep - 1, rows, keys)}`;
    const once = `...${name}${this.directives(0.7)}`;
    return this.draw.chance(0.7) ? `${once} ${this.leaf(type, keys)} ...${name}${this.directives(0.7)}` : once;
  }

  private child(type: string, field: Field, below: string, deep: number, rows: number, keys: Keys): string {
    const most = rows <= 2 ? 40 : rows <= 15 ? 8 : 3;
    const target = below.replace(/List$/, "");
    const isList = target !== below;
    const drawn = isList ? this.args.list(field, target, most, 2) : { text: this.args.reference(field), limit: 1 };
    const text = field.name + drawn.text;
    const { head, used } = this.keyed(type, text, keys);
    const body = () =>
      isList
        ? this.page(target, deep - 1, rows * drawn.limit, used.below)
        : this.selection(target, deep - 1, rows, used.below);
    const made = `${head}${this.directives(0.1)} ${body()}`;
    // The same field a second time with other fields below: graphql-js merges the two.
    return this.draw.chance(0.12) ? `${made} ${this.leaf(type, keys)} ${head}${this.directives(0.3)} ${body()}` : made;
  }

  private pick(type: string, deep: number): Field {
    const fields = Object.values((this.oracle.schema.getType(type) as GraphQLObjectType).getFields()).filter((f) =>
      this.isReadable(type, f),
    );
    const leaves = fields.filter((f) => !(getNamedType(f.type) instanceof GraphQLObjectType));
    const branches = fields.filter((f) => getNamedType(f.type) instanceof GraphQLObjectType);
    this.fields++;
    const isLeaf = deep <= 0 || this.fields > 60 || branches.length === 0 || this.draw.chance(0.55);
    return this.draw.one(isLeaf ? leaves : branches);
  }

  private isReadable(type: string, field: Field): boolean {
    const below = getNamedType(field.type).name.replace(/List$/, "");
    return mayRead(this.viewer, type, field.name) && mayRead(this.viewer, below);
  }

  private leaf(type: string, keys: Keys): string {
    return this.keyed(type, this.pick(type, 0).name, keys).head;
  }

  private typename(keys: Keys): string {
    return this.keyed(null, "__typename", keys).head;
  }

  private directives(probability: number): string {
    if (!this.draw.chance(probability)) return "";
    const first = ` @${this.draw.one(["skip", "include"])}(if: ${this.args.condition()})`;
    if (!this.draw.chance(0.15)) return first;
    return first + ` @${first.includes("@skip") ? "include" : "skip"}(if: ${this.args.condition()})`;
  }

  /** A response key for a field with its arguments: its name, or an alias, often another field's name or a trap. */
  private keyed(type: string | null, text: string, keys: Keys): { head: string; used: Used } {
    const { draw } = this;
    const name = /^\w+/.exec(text)![0];
    const others = type ? Object.keys((this.oracle.schema.getType(type) as GraphQLObjectType).getFields()) : [];
    let key = draw.chance(0.7) ? name : draw.one(draw.chance(0.5) && others.length > 0 ? others : TRAPS);
    let known = keys.get(key);
    for (let n = 0; known && known.signature !== text; n++) {
      key = `${name}_${n}`;
      known = keys.get(key);
    }
    const used = known ?? { signature: text, below: new Map() };
    keys.set(key, used);
    return { head: key === name ? text : `${key}: ${text}`, used };
  }
}
