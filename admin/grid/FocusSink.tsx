import {
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useReducer,
  useState,
  type ClipboardEvent,
  type Ref,
  type RefObject,
} from "react";
import { CellEditor } from "./cell-editor";
import type { Box } from "./cell-drawing";
import { clear, copyLater, copyNow, paste, type ForClipboard } from "./grid-acts";
import { DayChooser } from "./DayChooser";
import { isDay, isRight, type GridColumnSpec } from "./grid-column";
import type { GridStore } from "./grid-store";
import type { Say } from "./grid.messages";
import { ListPopup } from "./ListPopup";
import type { GridCommand } from "./shortcuts";
import { onSinkKey } from "./sink-keys";

export interface SinkHandle {
  focus(): void;
  /** Opens the editor with the cell's value, as F2 does; with its list or calendar, as Alt ↓ does. */
  edit(chooser: boolean): void;
  /** Ends editing, as a click elsewhere does. */
  commit(): void;
}

interface FocusSinkProps {
  store: GridStore;
  columns: readonly GridColumnSpec[];
  say: Say;
  /** The selected cell in words, for screen readers. */
  label: string;
  /** Where a cell stands in the window, and the frame that the sink lies in. */
  bounds(column: number, row: number): Box | undefined;
  frame: RefObject<HTMLElement | null>;
  handle: Ref<SinkHandle>;
  onCommand(command: GridCommand): void;
}

/**
 * The one element of the grid that holds the focus: a <textarea> over the selected cell, transparent until something is
 * typed. Because it is editable before the first key, compositions (Telex "Đặng") and keys that come faster than the
 * screen land in it and are never lost.
 */
export function FocusSink({ store, columns, say, label, bounds, frame, handle, onCommand }: FocusSinkProps) {
  const [editor] = useState(() => new CellEditor(store));
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const listId = useId();
  editor.onChange = redraw;

  useImperativeHandle(handle, () => ({
    focus: () => editor.area?.focus({ preventScroll: true }),
    edit: (chooser) => (chooser ? editor.openChooser() : void (editor.now ?? editor.open(true))),
    commit: () => editor.commit(),
  }));

  const { now } = editor;
  const place = now ?? store.selection.anchor;
  const cell = bounds(place.column, place.row);
  useLayoutEffect(() => {
    const outer = frame.current?.getBoundingClientRect();
    if (editor.area && cell && outer) fitArea(editor.area, cell, outer, Boolean(now));
  });

  const onCopy = (event: ClipboardEvent, isCut: boolean) => {
    if (editor.now) return;
    event.preventDefault();
    const copied = copyNow(store);
    if (copied) {
      event.clipboardData.setData("text/plain", copied.text);
      if (copied.html !== null) event.clipboardData.setData("text/html", copied.html);
    } else void copyLater(store).then(putOnClipboard);
    if (isCut) void clear(store);
  };

  const onPaste = (event: ClipboardEvent) => {
    if (editor.now) return;
    event.preventDefault();
    const text = event.clipboardData.getData("text/plain");
    if (text !== "") void paste(store, text);
  };

  const column = now ? columns[now.column] : undefined;
  const list = now?.list;
  const opens = list ?? now?.calendar;
  return (
    <>
      <textarea
        ref={(area) => void (editor.area = area)}
        className={now ? "bulk-grid-sink is-editing" : "bulk-grid-sink"}
        style={{ textAlign: column && isRight(column) ? "right" : "left" }}
        rows={1}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        aria-label={label || say("sinkLabel")}
        role={opens ? "combobox" : undefined}
        aria-haspopup={now?.calendar ? "dialog" : undefined}
        aria-expanded={opens ? true : undefined}
        aria-controls={opens ? listId : undefined}
        aria-activedescendant={list && list.options.length > 0 ? `${listId}-${list.active}` : undefined}
        placeholder={now?.list && now.caret ? store.cell(now.column, now.row).text : undefined}
        onKeyDown={(event) => onSinkKey(event, store, editor, onCommand)}
        onInput={() => editor.input()}
        onCompositionStart={() => editor.now ?? editor.open(false)}
        onCompositionEnd={() => {
          // A composition into a cell that cannot be edited leaves nothing behind.
          if (!editor.now) editor.text = "";
        }}
        onCopy={(event) => onCopy(event, false)}
        onCut={(event) => onCopy(event, true)}
        onPaste={onPaste}
        // The window losing the focus is no end of editing; another element taking it is. The canvas takes it late, some
        // frames after a click, and gives it back: what is typed meanwhile goes on.
        onBlur={({ relatedTarget }) =>
          document.activeElement !== editor.area && !isCanvas(relatedTarget) && editor.commit()
        }
      />
      {list && cell && (
        <ListPopup
          id={listId}
          list={list}
          many={Boolean(column?.many)}
          text={editor.text}
          cell={cell}
          say={say}
          onPick={(option) => editor.pick(option)}
        />
      )}
      {column && isDay(column) && cell && (
        <DayChooser id={listId} editor={editor} cell={cell} locale={store.locale} say={say} />
      )}
    </>
  );
}

/** After the copy event is over; what has no clipboard of its own kind takes the text. */
async function putOnClipboard({ text, html }: ForClipboard): Promise<void> {
  if (html === null || typeof ClipboardItem === "undefined") return navigator.clipboard?.writeText(text);
  const of = (type: string, content: string) => new Blob([content], { type });
  const item = new ClipboardItem({ "text/plain": of("text/plain", text), "text/html": of("text/html", html) });
  return navigator.clipboard.write([item]);
}

const isCanvas = (element: EventTarget | null) =>
  element instanceof Element && element.closest(".bulk-grid-surface") !== null;

/** Lays the textarea over the cell; while editing it grows with its text, as far as the grid goes. */
function fitArea(area: HTMLTextAreaElement, cell: Box, frame: DOMRect, isEditing: boolean): void {
  const left = Math.max(0, Math.min(cell.x - frame.x, frame.width - 60));
  const top = Math.max(0, Math.min(cell.y - frame.y, frame.height - 20));
  const width = cell.width + 1;
  area.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  area.style.width = `${width}px`;
  area.style.height = `${cell.height + 1}px`;
  if (!isEditing || area.scrollHeight <= area.clientHeight) return;
  area.style.width = `${Math.max(width, Math.min(frame.width - left - 4, 420))}px`;
  if (area.scrollHeight > area.clientHeight)
    area.style.height = `${Math.min(frame.height - top - 4, area.scrollHeight + 4)}px`;
}
