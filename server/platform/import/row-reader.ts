import type { FileFill } from "../registry/declare";
import type { Field, Resource } from "../registry/registry";
import type { SheetValue } from "../sheet/sheet";
import { cellText, readCell, type Cell } from "./cells";
import { isBlank } from "./found";
import { ROW_FIELDS, type Column } from "./headings";
import type { FileRow, PlannedRow, Reading } from "./plan";

/** A field of the rows and where the file says it; `at` is below 0 where it has no column. */
export interface ReadColumn {
  at: number;
  column: Column;
  field: Field;
}

const NO_COLUMN = { number: 0, header: "", ignored: null };

/** Reads the cells of a file's rows, and puts in the place of empty ones what was given for all rows. */
export class RowReader {
  readonly columns: ReadColumn[];
  readonly fill: FileFill | null;
  private readonly second: ReadColumn[];
  private readonly resource: Resource;

  constructor(private readonly reading: Reading) {
    const { columns, resource, given } = reading;
    this.resource = resource;
    this.fill = resource.files?.fill ?? null;
    const at = ({ number }: Column) => number - 1;
    const own = columns
      .filter((c) => c.field !== null && !ROW_FIELDS.includes(c.field))
      .map((column) => ({ at: at(column), column, field: resource.byName.get(column.field!)! }));
    const said = new Set(own.map(({ field }) => field.name));
    const unsaid = [...given.keys(), ...(this.fill ? [this.fill.field] : [])].filter((name) => !said.has(name));
    this.columns = [
      ...own,
      ...[...new Set(unsaid)].map((name) => ({
        at: -1,
        column: { ...NO_COLUMN, field: name },
        field: resource.byName.get(name)!,
      })),
    ];
    this.second = columns
      .filter((c) => c.also !== undefined)
      .map((column) => ({ at: at(column), column, field: resource.byName.get(column.also!)! }));
  }

  /** Whether no column of the file says what is filled. */
  get isFilled(): boolean {
    return this.columns.some(({ at, field }) => at < 0 && field.name === this.fill?.field);
  }

  /** The field that could not be filled yet, because the references that say it name nothing. */
  openFill(cells: ReadonlyMap<string, Cell>): string | null {
    if (!this.fill || !this.isFilled) return null;
    const isOpen = [...Object.keys(this.fill.from), this.fill.on.via].some(
      (name) => cells.get(name)?.state !== "VALUE",
    );
    return isOpen ? this.fill.field : null;
  }

  read({ index, line, values }: FileRow): PlannedRow {
    const { given, locale } = this.reading;
    const cells = new Map<string, Cell>();
    const unsaid = new Set<string>();
    for (const { at, field } of this.columns) {
      const { name } = field;
      const cell: Cell = at < 0 ? { state: "VALUE", value: null } : readCell(values[at], field, locale);
      // What is filled comes from the row's other references before it comes from what was given.
      const own = name === this.fill?.field ? undefined : given.get(name);
      const isGiven = own !== undefined && isBlank(cell);
      cells.set(name, isGiven ? { state: "VALUE", value: own.value } : cell);
      if (isGiven) unsaid.add(name);
    }
    const also = new Map(this.second.map(({ at, field }) => [field.name, readCell(values[at], field, locale)]));
    return {
      index,
      line,
      key: this.keyOf(values),
      cells,
      also,
      unsaid,
      id: null,
      isById: false,
      action: "WRONG",
      leftOut: null,
      change: null,
      problems: [],
    };
  }

  /** What a cell of a field says; what was given for all rows where it is none. */
  rawOf(at: number, { name }: Field, values: readonly SheetValue[]): SheetValue | undefined {
    const raw = at < 0 ? null : values[at];
    return raw == null || raw === "" ? (this.reading.given.get(name)?.text ?? raw) : raw;
  }

  /** What people know a row by: the words of the first key it fills, or its first cell. */
  private keyOf(values: readonly SheetValue[]): string {
    const said = ({ at }: ReadColumn): string => cellText(values[at]).trim();
    const own = this.columns.filter(({ at }) => at >= 0);
    const keys = this.resource.keys.map((key) =>
      key.flatMap((name) => {
        const column = own.find(({ field }) => field.name === name);
        if (column) return this.resource.keysWithNulls.includes(name) ? said(column) || [] : [said(column)];
        return this.columns.some(({ field }) => field.name === name) || this.resource.keysWithNulls.includes(name)
          ? []
          : [""];
      }),
    );
    const first = own.find((column) => said(column) !== "");
    const words = keys.find((key) => key.length > 0 && key.every(Boolean)) ?? [first ? said(first) : ""];
    return words.join(" · ").slice(0, 200);
  }

  /** What the file says in each column that is read. */
  texts({ values }: FileRow): Record<string, string> {
    // Of a reference with two columns both are said, as the file says them.
    const second = (name: string) => this.second.filter(({ field }) => field.name === name);
    return Object.fromEntries(
      this.columns.map(({ at, field }) => {
        const said = [
          cellText(this.rawOf(at, field, values)),
          ...second(field.name).map((c) => cellText(values[c.at])),
        ];
        return [field.name, said.filter(Boolean).join(" · ").slice(0, 500)];
      }),
    );
  }
}
