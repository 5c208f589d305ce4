import Button from "@mui/material/Button";
import { FileSpreadsheet, Plus } from "lucide-react";
import { Link, useSearchParams } from "react-router";
import { GridButton } from "../../generic/GridButton";
import { ViewActions } from "../../generic/ViewActions";
import { useAsOf } from "../../platform/as-of";
import { listOperation } from "../../platform/data/document";
import { schemaFacts } from "../../platform/data/provider";
import { formatNumber, formatVnd } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { resourceOf } from "../../platform/model";
import { Page } from "../../platform/ui/Page";
import { Segments } from "../../platform/ui/Segments";
import { Bones, Empty, Failed } from "../../platform/ui/states";
import { useGraphql } from "../../platform/use-graphql";
import { useMay } from "../../platform/viewer";
import { sumVnd } from "./budget";
import { PROGRAMS, type ProgramsData } from "./program.graphql";
import { words } from "./program.words";
import { ProgramTable } from "./ProgramTable";

const RESOURCE = resourceOf("subsidyProgram");
const FIELDS = ["name", "payer", "contractor", "fiscalYear", "quantityFrom", "claimPeriod", "sharePercent", "capVnd"];
const ALL = "all";

/** Programs of a year: what each has, has spent and has left. */
export function ProgramsPage() {
  const w = useWords(words);
  const language = useLanguage();
  const may = useMay();
  const { workingDate } = useAsOf();
  const [given, setGiven] = useSearchParams();
  const now = Number(workingDate.slice(0, 4));
  const year = given.get("year") ?? String(now);
  const filter = year === ALL ? {} : { fiscalYear: { eq: Number(year) } };
  const { data, error, refetch } = useGraphql<ProgramsData>(PROGRAMS, { filter }, { keep: true });
  const programs = data?.subsidyPrograms.items ?? [];
  const view = { resource: RESOURCE, fields: FIELDS, filter };
  const mayChange = may("subsidyProgram.change");
  const create = mayChange && (
    <Button component={Link} to="/subsidyPrograms/create" variant="contained" startIcon={<Plus size={16} />}>
      {w.create}
    </Button>
  );
  return (
    <Page
      title={w.title}
      heading={
        <>
          {w.title}{" "}
          {programs.length > 0 && (
            <span className="light nowrap">
              {w.answer(formatVnd(sumVnd(programs.map(({ remainingVnd }) => remainingVnd)), language))}
            </span>
          )}
        </>
      }
      lead={w.lead}
      actions={
        <>
          <GridButton resource={RESOURCE} />
          <ViewActions
            view={view}
            operation={() => listOperation(schemaFacts, RESOURCE, { ...view, offset: 0, limit: 100 })}
          />
          {create}
        </>
      }
    >
      <section className="card" aria-label={w.title}>
        <div className="filters">
          <Segments
            label={w.year}
            value={year}
            options={[
              ...[now - 1, now, now + 1].map((each) => ({ value: String(each), text: String(each) })),
              { value: ALL, text: w.allYears },
            ]}
            onChange={(next) => setGiven({ year: next }, { replace: true })}
          />
        </div>
        {error ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Bones lines={6} />
        ) : programs.length === 0 ? (
          <Empty
            title={w.none}
            actions={
              <>
                {create}
                <Button
                  component={Link}
                  to="/subsidyEstimates"
                  variant="outlined"
                  startIcon={<FileSpreadsheet size={16} />}
                >
                  {w.estimates}
                </Button>
              </>
            }
          >
            {w.noneHelp}
          </Empty>
        ) : (
          <ProgramTable programs={programs} withYear={year === ALL} />
        )}
        {data && data.subsidyPrograms.total > programs.length && (
          <div className="card-foot muted">{formatNumber(data.subsidyPrograms.total, language)}</div>
        )}
      </section>
    </Page>
  );
}
