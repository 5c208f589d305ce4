import Button from "@mui/material/Button";
import { Printer } from "lucide-react";
import { useState } from "react";
import { formatDate, formatNumber } from "../../platform/format";
import { useAsOf } from "../../platform/as-of";
import { useLanguage, useWords } from "../../platform/language";
import { Page } from "../../platform/ui/Page";
import { Bones, Empty, Failed } from "../../platform/ui/states";
import { Demo } from "../../platform/ui/Status";
import { useGraphql } from "../../platform/use-graphql";
import { DownloadButton } from "../DownloadButton";
import { SCORECARD, SCORECARDS, type Scorecard, type ScorecardsData } from "../scorecard.graphql";
import { spanName } from "../span";
import { SpanBar } from "../SpanBar";
import { words as shared } from "../target.words";
import { useNames } from "../use-names";
import { useTargetView } from "../use-span";
import { CHASED_KINDS } from "./chased-kinds";
import { ChaseTable } from "./ChaseTable";
import { AROUND, type AroundData } from "./home.graphql";
import { words } from "./home.words";
import { NotReportedCard } from "./NotReportedCard";
import { TakeCard } from "./TakeCard";
import { TargetCards } from "./TargetCard";
import "../target.css";

function useTitle(): (card: Pick<Scorecard, "met" | "applicable">, span: string) => string {
  const w = useWords(shared);
  const language = useLanguage();
  return ({ met, applicable }, span) => {
    const number = (value: number): string => formatNumber(value, language);
    if (applicable === 0) return w.titleNone(span);
    if (met === applicable) return w.titleAll(number(applicable));
    return w.titleMet(number(met), number(applicable)) + w.titleRest(number(applicable - met));
  };
}

/** The page of a leader: how many targets are met, what is missing, whom to chase, what would help. */
export function LeaderHome() {
  const w = useWords(words);
  const s = useWords(shared);
  const language = useLanguage();
  const name = useNames();
  const title = useTitle();
  const view = useTargetView();
  const { date } = useAsOf();
  const [choosing, setChoosing] = useState(false);
  const { data, error, refetch } = useGraphql<{ scorecard: Scorecard }>(
    SCORECARD,
    { ...view.variables, agency: null },
    { keep: true },
  );
  const agencies = useGraphql<ScorecardsData>(
    SCORECARDS,
    { ...view.variables, kinds: CHASED_KINDS, limit: 200 },
    { keep: true },
  );
  const around = useGraphql<AroundData>(AROUND, { date, from: view.span.from, to: view.span.to });
  const span = spanName(view.span, language);
  const card = data?.scorecard;
  const period = around.data?.periods.items[0];
  const published = around.data?.publications.items[0];
  const missed = card?.criteria.filter(({ official }) => official.state === "MISSED") ?? [];
  const nearest = missed.find(({ measure }) => measure === "PROCEDURES") ?? missed[0];
  const isEmpty = card !== undefined && card.criteria.every(({ official }) => official.denominator === 0);
  return (
    <Page
      title={card ? title(card, span) : s.results}
      heading={
        card &&
        card.met < card.applicable && (
          <>
            {s.titleMet(formatNumber(card.met, language), formatNumber(card.applicable, language))}
            <span className="wide-only">{s.titleRest(formatNumber(card.applicable - card.met, language))}</span>{" "}
            {card.isDemo && <Demo />}
          </>
        )
      }
      lead={
        <>
          {w.lead(s.province, span)}
          {card && <span className="wide-only">. {name(card.targetSet)}</span>}
          {published && <span className="wide-only">. {w.published(formatDate(published.publishedOn))}</span>}
          {" · "}
          <button
            type="button"
            className="link no-print"
            aria-expanded={choosing}
            onClick={() => setChoosing(!choosing)}
          >
            {s.change}
          </button>
        </>
      }
      actions={
        <>
          <DownloadButton
            className="wide-only"
            path="/documents/urge-list.docx"
            parts={{ ...view.variables, period: period?.id ?? null }}
            fallbackName="danh-sach-don-doc.docx"
          >
            {w.urgeList}
          </DownloadButton>
          <Button
            className="wide-only"
            variant="outlined"
            startIcon={<Printer size={16} />}
            onClick={() => window.print()}
          >
            {s.print}
          </Button>
        </>
      }
    >
      {choosing && (
        <div className="span-bar no-print">
          <SpanBar span={view.span} onChange={view.setSpan} />
        </div>
      )}
      {error ? (
        <div className="card">
          <Failed error={error} onRetry={() => void refetch()} />
        </div>
      ) : !card ? (
        <Bones lines={8} />
      ) : isEmpty ? (
        <div className="card">
          <Empty title={s.titleNone(span)}>{s.noneHelp}</Empty>
        </div>
      ) : (
        <TargetCards
          criteria={card.criteria}
          to={(criterion) => view.link("/scorecard", { criterion: criterion.code })}
        />
      )}
      <div className="leader-columns">
        {agencies.data ? <ChaseTable data={agencies.data.scorecards} link={view.link} /> : <span />}
        <div className="stack">
          {nearest && <TakeCard criterion={nearest} view={view} />}
          {period && <NotReportedCard period={period.id} />}
        </div>
      </div>
    </Page>
  );
}
