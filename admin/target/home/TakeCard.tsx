import { ArrowRight } from "lucide-react";
import { Link } from "react-router";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Status } from "../../platform/ui/Status";
import { useGraphql } from "../../platform/use-graphql";
import type { CriterionScore } from "../scorecard.graphql";
import { Share } from "../take/Share";
import { TAKE, type TakeData } from "../take/take.graphql";
import { UNUSED } from "../take/use-removals";
import type { TargetView } from "../use-span";
import { words } from "./home.words";
import { UnusedEffect } from "./UnusedEffect";

/** "Cần làm gì để đạt T1": how few procedures would close the gap, and what is gained by taking out those nobody uses. Stands once the answer is there. */
export function TakeCard({ criterion, view }: { criterion: CriterionScore; view: TargetView }) {
  const w = useWords(words);
  const language = useLanguage();
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
        <UnusedEffect criterion={criterion} steps={take.items} view={view} />
        <p className="row wrap">
          {count > 0 && (
            <Link className="in-text" to={view.link("/take", { criterion: criterion.code })}>
              {w.takeSee(number(count), count)}
            </Link>
          )}
          <Link className="in-text" to={`${view.link("/take", { criterion: criterion.code, remove: UNUSED })}#catalog`}>
            {w.takeCatalog}
          </Link>
        </p>
      </div>
    </section>
  );
}
