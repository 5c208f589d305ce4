import type { RowRule } from "../platform/registry/rule";

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
    const values = [total, ...parts].map((name) => row[name] as number | null | undefined);
    if (values.some((value) => value == null)) return [];
    const [said, ...summands] = values as number[];
    const sum = summands.reduce((a, b) => a + b, 0);
    return said === sum ? [] : [{ code: "BAD_INPUT" as const, field: total, reason: "formSum", values: { said, sum } }];
  });

/** What a line of the form must fulfil, on the server and in the grid. */
export const nationalFormRules: readonly RowRule[] = [nationalFormSums];
