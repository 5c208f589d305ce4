import { CATALOGS, type Catalog, type CatalogsData } from "../../catalog/entries.graphql";
import { useCatalogEntries } from "../../catalog/use-entries";
import { useAsOf } from "../../platform/as-of";
import { useGraphql } from "../../platform/use-graphql";
import { LINES, type CriterionScore, type LinesData } from "../scorecard.graphql";
import type { TargetView } from "../use-span";
import { listedOn } from "./standing";

/** Lines of one answer; a catalog of a province holds some hundreds. */
const MOST = 1000;

/** What an address says after "remove" where the unused procedures are to be chosen from the start. */
export const UNUSED = "unused";

/** A procedure of a catalog that could be taken out of it. */
export interface Removal {
  id: string;
  nameVi: string;
  nameEn: string | null;
  /** Dossiers it had in the span, by any channel; undefined until that is known. */
  received: number | undefined;
  /** Since when a later Decision has it out already. */
  outSince: string | null;
}

export interface Removals {
  choice: Catalog[];
  catalog: Catalog | undefined;
  rows: Removal[];
  /** Those without any dossier in the span that still stand in the catalog: what a review would take out. */
  unused: string[];
  isReady: boolean;
  error: unknown;
  retry: () => void;
}

/** What could be taken out of a catalog, the least used first. */
export function useRemovals(
  view: TargetView,
  criteria: CriterionScore[],
  kind: Catalog["kind"],
  picked?: string,
  enabled = true,
): Removals {
  const { date } = useAsOf();
  const { from, to, structure } = view.variables;
  const catalogs = useGraphql<CatalogsData>(CATALOGS, { asOf: to }, { enabled, keep: true });
  const choice = (catalogs.data?.catalogs.items ?? []).filter((catalog) => catalog.kind !== "EXCLUDED");
  const catalog = choice.find(({ id }) => id === picked) ?? choice.find((each) => each.kind === kind) ?? choice[0];
  const entries = useCatalogEntries(catalog ? [catalog.id] : [], { enabled: enabled && catalog !== undefined });
  const criterion = criteria.find(
    (each) => each.measure === "PROCEDURES" && (catalog?.kind === "ONLINE") === (each.channel === "ONLINE"),
  );
  const lines = useGraphql<LinesData>(
    LINES,
    { criterion: criterion?.id, reading: "any", agency: null, from, to, structure, by: "PROCEDURE", limit: MOST },
    { enabled: enabled && criterion !== undefined && catalog !== undefined },
  );
  const used = new Map((lines.data?.scorecardLines.items ?? []).map((line) => [line.procedure?.id, line]));
  const rows = listedOn(entries.data?.catalogEntries.items ?? [], to, date)
    .flatMap(({ entry: { procedure }, outSince }) =>
      procedure ? [{ ...procedure, received: used.get(procedure.id)?.received, outSince }] : [],
    )
    .sort((left, right) => (left.received ?? 0) - (right.received ?? 0));
  return {
    choice,
    catalog,
    rows,
    unused: rows
      .filter(({ id, received, outSince }) => received === 0 && used.get(id)?.numerator === 0 && outSince === null)
      .map(({ id }) => id),
    isReady: catalog !== undefined && entries.data !== undefined && (criterion === undefined || !lines.isLoading),
    error: catalogs.error ?? entries.error ?? lines.error,
    retry: () => {
      for (const answer of [catalogs, entries, lines]) if (answer.error) void answer.refetch();
    },
  };
}
