import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getNamedType, isListType, getNullableType, GraphQLObjectType, type GraphQLSchema } from "graphql";
import type { Database } from "../../../server/platform/db/database";
import { DECIMALS, OF_ALL_DAYS } from "./world";

/** What the two ends of an interval are in the tables where they are open. */
export const BEGINNING = "0001-01-01";
export const FOREVER = "9999-12-31";

/** A row in API values: references are ids, null is null. Of an identity there is one for each of its states. */
export interface Row {
  id: string;
  values: Map<string, unknown>;
  /** Vietnamese order keys of texts, by field. */
  keys: Map<string, string | null>;
  from: string;
  to: string;
}

export interface Table {
  type: string;
  rows: Row[];
  /** An identity: its rows are states and one of them holds on a day. */
  isDated: boolean;
  isInterval: boolean;
  /** Fields with an order key beside them, and fields that are searched. */
  keyed: Set<string>;
  searched: Set<string>;
}

const snake = (name: string): string => name.replace(/(?!^)[A-Z]/g, (c) => `_${c}`).toLowerCase();

/** The columns of every table as tables.md prints them. */
function printedColumns(): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>();
  let at = new Set<string>();
  for (const line of readFileSync(join(__dirname, "../../../schema/tables.md"), "utf8").split("\n")) {
    const title = /^## (\w+)/.exec(line);
    const column = /^\| `(\w+)`/.exec(line);
    if (title) out.set(title[1], (at = new Set()));
    else if (column) at.add(column[1]);
  }
  return out;
}

interface Reading {
  field: string;
  column: string;
  scalar: string;
  isList: boolean;
  /** Of a decimal number: how many decimals its column keeps. */
  decimals?: number;
}

/** How the fields of a type are read from a table, by the printed type alone. */
function readings(type: GraphQLObjectType, columns: Set<string>): Reading[] {
  const out: Reading[] = [];
  for (const field of Object.values(type.getFields())) {
    const named = getNamedType(field.type);
    const isReference = named instanceof GraphQLObjectType;
    const column = snake(field.name) + (isReference ? "_id" : "");
    if (!columns.has(column)) continue;
    const scalar = isReference ? "ID" : named.name;
    out.push({
      field: field.name,
      column,
      scalar,
      isList: isListType(getNullableType(field.type)),
      decimals: DECIMALS[`${type.name}.${field.name}`],
    });
  }
  return out;
}

function apiValue({ field, scalar, isList, decimals }: Reading, stored: unknown): unknown {
  if (stored === null) return null;
  if (field === "validFrom" && stored === BEGINNING) return null;
  if (field === "validTo" && stored === FOREVER) return null;
  if (isList || scalar === "Value") return JSON.parse(stored as string) as unknown;
  if (scalar === "Boolean") return Number(stored) === 1;
  if (scalar === "Int") return Number(stored);
  if (scalar === "Decimal") return (Number(stored) / 10 ** decimals!).toString();
  return String(stored);
}

interface Loaded {
  values: Map<string, unknown>;
  keys: Map<string, string | null>;
}

async function load(database: Database, table: string, read: Reading[], keyed: Reading[]): Promise<Loaded[]> {
  const columns = [
    ...read.map((r) => (r.scalar === "Vnd" ? `CAST(\`${r.column}\` AS CHAR)` : `\`${r.column}\``)),
    ...keyed.map((r) => `\`${r.column}_key\``),
  ];
  const rows = await database.read(`SELECT ${columns.join(", ")} FROM \`${table}\``);
  return rows.map((row) => ({
    values: new Map(read.map((r, i) => [r.field, apiValue(r, row[i])])),
    keys: new Map(keyed.map((r, i) => [r.field, row[read.length + i] as string | null])),
  }));
}

const dayOf = (values: Map<string, unknown>, field: string, open: string): string =>
  (values.get(field) as string | null | undefined) ?? open;

/** Loads every table behind a type of the printed schema. */
export async function loadTables(schema: GraphQLSchema, database: Database): Promise<Map<string, Table>> {
  const printed = printedColumns();
  const out = new Map<string, Table>();
  for (const type of Object.values(schema.getTypeMap())) {
    const columns = printed.get(snake(type.name));
    if (!(type instanceof GraphQLObjectType) || !columns || !schema.getType(`${type.name}List`)) continue;
    out.set(type.name, await loadTable(schema, database, type, columns, printed));
  }
  return out;
}

async function loadTable(
  schema: GraphQLSchema,
  database: Database,
  type: GraphQLObjectType,
  columns: Set<string>,
  printed: Map<string, Set<string>>,
): Promise<Table> {
  const name = snake(type.name);
  const isDated = schema.getType(`${type.name}State`) instanceof GraphQLObjectType;
  const stated = isDated ? printed.get(`${name}_state`)! : columns;
  const read = readings(type, columns);
  const states = isDated ? readings(type, stated).filter((r) => r.field !== "id") : read;
  const keyed = states.filter((r) => stated.has(`${r.column}_key`));
  const searched = states.filter((r) => stated.has(`${r.column}_folded`));
  let rows = await load(database, name, read, isDated ? [] : keyed);
  if (isDated) {
    const owner: Reading = { field: "id", column: `${name}_id`, scalar: "ID", isList: false };
    const base = new Map(rows.map((r) => [r.values.get("id"), r.values]));
    const loaded = await load(database, `${name}_state`, [owner, ...states], keyed);
    rows = loaded.map((r) => ({ keys: r.keys, values: new Map([...base.get(r.values.get("id"))!, ...r.values]) }));
  }
  return {
    type: type.name,
    rows: rows.map(({ values, keys }) => ({
      id: values.get("id") as string,
      values,
      keys,
      from: dayOf(values, "validFrom", BEGINNING),
      to: dayOf(values, "validTo", FOREVER),
    })),
    isDated,
    isInterval:
      !isDated && !type.name.endsWith("State") && "validFrom" in type.getFields() && !OF_ALL_DAYS.includes(type.name),
    keyed: new Set(keyed.map((r) => r.field)),
    searched: new Set(searched.map((r) => r.field)),
  };
}
