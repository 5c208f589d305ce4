import type { KeyboardEvent } from "react";
import type { CellEditor, Editing } from "./cell-editor";
import { clear } from "./grid-acts";
import { movedDay, type OpenCalendar } from "./calendar";
import { isDay, isTick } from "./grid-column";
import type { GridStore } from "./grid-store";
import { step, type OpenList } from "./list-editor";
import { single } from "./selection";
import { commandOf, type GridCommand } from "./shortcuts";
import { toggleTicks } from "./tick-cells";

type Key = KeyboardEvent<HTMLTextAreaElement>;

/** Sends the keys that reach the sink where they belong: to a composition, the editor, a command or the selection. */
export function onSinkKey(
  event: Key,
  store: GridStore,
  editor: CellEditor,
  onCommand: (command: GridCommand) => void,
): void {
  // While a composition runs every key belongs to it; its Enter ends the composition and nothing else.
  if (event.nativeEvent.isComposing || event.keyCode === 229) event.stopPropagation();
  else if (editor.now) whileEditing(event, store, editor, editor.now, onCommand);
  else atRest(event, store, editor, onCommand);
}

const take = (event: Key) => {
  event.preventDefault();
  event.stopPropagation();
};

function atRest(event: Key, store: GridStore, editor: CellEditor, onCommand: (command: GridCommand) => void): void {
  const { key, shiftKey: shift, altKey: alt } = event;
  const ctrl = event.ctrlKey || event.metaKey;
  // The browser turns these into copy, cut and paste events.
  if (ctrl && /^[cxv]$/i.test(key)) return event.stopPropagation();
  const command = commandOf(event);
  const act = command ? () => onCommand(command) : restAct(event, store, editor);
  if (act) {
    take(event);
    return act();
  }
  if (!alt && store.press({ key, shift, ctrl })) return take(event);
  if (key.length !== 1 || ctrl || alt) return;
  event.stopPropagation();
  // Any other character goes into the textarea, whose input event opens the editor.
  if (editor.isLocked) {
    event.preventDefault();
    if (key === "?") onCommand("keys");
    else editor.refuse();
  }
}

function restAct(event: Key, store: GridStore, editor: CellEditor): (() => void) | null {
  const { key, altKey } = event;
  if (key === "F2") return () => void editor.open(true);
  if (altKey && key === "ArrowDown") return () => editor.openChooser();
  const column = store.columns[store.selection.anchor.column];
  const isPlain = !altKey && !event.shiftKey && !event.ctrlKey && !event.metaKey;
  if (key === " " && isPlain && column && isTick(column)) return () => void toggleTicks(store);
  if (key === "Backspace") return () => void editor.open(false);
  if (key === "Delete") return () => void clear(store);
  if (key !== "Escape") return null;
  return () => {
    store.say(null);
    store.select(single(store.selection.anchor.column, store.selection.anchor.row));
  };
}

function whileEditing(
  event: Key,
  store: GridStore,
  editor: CellEditor,
  now: Editing,
  onCommand: (command: GridCommand) => void,
): void {
  event.stopPropagation();
  const { key, shiftKey: shift, altKey: alt } = event;
  const ctrl = event.ctrlKey || event.metaKey;
  const commitAnd = (next: () => void) => {
    event.preventDefault();
    editor.commit();
    next();
  };
  const move = () => void store.press({ key, shift, ctrl: false });
  const column = editor.column();
  if (key === "Escape") {
    event.preventDefault();
    return editor.close();
  }
  if (key === "Enter" && alt && column?.multiline) {
    event.preventDefault();
    return editor.insertLine();
  }
  if (alt && key === "ArrowDown" && column && isDay(column)) {
    event.preventDefault();
    return editor.openChooser();
  }
  if (now.calendar && inCalendar(event, editor, now.calendar)) return event.preventDefault();
  if (key === "Tab" || (key === "Enter" && !alt && !ctrl)) return commitAnd(move);
  if (ctrl && key === "Enter") return commitAnd(() => onCommand("openRow"));
  if (ctrl && key.toLowerCase() === "s") return commitAnd(() => onCommand("save"));
  const command = commandOf(event);
  if (command && /^(find|replace|keys)/.test(command)) return commitAnd(() => onCommand(command));
  if (key === "F2") {
    event.preventDefault();
    return editor.toCaret();
  }
  if (now.list && inList(key, editor, now.list)) return event.preventDefault();
  const between = /^(Arrow(Up|Down)|Page(Up|Down))$/.test(key) || (!now.caret && /^Arrow(Left|Right)$/.test(key));
  const inLines = now.caret && editor.text.includes("\n");
  if (between && !ctrl && !alt && !inLines) commitAnd(move);
}

/** Keys of the open calendar; false when the key goes on. Enter on a calendar that was only opened takes its day. */
function inCalendar(event: Key, editor: CellEditor, { day, isNew }: OpenCalendar): boolean {
  const { key, shiftKey, altKey } = event;
  if (event.ctrlKey || event.metaKey) return false;
  if (altKey) {
    if (key === "ArrowUp") editor.closeCalendar();
    return key === "ArrowUp";
  }
  if (key === "Enter" && isNew) editor.showDay(day);
  const moved = movedDay(day, key, shiftKey);
  if (moved) editor.showDay(moved);
  return moved !== null;
}

/** Keys of the open list; false when the key goes on to the text. */
function inList(key: string, editor: CellEditor, list: OpenList): boolean {
  const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[key];
  if (by !== undefined) {
    editor.setList(step(list, by));
    return true;
  }
  const column = editor.column();
  if (column?.many && editor.text !== "" && (key === ";" || (key === "," && column.choices))) {
    const option = list.foundFor === editor.text ? list.options[list.active] : undefined;
    if (option) editor.takeTyped(option);
    return option !== undefined;
  }
  if (column?.many && editor.text === "" && (key === ";" || key === " ")) {
    // The space that one types after a separator is none that ticks.
    if (key === " " && editor.isSeparated) return true;
    const option = list.options[list.active];
    if (option) editor.pick(option);
    return true;
  }
  if (key === "Delete" && editor.text === "") {
    editor.clear();
    return true;
  }
  return false;
}
