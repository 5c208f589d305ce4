import type { RowRule } from "../platform/registry/rule";

/** A route goes from one place to another. */
export const routeEndProblems: RowRule = (row) =>
  row.from != null && row.from === row.to ? [{ code: "BAD_INPUT", field: "to", reason: "routeWithoutWay" }] : [];

/** What a route must fulfil, on the server and in the grid. */
export const routeRules: readonly RowRule[] = [routeEndProblems];
