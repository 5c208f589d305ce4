import { useAsOf } from "../../platform/as-of";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Page } from "../../platform/ui/Page";
import { Bones, Failed } from "../../platform/ui/states";
import { useGraphql } from "../../platform/use-graphql";
import { DownloadButton } from "../DownloadButton";
import { SCORECARDS, type ScorecardsData } from "../scorecard.graphql";
import { spanName } from "../span";
import { words as shared } from "../target.words";
import { useTargetView } from "../use-span";
import { CHASED_KINDS } from "./chased-kinds";
import { ChaseTable } from "./ChaseTable";
import { AROUND, type AroundData } from "./home.graphql";
import { words } from "./home.words";
import { NotReportedCard } from "./NotReportedCard";
import "../target.css";

/** "Đôn đốc": every agency that misses a target, who has not reported, and the list as a document. */
export function ChasePage() {
  const w = useWords(words);
  const s = useWords(shared);
  const language = useLanguage();
  const view = useTargetView();
  const { date } = useAsOf();
  const { data, error, refetch } = useGraphql<ScorecardsData>(
    SCORECARDS,
    { ...view.variables, kinds: CHASED_KINDS, limit: 200 },
    { keep: true },
  );
  const around = useGraphql<AroundData>(AROUND, { date, from: view.span.from, to: view.span.to });
  const period = around.data?.periods.items[0];
  const missing = data?.scorecards.items.filter((card) => card.met < card.applicable).length;
  return (
    <Page
      title={missing === undefined ? w.chase : w.chaseTitle(formatNumber(missing, language), missing)}
      lead={w.lead(s.province, spanName(view.span, language))}
      actions={
        <DownloadButton
          path="/documents/urge-list.docx"
          parts={{ ...view.variables, period: period?.id ?? null }}
          fallbackName="danh-sach-don-doc.docx"
        >
          {w.urgeList}
        </DownloadButton>
      }
    >
      {error ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <ChaseTable data={data.scorecards} link={view.link} all />
      ) : (
        <Bones lines={8} />
      )}
      {period && <NotReportedCard period={period.id} />}
    </Page>
  );
}
