import { useGraphql } from "../../platform/use-graphql";
import {
  LINES,
  SCORECARD,
  type CriterionScore,
  type LineBy,
  type LinesData,
  type ReadingScore,
  type Scorecard,
} from "../scorecard.graphql";
import type { TargetView } from "../use-span";

/** One figure: whose, of which criterion, read how. */
export interface Figure {
  card: Scorecard;
  criterion: CriterionScore;
  /** The reading that is looked at: the official one unless the address names another. */
  reading: ReadingScore;
}

/** The figure that the address names, with every reading of it. */
export function useFigure(view: TargetView, agency: string | null, code: string) {
  const answer = useGraphql<{ scorecard: Scorecard }>(SCORECARD, { ...view.variables, agency });
  const card = answer.data?.scorecard;
  const criterion = card?.criteria.find((each) => each.code === code);
  const named = view.get("reading");
  const figure: Figure | undefined =
    card && criterion
      ? { card, criterion, reading: criterion.readings.find((each) => each.code === named) ?? criterion.official }
      : undefined;
  return { figure, isMissing: card !== undefined && !criterion, error: answer.error, refetch: answer.refetch };
}

/** The parts that a figure is the sum of, the largest denominator first. */
export function useLines(view: TargetView, figure: Figure, by: LineBy, limit: number) {
  const { from, to, structure } = view.variables;
  return useGraphql<LinesData>(
    LINES,
    {
      criterion: figure.criterion.id,
      reading: figure.reading.code,
      agency: figure.card.agency?.id ?? null,
      from,
      to,
      structure,
      by,
      limit,
    },
    { keep: true },
  );
}
