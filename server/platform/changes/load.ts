import { inList, listParameter, type Row, type Transaction } from "../db/database";
import type { Person } from "../policy/policy";
import { mayReadField, scopeOf } from "../policy/policy";
import { Meter, type Request } from "../planner/request";
import { scopePredicate } from "../planner/scope";
import { quoted, Source } from "../planner/statement";
import type { Field, Registry, Resource } from "../registry/registry";
import type { Values } from "./change";
import { decoderOf, type Decode } from "./decode";

/** A row as it stands in its table, with the states of an identity in order of their days. */
export interface Stored {
  version: number;
  values: Values;
  states: StoredState[];
}

/** A state with its identity's fixed fields beside its own: the row as people see it while the state holds. */
export interface StoredState {
  id: number;
  values: Values;
}

/** Reads rows inside a unit of work, locked where the engine locks rows. */
export class Loading {
  private readonly request: Request;

  constructor(
    private readonly tx: Transaction,
    private readonly registry: Registry,
    private readonly person: Person | null,
    today: string,
  ) {
    // Only engine, registry, person and day are looked at when scopes are made.
    this.request = {
      database: { engine: tx.engine } as Request["database"],
      registry,
      person,
      today,
      meter: new Meter(),
    };
  }

  /** Rows by id, with their states; an id that is not there, or not the person's to see, is absent. */
  async rows(resource: Resource, ids: readonly number[]): Promise<Map<number, Stored>> {
    const out = new Map<number, Stored>();
    if (ids.length === 0) return out;
    const { fixed, decodeFixed } = readingOf(resource);
    const columns = ["`id`", "`version`", ...fixed.map((f) => this.select(f))];
    const lock = this.tx.engine === "mariadb" ? " FOR UPDATE" : "";
    const found = await this.byIds(
      `SELECT ${columns.join(", ")} FROM ${quoted(resource.table)} WHERE`,
      "`id`",
      ids,
      ` ORDER BY \`id\`${lock}`,
    );
    const visible = await this.visible(
      resource,
      found.map((r) => r[0] as number),
    );
    for (const row of found) {
      const id = row[0] as number;
      if (visible.has(id)) out.set(id, { version: row[1] as number, values: decodeFixed(row, NONE), states: [] });
    }
    if (resource.states) await this.addStates(resource, out);
    return out;
  }

  private async addStates(resource: Resource, identities: Map<number, Stored>): Promise<void> {
    if (identities.size === 0) return;
    const { table, owner } = resource.states!;
    const { dated, decodeDated } = readingOf(resource);
    const columns = ["`id`", quoted(owner), ...dated.map((f) => this.select(f))];
    const found = await this.byIds(
      `SELECT ${columns.join(", ")} FROM ${quoted(table)} WHERE`,
      quoted(owner),
      [...identities.keys()],
      " ORDER BY `valid_from`",
    );
    for (const row of found) {
      const identity = identities.get(row[1] as number)!;
      identity.states.push({ id: row[0] as number, values: decodeDated(row, identity.values) });
    }
  }

  /** Those of the ids whose rows are the person's to see. */
  async visible(resource: Resource, ids: readonly number[]): Promise<Set<number>> {
    if (ids.length === 0 || scopeOf(resource.policy, this.person) === null) return new Set(ids);
    const source = new Source(resource, this.request);
    const scope = scopePredicate(source, this.request)!;
    const found = await this.tx.all(
      `SELECT ${source.id} FROM ${source.from()} WHERE ${inList(this.tx.engine, source.id)} AND ${scope.sql}`,
      [listParameter(this.tx.engine, ids), ...scope.parameters],
    );
    return new Set(found.map((r) => r[0] as number));
  }

  /** Those of the ids whose rows may be named to the person by their titles. */
  async nameable(resource: Resource, ids: readonly number[]): Promise<Set<number>> {
    const isReadable = this.person === null || mayReadField(resource.policy, resource.title, this.person);
    return isReadable ? this.visible(resource, ids) : new Set();
  }

  /** Those of the ids that exist and, where that is asked, are the person's to see: what a reference may name. */
  async existing(resource: Resource, ids: readonly number[], inScope = true): Promise<Set<number>> {
    const found = await this.byIds(`SELECT \`id\` FROM ${quoted(resource.table)} WHERE`, "`id`", ids, "");
    const there = found.map((r) => r[0] as number);
    return inScope ? this.visible(resource, there) : new Set(there);
  }

  /** The rows of a plain resource that refer to one of the ids through a field. */
  async referring(resource: Resource, field: Field, ids: readonly number[]): Promise<number[]> {
    const lock = this.tx.engine === "mariadb" ? " FOR UPDATE" : "";
    const found = await this.byIds(
      `SELECT \`id\` FROM ${quoted(resource.table)} WHERE`,
      quoted(field.column),
      ids,
      ` ORDER BY \`id\`${lock}`,
    );
    return found.map((r) => r[0] as number);
  }

  private byIds(select: string, column: string, ids: readonly number[], end: string): Promise<Row[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.tx.all(`${select} ${inList(this.tx.engine, column)}${end}`, [listParameter(this.tx.engine, ids)]);
  }

  private select(field: Field): string {
    const column = quoted(field.column);
    return field.kind.select ? field.kind.select(this.tx.engine, column) : column;
  }

  single(name: string): Resource {
    return this.registry.single(name);
  }
}

/** Which fields of a resource are read, and how a row of each of its tables becomes values; made once per resource. */
interface Reading {
  fixed: Field[];
  dated: Field[];
  decodeFixed: Decode;
  decodeDated: Decode;
}

const NONE: Values = {};
const readings = new WeakMap<Resource, Reading>();

function readingOf(resource: Resource): Reading {
  const known = readings.get(resource);
  if (known) return known;
  // Secrets are written and never read back, here neither.
  const loaded = resource.fields.filter((f) => f.kind.name !== "secret");
  const fixed = loaded.filter((f) => !resource.states || !f.dated);
  const dated = loaded.filter((f) => !fixed.includes(f));
  const made = { fixed, dated, decodeFixed: decoderOf(fixed, [], 2), decodeDated: decoderOf(dated, fixed, 2) };
  readings.set(resource, made);
  return made;
}
