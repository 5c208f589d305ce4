import { useId, useLayoutEffect, useRef } from "react";
import type { Say } from "./grid.messages";

interface DropAllProps {
  say: Say;
  count: number;
  onClose(sure: boolean): void;
}

/** Asks before all that is staged is dropped. The answer that loses nothing has the focus. */
export function DropAll({ say, count, onClose }: DropAllProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // While it is open nothing outside of it can take the focus.
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="bulk-grid-dialog is-small"
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        onClose(false);
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form onSubmit={(event) => event.preventDefault()}>
        <h2 id={`${id}-title`}>{say("dropAllSure", { n: count })}</h2>
        <p>{say("dropAllAbout")}</p>
        <footer>
          <button type="button" className="bulk-grid-button" autoFocus onClick={() => onClose(false)}>
            {say("dropAllNot")}
          </button>
          <button type="button" className="bulk-grid-button is-primary" onClick={() => onClose(true)}>
            {say("dropAll")}
          </button>
        </footer>
      </form>
    </dialog>
  );
}
