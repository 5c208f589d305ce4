import { inList, listParameter, type Parameter, type Transaction } from "../db/database";
import { Outrun } from "../db/failures";
import { foldedLength, ORDER_LENGTH } from "../db/tables";
import type { Stored } from "../kinds/kind";
import { quoted } from "../planner/statement";
import type { Field, Resource } from "../registry/registry";
import { mayLetGo } from "../registry/uniques";
import { fold } from "../text/fold";
import { sortKey } from "../text/sort-key";
import { fieldsOf, isSame, type Values, type Write } from "./change";
import { sharedKey } from "./uniques";
import type { Work } from "./work";
import { inOrder } from "./write-order";

const ROWS = 500;

/** Writes rows in as few statements as there are tables and sorts of writing, five hundred rows a statement. */
export class Writing {
  constructor(private readonly tx: Transaction) {}

  async run(work: Work): Promise<void> {
    await this.bump(work);
    await this.release(work);
    for (const writes of inOrder(work.writes)) {
      if (writes[0].action === "CREATE") await this.insert(work, writes);
      else if (writes[0].action === "UPDATE") await this.update(work, writes);
      else await this.delete(writes);
    }
  }

  /** Identities of which only states are written: their version is raised all the same. */
  private async bump(work: Work): Promise<void> {
    const written = new Set(work.writes.filter((w) => w.stateId === null).map((w) => `${w.resource.table}:${w.id}`));
    const byResource = new Map<Resource, number[][]>();
    for (const [key, v] of work.versions) {
      if (written.has(key) || v.before === null || v.after === null) continue;
      byResource.set(v.resource, [...(byResource.get(v.resource) ?? []), [v.id, v.before, v.after]]);
    }
    for (const [resource, rows] of byResource) await this.set(resource.table, ["version"], rows, true);
  }

  /**
   * Unique values that one row of the batch gives up and another takes are let go first: the engines look at their
   * unique keys row by row, so that two rows could not swap their codes otherwise.
   */
  private async release(work: Work): Promise<void> {
    const writes = work.writes.filter((w) => w.stateId === null);
    for (const resource of new Set(writes.map((w) => w.resource))) {
      for (const fields of resource.uniques) {
        const moved = writes.filter((w) => w.resource === resource && fields.some((f) => isWritten(f, w)));
        const taken = new Set(moved.map((w) => sharedKey(fields, w.after)));
        const holders = moved.filter(
          (w) => sharedKey(fields, w.before) !== null && taken.has(sharedKey(fields, w.before)),
        );
        const field = fields.findLast(mayLetGo);
        if (holders.length === 0 || !field) continue;
        const rows = holders.map((w) => [w.id, field.required ? `\u0001${w.id}` : null]);
        await this.set(resource.table, [field.column], rows, false);
      }
    }
  }

  private async insert(work: Work, writes: Write[]): Promise<void> {
    const { resource, stateId } = writes[0];
    const fields = fieldsOf(writes[0]);
    const head = stateId === null ? ["id", "version"] : ["id", resource.states!.owner];
    const columns = [...head, ...fields.flatMap(columnsOf)];
    const rows = writes.map((w) => {
      const first = stateId === null ? [w.id, work.versionsOf(resource, w.id).after!] : [w.stateId!, w.id];
      return [...first, ...fields.flatMap((f) => storedOf(f, w.after![f.name]))];
    });
    await this.insertRows(tableOf(writes[0]), columns, rows);
  }

  /** Many rows into one table. */
  async insertRows(table: string, columns: string[], rows: Parameter[][]): Promise<void> {
    const one = `(${columns.map(() => "?").join(", ")})`;
    for (let at = 0; at < rows.length; at += ROWS) {
      const part = rows.slice(at, at + ROWS);
      const sql = `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(", ")}) VALUES ${part.map(() => one).join(", ")}`;
      await this.tx.run(sql, part.flat());
    }
  }

  /** The columns that any row of the batch changes; the others are given what they hold, which the version vouches for. */
  private async update(work: Work, writes: Write[]): Promise<void> {
    const { resource, stateId } = writes[0];
    const fields = fieldsOf(writes[0]).filter((f) => writes.some((w) => isWritten(f, w)));
    const columns = fields.flatMap(columnsOf);
    const rows = writes.map((w) => {
      const values = fields.flatMap((f) => storedOf(f, (w.after![f.name] ?? null) as unknown));
      const v = work.versionsOf(resource, w.id);
      return stateId === null ? [w.id, v.before!, v.after!, ...values] : [w.stateId!, ...values];
    });
    const secrets = fields.filter((f) => f.kind.name === "secret");
    if (secrets.length > 0) return this.updateWithSecrets(work, writes, fields);
    await this.set(tableOf(writes[0]), stateId === null ? ["version", ...columns] : columns, rows, stateId === null);
  }

  /** A secret is not read, so rows that keep theirs must leave the column alone: rows one by one. */
  private async updateWithSecrets(work: Work, writes: Write[], fields: Field[]): Promise<void> {
    for (const w of writes) {
      const own = fields.filter((f) => isWritten(f, w));
      const v = work.versionsOf(w.resource, w.id);
      await this.set(
        tableOf(w),
        ["version", ...own.flatMap(columnsOf)],
        [[w.id, v.before!, v.after!, ...own.flatMap((f) => storedOf(f, w.after![f.name]))]],
        true,
      );
    }
  }

  /**
   * Compare-and-set of rows with different values: five hundred in one statement. `columns` are set from each row's
   * values after its id and, where versions count, the version it must still have.
   */
  async set(table: string, columns: string[], rows: Parameter[][], isVersioned: boolean): Promise<void> {
    const first = isVersioned ? 2 : 1;
    for (let at = 0; at < rows.length; at += ROWS) {
      const part = rows.slice(at, at + ROWS);
      const changed =
        this.tx.engine === "sqlite"
          ? await this.setFromJson(table, columns, part, first)
          : await this.setFromUnion(table, columns, part, first);
      if (changed !== part.length) throw new Outrun();
    }
  }

  private setFromJson(table: string, columns: string[], rows: Parameter[][], first: number): Promise<number> {
    // 64-bit amounts do not survive JSON as numbers: they travel as text and are cast.
    const isBig = columns.map((_, i) => rows.some((r) => typeof r[i + first] === "bigint"));
    const sets = columns.map(
      (c, i) => `${quoted(c)} = ${isBig[i] ? `CAST(v.value ->> ${i + first} AS INTEGER)` : `v.value ->> ${i + first}`}`,
    );
    const json = JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value));
    const version = first === 2 ? " AND t.`version` = v.value ->> 1" : "";
    return this.tx.run(
      `UPDATE ${quoted(table)} AS t SET ${sets.join(", ")} FROM json_each(?) v WHERE t.\`id\` = v.value ->> 0${version}`,
      [json],
    );
  }

  private setFromUnion(table: string, columns: string[], rows: Parameter[][], first: number): Promise<number> {
    const width = columns.length + first;
    const head = `SELECT ${Array.from({ length: width }, (_, i) => `? AS c${i}`).join(", ")}`;
    const rest = ` UNION ALL SELECT ${Array.from({ length: width }, () => "?").join(", ")}`;
    const sets = columns.map((c, i) => `t.${quoted(c)} = v.c${i + first}`);
    const version = first === 2 ? " AND t.`version` = v.c1" : "";
    const sql = `UPDATE ${quoted(table)} t JOIN (${head}${rest.repeat(rows.length - 1)}) v ON t.\`id\` = v.c0${version} SET ${sets.join(", ")}`;
    return this.tx.run(sql, rows.flat());
  }

  private async delete(writes: Write[]): Promise<void> {
    const ids = writes.map((w) => w.stateId ?? w.id);
    const sql = `DELETE FROM ${quoted(tableOf(writes[0]))} WHERE ${inList(this.tx.engine, "`id`")}`;
    if ((await this.tx.run(sql, [listParameter(this.tx.engine, ids)])) !== ids.length) throw new Outrun();
  }
}

/** A secret without a new value is left as it is: it cannot be read, so it cannot be written back. */
const isWritten = (field: Field, write: Write): boolean =>
  field.kind.name === "secret"
    ? write.after?.[field.name] != null
    : !isSame(write.before?.[field.name], write.after?.[field.name]);

const tableOf = (write: Write): string =>
  write.stateId === null ? write.resource.table : write.resource.states!.table;

/** A field's own column and the companions that search and order it. */
function columnsOf(field: Field): string[] {
  const columns = [field.column];
  if (field.orderColumn !== field.column) columns.push(field.orderColumn);
  if (field.foldedColumn) columns.push(field.foldedColumn);
  return columns;
}

function storedOf(field: Field, value: unknown): Stored[] {
  const { kind } = field;
  const own = value == null ? (kind.storedNull ?? null) : kind.encode ? kind.encode(value) : (value as Stored);
  const out = [own];
  const said = value as string | null;
  if (field.orderColumn !== field.column) out.push(said == null ? null : sortKey(said, ORDER_LENGTH));
  if (field.foldedColumn) out.push(said == null ? null : cut(fold(said), foldedLength(field)));
  return out;
}

/** The first characters of a text, none of them cut in half: an emoji is one for the databases and two for JavaScript. */
const cut = (text: string, length: number): string =>
  text.length <= length ? text : [...text].slice(0, length).join("");

/** The fields of a write that history keeps: all at the beginning and end of a row's life, in between what changed. */
export function imagesOf(write: Write): { before: Values | null; after: Values | null } {
  const { before, after } = write;
  const was: Values | null = before && {};
  const is: Values | null = after && {};
  for (const { name, kind } of fieldsOf(write)) {
    if (kind.name === "secret" || isSame(before?.[name], after?.[name])) continue;
    if (was) was[name] = before![name] ?? null;
    if (is) is[name] = after![name] ?? null;
  }
  return { before: was, after: is };
}
