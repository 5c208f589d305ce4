import type { RowRule } from "../platform/registry/rule";

/** A level means nothing without its scheme: "3" was something else in 2018 and in 2026. One part alone is refused. */
export const levelProblems: RowRule = (row) => {
  if ((row.level == null) === (row.levelScheme == null)) return [];
  return [{ code: "REQUIRED", field: row.level == null ? "level" : "levelScheme", reason: "levelNeedsScheme" }];
};

/** What a channel must fulfil, on the server and in the grid. */
export const channelRules: readonly RowRule[] = [levelProblems];
