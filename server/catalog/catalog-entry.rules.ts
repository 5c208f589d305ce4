import type { RowRule } from "../platform/registry/rule";

type Dates = { actsFrom?: unknown } | null;

/** An entry's dates: from the day its adding Decision acts until the day its removing one does. */
export function membership(addedBy: Dates, removedBy: Dates): { validFrom: string | null; validTo: string | null } {
  return {
    validFrom: (addedBy?.actsFrom as string | null | undefined) ?? null,
    validTo: (removedBy?.actsFrom as string | null | undefined) ?? null,
  };
}

/** An entry lists one procedure or one national group of services, never both and never neither. */
export const subjectProblems: RowRule = (row) => {
  if ((row.procedure == null) !== (row.groupName == null)) return [];
  return row.procedure == null
    ? [{ code: "REQUIRED", field: "procedure", reason: "entryNeedsSubject" }]
    : [{ code: "BAD_INPUT", field: "groupName", reason: "entryHasTwoSubjects" }];
};

/**
 * Membership changes only by a Decision. Taking back what was put in, or changing by which Decision or for which
 * procedure, corrects what was entered and never what the law was: it is "đính chính nhập liệu" and needs its reason.
 */
export const correctionProblems: RowRule = (row, { before, action, note }) => {
  const corrected = (name: string) => before !== null && before[name] != null && before[name] !== row[name];
  const isCorrection =
    action === "DELETE" || (action === "UPDATE" && ["procedure", "groupName", "addedBy", "removedBy"].some(corrected));
  return isCorrection && !note?.trim() ? [{ code: "REQUIRED", field: "note", reason: "correctionNeedsNote" }] : [];
};

/** A removal comes after the addition; both on one day would leave no day on which the entry held. */
export const validityProblems: RowRule = (row, { action }) => {
  const { validFrom, validTo } = row as { validFrom?: string | null; validTo?: string | null };
  if (action === "DELETE" || row.removedBy == null || validTo == null) return [];
  return (validFrom ?? "0001-01-01") >= validTo
    ? [
        {
          code: "OUTSIDE_VALIDITY",
          field: "removedBy",
          reason: "removedBeforeAdded",
          values: { from: validFrom ?? "", to: validTo },
        },
      ]
    : [];
};
