import type { CellProblem } from "./grid-column";
import { GRID_MESSAGES, type GridMessageKey, type Say } from "./grid.messages";

/** Why a typed text is no value, in a sentence that names the way out. */
export function explain(say: Say, problem: CellProblem): string {
  const key = `reason.${problem.reason}`;
  return say(key in GRID_MESSAGES.vi ? (key as GridMessageKey) : "reason.other", problem.values);
}
