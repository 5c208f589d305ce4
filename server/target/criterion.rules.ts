import type { RowRule } from "../platform/registry/rule";

/** What a criterion must fulfil, on the server and in the grid. */
export const criterionRules: readonly RowRule[] = [];
