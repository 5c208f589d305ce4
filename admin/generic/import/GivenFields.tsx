import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import { fieldOf, type ModelField, type ModelResource } from "../../platform/model";
import { ReferencePicker } from "../ReferencePicker";
import { words } from "./import.words";

interface GivenFieldsProps {
  resource: ModelResource;
  names: readonly string[];
  /** The one among them that may stay empty, because it follows from the others. */
  filled: string | null;
  values: Readonly<Record<string, string>>;
  onChange: (values: Record<string, string>) => void;
}

/** Fields that the file has no column for, each with one value for every line of it. */
export function GivenFields({ resource, names, filled, values, onChange }: GivenFieldsProps) {
  const fields = names.flatMap((name) => fieldOf(resource, name) ?? []);
  const put = (name: string, value: string): void => {
    const { [name]: _former, ...others } = values;
    onChange(value === "" ? others : { ...others, [name]: value });
  };
  return (
    <div className="given-fields">
      {fields.map((field) => (
        <GivenField
          key={field.name}
          field={field}
          isFilled={field.name === filled}
          value={values[field.name] ?? ""}
          onChange={(value) => put(field.name, value)}
        />
      ))}
    </div>
  );
}

interface GivenFieldProps {
  field: ModelField;
  isFilled: boolean;
  value: string;
  onChange: (value: string) => void;
}

function GivenField({ field, isFilled, value, onChange }: GivenFieldProps) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const { target, choices } = field.kind;
  const help = isFilled ? w.filledHelp : undefined;
  if (target)
    return (
      <ReferencePicker
        target={target}
        label={label(field.label)}
        value={value.startsWith("#") ? value.slice(1) : null}
        onChange={(id) => onChange(id === null ? "" : `#${id}`)}
        help={help}
      />
    );
  return (
    <TextField
      select={choices !== undefined}
      label={label(field.label)}
      value={value}
      helperText={help}
      onChange={(event) => onChange(event.target.value)}
    >
      {choices?.map((choice) => (
        <MenuItem key={choice.value} value={choice[language]}>
          {choice[language]}
        </MenuItem>
      ))}
    </TextField>
  );
}
