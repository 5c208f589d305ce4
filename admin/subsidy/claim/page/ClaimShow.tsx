import Button from "@mui/material/Button";
import { FilePlus2, History, Pencil, Table2 } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Link, useParams } from "react-router";
import { formatDate, formatDecimal, formatVnd } from "../../../platform/format";
import { useLanguage, useWords } from "../../../platform/language";
import { Note } from "../../../platform/ui/Note";
import { Page } from "../../../platform/ui/Page";
import { Bones, Empty, Failed } from "../../../platform/ui/states";
import { Demo, Status } from "../../../platform/ui/Status";
import { useGraphql } from "../../../platform/use-graphql";
import { useMay } from "../../../platform/viewer";
import { PaperButtons } from "../../Papers";
import { daysName } from "../claim-windows";
import { ClaimActs, WhoseStep } from "./ClaimActs";
import { ClaimBudget } from "./ClaimBudget";
import { ClaimPapers } from "./ClaimPapers";
import { ClaimParties } from "./ClaimParties";
import { ClaimRail } from "./ClaimRail";
import { CLAIM, computationOf, IN_WORDS, type Claim, type ClaimData, type Computation } from "./claim-page.graphql";
import { words } from "./claim-page.words";
import { ComputationTable, sharedShare } from "./ComputationTable";
import { OpenDays, LeftOut } from "./ComputationNotes";
import { ClaimPast } from "./ClaimPast";
import "../../subsidy.css";
import "./claim-page.css";

/** A claim: how much, computed how, where it stands, who may take the next step, and whether the budget lasts. */
export function ClaimShow() {
  const { id = "" } = useParams();
  const w = useWords(words);
  const { data, error, refetch } = useGraphql<ClaimData>(CLAIM, { id }, { keep: true });
  if (error) return <Outside body={<Failed error={error} onRetry={() => void refetch()} />} />;
  if (!data) return <Outside body={<Bones lines={8} />} />;
  if (!data.subsidyClaim) return <Outside body={<Empty title={w.notFound} />} />;
  return <ClaimPage claim={data.subsidyClaim} steps={data.claimNextSteps} />;
}

function Outside({ body }: { body: ReactNode }) {
  const w = useWords(words);
  return (
    <Page title={w.claims} crumbs={[{ text: w.claims, to: "/subsidyClaims" }]}>
      {body}
    </Page>
  );
}

function ClaimPage({ claim, steps }: { claim: Claim; steps: ClaimData["claimNextSteps"] }) {
  const w = useWords(words);
  const language = useLanguage();
  const may = useMay();
  const [isPastShown, showPast] = useState(false);
  const isOpen = claim.state === "DRAFT" || claim.state === "RETURNED";
  const isBound = claim.state === "APPROVED" || claim.state === "PAID";
  const asked = computationOf(claim);
  const computed = useGraphql<{ subsidyComputation: Computation }>(asked.query, asked.variables, { keep: true });
  const computation = computed.data?.subsidyComputation;
  const total = isOpen ? (computation?.totalVnd ?? null) : claim.totalVnd;
  const amount = total === null ? "…" : formatVnd(total, language);
  const spoken = useGraphql<{ amountInWords: string }>(
    IN_WORDS,
    { vnd: total },
    { enabled: total !== null, keep: true },
  );
  const inWords = capitalised(spoken.data?.amountInWords ?? "");
  const span = daysName(claim.firstDay, claim.lastDay, language);
  const title = claim.adjusts
    ? w.titleAdjusting(claim.adjusts.code, amount)
    : w.title(span, claim.claimant?.name ?? claim.code, amount);
  return (
    <Page
      title={title}
      heading={
        <>
          {title} {claim.certainty === "DEMO" && <Demo />}
        </>
      }
      lead={[claim.code, inWords, isOpen && w.draft].filter(Boolean).join(" · ")}
      crumbs={[
        { text: w.claims, to: "/subsidyClaims" },
        ...(claim.program ? [{ text: claim.program.name, to: `/subsidyPrograms/${claim.program.id}/show` }] : []),
      ]}
      actions={
        <>
          <PaperButtons path={`/api/subsidy-claims/${claim.id}`} />
          {isOpen && may("subsidyClaim.change") && (
            <Button
              component={Link}
              to={`/subsidyClaims/${claim.id}`}
              variant="outlined"
              startIcon={<Pencil size={16} />}
            >
              {w.edit}
            </Button>
          )}
          {isBound && claim.kind === "ORIGINAL" && claim.program && may("subsidyClaim.change") && (
            <Button
              component={Link}
              to={`/subsidyClaims/create?program=${claim.program.id}&adjusts=${claim.id}`}
              variant="outlined"
              startIcon={<FilePlus2 size={16} />}
            >
              {w.adjust}
            </Button>
          )}
          <ClaimActs claim={claim} amount={amount} steps={steps} />
        </>
      }
    >
      <ClaimRail claim={claim} />
      {claim.state === "RETURNED" && <Returned claim={claim} />}
      <WhoseStep steps={steps} />
      {computation && isOpen && <OpenDays computation={computation} />}
      <div className="claim-columns">
        <section className="card" aria-labelledby="claim-lines">
          <div className="card-head">
            <h2 id="claim-lines">{w.lines}</h2>
            {computation && <Rule computation={computation} />}
            <span className="grow" />
            {computation && <Again claim={claim} computation={computation} />}
          </div>
          {computed.error ? (
            <Failed error={computed.error} onRetry={() => void computed.refetch()} />
          ) : !computation ? (
            <Bones lines={7} />
          ) : (
            <>
              <ComputationTable computation={computation} />
              <LeftOut computation={computation} />
              {!isOpen && (
                <div className="card-foot wide-only">
                  <Button
                    component={Link}
                    to={`/subsidyClaims/${claim.id}/lines/grid`}
                    variant="text"
                    startIcon={<Table2 size={16} />}
                  >
                    {w.grid}
                  </Button>
                </div>
              )}
            </>
          )}
        </section>
        <aside className="stack">
          <ClaimBudget claim={claim} pendingVnd={total} />
          <ClaimPapers claim={claim} mayAttach={may("subsidyClaim.change")} />
          <ClaimParties claim={claim} />
          <Button variant="text" startIcon={<History size={16} />} onClick={() => showPast(true)}>
            {w.history}
          </Button>
        </aside>
      </div>
      {isPastShown && <ClaimPast claim={claim} onClose={() => showPast(false)} />}
    </Page>
  );
}

/** By which share the lines are reckoned, in one sentence. */
function Rule({ computation }: { computation: Computation }) {
  const w = useWords(words);
  const language = useLanguage();
  const share = sharedShare(computation.lines);
  return <span className="hint">{share ? w.rule(formatDecimal(share, language)) : w.ruleOwn}</span>;
}

/** Whether what was kept at submission still gives the total that stands in the claim. */
function Again({ claim, computation }: { claim: Claim; computation: Computation }) {
  const w = useWords(words);
  if (claim.state === "DRAFT" || claim.state === "RETURNED") return <Status kind="info">{w.live}</Status>;
  return claim.totalVnd === computation.totalVnd ? (
    <Status kind="met">{w.agrees}</Status>
  ) : (
    <Status kind="error">{w.differs}</Status>
  );
}

function Returned({ claim }: { claim: Claim }) {
  const w = useWords(words);
  return (
    <Note kind="changed">
      <b>{w.returned(claim.returnedBy?.name ?? "", formatDate(claim.returnedOn))}</b>{" "}
      {claim.returnReason && w.returnedWhy(claim.returnReason)}
    </Note>
  );
}

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
