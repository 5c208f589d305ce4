import Checkbox from "@mui/material/Checkbox";
import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormGroup from "@mui/material/FormGroup";
import FormLabel from "@mui/material/FormLabel";
import TextField from "@mui/material/TextField";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import { fieldOf, resourceOf } from "../../platform/model";
import { DateBox } from "../../platform/ui/DateBox";
import type { Assumptions } from "./assumptions";
import { words } from "./need.words";

interface AssumptionsFormProps {
  value: Assumptions;
  onChange: (next: Assumptions) => void;
  /** The year of an estimate is fixed once it is there. */
  withYear?: boolean;
}

/** What an estimate rests on; every change is computed at once. */
export function AssumptionsForm({ value, onChange, withYear }: AssumptionsFormProps) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const set = (part: Partial<Assumptions>): void => onChange({ ...value, ...part });
  const comma = (text: string): string => (language === "vi" ? text.replace(".", ",") : text);
  const percent = (name: "growthPercent" | "sharePercent", title: string) => (
    <TextField
      label={title}
      value={comma(value[name])}
      onChange={(event) => set({ [name]: event.target.value.trim().replace(",", ".").replace("−", "-") })}
      slotProps={{ htmlInput: { inputMode: "decimal", autoComplete: "off" } }}
    />
  );
  const choices = fieldOf(resourceOf("subsidyEstimate"), "channels")?.kind.of?.choices ?? [];
  return (
    <div className="stack">
      {withYear && (
        <TextField
          label={w.year}
          value={Number.isNaN(value.fiscalYear) ? "" : String(value.fiscalYear)}
          onChange={(event) =>
            set({ fiscalYear: /^\d{1,4}$/.test(event.target.value) ? Number(event.target.value) : NaN })
          }
          slotProps={{ htmlInput: { inputMode: "numeric", autoComplete: "off" } }}
        />
      )}
      <DateBox label={w.baseFrom} value={value.baseFrom} onChange={(baseFrom) => set({ baseFrom })} />
      <DateBox label={w.baseTo} value={value.baseTo} onChange={(baseTo) => set({ baseTo })} />
      {percent("growthPercent", w.growth)}
      {percent("sharePercent", w.share)}
      <FormControl component="fieldset">
        <FormLabel component="legend" sx={{ fontWeight: 500, color: "text.primary" }}>
          {w.channels}
        </FormLabel>
        <FormGroup>
          {choices.map((choice) => (
            <FormControlLabel
              key={choice.value}
              label={label(choice)}
              control={
                <Checkbox
                  checked={value.channels.includes(choice.value)}
                  onChange={(_, checked) =>
                    set({
                      channels: choices
                        .map((each) => each.value)
                        .filter((each) => (each === choice.value ? checked : value.channels.includes(each))),
                    })
                  }
                />
              }
            />
          ))}
        </FormGroup>
      </FormControl>
    </div>
  );
}
