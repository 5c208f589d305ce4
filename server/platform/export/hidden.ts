import { requestOf, type Context } from "../context";
import { inList, listParameter } from "../db/database";
import { titlesOf } from "../import/rows-on-day";
import { Meter } from "../planner/request";
import { fragment, Source } from "../planner/statement";
import { all, Where } from "../planner/where";
import { scopeOf, type Person } from "../policy/policy";
import type { Field, Resource } from "../registry/registry";
import { readableField } from "./columns";

/**
 * References to rows that do not hold on the day: the commune that a commune becomes part of six years later. The API
 * answers null for them; a file says them, by title and id, because an empty cell would take them away when the file
 * comes back. What a person's part of the organisation hides stays hidden.
 */
export class HiddenReferences {
  constructor(
    private readonly context: Context & { person: Person },
    private readonly asOf: string | null,
  ) {}

  /** Words for the references of a field that the API does not show, by the id of the row that has them. */
  async of(resource: Resource, field: Field, target: Resource, rowIds: string[]): Promise<Map<string, string>> {
    const canHide = target.states !== null || (target.interval && this.asOf !== null);
    const { person } = this.context;
    if (rowIds.length === 0 || !canHide || scopeOf(target.policy, person)) return new Map();
    const { database, clock } = this.context.services;
    const found = await this.pointers(resource, field, rowIds);
    const targets = [...new Set(found.map(([, id]) => id))];
    if (targets.length === 0) return new Map();
    const read = { engine: database.engine, all: database.read.bind(database) };
    const isReadable = readableField(target, target.byName.get(target.title), person) !== null;
    const titles = isReadable
      ? await titlesOf(read, target, targets, this.asOf ?? clock.today())
      : new Map<number, string>();
    return new Map(found.map(([row, id]) => [String(row), `${titles.get(id)?.trim() || "—"} [#${id}]`]));
  }

  private async pointers(resource: Resource, field: Field, rowIds: string[]): Promise<[number, number][]> {
    const request = requestOf(this.context, new Meter());
    const { engine } = request.database;
    const source = new Source(resource, request);
    const column = source.column(field);
    const condition = all([
      fragment(inList(engine, source.id), listParameter(engine, rowIds.map(Number))),
      fragment(`${column} IS NOT NULL`),
      ...new Where(request, this.asOf).visible(source),
    ]);
    const sql = `SELECT ${source.id}, ${column} FROM ${source.from()} WHERE ${condition.sql}`;
    return (await request.database.read(sql, condition.parameters)) as [number, number][];
  }
}
