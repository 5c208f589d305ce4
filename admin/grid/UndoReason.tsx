import { Undo2 } from "lucide-react";
import { useId, useLayoutEffect, useRef, useState } from "react";
import type { Say } from "./grid.messages";

interface UndoReasonProps {
  say: Say;
  /** The reason given, null where nothing is to be undone. */
  onClose(note: string | null): void;
}

/** Asks why before a save is taken back: that is a change set like any other. */
export function UndoReason({ say, onClose }: UndoReasonProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [note, setNote] = useState("");
  const id = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="bulk-grid-dialog is-small"
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        onClose(null);
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onClose(note);
        }}
      >
        <h2 id={`${id}-title`}>{say("undo.title")}</h2>
        <p>{say("undo.about")}</p>
        <label htmlFor={`${id}-note`}>{say("reason")}</label>
        <input
          id={`${id}-note`}
          className="bulk-grid-input"
          autoFocus
          value={note}
          maxLength={500}
          placeholder={say("reasonHint")}
          onChange={(event) => setNote(event.target.value)}
        />
        <footer>
          <button type="button" className="bulk-grid-button" onClick={() => onClose(null)}>
            {say("previewBack")}
          </button>
          <button type="submit" className="bulk-grid-button is-primary">
            <Undo2 size={16} strokeWidth={1.75} aria-hidden="true" /> {say("undo")}
          </button>
        </footer>
      </form>
    </dialog>
  );
}
