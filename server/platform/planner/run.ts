import { inList, listParameter, type Parameter, type Row } from "../db/database";
import { Figures } from "./figures";
import type { FigureNode, Selected } from "./plan";
import type { PreparedList, PreparedOne, PreparedRows } from "./prepare";
import type { Request } from "./request";
import { constructorOf, setOwn, type ResponseObject } from "./shape";
import type { Source } from "./statement";

/** Sends the statements of what was prepared and links their rows: one statement per node, one more for a total. */
export class Running {
  private readonly figures: Figures;

  constructor(private readonly request: Request) {
    this.figures = new Figures(request.database);
  }

  async one(prepared: PreparedOne): Promise<ResponseObject | null> {
    const { source, condition, rows } = prepared;
    const columns = selected(source, rows.plan.columns);
    const found = await this.read(
      `SELECT ${columns.join(", ")} FROM ${source.from()} WHERE ${condition.sql}`,
      condition.parameters,
    );
    return found.length === 0 ? null : (await this.objects(rows, found))[0];
  }

  async list(prepared: PreparedList): Promise<ResponseObject> {
    const { items, total, limit, offset } = prepared;
    const pages = items.map(async ({ source, condition, order, rows }) => {
      const columns = selected(source, rows.plan.columns);
      const sql = `SELECT ${columns.join(", ")} FROM ${source.from()} WHERE ${condition.sql} ORDER BY ${order.sql} LIMIT ? OFFSET ?`;
      return this.objects(rows, await this.read(sql, [...condition.parameters, ...order.parameters, limit, offset]));
    });
    const counted =
      total &&
      this.read(`SELECT COUNT(*) FROM ${total.source.from()} WHERE ${total.condition.sql}`, total.condition.parameters);
    const [found, count] = await Promise.all([Promise.all(pages), counted]);
    return this.page(prepared, found, count ? Number(count[0][0]) : 0);
  }

  /** Only the ids of a list's rows, whatever its limit says. */
  async ids({ items: [{ source, condition, order }] }: PreparedList, most: number): Promise<string[]> {
    const { id } = source;
    const sql = `SELECT ${id} FROM ${source.from()} WHERE ${condition.sql} ORDER BY ${order.sql} LIMIT ?`;
    const found = await this.read(sql, [...condition.parameters, ...order.parameters, most]);
    return found.map((row) => String(row[0]));
  }

  private page({ node }: PreparedList, items: ResponseObject[][], total: number): ResponseObject {
    const page: ResponseObject = {};
    for (const property of node.properties) {
      const value =
        property.from === "items"
          ? items[property.at]
          : property.from === "total"
            ? total
            : `${node.resource.name}List`;
      setOwn(page, property.key, value);
    }
    return page;
  }

  /** Rows as response objects, with what hangs below them. */
  private async objects(prepared: PreparedRows, rows: Row[]): Promise<ResponseObject[]> {
    const build = constructorOf(prepared.plan);
    const made = rows.map(build);
    const { refs, lists, plan } = prepared;
    if (made.length > 0 && refs.length + lists.length + plan.figures.length > 0) {
      await Promise.all([
        ...plan.figures.map((figure) => this.figure(figure, prepared.day, rows, made)),
        ...refs.map((ref) => this.link(ref, rows, made)),
        ...lists.map((list) => this.children(list, rows, made)),
      ]);
    }
    return made;
  }

  /** A figure of all rows of a node; the same figure under several keys of one node is still loaded once. */
  private async figure(
    { key, figure, index }: FigureNode,
    day: string,
    rows: Row[],
    made: ResponseObject[],
  ): Promise<void> {
    const loader = this.figures.loader(figure, day);
    const values = await loader.loadMany(rows.map((row) => row[index] as number));
    values.forEach((value, i) => {
      if (value instanceof Error) throw value;
      setOwn(made[i], key, value);
    });
  }

  private async link(
    { node, source, condition, rows: below }: PreparedRows["refs"][number],
    rows: Row[],
    made: ResponseObject[],
  ): Promise<void> {
    const ids = distinct(rows, node.index);
    if (ids.length === 0) return;
    const { engine } = this.request.database;
    const columns = selected(source, node.rows.columns);
    const wanted = inList(engine, source.id);
    const found = await this.read(
      `SELECT ${columns.join(", ")} FROM ${source.from()} WHERE ${wanted} AND ${condition.sql}`,
      [listParameter(engine, ids), ...condition.parameters],
    );
    const objects = await this.objects(below, found);
    const at = node.rows.columns.indexOf("id");
    const byId = new Map<unknown, ResponseObject>();
    for (let i = 0; i < found.length; i++) byId.set(found[i][at], objects[i]);
    for (let i = 0; i < rows.length; i++) {
      const target = byId.get(rows[i][node.index]);
      if (target) setOwn(made[i], node.key, target);
    }
  }

  private async children(prepared: PreparedList, rows: Row[], made: ResponseObject[]): Promise<void> {
    const { node, items, total } = prepared;
    const ids = distinct(rows, node.index);
    const [pages, totals] = await Promise.all([
      Promise.all(items.map((item) => this.childPages(prepared, item, ids))),
      total ? this.childTotals(prepared, ids) : null,
    ]);
    for (let i = 0; i < rows.length; i++) {
      const parent = rows[i][node.index];
      const found = pages.map((page) => page.get(parent) ?? []);
      setOwn(made[i], node.key, this.page(prepared, found, totals?.get(parent) ?? 0));
    }
  }

  /** A page under each parent, by one statement: rows numbered within their parent. */
  private async childPages(
    { node, limit, offset }: PreparedList,
    item: PreparedList["items"][number],
    ids: number[],
  ): Promise<Map<unknown, ResponseObject[]>> {
    const { source, condition, order, rows } = item;
    const { engine } = this.request.database;
    const parent = source.raw(node.list!.column);
    const columns = selected(source, rows.plan.columns).map((sql, i) => `${sql} AS c${i}`);
    const inner =
      `SELECT ${[...columns, `${parent} AS p`].join(", ")}, ROW_NUMBER() OVER (PARTITION BY ${parent} ORDER BY ${order.sql}) AS rn ` +
      `FROM ${source.from()} WHERE ${inList(engine, parent)} AND ${condition.sql}`;
    const names = [...columns.map((_, i) => `c${i}`), "p"];
    const found = await this.read(`SELECT ${names.join(", ")} FROM (${inner}) w WHERE rn > ? AND rn <= ? ORDER BY rn`, [
      ...order.parameters,
      listParameter(engine, ids),
      ...condition.parameters,
      offset,
      offset + limit,
    ]);
    const objects = await this.objects(rows, found);
    const out = new Map<unknown, ResponseObject[]>();
    const at = names.length - 1;
    for (let i = 0; i < found.length; i++) {
      const key = found[i][at];
      const page = out.get(key);
      if (page) page.push(objects[i]);
      else out.set(key, [objects[i]]);
    }
    return out;
  }

  private async childTotals({ node, total }: PreparedList, ids: number[]): Promise<Map<unknown, number>> {
    const { source, condition } = total!;
    const { engine } = this.request.database;
    const parent = source.raw(node.list!.column);
    const found = await this.read(
      `SELECT ${parent}, COUNT(*) FROM ${source.from()} WHERE ${inList(engine, parent)} AND ${condition.sql} GROUP BY ${parent}`,
      [listParameter(engine, ids), ...condition.parameters],
    );
    return new Map(found.map((row) => [row[0], Number(row[1])]));
  }

  private read(sql: string, parameters: readonly Parameter[]): Promise<Row[]> {
    return this.request.database.read(sql, parameters);
  }
}

const selected = (source: Source, columns: readonly Selected[]): string[] =>
  columns.length === 0 ? ["1"] : columns.map((c) => source.select(c));

function distinct(rows: Row[], index: number): number[] {
  const ids = new Set<number>();
  for (const row of rows) if (row[index] !== null) ids.add(row[index] as number);
  return [...ids];
}
