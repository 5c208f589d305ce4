import Autocomplete from "@mui/material/Autocomplete";
import TextField from "@mui/material/TextField";
import { useEffect, useImperativeHandle, useState, type Ref } from "react";
import { useGetList, useGetOne } from "react-admin";
import { useAsOf } from "../platform/as-of";
import { useLabel, useWords } from "../platform/language";
import { fieldOf, findResource, titleFields, type Row } from "../platform/model";
import { rowTitle } from "../platform/row-title";
import { words as said } from "./words";

/** What is typed into a picker and not chosen yet. */
export interface TypedText {
  /** Takes its first match as soon as the matches are there, or says that there is none; false where nothing is typed. */
  take(): boolean;
}

interface PickerProps {
  target: string;
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
  required?: boolean;
  disabled?: boolean;
  error?: string;
  help?: string;
  autoFocus?: boolean;
  /** Told of a row that was taken by Enter, which then ends the choosing; without it Enter only chooses. */
  onTake?: (id: string) => void;
  typed?: Ref<TypedText>;
}

/** Chooses a row of another resource by typing part of its name or code. */
export function ReferencePicker(props: PickerProps) {
  const { target, label, value, onChange, required, disabled, error, help, autoFocus, onTake } = props;
  const w = useWords(said);
  const words = useLabel();
  const { date } = useAsOf();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [isTyping, setTyping] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const [hasNone, setNone] = useState(false);
  const resource = findResource(target);
  const names = resource ? [...titleFields(resource), ...(fieldOf(resource, "code") ? ["code"] : [])] : [];
  const meta = { fields: names, asOf: date };
  const chosen = useGetOne<Row>(
    resource?.plural ?? target,
    { id: value ?? "", meta },
    { enabled: Boolean(resource && value), retry: false },
  );
  const title = (row: Row): string => (resource ? rowTitle(resource, row, words) : row.id);
  const typed = chosen.data && text === title(chosen.data) ? "" : text.trim();
  const { data, isFetching, isPending, isPlaceholderData } = useGetList<Row>(
    resource?.plural ?? target,
    {
      pagination: { page: 1, perPage: 25 },
      sort: { field: resource?.title ?? "id", order: "ASC" },
      filter: typed && resource?.fields.some((field) => field.search) ? { search: typed } : {},
      meta,
    },
    { enabled: Boolean(resource) && open, placeholderData: (former) => former },
  );
  // The matches on screen are those of an earlier text until the new ones are there.
  const isStale = isPending || isPlaceholderData;
  useImperativeHandle(props.typed, () => ({
    take: () => {
      if (!isTyping || typed === "") return false;
      setOpen(true);
      setWanted(true);
      return true;
    },
  }));
  useEffect(() => {
    if (!isWanted || !open || isStale) return;
    setWanted(false);
    const [first] = data ?? [];
    if (first) onTake?.(first.id);
    else setNone(true);
  }, [isWanted, open, isStale, data, onTake]);
  const current = value ? (chosen.data ?? { id: value }) : null;
  return (
    <Autocomplete<Row>
      options={data ?? []}
      value={current}
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      loading={isFetching}
      disabled={disabled}
      inputValue={text}
      noOptionsText={w.noMatch}
      autoHighlight={Boolean(onTake) && typed !== ""}
      clearOnBlur={!onTake}
      onInputChange={(_, next, reason) => {
        setText(next);
        setTyping(reason === "input");
        setWanted(false);
        setNone(false);
      }}
      onKeyDown={(event) => {
        if (onTake && event.key === "Enter" && isStale) event.defaultMuiPrevented = true;
      }}
      onChange={(event, row) => {
        if (onTake && row && event.type === "keydown") onTake(row.id);
        else onChange(row?.id ?? null);
      }}
      filterOptions={(options) => options}
      isOptionEqualToValue={(option, other) => option.id === other.id}
      getOptionKey={(row) => row.id}
      getOptionLabel={(row) => (row.version === undefined && Object.keys(row).length === 1 ? "" : title(row))}
      renderOption={(given, row) => (
        <li {...given} key={row.id}>
          <span className="grow">{title(row)}</span>
          {typeof row.code === "string" && (
            <span className="hint nowrap" style={{ marginLeft: 12 }}>
              {row.code}
            </span>
          )}
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          required={required}
          error={Boolean(error) || hasNone}
          helperText={error ?? (hasNone ? w.noMatchFor(text.trim()) : help)}
          autoFocus={autoFocus}
        />
      )}
    />
  );
}
