import type { RowRule } from "../platform/registry/rule";

/** The way of a dossier that a row is of, by its code: how it comes in, or how its result goes out. */
export type Leg = "IN" | "OUT";

/** A level means nothing without its scheme: "3" was something else in 2018 and in 2026. One part alone is refused. */
export const levelProblems: RowRule = (row) => {
  if ((row.level == null) === (row.levelScheme == null)) return [];
  return [{ code: "REQUIRED", field: row.level == null ? "level" : "levelScheme", reason: "levelNeedsScheme" }];
};

/** What a channel must fulfil, on the server and in the grid. */
export const channelRules: readonly RowRule[] = [levelProblems];
