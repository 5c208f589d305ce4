import { ACTIONS, type ImportAction } from "./import-answer";

/** A stretch of the lines of one action. */
export interface Stretch {
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
