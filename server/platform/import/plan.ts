import { isSame, type BatchChange, type Values } from "../changes/change";
import type { Loading, Stored } from "../changes/load";
import { shownOn } from "../changes/resolve";
import type { Transaction } from "../db/database";
import { parseId } from "../kinds/all";
import type { Locale } from "../kinds/kind";
import { mayChangeField, type Person } from "../policy/policy";
import type { Field, Registry, Resource } from "../registry/registry";
import type { SheetValue } from "../sheet/sheet";
import { cellText, isUnchanged, type Cell } from "./cells";
import { fillIn } from "./fill";
import { isBlank, unnamed, type Found } from "./found";
import type { Given } from "./given";
import type { Column } from "./headings";
import { foldedName, KeyMatch, type KeyedRow } from "./key-match";
import { leftOut, type LeftOut } from "./left-out";
import { furtherProblems } from "./part-read";
import { References, type Named } from "./references";
import { rowProblem, type ProblemParts, type RowAction, type RowProblem } from "./row-result";
import { RowReader, type ReadColumn } from "./row-reader";
import { sumProblem } from "./sums";
import { agree } from "./two-columns";

/** A row of a file, numbered among the file's rows from 0. */
export interface FileRow {
  index: number;
  line: number;
  values: SheetValue[];
}

/** How a file is to be read. */
export interface Reading {
  resource: Resource;
  registry: Registry;
  person: Person;
  columns: readonly Column[];
  locale: Locale;
  /** The day whose states are corrected, and the day from which new states hold; null for today's. */
  asOf: string | null;
  from: string | null;
  today: string;
  /** Why the rows are changed: some rules ask for it. */
  note: string | null;
  /** What was handed in for every row, by field. */
  given: ReadonlyMap<string, Given>;
}

/** What a row of a file would do, as far as the file alone and the rows as they stand tell. */
export interface PlannedRow extends KeyedRow {
  action: RowAction;
  /** Why the line is no row of data; null where it is one. */
  leftOut: LeftOut | null;
  change: (BatchChange & { index: number }) | null;
  problems: RowProblem[];
  /** The second columns of references that have two, by field. */
  also: Map<string, Cell>;
}

/** Plans a file's rows portion by portion: what each is, and the change that makes the stored row like it. */
export class Planning {
  private readonly columns: ReadColumn[];
  private readonly sums: Column[];
  private readonly rowReader: RowReader;
  private readonly idAt: number;
  private readonly versionAt: number;
  private readonly keys: KeyMatch;

  constructor(
    private readonly reading: Reading,
    private readonly tx: Transaction,
    private readonly loading: Loading,
    private readonly newId: (index: number) => number,
    private readonly references: References,
  ) {
    const { columns, resource, asOf, from, today } = reading;
    this.rowReader = new RowReader(reading);
    this.columns = this.rowReader.columns;
    this.sums = columns.filter((c) => c.ignored === "SUM");
    this.idAt = columns.findIndex((c) => c.field === "id");
    this.versionAt = columns.findIndex((c) => c.field === "version");
    const day = from ?? asOf ?? today;
    this.keys = new KeyMatch(
      tx,
      loading,
      resource,
      this.columns.map((c) => c.field),
      day,
      this.rowReader.isFilled ? this.rowReader.fill!.field : null,
    );
  }

  async portion(rows: readonly FileRow[]): Promise<PlannedRow[]> {
    const planned = rows.map((row) => this.rowReader.read(row));
    const names = await this.names(planned);
    this.readIds(planned, rows);
    for (const row of planned) {
      this.joinColumns(row, names);
      this.takeNames(row, names, null);
    }
    const { resource, registry, given } = this.reading;
    planned.forEach((row, i) => this.leaveOut(row, rows[i], names));
    const data = planned.filter((row) => row.leftOut === null);
    const { fill } = this.rowReader;
    if (fill) await fillIn(data, fill, asId(given.get(fill.field)), this.tx, registry, resource);
    await this.keys.match(data);
    const stored = await this.loading.rows(resource, [
      ...new Set(planned.flatMap((r) => (r.id === null ? [] : [r.id]))),
    ]);
    const found: Found = { names, made: this.made(planned), hidden: await this.hidden(planned, stored) };
    rows.forEach((row, i) => planned[i].leftOut === null && this.decide(planned[i], row, stored, found));
    // Rows of a resource may refer to each other: what was written now has names that later rows may use.
    this.references.forget(resource);
    return planned;
  }

  /** Looks up what the portion's texts name: a bounded number of statements for each resource referred to. */
  private async names(planned: readonly PlannedRow[]): Promise<Map<Resource, Map<string, Named>>> {
    const texts = new Map<Resource, Set<string>>();
    for (const { field } of this.columns.filter((c) => c.field.kind.target)) {
      const target = this.reading.registry.single(field.kind.target!);
      const own = texts.get(target) ?? new Set();
      for (const { cells, also } of planned)
        for (const cell of [cells.get(field.name)!, also.get(field.name)])
          if (cell?.state === "NAMES") own.add(cell.text);
      texts.set(target, own);
    }
    const out = new Map<Resource, Map<string, Named>>();
    for (const [target, own] of texts) out.set(target, await this.references.find(target, own));
    return out;
  }

  private named(field: Field, cell: Cell, names: Map<Resource, Map<string, Named>>): Named | null {
    if (cell.state !== "NAMES") return null;
    if (cell.named) return cell.named;
    return names.get(this.reading.registry.single(field.kind.target!))!.get(cell.text)!;
  }

  /** Makes one of the two columns that say a reference: its code and its name. */
  private joinColumns({ cells, also }: PlannedRow, names: Map<Resource, Map<string, Named>>): void {
    for (const [name, second] of also) {
      const field = this.reading.resource.byName.get(name)!;
      const first = cells.get(name)!;
      if (second.state !== "NAMES") continue;
      if (isBlank(first)) cells.set(name, second);
      else if (first.state === "NAMES") {
        const said = ({ text }: { text: string }) => ({
          text,
          named: this.named(field, { state: "NAMES", text }, names)!,
        });
        cells.set(name, agree(said(first), said(second)));
      }
    }
  }

  /** Marks the lines of a known file that are no rows of data. */
  private leaveOut(row: PlannedRow, { values }: FileRow, names: Map<Resource, Map<string, Named>>): void {
    const { resource, columns } = this.reading;
    const namesNothing = (name: string): boolean =>
      this.named(resource.byName.get(name)!, row.cells.get(name)!, names)?.candidates.length === 0;
    row.leftOut = row.isById ? null : leftOut(resource, columns, values, row.cells, namesNothing);
    if (row.leftOut) Object.assign(row, { action: "LEFT_OUT", problems: [] });
  }

  /** Turns texts that name one row into its id; where several are meant, the one the row refers to already. */
  private takeNames(row: PlannedRow, names: Map<Resource, Map<string, Named>>, current: Values | null): void {
    for (const { field } of this.columns) {
      const found = this.named(field, row.cells.get(field.name)!, names);
      if (!found) continue;
      const own = found.candidates.find((c) => current !== null && String(c.id) === current[field.name]);
      const one = own ?? (found.candidates.length === 1 ? found.candidates[0] : null);
      if (one) row.cells.set(field.name, { state: "VALUE", value: String(one.id) });
    }
  }

  private readIds(planned: readonly PlannedRow[], rows: readonly FileRow[]): void {
    if (this.idAt < 0) return;
    rows.forEach(({ values }, i) => {
      const text = cellText(values[this.idAt]).trim();
      if (text === "") return;
      const read = parseId(text);
      if (read.ok) Object.assign(planned[i], { id: Number(read.value), isById: true });
      else this.problem(planned[i], null, { field: "id", value: text, code: "BAD_INPUT", reason: read.problem.reason });
    });
  }

  /** References of stored rows that a file of the day shows as blank: what they name is not there then, or not the person's. */
  private async hidden(planned: readonly PlannedRow[], stored: Map<number, Stored>): Promise<Set<string>> {
    const out = new Set<string>();
    for (const { field } of this.columns.filter((c) => c.field.kind.target)) {
      const ids = new Set<number>();
      for (const { id, cells } of planned) {
        const row = id === null ? undefined : stored.get(id);
        const value = row && isBlank(cells.get(field.name)!) ? this.shown(row)[field.name] : null;
        if (value != null) ids.add(Number(value));
      }
      if (ids.size === 0) continue;
      const shown = await this.references.shown(this.reading.registry.single(field.kind.target!), [...ids]);
      for (const id of ids) if (!shown.has(id)) out.add(`${field.name}:${id}`);
    }
    return out;
  }

  /** The portion's own new rows by the words that others of it may name them with. */
  private made(planned: readonly PlannedRow[]): Map<string, number> {
    const { resource } = this.reading;
    const out = new Map<string, number>();
    if (!this.columns.some((c) => c.field.kind.target === resource.single)) return out;
    const words = [resource.title, ...resource.keys.filter((k) => k.length === 1).flat()];
    for (const { id, index, cells } of planned) {
      if (id !== null) continue;
      for (const name of words) {
        const cell = cells.get(name);
        if (cell?.state === "VALUE" && cell.value != null) out.set(foldedName(cell.value), index);
      }
    }
    return out;
  }

  private decide(row: PlannedRow, file: FileRow, rows: Map<number, Stored>, found: Found): void {
    const stored = row.id === null ? null : (rows.get(row.id) ?? null);
    if (row.id !== null && !stored) this.unknownId(row, row.id);
    const isUncertain = !stored && (row.problems.length > 0 || this.keys.isUnread(row));
    const current = stored && this.shown(stored);
    if (current) this.takeNames(row, found.names, current);
    const set: Values = {};
    for (const column of this.columns) this.decideCell(row, file, column, current, set, found);
    for (const column of this.sums) this.checkSum(row, file, column);
    const version = stored && this.versionOf(row, file, stored);
    if (row.problems.length > 0) {
      this.tellFurther(row, file, current, isUncertain, set);
      return;
    }
    if (stored && Object.keys(set).length === 0) {
      row.action = "SAME";
      return;
    }
    const { resource } = this.reading;
    row.action = stored ? "CHANGED" : "NEW";
    const input = version !== null ? this.update(row, version, set) : { create: this.withBeginning(set) };
    row.change = { resource, index: row.index, input, ...(stored ? {} : { id: this.newId(row.index) }) };
  }

  private checkSum(row: PlannedRow, { values }: FileRow, column: Column): void {
    const { resource, locale } = this.reading;
    const found = sumProblem(column, values, row.cells, resource, locale);
    if (found) this.problem(row, column, found);
  }

  private unknownId(row: PlannedRow, id: number): void {
    const { vi, en } = this.reading.resource.label;
    const values = { id, field: { vi: vi.toLowerCase(), en: en.toLowerCase() } };
    this.problem(row, null, { field: "id", value: String(id), code: "NOT_FOUND", reason: "NOT_FOUND", values });
  }

  /** A row that is wrong anyway is told of everything else that can be seen to be wrong with it. */
  private tellFurther(
    row: PlannedRow,
    file: FileRow,
    current: Values | null,
    isUncertain: boolean,
    given: Values,
  ): void {
    const { resource, note } = this.reading;
    const { cells, problems } = row;
    const set = this.withBeginning(given);
    for (const found of furtherProblems({ resource, cells, problems, current, isUncertain, set, note })) {
      if (found.field === this.rowReader.openFill(cells)) continue;
      const read = this.columns.find((c) => c.field.name === found.field);
      const label = resource.byName.get(found.field)?.label;
      const isInFile = read !== undefined && read.at >= 0;
      const value = isInFile ? cellText(file.values[read.at]) : null;
      this.problem(row, isInFile ? read.column : null, { ...found, label, value });
    }
  }

  /** The row as people see it on the day that the file is about. */
  private shown(stored: Stored): Values {
    const { resource, from, asOf, today } = this.reading;
    if (!resource.states) return stored.values;
    return shownOn(stored.states, from ?? asOf, today)?.values ?? stored.values;
  }

  private decideCell(
    row: PlannedRow,
    file: FileRow,
    { at, column, field }: ReadColumn,
    current: Values | null,
    set: Values,
    { names, made, hidden }: Found,
  ): void {
    const { person, resource } = this.reading;
    // What a row does not say itself tells which row it is and what a new one holds; a stored one keeps what it has.
    if (current && row.unsaid.has(field.name)) return;
    const raw = this.rowReader.rawOf(at, field, file.values);
    const was = current?.[field.name] ?? null;
    let cell = row.cells.get(field.name)!;
    if (current ? isUnchanged(cell, raw, was, field.kind) : isBlank(cell)) return;
    if (!current && field.write === "never") return;
    // Nobody clears a reference that a file of this day could not have shown.
    if (isBlank(cell) && hidden.has(`${field.name}:${String(was)}`)) return;
    // Where the first of two columns is empty the other one speaks for both.
    const value = cellText(raw) || (cell.state === "NAMES" ? cell.text : "");
    const wrong = (parts: Pick<ProblemParts, "code" | "reason" | "values" | "suggestions">): void =>
      this.problem(row, at < 0 ? null : column, { field: field.name, label: field.label, value, ...parts });
    if (field.write === "never" || (field.write === "create" && current))
      return wrong({ code: "BAD_INPUT", reason: field.write === "never" ? "notByFile" : "notByFileLater" });
    if (!mayChangeField(resource.policy, field.name, person)) return wrong({ code: "FORBIDDEN", reason: "FORBIDDEN" });
    if (cell.state === "NAMES") {
      const own = field.kind.target === resource.single ? made.get(foldedName(cell.text)) : undefined;
      if (own !== undefined) cell = { state: "VALUE", value: String(this.newId(own)) };
      else return wrong(unnamed(this.named(field, cell, names)!));
    }
    if (cell.state === "WRONG") return wrong(cell.problem);
    if (!isSame(cell.value, was)) set[field.name] = cell.value;
  }

  /** The version that the file was made of; the change path refuses one that is not the row's, and says who was faster. */
  private versionOf(row: PlannedRow, file: FileRow, { version }: Stored): number {
    const given = this.versionAt < 0 ? "" : cellText(file.values[this.versionAt]).trim();
    if (given === "") return version;
    if (!/^[1-9]\d{0,8}$/.test(given))
      this.problem(row, null, { field: "version", value: given, code: "BAD_INPUT", reason: "notWhole" });
    return Number(given);
  }

  private update({ id }: PlannedRow, version: number, set: Values) {
    const { from, asOf, resource } = this.reading;
    const days = resource.states ? { from, asOf: from === null ? asOf : null } : {};
    return { update: { id: String(id), version, ...days, set } };
  }

  /** A new identity begins on the day from which the file's values hold, where the file itself does not say. */
  private withBeginning(set: Values): Values {
    const { resource, from } = this.reading;
    return resource.states && from !== null && set.validFrom === undefined ? { ...set, validFrom: from } : set;
  }

  private problem(row: PlannedRow, column: Column | null, parts: Omit<ProblemParts, "column">): void {
    row.action = "WRONG";
    row.problems.push(rowProblem({ ...parts, column }));
  }

  /** What is wrong with a field is told beside its column. */
  placed(problem: RowProblem): RowProblem {
    const column = problem.column === null && this.reading.columns.find((c) => c.field === problem.field);
    return column ? { ...problem, column: column.number, header: column.header } : problem;
  }

  /** What the file says in each column that is read. */
  texts(row: FileRow): Record<string, string> {
    return this.rowReader.texts(row);
  }
}

const asId = (given: Given | undefined): string | null => (given?.value == null ? null : String(given.value));
