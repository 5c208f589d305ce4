import Autocomplete from "@mui/material/Autocomplete";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useGetList, useGetOne } from "react-admin";
import { useAsOf } from "../platform/as-of";
import { useLabel } from "../platform/language";
import { fieldOf, findResource, titleFields, type Row } from "../platform/model";
import { rowTitle } from "../platform/row-title";

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
}

/** Chooses a row of another resource by typing part of its name or code. */
export function ReferencePicker(props: PickerProps) {
  const { target, label, value, onChange, required, disabled, error, help, autoFocus } = props;
  const words = useLabel();
  const { date } = useAsOf();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
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
  const { data, isFetching } = useGetList<Row>(
    resource?.plural ?? target,
    {
      pagination: { page: 1, perPage: 25 },
      sort: { field: resource?.title ?? "id", order: "ASC" },
      filter: typed && resource?.fields.some((field) => field.search) ? { search: typed } : {},
      meta,
    },
    { enabled: Boolean(resource) && open, placeholderData: (former) => former },
  );
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
      onInputChange={(_, next) => setText(next)}
      onChange={(_, row) => onChange(row?.id ?? null)}
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
          error={Boolean(error)}
          helperText={error ?? help}
          autoFocus={autoFocus}
        />
      )}
    />
  );
}
