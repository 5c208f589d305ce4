import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import FormControlLabel from "@mui/material/FormControlLabel";
import TextField from "@mui/material/TextField";
import { useState, type FormEvent } from "react";
import { ServerError } from "../platform/graphql";
import { useLanguage, useWords } from "../platform/language";
import { words } from "./grid-view.words";
import type { SavedView } from "./views.graphql";

/** What is asked before a view is kept, renamed or deleted. */
export type ViewQuestion = { ask: "new" } | { ask: "rename" | "remove"; view: SavedView };

interface ViewDialogProps {
  question: ViewQuestion | null;
  mayShare: boolean;
  onClose(): void;
  onSave(name: string, isShared: boolean): Promise<void>;
  onRemove(view: SavedView): Promise<void>;
}

/** Asks for a view's name, or whether it is to go. What the server refuses stands under the name. */
export function ViewDialog({ question, ...props }: ViewDialogProps) {
  return (
    <Dialog open={question !== null} onClose={props.onClose} maxWidth="xs" fullWidth>
      {question && <Form {...props} question={question} />}
    </Dialog>
  );
}

function Form({ question, mayShare, onClose, onSave, onRemove }: ViewDialogProps & { question: ViewQuestion }) {
  const w = useWords(words);
  const language = useLanguage();
  const [name, setName] = useState(question.ask === "rename" ? question.view.name : "");
  const [isShared, setShared] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const go = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await (question.ask === "remove" ? onRemove(question.view) : onSave(name, isShared));
      onClose();
    } catch (error) {
      setRefusal(error instanceof ServerError ? error.in(language) : String(error));
      setBusy(false);
    }
  };
  const title = { new: w.saveAs.replace("…", ""), rename: w.rename, remove: "" }[question.ask];
  return (
    <form onSubmit={(event) => void go(event)}>
      <DialogTitle>{question.ask === "remove" ? w.removeSure(question.view.name) : title}</DialogTitle>
      <DialogContent className="stack">
        {question.ask === "remove" ? (
          <p>{question.view.isShared ? `${w.removeShared} ${w.removeAbout}` : w.removeAbout}</p>
        ) : (
          <TextField
            autoFocus
            label={w.name}
            value={name}
            error={Boolean(refusal)}
            helperText={refusal}
            onChange={(event) => {
              setName(event.target.value);
              setRefusal(undefined);
            }}
            slotProps={{ htmlInput: { maxLength: 100 } }}
          />
        )}
        {question.ask === "remove" && refusal && <p role="alert">{refusal}</p>}
        {question.ask === "new" && mayShare && (
          <FormControlLabel
            label={w.share}
            control={<Checkbox checked={isShared} onChange={(event) => setShared(event.target.checked)} />}
          />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{w.cancel}</Button>
        <Button
          type="submit"
          variant="contained"
          color={question.ask === "remove" ? "error" : "primary"}
          disabled={busy || (question.ask !== "remove" && name.trim() === "")}
        >
          {question.ask === "remove" ? w.remove : w.save}
        </Button>
      </DialogActions>
    </form>
  );
}
