import Button from "@mui/material/Button";
import { ListOrdered, Pencil } from "lucide-react";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { RowHistory } from "../../generic/RowHistory";
import { useLanguage, useWords } from "../../platform/language";
import { resourceOf } from "../../platform/model";
import { Note } from "../../platform/ui/Note";
import { Page } from "../../platform/ui/Page";
import { Bones, Empty, Failed } from "../../platform/ui/states";
import { Demo } from "../../platform/ui/Status";
import { Tabs } from "../../platform/ui/Tabs";
import { useGraphql } from "../../platform/use-graphql";
import { useMay } from "../../platform/viewer";
import { thresholdText } from "../figures";
import { SCORECARD, type ReadingScore, type Scorecard } from "../scorecard.graphql";
import { SpanBar } from "../SpanBar";
import { useNames } from "../use-names";
import { useTargetView } from "../use-span";
import { ChooseReading } from "./ChooseReading";
import { CRITERION_PAGE, type CriterionData, type CriterionRow } from "./criterion.graphql";
import { CriterionFacts } from "./CriterionFacts";
import { words } from "./criterion.words";
import { ReadingCards } from "./ReadingCards";
import "../../count/count.css";
import "../target.css";
import "./criterion.css";

/** A criterion: its readings with their figures beside each other, its rule, and who changed it. */
export function CriterionShow() {
  const { id = "" } = useParams();
  const w = useWords(words);
  const found = useGraphql<CriterionData>(CRITERION_PAGE, { id });
  const criterion = found.data?.criterion;
  if (criterion) return <OneCriterion key={id} criterion={criterion} />;
  return (
    <Page title={w.criteria} crumbs={[{ text: w.sets, to: "/targetSets" }]}>
      <div className="card">
        {found.error ? (
          <Failed error={found.error} onRetry={() => void found.refetch()} />
        ) : found.isPending ? (
          <Bones lines={6} />
        ) : (
          <Empty title={w.missing}>{w.missingHelp}</Empty>
        )}
      </div>
    </Page>
  );
}

function OneCriterion({ criterion }: { criterion: CriterionRow }) {
  const w = useWords(words);
  const language = useLanguage();
  const name = useNames();
  const may = useMay();
  const view = useTargetView();
  const [tab, setTab] = useState("readings");
  const [choosing, setChoosing] = useState<ReadingScore | null>(null);
  const set = criterion.targetSet;
  const { data, error, refetch } = useGraphql<{ scorecard: Scorecard }>(
    SCORECARD,
    { ...view.variables, targetSet: set?.id, agency: null },
    { enabled: set !== null, keep: true },
  );
  const score = data?.scorecard.criteria.find(({ id }) => id === criterion.id);
  const readings = (
    <div className="card-body stack">
      <div className="span-bar">
        <SpanBar span={view.span} onChange={view.setSpan} />
        <span className="muted">{w.province}</span> {data?.scorecard.isDemo && <Demo />}
      </div>
      {error ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : score ? (
        <ReadingCards score={score} view={view} onChoose={setChoosing} />
      ) : data ? (
        <Empty title={w.noFigure} />
      ) : (
        <Bones lines={5} />
      )}
    </div>
  );
  return (
    <Page
      title={`${criterion.code} ${name(criterion)}`}
      crumbs={[
        { text: w.sets, to: "/targetSets" },
        ...(set ? [{ text: name(set), to: `/targetSets/${set.id}/show` }] : []),
      ]}
      heading={
        <>
          {criterion.code} <span className="light">{name(criterion)}</span> {criterion.certainty === "DEMO" && <Demo />}
        </>
      }
      lead={`${w.threshold} ${thresholdText(criterion.thresholdPercent, language)}.`}
      actions={
        may("criterion.change") && (
          <>
            <Button
              component={Link}
              to={`/criteria/${criterion.id}/rubric`}
              variant="outlined"
              startIcon={<ListOrdered size={16} />}
            >
              {w.rubric}
            </Button>
            <Button
              component={Link}
              to={`/criteria/${criterion.id}`}
              variant="outlined"
              startIcon={<Pencil size={16} />}
            >
              {w.edit}
            </Button>
          </>
        )
      }
    >
      {set?.certainty === "DEMO" && <Note>{w.demoSet}</Note>}
      <div className="card">
        <Tabs
          value={tab}
          onChange={setTab}
          tabs={[
            { id: "readings", title: w.tabReadings, count: criterion.readings.length, content: readings },
            {
              id: "rule",
              title: w.tabRule,
              content: (
                <div className="card-body">
                  <CriterionFacts criterion={criterion} />
                </div>
              ),
            },
            {
              id: "history",
              title: w.history,
              content: <RowHistory resource={resourceOf("criterion")} id={criterion.id} />,
            },
          ]}
        />
      </div>
      {choosing && score && (
        <ChooseReading criterion={criterion} score={score} reading={choosing} onClose={() => setChoosing(null)} />
      )}
    </Page>
  );
}
