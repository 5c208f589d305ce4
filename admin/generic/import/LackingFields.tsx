import Button from "@mui/material/Button";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { useLabel, useWords } from "../../platform/language";
import { fieldOf, type ModelResource } from "../../platform/model";
import { ColumnChips } from "./ColumnChips";
import { GivenFields } from "./GivenFields";
import type { ImportOutcome } from "./import-answer";
import { words } from "./import.words";

interface LackingProps {
  resource: ModelResource;
  outcome: ImportOutcome;
  values: Readonly<Record<string, string>>;
  /** The file is being read anew. */
  isBusy: boolean;
  onGo: (values: Record<string, string>) => void;
  /** Opens the matching of columns. */
  onMatch: () => void;
  /** Shows the preview as it is. */
  onSkip: () => void;
}

/** Before the preview: what every line of the file is about and no column of it says, such as the period of a report. */
export function LackingFields({ resource, outcome, values, isBusy, onGo, onMatch, onSkip }: LackingProps) {
  const w = useWords(words);
  const label = useLabel();
  const [given, setGiven] = useState<Record<string, string>>({ ...values });
  const names = givenNames(outcome, values);
  const lacking = names.filter((name) => name !== outcome.filled);
  const isMissing = lacking.some((name) => !given[name]);
  const said = lacking.flatMap((name) => fieldOf(resource, name) ?? []).map((field) => label(field.label));
  return (
    <form
      className="card card-body stack"
      aria-label={w.lackingTitle}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isMissing) onGo(given);
      }}
    >
      <h2>{`${w.lackingTitle}: ${said.join(", ")}`}</h2>
      <p className="muted">{w.lackingLead}</p>
      <GivenFields resource={resource} names={names} filled={outcome.filled} values={given} onChange={setGiven} />
      <ColumnChips resource={resource} columns={outcome.columns} onEdit={onMatch} />
      <div className="row wrap">
        <Button type="submit" variant="contained" disabled={isMissing || isBusy} endIcon={<ArrowRight size={16} />}>
          {w.lackingGo}
        </Button>
        <Button variant="outlined" onClick={onSkip}>
          {w.lackingSkip}
        </Button>
        {isBusy && (
          <span className="hint" role="status">
            {w.again}
          </span>
        )}
      </div>
    </form>
  );
}

/** The fields that are given for every line or could be. */
export const givenNames = (outcome: ImportOutcome, values: Readonly<Record<string, string>>): string[] => [
  ...new Set([...Object.keys(values), ...outcome.lacking, ...(outcome.filled ? [outcome.filled] : [])]),
];
