import { cellView, rowTitle, type RowView } from "./cell-view";
import { matcherOf, type FindQuery, type Matcher } from "./find";
import { isEditable, type GridRow } from "./grid-column";
import { MOST_ROWS, type GridStore } from "./grid-store";
import { single } from "./selection";
import { untouchedRow, type RowTarget } from "./staging";

/** A cell that fits, at a place of the view. */
interface Match {
  row: number;
  field: string;
}

/** A cell before and after a replacement, or why it is left alone. */
export interface Replacement {
  key: string;
  title: string;
  field: string;
  label: string;
  before: string;
  after: string;
  /** The place and row it would be staged at. */
  row: number;
  target: RowTarget;
  left: "findLocked" | "findDeleted" | null;
}

const PAGE = 200;

/**
 * Looks through all rows of the view, those that are not in memory too: cells are compared as they are shown, with what
 * is staged. The rows are paged through, which can be watched and stopped.
 */
export class Finder {
  query: FindQuery = { text: "", field: null, exact: false, whole: false };
  matches: Match[] = [];
  done = 0;
  total = 0;
  isRunning = false;
  failed = false;
  /** The rows of the first matches, as many as may be changed at once. */
  private rows = new Map<number, RowTarget>();
  private run = 0;
  private wanted: { back: boolean } | null = null;
  private listeners = new Set<() => void>();
  private revision = 0;

  constructor(private readonly store: GridStore) {}

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  version = () => this.revision;

  private changed(): void {
    this.revision += 1;
    for (const listener of this.listeners) listener();
  }

  /** Asks anew; what was found before is forgotten. */
  async ask(query: FindQuery): Promise<void> {
    this.query = query;
    const run = ++this.run;
    Object.assign(this, { matches: [], rows: new Map(), done: 0, total: 0, failed: false, wanted: null });
    this.isRunning = query.text !== "";
    this.changed();
    if (!this.isRunning) return;
    const matcher = matcherOf(query);
    const { source } = this.store;
    try {
      for (let offset = 0; offset === 0 || offset < this.total; offset += PAGE) {
        const page = await source.load(offset, PAGE);
        if (run !== this.run) return;
        this.total = page.total;
        page.rows.forEach((row, index) => this.look(matcher, row, offset + index));
        this.done = Math.min(offset + PAGE, page.total);
        this.goWanted();
        this.changed();
      }
      this.store.newKeys.forEach((key, index) => this.look(matcher, key, this.total + index));
    } catch {
      if (run !== this.run) return;
      this.failed = true;
    }
    this.isRunning = false;
    this.goWanted(true);
    this.changed();
  }

  again = (): Promise<void> => this.ask(this.query);

  /** Stops looking; what was found stays. */
  stop(): void {
    this.run += 1;
    this.isRunning = false;
    this.changed();
  }

  private viewOf(target: RowTarget): RowView | null {
    const { rows } = this.store.staged;
    if (typeof target !== "string") return { state: "saved", row: target, staged: rows.get(target.id) };
    const staged = rows.get(target);
    return staged ? { state: "new", staged } : null;
  }

  private look(matcher: Matcher, target: RowTarget, row: number): void {
    const view = this.viewOf(target);
    if (!view) return;
    const { field } = this.query;
    for (const column of this.store.columns) {
      if (field !== null && column.field !== field) continue;
      if (!matcher.fits(cellView(column, view, this.store.locale).text)) continue;
      this.matches.push({ row, field: column.field });
      if (this.rows.size < MOST_ROWS) this.rows.set(row, target);
    }
  }

  private columnOf = (field: string) => this.store.columns.findIndex((column) => column.field === field);

  /** Where the selected cell stands among the matches, from 1; 0 where it is none. */
  get place(): number {
    const { column, row } = this.store.selection.anchor;
    return this.matches.findIndex((match) => match.row === row && this.columnOf(match.field) === column) + 1;
  }

  /** Goes to the next match after the selected cell, around the end; while more is looked for it may have to come yet. */
  go(back: boolean): void {
    this.wanted = { back };
    this.goWanted(!this.isRunning);
  }

  private goWanted(isWhole = false): void {
    if (!this.wanted) return;
    const { back } = this.wanted;
    const { anchor } = this.store.selection;
    const order = ({ row, field }: Match) => row - anchor.row || this.columnOf(field) - anchor.column;
    const found = back
      ? this.matches.findLast((match) => order(match) < 0)
      : this.matches.find((match) => order(match) > 0);
    const around = isWhole ? (back ? this.matches.at(-1) : this.matches[0]) : undefined;
    const match = found ?? around;
    if (match) this.store.select(single(this.columnOf(match.field), match.row));
    if (match || isWhole) this.wanted = null;
    this.changed();
  }

  /** What replacing would do, cell by cell; at most as many rows as one change may have. */
  replacements(by: string): { cells: Replacement[]; isCut: boolean } {
    const matcher = matcherOf(this.query);
    const { columns, locale } = this.store;
    const cells: Replacement[] = [];
    let isCut = false;
    for (const { row, field } of this.matches) {
      const target = this.rows.get(row);
      const view = target === undefined ? null : this.viewOf(target);
      const column = columns[this.columnOf(field)];
      if (target === undefined) isCut = true;
      if (!view || target === undefined || !column || (view.state !== "saved" && view.state !== "new")) continue;
      const before = cellView(column, view, locale).text;
      const after = matcher.replace(before, by);
      // What was edited since it was found may fit no more.
      if (after === before) continue;
      const staged = view.staged ?? untouchedRow(target);
      const key = `${staged.key}\n${field}`;
      const isNew = view.state === "new";
      const left = staged.deleted ? "findDeleted" : isEditable(column, isNew) ? null : "findLocked";
      const title = rowTitle(columns, staged, locale);
      cells.push({ key, title, field, label: column.label, before, after, row, target, left });
    }
    return { cells, isCut };
  }

  /** Stages replacements as one undo step, read as if they had been typed. */
  replace(cells: readonly Replacement[]): void {
    const edits = cells.map(({ field, row, target, after }) => ({
      column: this.columnOf(field),
      row,
      content: after,
      target: target as GridRow | string,
    }));
    this.store.place(edits);
    this.store.say({ key: "findReplaced", values: { n: edits.length }, tone: "good" });
    void this.again();
  }
}
