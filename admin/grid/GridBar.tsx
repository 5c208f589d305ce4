import { ListChecks, PanelRightOpen, Plus, Redo2, Search, Trash2, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { goToNewRow, toggleDeleted } from "./grid-acts";
import type { GridStore } from "./grid-store";
import type { Say } from "./grid.messages";

interface GridBarProps {
  store: GridStore;
  say: Say;
  canDelete: boolean;
  readOnly: boolean;
  panelOpen: boolean;
  /** The screen's own controls: filters, density, links. */
  children?: ReactNode;
  onFocus(): void;
  onFind(): void;
  onPanel(): void;
  onOpenRow(): void;
}

/** The acts that also have keys, for those who do not know the keys. */
export function GridBar({
  store,
  say,
  canDelete,
  readOnly,
  panelOpen,
  children,
  onFocus,
  onFind,
  onPanel,
  onOpenRow,
}: GridBarProps) {
  const { past, future } = store.history;
  const act = (run: () => void) => () => {
    run();
    onFocus();
  };
  return (
    <div className="bulk-grid-bar">
      {children}
      <span className="bulk-grid-space" />
      {!readOnly && (
        <>
          {" "}
          <button
            type="button"
            className="bulk-grid-button is-quiet is-small"
            title={`${say("undo")} (Ctrl Z)`}
            disabled={past.length === 0}
            onClick={act(() => store.undo())}
          >
            <Undo2 size={16} strokeWidth={1.75} aria-hidden="true" />
            <span className="bulk-grid-unseen">{say("undo")}</span> <kbd>Ctrl Z</kbd>
          </button>
          <button
            type="button"
            className="bulk-grid-button is-quiet is-small"
            title={`${say("redo")} (Ctrl Y)`}
            disabled={future.length === 0}
            onClick={act(() => store.redo())}
          >
            <Redo2 size={16} strokeWidth={1.75} aria-hidden="true" />
            <span className="bulk-grid-unseen">{say("redo")}</span> <kbd>Ctrl Y</kbd>
          </button>
        </>
      )}
      <button type="button" className="bulk-grid-button is-small" title="Ctrl Enter" onClick={onOpenRow}>
        <PanelRightOpen size={16} strokeWidth={1.75} aria-hidden="true" /> {say("drawer.open")}
      </button>
      <button
        type="button"
        className="bulk-grid-button is-small"
        title={readOnly ? "Ctrl F" : "Ctrl F, Ctrl H"}
        onClick={onFind}
      >
        <Search size={16} strokeWidth={1.75} aria-hidden="true" /> {say(readOnly ? "find" : "findReplace")}
      </button>
      {store.canCreate && (
        <button
          type="button"
          className="bulk-grid-button is-small"
          title="Ctrl +"
          onClick={act(() => goToNewRow(store))}
        >
          <Plus size={16} strokeWidth={1.75} aria-hidden="true" /> {say("addRow")}
        </button>
      )}
      {canDelete && (
        <button
          type="button"
          className="bulk-grid-button is-small"
          title="Ctrl −"
          onClick={act(() => void toggleDeleted(store))}
        >
          <Trash2 size={16} strokeWidth={1.75} aria-hidden="true" /> {say("deleteRows")}
        </button>
      )}
      {!panelOpen && (
        <button type="button" className="bulk-grid-button is-small" aria-expanded={false} onClick={onPanel}>
          <ListChecks size={16} strokeWidth={1.75} aria-hidden="true" />{" "}
          {say("pendingShow", { n: store.staged.rows.size })}
        </button>
      )}
    </div>
  );
}
