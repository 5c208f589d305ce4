import type { RowRule } from "../platform/registry/rule";

/** A route goes from one place to another. */
export const routeEndProblems: RowRule = (row) =>
  row.from != null && row.from === row.to ? [{ code: "BAD_INPUT", field: "to", reason: "routeWithoutWay" }] : [];

/** What a route must fulfil, on the server and in the grid. */
export const routeRules: readonly RowRule[] = [routeEndProblems];

/** Where a route begins and ends and who carries on it, for the rows that hang on it: by them people see their own. */
export const endsOfRoute = (
  _row: Record<string, unknown>,
  { route }: Record<string, Record<string, unknown> | null>,
): Record<string, unknown> => ({
  from: route?.from ?? null,
  to: route?.to ?? null,
  carriedBy: route?.carriedBy ?? null,
});
