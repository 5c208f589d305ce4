import Button from "@mui/material/Button";
import { Pencil, Plus } from "lucide-react";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { RowHistory } from "../../generic/RowHistory";
import { formatDecimal, formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { resourceOf } from "../../platform/model";
import { Note } from "../../platform/ui/Note";
import { Page } from "../../platform/ui/Page";
import { Bones, Empty, Failed } from "../../platform/ui/states";
import { Demo } from "../../platform/ui/Status";
import { Tabs } from "../../platform/ui/Tabs";
import { useGraphql } from "../../platform/use-graphql";
import { useMay } from "../../platform/viewer";
import { countedBy, percent, thresholdText } from "../figures";
import { SCORECARD, type Scorecard } from "../scorecard.graphql";
import { SpanBar } from "../SpanBar";
import { useNames } from "../use-names";
import { useTargetView } from "../use-span";
import { Verdict } from "../Verdict";
import { TARGET_SET_PAGE, type CriterionRow, type TargetSetData } from "./criterion.graphql";
import { useChoiceWords } from "./CriterionFacts";
import { words } from "./criterion.words";
import { Holds } from "./TargetSetsPage";
import "../target.css";
import "./criterion.css";

/** A target set: its criteria with what each asks, the reading that judges, and how the province stands by it. */
export function TargetSetShow() {
  const { id = "" } = useParams();
  const w = useWords(words);
  const language = useLanguage();
  const name = useNames();
  const may = useMay();
  const view = useTargetView();
  const [tab, setTab] = useState("criteria");
  const found = useGraphql<TargetSetData>(TARGET_SET_PAGE, { id });
  const scored = useGraphql<{ scorecard: Scorecard }>(
    SCORECARD,
    { ...view.variables, targetSet: id, agency: null },
    { keep: true },
  );
  const set = found.data?.targetSet;
  if (!set)
    return (
      <Page title={w.sets} crumbs={[{ text: w.sets, to: "/targetSets" }]}>
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
  return (
    <Page
      title={name(set)}
      crumbs={[{ text: w.sets, to: "/targetSets" }]}
      heading={
        <>
          {name(set)} {set.certainty === "DEMO" && <Demo />}
        </>
      }
      lead={
        <>
          {set.code} · <Holds set={set} />{" "}
          {set.decision && (
            <>
              · <Link to={`/decisions/${set.decision.id}/show`}>{set.decision.number}</Link>
            </>
          )}{" "}
          {set.note}
        </>
      }
      actions={
        may("targetSet.change") && (
          <>
            <Button component={Link} to={`/targetSets/${id}`} variant="outlined" startIcon={<Pencil size={16} />}>
              {w.edit}
            </Button>
            <Button component={Link} to="/criteria/create" variant="outlined" startIcon={<Plus size={16} />}>
              {w.addCriterion}
            </Button>
          </>
        )
      }
    >
      {set.certainty === "DEMO" && <Note>{w.demoSet}</Note>}
      <div className="card">
        <Tabs
          value={tab}
          onChange={setTab}
          tabs={[
            {
              id: "criteria",
              title: w.criteria,
              count: formatNumber(set.criteria.total, language),
              content: (
                <>
                  <div className="card-head span-bar">
                    <SpanBar span={view.span} onChange={view.setSpan} />
                    {scored.data?.scorecard.isDemo && <Demo />}
                  </div>
                  <CriteriaTable
                    criteria={set.criteria.items}
                    card={scored.data?.scorecard}
                    link={(criterion) => view.link(`/criteria/${criterion}/show`)}
                  />
                </>
              ),
            },
            {
              id: "history",
              title: w.history,
              content: <RowHistory resource={resourceOf("targetSet")} id={id} />,
            },
          ]}
        />
      </div>
    </Page>
  );
}

interface CriteriaTableProps {
  criteria: readonly CriterionRow[];
  card: Scorecard | undefined;
  link: (criterion: string) => string;
}

function CriteriaTable({ criteria, card, link }: CriteriaTableProps) {
  const w = useWords(words);
  const language = useLanguage();
  const name = useNames();
  const said = useChoiceWords();
  const isScored = criteria.some(({ scoring }) => scoring !== "NONE");
  return (
    <div className="scroll-x">
      <table className="rows folding criteria">
        <thead>
          <tr>
            <th>{w.code}</th>
            <th>{w.criteria}</th>
            <th className="number">{w.threshold}</th>
            <th>{w.official}</th>
            <th>{w.result}</th>
            {isScored && <th>{w.scoring}</th>}
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => {
            const score = card?.criteria.find(({ id }) => id === criterion.id);
            const threshold = criterion.thresholdPercent;
            return (
              <tr key={criterion.id}>
                <td>
                  <span className="criterion-code">{criterion.code}</span>
                </td>
                <td className="lead-cell named">
                  <Link to={link(criterion.id)}>{name(criterion)}</Link>
                </td>
                <td className="number">{thresholdText(threshold, language)}</td>
                <td>{said("officialReading", criterion.officialReading)}</td>
                <td className="criteria-result">
                  {score && (
                    <>
                      <Verdict score={score.official} counted={countedBy(score)} />
                      <span className="hint block">
                        {score.official.ratio ? percent(score.official.ratio, language, { threshold }) : "–"} ={" "}
                        {w.ratio(
                          formatNumber(score.official.numerator, language),
                          formatNumber(score.official.denominator, language),
                        )}
                      </span>
                    </>
                  )}
                </td>
                {isScored && (
                  <td>
                    {said("scoring", criterion.scoring)}
                    {score?.official.points != null && score.points !== null && (
                      <span className="hint block">
                        {w.points(
                          formatDecimal(score.official.points, language),
                          formatDecimal(score.points, language),
                        )}
                      </span>
                    )}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
