import { inList, listParameter, type Parameter, type Row, type Transaction } from "../db/database";
import { quoted } from "../planner/statement";
import type { Field, Resource } from "../registry/registry";
import { fold } from "../text/fold";

/** A day on which rows are looked for; null where it does not matter. */
type Day = string | null;

const columnOf = (resource: Resource, field: Field, name = field.column): string =>
  `${resource.states && field.dated ? "s" : "b"}.${quoted(name)}`;

/** A resource as it stands on a day: an identity with its state of the day, an interval row where it holds then. */
function from(resource: Resource, day: Day): { sql: string; where: string; parameters: Parameter[] } {
  const { table, states } = resource;
  const base = `${quoted(table)} b`;
  const holds = (alias: string): string => `${alias}.valid_from <= ? AND ${alias}.valid_to > ?`;
  const days: Parameter[] = day === null ? [] : [day, day];
  if (states) {
    const on = day === null ? "" : ` AND ${holds("s")}`;
    return {
      sql: `${base} JOIN ${quoted(states.table)} s ON s.${quoted(states.owner)} = b.\`id\`${on}`,
      where: "",
      parameters: days,
    };
  }
  if (!resource.interval || day === null) return { sql: base, where: "", parameters: [] };
  return { sql: base, where: ` AND ${holds("b")}`, parameters: days };
}

/** Values of a field, one of which a row has to hold. */
export interface Held {
  field: Field;
  values: readonly unknown[];
}

/** Rows that hold one of the values in a field, with other fields of theirs: one statement. */
export async function rowsHolding(
  tx: Pick<Transaction, "all" | "engine">,
  resource: Resource,
  field: Field,
  values: readonly unknown[],
  fields: readonly (Field | null)[],
  day: Day,
  further: readonly Held[] = [],
): Promise<Row[]> {
  if (values.length === 0) return [];
  const source = from(resource, day);
  const held = [{ field, values }, ...further].map((h) => among(tx, resource, h.field, h.values));
  const column = held.map((h) => h.column).join(" AND ");
  const parameters = held.flatMap((h) => h.parameters);
  const selected = fields.map((f) => (f ? selectOf(tx, resource, f) : "NULL"));
  return tx.all(
    `SELECT DISTINCT b.\`id\`${selected.map((c) => `, ${c}`).join("")} FROM ${source.sql} WHERE ${column}${source.where} ORDER BY b.\`id\``,
    [
      ...source.parameters.slice(0, resource.states ? 2 : 0),
      ...parameters,
      ...(resource.states ? [] : source.parameters),
    ],
  );
}

/** The titles of rows by id, as they are on a day or, where a row does not hold then, as they ever were. */
export async function titlesOf(
  tx: Pick<Transaction, "all" | "engine">,
  resource: Resource,
  ids: readonly number[],
  day: string,
): Promise<Map<number, string>> {
  const title = resource.byName.get(resource.title)!;
  const out = new Map<number, string>();
  for (const when of resource.states ? [day, null] : [null]) {
    const wanted = ids.filter((id) => !out.has(id));
    if (wanted.length === 0) break;
    const source = from(resource, when);
    const found = await tx.all(
      `SELECT b.\`id\`, ${selectOf(tx, resource, title)} FROM ${source.sql} WHERE ${inList(tx.engine, "b.`id`")}`,
      [...source.parameters, listParameter(tx.engine, wanted)],
    );
    for (const [id, text] of found) out.set(id as number, title.kind.toText(decoded(title, text), "vi"));
  }
  return out;
}

/** Fields of rows by id, as they were from day to day: an identity's in every state of it. */
export async function valuesEver(
  tx: Pick<Transaction, "all" | "engine">,
  resource: Resource,
  ids: readonly number[],
  names: readonly string[],
): Promise<Map<number, { from: string; values: Record<string, unknown> }[]>> {
  const out = new Map<number, { from: string; values: Record<string, unknown> }[]>();
  if (ids.length === 0) return out;
  const source = from(resource, null);
  const fields = names.map((name) => resource.byName.get(name)!);
  const since = resource.states ? "s.`valid_from`" : "NULL";
  const found = await tx.all(
    `SELECT b.\`id\`, ${[since, ...fields.map((f) => selectOf(tx, resource, f))].join(", ")} FROM ${source.sql} WHERE ${inList(tx.engine, "b.`id`")} ORDER BY b.\`id\`, ${since}`,
    [listParameter(tx.engine, ids)],
  );
  for (const [id, since, ...stored] of found) {
    const values = Object.fromEntries(fields.map((f, i) => [f.name, decoded(f, stored[i])]));
    const own = out.get(id as number) ?? [];
    out.set(id as number, [...own, { from: String(since ?? ""), values }]);
  }
  return out;
}

/** Those of the ids that are there on a day. */
export async function thereOn(
  tx: Pick<Transaction, "all" | "engine">,
  resource: Resource,
  ids: readonly number[],
  day: string,
): Promise<number[]> {
  if (ids.length === 0) return [];
  const source = from(resource, resource.states ? day : null);
  const found = await tx.all(`SELECT b.\`id\` FROM ${source.sql} WHERE ${inList(tx.engine, "b.`id`")}`, [
    ...source.parameters,
    listParameter(tx.engine, ids),
  ]);
  return found.map(([id]) => id as number);
}

/** Rows of a resource on a day by id and title: those that share a word with a text where one is given, at most so many. */
export async function titlesOn(
  tx: Pick<Transaction, "all" | "engine">,
  resource: Resource,
  day: string,
  text: string | null,
  limit: number,
): Promise<[id: number, title: string][]> {
  const title = resource.byName.get(resource.title)!;
  if (title.kind.target) return [];
  const source = from(resource, day);
  const [word] = fold(text ?? "")
    .split(/[^\p{L}\p{N}]+/u)
    .sort((a, b) => b.length - a.length);
  const searched =
    word && title.foldedColumn ? ` AND INSTR(${columnOf(resource, title, title.foldedColumn)}, ?) > 0` : "";
  const found = await tx.all(
    `SELECT DISTINCT b.\`id\`, ${columnOf(resource, title)} FROM ${source.sql} WHERE 1 = 1${source.where}${searched} LIMIT ${limit}`,
    [...source.parameters, ...(searched ? [word] : [])],
  );
  return found.map(([id, said]) => [id as number, String(said)]);
}

function among(
  tx: Pick<Transaction, "engine">,
  resource: Resource,
  field: Field,
  values: readonly unknown[],
): { column: string; parameters: Parameter[] } {
  // A code is found letter by letter, which has an index; a name as it is folded.
  const isFolded = field.foldedColumn !== null && field.kind.name === "text";
  const column = columnOf(resource, field, isFolded ? field.foldedColumn! : field.column);
  const stored = values.map((value) =>
    isFolded ? fold(String(value)) : ((field.kind.encode ? field.kind.encode(value) : value) as string | number),
  );
  // Amounts and numbers are compared as numbers.
  const list = [...new Set(stored.map((v) => (typeof v === "bigint" ? String(v) : v)))];
  return { column: inList(tx.engine, column), parameters: [listParameter(tx.engine, list)] };
}

const selectOf = (tx: Pick<Transaction, "engine">, resource: Resource, field: Field): string => {
  const column = columnOf(resource, field);
  return field.kind.select ? field.kind.select(tx.engine, column) : column;
};

/** A stored value as the API writes it. */
export const decoded = ({ kind }: Field, stored: unknown): unknown => (kind.decode ? kind.decode(stored) : stored);
