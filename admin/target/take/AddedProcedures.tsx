import IconButton from "@mui/material/IconButton";
import { X } from "lucide-react";
import { ReferencePicker } from "../../generic/ReferencePicker";
import { useWords } from "../../platform/language";
import { useGraphql } from "../../platform/use-graphql";
import { useNames } from "../use-names";
import { words } from "./take.words";

const NAMES = `query ProcedureNames($ids: [ID!]!) {
  procedures(filter: { id: { in: $ids } }, limit: 100) { items { id nameVi nameEn } }
}`;

interface NamesData {
  procedures: { items: { id: string; nameVi: string; nameEn: string | null }[] };
}

/** Procedures that are to come into the catalog, picked one after another. */
export function AddedProcedures({
  added,
  listed,
  onChange,
}: {
  added: string[];
  listed: string[];
  onChange: (ids: string[]) => void;
}) {
  const w = useWords(words);
  const name = useNames();
  const { data } = useGraphql<NamesData>(NAMES, { ids: added }, { enabled: added.length > 0, keep: true });
  return (
    <div className="stack tight">
      <ReferencePicker
        key={added.length}
        target="procedure"
        label={w.add}
        help={w.addHelp}
        value={null}
        onChange={(id) => {
          if (id && !added.includes(id) && !listed.includes(id)) onChange([...added, id]);
        }}
      />
      <ul className="added-procedures">
        {(data?.procedures.items ?? [])
          .filter(({ id }) => added.includes(id))
          .map((procedure) => (
            <li key={procedure.id}>
              <span className="grow">{name(procedure)}</span>
              <IconButton
                aria-label={w.dropAdded(name(procedure))}
                onClick={() => onChange(added.filter((id) => id !== procedure.id))}
              >
                <X size={16} />
              </IconButton>
            </li>
          ))}
      </ul>
    </div>
  );
}
