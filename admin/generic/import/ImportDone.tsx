import Button from "@mui/material/Button";
import { History } from "lucide-react";
import { Link } from "react-router";
import { formatNumber } from "../../platform/format";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import type { Job } from "../../platform/jobs/job";
import type { ModelResource } from "../../platform/model";
import { Page, type Crumb } from "../../platform/ui/Page";
import { ErrorFileButton } from "./ErrorFileButton";
import type { ImportOutcome } from "./import-answer";
import { ImportSteps } from "./ImportSteps";
import { words } from "./import.words";
import type { KeptImport } from "./kept-import";
import { ResultTable } from "./ResultTable";

interface DoneProps {
  resource: ModelResource;
  job: Job<ImportOutcome>;
  outcome: ImportOutcome;
  /** The file, where the browser still has it. */
  kept: KeptImport | undefined;
  crumbs: Crumb[];
  onOther: () => void;
}

/** What an import has written, with the way to its change set and back, and what it has left. */
export function ImportDone({ resource, job, outcome, kept, crumbs, onOther }: DoneProps) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const number = (value: number): string => formatNumber(value, language);
  // Without a change set nothing was written, whatever the file would have brought.
  const written = outcome.changeSet ? outcome.new + outcome.changed : 0;
  const title = written > 0 ? w.doneTitle(number(written), written) : w.doneNothing;
  return (
    <Page
      title={title}
      crumbs={crumbs}
      lead={
        <>
          <b className="strong">{job.title}</b> ·{" "}
          {w.doneLead(number(outcome.new), number(outcome.changed), number(outcome.same))}
        </>
      }
      actions={<ImportSteps at={3} isDone />}
    >
      <section className="card card-body stack" role="status">
        {outcome.wrong > 0 && <p>{w.left(number(outcome.wrong), outcome.wrong)}</p>}
        <div className="row wrap">
          {outcome.changeSet && (
            <Button
              component={Link}
              to={`/changeSets/${outcome.changeSet.id}/show`}
              variant="contained"
              startIcon={<History size={16} />}
            >
              {w.changeSet(formatNumber(outcome.changeSet.id, language))}
            </Button>
          )}
          {outcome.wrong > 0 && kept && <ErrorFileButton resource={resource} kept={kept} />}
          <Button component={Link} to={`/${resource.plural}`} variant="outlined">
            {w.seeList(label(resource.pluralLabel))}
          </Button>
          <Button variant="outlined" onClick={onOther}>
            {w.another}
          </Button>
        </div>
      </section>
      <ResultTable resource={resource} job={job.id} outcome={outcome} />
    </Page>
  );
}
