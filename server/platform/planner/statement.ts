import type { Engine } from "../kinds/kind";
import type { Parameter } from "../db/database";
import type { Field, Resource } from "../registry/registry";
import type { Selected } from "./plan";
import type { Request } from "./request";

/** A piece of SQL with the parameters of its question marks, in order. */
export interface Fragment {
  sql: string;
  parameters: Parameter[];
}

export const fragment = (sql: string, ...parameters: Parameter[]): Fragment => ({ sql, parameters });

export function join(parts: readonly Fragment[], separator: string): Fragment {
  return { sql: parts.map((p) => p.sql).join(separator), parameters: parts.flatMap((p) => p.parameters) };
}

/** Backticks name identifiers on both engines, which spares the two a text each and no name needs to avoid a keyword. */
export const quoted = (name: string): string => `\`${name}\``;

/**
 * A resource as a statement reads it, under an alias of its own. An identity is its state of a day; its fixed fields
 * are joined only where they are asked for.
 */
export class Source {
  readonly engine: Engine;
  private readonly alias: string;
  private usesBase = false;

  constructor(
    readonly resource: Resource,
    request: Request,
  ) {
    this.engine = request.database.engine;
    // Counted per operation, so that the same operation sends the same text and finds it prepared.
    this.alias = `a${request.meter.aliases++}`;
  }

  get id(): string {
    const { states } = this.resource;
    return states ? `${this.alias}s.${quoted(states.owner)}` : `${this.alias}.\`id\``;
  }

  column(field: Field): string {
    return this.named(field, field.column);
  }

  order(field: Field): string {
    return this.named(field, field.orderColumn);
  }

  folded(field: Field): string {
    return this.named(field, field.foldedColumn!);
  }

  /** The expression that selects a column so that the driver loses nothing of it. */
  select(wanted: Selected): string {
    if (wanted === "id") return this.id;
    if (wanted === "version") {
      this.usesBase = true;
      return `${this.alias}.\`version\``;
    }
    const column = this.column(wanted);
    return wanted.kind.select ? wanted.kind.select(this.engine, column) : column;
  }

  /** A column of the resource's own table by name: what a list points back with. */
  raw(column: string): string {
    const field = this.resource.fields.find((f) => f.column === column);
    return field ? this.column(field) : `${this.alias}.${quoted(column)}`;
  }

  /** The FROM clause; asked for last, when it is known what the rest of the statement uses. */
  from(): string {
    const { states, table } = this.resource;
    if (!states) return `${quoted(table)} ${this.alias}`;
    const state = `${quoted(states.table)} ${this.alias}s`;
    return this.usesBase
      ? `${state} JOIN ${quoted(table)} ${this.alias} ON ${this.alias}.\`id\` = ${this.alias}s.${quoted(states.owner)}`
      : state;
  }

  /** The rows that hold on a day: an identity's one state, an interval row that covers it. */
  onDay(day: string): Fragment {
    const at = this.resource.states ? `${this.alias}s` : this.alias;
    return fragment(`${at}.\`valid_from\` <= ? AND ${at}.\`valid_to\` > ?`, day, day);
  }

  private named(field: Field, column: string): string {
    if (this.resource.states && field.dated) return `${this.alias}s.${quoted(column)}`;
    if (this.resource.states) this.usesBase = true;
    return `${this.alias}.${quoted(column)}`;
  }
}
