import Button from "@mui/material/Button";
import { FileCheck2, Send } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { FieldValue } from "../../generic/FieldValue";
import { Facts, Provenance, RowActions, RowAwaited, useRow } from "../../generic/ResourceShow";
import { formatVnd } from "../../platform/format";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import { fieldOf, isDemo, resourceOf, type Row } from "../../platform/model";
import { rowTitle } from "../../platform/row-title";
import { Page } from "../../platform/ui/Page";
import { Demo, Status } from "../../platform/ui/Status";
import { useMay } from "../../platform/viewer";
import { PaperButtons } from "../Papers";
import { AnswerDialog } from "./AnswerDialog";
import { AskedLines } from "./AskedLines";
import { assumptionsOf } from "../need/assumptions";
import { AskDialog } from "./AskDialog";
import { ESTIMATE_LOOK } from "./estimate-look";
import { words } from "./estimate.words";
import { EstimateTrial } from "./EstimateTrial";
import { useNeed } from "../need/use-need";
import "../subsidy.css";

const RESOURCE = resourceOf("subsidyEstimate");
const ANSWER_FIELDS = ["grantedVnd", "answerDocument", "answeredOn", "answerNote", "program", "answeredBy"];
const BASE_FIELDS = [
  "baseFrom",
  "baseTo",
  "growthPercent",
  "sharePercent",
  "channels",
  "contractor",
  "note",
  "askedBy",
  "askedOn",
];

const factsOf = (names: readonly string[], row: Row) =>
  names.flatMap((name) => (row[name] == null || row[name] === "" ? [] : (fieldOf(RESOURCE, name) ?? [])));

/** An estimate: what it comes to and by which assumptions, the asking for it, its answer and what became of it. */
export function EstimateShow() {
  const found = useRow(RESOURCE);
  const row = found.data;
  return row ? (
    <EstimatePage key={`${row.id}.${row.version}`} row={row} />
  ) : (
    <RowAwaited resource={RESOURCE} row={found} />
  );
}

function EstimatePage({ row }: { row: Row }) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const may = useMay();
  const [dialog, setDialog] = useState<"ask" | "answer" | null>(null);
  const isDraft = row.state === "DRAFT";
  const payer = row.payer as Row | null;
  // What is asked for is what is saved, whatever is being tried on the page.
  const [kept] = useState(() => assumptionsOf(row));
  const { data } = useNeed(kept, isDraft);
  const need = data?.subsidyNeed.payers.find((each) => each.payer?.id === payer?.id);
  const title = rowTitle(RESOURCE, row, label);
  // The amount and its đ stay on one line of the title.
  const money = (vnd: unknown): string => formatVnd(String(vnd ?? 0), language).replace(" ", "\u00a0");
  const answers: Record<string, string> = {
    DRAFT: need ? w.titleDraft(money(need.totalVnd)) : "",
    ASKED: w.titleAsked(money(row.totalVnd)),
    GRANTED: w.titleGranted(money(row.grantedVnd), money(row.totalVnd)),
    GRANTED_IN_PART: w.titleGranted(money(row.grantedVnd), money(row.totalVnd)),
    REFUSED: w.titleRefused(money(row.totalVnd)),
  };
  const state = String(row.state);
  const payerName = payer ? rowTitle(resourceOf("agency"), payer, label) : "";
  const year = String(row.fiscalYear);
  const mayChange = may("subsidyEstimate.change");
  const papers = <PaperButtons path={`/api/subsidy-estimates/${row.id}`} />;
  const program = row.program as Row | null;
  return (
    <Page
      title={title}
      crumbs={[{ text: w.estimates, to: "/subsidyEstimates" }]}
      heading={
        <>
          {title} <span className="light">{answers[state]}</span>{" "}
          <Status kind={ESTIMATE_LOOK[state]?.kind ?? "info"}>
            <FieldValue field={fieldOf(RESOURCE, "state")!} value={state} />
          </Status>{" "}
          {isDemo(row) && <Demo />}
        </>
      }
      lead={`${payerName}, ${year}. ${isDraft ? w.live : w.kept}`}
      actions={
        isDraft ? (
          <RowActions resource={RESOURCE} row={row}>
            {papers}
            {mayChange && need && (
              <Button variant="outlined" startIcon={<Send size={16} />} onClick={() => setDialog("ask")}>
                {w.ask}
              </Button>
            )}
          </RowActions>
        ) : (
          <>
            {papers}
            {state === "ASKED" && mayChange && (
              <Button variant="contained" startIcon={<FileCheck2 size={16} />} onClick={() => setDialog("answer")}>
                {w.answer}
              </Button>
            )}
          </>
        )
      }
    >
      {isDraft ? (
        <EstimateTrial row={row} kept={kept} mayChange={mayChange} />
      ) : (
        <div className="with-aside">
          <AskedLines id={row.id} totalVnd={String(row.totalVnd ?? 0)} />
          <aside className="stack" aria-label={w.assumptions}>
            {state !== "ASKED" && (
              <section className="card card-body stack">
                <h2>{w.result}</h2>
                <Facts single row={row} fields={factsOf(ANSWER_FIELDS, row)} />
                {program && (
                  <Button component={Link} to={`/subsidyPrograms/${program.id}/show`} variant="outlined">
                    {w.became}
                  </Button>
                )}
              </section>
            )}
            <section className="card card-body stack">
              <h2>{w.assumptions}</h2>
              <Facts single row={row} fields={factsOf(BASE_FIELDS, row)} />
              <Provenance resource={RESOURCE} row={row} />
            </section>
          </aside>
        </div>
      )}
      {dialog === "ask" && need && (
        <AskDialog id={row.id} name={title} totalVnd={need.totalVnd} onClose={() => setDialog(null)} />
      )}
      {dialog === "answer" && (
        <AnswerDialog
          id={row.id}
          askedVnd={String(row.totalVnd ?? 0)}
          programName={w.programNameOf(year, payerName)}
          onClose={() => setDialog(null)}
        />
      )}
    </Page>
  );
}
