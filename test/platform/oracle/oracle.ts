import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildSchema,
  executeSync,
  getNamedType,
  GraphQLObjectType,
  parse,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from "graphql";
import type { Database } from "../../../server/platform/db/database";
import { holds, type Beyond, type Input } from "./filter";
import { compare, orderable, type Orderable, type SortBy } from "./order";
import { loadTables, type Row, type Table } from "./tables";
import {
  DEFAULT_SORTS,
  LINKS,
  OPEN_HISTORY,
  SCOPED_HISTORY,
  SCOPES,
  SEARCHED_REFERENCES,
  TITLES,
  mayRead,
  type Viewer,
} from "./world";

/** A row on its way through graphql-js, with the day that is inherited below it. */
interface Shown {
  type: string;
  row: Row;
  day: string | null;
}
interface Page {
  items: Shown[];
  total: number;
}
interface Arguments {
  id?: string;
  filter?: Input | null;
  sort?: Record<string, "ASC" | "DESC">[] | null;
  offset?: number | null;
  limit?: number | null;
  asOf?: string | null;
}

export const printedSchema = (): GraphQLSchema =>
  buildSchema(readFileSync(join(__dirname, "../../../schema/schema.graphql"), "utf8"));

/**
 * Answers reads of resources by filtering arrays, under graphql-js on the printed schema: slow, plain, and without a
 * line of the planner's.
 */
export class Oracle {
  private readonly links = new Map<string, Map<unknown, Row[]>>();

  private constructor(
    readonly schema: GraphQLSchema,
    readonly tables: Map<string, Table>,
    private readonly today: string,
  ) {}

  static async of(database: Database, today: string): Promise<Oracle> {
    const schema = printedSchema();
    return new Oracle(schema, await loadTables(schema, database), today);
  }

  answer(viewer: Viewer, query: string, variables: Record<string, unknown>): unknown {
    const eyes = new Eyes(this, viewer, this.today);
    const result = executeSync({
      schema: this.schema,
      document: parse(query),
      variableValues: variables,
      rootValue: {},
      fieldResolver: eyes.resolve,
    });
    if (result.errors) throw new Error(result.errors.map((e) => e.message).join("; "));
    return result.data;
  }

  /** Rows of a type by the value of one of their fields. */
  by(type: string, field: string, value: unknown): Row[] {
    const name = `${type}.${field}`;
    let index = this.links.get(name);
    if (!index) {
      index = new Map();
      for (const row of this.tables.get(type)!.rows) {
        const key = row.values.get(field);
        const known = index.get(key);
        if (known) known.push(row);
        else index.set(key, [row]);
      }
      this.links.set(name, index);
    }
    return index.get(value) ?? [];
  }

  typeOf(type: string, field: string): string {
    return getNamedType((this.schema.getType(type) as GraphQLObjectType).getFields()[field].type).name;
  }
}

/** The figures of a procedure and the kind of catalog each looks at. */
const FIGURES: Record<string, string> = {
  postalLegs: "POSTAL",
  listedLevel: "ONLINE",
  listedLevelScheme: "ONLINE",
  presenceRequired: "EXCLUDED",
};

/** The figures of a program. */
const MONEY = ["budgetVnd", "committedVnd", "paidVnd", "remainingVnd"];

/** The data as one person sees it. */
class Eyes {
  private readonly own: Set<string>;

  constructor(
    private readonly oracle: Oracle,
    private readonly viewer: Viewer,
    private readonly today: string,
  ) {
    this.own = this.subtree();
  }

  resolve: GraphQLFieldResolver<unknown, unknown> = (source, given, _context, info) => {
    const args = given as Arguments;
    const named = getNamedType(info.returnType).name;
    if (info.parentType.name === "Query") {
      const day = args.asOf ?? null;
      if (args.id !== undefined) return this.shown(named, this.byId(named, args.id, day), day);
      const type = named.replace(/List$/, "");
      return this.page(type, this.visible(type, this.oracle.tables.get(type)!.rows, day), args, day);
    }
    if (!this.oracle.tables.has(info.parentType.name)) return (source as Page)[info.fieldName as keyof Page];
    const { type, row, day: inherited } = source as Shown;
    const day = args.asOf !== undefined ? args.asOf : inherited;
    const list = this.listed(type, row, info.fieldName, day);
    if (list) return this.page(list.type, list.rows, args, day);
    if (type === "Procedure" && info.fieldName in FIGURES) return this.figure(row, info.fieldName, day ?? this.today);
    if (type === "SubsidyProgram" && MONEY.includes(info.fieldName)) return this.money(row, info.fieldName);
    const value = row.values.get(info.fieldName);
    return this.oracle.tables.has(named) ? this.shown(named, this.byId(named, value, day), day) : value;
  };

  /** A figure of a procedure: what the entries of catalogs of a kind say of it on the day. */
  private figure(procedure: Row, name: string, day: string): unknown {
    const said = this.oracle
      .by("CatalogEntry", "procedure", procedure.id)
      .filter((e) => e.from <= day && day < e.to)
      .filter((e) => this.oracle.by("Catalog", "id", e.values.get("catalog"))[0].values.get("kind") === FIGURES[name]);
    if (name === "presenceRequired") return said.length > 0;
    // The demo's catalogs are all of one scheme.
    if (name === "listedLevelScheme") return said[0]?.values.get("levelScheme") ?? null;
    if (name === "listedLevel")
      return said.length > 0 ? Math.max(...said.map((e) => e.values.get("level") as number)) : null;
    const legs = said.flatMap((e) => e.values.get("legs") as string[]);
    return said.length > 0 ? ["IN", "OUT"].filter((leg) => legs.includes(leg)) : null;
  }

  /** What a program has, has promised and has spent: sums of whole rows, whoever looks at the program. */
  private money(program: Row, name: string): string {
    const sum = (type: string, field: string, isOne: (row: Row) => boolean): bigint =>
      this.oracle
        .by(type, "program", program.id)
        .filter(isOne)
        .reduce((total, row) => total + BigInt(row.values.get(field) as string), 0n);
    const of = (state: string) => sum("SubsidyClaim", "totalVnd", (row) => row.values.get("state") === state);
    const [budget, committed, paid] = [sum("SubsidyBudgetLine", "amountVnd", () => true), of("APPROVED"), of("PAID")];
    return String([budget, committed, paid, budget - committed - paid][MONEY.indexOf(name)]);
  }

  private shown(type: string, row: Row | undefined, day: string | null): Shown | null {
    return row ? { type, row, day } : null;
  }

  private byId(type: string, id: unknown, day: string | null): Row | undefined {
    return id === null ? undefined : this.visible(type, this.oracle.by(type, "id", id), day)[0];
  }

  /** Rows that hold on the day and are the person's to see. */
  private visible(type: string, rows: Row[], day: string | null): Row[] {
    const { isDated, isInterval } = this.oracle.tables.get(type)!;
    const at = isDated ? (day ?? this.today) : isInterval ? day : null;
    return rows.filter((r) => (at === null || (r.from <= at && at < r.to)) && this.isSeen(type, r));
  }

  private isSeen(type: string, row: Row): boolean {
    if (this.viewer.isAdministrator) return true;
    const value = (field: string) => row.values.get(field) as string;
    if (type === "ChangeSet")
      return this.oracle.by("ChangeRow", "changeSet", row.id).some((r) => this.isSeen("ChangeRow", r));
    if (SCOPES[type]) return SCOPES[type].some((field) => this.own.has(value(field)));
    if (type !== "ChangeRow" || OPEN_HISTORY.includes(value("resource"))) return true;
    if (!SCOPED_HISTORY.includes(value("resource"))) return false;
    return this.byId(value("resource"), value("rowId"), null) !== undefined;
  }

  /** The person's agency and what stands below it today. */
  private subtree(): Set<string> {
    const own = new Set<string>();
    const add = (id: string): void => {
      if (own.has(id)) return;
      own.add(id);
      for (const r of this.oracle.by("Agency", "parent", id)) if (r.from <= this.today && this.today < r.to) add(r.id);
    };
    if (this.viewer.agencyId) add(this.viewer.agencyId);
    return own;
  }

  private listed(type: string, row: Row, field: string, day: string | null): { type: string; rows: Row[] } | undefined {
    if (field === "history") {
      const rows = this.oracle.by("ChangeRow", "rowId", row.id).filter((r) => r.values.get("resource") === type);
      return { type: "ChangeRow", rows: this.visible("ChangeRow", rows, day) };
    }
    const via = LINKS[`${type}.${field}`];
    if (!via) return undefined;
    const target = this.oracle.typeOf(type, field).replace(/List$/, "");
    return { type: target, rows: this.visible(target, this.oracle.by(target, via, row.id), day) };
  }

  private beyond(day: string | null): Beyond {
    const referred = (type: string, row: Row, field: string) => {
      const target = this.oracle.typeOf(type, field);
      const found = this.byId(target, row.values.get(field), day);
      return found && { type: target, row: found };
    };
    const own = (type: string, row: Row) =>
      [...this.oracle.tables.get(type)!.searched]
        .filter((f) => mayRead(this.viewer, type, f))
        .map((f) => row.values.get(f) as string | null)
        .filter((t) => t !== null);
    return {
      referred,
      listed: (type, row, field) => this.listed(type, row, field, day),
      texts: (type, row) => [
        ...own(type, row),
        ...(SEARCHED_REFERENCES[type] ?? []).flatMap((field) => {
          const target = referred(type, row, field);
          return target ? own(target.type, target.row) : [];
        }),
      ],
    };
  }

  private page(type: string, rows: Row[], args: Arguments, day: string | null): Page {
    const { filter, sort } = args;
    const beyond = this.beyond(day);
    const found = filter ? rows.filter((row) => holds(beyond, type, row, filter)) : rows;
    const asked = (sort ?? []).flatMap((s) =>
      Object.entries(s).map(([field, order]) => ({ field, descending: order === "DESC" })),
    );
    const ordered = this.ordered(type, found, asked, day);
    const from = args.offset ?? 0;
    const items = ordered.slice(from, from + (args.limit ?? 25));
    return { items: items.map((row) => ({ type, row, day })), total: found.length };
  }

  private ordered(type: string, rows: Row[], asked: SortBy[], day: string | null): Row[] {
    const byDefault = (DEFAULT_SORTS[type] ?? [TITLES[type]!]).map((s) => ({
      field: s.replace("-", ""),
      descending: s.startsWith("-"),
    }));
    const sorts = asked.length > 0 ? asked : byDefault;
    // Latest first stays latest first among equals.
    const lastDescends = asked.length === 0 && byDefault[0].descending;
    const keyed = rows.map((row) => ({ row, by: sorts.map((s) => this.orderBy(type, row, s.field, day)) }));
    keyed.sort((a, b) => {
      for (let i = 0; i < sorts.length; i++) {
        const c = compare(a.by[i], b.by[i]);
        if (c !== 0) return sorts[i].descending ? -c : c;
      }
      return (Number(a.row.id) - Number(b.row.id)) * (lastDescends ? -1 : 1);
    });
    return keyed.map((k) => k.row);
  }

  private orderBy(type: string, row: Row, field: string, day: string | null): Orderable {
    const named = this.oracle.typeOf(type, field);
    if (!this.oracle.tables.has(named))
      return orderable(row, field, ["ID", "Int", "Decimal"].includes(named), named === "Vnd");
    const title = TITLES[named];
    if (!title || this.oracle.tables.has(this.oracle.typeOf(named, title))) return orderable(row, field, true, false);
    const target = this.byId(named, row.values.get(field) ?? null, day);
    return target ? orderable(target, title, false, false) : null;
  }
}
