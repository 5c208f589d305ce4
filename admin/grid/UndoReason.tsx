import { Undo2 } from "lucide-react";
import { useId, useState } from "react";
import type { Say } from "./grid.messages";
import { GridDialog } from "./GridDialog";

interface UndoReasonProps {
  say: Say;
  /** The reason given, null where nothing is to be undone. */
  onClose(note: string | null): void;
}

/** Asks why before a save is taken back: that is a change set like any other. */
export function UndoReason({ say, onClose }: UndoReasonProps) {
  const [note, setNote] = useState("");
  const id = useId();
  return (
    <GridDialog title={say("undo.title")} onCancel={() => onClose(null)} onSubmit={() => onClose(note)}>
      <p>{say("undo.about")}</p>
      <label htmlFor={id}>{say("reason")}</label>
      <input
        id={id}
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
    </GridDialog>
  );
}
