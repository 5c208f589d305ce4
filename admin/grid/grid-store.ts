import { readText, RESOLVING, resolveRefs } from "./cell-text";
import { cellView, type CellView, type RowView } from "./cell-view";
import { isEditable, type GridColumnSpec, type GridSource, type Locale } from "./grid-column";
import { changedSince, hearOthers, NOBODY_KNOWN, readSome } from "./hear-others";
import type { Notice } from "./notice";
import { meetOthers, type OthersRow, type RowChange } from "./others";
import { RowPages } from "./row-pages";
import { CheckedRows, NOTHING_WRONG, type RowCheck } from "./row-check";
import { inside, move, single, type Extent, type KeyPress, type Selection } from "./selection";
import {
  addRows,
  isNewKey,
  missingFields,
  NOTHING_STAGED,
  replaceRows,
  stageCells,
  unresolved,
  type CellEdit,
  type RowTarget,
  type Staged,
  type StagedCell,
  type StagedRow,
} from "./staging";
import { amend, begin, push, redo, undo, type History } from "./undo-history";

/** The API refuses more changes in one set, so no single act may touch more rows. */
export const MOST_ROWS = 5000;

/** The target of what is typed into the empty last row: a new row, wherever the end of the list is by then. */
export const NEW_ROW = "+";

/** What is to be staged at a place of the screen: a text to read, or a value taken from another cell. */
export interface PlacedEdit {
  column: number;
  row: number;
  content: string | StagedCell;
  /** The row that is meant, where it was known when typing began: by now another may stand at this position. */
  target?: RowTarget;
}

/**
 * The state of one grid outside React, so that keys that come faster than the screen always meet the newest state:
 * selection, staged edits with their undo steps, and the pages of rows. Components subscribe and redraw.
 */
export class GridStore {
  columns: readonly GridColumnSpec[] = [];
  /** Fields of a row without a column: they are only named, in previews and refusals. */
  unseen: readonly GridColumnSpec[] = [];
  locale: Locale = "vi";
  /** The day that the rows are seen as of. */
  day: string | null = null;
  canCreate = false;
  /** What is wrong with staged rows by their own rules. */
  checks = new CheckedRows(() => NOTHING_WRONG);
  selection: Selection = single(0, 0);
  history: History<Staged> = begin(NOTHING_STAGED);
  notice: Notice | null = null;
  /** What others made of rows here, by id: what is marked, and what staged edits are laid on. */
  others: ReadonlyMap<string, OthersRow> = new Map();
  /** Rows of others that belong to the view and are not in it yet. */
  fresh: ReadonlySet<string> = new Set();
  /** Grows when the rows come in another order: a position is then another row's. */
  order = 0;
  /** Rows of one screen, told by the canvas. */
  seen = { from: 0, to: 40, page: 20 };
  /** Scrolls the active end of the selection into view; set by the canvas. */
  reveal: (column: number, row: number) => void = () => undefined;
  /** What was copied last: pasting it back keeps references that a name alone would not tell apart. */
  copied: { text: string; cells: readonly (readonly { field: string; cell: StagedCell }[])[] } | null = null;

  private pages: RowPages;
  private listeners = new Set<() => void>();
  private revision = 0;
  private lookups = new Set<string>();
  private newKeysOf: { staged: Staged; keys: string[] } | null = null;

  constructor(public source: GridSource) {
    this.pages = new RowPages(source, this.changed);
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Grows with every change; the snapshot that React compares. */
  version = () => this.revision;

  changed = () => {
    this.revision += 1;
    for (const listener of this.listeners) listener();
  };

  /** Another view of the rows (filter, sort, date). Staged edits stay: they belong to rows, not to positions. */
  show(source: GridSource): void {
    if (source === this.source) return;
    const isSameOrder = source.order !== undefined && source.order === this.source.order;
    this.source = source;
    if (isSameOrder) {
      this.pages = this.pages.over(source);
      this.pages.want(this.seen.from, this.seen.to);
      return this.changed();
    }
    this.order += 1;
    this.others = new Map();
    this.fresh = new Set();
    this.pages = new RowPages(source, this.changed);
    this.seen = { ...this.seen, from: 0 };
    this.selection = single(this.selection.anchor.column, 0);
    this.pages.want(0, this.seen.to);
    this.reveal(this.selection.anchor.column, 0);
    this.changed();
  }

  /** Reads the rows in view anew. */
  renew(): void {
    this.others = new Map();
    this.fresh = new Set();
    this.pages.renew();
    this.pages.want(this.seen.from, this.seen.to);
  }

  want(from: number, to: number, page: number): void {
    this.seen = { from, to, page };
    this.pages.want(from - page, to + page);
  }

  ensure = async (from: number, to: number): Promise<void> => {
    const { pages } = this;
    await pages.ensure(from, to);
    if (pages !== this.pages) await this.ensure(from, to);
  };

  get staged(): Staged {
    return this.history.now;
  }

  get total(): number | null {
    return this.pages.total;
  }

  get error(): unknown {
    return this.pages.error;
  }

  /** Takes the rules of the rows; what was found by others is forgotten. */
  checkBy(check: RowCheck): void {
    if (check !== this.checks.check) this.checks = new CheckedRows(check);
  }

  /** What a staged row still lacks, shown or not. */
  missing(row: StagedRow): GridColumnSpec[] {
    const missing = missingFields(row, this.columns);
    const others = this.checks.of(row).missing.map((name) => this.field(name));
    return [...new Set([...missing, ...others])].filter((column) => column !== undefined);
  }

  /** Takes in what others wrote, without moving anything that is in view. */
  async hear(changes: readonly RowChange[]): Promise<void> {
    const { source } = this;
    const heard = await hearOthers(changes, {
      source,
      byId: (id) => this.pages.byId(id),
      stagedVersion: (id) => this.staged.rows.get(id)?.version,
    });
    // Another view meanwhile has read them itself.
    if (source !== this.source) return;
    for (const { row } of heard.rows.values()) if (row) this.pages.replace(row);
    this.others = new Map([...this.others, ...heard.rows]);
    this.fresh = new Set([...this.fresh, ...heard.fresh]);
    const merged = this.meetOthers();
    if (merged > 0) this.notice = { key: "merged", values: { n: merged }, tone: "plain" };
    this.changed();
  }

  /** Reads rows with edits of an earlier time anew: somebody may have written them since. */
  async recheck(ids: readonly string[]): Promise<void> {
    try {
      const changes = await changedSince(this.source, ids, (id) => this.staged.rows.get(id)?.version);
      if (changes.length > 0) await this.hear(changes);
    } catch {
      // Without an answer the save will tell.
    }
  }

  /** Lays staged edits on what others made of their rows; answers how many merged by themselves. */
  private meetOthers(): number {
    if (this.others.size === 0) return 0;
    const { staged, merged } = meetOthers(this.staged, this.others);
    this.history = amend(this.history, staged);
    return merged;
  }

  /** A field's column, shown or not. */
  field(name: string): GridColumnSpec | undefined {
    const named = (column: GridColumnSpec) => column.field === name;
    return this.columns.find(named) ?? this.unseen.find(named);
  }

  get newKeys(): string[] {
    if (this.newKeysOf?.staged !== this.staged) {
      this.newKeysOf = { staged: this.staged, keys: [...this.staged.rows.keys()].filter(isNewKey) };
    }
    return this.newKeysOf.keys;
  }

  get extent(): Extent {
    const dataRows = (this.total ?? 0) + this.newKeys.length;
    const rows = dataRows + (this.canCreate && this.total !== null ? 1 : 0);
    return { columns: this.columns.length, rows, dataRows, page: this.seen.page };
  }

  row(index: number): RowView {
    const total = this.total ?? 0;
    if (index >= total) {
      const key = this.newKeys[index - total];
      const staged = key === undefined ? undefined : this.staged.rows.get(key);
      return staged ? { state: "new", staged } : { state: "adding" };
    }
    const row = this.pages.row(index);
    return row ? { state: "saved", row, staged: this.staged.rows.get(row.id) } : { state: "loading" };
  }

  cell(column: number, row: number): CellView {
    return this.fieldCell(this.columns[column], row);
  }

  /** A field of a row, whether it has a column or not. */
  fieldCell(column: GridColumnSpec, row: number): CellView {
    const view = this.row(row);
    const others = view.state === "saved" ? this.others.get(view.row.id) : undefined;
    return cellView(column, view, this.locale, this.checks, others);
  }

  /** Which row edits at a position belong to; null while it is loading and for the empty last row. */
  target(index: number): RowTarget | null {
    const view = this.row(index);
    if (view.state === "saved") return view.row;
    return view.state === "new" ? view.staged.key : null;
  }

  /** Where a staged row stands in this view, if it is known. */
  positionOf(key: string): number | null {
    if (isNewKey(key)) {
      const index = this.newKeys.indexOf(key);
      return index < 0 ? null : (this.total ?? 0) + index;
    }
    return this.pages.positionOf(key);
  }

  select(selection: Selection, reveal = true): void {
    const { extent } = this;
    this.selection = { ...selection, anchor: inside(selection.anchor, extent), head: inside(selection.head, extent) };
    if (this.notice?.passing) this.notice = null;
    if (reveal) this.reveal(this.selection.head.column, this.selection.head.row);
    this.changed();
  }

  /** Moves the selection by a key; false when the key is none of its own. */
  press(press: KeyPress): boolean {
    const moved = move(this.selection, press, this.extent);
    if (!moved) return false;
    // Whole rows, columns and everything are selected without travelling to their far end.
    this.select(moved, press.key !== " " && press.key.toLowerCase() !== "a");
    return true;
  }

  say(notice: Notice | null): void {
    this.notice = notice;
    this.changed();
  }

  /** After each new state of the staged edits, whatever made it. */
  private settle(): void {
    this.meetOthers();
    this.resolveWaiting();
    this.changed();
  }

  /** Takes a new state of the staged edits as one undo step. */
  step(staged: Staged): void {
    this.history = push(this.history, staged);
    this.settle();
  }

  /** Corrects the staged edits without an undo step. */
  amend(staged: Staged): void {
    this.history = amend(this.history, staged);
    this.settle();
  }

  /** Starts from a state with nothing to undo: after a save, and from a draft. */
  restart(staged: Staged): void {
    this.history = begin(staged);
    this.settle();
  }

  undo(): void {
    this.history = undo(this.history);
    this.settle();
  }

  redo(): void {
    this.history = redo(this.history);
    this.settle();
  }

  /** The content of a cell as it is copied from place to place, references with their ids. */
  content(column: number, row: number): StagedCell {
    const view = this.cell(column, row);
    return view.problem && view.text !== ""
      ? { value: view.value, text: view.text, problem: view.problem }
      : { value: view.value };
  }

  /**
   * Stages edits at places of the screen as one undo step. Rows past the end become new rows. Answers how many cells
   * were left alone because they cannot be edited. All rows of the source must be loaded.
   */
  place(placed: readonly PlacedEdit[]): { locked: number } {
    const { dataRows } = this.extent;
    const edits = placed.map((edit) =>
      edit.target === NEW_ROW ? { ...edit, row: dataRows, target: undefined } : edit,
    );
    const last = edits.reduce((most, edit) => Math.max(most, edit.target === undefined ? edit.row : -1), -1);
    const more = this.canCreate && last >= dataRows ? addRows(this.staged, last - dataRows + 1) : null;
    const cells: CellEdit[] = [];
    let locked = 0;
    for (const { column: at, row: index, content, target } of edits) {
      const column = this.columns[at];
      const row = target ?? (index >= dataRows ? (more?.keys[index - dataRows] ?? null) : this.target(index));
      const staged = row === null ? undefined : this.staged.rows.get(typeof row === "string" ? row : row.id);
      if (row === null || staged?.deleted || !isEditable(column, typeof row === "string")) locked += 1;
      else
        cells.push({
          row,
          field: column.field,
          cell: typeof content === "string" ? this.read(column, content) : content,
        });
    }
    if (cells.length > 0) this.step(stageCells(more?.staged ?? this.staged, cells));
    return { locked };
  }

  /** Stages a text or value of one field of the row at a position, as typing into its cell would. */
  writeField(column: GridColumnSpec, row: number, content: string | StagedCell): void {
    const target = this.target(row);
    if (target === null || this.fieldCell(column, row).locked) return;
    const cell = typeof content === "string" ? this.read(column, content) : content;
    this.step(stageCells(this.staged, [{ row: target, field: column.field, cell }]));
  }

  /** Fills a row in memory with the fields that no column asked for; false where it is gone. */
  async complete(id: string): Promise<boolean> {
    const [whole] = await readSome(this.source, [id]);
    const here = this.pages.byId(id);
    if (!whole) return false;
    if (!here || here.version !== whole.version) {
      await this.hear([{ id, action: "UPDATE", by: (await this.source.lastChanges?.([id]))?.get(id) ?? NOBODY_KNOWN }]);
    }
    this.pages.replace(whole);
    const staged = this.staged.rows.get(id);
    if (staged && staged.version === whole.version) {
      const known = { ...staged, before: { ...whole.values, ...staged.before } };
      this.history = amend(this.history, replaceRows(this.staged, new Map([[id, known]])));
    }
    this.changed();
    return true;
  }

  private read(column: GridColumnSpec, text: string): StagedCell {
    const read = readText(column, text, this.locale);
    return read.ok ? { value: read.value } : { value: null, text, problem: read.problem };
  }

  /** Looks up the names that were typed or pasted into reference cells; each different name once. */
  private resolveWaiting(): void {
    for (const { field, text } of unresolved(this.staged)) {
      const column = this.field(field);
      const lookup = `${field}\n${text}`;
      if (!column?.search || this.lookups.has(lookup)) continue;
      this.lookups.add(lookup);
      void resolveRefs(column, text)
        .catch(() => ({ ok: false as const, problem: { reason: "lookupFailed", values: { text } } }))
        .then((read) => {
          this.lookups.delete(lookup);
          const waiting = unresolved(this.staged).filter((cell) => cell.field === field && cell.text === text);
          const cell: StagedCell = read.ok ? { value: read.value } : { value: null, text, problem: read.problem };
          const target = (
            key: string,
            id: string | null,
            version: number,
            values: Readonly<Record<string, unknown>>,
          ) => (id === null ? key : { id, version, values });
          const edits = waiting.map(({ row }) => ({
            row: target(row.key, row.id, row.version, row.before),
            field,
            cell,
          }));
          if (edits.length > 0) this.amend(stageCells(this.staged, edits));
        });
    }
  }
}

export const isResolving = (view: CellView) => view.problem?.reason === RESOLVING;
