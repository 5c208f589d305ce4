/** The channels' six figures: a line that leaves one blank has not reported all of it. */
export const RECEIVED = ["receivedCounter", "receivedPost", "receivedOnline"] as const;
export const RETURNED = ["returnedCounter", "returnedPost", "returnedOnline"] as const;
export const CHANNEL_FIGURES: readonly string[] = [...RECEIVED, ...RETURNED];

export type Values = Readonly<Record<string, unknown>>;

/** A figure of a line; null where it is blank or cannot be read. */
export const figureOf = (values: Values, name: string): number | null =>
  typeof values[name] === "number" ? values[name] : null;

/** The sum of what is reported; null where nothing is, since a blank is no 0. */
export function sumOf(values: Values, names: readonly string[]): number | null {
  const reported = names.map((name) => figureOf(values, name)).filter((figure) => figure !== null);
  return reported.length === 0 ? null : reported.reduce((sum, figure) => sum + figure, 0);
}

/** How far a line is reported by its channels: blank is not reported, 0 is that nothing came. */
export type Reported = { is: "none" } | { is: "part"; missing: number } | { is: "nothing" } | { is: "full" };

export function reportedOf(values: Values): Reported {
  const figures = CHANNEL_FIGURES.map((name) => figureOf(values, name));
  const missing = figures.filter((figure) => figure === null).length;
  if (missing === figures.length) return { is: "none" };
  if (missing > 0) return { is: "part", missing };
  return figures.every((figure) => figure === 0) ? { is: "nothing" } : { is: "full" };
}

/** What all lines of a sheet add up to, and how many of them are reported. */
export interface SheetTotals {
  lines: number;
  /** Lines whose six figures by channel are all there. */
  reported: number;
  part: number;
  /** By field: the sum of what is reported, 0 where nothing is. */
  sums: Readonly<Record<string, number>>;
}

export function totalsOf(lines: Iterable<Values>): SheetTotals {
  const sums: Record<string, number> = Object.fromEntries(CHANNEL_FIGURES.map((name) => [name, 0]));
  let [count, reported, part] = [0, 0, 0];
  for (const values of lines) {
    const { is } = reportedOf(values);
    count += 1;
    if (is === "full" || is === "nothing") reported += 1;
    if (is === "part") part += 1;
    for (const name of CHANNEL_FIGURES) sums[name]! += figureOf(values, name) ?? 0;
  }
  return { lines: count, reported, part, sums };
}
