import { useLanguage, useWords } from "../platform/language";
import { barWidth, percent, thresholdText } from "./figures";
import type { ReadingScore } from "./scorecard.graphql";
import { words } from "./target.words";

/** A ratio as a part of its target: the tick of the target stands at three quarters on every bar. */
export function Meter({ score, threshold }: { score: Pick<ReadingScore, "ratio" | "state">; threshold: string }) {
  const w = useWords(words);
  const language = useLanguage();
  if (!score.ratio) return <span className="meter na" role="img" aria-label={w.notApplicable} />;
  const shown = percent(score.ratio, language, { threshold });
  return (
    <span
      className={score.state === "MET" ? "meter met" : "meter"}
      role="img"
      aria-label={w.meter(shown, thresholdText(threshold, language))}
    >
      <i style={{ width: `${barWidth(score.ratio, threshold)}%` }} />
      <u />
    </span>
  );
}
