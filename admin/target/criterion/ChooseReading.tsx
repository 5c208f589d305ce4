import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import TextField from "@mui/material/TextField";
import { BadgeCheck } from "lucide-react";
import { useId, useState, type FormEvent } from "react";
import { useWords } from "../../platform/language";
import { Note } from "../../platform/ui/Note";
import { countedBy } from "../figures";
import type { CriterionScore, ReadingScore } from "../scorecard.graphql";
import { useNames } from "../use-names";
import { Verdict } from "../Verdict";
import type { CriterionRow } from "./criterion.graphql";
import { words } from "./criterion.words";
import { useCriterionChange } from "./use-criterion-change";

interface ChooseReadingProps {
  criterion: CriterionRow;
  score: CriterionScore;
  reading: ReadingScore;
  onClose: () => void;
}

/** Asks before another reading judges: what it makes of the figure, and why it is chosen. */
export function ChooseReading({ criterion, score, reading, onClose }: ChooseReadingProps) {
  const w = useWords(words);
  const name = useNames();
  const id = useId();
  const { change, busy, refusals } = useCriterionChange();
  const [note, setNote] = useState("");
  const [asked, setAsked] = useState(false);
  const isMissing = note.trim() === "";
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (isMissing) return;
    const set = { officialReading: reading.code.toUpperCase() };
    if (await change(criterion, set, note, (number) => w.chosen(name(reading), number))) onClose();
  };
  const side = (title: string, of: ReadingScore) => (
    <div>
      <dt>{title}</dt>
      <dd>{name(of)}</dd>
      <dd>
        <Verdict score={of} counted={countedBy(score)} />
      </dd>
    </div>
  );
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <DialogTitle id={id}>{w.chooseTitle(criterion.code)}</DialogTitle>
        <DialogContent className="stack">
          <dl className="facts">
            {side(w.from, score.official)}
            {side(w.to, reading)}
          </dl>
          <p>{w.effect}</p>
          <TextField
            label={w.reason}
            value={note}
            required
            autoFocus
            error={asked && isMissing}
            helperText={asked && isMissing ? w.reasonMissing : w.reasonHelp}
            onChange={(event) => setNote(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
          {refusals.map((refusal) => (
            <Note key={refusal} kind="error">
              {refusal}
            </Note>
          ))}
        </DialogContent>
        <DialogActions>
          <Button variant="outlined" onClick={onClose}>
            {w.cancel}
          </Button>
          <Button type="submit" variant="contained" disabled={busy} startIcon={<BadgeCheck size={16} />}>
            {w.choose}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
