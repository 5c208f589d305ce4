import { ChevronRight, GitCompareArrows } from "lucide-react";
import { Link } from "react-router";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { countedBy, percent, tellingReading, thresholdText } from "../figures";
import { Meter } from "../Meter";
import type { CriterionScore, ReadingScore } from "../scorecard.graphql";
import { words } from "../target.words";
import { useNames } from "../use-names";
import { Verdict } from "../Verdict";

/** "Trên toàn bộ hồ sơ: 0,6%, chưa đạt, thiếu 14.112": what the figure would be if the rule were read otherwise. */
function OtherReading({ reading, criterion }: { reading: ReadingScore; criterion: CriterionScore }) {
  const w = useWords(words);
  const language = useLanguage();
  const name = useNames();
  const differs = reading.state !== criterion.official.state;
  return (
    <span className={differs ? "reading differs" : "reading"}>
      <GitCompareArrows size={14} aria-hidden />
      <span>
        {name(reading)}: {reading.ratio && percent(reading.ratio, language, { threshold: criterion.thresholdPercent })}
        {differs && (
          <>
            ,{" "}
            <b className={reading.state === "MET" ? "met" : undefined}>
              {reading.state === "MET" ? w.metSmall : w.missedSmall}
            </b>
          </>
        )}
        {reading.state === "MISSED" && (
          <span className="wide-only">
            {", "}
            {w.shortOf(formatNumber(reading.shortfall ?? 0, language))}
          </span>
        )}
      </span>
    </span>
  );
}

/** One target: what is missing, the bar, the sum behind it, and how it is read. */
export function TargetCard({ criterion, to }: { criterion: CriterionScore; to: string }) {
  const w = useWords(words);
  const language = useLanguage();
  const name = useNames();
  const { official, thresholdPercent } = criterion;
  const other = tellingReading(criterion);
  const number = (value: number): string => formatNumber(value, language);
  return (
    <li>
      <Link className="card target-card" to={to}>
        <span className="target-name">
          <span className="criterion-code">{criterion.code}</span>
          <span className="named">{name(criterion)}</span>
        </span>
        <Verdict score={official} counted={countedBy(criterion)} compact />
        <Meter score={official} threshold={thresholdPercent} />
        <span className="target-sum">
          <span>
            {official.ratio && (
              <>
                <b className="strong">{percent(official.ratio, language, { threshold: thresholdPercent })}</b>{" "}
                <span className="muted wide-only">
                  = {number(official.numerator)} / {number(official.denominator)}
                </span>
              </>
            )}
          </span>
          <span className="muted">
            <span className="wide-only">{w.target(thresholdText(thresholdPercent, language))}</span>
            <span className="narrow-only">/ {thresholdText(thresholdPercent, language)}</span>
          </span>
        </span>
        <span className="target-rules">
          <span className="reading official">{name(official)}</span>
          {other && <OtherReading reading={other} criterion={criterion} />}
        </span>
        <ChevronRight className="target-open" size={16} aria-hidden />
      </Link>
    </li>
  );
}

/** All criteria of a scorecard, in the order of their set. */
export function TargetCards({
  criteria,
  to,
}: {
  criteria: CriterionScore[];
  to: (criterion: CriterionScore) => string;
}) {
  return (
    <ul className="target-cards">
      {criteria.map((criterion) => (
        <TargetCard key={criterion.id} criterion={criterion} to={to(criterion)} />
      ))}
    </ul>
  );
}
