import Button from "@mui/material/Button";
import FormControlLabel from "@mui/material/FormControlLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import TextField from "@mui/material/TextField";
import { Save, Upload } from "lucide-react";
import { useRef } from "react";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import type { ModelResource } from "../../platform/model";
import { ErrorFileButton } from "./ErrorFileButton";
import type { ImportMode, ImportOutcome } from "./import-answer";
import { words } from "./import.words";
import type { KeptImport } from "./kept-import";

const MODES: readonly ImportMode[] = ["ALL_OR_NONE", "GOOD_ROWS"];

interface SaveBarProps {
  resource: ModelResource;
  outcome: ImportOutcome;
  kept: KeptImport | undefined;
  /** A later preview is on its way, or a date cannot be read: this one may not be saved. */
  disabled: boolean;
  onSay: (part: { mode?: ImportMode; note?: string }) => void;
  onCancel: () => void;
  onGo: () => void;
  onFile: (file: Blob, name: string) => void;
}

/** The foot of a preview: the file back, the reason, what to do about wrong lines, and the import named by its effect. */
export function SaveBar({ resource, outcome, kept, disabled, onSay, onCancel, onGo, onFile }: SaveBarProps) {
  const w = useWords(words);
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const number = (value: number): string => formatNumber(value, language);
  const good = outcome.new + outcome.changed;
  const { wrong } = outcome;

  if (!kept)
    return (
      <div className="card import-foot">
        <span className="grow muted">{w.needFile}</span>
        <Button variant="outlined" onClick={onCancel}>
          {w.cancel}
        </Button>
        <Button variant="contained" startIcon={<Upload size={16} />} onClick={() => input.current?.click()}>
          {w.chooseAgain}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".xlsx,.csv,.tsv,.txt"
          aria-label={w.chooseAgain}
          tabIndex={-1}
          hidden
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) onFile(file, file.name);
          }}
        />
      </div>
    );

  const isHeld = wrong > 0 && kept.mode === "ALL_OR_NONE";
  const nothing = wrong === 0 ? w.nothingSame : outcome.same > 0 ? w.nothingGood : w.nothingWrong;
  const why = good === 0 ? nothing : isHeld ? w.held(number(wrong), wrong) : undefined;
  return (
    <form
      className="card import-foot"
      onSubmit={(event) => {
        event.preventDefault();
        if (!disabled && !why) onGo();
      }}
    >
      {wrong > 0 && <ErrorFileButton resource={resource} kept={kept} />}
      <TextField
        className="grow"
        value={kept.note}
        placeholder={w.reasonHelp}
        onChange={(event) => onSay({ note: event.target.value })}
        slotProps={{ htmlInput: { "aria-label": w.reason, maxLength: 1000 } }}
      />
      {wrong > 0 && (
        <RadioGroup
          row
          aria-label={w.mode}
          value={kept.mode}
          onChange={(_, mode) => onSay({ mode: mode as ImportMode })}
        >
          {MODES.map((mode) => (
            <FormControlLabel key={mode} value={mode} control={<Radio size="small" />} label={w[mode]} />
          ))}
        </RadioGroup>
      )}
      <Button variant="outlined" onClick={onCancel}>
        {w.cancel}
      </Button>
      <Button
        type="submit"
        variant="contained"
        disabled={disabled || why !== undefined}
        aria-describedby={why ? "import-why" : undefined}
        startIcon={<Save size={16} />}
      >
        {good === 0
          ? w.nothing
          : wrong > 0 && !isHeld
            ? w.goLeaving(number(good), number(wrong), good)
            : w.go(number(good), good)}
      </Button>
      {why && (
        <p id="import-why" className="hint why">
          {why}
        </p>
      )}
    </form>
  );
}
