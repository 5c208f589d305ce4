import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import Popover from "@mui/material/Popover";
import TextField from "@mui/material/TextField";
import { Columns3, GripVertical, Lock } from "lucide-react";
import { useRef, useState, type DragEvent, type KeyboardEvent } from "react";
import { fold } from "../../server/platform/text/fold";
import { useLabel, useWords } from "../platform/language";
import { fieldOf, type ModelResource } from "../platform/model";
import { moveField, toggleField } from "./grid-view";
import { words } from "./grid-view.words";
import type { GridViewState } from "./use-grid-view";

interface ColumnListProps {
  resource: ModelResource;
  state: GridViewState;
}

/** The button that counts the columns shown, and the list in which they are chosen and put in order. */
export function ColumnList({ resource, state }: ColumnListProps) {
  const w = useWords(words);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<Columns3 size={16} />}
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {w.columns}&nbsp;<b>{`${state.shown.length}/${state.layout.all.length}`}</b>
      </Button>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: "bottom", horizontal: "right" }}
        transformOrigin={{ vertical: "top", horizontal: "right" }}
        slotProps={{ paper: { role: "dialog", "aria-label": w.columnsTitle } }}
      >
        <Columns resource={resource} state={state} />
      </Popover>
    </>
  );
}

function Columns({ resource, state }: ColumnListProps) {
  const w = useWords(words);
  const label = useLabel();
  const { layout, shown } = state;
  const [text, setText] = useState("");
  const [dragged, setDragged] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const nameOf = (field: string) => label(fieldOf(resource, field)?.label ?? { vi: field, en: field });
  const hidden = layout.all.map(({ field }) => field).filter((field) => !shown.includes(field));
  const wanted = fold(text.trim());
  const listed = [...shown, ...hidden].filter((field) => fold(nameOf(field)).includes(wanted));
  const isKey = (field: string) => layout.all.some((column) => column.field === field && column.frozen);

  const move = (field: string, to: number) => state.set({ columns: moveField(layout, shown, field, to) });
  const onKeyDown = (event: KeyboardEvent, field: string) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    if (event.altKey) {
      if (shown.includes(field)) move(field, shown.indexOf(field) + by);
      return;
    }
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>("input:enabled") ?? [])];
    boxes[boxes.indexOf(event.target as HTMLInputElement) + by]?.focus();
  };
  const onDrop = (event: DragEvent, onto: string) => {
    event.preventDefault();
    if (dragged && shown.includes(onto)) move(dragged, shown.indexOf(onto));
    setDragged(null);
  };

  return (
    <div className="column-list">
      <TextField
        autoFocus
        fullWidth
        placeholder={w.findColumn}
        value={text}
        onChange={(event) => setText(event.target.value)}
        slotProps={{ htmlInput: { "aria-label": w.findColumn, type: "search" } }}
      />
      <ul ref={list}>
        {listed.map((field) => {
          const isShown = shown.includes(field);
          const canMove = isShown && !isKey(field);
          return (
            <li
              key={field}
              draggable={canMove}
              className={dragged === field ? "is-dragged" : undefined}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = "move";
                setDragged(field);
              }}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => dragged !== null && isShown && !isKey(field) && event.preventDefault()}
              onDrop={(event) => onDrop(event, field)}
            >
              <label>
                <Checkbox
                  size="small"
                  checked={isShown}
                  disabled={isKey(field)}
                  onChange={() => state.set({ columns: toggleField(layout, shown, field) })}
                  slotProps={{ input: { onKeyDown: (event) => onKeyDown(event, field) } }}
                />
                <span className="grow">{nameOf(field)}</span>
              </label>
              {isKey(field) && (
                <span className="hint" title={w.keyColumn}>
                  <Lock size={14} aria-hidden /> <span className="seen-by-readers">{w.keyColumn}</span>
                </span>
              )}
              {canMove && <GripVertical size={16} aria-hidden />}
            </li>
          );
        })}
        {listed.length === 0 && <li className="hint">{w.noSuchColumn}</li>}
      </ul>
      <footer>
        <span className="hint">{w.columnsHelp}</span>
        <Button variant="text" onClick={() => state.set({ columns: null, widths: {} })}>
          {w.resetColumns}
        </Button>
      </footer>
    </div>
  );
}
