import Button from "@mui/material/Button";
import { FilePlus2, Plus, Table2 } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Link } from "react-router";
import { Facts, Provenance, RowActions, RowAwaited, useRow, useRowTabs } from "../../generic/ResourceShow";
import { ListLink } from "../../generic/ListLink";
import { useAsOf } from "../../platform/as-of";
import { formatNumber } from "../../platform/format";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import { isDemo, PROVENANCE, resourceOf, type Row } from "../../platform/model";
import { rowTitle } from "../../platform/row-title";
import { Note } from "../../platform/ui/Note";
import { Page } from "../../platform/ui/Page";
import { Bones, Failed } from "../../platform/ui/states";
import { Demo } from "../../platform/ui/Status";
import { Tabs } from "../../platform/ui/Tabs";
import { useGraphql } from "../../platform/use-graphql";
import { useMay } from "../../platform/viewer";
import { words as outlookPage } from "../outlook/outlook.words";
import { OutlookTab } from "../outlook/OutlookTab";
import { PaperMenu } from "../Papers";
import { budgetParts, sumVnd } from "./budget";
import { BudgetLegend } from "./BudgetBar";
import { EligibleRoutes } from "./EligibleRoutes";
import { PROGRAM_PARTS, type ProgramPartsData } from "./program.graphql";
import { words } from "./program.words";
import "../subsidy.css";

const RESOURCE = resourceOf("subsidyProgram");
/** Said by the page's head and by the budget beside the terms. */
const IN_HEAD = new Set([
  ...["name", "payer", "contractor", "fiscalYear"],
  ...["budgetVnd", "committedVnd", "paidVnd", "remainingVnd"],
]);

const isFilled = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);

const nameOf = (row: unknown, label: ReturnType<typeof useLabel>): string =>
  row ? rowTitle(resourceOf("agency"), row as Row, label) : "";

/** A program: what it may spend and has spent, on which routes, by which terms, and what is claimed of it. */
export function ProgramShow() {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const may = useMay();
  const { date } = useAsOf();
  const found = useRow(RESOURCE);
  const more = useRowTabs(RESOURCE, found.id, ["routes"]);
  const outlookWords = useWords(outlookPage);
  const [tab, setTab] = useState("claims");
  const { data, error, refetch } = useGraphql<ProgramPartsData>(
    PROGRAM_PARTS,
    { id: found.id, asOf: date },
    { keep: true },
  );
  const row = found.data;
  if (!row) return <RowAwaited resource={RESOURCE} row={found} />;
  const parts = data?.subsidyProgram;
  const title = rowTitle(RESOURCE, row, label);
  const contractor = nameOf(row.contractor, label);
  const waiting = error ? <Failed error={error} onRetry={() => void refetch()} /> : <Bones />;
  const tools: Record<string, ReactNode> = {
    budgetLines: may("subsidyBudgetLine.change") && (
      <GridLink to={`/subsidyPrograms/${found.id}/budget/grid`} text={w.inGrid} />
    ),
  };
  const [claims, ...others] = [...more].sort((a, b) => Number(b.id === "claims") - Number(a.id === "claims"));
  const withTools = (each: (typeof more)[number]) => ({
    ...each,
    content: (
      <>
        {tools[each.id] && <div className="tab-tools">{tools[each.id]}</div>}
        {each.content}
      </>
    ),
  });
  return (
    <Page
      title={title}
      crumbs={[{ text: w.title, to: "/subsidyPrograms" }]}
      heading={
        <>
          {title} {isDemo(row) && <Demo />}
        </>
      }
      lead={`${w.programLead(nameOf(row.payer, label), String(row.fiscalYear))}${contractor && w.pays(contractor)}.`}
      actions={
        <RowActions resource={RESOURCE} row={row}>
          <PaperMenu path={`/api/subsidy-programs/${row.id}/report`} name={w.report} />
          {may("subsidyClaim.change") && (
            <Button
              component={Link}
              to={`/subsidyClaims/create?program=${row.id}`}
              variant="outlined"
              startIcon={<FilePlus2 size={16} />}
            >
              {w.newClaim}
            </Button>
          )}
        </RowActions>
      }
    >
      <div className="with-aside">
        <div className="card">
          <Tabs
            value={tab}
            onChange={setTab}
            tabs={[
              ...(claims ? [claims] : []),
              {
                id: "routes",
                title: label(RESOURCE.lists.find(({ name }) => name === "routes")!.label),
                count: parts ? formatNumber(parts.routes.total, language) : undefined,
                content: parts ? (
                  <>
                    {may("subsidyProgramRoute.change") && (
                      <div className="tab-tools">
                        <GridLink to={`/subsidyPrograms/${found.id}/routes/grid`} text={w.inGrid} />
                      </div>
                    )}
                    <EligibleRoutes routes={parts.routes.items} share={row.sharePercent as string | null} />
                    <ListLink resource={RESOURCE} list="routes" id={found.id} />
                  </>
                ) : (
                  waiting
                ),
              },
              {
                id: "outlook",
                title: outlookWords.title,
                content: <OutlookTab program={found.id} asOf={date} year={Number(row.fiscalYear)} />,
              },
              ...others.map(withTools),
            ]}
          />
        </div>
        <aside className="stack" aria-label={w.budget}>
          <section className="card card-body stack">
            <h2>{w.budgetTitle(String(row.fiscalYear))}</h2>
            {parts ? <ProgramBudget parts={parts} program={found.id} /> : waiting}
          </section>
          <section className="card card-body stack" aria-label={w.terms}>
            <h2>{w.terms}</h2>
            <Facts
              single
              row={row}
              fields={RESOURCE.fields.filter(
                ({ name }) => !PROVENANCE.has(name) && !IN_HEAD.has(name) && isFilled(row[name]),
              )}
            />
            <Provenance resource={RESOURCE} row={row} />
          </section>
        </aside>
      </div>
    </Page>
  );
}

function ProgramBudget({
  parts,
  program,
}: {
  parts: NonNullable<ProgramPartsData["subsidyProgram"]>;
  program: string;
}) {
  const w = useWords(words);
  const may = useMay();
  if (BigInt(parts.budgetVnd ?? 0) === 0n)
    return (
      <>
        <Note kind="changed">{w.noBudget}</Note>
        {may("subsidyBudgetLine.change") && (
          <Button
            component={Link}
            to={`/subsidyBudgetLines/create?program=${program}&kind=GRANTED`}
            variant="outlined"
            startIcon={<Plus size={16} />}
          >
            {w.addBudget}
          </Button>
        )}
      </>
    );
  const pending = sumVnd(parts.waiting.items.map(({ totalVnd }) => totalVnd));
  return <BudgetLegend parts={budgetParts(parts, pending)} budgetVnd={parts.budgetVnd} />;
}

function GridLink({ to, text }: { to: string; text: string }) {
  return (
    <Button className="wide-only" component={Link} to={to} variant="outlined" startIcon={<Table2 size={16} />}>
      {text}
    </Button>
  );
}
