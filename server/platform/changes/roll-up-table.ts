import type { Parameter, Row, Transaction } from "../db/database";
import { quoted } from "../planner/statement";
import { summedColumns, type RollUp } from "../registry/roll-up";

/** Keys in one statement. */
export const KEYS = 500;

/** A line of a roll-up: the ids of its key, then how many rows, how many blank ones, and the sums. */
export type Line = number[];

/**
 * The statements of a roll-up's table. Lines are written in the order of their keys, the same in every unit of work, so
 * that two of them wait for each other and do not lock each other out.
 */
export class RollUpTable {
  private readonly keys: string[];
  private readonly values: string[];
  private readonly name: string;

  constructor(
    private readonly tx: Pick<Transaction, "engine" | "all" | "run">,
    private readonly rollUp: RollUp,
  ) {
    this.name = quoted(rollUp.table);
    this.keys = rollUp.by.map((f) => quoted(f.column));
    this.values = summedColumns(rollUp).map(quoted);
  }

  /** Adds to the lines of the keys, which are made where there are none. */
  add(lines: readonly Line[]): Promise<void> {
    return this.upsert(lines, (column, given) => `${column} = ${this.name}.${column} + ${given}`);
  }

  /** Makes the lines of the keys say this. */
  set(lines: readonly Line[]): Promise<void> {
    return this.upsert(lines, (column, given) => `${column} = ${given}`);
  }

  private async upsert(lines: readonly Line[], to: (column: string, given: string) => string): Promise<void> {
    const [again, given] =
      this.tx.engine === "sqlite"
        ? [`ON CONFLICT (${this.keys.join(", ")}) DO UPDATE SET`, (c: string) => `excluded.${c}`]
        : ["ON DUPLICATE KEY UPDATE", (c: string) => `VALUES(${c})`];
    const columns = [...this.keys, ...this.values];
    const one = `(${columns.map(() => "?").join(", ")})`;
    const sets = this.values.map((column) => to(column, given(column))).join(", ");
    for (const part of this.parts(lines)) {
      const sql = `INSERT INTO ${this.name} (${columns.join(", ")}) VALUES ${part.map(() => one).join(", ")} ${again} ${sets}`;
      await this.tx.run(sql, part.flat());
    }
  }

  /** Removes those of the keys' lines that sum no row any more. */
  async removeEmpty(keys: readonly Line[]): Promise<void> {
    for (const part of this.parts(keys)) {
      const { sql, parameters } = this.among(part);
      await this.tx.run(`DELETE FROM ${this.name} WHERE (${sql}) AND row_count = 0`, parameters);
    }
  }

  /** The keys' lines as the rows themselves say; what another unit of work is writing to them is waited for. */
  async counted(keys: readonly Line[]): Promise<Line[]> {
    const lock = this.tx.engine === "mariadb" ? " LOCK IN SHARE MODE" : "";
    const out: Line[] = [];
    for (const part of this.parts(keys)) {
      const { sql, parameters } = this.among(part);
      const rows = await this.tx.all(`${this.counting(sql)}${lock}`, parameters);
      out.push(...rows.map(lineOf));
    }
    return out;
  }

  /** At most so many keys whose line is not what the rows say: the key, then what is kept, then what is counted. */
  async differences(limit: number): Promise<{ key: Line; kept: Line; counted: Line }[]> {
    const { keys, values } = this;
    const of = (alias: string, columns: string[]) => columns.map((c) => `${alias}.${c}`);
    const same = (a: string, b: string) => keys.map((k) => `${a}.${k} = ${b}.${k}`).join(" AND ");
    const kept = values.map((c) => `COALESCE(k.${c}, 0)`);
    const rows = await this.tx.all(
      `SELECT ${[...of("c", keys), ...kept, ...of("c", values)].join(", ")} FROM (${this.counting("1 = 1")}) c ` +
        `LEFT JOIN ${this.name} k ON ${same("k", "c")} ` +
        `WHERE k.row_count IS NULL OR ${values.map((v) => `k.${v} <> c.${v}`).join(" OR ")} ` +
        `UNION ALL SELECT ${[...of("k", keys), ...of("k", values), ...values.map(() => "0")].join(", ")} FROM ${this.name} k ` +
        `WHERE NOT EXISTS (SELECT 1 FROM ${quoted(this.rollUp.of.table)} b WHERE ${same("b", "k")}) ` +
        `ORDER BY ${keys.map((_, i) => i + 1).join(", ")} LIMIT ${limit}`,
    );
    return rows.map(lineOf).map((line) => ({
      key: line.slice(0, keys.length),
      kept: line.slice(keys.length, keys.length + values.length),
      counted: line.slice(keys.length + values.length),
    }));
  }

  private counting(where: string): string {
    const { of, sum, blank } = this.rollUp;
    const whole = (sql: string) => `CAST(${sql} AS ${this.tx.engine === "sqlite" ? "INTEGER" : "SIGNED"})`;
    const isBlank = blank.map((f) => `${quoted(f.column)} IS NULL`).join(" OR ") || "1 = 0";
    const counted = [
      ...this.keys,
      "COUNT(*) AS row_count",
      `${whole(`SUM(CASE WHEN ${isBlank} THEN 1 ELSE 0 END)`)} AS blank_count`,
      ...sum.map(({ column }) => `${whole(`COALESCE(SUM(${quoted(column)}), 0)`)} AS ${quoted(column)}`),
    ];
    return `SELECT ${counted.join(", ")} FROM ${quoted(of.table)} WHERE ${where} GROUP BY ${this.keys.join(", ")}`;
  }

  private among(keys: readonly Line[]): { sql: string; parameters: Parameter[] } {
    const one = `(${this.keys.map((k) => `${k} = ?`).join(" AND ")})`;
    return {
      sql: keys.map(() => one).join(" OR "),
      parameters: keys.flatMap((line) => line.slice(0, this.keys.length)),
    };
  }

  /** In order of the keys, so many at a time. */
  private *parts(lines: readonly Line[]): Generator<Line[]> {
    const sorted = [...lines].sort((a, b) => {
      const at = this.keys.findIndex((_, i) => a[i] !== b[i]);
      return at < 0 ? 0 : a[at] - b[at];
    });
    for (let at = 0; at < sorted.length; at += KEYS) yield sorted.slice(at, at + KEYS);
  }
}

const lineOf = (row: Row): Line => row.map(Number);
