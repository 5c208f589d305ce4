import { ArrowRight } from "lucide-react";
import { Link } from "react-router";
import { formatDate, formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Empty } from "../../platform/ui/states";
import { Status } from "../../platform/ui/Status";
import { countedBy, thresholdText } from "../figures";
import type { CriterionScore } from "../scorecard.graphql";
import { words as shared } from "../target.words";
import { useNames } from "../use-names";
import { Verdict } from "../Verdict";
import { Share } from "./Share";
import type { TakeData, TakeStep } from "./take.graphql";
import { words } from "./take.words";

/** Where the target stands, and where it would stand. */
function BeforeAfter({ criterion, take }: { criterion: CriterionScore; take?: TakeData["whatWouldItTake"] }) {
  const w = useWords(words);
  const s = useWords(shared);
  const language = useLanguage();
  const name = useNames();
  const threshold = criterion.thresholdPercent;
  const { ratio, needed } = criterion.official;
  const missing = take?.after ? Math.max(0, (needed ?? 0) - take.after.numerator) : 0;
  return (
    <div className="card-body stack">
      <p>
        <span className="criterion-code">{criterion.code}</span> {name(criterion)},{" "}
        {s.target(thresholdText(threshold, language))}
      </p>
      <Verdict score={criterion.official} counted={countedBy(criterion)} />
      {ratio && take?.after && take.items.length > 0 && (
        <div className="row wrap">
          <Share ratio={ratio} threshold={threshold} />
          <ArrowRight size={16} aria-hidden />
          <span className="seen-by-readers">{w.after}</span>
          <Share ratio={take.after} threshold={threshold} />
          {take.closes ? (
            <Status kind="met">{s.metSmall}</Status>
          ) : (
            <Status kind="short">{w.stillShort(formatNumber(missing, language), countedBy(criterion), missing)}</Status>
          )}
        </div>
      )}
    </div>
  );
}

/** On a phone the sentence says how many there are at the counter, and since when it is lawful. */
function StepRow({ step, place }: { step: TakeStep; place: number }) {
  const w = useWords(words);
  const language = useLanguage();
  const name = useNames();
  const number = (value: number): string => formatNumber(value, language);
  return (
    <tr>
      <td className="number">{number(place)}</td>
      <td className="lead-cell">
        <Link className="plain named" to={`/procedures/${step.procedure.id}/show`}>
          {name(step.procedure)}
        </Link>
        <span className="hint block">{name(step.agency)}</span>
      </td>
      <td className="number wide-only">{number(step.counterReceived)}</td>
      <td className="number">+{number(step.gain)}</td>
      <td className="number wide-only">{number(step.cumulative)}</td>
      <td className="nowrap wide-only">{step.lawfulFrom ? formatDate(step.lawfulFrom) : w.notLawful}</td>
      <td className="muted">{language === "vi" ? step.reasonVi : step.reasonEn}</td>
    </tr>
  );
}

/** The shortest list of procedures that closes the gap, the most helpful first. */
export function TakeSteps({ criterion, take }: { criterion: CriterionScore; take?: TakeData["whatWouldItTake"] }) {
  const w = useWords(words);
  const language = useLanguage();
  return (
    <section className="card" aria-labelledby="take-steps">
      <div className="card-head">
        <h2 id="take-steps">{w.steps}</h2>
        {take && <span className="hint">{w.stepsHint(formatNumber(take.candidates, language))}</span>}
      </div>
      <BeforeAfter criterion={criterion} take={take} />
      {take &&
        (take.items.length === 0 ? (
          <Empty title={w.noSteps}>{w.noStepsHelp}</Empty>
        ) : (
          <table className="rows folding">
            <thead>
              <tr>
                <th className="number">{w.place}</th>
                <th>{w.procedure}</th>
                <th className="number">{w.counter}</th>
                <th className="number">{w.gain}</th>
                <th className="number">{w.cumulative}</th>
                <th>{w.lawful}</th>
                <th>{w.why}</th>
              </tr>
            </thead>
            <tbody>
              {take.items.map((step, place) => (
                <StepRow key={`${step.procedure.id}-${step.agency.id}`} step={step} place={place + 1} />
              ))}
            </tbody>
          </table>
        ))}
    </section>
  );
}
