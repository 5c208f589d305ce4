import Autocomplete from "@mui/material/Autocomplete";
import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useAsOf } from "../as-of";
import { useLabel, useWords } from "../language";
import { findResource, resourceOf, type ModelResource, type Row } from "../model";
import { takesAsOf, titleSelection } from "../data/document";
import { schemaFacts } from "../data/provider";
import { rowTitle } from "../row-title";
import { useGraphql } from "../use-graphql";
import { useMay } from "../viewer";
import { words } from "./words";

interface Hit {
  resource: ModelResource;
  id: string;
  title: string;
  code: string;
}

const PER_RESOURCE = 6;

/** One query for all resources that the box searches. */
function findQuery(resources: ModelResource[]): string {
  const lists = resources.map((resource) => {
    const code = resource.fields.some((field) => field.name === "code") ? " code" : "";
    const asOf = takesAsOf(schemaFacts, resource.plural) ? ", asOf: $asOf" : "";
    return `${resource.plural}(filter: { search: $text }, limit: ${PER_RESOURCE}${asOf}) { items { ${titleSelection(resource)}${code} } }`;
  });
  return `query Find($text: String!, $asOf: Date) { ${lists.join(" ")} }`;
}

function useSettled(value: string, delay: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delay);
    return () => clearTimeout(timer);
  }, [value, delay]);
  return settled;
}

/** The search box of the bar; Ctrl K reaches it from anywhere. */
export function Finder({
  resources,
  autoFocus,
  onFound,
}: {
  resources: string[];
  autoFocus?: boolean;
  onFound?: () => void;
}) {
  const w = useWords(words);
  const label = useLabel();
  const may = useMay();
  const navigate = useNavigate();
  const { date } = useAsOf();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const asked = useSettled(text.trim(), 200);
  const searched = resources
    .filter((name) => findResource(name))
    .map(resourceOf)
    .filter((resource) => may(`${resource.single}.read`));
  const enabled = asked.length >= 2 && searched.length > 0;
  const { data, isFetching } = useGraphql<Record<string, { items: Row[] }>>(
    searched.length > 0 ? findQuery(searched) : "",
    { text: asked, asOf: date },
    { enabled, keep: true },
  );

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);

  const hits: Hit[] = enabled
    ? searched.flatMap((resource) =>
        (data?.[resource.plural]?.items ?? []).map((row) => ({
          resource,
          id: row.id,
          title: rowTitle(resource, row, label),
          code: typeof row.code === "string" ? row.code : "",
        })),
      )
    : [];

  return (
    <Autocomplete<Hit, false, false, boolean>
      freeSolo={text.trim().length < 2}
      sx={{ flex: "0 1 420px", minWidth: 0 }}
      options={hits}
      value={null}
      inputValue={text}
      onInputChange={(_, value, reason) => reason !== "reset" && setText(value)}
      filterOptions={(options) => options}
      groupBy={(hit) => label(hit.resource.pluralLabel)}
      getOptionLabel={(hit) => (typeof hit === "string" ? hit : hit.title)}
      getOptionKey={(hit) => (typeof hit === "string" ? hit : `${hit.resource.plural}/${hit.id}`)}
      noOptionsText={isFetching || asked !== text.trim() ? w.searching : w.nothing(text.trim())}
      onChange={(_, hit) => {
        if (!hit || typeof hit === "string") return;
        setText("");
        input.current?.blur();
        onFound?.();
        navigate(`/${hit.resource.plural}/${hit.id}/show`);
      }}
      renderOption={(props, hit) => (
        <li {...props} key={`${hit.resource.plural}/${hit.id}`}>
          <span className="grow">{hit.title}</span>
          <span className="hint nowrap" style={{ marginLeft: 12 }}>
            {hit.code}
          </span>
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          inputRef={input}
          autoFocus={autoFocus}
          placeholder={w.search}
          slotProps={{
            htmlInput: { ...params.inputProps, "aria-label": w.searchLabel },
            input: {
              ...params.InputProps,
              startAdornment: (
                <InputAdornment position="start" sx={{ ml: 1 }}>
                  <Search size={16} aria-hidden />
                </InputAdornment>
              ),
              endAdornment: <kbd className="wide-only">Ctrl K</kbd>,
            },
          }}
        />
      )}
    />
  );
}
