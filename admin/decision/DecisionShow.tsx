import Button from "@mui/material/Button";
import { Pencil } from "lucide-react";
import { useMemo, useState } from "react";
import { Link, useParams } from "react-router";
import { EntryContent } from "../catalog/EntryTable";
import { decisionView } from "../catalog/entries-view";
import { DataLink } from "../generic/DataLink";
import { hasHistory, RowHistory } from "../generic/RowHistory";
import { formatDate, formatNumber } from "../platform/format";
import { useLanguage, useWords } from "../platform/language";
import { resourceOf } from "../platform/model";
import { Bones, Empty, Failed } from "../platform/ui/states";
import { Demo } from "../platform/ui/Status";
import { Page } from "../platform/ui/Page";
import { Tabs } from "../platform/ui/Tabs";
import { useMay } from "../platform/viewer";
import { DECISION_LISTS } from "./decision.graphql";
import { words } from "./decision.words";
import { CatalogCounts, DecisionFacts } from "./DecisionAside";
import { Amendment, DecisionSection } from "./DecisionSection";
import { threeLists } from "./lists";
import { RecordButton } from "./record/RecordButton";
import { useDecisionLists } from "./use-decision-lists";

/** A Decision: what it adds, changes and abolishes, and from when. */
export function DecisionShow() {
  const { id = "" } = useParams();
  const w = useWords(words);
  const language = useLanguage();
  const may = useMay();
  const [tab, setTab] = useState("lists");
  const { data, error, isPending, refetch } = useDecisionLists(id);
  const decision = data?.decision;
  const lists = useMemo(() => threeLists(decision?.added.items ?? [], decision?.removed.items ?? []), [decision]);
  const crumbs = [{ text: w.decisions, to: "/decisions" }];

  if (!decision) {
    return (
      <Page title={w.decisions} crumbs={crumbs}>
        <div className="card">
          {error ? (
            <Failed error={error} onRetry={() => void refetch()} />
          ) : isPending ? (
            <Bones lines={6} />
          ) : (
            <Empty title={w.missing}>{w.missingHelp}</Empty>
          )}
        </div>
      </Page>
    );
  }

  const total = lists.issued.length + lists.amended.length + lists.abolished.length;
  const catalogs = [
    ...new Set([...decision.added.items, ...decision.removed.items].flatMap((entry) => entry.catalog?.id ?? [])),
  ];
  const content = (
    <>
      <DecisionSection
        kind="new"
        title={w.issued}
        hint={w.issuedHint(formatDate(decision.actsFrom))}
        rows={lists.issued.map((entry) => ({ entry, content: <EntryContent entry={entry} /> }))}
      />
      <DecisionSection
        kind="changed"
        title={w.amended}
        hint={w.amendedHint}
        rows={lists.amended.map((amended) => ({ entry: amended.entry, content: <Amendment amended={amended} /> }))}
      />
      <DecisionSection
        kind="gone"
        title={w.abolished}
        hint={w.abolishedHint}
        rows={lists.abolished.map((entry) => ({ entry, content: <EntryContent entry={entry} /> }))}
      />
      {total === 0 && <Empty title={w.noLists}>{w.noListsHelp}</Empty>}
    </>
  );

  return (
    <Page
      title={decision.number}
      crumbs={crumbs}
      heading={
        <>
          {decision.number}{" "}
          {decision.issuedOn && <span className="light">{w.dated(formatDate(decision.issuedOn))}</span>}{" "}
          {decision.certainty === "DEMO" && <Demo />}
        </>
      }
      lead={decision.title}
      actions={
        <>
          <DataLink operation={() => ({ query: DECISION_LISTS, variables: { id } })} view={() => decisionView(id)} />
          <RecordButton decision={id} />
          {may("decision.change") && (
            <Button component={Link} to={`/decisions/${id}`} variant="outlined" startIcon={<Pencil size={16} />}>
              {w.correct}
            </Button>
          )}
        </>
      }
    >
      <div className="with-aside">
        <div className="card">
          <Tabs
            value={tab}
            onChange={setTab}
            tabs={[
              { id: "lists", title: w.lists, count: formatNumber(total, language), content },
              ...(hasHistory(resourceOf("decision"))
                ? [
                    {
                      id: "history",
                      title: w.history,
                      content: <RowHistory resource={resourceOf("decision")} id={id} />,
                    },
                  ]
                : []),
            ]}
          />
        </div>
        <aside className="stack">
          <DecisionFacts decision={decision} data={data} count={total} />
          <CatalogCounts decision={decision} lists={lists} catalogs={catalogs} />
        </aside>
      </div>
    </Page>
  );
}
