import { reached } from "../figures";
import type { ScoredAgency, ShortCard } from "../scorecard.graphql";

/** Where an agency stands, and by how many places it rose (+) or fell (−); null where it was not ranked before. */
export interface Ranked {
  card: ShortCard & { agency: ScoredAgency };
  rank: number;
  /** What it is ranked by: the share of its targets that are met, or the part reached of one. */
  score: number;
  moved: number | null;
}

/** What an agency is ranked by: the share of targets met, or how much of one target it reached; null is not ranked. */
function scoreOf(card: ShortCard, code: string | null): number | null {
  if (code === null) return card.applicable === 0 ? null : card.met / card.applicable;
  const criterion = card.criteria.find((each) => each.code === code);
  return criterion?.official.ratio ? reached(criterion.official.ratio, criterion.thresholdPercent) : null;
}

const keyOf = (agency: ScoredAgency): string => `${agency.id}${agency.isSplit ? "/split" : ""}`;

/** Equal scores share a rank, and the next one counts on past them: 1, 2, 2, 4. */
function ranks(cards: ShortCard[], code: string | null): Omit<Ranked, "moved">[] {
  const scored = cards.flatMap((card) => {
    const score = scoreOf(card, code);
    return card.agency && score !== null ? [{ card: { ...card, agency: card.agency }, score }] : [];
  });
  scored.sort((left, right) => right.score - left.score);
  let rank = 0;
  return scored.map((each, place) => {
    if (place === 0 || each.score !== scored[place - 1]!.score) rank = place + 1;
    return { ...each, rank };
  });
}

/** Agencies from the best down, against where they stood before. */
export function ranking(now: ShortCard[], before: ShortCard[], code: string | null): Ranked[] {
  const former = new Map(ranks(before, code).map((each) => [keyOf(each.card.agency), each.rank]));
  return ranks(now, code).map((each) => {
    const rank = former.get(keyOf(each.card.agency));
    return { ...each, moved: rank === undefined ? null : rank - each.rank };
  });
}
