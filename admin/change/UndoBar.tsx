import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { Undo2 } from "lucide-react";
import { useState, type FormEvent, type Ref } from "react";
import { formatNumber } from "../platform/format";
import { useLanguage, useWords } from "../platform/language";
import { words } from "./change.words";

interface UndoBarProps {
  count: number;
  busy: boolean;
  /** Why a reason must be given; null where it is welcome and no more. */
  needsNote: string | null;
  noteField: Ref<HTMLInputElement>;
  onUndo: (note: string) => void;
}

/** The way back at the foot of a change set: what it does, why, and the button that names its effect. */
export function UndoBar({ count, busy, needsNote, noteField, onUndo }: UndoBarProps) {
  const w = useWords(words);
  const language = useLanguage();
  const [note, setNote] = useState("");
  const [asked, setAsked] = useState(false);
  const rows = formatNumber(count, language);
  const isMissing = needsNote !== null && note.trim() === "";
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (!isMissing) onUndo(note);
    else if (noteField && "current" in noteField) noteField.current?.focus();
  };
  return (
    <form className="card undo-bar" onSubmit={submit}>
      <div className="grow">
        <b className="strong">{w.undoText(rows)}</b>
        <div className="hint">{w.undoMore}</div>
      </div>
      <TextField
        value={note}
        placeholder={w.reasonHelp}
        inputRef={noteField}
        error={asked && isMissing}
        helperText={isMissing ? needsNote : undefined}
        onChange={(event) => setNote(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500, "aria-label": w.reason } }}
      />
      <Button type="submit" variant="contained" disabled={busy || count === 0} startIcon={<Undo2 size={16} />}>
        {busy ? w.undoing : w.undo(rows)}
      </Button>
    </form>
  );
}
