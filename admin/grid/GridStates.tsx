import type { ReactNode } from "react";
import type { GridStore } from "./grid-store";
import type { Say } from "./grid.messages";

interface GridStatesProps {
  store: GridStore;
  say: Say;
  readOnly: boolean;
  /** What the screen says instead where there is no row. */
  empty?: ReactNode;
}

/** What stands over a grid without rows: that none matches, or that they could not be loaded. */
export function GridStates({ store, say, readOnly, empty }: GridStatesProps) {
  if (store.error) {
    return (
      <div className="bulk-grid-empty" role="alert">
        <b>{say("loadFailed")}</b>
        <span>{say("loadFailedAbout")}</span>
        <button type="button" className="bulk-grid-button" onClick={() => store.renew()}>
          {say("retry")}
        </button>
      </div>
    );
  }
  if (store.total !== 0 || store.newKeys.length > 0) return null;
  return (
    <div className="bulk-grid-empty">
      {empty ?? (
        <>
          <b>{say("emptyTitle")}</b>
          <span>{say(readOnly ? "emptyAboutRead" : "emptyAbout")}</span>
        </>
      )}
    </div>
  );
}
