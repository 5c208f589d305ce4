import type { EffectCard, EffectCriterion, EffectData, TakeStep } from "./take.graphql";

/** A criterion as it stands, and as it would after a change of a catalog. */
export interface Pair {
  before: EffectCriterion;
  after: EffectCriterion;
}

/** The criteria whose figure is another after the change. */
export function changed(before: EffectCard, after: EffectCard): Pair[] {
  return before.criteria.flatMap((criterion) => {
    const then = after.criteria.find(({ id }) => id === criterion.id);
    const differs =
      then &&
      (then.official.numerator !== criterion.official.numerator ||
        then.official.denominator !== criterion.official.denominator);
    return differs ? [{ before: criterion, after: then }] : [];
  });
}

type Affected = EffectData["catalogEffect"]["items"];

/** Departments and what is like them first, then districts; communes are many and alike, so they stand apart. */
export function inOrder(items: Affected): { first: Affected; communes: Affected } {
  const isOf =
    (kind: string) =>
    ({ agency }: Affected[number]): boolean =>
      agency.kind === kind;
  const districts = items.filter(isOf("DISTRICT_COMMITTEE"));
  const communes = items.filter(isOf("COMMUNE_COMMITTEE"));
  const others = items.filter((item) => !districts.includes(item) && !communes.includes(item));
  return { first: [...others, ...districts], communes };
}

/**
 * The procedures that would close what a change leaves open: the first of the shortest list, each of which brings the
 * target one nearer. Empty where nothing is left open, or where they do not suffice.
 */
export function closersOf({ after }: Pair, steps: TakeStep[], removed: string[]): TakeStep[] {
  const missing = after.official.shortfall ?? 0;
  if (after.measure !== "PROCEDURES" || missing === 0) return [];
  const left = steps.filter(({ procedure }) => !removed.includes(procedure.id));
  return left.length < missing ? [] : left.slice(0, missing);
}
