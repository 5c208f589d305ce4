import type { SetRule } from "../platform/registry/set-rule";

/** The guards of the months that days lie in: whoever dates something in a month does not overtake its closing. */
export function monthGuards(from: string, to: string): string[] {
  const names: string[] = [];
  let [year, month] = from.split("-").map(Number);
  for (;;) {
    const name = `${year}-${String(month).padStart(2, "0")}`;
    if (name > to.slice(0, 7)) return names;
    names.push(`month:${name}`);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

/** A period that is closed or opened holds the months of its days, as do the writers of what is dated in them. */
export const periodMonths: SetRule = {
  guards: ({ before, after }) =>
    before && after && before.state !== after.state
      ? monthGuards(after.firstDay as string, after.lastDay as string)
      : [],
  problems: () => Promise.resolve([]),
};
