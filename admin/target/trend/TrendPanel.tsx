import { Link } from "react-router";
import { ReferencePicker } from "../../generic/ReferencePicker";
import { formatDate } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Segments } from "../../platform/ui/Segments";
import { Bones, Empty, Failed } from "../../platform/ui/states";
import { useGraphql } from "../../platform/use-graphql";
import { thresholdText } from "../figures";
import type { Span } from "../span";
import { words as shared } from "../target.words";
import { useNames } from "../use-names";
import type { TargetView } from "../use-span";
import { marksOf, pointsOf } from "./points";
import { MARKS, TREND, type MarksData, type TrendData, type TrendStep } from "./trend.graphql";
import { TrendChart } from "./TrendChart";
import { TrendTable } from "./TrendTable";
import { words } from "./trend.words";
import "./trend.css";

const STEPS: TrendStep[] = ["MONTH", "QUARTER", "YEAR", "TWELVE_MONTHS"];

/** Years need several to make a line: the first of them begins so many before the span's own. */
const YEARS_BACK = 4;

/** From where a trend is drawn: a whole number of steps that end with the span. */
function trendFrom(span: Span, step: TrendStep): string {
  const year = Number(span.to.slice(0, 4));
  if (step === "YEAR") return `${year - YEARS_BACK}-01-01`;
  return span.from > `${year}-01-01` ? `${year - 1}-01-01` : span.from;
}

/** One chart a criterion, with the target and the Decisions that came into force, and their figures below. */
export function TrendPanel({ view }: { view: TargetView }) {
  const w = useWords(words);
  const s = useWords(shared);
  const language = useLanguage();
  const name = useNames();
  const said = view.get("step") as TrendStep | null;
  const step = said && STEPS.includes(said) ? said : "MONTH";
  const agency = view.get("agency");
  const from = trendFrom(view.span, step);
  const { data, error, refetch } = useGraphql<TrendData>(
    TREND,
    { ...view.variables, from, agency, step },
    { keep: true },
  );
  const marks = useGraphql<MarksData>(MARKS, { from, to: view.span.to });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Bones lines={8} />;
  const cards = data.scorecardTrend;
  const decisions = (marks.data?.decisions.items ?? []).filter(({ added, removed }) => added.total + removed.total > 0);
  const hasPoints = cards.some((card) => card.applicable > 0);
  return (
    <div className="stack">
      <p className="muted">
        {w.range(formatDate(from), formatDate(view.span.to))}. {w.lead}
      </p>
      <div className="row wrap no-print trend-choice">
        <div className="trend-agency">
          <ReferencePicker
            target="agency"
            label={w.agency}
            value={agency}
            help={w.allAgencies}
            onChange={(id) => view.set({ agency: id }, true)}
          />
        </div>
        <Segments<TrendStep>
          label={w.step}
          value={step}
          options={STEPS.map((each) => ({ value: each, text: w[each] }))}
          onChange={(next) => view.set({ step: next }, true)}
        />
      </div>
      {!hasPoints ? (
        <div className="card">
          <Empty title={w.noPoints} />
        </div>
      ) : (
        <>
          <div className="trend-charts">
            {cards[0]!.criteria.map((criterion) => {
              const points = pointsOf(cards, criterion.code, step, language);
              return (
                <section key={criterion.id} className="card">
                  <div className="card-head">
                    <h2 className="grow">
                      <span className="criterion-code">{criterion.code}</span> {name(criterion)}
                    </h2>
                    <span className="muted nowrap">
                      <span className="dashed-line" aria-hidden />{" "}
                      {s.target(thresholdText(criterion.thresholdPercent, language))}
                    </span>
                  </div>
                  <TrendChart
                    points={points}
                    threshold={Number(criterion.thresholdPercent)}
                    marks={marksOf(points, decisions)}
                    label={w.chart(criterion.code, name(criterion))}
                    name={w.ratio}
                    language={language}
                  />
                </section>
              );
            })}
          </div>
          {decisions.length > 0 && (
            <p className="muted">
              {w.decisions}:{" "}
              {decisions.map((decision, place) => (
                <span key={decision.id}>
                  {place > 0 && ", "}
                  <Link className="in-text" to={`/decisions/${decision.id}/show`}>
                    {decision.number}
                  </Link>{" "}
                  ({formatDate(decision.actsFrom)})
                </span>
              ))}
            </p>
          )}
          <TrendTable cards={cards} step={step} />
        </>
      )}
    </div>
  );
}
