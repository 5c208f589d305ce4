import {
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
} from "react";
import type { Box } from "./cell-drawing";
import { cellText } from "./cell-text";
import { clear, copyLater, copyNow, paste, putValue, typeText } from "./grid-acts";
import { isListColumn, type GridColumnSpec, type ListOption } from "./grid-column";
import type { GridStore } from "./grid-store";
import type { Say } from "./grid.messages";
import { ListPopup } from "./ListPopup";
import { found, openList, outcome, step, toggle, typed, valueOf, type OpenList } from "./list-editor";
import { single } from "./selection";
import { commandOf, type GridCommand } from "./shortcuts";

export interface SinkHandle {
  focus(): void;
  /** Opens the editor with the cell's value, as F2 does. */
  edit(): void;
}

interface FocusSinkProps {
  store: GridStore;
  columns: readonly GridColumnSpec[];
  say: Say;
  /** The selected cell in words, for screen readers. */
  label: string;
  /** Where a cell stands in the window, and the frame that the sink lies in. */
  bounds(column: number, row: number): Box | undefined;
  frame: React.RefObject<HTMLElement | null>;
  handle: Ref<SinkHandle>;
  onCommand(command: GridCommand): void;
}

/** An editor that is open. `caret`: the arrows move in the text; else they commit and move on, as after typing over a cell. */
interface Editing {
  column: number;
  row: number;
  caret: boolean;
  list: OpenList | null;
}

/**
 * The one element of the grid that holds the focus: a <textarea> over the selected cell, transparent until something is
 * typed. Because it is editable before the first key, compositions (Telex "Đặng") and keys that come faster than the
 * screen land in it and are never lost. It reads and writes the store directly, not the last rendered state.
 */
export function FocusSink({ store, columns, say, label, bounds, frame, handle, onCommand }: FocusSinkProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const editing = useRef<Editing | null>(null);
  const search = useRef(0);
  const [, redraw] = useState(0);
  const listId = useId();

  const set = (next: Editing | null) => {
    editing.current = next;
    redraw((n) => n + 1);
  };
  const text = () => area.current?.value ?? "";
  const setText = (value: string) => {
    if (area.current) area.current.value = value;
  };

  /** Opens the editor on the selected cell. `keep`: with its value, else what is typed replaces it. */
  const open = (keep: boolean, withList = true): boolean => {
    const { column: at, row } = store.selection.anchor;
    const column = columns[at];
    if (!column) return false;
    const cell = store.cell(at, row);
    if (cell.locked && store.row(row).state !== "loading") {
      store.say({ key: "lockedCell", tone: "bad" });
      return false;
    }
    // The range shrinks to the cell that is edited.
    store.select({ ...single(at, row), tabFrom: store.selection.tabFrom });
    const hasList = isListColumn(column) && withList;
    const unread = cell.problem !== undefined;
    set({ column: at, row, caret: keep, list: hasList ? openList(column, cell.value, keep) : null });
    if (keep) {
      setText(hasList && !unread ? "" : cell.text);
      area.current?.setSelectionRange(text().length, text().length);
    }
    if (hasList) lookUp(column, text());
    return true;
  };

  /** Asks a reference column's search for the typed text; only the answer to the last question counts. */
  const lookUp = (column: GridColumnSpec, wanted: string) => {
    if (!column.search) return;
    const asked = ++search.current;
    column.search(wanted).then(
      (options) => {
        const now = editing.current;
        if (asked === search.current && now?.list) set({ ...now, list: found(now.list, wanted, options) });
      },
      () => undefined,
    );
  };

  const close = () => {
    search.current += 1;
    setText("");
    set(null);
  };

  const commit = () => {
    const now = editing.current;
    if (!now) return;
    const written = text();
    close();
    const { column, row, list } = now;
    const result = list ? outcome(list, columns[column], written) : { text: written };
    if (!result) return;
    if ("value" in result) putValue(store, column, row, result.value);
    // Opened and left as it was is no edit: it must not turn a shown value into a typed one.
    else if (!now.caret || result.text !== shownText(store, columns, column, row))
      typeText(store, column, row, result.text);
  };

  const pick = (option: ListOption) => {
    const now = editing.current;
    if (!now?.list) return;
    if (columns[now.column].many) {
      setText("");
      set({ ...now, list: typed(toggle(now.list, option), columns[now.column], "") });
      lookUp(columns[now.column], "");
      return;
    }
    close();
    putValue(store, now.column, now.row, valueOf(columns[now.column], [option]));
  };

  const onInput = () => {
    const now = editing.current;
    if (!now) {
      if (text() === "") return;
      if (!open(false)) return setText("");
    }
    const here = editing.current;
    if (here?.list) {
      const column = columns[here.column];
      set({ ...here, list: typed(here.list, column, text()) });
      lookUp(column, text());
    } else redraw((n) => n + 1);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While a composition runs every key belongs to it; its Enter ends the composition and nothing else.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return event.stopPropagation();
    if (editing.current) onKeyWhileEditing(event, editing.current);
    else onKeyAtRest(event);
  };

  const onKeyAtRest = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const ctrl = event.ctrlKey || event.metaKey;
    const { key, shiftKey: shift, altKey: alt } = event;
    if (ctrl && /^[cxv]$/i.test(key)) return event.stopPropagation();
    const take = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    const command = commandOf(event);
    if (command) {
      take();
      return onCommand(command);
    }
    if (key === "F2" || (alt && key === "ArrowDown")) return (take(), void open(true));
    if (key === "Backspace") return (take(), void open(false));
    if (key === "Delete") return (take(), void clear(store));
    if (key === "Escape") {
      take();
      store.say(null);
      return store.select(single(store.selection.anchor.column, store.selection.anchor.row));
    }
    if (!alt && store.press({ key, shift, ctrl })) return take();
    if (key.length === 1 && !ctrl && !alt) {
      event.stopPropagation();
      const { column, row } = store.selection.anchor;
      if (columns[column] && store.cell(column, row).locked && store.row(row).state !== "loading") {
        event.preventDefault();
        store.say({ key: "lockedCell", tone: "bad" });
      }
    }
  };

  const onKeyWhileEditing = (event: KeyboardEvent<HTMLTextAreaElement>, now: Editing) => {
    event.stopPropagation();
    const { key, shiftKey: shift, altKey: alt } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    const move = () => {
      event.preventDefault();
      commit();
      store.press({ key, shift, ctrl: false });
    };
    const column = columns[now.column];
    if (key === "Escape") return (event.preventDefault(), close());
    if (key === "Enter" && alt && column.multiline) return (event.preventDefault(), insertLine());
    if (key === "Enter" && !alt && !ctrl) return move();
    if (key === "Tab") return move();
    if (ctrl && key.toLowerCase() === "s") {
      event.preventDefault();
      commit();
      return onCommand("save");
    }
    if (key === "F2") return (event.preventDefault(), set({ ...now, caret: true }));
    if (now.list && onKeyInList(event, now, now.list, column)) return event.preventDefault();
    const leaves = /^(Arrow(Up|Down)|Page(Up|Down))$/.test(key) || (!now.caret && /^Arrow(Left|Right)$/.test(key));
    if (leaves && !ctrl && !alt && !(now.caret && text().includes("\n"))) move();
  };

  /** Keys of the open list; false when the key goes on to the text. */
  const onKeyInList = (event: KeyboardEvent, now: Editing, list: OpenList, column: GridColumnSpec): boolean => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (by !== undefined) return (set({ ...now, list: step(list, by) }), true);
    if (column.many && (event.key === ";" || (event.key === " " && text() === ""))) {
      const option = list.options[list.active];
      if (option) pick(option);
      return true;
    }
    if (event.key === "Delete" && text() === "") {
      close();
      typeText(store, now.column, now.row, "");
      return true;
    }
    return false;
  };

  const insertLine = () => {
    const { selectionStart: from, selectionEnd: to } = area.current as HTMLTextAreaElement;
    area.current?.setRangeText("\n", from, to, "end");
    onInput();
  };

  const onCopy = (event: ClipboardEvent, cut: boolean) => {
    if (editing.current) return;
    event.preventDefault();
    const copied = copyNow(store);
    if (copied !== null) event.clipboardData.setData("text/plain", copied);
    else void copyLater(store).then((later) => navigator.clipboard?.writeText(later));
    if (cut) void clear(store);
  };

  const onPaste = (event: ClipboardEvent) => {
    if (editing.current) return;
    event.preventDefault();
    const pasted = event.clipboardData.getData("text/plain");
    if (pasted !== "") void paste(store, pasted);
  };

  // The window losing the focus is no end of editing; another element taking it is.
  const onBlur = () => {
    if (editing.current && document.activeElement !== area.current) commit();
  };

  useImperativeHandle(handle, () => ({
    focus: () => area.current?.focus({ preventScroll: true }),
    edit: () => void (editing.current ?? open(true)),
  }));

  const now = editing.current;
  const place = now ?? store.selection.anchor;
  const cell = bounds(place.column, place.row);
  useLayoutEffect(() => {
    const outer = frame.current?.getBoundingClientRect();
    if (area.current && cell && outer) fitArea(area.current, cell, outer, Boolean(now));
  });

  const list = now?.list;
  const right = now ? columns[now.column]?.align === "right" || Boolean(columns[now.column]?.amount) : false;
  return (
    <>
      <textarea
        ref={area}
        className={now ? "bulk-grid-sink is-editing" : "bulk-grid-sink"}
        style={{ textAlign: right ? "right" : "left" }}
        rows={1}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        aria-label={label || say("sinkLabel")}
        role={list ? "combobox" : undefined}
        aria-expanded={list ? true : undefined}
        aria-controls={list ? listId : undefined}
        aria-activedescendant={list && list.options.length > 0 ? `${listId}-${list.active}` : undefined}
        placeholder={list && now?.caret ? shownText(store, columns, now.column, now.row) : undefined}
        onKeyDown={onKeyDown}
        onInput={onInput}
        onCompositionStart={() => !editing.current && open(false)}
        onCompositionEnd={() => !editing.current && setText("")}
        onCopy={(event) => onCopy(event, false)}
        onCut={(event) => onCopy(event, true)}
        onPaste={onPaste}
        onBlur={onBlur}
      />
      {now && list && cell && (
        <ListPopup
          id={listId}
          list={list}
          many={Boolean(columns[now.column].many)}
          text={text()}
          cell={cell}
          say={say}
          onPick={pick}
        />
      )}
    </>
  );
}

function shownText(store: GridStore, columns: readonly GridColumnSpec[], column: number, row: number): string {
  const cell = store.cell(column, row);
  return cell.text !== "" ? cell.text : cellText(columns[column], cell.value, store.locale);
}

/** Lays the textarea over the cell; while editing it grows with its text, as far as the grid goes. */
function fitArea(area: HTMLTextAreaElement, cell: Box, frame: DOMRect, isEditing: boolean): void {
  const left = Math.max(0, Math.min(cell.x - frame.x, frame.width - 60));
  const top = Math.max(0, Math.min(cell.y - frame.y, frame.height - 20));
  area.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  area.style.width = `${cell.width + 1}px`;
  area.style.height = `${cell.height + 1}px`;
  if (!isEditing) return;
  const widest = Math.max(cell.width + 1, frame.width - left - 4);
  if (area.scrollWidth > area.clientWidth || area.scrollHeight > area.clientHeight)
    area.style.width = `${Math.min(widest, Math.max(cell.width + 1, 360))}px`;
  if (area.scrollHeight > area.clientHeight)
    area.style.height = `${Math.min(frame.height - top - 4, area.scrollHeight + 4)}px`;
}
