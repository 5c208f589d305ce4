import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ACTIONS, countOf, type ImportAction, type ImportOutcome, type ImportRow } from "./import-answer";
import { jobRows } from "./import-request";
import { stretchesOf } from "./stretches";

/** Lines on one page of the preview: however long the file is, so many are drawn. */
export const PAGE = 100;

/** The lines of one page, as the job found them. */
export function useResultRows(job: string, outcome: ImportOutcome, chosen: ReadonlySet<ImportAction>, page: number) {
  const counts = Object.fromEntries(ACTIONS.map((action) => [action, countOf(outcome, action)])) as Record<
    ImportAction,
    number
  >;
  const total = ACTIONS.reduce((sum, action) => sum + (chosen.has(action) ? counts[action] : 0), 0);
  const stretches = stretchesOf(counts, chosen, page * PAGE, PAGE);
  const found = useQuery<ImportRow[]>({
    queryKey: ["job", job, "rows", stretches],
    queryFn: async ({ signal }) =>
      (
        await Promise.all(stretches.map(({ action, offset, limit }) => jobRows(job, action, offset, limit, signal)))
      ).flat(),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
  return { ...found, total };
}
