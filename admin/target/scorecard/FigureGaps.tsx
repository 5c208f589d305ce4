import { useState } from "react";
import { Link } from "react-router";
import { formatNumber } from "../../platform/format";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import { fieldOf, resourceOf } from "../../platform/model";
import { Bones, Failed } from "../../platform/ui/states";
import { useGraphql } from "../../platform/use-graphql";
import { GAPS, type GapsData, type Scorecard } from "../scorecard.graphql";
import { useNames } from "../use-names";
import type { TargetView } from "../use-span";
import { words } from "./scorecard.words";

const ROWS = 50;

function GapRows({ agency, view }: { agency: string | null; view: TargetView }) {
  const w = useWords(words);
  const name = useNames();
  const label = useLabel();
  const fieldName = (field: string): string => {
    const known = fieldOf(resourceOf("count"), field);
    return known ? label(known.label) : field;
  };
  const { from, to, structure } = view.variables;
  const { data, error } = useGraphql<GapsData>(GAPS, { agency, from, to, structure, limit: ROWS });
  if (error) return <Failed error={error} />;
  if (!data) return <Bones />;
  return (
    <ul className="gap-rows">
      {data.scorecardGaps.items.map((gap) => (
        <li key={`${gap.kind}-${gap.count}`}>
          <Link className="in-text" to={`/counts/${gap.count}/show`}>
            {[gap.period.name, gap.procedure && name(gap.procedure), gap.receptionUnit && name(gap.receptionUnit)]
              .filter(Boolean)
              .join(" · ")}
          </Link>
          <span className="hint block">
            {w[gap.kind]}
            {gap.missing.length > 0 && `: ${gap.missing.map(fieldName).join("; ")}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What a figure leaves out: fields nobody reported, and counts of periods that lie only partly inside. */
export function FigureGaps({ card, view }: { card: Scorecard; view: TargetView }) {
  const w = useWords(words);
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const { blankCount, straddlingCount } = card;
  if (blankCount + straddlingCount === 0) return null;
  return (
    <div className="figure-gaps">
      <h3>{w.gaps}</h3>
      <ul className="muted">
        {blankCount > 0 && <li>{w.blank(formatNumber(blankCount, language), blankCount)}</li>}
        {straddlingCount > 0 && <li>{w.straddling(formatNumber(straddlingCount, language), straddlingCount)}</li>}
      </ul>
      <button type="button" className="link no-print" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? w.hideGaps : w.showGaps}
      </button>
      {open && <GapRows agency={card.agency?.id ?? null} view={view} />}
    </div>
  );
}
