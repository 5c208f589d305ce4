import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import TextField from "@mui/material/TextField";
import { Stamp } from "lucide-react";
import { useId, useState, type FormEvent } from "react";
import { useAsOf } from "../../platform/as-of";
import { formatNumber, formatVnd } from "../../platform/format";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import { fieldOf, resourceOf } from "../../platform/model";
import { DateBox } from "../../platform/ui/DateBox";
import { Note } from "../../platform/ui/Note";
import { Segments } from "../../platform/ui/Segments";
import { wholeDigits } from "../../../server/platform/kinds/number";
import { useVerb } from "../use-verb";
import { ANSWER } from "./estimate.graphql";
import { words } from "./estimate.words";

type State = "GRANTED" | "GRANTED_IN_PART" | "REFUSED";
const STATES: readonly State[] = ["GRANTED", "GRANTED_IN_PART", "REFUSED"];

interface AnswerDialogProps {
  id: string;
  askedVnd: string;
  programName: string;
  onClose: () => void;
}

/** Records what an estimate was answered, with its document; what is granted becomes a program at once. */
export function AnswerDialog({ id, askedVnd, programName, onClose }: AnswerDialogProps) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const title = useId();
  const { workingDate } = useAsOf();
  const [state, setState] = useState<State>("GRANTED");
  const [granted, setGranted] = useState("");
  const [document, setDocument] = useState("");
  const [answeredOn, setAnsweredOn] = useState<string | null>(workingDate);
  const [unreadable, setUnreadable] = useState<string>();
  const [note, setNote] = useState("");
  const [name, setName] = useState(programName);
  const [asked, setAsked] = useState(false);
  const { run, busy, refusal } = useVerb(onClose);
  const choices = fieldOf(resourceOf("subsidyEstimate"), "state")?.kind.choices ?? [];
  // What cannot be read stays as it was typed, and is not sent.
  const amount = wholeDigits(granted, language);
  const isReadable = granted.trim() === "" || (amount !== null && !amount.startsWith("-"));
  const isPart = state === "GRANTED_IN_PART";
  const isRefused = state === "REFUSED";
  const missing = {
    granted: isPart && granted.trim() === "",
    document: document.trim() === "",
    answeredOn: answeredOn === null,
  };
  const said = (field: string): string | undefined => (refusal?.field === field ? refusal.text : undefined);
  const problem = (field: keyof typeof missing, what: string): string | undefined =>
    asked && missing[field] ? w.missing(what.toLowerCase()) : undefined;
  const isPlaced = refusal && ["grantedVnd", "document", "answeredOn", "programName"].includes(refusal.field ?? "");

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (Object.values(missing).some(Boolean) || unreadable || (isPart && !isReadable)) return;
    const variables = {
      id,
      state,
      grantedVnd: isPart ? amount : null,
      document: document.trim(),
      answeredOn,
      answerNote: note.trim() || null,
      programName: isRefused ? null : name.trim() || null,
    };
    void run(ANSWER, variables, (set) => w.answered(set ? w.set(set) : ""));
  };

  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={title}>
      <form noValidate onSubmit={submit}>
        <DialogTitle id={title}>{w.answerTitle}</DialogTitle>
        <DialogContent className="stack">
          <Segments
            label={w.state}
            value={state}
            options={STATES.map((value) => ({
              value,
              text: label(choices.find((choice) => choice.value === value) ?? { vi: value, en: value }),
            }))}
            onChange={setState}
          />
          {isPart ? (
            <TextField
              label={w.granted}
              required
              value={granted}
              error={!isReadable || Boolean(problem("granted", w.granted) ?? said("grantedVnd"))}
              helperText={
                (isReadable ? undefined : w.notVnd) ??
                problem("granted", w.granted) ??
                said("grantedVnd") ??
                w.grantedHelp(formatVnd(askedVnd, language))
              }
              onChange={(event) => setGranted(event.target.value)}
              onBlur={() => amount !== null && isReadable && setGranted(formatNumber(amount, language))}
              slotProps={{ htmlInput: { inputMode: "numeric", autoComplete: "off" } }}
            />
          ) : (
            <p className="muted">{w.grantedHelp(formatVnd(askedVnd, language))}</p>
          )}
          <TextField
            label={w.document}
            required
            autoFocus
            value={document}
            error={Boolean(problem("document", w.document) ?? said("document"))}
            helperText={problem("document", w.document) ?? said("document")}
            onChange={(event) => setDocument(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 200, autoComplete: "off" } }}
          />
          <DateBox
            label={w.answeredOn}
            required
            value={answeredOn}
            onChange={setAnsweredOn}
            onReading={setUnreadable}
            error={problem("answeredOn", w.answeredOn) ?? said("answeredOn")}
          />
          <TextField
            label={w.answerNote}
            multiline
            minRows={2}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 1000 } }}
          />
          {!isRefused && (
            <TextField
              label={w.programName}
              value={name}
              error={Boolean(said("programName"))}
              helperText={said("programName") ?? w.programHelp}
              onChange={(event) => setName(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 200 } }}
            />
          )}
          {refusal && !isPlaced && <Note kind="error">{refusal.text}</Note>}
        </DialogContent>
        <DialogActions>
          <Button variant="outlined" onClick={onClose}>
            {w.cancel}
          </Button>
          <Button type="submit" variant="contained" disabled={busy} startIcon={<Stamp size={16} />}>
            {w.answerGo[state]}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
