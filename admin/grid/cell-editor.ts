import { today } from "../platform/format";
import { dayIn, type OpenCalendar } from "./calendar";
import { clear, write } from "./grid-acts";
import { isDay, isListColumn, type GridColumnSpec, type ListOption } from "./grid-column";
import { NEW_ROW, type GridStore } from "./grid-store";
import { found, openList, outcome, takeIn, toggle, typed, valueOf, type OpenList } from "./list-editor";
import { single } from "./selection";
import type { RowTarget } from "./staging";

/** An editor that is open on a cell. */
export interface Editing {
  column: number;
  row: number;
  /** The row that was there when it opened; null while it was loading. */
  target: RowTarget | null;
  /** The arrows move in the text, as after F2; else they commit and move on, as after typing over a cell. */
  caret: boolean;
  list: OpenList | null;
  calendar: OpenCalendar | null;
}

/**
 * Editing one cell through the grid's textarea, outside React: a key that comes before the screen was redrawn meets the
 * state that the key before it has left.
 */
export class CellEditor {
  now: Editing | null = null;
  area: HTMLTextAreaElement | null = null;
  /** Redraws; set by the sink. */
  onChange: () => void = () => undefined;
  /** A typed choice was just ended by a separator. */
  isSeparated = false;
  private asked = 0;

  constructor(private readonly store: GridStore) {}

  get text(): string {
    return this.area?.value ?? "";
  }

  set text(text: string) {
    if (this.area) this.area.value = text;
  }

  private set(now: Editing | null): void {
    this.now = now;
    this.onChange();
  }

  setList = (list: OpenList) => this.now && this.set({ ...this.now, list });

  column = (): GridColumnSpec | undefined => (this.now ? this.store.columns[this.now.column] : undefined);

  /** Whether the selected cell can be typed into; a row that is still loading can. */
  get isLocked(): boolean {
    const { column, row } = this.store.selection.anchor;
    if (!this.store.columns[column]) return true;
    return this.store.cell(column, row).locked && this.store.row(row).state !== "loading";
  }

  refuse(): void {
    this.store.say({ key: "lockedCell", tone: "plain", passing: true });
  }

  /** Opens on the selected cell. `keep`: with its value, else what is typed replaces it. */
  open(keep: boolean): boolean {
    const { column: at, row } = this.store.selection.anchor;
    if (this.isLocked) {
      this.refuse();
      return false;
    }
    const column = this.store.columns[at];
    const cell = this.store.cell(at, row);
    // The range shrinks to the cell that is edited.
    this.store.select({ ...single(at, row), tabFrom: this.store.selection.tabFrom });
    const list = isListColumn(column) ? openList(column, cell.value, keep) : null;
    this.set({
      column: at,
      row,
      target: this.store.row(row).state === "adding" ? NEW_ROW : this.store.target(row),
      caret: keep,
      list,
      calendar: null,
    });
    if (keep) {
      this.text = list && !cell.problem ? "" : cell.text;
      this.area?.setSelectionRange(this.text.length, this.text.length);
    }
    this.lookUp(column, this.text);
    return true;
  }

  /** Opens the editor with what the cell is chosen from: a list opens by itself, a calendar is asked for. */
  openChooser(): void {
    if (!this.now && !this.open(true)) return;
    const column = this.column();
    if (!this.now || !column || !isDay(column)) return;
    const day = dayIn(column, this.text, this.store.locale) ?? this.store.day ?? today();
    this.set({ ...this.now, caret: true, calendar: { day, isNew: this.text === "" } });
  }

  closeCalendar = () => this.now && this.set({ ...this.now, calendar: null });

  /** Goes to a day of the calendar: it is written into the editor, as if it were typed. */
  showDay(day: string): void {
    const column = this.column();
    if (!this.now || !column) return;
    this.text = column.kind.toText(day, this.store.locale);
    this.set({ ...this.now, calendar: { day, isNew: false } });
  }

  pickDay(day: string): void {
    this.showDay(day);
    this.commit();
  }

  /** The text of the textarea has changed, by a key, a composition or an input method. */
  input(): void {
    this.isSeparated = false;
    if (!this.now) {
      if (this.text === "") return;
      if (!this.open(false)) {
        this.text = "";
        return;
      }
    }
    const column = this.column();
    if (!this.now || !column) return;
    if (this.now.calendar) {
      const day = dayIn(column, this.text, this.store.locale) ?? this.now.calendar.day;
      return this.set({ ...this.now, calendar: { day, isNew: false } });
    }
    if (!this.now.list) return this.onChange();
    this.setList(typed(this.now.list, column, this.text));
    this.lookUp(column, this.text);
  }

  /** Asks a reference column's search; only the answer to the last question counts. */
  private lookUp(column: GridColumnSpec, text: string): void {
    if (!column.search) return;
    const asked = ++this.asked;
    column.search(text).then(
      (options) => {
        if (asked === this.asked && this.now?.list) this.setList(found(this.now.list, text, options));
      },
      () => undefined,
    );
  }

  close(): void {
    this.isSeparated = false;
    this.asked += 1;
    this.text = "";
    this.set(null);
  }

  /** Takes what was typed or chosen into the cell. An editor that was opened and left as it was changes nothing. */
  commit(): void {
    const { now, text } = this;
    const column = this.column();
    if (!now || !column) return;
    this.close();
    const result = now.list ? outcome(now.list, column, text) : { text };
    if (!result) return;
    if ("value" in result) write(this.store, now.column, now.row, { value: result.value }, now.target);
    else if (!now.caret || result.text !== this.store.cell(now.column, now.row).text) {
      write(this.store, now.column, now.row, result.text, now.target);
    }
  }

  /** Takes an option of the list; in a column of several the list stays open for the next. */
  pick(option: ListOption): void {
    const { now } = this;
    const column = this.column();
    if (!now?.list || !column) return;
    if (column.many) {
      this.isSeparated = false;
      this.text = "";
      this.setList(toggle(typed(now.list, column, ""), option));
      return this.lookUp(column, "");
    }
    this.close();
    write(this.store, now.column, now.row, { value: valueOf(column, [option]) }, now.target);
  }

  /** A separator after a typed choice of several: it is taken, and the next may be typed. */
  takeTyped(option: ListOption): void {
    const column = this.column();
    if (!this.now?.list || !column) return;
    this.text = "";
    this.setList(takeIn(typed(this.now.list, column, ""), option));
    this.isSeparated = true;
    this.lookUp(column, "");
  }

  /** Empties the cell. */
  clear(): void {
    this.close();
    void clear(this.store);
  }

  insertLine(): void {
    if (!this.area) return;
    this.area.setRangeText("\n", this.area.selectionStart, this.area.selectionEnd, "end");
    this.input();
  }

  /** F2 while an editor is open: from now on the arrows move in the text. */
  toCaret(): void {
    if (this.now) this.set({ ...this.now, caret: true });
  }
}
