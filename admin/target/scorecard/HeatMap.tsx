import { Check, TriangleAlert } from "lucide-react";
import { Link } from "react-router";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Demo } from "../../platform/ui/Status";
import { heat, percent, thresholdText } from "../figures";
import type { ShortCard, ShortCriterion } from "../scorecard.graphql";
import { words as shared } from "../target.words";
import { useNames } from "../use-names";
import { words } from "./scorecard.words";

/** The five steps of the scale, and what is not judged. */
export function HeatLegend() {
  const w = useWords(words);
  return (
    <div className="heat-legend">
      <span className="muted">{w.legend}</span>
      {w.heat.map((text, step) => (
        <span key={text} className="row">
          <i className={`heat-${step}`} aria-hidden />
          {text}
        </span>
      ))}
      <span className="row">
        <i className="na" aria-hidden>
          –
        </i>
        {w.none}
      </span>
    </div>
  );
}

/** One figure: how much of the target, and in words whether it is met or short by how many. */
function HeatCell({
  criterion,
  to,
  isOpen,
  label,
}: {
  criterion: ShortCriterion;
  to: string;
  isOpen: boolean;
  label: string;
}) {
  const s = useWords(shared);
  const language = useLanguage();
  const { official, thresholdPercent } = criterion;
  const step = heat(official as never, thresholdPercent);
  if (step === null || !official.ratio) {
    return (
      <td className="heat na">
        <Link to={to} aria-label={`${label}: ${s.notApplicable}`} aria-current={isOpen ? "true" : undefined}>
          –
        </Link>
      </td>
    );
  }
  const small = official.ratio.denominator < 100;
  return (
    <td className={`heat heat-${step}`}>
      <Link to={to} aria-current={isOpen ? "true" : undefined}>
        <span className="seen-by-readers">{label}: </span>
        <b>{percent(official.ratio, language, { decimals: small ? 2 : 1, threshold: thresholdPercent })}</b>
        {official.state === "MET" ? (
          <small>
            <Check size={14} aria-hidden /> {s.metSmall}
          </small>
        ) : (
          <small>
            <TriangleAlert size={14} aria-hidden /> {s.shortOf(formatNumber(official.shortfall ?? 0, language))}
          </small>
        )}
      </Link>
    </td>
  );
}

/** How deep each agency stands below the others that are shown. */
function depths(cards: ShortCard[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { agency } of cards)
    if (agency) found.set(agency.id, agency.parentId ? (found.get(agency.parentId) ?? -1) + 1 : 0);
  return found;
}

interface HeatMapProps {
  province: ShortCard;
  cards: ShortCard[];
  /** The figure that stands open beside the table. */
  open: { agency: string | null; criterion: string } | null;
  to: (agency: string | null, criterion: string) => string;
}

/** Agencies × criteria; every cell opens into what it was made of. */
export function HeatMap({ province, cards, open, to }: HeatMapProps) {
  const w = useWords(words);
  const s = useWords(shared);
  const language = useLanguage();
  const name = useNames();
  const deep = depths(cards);
  // Where the whole is an agency, for people bound to its part of the tree, it is a row of its own already.
  const whole = cards.some((card) => card.agency?.id === province.agency?.id) ? [] : [province];
  const rows = [...whole, ...cards];
  return (
    <div className="scroll-x heat-scroll" tabIndex={0} role="region" aria-label={s.results}>
      <table className="heat-map">
        <thead>
          <tr>
            <th scope="col">{w.agency}</th>
            {province.criteria.map((criterion) => (
              <th key={criterion.id} scope="col" title={name(criterion)}>
                {criterion.code} <small>≥ {thresholdText(criterion.thresholdPercent, language)}</small>
              </th>
            ))}
            <th scope="col" className="number heat-met">
              {w.metCount}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((card) => {
            const id = card.agency?.id ?? null;
            const title = card.agency ? name(card.agency) : s.province;
            return (
              <tr key={`${id}-${card.agency?.isSplit ? "split" : ""}`} className={id === null ? "whole" : undefined}>
                <th scope="row" style={{ paddingLeft: 2 + (id ? (deep.get(id) ?? 0) * 14 : 0) }}>
                  {title} {card.agency?.isSplit && <Demo>{w.former}</Demo>}
                </th>
                {card.criteria.map((criterion) => (
                  <HeatCell
                    key={criterion.id}
                    criterion={criterion}
                    label={`${title}, ${criterion.code}`}
                    to={to(id, criterion.code)}
                    isOpen={open !== null && open.agency === id && open.criterion === criterion.code}
                  />
                ))}
                <td className="number heat-met">
                  {formatNumber(card.met, language)}/{formatNumber(card.applicable, language)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
