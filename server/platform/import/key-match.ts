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
  /** Fields whose value the row itself does not say: it was given for all rows, or follows from the others. */
  unsaid: Set<string>;
  problems: RowProblem[];
}

const CANDIDATES = 5;

/**
 * Finds the stored rows that rows of a file are: by the keys of the resource in order. A key counts where the file has
 * all its columns and the row fills them; of fields in which empty is a value, empty is found again as empty. A row found
 * by a later key is not it where it has another value in an earlier one: two procedures of one name and two codes are two.
 * What the file leaves to be filled only decides between rows that are alike in everything that it says.
 */
export class KeyMatch {
  private readonly keys: Field[][];
  /** The fields of all keys, as they are read of stored rows. */
  private readonly fields: Field[];
  /** The line on which each key, and each stored row, was first met in the file. */
  private readonly met = new Map<string, number>();
  private readonly metIds = new Map<number, number>();

  constructor(
    private readonly tx: Transaction,
    private readonly loading: Loading,
    private readonly resource: Resource,
    columns: readonly Field[],
    private readonly day: string,
    /** A field that no column says: it is filled from the others. */
    private readonly filled: string | null,
  ) {
    const isThere = (name: string) => columns.some((f) => f.name === name) || resource.keysWithNulls.includes(name);
    this.keys = resource.keys
      .filter((key) => key.every(isThere))
      .map((key) => key.map((name) => resource.byName.get(name)!));
    this.fields = [...new Set(this.keys.flat())];
  }

  async match(rows: readonly KeyedRow[]): Promise<void> {
    const open = new Set(rows.filter((r) => r.id === null && r.problems.length === 0));
    for (const [place, key] of this.keys.entries()) {
      const filled = [...open].filter((row) => this.isFull(row, key));
      if (filled.length === 0) continue;
      const found = await this.look(key, filled);
      for (const row of filled) if (this.take(row, key, this.keys.slice(0, place), found)) open.delete(row);
    }
    for (const row of rows) this.meet(row);
  }

  /** Whether a row says all of a key: what may be empty in it says something in any case. */
  private isFull(row: KeyedRow, key: readonly Field[]): boolean {
    const mayBeEmpty = ({ name }: Field) => name === this.filled || this.resource.keysWithNulls.includes(name);
    return key.every((f) => valueOf(row, f) != null || mayBeEmpty(f));
  }

  /** The fields of a key that the file says. */
  private said(key: readonly Field[]): Field[] {
    return key.filter((f) => f.name !== this.filled);
  }

  /** Stored rows that may be the rows of the file, by the key: one statement, by the field that tells most rows apart. */
  private async look(key: Field[], rows: readonly KeyedRow[]): Promise<Map<string, Row[]>> {
    const values = (field: Field) => [...new Set(rows.map((row) => valueOf(row, field)))];
    const full = this.said(key).filter((f) => rows.every((row) => valueOf(row, f) != null));
    const [field, ...others] = full.sort((a, b) => values(b).length - values(a).length);
    const further = others.filter((f) => f.kind.target).map((f) => ({ field: f, values: values(f) }));
    const day = this.namesItsDays(key) ? null : this.day;
    const found = await rowsHolding(this.tx, this.resource, field, values(field), this.fields, day, further);
    const visible = await this.loading.visible(
      this.resource,
      found.map((r) => r[0] as number),
    );
    const out = new Map<string, Row[]>();
    for (const row of found.filter((r) => visible.has(r[0] as number))) {
      const name = nameOf(this.said(key), (f) => this.stored(row, f));
      out.set(name, [...(out.get(name) ?? []), row]);
    }
    return out;
  }

  /**
   * A key that names its first day, or what its days are derived from, as a period is, finds a row whenever it holds; any
   * other the one that holds on the day.
   */
  private namesItsDays(key: readonly Field[]): boolean {
    const { states, derive } = this.resource;
    const from = derive?.fields.includes("validFrom") ? Object.keys(derive.from) : [];
    return !states && key.some(({ name }) => name === "validFrom" || from.includes(name));
  }

  private stored(row: Row, field: Field): unknown {
    return decoded(field, row[1 + this.fields.indexOf(field)]);
  }

  private take(row: KeyedRow, key: Field[], earlier: Field[][], found: Map<string, Row[]>): boolean {
    const alike = (found.get(nameOf(this.said(key), (f) => valueOf(row, f))) ?? []).filter(
      (r) => !this.isOther(row, r, key, earlier),
    );
    const exact = alike.filter((r) => key.every((f) => isSame(valueOf(row, f), this.stored(r, f))));
    const meant = exact.length > 0 ? exact : alike;
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

  /** Whether a stored row has another value than the file's in an earlier key: then it is another row. */
  private isOther(row: KeyedRow, stored: Row, key: Field[], earlier: Field[][]): boolean {
    return earlier.flat().some((field) => {
      const own = valueOf(row, field);
      const theirs = this.stored(stored, field);
      return own != null && theirs != null && !key.includes(field) && spoken(field, own) !== spoken(field, theirs);
    });
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

  /** Whether a row has words in a key that name nothing readable: mended, they may name a stored row. */
  isUnread(row: KeyedRow): boolean {
    return this.fields.some(({ name }) => (row.cells.get(name)?.state ?? "VALUE") !== "VALUE");
  }

  private keysOf(row: KeyedRow): { name: string; fields: Field[] }[] {
    return this.keys
      .filter((key) => this.isFull(row, key))
      .map((fields) => ({
        name: nameOf(fields, (f) => valueOf(row, f)),
        fields,
      }));
  }
}

/** A value as it is compared: names are known again without accents, a code is the code only letter by letter. */
const spoken = (field: Field, value: unknown): string =>
  field.kind.name === "text" ? foldedName(value) : String(value);

const nameOf = (key: readonly Field[], value: (field: Field) => unknown): string =>
  key.map((field) => `${field.name}=${spoken(field, value(field) ?? "")}`).join("\n");

/** A name where accents, case and spaces around it do not count. */
export const foldedName = (value: unknown): string => fold(String(value)).trim();

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
