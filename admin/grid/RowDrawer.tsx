import { ChevronDown, ChevronUp, Clock, X } from "lucide-react";
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { rowTitle } from "./cell-view";
import { DrawerField } from "./DrawerField";
import type { GridColumnSpec } from "./grid-column";
import type { GridStore } from "./grid-store";
import type { Say } from "./grid.messages";
import { single } from "./selection";
import { untouchedRow } from "./staging";

/** What of a row is open at the side. */
export type DrawerView = { part: "fields" } | { part: "history"; field: string | null };

interface RowDrawerProps {
  store: GridStore;
  say: Say;
  view: DrawerView;
  /** The past of a row, or of one of its cells. */
  history?: (id: string, field: string | null) => ReactNode;
  onView(view: DrawerView): void;
  onClose(): void;
}

/**
 * The selected row at the side: all its fields, also those without a column, and its past. It goes along with the
 * selection; what is typed here is staged like what is typed in a cell. One Esc leaves a field, the next the drawer.
 */
export function RowDrawer({ store, say, view, history, onView, onClose }: RowDrawerProps) {
  const id = useId();
  const root = useRef<HTMLElement>(null);
  const { row: index } = store.selection.anchor;
  const row = store.row(index);
  const key = row.state === "saved" ? row.row.id : row.state === "new" ? row.staged.key : null;
  const isWhole = useWholeRow(store, row.state === "saved" ? row.row.id : null);

  // When it opens, and when what had the focus has gone with its part.
  useEffect(() => {
    if (!root.current?.contains(document.activeElement)) root.current?.focus();
  }, [view]);

  const step = (by: number) => {
    const to = Math.max(0, Math.min(index + by, store.extent.dataRows - 1));
    root.current?.focus();
    store.select(single(store.selection.anchor.column, to));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const by = ctrl && { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by) step(by);
    else if (event.key === "Escape" || (ctrl && event.key === "Enter")) {
      const field = document.activeElement;
      // A field takes the first Esc for what is typed into it; a list for what is open.
      if (event.key === "Escape" && field !== root.current && field?.closest("[data-field]")) root.current?.focus();
      else onClose();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const staged =
    row.state === "new" ? row.staged : row.state === "saved" ? (row.staged ?? untouchedRow(row.row)) : null;
  const title = staged ? rowTitle(store.columns, staged, store.locale) || say("drawer.newRow") : say("drawer.noRow");
  const fields: GridColumnSpec[] = [...store.columns, ...store.unseen];
  const tabs = history && row.state === "saved";
  return (
    <aside ref={root} className="bulk-grid-drawer" aria-labelledby={`${id}-title`} tabIndex={-1} onKeyDown={onKeyDown}>
      <header>
        <h2 id={`${id}-title`}>{title}</h2>
        <small>{say("drawer.place", { n: index + 1, total: store.extent.dataRows })}</small>
        <button
          type="button"
          className="bulk-grid-icon"
          aria-label={say("drawer.before")}
          title={`${say("drawer.before")} (Ctrl ↑)`}
          onClick={() => step(-1)}
        >
          <ChevronUp size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="bulk-grid-icon"
          aria-label={say("drawer.after")}
          title={`${say("drawer.after")} (Ctrl ↓)`}
          onClick={() => step(1)}
        >
          <ChevronDown size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="bulk-grid-icon"
          aria-label={say("close")}
          title={`${say("close")} (Esc)`}
          onClick={onClose}
        >
          <X size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
      </header>
      {tabs && (
        <div className="bulk-grid-drawer-tabs" role="group" aria-label={say("drawer.parts")}>
          <button type="button" aria-pressed={view.part === "fields"} onClick={() => onView({ part: "fields" })}>
            {say("drawer.fields")}
          </button>
          <button
            type="button"
            aria-pressed={view.part === "history"}
            onClick={() => onView({ part: "history", field: null })}
          >
            {say("drawer.history")}
          </button>
        </div>
      )}
      <div className="bulk-grid-drawer-body">
        {!key && <p>{say(row.state === "loading" ? "loading" : "drawer.noRowAbout")}</p>}
        {key && (view.part === "fields" || !tabs) && (
          <dl>
            {fields.map((column) => (
              <DrawerField
                key={`${key}.${column.field}`}
                store={store}
                say={say}
                column={column}
                index={index}
                isKnown={isWhole || row.state === "new" || store.columns.includes(column)}
                action={
                  tabs && (
                    <button
                      type="button"
                      className="bulk-grid-icon"
                      aria-label={say("drawer.cellHistory", { field: column.label })}
                      title={say("drawer.cellHistory", { field: column.label })}
                      onClick={() => onView({ part: "history", field: column.field })}
                    >
                      <Clock size={14} strokeWidth={1.75} aria-hidden="true" />
                    </button>
                  )
                }
              />
            ))}
          </dl>
        )}
        {key && tabs && view.part === "history" && (
          <>
            <label className="bulk-grid-drawer-of">
              {say("drawer.of")}{" "}
              <select
                className="bulk-grid-input"
                value={view.field ?? ""}
                onChange={(event) => onView({ part: "history", field: event.target.value || null })}
              >
                <option value="">{say("drawer.allFields")}</option>
                {fields.map((column) => (
                  <option key={column.field} value={column.field}>
                    {column.label}
                  </option>
                ))}
              </select>
            </label>
            {history(key, view.field)}
          </>
        )}
      </div>
    </aside>
  );
}

/** Asks for the fields that the grid has no column for; true once they are here. */
function useWholeRow(store: GridStore, id: string | null): boolean {
  const [whole, setWhole] = useState<string | null>(null);
  useEffect(() => {
    if (id === null) return;
    let here = true;
    void store.complete(id).then(
      (found) => here && found && setWhole(id),
      () => undefined,
    );
    return () => void (here = false);
  }, [store, id]);
  return id !== null && whole === id;
}
