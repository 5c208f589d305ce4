type Filter = Readonly<Record<string, unknown>>;

/** A list's filter with one of its cuts in the place of another. */
export function withCut(
  filter: Filter,
  cuts: readonly { filter: Filter }[],
  cut: { filter: Filter },
): Record<string, unknown> {
  const keys = new Set(cuts.flatMap((each) => Object.keys(each.filter)));
  return { ...Object.fromEntries(Object.entries(filter).filter(([key]) => !keys.has(key))), ...cut.filter };
}

const canonical = (filter: Filter): string =>
  JSON.stringify(Object.entries(filter).sort(([left], [right]) => (left < right ? -1 : 1)));

/** Whether two filters ask the same, whatever the order of their fields. */
export const isSameFilter = (left: Filter, right: Filter): boolean => canonical(left) === canonical(right);
