import { formatDecimal } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { useGraphql } from "../../platform/use-graphql";
import { percent } from "../figures";
import { SCORECARD, type Scorecard } from "../scorecard.graphql";
import { useTargetView } from "../use-span";
import type { CriterionRow } from "./criterion.graphql";
import { words } from "./criterion.words";
import { isPoints, isRounding, pointsAt, type Rubric } from "./rubric";

/** Ratios that a rubric is tried with, in percent: around its bands and its threshold, and both ends. */
function trials(criterion: CriterionRow, rubric: Rubric): number[] {
  const marks = [criterion.thresholdPercent, ...rubric.bands.map(({ percent: at }) => at.replace(",", "."))]
    .map(Number)
    .filter((at) => Number.isFinite(at) && at >= 0 && at <= 1000);
  const around = marks.flatMap((at) => [at, Math.max(0, Math.round(at * 100 - 1) / 100)]);
  return [...new Set([0, ...around, 100])].sort((a, b) => b - a).slice(0, 14);
}

/** What the rubric makes of some ratios, and of the province's own, while it is typed: the server's own reckoning. */
export function RubricTrial({ criterion, rubric }: { criterion: CriterionRow; rubric: Rubric }) {
  const w = useWords(words);
  const language = useLanguage();
  const view = useTargetView();
  const { data } = useGraphql<{ scorecard: Scorecard }>(
    SCORECARD,
    { ...view.variables, targetSet: criterion.targetSet?.id, agency: null },
    { enabled: criterion.targetSet !== null },
  );
  const own = data?.scorecard.criteria.find(({ id }) => id === criterion.id)?.official;
  if (rubric.scoring === "NONE" || !isPoints(rubric.points) || !isRounding(rubric.rounding)) return null;
  const said = (points: string | null): string => (points === null ? "–" : formatDecimal(points, language));
  return (
    <aside className="card" aria-label={w.example}>
      <div className="card-head">
        <h3 className="strong">{w.example}</h3>
      </div>
      <table className="rows still">
        <thead>
          <tr>
            <th className="number">{w.exampleRatio}</th>
            <th className="number">{w.examplePoints}</th>
          </tr>
        </thead>
        <tbody>
          {own?.ratio && (
            <tr>
              <td className="number">
                {percent(own.ratio, language)} <span className="hint block">{w.exampleNow}</span>
              </td>
              <td className="number">{said(pointsAt(criterion, rubric, own.numerator, own.denominator))}</td>
            </tr>
          )}
          {trials(criterion, rubric).map((at) => (
            <tr key={at}>
              <td className="number">{formatDecimal(String(at), language)}%</td>
              <td className="number">{said(pointsAt(criterion, rubric, Math.round(at * 100), 10_000))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </aside>
  );
}
