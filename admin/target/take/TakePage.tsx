import Button from "@mui/material/Button";
import { Printer } from "lucide-react";
import { ReferencePicker } from "../../generic/ReferencePicker";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Page } from "../../platform/ui/Page";
import { Segments } from "../../platform/ui/Segments";
import { Bones, Failed } from "../../platform/ui/states";
import { useGraphql } from "../../platform/use-graphql";
import { SCORECARD, type CriterionScore, type Scorecard } from "../scorecard.graphql";
import { spanName } from "../span";
import { SpanBar } from "../SpanBar";
import { words as shared } from "../target.words";
import { useNames } from "../use-names";
import { useTargetView } from "../use-span";
import { CatalogEffect } from "./CatalogEffect";
import { TAKE, type TakeData } from "./take.graphql";
import { TakeSteps } from "./TakeSteps";
import { words } from "./take.words";
import "../target.css";

/** The target that the page is about: the one its address names, or the first that is missed. */
function chosenOf(card: Scorecard, code: string | null): CriterionScore | undefined {
  const missed = card.criteria.filter(({ official }) => official.state === "MISSED");
  return (
    card.criteria.find((each) => each.code === code) ??
    missed.find(({ measure }) => measure === "PROCEDURES") ??
    missed[0] ??
    card.criteria[0]
  );
}

function useTitle(): (criterion: CriterionScore | undefined, take: TakeData["whatWouldItTake"] | undefined) => string {
  const w = useWords(words);
  const language = useLanguage();
  return (criterion, take) => {
    if (!criterion) return w.title;
    if (criterion.official.state === "MET") return w.titleMet(criterion.code);
    if (criterion.official.state === "NOT_APPLICABLE") return w.titleNa(criterion.code);
    if (!take) return `${w.title}: ${criterion.code}`;
    return take.closes
      ? w.titleCloses(criterion.code, formatNumber(take.items.length, language), take.items.length)
      : w.titleOpen(criterion.code);
  };
}

/** "Cần làm gì để đạt": the shortest list of procedures that closes a gap, and what a catalog change would do. */
export function TakePage() {
  const w = useWords(words);
  const s = useWords(shared);
  const language = useLanguage();
  const name = useNames();
  const title = useTitle();
  const view = useTargetView();
  const agency = view.get("agency");
  const scored = useGraphql<{ scorecard: Scorecard }>(SCORECARD, { ...view.variables, agency }, { keep: true });
  const card = scored.data?.scorecard;
  const criterion = card && chosenOf(card, view.get("criterion"));
  const { from, to, structure } = view.variables;
  const isMissed = criterion?.official.state === "MISSED";
  const take = useGraphql<TakeData>(
    TAKE,
    { criterion: criterion?.id, agency, from, to, structure },
    { enabled: isMissed, keep: true },
  );
  const found = isMissed ? take.data?.whatWouldItTake : undefined;
  const error = scored.error ?? (isMissed ? take.error : null);
  return (
    <Page
      title={title(criterion, found)}
      crumbs={[{ text: s.targets }, { text: s.results, to: view.link("/scorecard") }]}
      lead={w.lead(card?.agency ? name(card.agency) : s.province, spanName(view.span, language))}
      actions={
        <Button
          className="wide-only"
          variant="outlined"
          startIcon={<Printer size={16} />}
          onClick={() => window.print()}
        >
          {s.print}
        </Button>
      }
    >
      <div className="span-bar no-print">
        <SpanBar span={view.span} onChange={view.setSpan} />
      </div>
      <div className="card take-choice no-print">
        {card && criterion && (
          <Segments
            label={w.criterion}
            value={criterion.code}
            options={card.criteria.map(({ code }) => ({ value: code, text: code }))}
            onChange={(code) => view.set({ criterion: code }, true)}
          />
        )}
        <div className="trend-agency">
          <ReferencePicker
            target="agency"
            label={w.agency}
            value={agency}
            help={w.allAgencies}
            onChange={(id) => view.set({ agency: id }, true)}
          />
        </div>
      </div>
      {error ? (
        <div className="card">
          <Failed error={error} onRetry={() => void (scored.error ? scored.refetch() : take.refetch())} />
        </div>
      ) : !card || (isMissed && !found) ? (
        <Bones lines={8} />
      ) : (
        criterion && <TakeSteps criterion={criterion} take={found} />
      )}
      {criterion && card && (!isMissed || found) && (
        <CatalogEffect key={`${from}-${to}-${criterion.channel}`} view={view} card={card} channel={criterion.channel} />
      )}
    </Page>
  );
}
