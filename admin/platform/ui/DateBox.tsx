import IconButton from "@mui/material/IconButton";
import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import { Calendar } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { formatDate, readDate, type DateReading } from "../format";
import { defineWords, useWords } from "../language";

const words = defineWords({
  vi: {
    pick: "Chọn trên lịch",
    form: "ngày/tháng/năm",
    unreadable: (text: string) => `Chưa hiểu “${text}”. Hãy nhập ngày/tháng/năm, ví dụ 20/7/2019.`,
    absent: (text: string, month: number, year: number, days: number) =>
      `Ngày ${text} không có. Tháng ${month}/${year} có ${days} ngày.`,
  },
  en: {
    pick: "Pick on a calendar",
    form: "dd/mm/yyyy",
    unreadable: (text: string) => `“${text}” was not understood. Enter day/month/year, e.g. 20/7/2019.`,
    absent: (text: string, month: number, year: number, days: number) =>
      `There is no ${text}. Month ${month}/${year} has ${days} days.`,
  },
});

interface DateBoxProps {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  /** Told of every reading, so that a form can refuse an unreadable date. */
  onReading?: (problem: string | undefined) => void;
  error?: string;
  help?: string;
  required?: boolean;
  disabled?: boolean;
  width?: number;
  hideLabel?: boolean;
}

/** A date typed as 20/7/2019 or picked; what cannot be read stays in the box and says why. */
export function DateBox(props: DateBoxProps) {
  const { label, value, onChange, onReading, error, help, required, disabled, width, hideLabel } = props;
  const w = useWords(words);
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(formatDate(value));
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    setText((current) => {
      const reading = readDate(current);
      return reading.kind === "date" && reading.value === value
        ? current
        : value
          ? formatDate(value)
          : problem
            ? current
            : "";
    });
    // The box follows the value; its own text is not a reason to run again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [value]);

  const complaint = (typed: string, reading: DateReading): string | undefined => {
    if (reading.kind === "unreadable") return w.unreadable(typed.trim());
    if (reading.kind === "absent") return w.absent(typed.trim(), reading.month, reading.year, reading.days);
    return undefined;
  };

  const commit = (typed: string): void => {
    const reading = readDate(typed);
    const said = complaint(typed, reading);
    setProblem(said);
    onReading?.(said);
    if (said) return;
    const next = reading.kind === "date" ? reading.value : null;
    if (next !== value) onChange(next);
    setText(formatDate(next));
  };

  const said = problem ?? error;
  return (
    <div style={{ width: width ?? "100%", position: "relative" }}>
      <TextField
        id={id}
        label={hideLabel ? undefined : label}
        value={text}
        required={required}
        disabled={disabled}
        placeholder={w.form}
        error={Boolean(said)}
        helperText={said ?? help}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => commit(text)}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit(text);
        }}
        slotProps={{
          htmlInput: { inputMode: "numeric", autoComplete: "off", "aria-label": hideLabel ? label : undefined },
          input: {
            endAdornment: !disabled && (
              <InputAdornment position="end">
                <IconButton aria-label={w.pick} edge="end" onClick={() => picker.current?.showPicker()}>
                  <Calendar size={16} />
                </IconButton>
              </InputAdornment>
            ),
          },
        }}
      />
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={value ?? ""}
        onChange={(event) => {
          setProblem(undefined);
          onReading?.(undefined);
          onChange(event.target.value || null);
        }}
        style={{ position: "absolute", right: 8, bottom: 0, width: 1, height: 1, opacity: 0, pointerEvents: "none" }}
      />
    </div>
  );
}
