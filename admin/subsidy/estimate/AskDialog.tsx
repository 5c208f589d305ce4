import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import TextField from "@mui/material/TextField";
import { Send } from "lucide-react";
import { useId, useState, type FormEvent } from "react";
import { formatVnd } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Note } from "../../platform/ui/Note";
import { useVerb } from "../use-verb";
import { ASK } from "./estimate.graphql";
import { words } from "./estimate.words";

interface AskDialogProps {
  id: string;
  name: string;
  totalVnd: string;
  onClose: () => void;
}

/** Asks before an estimate is asked for: from then on it stands. */
export function AskDialog({ id, name, totalVnd, onClose }: AskDialogProps) {
  const w = useWords(words);
  const language = useLanguage();
  const title = useId();
  const [note, setNote] = useState("");
  const { run, busy, refusal } = useVerb(onClose);
  const total = formatVnd(totalVnd, language);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(ASK, { id, note: note.trim() || null }, (set) => w.asked(set ? w.set(set) : ""));
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={title}>
      <form noValidate onSubmit={submit}>
        <DialogTitle id={title}>{w.askTitle(name)}</DialogTitle>
        <DialogContent className="stack">
          <p>{w.askText(total)}</p>
          <TextField label={w.note} value={note} autoFocus onChange={(event) => setNote(event.target.value)} />
          {refusal && <Note kind="error">{refusal.text}</Note>}
        </DialogContent>
        <DialogActions>
          <Button variant="outlined" onClick={onClose}>
            {w.cancel}
          </Button>
          <Button type="submit" variant="contained" disabled={busy} startIcon={<Send size={16} />}>
            {w.askGo(total)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
