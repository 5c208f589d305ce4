import { isSame } from "../changes/change";
import type { Loading } from "../changes/load";
import type { Row, Transaction } from "../db/database";
import type { Field, Resource } from "../registry/registry";
import { fold } from "../text/fold";
import type { Cell } from "./cells";
import { rowProblem, type RowProblem } from "./row-result";
import { decoded, rowsHolding } from "./rows-on-day";

/** A row of a file on its way to the stored row that it is. */
export interface KeyedRow {
  index: number;
  line: number;
  /** What people know it by. */
  key: string;
  cells: Map<string, Cell>;
  /** The stored row; null for a new one. */
  id: number | null;
  /** Whether the file itself names the row by its id. */
  isById: boolean;
  problems: RowProblem[];
}

const CANDIDATES = 5;

/**
 * Finds the stored rows that rows of a file are: by the keys of the resource in order. A key counts where the file has
 * all its columns and the row fills them. A row found by a later key is not it where it has another value in an earlier
 * one: two procedures of one name and two codes are two.
 */
export class KeyMatch {
  private readonly keys: Field[][];
  /** The line on which each key, and each stored row, was first met in the file. */
  private readonly met = new Map<string, number>();
  private readonly metIds = new Map<number, number>();

  constructor(
    private readonly tx: Transaction,
    private readonly loading: Loading,
    private readonly resource: Resource,
    columns: readonly Field[],
    private readonly day: string,
  ) {
    this.keys = resource.keys
      .filter((key) => key.every((name) => columns.some((f) => f.name === name)))
      .map((key) => key.map((name) => resource.byName.get(name)!));
  }

  /** How texts are compared where accents and case do not count. */
  folded(value: unknown): string {
    return fold(String(value)).trim();
  }

  async match(rows: readonly KeyedRow[]): Promise<void> {
    const open = new Set(rows.filter((r) => r.id === null && r.problems.length === 0));
    for (const [place, key] of this.keys.entries()) {
      const filled = [...open].filter((row) => key.every((f) => valueOf(row, f) != null));
      if (filled.length === 0) continue;
      const found = await this.look(key, filled);
      for (const row of filled) if (this.take(row, key, this.keys.slice(0, place), found)) open.delete(row);
    }
    for (const row of rows) this.meet(row);
  }

  /** Stored rows that may be the rows of the file: one statement, by the field of the key that tells most rows apart. */
  private async look(key: Field[], rows: readonly KeyedRow[]): Promise<Row[]> {
    const values = (field: Field) => [...new Set(rows.map((row) => valueOf(row, field)))];
    const [field] = [...key].sort((a, b) => values(b).length - values(a).length);
    // A key that names its first day finds a row whenever it holds; any other the one that holds on the day.
    const day = key.some((f) => f.name === "validFrom") && !this.resource.states ? null : this.day;
    const fields = this.keys.flat();
    const found = await rowsHolding(this.tx, this.resource, field, values(field), fields, day);
    const visible = await this.loading.visible(
      this.resource,
      found.map((r) => r[0] as number),
    );
    return found.filter((r) => visible.has(r[0] as number));
  }

  private take(row: KeyedRow, key: Field[], earlier: Field[][], found: Row[]): boolean {
    const fields = this.keys.flat();
    const at = (stored: Row, field: Field): unknown => decoded(field, stored[1 + fields.indexOf(field)]);
    const isOther = (stored: Row): boolean =>
      earlier.some((fields_) =>
        fields_.some((f) => {
          const own = valueOf(row, f);
          const theirs = at(stored, f);
          return own != null && theirs != null && !key.includes(f) && !this.isAlike(f, own, theirs, false);
        }),
      );
    const fits = (isExact: boolean) =>
      found.filter((r) => key.every((f) => this.isAlike(f, valueOf(row, f), at(r, f), isExact)) && !isOther(r));
    const exact = fits(true);
    const meant = exact.length > 0 ? exact : fits(false);
    if (meant.length === 0) return false;
    if (meant.length === 1) row.id = meant[0][0] as number;
    else
      row.problems.push(
        several(
          key,
          meant.map((r) => r[0] as number),
        ),
      );
    return true;
  }

  private isAlike(field: Field, a: unknown, b: unknown, isExact: boolean): boolean {
    if (isSame(a, b)) return true;
    // Names are known again without accents; a code is the code only letter by letter.
    return !isExact && field.kind.name === "text" && a != null && b != null && this.folded(a) === this.folded(b);
  }

  /** A row that the file has twice is wrong the second time, and says where the first is. */
  private meet(row: KeyedRow): void {
    const keys = row.id === null ? this.keysOf(row) : [];
    const before = row.id !== null ? this.metIds.get(row.id) : keys.length > 0 ? this.met.get(keys[0].name) : undefined;
    if (before !== undefined) {
      const field = keys[0]?.fields[0] ?? this.keys.find((k) => valueOf(row, k[0]) != null)?.[0] ?? null;
      row.problems.push(
        rowProblem({
          field: row.isById ? "id" : (field?.name ?? null),
          label: field?.label,
          column: null,
          value: row.key,
          code: "NOT_UNIQUE",
          reason: "twiceInFile",
          values: { line: before },
        }),
      );
      return;
    }
    if (row.id !== null) this.metIds.set(row.id, row.line);
    for (const { name } of keys) this.met.set(name, row.line);
  }

  private spoken(field: Field, value: unknown): string {
    return field.kind.name === "text" ? this.folded(value) : String(value);
  }

  private keysOf(row: KeyedRow): { name: string; fields: Field[] }[] {
    return this.keys
      .filter((key) => key.every((f) => valueOf(row, f) != null))
      .map((fields) => ({
        name: fields.map((f) => `${f.name}=${this.spoken(f, valueOf(row, f))}`).join("\n"),
        fields,
      }));
  }
}

/** The value a row has in a field of a key; a text that names no row is none. */
function valueOf(row: KeyedRow, field: Field): unknown {
  const cell = row.cells.get(field.name);
  return cell?.state === "VALUE" ? cell.value : null;
}

const several = (key: Field[], ids: number[]): RowProblem =>
  rowProblem({
    field: key[0].name,
    label: key[0].label,
    column: null,
    value: null,
    code: "BAD_INPUT",
    reason: "keyOfSeveral",
    values: {
      ids: ids
        .slice(0, CANDIDATES)
        .map((id) => `#${id}`)
        .join(", "),
    },
    suggestions: ids.slice(0, CANDIDATES).map((id) => `#${id}`),
  });
