import Button from "@mui/material/Button";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { Upload } from "lucide-react";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { DataLink } from "../generic/DataLink";
import { formatDate, formatNumber } from "../platform/format";
import { useLanguage, useWords } from "../platform/language";
import { Page } from "../platform/ui/Page";
import { Bones, Empty, Failed } from "../platform/ui/states";
import { useGraphql } from "../platform/use-graphql";
import { useMay } from "../platform/viewer";
import { CROSS_CHECK, PERIODS_TO_CHECK, type CrossCheck, type CrossCheckData } from "./cross-check.graphql";
import { words } from "./cross-check.words";
import { CrossCheckTable } from "./CrossCheckTable";
import type { SheetPeriod } from "./sheet/count-sheet.graphql";
import "./count.css";

const STEP = 50;
const MOST = 200;

interface Choices {
  periods: { items: SheetPeriod[] };
  nationalForms: { items: { period: { id: string } | null }[] };
}

/** Form II.06a of a period against the counts of its days, agency by agency. */
export function CrossCheckPage() {
  const w = useWords(words);
  const may = useMay();
  const [given, setGiven] = useSearchParams();
  const [limit, setLimit] = useState(STEP);
  const start = useGraphql<Choices>(PERIODS_TO_CHECK);
  const periods = start.data?.periods.items ?? [];
  const wanted = given.get("period") ?? start.data?.nationalForms.items[0]?.period?.id;
  const period = periods.find(({ id }) => id === wanted) ?? periods[0];
  const variables = { period: period?.id, offset: 0, limit };
  const { data, error, refetch } = useGraphql<CrossCheckData>(CROSS_CHECK, variables, {
    enabled: period !== undefined,
    keep: true,
  });
  const found = data?.crossCheck;
  const answer = useAnswer(found);
  const failure = error ?? start.error;

  return (
    <Page
      title={answer}
      crumbs={[{ text: w.counts, to: "/counts" }, { text: w.title }]}
      lead={w.lead}
      actions={
        <>
          <DataLink operation={() => ({ query: CROSS_CHECK, variables })} />
          <Button component={Link} to="/nationalForms" variant="outlined">
            {w.forms}
          </Button>
          {may("nationalForm.change") && (
            <Button component={Link} to="/nationalForms/import" variant="contained" startIcon={<Upload size={16} />}>
              {w.import}
            </Button>
          )}
        </>
      }
    >
      {period && (
        <div className="sheet-choice">
          <TextField
            select
            label={w.period}
            value={period.id}
            onChange={(event) => setGiven({ period: event.target.value }, { replace: true })}
          >
            {periods.map((each) => (
              <MenuItem key={each.id} value={each.id}>
                {each.state === "CLOSED" ? `${each.name}, ${w.closedMark}` : each.name}
              </MenuItem>
            ))}
          </TextField>
        </div>
      )}
      {found && <Days found={found} onPeriod={(id) => setGiven({ period: id }, { replace: true })} />}
      <section className="card" aria-label={w.title}>
        {failure ? (
          <Failed error={failure} onRetry={() => void (error ? refetch() : start.refetch())} />
        ) : start.data && !period ? (
          <Empty title={w.noPeriod} />
        ) : !found ? (
          <Bones lines={6} />
        ) : found.total === 0 ? (
          <Empty title={w.none}>{w.noneHelp}</Empty>
        ) : (
          <CrossCheckTable found={found} />
        )}
        {found && found.total > found.items.length && limit < MOST && (
          <div className="card-foot">
            <Button variant="outlined" onClick={() => setLimit(Math.min(MOST, limit + STEP))}>
              {w.more}
            </Button>
          </div>
        )}
      </section>
    </Page>
  );
}

/** The page's first sentence: how many agencies differ. */
function useAnswer(found: CrossCheck | undefined): string {
  const w = useWords(words);
  const language = useLanguage();
  if (!found) return w.title;
  const { name } = found.period;
  if (found.total === 0) return w.answerNone(name);
  if (found.items.every(({ formId }) => formId === null)) return w.answerNoForm(name);
  const different = found.items.filter(({ state }) => state === "DIFFERS").length;
  if (different === 0) return w.answerAgree(name);
  return w.answer(formatNumber(different, language), formatNumber(found.items.length, language), name);
}

/** Which periods of counts are compared with the form, and why some are not. */
function Days({ found, onPeriod }: { found: CrossCheck; onPeriod: (id: string) => void }) {
  const w = useWords(words);
  const language = useLanguage();
  const { period, periods, otherForms } = found;
  return (
    <details className="card card-body">
      <summary>{w.days}</summary>
      <p className="muted">{w.daysLead(formatDate(period.firstDay), formatDate(period.lastDay))}</p>
      {periods.length === 0 && <p>{w.noPeriods}</p>}
      <ul>
        {periods.map(({ period: each, isInside, days }) => (
          <li key={each.id}>{isInside ? w.inside(each.name) : w.outside(each.name, formatNumber(days, language))}</li>
        ))}
      </ul>
      {otherForms.length > 0 && (
        <p className="row wrap">
          {w.otherForms}
          {otherForms.map(({ id, name }) => (
            <button key={id} type="button" className="link" onClick={() => onPeriod(id)}>
              {name}
            </button>
          ))}
        </p>
      )}
    </details>
  );
}
