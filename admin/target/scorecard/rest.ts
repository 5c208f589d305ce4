import type { LinesData } from "../scorecard.graphql";

/** What the lines that are not shown come to, so that a table always adds up to its figure. */
export function restOf({ items, total, numerator, denominator }: LinesData["scorecardLines"]) {
  return {
    count: total - items.length,
    numerator: items.reduce((left, line) => left - line.numerator, numerator),
    denominator: items.reduce((left, line) => left - line.denominator, denominator),
  };
}
