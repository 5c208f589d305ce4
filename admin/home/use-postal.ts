import { difference, entriesOn, steps, type Difference, type Step } from "../catalog/difference";
import type { Entry } from "../catalog/entries.graphql";
import { useCatalogEntries } from "../catalog/use-entries";
import { useAsOf } from "../platform/as-of";
import { yearBefore } from "../platform/format";
import { useGraphql } from "../platform/use-graphql";
import { POSTAL_CATALOGS } from "./figures.graphql";

/** The postal catalog as a home speaks of it. */
export interface Postal {
  entries: Entry[];
  count: number;
  steps: Step[];
  /** The Decision that issued it. */
  number: string;
  /** Against the last day of the year before. */
  thisYear: Difference;
  /** Against the same day a year before. */
  lastYear: Difference;
  yearBefore: string;
}

/** The province's postal catalog with its Decisions; undefined while it loads or where there is none. */
export function usePostal(enabled: boolean): Postal | undefined {
  const { date } = useAsOf();
  const found = useGraphql<{ catalogs: { items: { id: string; decision: { number: string } | null }[] } }>(
    POSTAL_CATALOGS,
    {},
    { enabled },
  );
  const catalogs = found.data?.catalogs.items ?? [];
  const { data } = useCatalogEntries(
    catalogs.map((catalog) => catalog.id),
    { enabled: enabled && catalogs.length > 0 },
  );
  if (!data) return undefined;
  const entries = data.catalogEntries.items;
  const before = yearBefore(date);
  return {
    entries,
    count: entriesOn(entries, date).length,
    steps: steps(entries).filter((step) => step.date <= date),
    number: catalogs.map((catalog) => catalog.decision?.number ?? "").join(", "),
    thisYear: difference(entries, `${Number(date.slice(0, 4)) - 1}-12-31`, date),
    lastYear: difference(entries, before, date),
    yearBefore: before,
  };
}
