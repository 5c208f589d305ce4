import { ArrowRight } from "lucide-react";
import { Link } from "react-router";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Status } from "../../platform/ui/Status";
import { useGraphql } from "../../platform/use-graphql";
import { percent } from "../figures";
import type { CriterionScore, Fraction } from "../scorecard.graphql";
import { TAKE, type TakeData } from "../take/take.graphql";
import { useNames } from "../use-names";
import type { TargetView } from "../use-span";
import { words } from "./home.words";

function Share({ ratio, threshold }: { ratio: Fraction; threshold: string }) {
  const language = useLanguage();
  return (
    <span className="take-share">
      {formatNumber(ratio.numerator, language)}/{formatNumber(ratio.denominator, language)}
      <small>{percent(ratio, language, { threshold })}</small>
    </span>
  );
}

/** "Cần làm gì để đạt T1": how few procedures would close the gap, and which come first. Stands once the answer is there. */
export function TakeCard({ criterion, view }: { criterion: CriterionScore; view: TargetView }) {
  const w = useWords(words);
  const language = useLanguage();
  const name = useNames();
  const { from, to, structure } = view.variables;
  const { data } = useGraphql<TakeData>(TAKE, { criterion: criterion.id, agency: null, from, to, structure });
  if (!data) return null;
  const take = data.whatWouldItTake;
  const count = take.items.length;
  const number = (value: number): string => formatNumber(value, language);
  const before = criterion.official.ratio;
  return (
    <section className="card" aria-labelledby="take-title">
      <div className="card-head">
        <h2 id="take-title">{w.takeTitle(criterion.code)}</h2>
      </div>
      <div className="card-body stack tight">
        {before && take.after && (
          <div className="row wrap">
            <Share ratio={before} threshold={criterion.thresholdPercent} />
            <ArrowRight size={16} aria-hidden />
            <Share ratio={take.after} threshold={criterion.thresholdPercent} />
            {take.closes && <Status kind="met">{w.enough}</Status>}
          </div>
        )}
        <p className="muted">
          {count === 0 ? w.takeNone : take.closes ? w.takeCloses(number(count), count) : w.takeOpen(number(count))}
        </p>
        {count > 0 && (
          <ol className="take-first">
            {take.items.slice(0, 3).map((step) => (
              <li key={`${step.procedure.id}-${step.agency.id}`}>{name(step.procedure)}</li>
            ))}
          </ol>
        )}
        <p className="row wrap">
          {count > 0 && (
            <Link className="in-text" to={view.link("/take", { criterion: criterion.code })}>
              {w.takeSee(number(count), count)}
            </Link>
          )}
          <Link className="in-text" to={`${view.link("/take", { criterion: criterion.code })}#catalog`}>
            {w.takeCatalog}
          </Link>
        </p>
      </div>
    </section>
  );
}
