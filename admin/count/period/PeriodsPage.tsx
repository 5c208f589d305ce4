import Button from "@mui/material/Button";
import { CalendarPlus } from "lucide-react";
import { useState } from "react";
import { GridButton } from "../../generic/GridButton";
import { ViewActions } from "../../generic/ViewActions";
import { useAsOf } from "../../platform/as-of";
import { listOperation } from "../../platform/data/document";
import { schemaFacts } from "../../platform/data/provider";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { resourceOf } from "../../platform/model";
import { Page } from "../../platform/ui/Page";
import { Bones, Empty, Failed } from "../../platform/ui/states";
import { useGraphql } from "../../platform/use-graphql";
import { useMay } from "../../platform/viewer";
import { CreatePeriods } from "./CreatePeriods";
import { PERIODS, REPORTING, type PeriodRow, type PeriodsData, type ReportingData } from "./period.graphql";
import { PeriodTable } from "./PeriodTable";
import { words } from "./period.words";
import { TurnDialog } from "./TurnDialog";
import type { Verb } from "./use-turn";
import "../count.css";

/** Periods shown at first, and more of them at a time. */
const STEP = 24;
const MOST = 96;

/** Reporting periods: what is open, what is due, who has reported, closing and reopening. */
export function PeriodsPage() {
  const w = useWords(words);
  const language = useLanguage();
  const may = useMay();
  const { workingDate } = useAsOf();
  const [limit, setLimit] = useState(STEP);
  const [creating, setCreating] = useState(false);
  const [turning, setTurning] = useState<{ period: PeriodRow; verb: Verb } | null>(null);
  const { data, error, refetch } = useGraphql<PeriodsData>(PERIODS, { limit }, { keep: true });
  const periods = data?.periods.items ?? [];
  const begun = periods.filter(({ firstDay }) => firstDay <= workingDate).map(({ id }) => id);
  const reporting = useGraphql<ReportingData>(
    REPORTING,
    { periods: begun },
    { enabled: begun.length > 0 && may("count.read"), keep: true },
  );
  const byPeriod = new Map((reporting.data?.periodReporting ?? []).map((each) => [each.period.id, each]));
  const late = periods.filter(({ state, dueOn }) => state === "OPEN" && dueOn !== null && dueOn < workingDate).length;
  const resource = resourceOf("period");
  const view = { resource, fields: ["name", "kind", "firstDay", "lastDay", "dueOn", "state"] };
  const answer = late > 0 ? w.titleAnswer(formatNumber(late, language)) : w.titleAll;
  const mayCreate = may("period.change");
  const createButton = mayCreate && (
    <Button variant="contained" startIcon={<CalendarPlus size={16} />} onClick={() => setCreating(true)}>
      {w.create}
    </Button>
  );
  return (
    <Page
      title={w.title}
      crumbs={[{ text: w.counts, to: "/counts" }]}
      heading={
        <>
          {w.title} {data && <span className="light">{answer}</span>}
        </>
      }
      lead={w.lead}
      actions={
        <>
          <GridButton resource={resource} />
          <ViewActions
            view={view}
            operation={() => listOperation(schemaFacts, resource, { ...view, offset: 0, limit: 100 })}
          />
          {createButton}
        </>
      }
    >
      <section className="card" aria-label={w.title}>
        {error ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Bones lines={8} />
        ) : periods.length === 0 ? (
          <Empty title={w.nothing} actions={createButton}>
            {w.nothingHelp}
          </Empty>
        ) : (
          <PeriodTable periods={periods} reporting={byPeriod} onTurn={(period, verb) => setTurning({ period, verb })} />
        )}
        {data && data.periods.total > periods.length && limit < MOST && (
          <div className="card-foot">
            <Button variant="outlined" onClick={() => setLimit(Math.min(limit + STEP, MOST))}>
              {w.older}
            </Button>
          </div>
        )}
      </section>
      {turning && (
        <TurnDialog {...turning} reporting={byPeriod.get(turning.period.id)} onClose={() => setTurning(null)} />
      )}
      {creating && <CreatePeriods onClose={() => setCreating(false)} />}
    </Page>
  );
}
