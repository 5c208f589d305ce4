import FormControlLabel from "@mui/material/FormControlLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import { useId } from "react";
import { formatDate } from "../platform/format";
import { useWords } from "../platform/language";
import { DateBox } from "../platform/ui/DateBox";
import { words } from "./form-words";

interface FromDateProps {
  /** The day whose state is on the screen. */
  day: string;
  /** The day from which a new state holds; null corrects the one of `day`. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** Told of a date that cannot be read, and that it can be again. */
  onReading: (problem: string | undefined) => void;
  /** One below the other, for a narrow column. */
  narrow?: boolean;
}

/** For identities with dated states: a new state from a date, or a correction of the one on the screen. */
export function FromDate({ day, value, onChange, onReading, narrow }: FromDateProps) {
  const w = useWords(words);
  const id = useId();
  return (
    <div className="row wrap top" style={{ gap: narrow ? 4 : 24, width: "100%" }}>
      <div>
        <span id={id} className="named">
          {w.how}
        </span>
        <RadioGroup
          row={!narrow}
          aria-labelledby={id}
          value={value === null ? "correct" : "change"}
          onChange={(_, chosen) => {
            onReading(undefined);
            onChange(chosen === "change" ? day : null);
          }}
        >
          <FormControlLabel value="correct" control={<Radio size="small" />} label={w.correct(formatDate(day))} />
          <FormControlLabel value="change" control={<Radio size="small" />} label={w.change} />
        </RadioGroup>
        {!narrow && <p className="hint">{value === null ? w.correctHelp : w.changeHelp}</p>}
      </div>
      {value !== null && (
        <DateBox
          label={w.from}
          hideLabel={narrow}
          width={160}
          value={value}
          onChange={(next) => onChange(next ?? day)}
          onReading={onReading}
          required
        />
      )}
      {narrow && value !== null && <p className="hint">{w.changeRowsHelp}</p>}
    </div>
  );
}
