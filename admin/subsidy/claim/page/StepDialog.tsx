import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import TextField from "@mui/material/TextField";
import { useId, useState, type FormEvent } from "react";
import { useAsOf } from "../../../platform/as-of";
import { useWords } from "../../../platform/language";
import { DateBox } from "../../../platform/ui/DateBox";
import { Note } from "../../../platform/ui/Note";
import { useVerb } from "../../use-verb";
import { STEPS, type Claim, type NextStep } from "./claim-page.graphql";
import { words } from "./claim-page.words";

interface StepDialogProps {
  claim: Claim;
  amount: string;
  verb: NextStep["verb"];
  onClose: () => void;
}

/** Asks before a claim goes a step, and says what that does. The total on the screen is sent along: nobody approves another one. */
export function StepDialog({ claim, amount, verb, onClose }: StepDialogProps) {
  const w = useWords(words);
  const id = useId();
  const { workingDate } = useAsOf();
  const { run, busy, refusal } = useVerb(onClose);
  const [note, setNote] = useState("");
  const [voucher, setVoucher] = useState("");
  const [paidOn, setPaidOn] = useState<string | null>(workingDate);
  const [asked, setAsked] = useState(false);
  const isMissing = verb === "return" && note.trim() === "";
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (isMissing) return;
    const payment = verb === "pay" ? { voucher: voucher.trim() || null, paidOn } : {};
    const seen = verb === "submit" || verb === "return" ? {} : { seenVnd: claim.totalVnd };
    void run(STEPS[verb]!, { id: claim.id, note: note.trim() || null, ...seen, ...payment }, (set) =>
      w.done[verb](set ? w.set(set) : ""),
    );
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <form noValidate onSubmit={submit}>
        <DialogTitle id={id}>{w.ask[verb](claim.code, amount)}</DialogTitle>
        <DialogContent className="stack">
          <p>{w.effect[verb]}</p>
          {verb === "pay" && (
            <div className="form-columns">
              <TextField
                label={w.voucher}
                value={voucher}
                onChange={(event) => setVoucher(event.target.value)}
                slotProps={{ htmlInput: { maxLength: 100 } }}
              />
              <DateBox label={w.paidOn} value={paidOn} onChange={setPaidOn} />
            </div>
          )}
          <TextField
            label={verb === "return" ? w.reason : w.note}
            value={note}
            required={verb === "return"}
            autoFocus={verb !== "pay"}
            multiline
            minRows={verb === "return" ? 3 : 1}
            error={asked && isMissing}
            helperText={asked && isMissing ? w.reasonMissing : undefined}
            onChange={(event) => setNote(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
          {refusal && <Note kind="error">{refusal.text}</Note>}
        </DialogContent>
        <DialogActions>
          <Button variant="outlined" onClick={onClose}>
            {w.cancel}
          </Button>
          <Button type="submit" variant="contained" disabled={busy}>
            {w.act[verb]}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
