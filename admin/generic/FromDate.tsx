import FormControlLabel from "@mui/material/FormControlLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import { useId } from "react";
import { useAsOf } from "../platform/as-of";
import { useWords } from "../platform/language";
import { DateBox } from "../platform/ui/DateBox";
import { words } from "./form-words";

/** For identities with dated states: a new state from a date, or a correction of the present one. */
export function FromDate({ value, onChange }: { value: string | null; onChange: (value: string | null) => void }) {
  const w = useWords(words);
  const id = useId();
  const { date } = useAsOf();
  return (
    <div className="row wrap top" style={{ gap: 24, width: "100%" }}>
      <div>
        <span id={id} className="named">
          {w.how}
        </span>
        <RadioGroup
          row
          aria-labelledby={id}
          value={value === null ? "correct" : "change"}
          onChange={(_, chosen) => onChange(chosen === "change" ? date : null)}
        >
          <FormControlLabel value="correct" control={<Radio size="small" />} label={w.correct} />
          <FormControlLabel value="change" control={<Radio size="small" />} label={w.change} />
        </RadioGroup>
        <p className="hint">{value === null ? w.correctHelp : w.changeHelp}</p>
      </div>
      {value !== null && (
        <DateBox label={w.from} width={160} value={value} onChange={(next) => onChange(next ?? date)} required />
      )}
    </div>
  );
}
