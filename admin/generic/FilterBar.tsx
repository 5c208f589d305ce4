import Button from "@mui/material/Button";
import InputAdornment from "@mui/material/InputAdornment";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import Popover from "@mui/material/Popover";
import TextField from "@mui/material/TextField";
import { ListFilter, Search, X } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode, type Ref } from "react";
import { useLabel, useWords } from "../platform/language";
import { fieldOf, type ModelField, type ModelResource } from "../platform/model";
import { FilterEditor } from "./FilterEditor";
import { FilterSentence, type Filter } from "./FilterSentence";
import { words } from "./words";

type Filters = Record<string, unknown>;

interface FilterBarProps {
  resource: ModelResource;
  values: Filters;
  onChange: (values: Filters) => void;
  /** Before the search. */
  start?: ReactNode;
  end?: ReactNode;
  ref?: Ref<HTMLDivElement>;
}

/** Searching while typing would ask once per letter; this waits for a pause. */
function SearchBox({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  const w = useWords(words);
  const [text, setText] = useState(value);
  const sent = useRef(value);
  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => {
    if (text.trim() === sent.current.trim()) return undefined;
    const timer = setTimeout(() => {
      sent.current = text.trim();
      onChange(text.trim());
    }, 300);
    return () => clearTimeout(timer);
  }, [text, onChange]);
  return (
    <TextField
      sx={{ width: { xs: "100%", sm: 300 } }}
      value={text}
      placeholder={label}
      onChange={(event) => setText(event.target.value)}
      slotProps={{
        htmlInput: { "aria-label": w.search, type: "search" },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <Search size={16} aria-hidden />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}

/** Search and filters of a list; what is set reads as a sentence of chips. */
export function FilterBar({ resource, values, onChange, start, end, ref }: FilterBarProps) {
  const w = useWords(words);
  const label = useLabel();
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const [editing, setEditing] = useState<{ field: ModelField; anchor: HTMLElement } | null>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const latest = useRef(values);
  latest.current = values;

  const set = (name: string, value: unknown): void => {
    const next = { ...latest.current };
    if (value === undefined || value === null || value === "") delete next[name];
    else next[name] = value;
    onChange(next);
  };
  const searchable = resource.fields.some((field) => field.search);
  const filterable = resource.fields.filter(
    (field) => field.filter && field.kind.name !== "secret" && field.kind.name !== "json",
  );
  const active = Object.entries(values)
    .map(([name, value]) => ({ field: fieldOf(resource, name), value: value as Filter }))
    .filter((entry): entry is { field: ModelField; value: Filter } => Boolean(entry.field));

  return (
    <div className="filters" role="search" ref={ref}>
      {start}
      {searchable && (
        <SearchBox
          label={w.searchIn(label(resource.pluralLabel))}
          value={typeof values.search === "string" ? values.search : ""}
          onChange={(text) => set("search", text)}
        />
      )}
      {active.map(({ field, value }) => (
        <span key={field.name} className="chip">
          {label(field.label)}:{" "}
          <button type="button" onClick={(event) => setEditing({ field, anchor: event.currentTarget })}>
            <b>
              <FilterSentence field={field} value={value} />
            </b>
          </button>
          <button
            type="button"
            aria-label={w.removeFilter(label(field.label))}
            onClick={() => set(field.name, undefined)}
          >
            <X size={14} aria-hidden />
          </button>
        </span>
      ))}
      {filterable.length > 0 && (
        <Button
          ref={adder}
          variant="text"
          startIcon={<ListFilter size={16} />}
          aria-haspopup="menu"
          onClick={(event) => setMenu(event.currentTarget)}
        >
          {w.addFilter}
        </Button>
      )}
      <Menu anchorEl={menu} open={Boolean(menu)} onClose={() => setMenu(null)}>
        {filterable.map((field) => (
          <MenuItem
            key={field.name}
            onClick={() => {
              setMenu(null);
              if (adder.current) setEditing({ field, anchor: adder.current });
            }}
          >
            {label(field.label)}
          </MenuItem>
        ))}
      </Menu>
      <Popover
        open={Boolean(editing)}
        anchorEl={editing?.anchor}
        onClose={() => setEditing(null)}
        anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
        slotProps={{ paper: { role: "dialog", "aria-label": editing ? label(editing.field.label) : undefined } }}
      >
        {editing && (
          <FilterEditor
            field={editing.field}
            value={values[editing.field.name] as Filter | undefined}
            onApply={(value) => {
              set(editing.field.name, value);
              setEditing(null);
            }}
          />
        )}
      </Popover>
      <span className="grow" />
      <span className="filters-end wide-only">{end}</span>
    </div>
  );
}
