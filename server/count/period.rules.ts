import type { RowRule } from "../platform/registry/rule";

/** A period ends no earlier than it begins. */
export const periodOrderProblems: RowRule = (row) =>
  row.firstDay != null && row.lastDay != null && (row.lastDay as string) < (row.firstDay as string)
    ? [{ code: "BAD_INPUT", field: "lastDay", reason: "periodEndsBefore" }]
    : [];

/** A closed period stays: deleting it and entering it anew would be a way around reopening it. */
export const closedPeriodStays: RowRule = (_row, { before, action }) =>
  action === "DELETE" && before?.state === "CLOSED"
    ? [{ code: "CLOSED", field: "state", reason: "closedPeriodStays" }]
    : [];

/** The state of a period: open until it is closed. */
export const openFromTheStart = ({ state }: Record<string, unknown>): Record<string, unknown> => ({
  state: state ?? "OPEN",
});

/** What a period must fulfil, on the server and in the grid. */
export const periodRules: readonly RowRule[] = [periodOrderProblems, closedPeriodStays];
