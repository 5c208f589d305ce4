import Checkbox from "@mui/material/Checkbox";
import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormGroup from "@mui/material/FormGroup";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useController } from "react-hook-form";
import { decimal } from "../../server/platform/kinds/all";
import { formatNumber } from "../platform/format";
import { defineWords, useLabel, useLanguage, useWords } from "../platform/language";
import type { ModelField } from "../platform/model";
import { DateBox } from "../platform/ui/DateBox";
import { ReferencePicker } from "./ReferencePicker";

const words = defineWords({
  vi: {
    required: (name: string) => `Hãy nhập ${name}.`,
    number: (text: string) => `“${text}” chưa phải số nguyên.`,
    least: (min: string) => `Nhỏ nhất là ${min}.`,
    most: (max: string) => `Lớn nhất là ${max}.`,
    decimal: (scale: number, min: number, max: number) =>
      `Phải là số từ ${min} đến ${max}, nhiều nhất ${scale} chữ số thập phân.`,
    long: (max: string) => `Nhiều nhất ${max} ký tự.`,
    perLine: "Mỗi dòng một mục.",
    keep: "Để trống thì giữ mật khẩu cũ.",
    unset: "Chưa chọn",
  },
  en: {
    required: (name: string) => `Enter ${name}.`,
    number: (text: string) => `“${text}” is not a whole number.`,
    least: (min: string) => `At least ${min}.`,
    most: (max: string) => `At most ${max}.`,
    decimal: (scale: number, min: number, max: number) =>
      `A number from ${min} to ${max} with at most ${scale} decimals.`,
    long: (max: string) => `At most ${max} characters.`,
    perLine: "One entry per line.",
    keep: "Leave empty to keep the present password.",
    unset: "Not chosen",
  },
});

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** Groups digits as the language does while keeping what is not a number as typed. */
const digitsOf = (text: string): string =>
  text
    .replace(/[.,\s\u00a0](?=\d{3}(\D|$))/g, "")
    .replace("−", "-")
    .trim();

interface FieldInputProps {
  field: ModelField;
  /** A new row: what may only be written then is open. */
  creating?: boolean;
}

/** The input of a field by its kind, its label above and its meaning below. */
export function FieldInput({ field, creating }: FieldInputProps) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const [unreadable, setUnreadable] = useState<string>();
  const name = label(field.label);
  const { kind } = field;
  const fixed = field.write === "create" && !creating;
  const required = field.required && kind.name !== "bool" && !(kind.name === "secret" && !creating);
  const control = useController({
    name: field.name,
    rules: {
      validate: (value: unknown) => {
        if (unreadable) return unreadable;
        if (isBlank(value)) return required ? w.required(name.toLowerCase()) : true;
        if (kind.name === "int" || kind.name === "vnd") {
          const text = String(value);
          if (!/^-?\d+$/.test(text)) return w.number(text);
          if (kind.min !== undefined && BigInt(text) < BigInt(kind.min))
            return w.least(formatNumber(kind.min, language));
          if (kind.max !== undefined && BigInt(text) > BigInt(kind.max))
            return w.most(formatNumber(kind.max, language));
        }
        if (kind.name === "decimal") {
          const { scale = 0, min = 0, max = 0 } = kind;
          if (!decimal({ scale, min, max }).parse(String(value)).ok) return w.decimal(scale, min, max);
        }
        if ((kind.name === "text" || kind.name === "code") && kind.max && String(value).length > kind.max) {
          return w.long(formatNumber(kind.max, language));
        }
        return true;
      },
    },
  });
  const { value, onChange, onBlur, ref } = control.field;
  const error = control.fieldState.error?.message;
  const about = label(field.about);
  const help = about && about.replace(/\.$/, "") !== name ? about : undefined;
  const shared = {
    label: name,
    required,
    disabled: fixed,
    error: Boolean(error),
    helperText: error ?? help,
    onBlur,
    inputRef: ref,
  };

  switch (kind.name) {
    case "choice":
      return (
        <TextField {...shared} select value={value ?? ""} onChange={(event) => onChange(event.target.value || null)}>
          {!field.required && <MenuItem value="">{w.unset}</MenuItem>}
          {(kind.choices ?? []).map((choice) => (
            <MenuItem key={choice.value} value={choice.value}>
              {label(choice)}
            </MenuItem>
          ))}
        </TextField>
      );
    case "ref":
      return (
        <ReferencePicker
          target={kind.target ?? ""}
          label={name}
          value={(value as string | null) ?? null}
          onChange={onChange}
          required={required}
          disabled={fixed}
          error={error}
          help={help}
        />
      );
    case "date":
      return (
        <DateBox
          label={name}
          value={(value as string | null) ?? null}
          onChange={onChange}
          onReading={setUnreadable}
          required={required}
          disabled={fixed}
          error={error}
          help={help}
        />
      );
    case "bool":
      return (
        <FormControl error={Boolean(error)}>
          <FormControlLabel
            label={name}
            control={
              <Checkbox
                checked={value === true}
                disabled={fixed}
                onChange={(_, checked) => onChange(checked)}
                inputRef={ref}
              />
            }
          />
          {(error ?? help) && <FormHelperText>{error ?? help}</FormHelperText>}
        </FormControl>
      );
    case "list":
      if (kind.of?.name === "choice") {
        const chosen = (value as string[] | null) ?? [];
        return (
          <FormControl component="fieldset" error={Boolean(error)}>
            <FormLabel component="legend" required={required} sx={{ fontWeight: 500, color: "text.primary" }}>
              {name}
            </FormLabel>
            <FormGroup row>
              {(kind.of.choices ?? []).map((choice) => (
                <FormControlLabel
                  key={choice.value}
                  label={label(choice)}
                  control={
                    <Checkbox
                      checked={chosen.includes(choice.value)}
                      disabled={fixed}
                      onChange={(_, checked) => {
                        const order = kind.of!.choices!.map((entry) => entry.value);
                        const next = checked
                          ? [...chosen, choice.value]
                          : chosen.filter((entry) => entry !== choice.value);
                        onChange(next.sort((left, right) => order.indexOf(left) - order.indexOf(right)));
                      }}
                    />
                  }
                />
              ))}
            </FormGroup>
            {(error ?? help) && <FormHelperText>{error ?? help}</FormHelperText>}
          </FormControl>
        );
      }
      return (
        <TextField
          {...shared}
          multiline
          minRows={2}
          value={((value as string[] | null) ?? []).join("\n")}
          helperText={error ?? [help, w.perLine].filter(Boolean).join(" ")}
          onChange={(event) => onChange(event.target.value === "" ? [] : event.target.value.split("\n"))}
        />
      );
    case "int":
    case "vnd":
      return (
        <TextField
          {...shared}
          value={isBlank(value) ? "" : formatNumber(value as string, language)}
          onChange={(event) => onChange(digitsOf(event.target.value))}
          slotProps={{ htmlInput: { inputMode: "numeric", autoComplete: "off" } }}
        />
      );
    case "decimal":
      return (
        <TextField
          {...shared}
          value={isBlank(value) ? "" : String(value).replace(".", language === "vi" ? "," : ".")}
          onChange={(event) => onChange(event.target.value.trim().replace(",", "."))}
          slotProps={{ htmlInput: { inputMode: "decimal", autoComplete: "off" } }}
        />
      );
    case "secret":
      return (
        <TextField
          {...shared}
          type="password"
          value={value ?? ""}
          helperText={error ?? (creating ? help : w.keep)}
          onChange={(event) => onChange(event.target.value)}
          slotProps={{ htmlInput: { autoComplete: "new-password" } }}
        />
      );
    default:
      return (
        <TextField
          {...shared}
          multiline={kind.multiline}
          minRows={kind.multiline ? 2 : undefined}
          value={value ?? ""}
          onChange={(event) => onChange(event.target.value)}
          slotProps={{ htmlInput: { autoComplete: "off" } }}
        />
      );
  }
}
