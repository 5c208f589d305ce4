import { useAsOf } from "../platform/as-of";
import { useLanguage } from "../platform/language";
import { useGraphql } from "../platform/use-graphql";
import { lastWholeYear, spanName } from "../target/span";

const TARGETS_MET = "query TargetsMet($from: Date!, $to: Date!) { scorecard(from: $from, to: $to) { met applicable } }";

/** How many of the province's targets were met in the last whole year; undefined while that is not known. */
export function useTargetsMet(enabled: boolean): { met: number; applicable: number; span: string } | undefined {
  const { date } = useAsOf();
  const language = useLanguage();
  const span = lastWholeYear(date);
  const { data } = useGraphql<{ scorecard: { met: number; applicable: number } }>(
    TARGETS_MET,
    { from: span.from, to: span.to },
    { enabled },
  );
  if (!data) return undefined;
  const said = spanName(span, language);
  return { ...data.scorecard, span: said.charAt(0).toUpperCase() + said.slice(1) };
}
