import type { KeyboardEvent } from "react";
import type { CellEditor, Editing } from "./cell-editor";
import { clear } from "./grid-acts";
import type { GridStore } from "./grid-store";
import { step, type OpenList } from "./list-editor";
import { single } from "./selection";
import { commandOf, type GridCommand } from "./shortcuts";

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
    editor.refuse();
  }
}

function restAct({ key, altKey }: Key, store: GridStore, editor: CellEditor): (() => void) | null {
  if (key === "F2" || (altKey && key === "ArrowDown")) return () => void editor.open(true);
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
  if (key === "Escape") {
    event.preventDefault();
    return editor.close();
  }
  if (key === "Enter" && alt && editor.column()?.multiline) {
    event.preventDefault();
    return editor.insertLine();
  }
  if (key === "Tab" || (key === "Enter" && !alt && !ctrl)) return commitAnd(move);
  if (ctrl && key === "Enter") return commitAnd(() => onCommand("openRow"));
  if (ctrl && key.toLowerCase() === "s") return commitAnd(() => onCommand("save"));
  const command = commandOf(event);
  if (command && /^(find|replace)/.test(command)) return commitAnd(() => onCommand(command));
  if (key === "F2") {
    event.preventDefault();
    return editor.toCaret();
  }
  if (now.list && inList(key, editor, now.list)) return event.preventDefault();
  const between = /^(Arrow(Up|Down)|Page(Up|Down))$/.test(key) || (!now.caret && /^Arrow(Left|Right)$/.test(key));
  const inLines = now.caret && editor.text.includes("\n");
  if (between && !ctrl && !alt && !inLines) commitAnd(move);
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
