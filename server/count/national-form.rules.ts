import type { RowRule } from "../platform/registry/rule";

/** The columns of the form by their numbers: 1 is the line's number, 2 the agency. */
export const FORM_COLUMNS: Readonly<Record<string, number>> = {
  receivedTotal: 3,
  receivedOnline: 4,
  receivedCounterPost: 5,
  carriedOver: 6,
  settledTotal: 7,
  settledEarly: 8,
  settledOnTime: 9,
  settledLate: 10,
  pendingTotal: 11,
  pendingInTime: 12,
  pendingOverdue: 13,
};

/** The sums of the form: 3 = 4 + 5 + 6, 7 = 8 + 9 + 10, 11 = 12 + 13, 3 = 7 + 11. */
const SUMS: readonly { total: string; parts: readonly string[] }[] = [
  { total: "receivedTotal", parts: ["receivedOnline", "receivedCounterPost", "carriedOver"] },
  { total: "settledTotal", parts: ["settledEarly", "settledOnTime", "settledLate"] },
  { total: "pendingTotal", parts: ["pendingInTime", "pendingOverdue"] },
  { total: "receivedTotal", parts: ["settledTotal", "pendingTotal"] },
];

/** The form adds up in itself; a sum with an empty cell in it says nothing. */
export const nationalFormSums: RowRule = (row) =>
  SUMS.flatMap(({ total, parts }) => {
    const [said, ...summands] = [total, ...parts].map((name) => row[name] as number | null | undefined);
    if (said == null || summands.some((value) => value == null)) return [];
    const sum = (summands as number[]).reduce((a, b) => a + b, 0);
    if (said === sum) return [];
    const columns = parts.map((name) => FORM_COLUMNS[name]).join(" + ");
    const values = { said, sum, column: FORM_COLUMNS[total], columns };
    return [{ code: "BAD_INPUT" as const, field: total, reason: "formSum", values }];
  });

/** What a line of the form must fulfil, on the server and in the grid. */
export const nationalFormRules: readonly RowRule[] = [nationalFormSums];
