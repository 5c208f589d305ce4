import { BadgeCheck, CircleCheck, TriangleAlert } from "lucide-react";
import { Link } from "react-router";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Status } from "../../platform/ui/Status";
import { countedBy, percent, thresholdText } from "../figures";
import type { ReadingScore } from "../scorecard.graphql";
import { words as shared } from "../target.words";
import { useNames } from "../use-names";
import type { TargetView } from "../use-span";
import { words } from "./scorecard.words";
import type { Figure } from "./use-figure";

/** What stands below the three numbers: what was counted. */
export function useCounted({ criterion, reading }: Figure): { above: string; below: string } {
  const w = useWords(words);
  if (criterion.measure === "PROCEDURES") return { above: w.withDossiers, below: w.ofProcedures };
  return {
    above: w[criterion.channel][criterion.leg ?? "IN"],
    below: reading.code === "agency" ? w.allDossiers : w.catalogDossiers,
  };
}

/** Numerator ÷ denominator = ratio. */
export function FigureSum({ figure }: { figure: Figure }) {
  const w = useWords(words);
  const s = useWords(shared);
  const language = useLanguage();
  const { reading, criterion } = figure;
  const counted = useCounted(figure);
  const threshold = criterion.thresholdPercent;
  return (
    <div className="figure-sum">
      <div>
        <small>{w.numerator}</small>
        <b>{formatNumber(reading.numerator, language)}</b>
        <span>{counted.above}</span>
      </div>
      <i>÷</i>
      <div>
        <small>{w.denominator}</small>
        <b>{formatNumber(reading.denominator, language)}</b>
        <span>{counted.below}</span>
      </div>
      <i>=</i>
      <div className={reading.state === "MET" ? "met" : reading.state === "MISSED" ? "missed" : undefined}>
        <small>{w.ratio}</small>
        <b>{reading.ratio ? percent(reading.ratio, language, { threshold }) : "–"}</b>
        <span>{s.target(thresholdText(threshold, language))}</span>
      </div>
    </div>
  );
}

/** "Còn thiếu 2.012 hồ sơ = 15% × 14.200 − 118, làm tròn lên." */
export function ShortfallNote({ figure: { reading, criterion } }: { figure: Figure }) {
  const w = useWords(words);
  const language = useLanguage();
  const number = (value: number): string => formatNumber(value, language);
  if (reading.state === "NOT_APPLICABLE") return <p className="note">{w.notApplicable}</p>;
  if (reading.state === "MET") {
    return (
      <p className="note met">
        <CircleCheck size={16} aria-hidden />
        <span>{w.metIs(number(reading.needed ?? 0))}</span>
      </p>
    );
  }
  const missing = reading.shortfall ?? 0;
  return (
    <p className="note short">
      <TriangleAlert size={16} aria-hidden />
      <span>
        <b className="strong">{w.shortfallIs(number(missing), countedBy(criterion), missing)}</b>
        {w.shortfallSum(
          thresholdText(criterion.thresholdPercent, language),
          number(reading.denominator),
          number(reading.numerator),
        )}
      </span>
    </p>
  );
}

function ReadingLine({ reading, threshold, to }: { reading: ReadingScore; threshold: string; to: string }) {
  const s = useWords(shared);
  const language = useLanguage();
  const name = useNames();
  const number = (value: number): string => formatNumber(value, language);
  return (
    <li>
      <Link className="in-text" to={to} replace>
        {name(reading)}
      </Link>
      {": "}
      {number(reading.numerator)} / {number(reading.denominator)}
      {reading.ratio && <> = {percent(reading.ratio, language, { threshold })}</>}
      {", "}
      {reading.state === "MET"
        ? s.metSmall
        : reading.state === "MISSED"
          ? s.shortOf(number(reading.shortfall ?? 0))
          : s.notApplicable.toLowerCase()}
    </li>
  );
}

/** The rule by which the figure is made, whether it is the official one, and what the other readings come to. */
export function RuleBlock({ figure, view }: { figure: Figure; view: TargetView }) {
  const w = useWords(words);
  const s = useWords(shared);
  const language = useLanguage();
  const { criterion, reading } = figure;
  const others = criterion.readings.filter((each) => each.code !== reading.code);
  const here = { agency: figure.card.agency?.id ?? null, criterion: criterion.code };
  return (
    <div className="figure-rule">
      <h3>
        {w.rule}{" "}
        {reading.official ? (
          <Status kind="info" icon={BadgeCheck}>
            {s.official}
          </Status>
        ) : (
          <Status kind="changed">{w.notOfficial}</Status>
        )}
      </h3>
      <p>{language === "vi" ? reading.ruleVi : reading.ruleEn}</p>
      {others.length > 0 && (
        <>
          <h4>{w.otherReadings}</h4>
          <ul className="muted">
            {others.map((each) => (
              <ReadingLine
                key={each.code}
                reading={each}
                threshold={criterion.thresholdPercent}
                to={view.link("/scorecard", { ...here, reading: each.official ? null : each.code })}
              />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
