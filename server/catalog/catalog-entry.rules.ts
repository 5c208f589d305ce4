import type { RowRule } from "../platform/registry/rule";
import { levelProblems } from "../procedure/channel.rules";

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

/** What a Decision says of an entry. To amend it, another Decision takes the entry out and puts a new one in. */
const CONTENT = ["procedure", "groupName", "legs", "levelScheme", "level", "addedBy", "removedBy", "replaces"];

/**
 * Membership changes only by a Decision. Taking back what was put in, or changing by which Decision or for which
 * procedure, corrects what was entered and never what the law was: it is "đính chính nhập liệu" and needs its reason.
 */
export const correctionProblems: RowRule = (row, { before, action, note }) => {
  const corrected = (name: string) =>
    before !== null && before[name] != null && JSON.stringify(before[name]) !== JSON.stringify(row[name] ?? null);
  const isCorrection = action === "DELETE" || (action === "UPDATE" && CONTENT.some(corrected));
  return isCorrection && !note?.trim() ? [{ code: "REQUIRED", field: "note", reason: "correctionNeedsNote" }] : [];
};

/** A removal comes after the addition; both on one day would leave no day on which the entry held. */
export const validityProblems: RowRule = (row, { action }) => {
  const { validFrom, validTo } = row as { validFrom?: string | null; validTo?: string | null };
  // A row that is still being typed has no derived dates yet.
  if (action === "DELETE" || validFrom === undefined || validTo === undefined) return [];
  // A document with neither a day of issue nor an effective one acts from no day: it adds nothing and removes nothing.
  if (row.addedBy != null && validFrom === null)
    return [{ code: "OUTSIDE_VALIDITY", field: "addedBy", reason: "decisionWithoutDate" }];
  if (row.removedBy != null && validTo === null)
    return [{ code: "OUTSIDE_VALIDITY", field: "removedBy", reason: "decisionWithoutDate" }];
  if (validFrom === null || validTo === null || validFrom < validTo) return [];
  const values = { from: validFrom, to: validTo };
  return [{ code: "OUTSIDE_VALIDITY", field: "removedBy", reason: "removedBeforeAdded", values }];
};

/** What an entry must fulfil, on the server and in the grid. */
export const entryRules: readonly RowRule[] = [subjectProblems, correctionProblems, levelProblems, validityProblems];
