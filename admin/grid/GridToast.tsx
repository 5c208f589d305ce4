import type { GridStore } from "./grid-store";
import type { GridMessageKey, Say } from "./grid.messages";
import type { Notice } from "./notice";

interface GridToastProps {
  store: GridStore;
  say: Say;
  /** Asks why before what was saved is taken back. */
  onUndo(notice: Notice): void;
}

/** What an act came to, in a sentence over the grid's foot. */
export function GridToast({ store, say, onUndo }: GridToastProps) {
  const { notice } = store;
  if (!notice) return null;
  return (
    <div className={`bulk-grid-toast is-${notice.tone}`} role="status">
      {say(notice.key as GridMessageKey, notice.values)}
      {notice.undoes && (
        <button type="button" className="is-act" onClick={() => onUndo(notice)}>
          {say("undo")}
        </button>
      )}
      <button type="button" aria-label={say("close")} onClick={() => store.say(null)}>
        ×
      </button>
    </div>
  );
}
