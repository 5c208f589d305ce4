import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ACTIONS, countOf, type ImportAction, type ImportOutcome, type ImportRow } from "./import-answer";
import { jobRows } from "./import-request";

/** Lines on one page of the preview: however long the file is, so many are drawn. */
export const PAGE = 100;

/** A stretch of the lines of one action. */
interface Stretch {
  action: ImportAction;
  offset: number;
  limit: number;
}

/** Where a page of the chosen lines lies, the wrong ones first: at most one stretch per action. */
export function stretchesOf(
  counts: Record<ImportAction, number>,
  chosen: ReadonlySet<ImportAction>,
  offset: number,
  limit: number,
): Stretch[] {
  const stretches: Stretch[] = [];
  let before = 0;
  let left = limit;
  for (const action of ACTIONS) {
    if (!chosen.has(action)) continue;
    const start = Math.max(0, offset - before);
    const count = Math.min(left, counts[action] - start);
    if (count > 0) {
      stretches.push({ action, offset: start, limit: count });
      left -= count;
    }
    before += counts[action];
  }
  return stretches;
}

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
