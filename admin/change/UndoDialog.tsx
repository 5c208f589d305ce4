import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import TextField from "@mui/material/TextField";
import { Undo2 } from "lucide-react";
import type { FormEvent } from "react";
import { useWords } from "../platform/language";
import { words } from "./change.words";

interface UndoDialogProps {
  open: boolean;
  /** How many rows, as it is read. */
  rows: string;
  note: string;
  busy: boolean;
  onNote: (note: string) => void;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks why before rows are undone: an undoing is a change set like any other. */
export function UndoDialog({ open, rows, note, busy, onNote, onConfirm, onClose }: UndoDialogProps) {
  const w = useWords(words);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onConfirm();
  };
  return (
    <Dialog open={open} onClose={busy ? undefined : onClose} maxWidth="sm" fullWidth>
      <DialogTitle>{w.undoSure(rows)}</DialogTitle>
      <form onSubmit={submit}>
        <DialogContent className="stack">
          <p>{`${w.undoText(rows)} ${w.undoMore}`}</p>
          <TextField
            label={w.reason}
            value={note}
            autoFocus
            fullWidth
            placeholder={w.reasonHelp}
            onChange={(event) => onNote(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
        </DialogContent>
        <DialogActions>
          <Button variant="outlined" disabled={busy} onClick={onClose}>
            {w.back}
          </Button>
          <Button type="submit" variant="contained" disabled={busy} startIcon={<Undo2 size={16} />}>
            {w.undo(rows)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
