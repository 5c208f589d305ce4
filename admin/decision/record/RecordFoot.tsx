import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { ArrowLeft, Stamp } from "lucide-react";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import type { groupsOf } from "./PreviewStep";
import type { RecordState } from "./record-state";
import { words } from "./record.words";

interface RecordFootProps {
  state: RecordState;
  groups: ReturnType<typeof groupsOf>;
  isCurrent: boolean;
  isSending: boolean;
  /** The Decision itself is refused. */
  isRefused: boolean;
  onNote: (note: string) => void;
  onBack: () => void;
  onRecord: (note: string) => void;
}

/** The reason, and the recording named by its effect; while something is open it says what. */
export function RecordFoot(props: RecordFootProps) {
  const { state, groups, isCurrent, isSending, isRefused, onNote, onBack, onRecord } = props;
  const w = useWords(words);
  const language = useLanguage();
  const count = (rows: unknown[]): string => formatNumber(rows.length, language);
  const clear = groups.NEW.length + groups.CHANGED.length + groups.ABOLISHED.length;
  const why =
    groups.open.length > 0
      ? w.stillOpen(count(groups.open))
      : clear === 0
        ? w.nothing
        : isRefused
          ? w.decisionProblems
          : undefined;
  const isReady = !why && isCurrent && !isSending;
  /** What was left out, and why, belongs to the history of what was recorded. */
  const leftOut = groups.out.map(({ row, choice }) => `${row.line}${choice.out ? ` (${choice.out})` : ""}`).join(", ");
  const note = [state.note.trim(), leftOut && `${w.leftOut}: ${w.line.toLowerCase()} ${leftOut}`]
    .filter(Boolean)
    .join(". ")
    .slice(0, 1000);
  return (
    <form
      className="card import-foot record-foot"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onRecord(note);
      }}
    >
      <Button variant="outlined" startIcon={<ArrowLeft size={16} />} onClick={onBack}>
        {w.back}
      </Button>
      <TextField
        className="grow"
        value={state.note}
        placeholder={w.noteHelp}
        onChange={(event) => onNote(event.target.value)}
        slotProps={{ htmlInput: { "aria-label": w.note, maxLength: 800 } }}
      />
      <Button
        type="submit"
        variant="contained"
        disabled={!isReady}
        aria-describedby={why ? "record-why" : undefined}
        startIcon={<Stamp size={16} />}
      >
        {isSending
          ? w.recording
          : !why && !isCurrent
            ? w.checking
            : w.record(count(groups.NEW), count(groups.CHANGED), count(groups.ABOLISHED))}
      </Button>
      {why && (
        <p id="record-why" className="hint why">
          {why}
        </p>
      )}
    </form>
  );
}
