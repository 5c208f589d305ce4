import { useGetOne } from "react-admin";
import { useLabel, useWords } from "../../platform/language";
import { fieldOf, findResource, titleFields, type ModelResource, type Row } from "../../platform/model";
import { rowTitle } from "../../platform/row-title";
import { Note } from "../../platform/ui/Note";
import { words } from "./import.words";

interface GivenNoteProps {
  resource: ModelResource;
  values: Readonly<Record<string, string>>;
  /** Opens the choice again; absent where the file is not at hand. */
  onChange?: () => void;
}

/** What was given for every line of the file. */
export function GivenNote({ resource, values, onChange }: GivenNoteProps) {
  const w = useWords(words);
  const entries = Object.entries(values);
  if (entries.length === 0) return null;
  return (
    <Note kind="info">
      {w.given}{" "}
      {entries.map(([name, value], index) => (
        <span key={name}>
          {index > 0 && " · "}
          <GivenValue resource={resource} name={name} value={value} />
        </span>
      ))}{" "}
      {onChange && (
        <button type="button" className="link" onClick={onChange}>
          {w.givenChange}
        </button>
      )}
    </Note>
  );
}

function GivenValue({ resource, name, value }: { resource: ModelResource; name: string; value: string }) {
  const label = useLabel();
  const field = fieldOf(resource, name);
  const target = field?.kind.target ? findResource(field.kind.target) : undefined;
  const id = value.startsWith("#") ? value.slice(1) : "";
  const { data } = useGetOne<Row>(
    target?.plural ?? "",
    { id, meta: { fields: target ? titleFields(target) : [] } },
    { enabled: Boolean(target && id), retry: false },
  );
  return (
    <>
      {field && label(field.label)}: <b>{target && data ? rowTitle(target, data, label) : value}</b>
    </>
  );
}
