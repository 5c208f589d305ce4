import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import TextField from "@mui/material/TextField";
import { Lock, LockOpen } from "lucide-react";
import { useId, useState, type FormEvent } from "react";
import { useAsOf } from "../../platform/as-of";
import { formatDate, formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Note } from "../../platform/ui/Note";
import type { PeriodRow, Reporting } from "./period.graphql";
import { words } from "./period.words";
import { useTurn, type Verb } from "./use-turn";

interface TurnDialogProps {
  period: PeriodRow;
  verb: Verb;
  reporting: Reporting | undefined;
  onClose: () => void;
}

/** Asks before a period is closed or reopened, and says what that does to whom. */
export function TurnDialog({ period, verb, reporting, onClose }: TurnDialogProps) {
  const w = useWords(words);
  const language = useLanguage();
  const id = useId();
  const { workingDate } = useAsOf();
  const { turn, busy, refusal } = useTurn(onClose);
  const [note, setNote] = useState("");
  const [asked, setAsked] = useState(false);
  const isClosing = verb === "close";
  const isMissing = !isClosing && note.trim() === "";
  const missing = reporting ? reporting.expected - reporting.reported : 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (!isMissing) void turn(period, verb, note);
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <form noValidate onSubmit={submit}>
        <DialogTitle id={id}>{isClosing ? w.closeTitle(period.name) : w.reopenTitle(period.name)}</DialogTitle>
        <DialogContent className="stack">
          <p>{isClosing ? w.closeEffect(period.name) : w.reopenEffect(period.name)}</p>
          {isClosing && missing > 0 && <Note kind="changed">{w.closeMissing(formatNumber(missing, language))}</Note>}
          {isClosing && period.lastDay >= workingDate && (
            <Note kind="changed">{w.closeRunning(formatDate(period.lastDay))}</Note>
          )}
          <TextField
            label={isClosing ? w.note : w.reason}
            value={note}
            required={!isClosing}
            autoFocus
            error={asked && isMissing}
            helperText={asked && isMissing ? w.reasonMissing : isClosing ? w.noteHelp : w.reasonHelp}
            onChange={(event) => setNote(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
          {refusal && <Note kind="error">{refusal}</Note>}
        </DialogContent>
        <DialogActions>
          <Button variant="outlined" onClick={onClose}>
            {w.cancel}
          </Button>
          <Button
            type="submit"
            variant="contained"
            disabled={busy}
            startIcon={isClosing ? <Lock size={16} /> : <LockOpen size={16} />}
          >
            {isClosing ? w.closeNamed(period.name) : w.reopenNamed(period.name)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
