import Button from "@mui/material/Button";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { inputValue, sameValue } from "../platform/data/changes";
import { formatMoment } from "../platform/format";
import { useLabel, useWords } from "../platform/language";
import type { ModelField, ModelResource, Row } from "../platform/model";
import { Note } from "../platform/ui/Note";
import { useGraphql } from "../platform/use-graphql";
import { words } from "./form-words";
import { formValues } from "./form-values";
import { ImageValue } from "./ImageValue";
import { hasHistory } from "./RowHistory";

interface LastChange {
  at: string;
  person: { name: string } | null;
}

interface ConflictProps {
  resource: ModelResource;
  /** The row as it was when the form was opened. */
  base: Row;
  /** The row as it is now. */
  latest: Row;
  onSettled: () => void;
}

/** Who saved a row last, and when. */
function useLastChange(resource: ModelResource, row: Row) {
  const { data } = useGraphql<Record<string, { history: { items: { changeSet: LastChange }[] } } | null>>(
    `query LastChange($id: ID!) { ${resource.single}(id: $id) { history(limit: 1) { items { changeSet { at person { name } } } } } }`,
    { id: row.id, version: row.version },
    { enabled: hasHistory(resource) },
  );
  return data?.[resource.single]?.history.items[0]?.changeSet;
}

/** Both values side by side, no default chosen; saving goes on when each has been decided. */
export function Conflict({ resource, base, latest, onSettled }: ConflictProps) {
  const w = useWords(words);
  const label = useLabel();
  const form = useFormContext();
  const [chosen, setChosen] = useState<Record<string, "typed" | "saved">>({});
  const last = useLastChange(resource, latest);
  const now = formValues(resource, latest);
  const before = formValues(resource, base);
  const typed = form.getValues();
  const written = resource.fields.filter((field) => field.write === "always" && field.kind.name !== "secret");
  const differs = (field: ModelField, left: unknown, right: unknown): boolean =>
    !sameValue(inputValue(field, left), inputValue(field, right));
  const theirs = written.filter((field) => differs(field, now[field.name], before[field.name]));
  const both = theirs.filter(
    (field) =>
      differs(field, typed[field.name], before[field.name]) && differs(field, typed[field.name], now[field.name]),
  );

  const settle = (): void => {
    for (const field of theirs) {
      const keepMine = both.includes(field) && chosen[field.name] === "typed";
      if (!keepMine) form.setValue(field.name, now[field.name], { shouldDirty: true });
    }
    onSettled();
  };

  return (
    <Note kind="conflict">
      <b>{last ? w.conflictBy(last.person?.name ?? w.system, formatMoment(last.at)) : w.conflictTitle}</b>
      <p>{both.length > 0 ? w.conflictHelp : w.noOverlap}</p>
      {both.length > 0 && (
        <table className="rows still" style={{ margin: "8px 0", background: "var(--surface)" }}>
          <thead>
            <tr>
              <th>{w.field}</th>
              <th>{w.saved}</th>
              <th>{w.typed}</th>
            </tr>
          </thead>
          <tbody>
            {both.map((field) => (
              <tr key={field.name}>
                <td className="named">{label(field.label)}</td>
                {(["saved", "typed"] as const).map((side) => (
                  <td key={side}>
                    <div className="stack tight" style={{ alignItems: "flex-start" }}>
                      <ImageValue
                        resource={resource}
                        name={field.name}
                        value={side === "saved" ? now[field.name] : typed[field.name]}
                      />
                      <Button
                        variant={chosen[field.name] === side ? "contained" : "outlined"}
                        aria-pressed={chosen[field.name] === side}
                        onClick={() => setChosen({ ...chosen, [field.name]: side })}
                      >
                        {side === "saved" ? w.takeSaved : w.keepTyped}
                      </Button>
                    </div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button variant="outlined" disabled={both.some((field) => !chosen[field.name])} onClick={settle}>
        {w.go}
      </Button>
    </Note>
  );
}
