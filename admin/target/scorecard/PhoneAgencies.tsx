import Button from "@mui/material/Button";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Page } from "../../platform/ui/Page";
import { Bones, Empty, Failed } from "../../platform/ui/states";
import { useGraphql } from "../../platform/use-graphql";
import { Pips } from "../home/ChaseTable";
import { TargetCards } from "../home/TargetCard";
import { SCORECARD, SCORECARDS, type Scorecard, type ScorecardsData } from "../scorecard.graphql";
import { spanName } from "../span";
import { words as shared } from "../target.words";
import { useNames } from "../use-names";
import type { TargetView } from "../use-span";
import { words } from "./scorecard.words";

const STEP = 50;

/** On a phone there is no table of agencies × criteria: a row an agency, which opens its targets. */
export function PhoneAgencies({ view, variables }: { view: TargetView; variables: Record<string, unknown> }) {
  const w = useWords(words);
  const s = useWords(shared);
  const language = useLanguage();
  const name = useNames();
  const [limit, setLimit] = useState(STEP);
  const { data, error, refetch } = useGraphql<ScorecardsData>(SCORECARDS, { ...variables, limit }, { keep: true });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Bones lines={10} />;
  const { province, items, total } = data.scorecards;
  return (
    <>
      <ul className="phone-rows card">
        {[...(items.some((card) => card.agency?.id === province.agency?.id) ? [] : [province]), ...items].map(
          (card) => (
            <li key={`${card.agency?.id}-${card.agency?.isSplit}`}>
              <Link to={card.agency ? view.link("/scorecard", { agency: card.agency.id }) : view.link("/")}>
                <span className="named">{card.agency ? name(card.agency) : s.province}</span>
                <span className="muted">
                  <Pips card={card} />
                </span>
                <ChevronRight size={16} aria-hidden />
              </Link>
            </li>
          ),
        )}
      </ul>
      {items.length === 0 && <Empty title={w.noAgencies}>{w.noAgenciesHelp}</Empty>}
      {total > items.length && (
        <Button variant="outlined" onClick={() => setLimit(limit + STEP)}>
          {w.moreAgencies(formatNumber(total - items.length, language))}
        </Button>
      )}
    </>
  );
}

/** The targets of one agency on a phone; each opens into its reason. */
export function AgencyTargets({ view, agency }: { view: TargetView; agency: string }) {
  const s = useWords(shared);
  const language = useLanguage();
  const name = useNames();
  const { data, error, refetch } = useGraphql<{ scorecard: Scorecard }>(SCORECARD, { ...view.variables, agency });
  const card = data?.scorecard;
  const span = spanName(view.span, language);
  const number = (value: number): string => formatNumber(value, language);
  return (
    <Page
      title={card?.agency ? name(card.agency) : s.results}
      crumbs={[{ text: s.results, to: view.link("/scorecard") }]}
      lead={card ? `${s.titleMet(number(card.met), number(card.applicable))}, ${span}` : span}
    >
      {error ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : !card ? (
        <Bones lines={8} />
      ) : (
        <TargetCards
          criteria={card.criteria}
          to={(criterion) => view.link("/scorecard", { agency, criterion: criterion.code })}
        />
      )}
    </Page>
  );
}
