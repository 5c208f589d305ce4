import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormGroup from "@mui/material/FormGroup";
import TextField from "@mui/material/TextField";
import { useRef, useState, type FormEvent } from "react";
import { useLabel, useWords } from "../platform/language";
import { memberKind, type ModelField } from "../platform/model";
import { DateBox } from "../platform/ui/DateBox";
import type { Filter } from "./FilterSentence";
import { ReferencePicker, type TypedText } from "./ReferencePicker";
import { words } from "./words";

interface EditorProps {
  field: ModelField;
  value: Filter | undefined;
  onApply: (value: Filter | undefined) => void;
}

function only(value: Filter): Filter | undefined {
  const entries = Object.entries(value).filter(([, part]) => part !== undefined && part !== "" && part !== null);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** One filter, by the kind of its field: choices as boxes, dates and numbers as a range, text as a part. */
export function FilterEditor({ field, value, onApply }: EditorProps) {
  const w = useWords(words);
  const label = useLabel();
  const [draft, setDraft] = useState<Filter>(value ?? {});
  const kind = memberKind(field.kind);
  const typed = useRef<TypedText>(null);
  const isList = field.kind.name === "list";
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // A name that was typed and not chosen is meant all the same.
    if (typed.current?.take()) return;
    onApply(only(draft));
  };

  const boxes = (entries: { value: unknown; text: string }[]) => (
    <FormGroup>
      {entries.map((entry) => {
        const chosen = isList
          ? draft.has === entry.value
          : kind.name === "bool"
            ? draft.eq === entry.value
            : draft.in?.includes(entry.value);
        return (
          <FormControlLabel
            key={String(entry.value)}
            label={entry.text}
            control={
              <Checkbox
                checked={Boolean(chosen)}
                onChange={() => {
                  if (isList) return setDraft({ has: chosen ? undefined : entry.value });
                  if (kind.name === "bool") return setDraft({ eq: chosen ? undefined : entry.value });
                  const rest = (draft.in ?? []).filter((known) => known !== entry.value);
                  const next = chosen ? rest : [...rest, entry.value];
                  setDraft({ in: next.length > 0 ? next : undefined });
                }}
              />
            }
          />
        );
      })}
    </FormGroup>
  );

  const input = () => {
    switch (kind.name) {
      case "choice":
        return boxes((kind.choices ?? []).map((choice) => ({ value: choice.value, text: label(choice) })));
      case "bool":
        return boxes([
          { value: true, text: w.yes },
          { value: false, text: w.no },
        ]);
      case "ref":
        return (
          <ReferencePicker
            target={kind.target ?? ""}
            label={label(field.label)}
            value={typeof draft.eq === "string" ? draft.eq : null}
            onChange={(id) => setDraft({ eq: id ?? undefined })}
            onTake={(id) => onApply({ eq: id })}
            typed={typed}
            autoFocus
          />
        );
      case "date":
      case "moment":
        return (
          <div className="row top">
            <DateBox
              label={w.from}
              width={150}
              value={(draft.gte as string) ?? null}
              onChange={(gte) => setDraft({ ...draft, isNull: undefined, gte: gte ?? undefined })}
            />
            <DateBox
              label={w.to}
              width={150}
              value={(draft.lte as string) ?? null}
              onChange={(lte) => setDraft({ ...draft, isNull: undefined, lte: lte ?? undefined })}
            />
          </div>
        );
      case "int":
      case "vnd":
      case "decimal": {
        const bound = (name: "gte" | "lte", text: string) => (
          <TextField
            label={text}
            value={draft[name] ?? ""}
            onChange={(event) => {
              const digits =
                kind.name === "decimal"
                  ? event.target.value.replace(",", ".").replace(/[^\d.-]/g, "")
                  : event.target.value.replace(/[^\d-]/g, "");
              setDraft({
                ...draft,
                isNull: undefined,
                [name]: digits === "" ? undefined : kind.name === "int" ? Number(digits) : digits,
              });
            }}
            slotProps={{ htmlInput: { inputMode: kind.name === "decimal" ? "decimal" : "numeric" } }}
          />
        );
        return (
          <div className="row">
            {bound("gte", w.from)}
            {bound("lte", w.to)}
          </div>
        );
      }
      default:
        return (
          <TextField
            label={`${label(field.label)} ${w.contains}`}
            value={draft.contains ?? ""}
            autoFocus
            onChange={(event) => setDraft({ contains: event.target.value || undefined })}
          />
        );
    }
  };

  // The one box of a reference or a text is named after the field already.
  const isNamed = !["choice", "bool", "date", "moment", "int", "vnd", "decimal"].includes(kind.name);
  return (
    <form className="stack" style={{ padding: 14, width: 340, maxWidth: "90vw" }} onSubmit={submit}>
      {!isNamed && <h3>{label(field.label)}</h3>}
      {input()}
      {!field.required && (
        <FormControlLabel
          label={w.onlyEmpty}
          control={
            <Checkbox
              checked={draft.isNull === true}
              onChange={(event) => setDraft(event.target.checked ? { isNull: true } : {})}
            />
          }
        />
      )}
      <Button type="submit" variant="contained">
        {w.apply}
      </Button>
    </form>
  );
}
