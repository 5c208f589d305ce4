import type { Label } from "../platform/text/label";

/** A step of a claim: the verb, the states it leads from and to, and whose step it cannot be. */
export interface ClaimStep {
  verb: "submit" | "check" | "return" | "approve" | "pay";
  /** The mutation's name. */
  mutation: string;
  label: Label;
  from: readonly string[];
  to: string;
  /** The field that says who did it. */
  by: string;
  /** Whoever stands in one of these fields cannot do it: four eyes. */
  notBy: readonly string[];
}

/**
 * Every way a claim goes, in one table: docs/subsidies.md draws it and a test holds the drawing against it. Nobody checks
 * what they drew up, nobody approves what they drew up or checked, nobody pays what they drew up or approved.
 */
export const CLAIM_STEPS: readonly ClaimStep[] = [
  {
    verb: "submit",
    mutation: "submitClaim",
    label: { vi: "Gửi", en: "Submit" },
    from: ["DRAFT", "RETURNED"],
    to: "SUBMITTED",
    by: "submittedBy",
    notBy: [],
  },
  {
    verb: "check",
    mutation: "checkClaim",
    label: { vi: "Kiểm tra", en: "Check" },
    from: ["SUBMITTED"],
    to: "CHECKED",
    by: "checkedBy",
    notBy: ["draftedBy", "submittedBy"],
  },
  {
    verb: "return",
    mutation: "returnClaim",
    label: { vi: "Trả lại", en: "Return" },
    from: ["SUBMITTED", "CHECKED"],
    to: "RETURNED",
    by: "returnedBy",
    notBy: [],
  },
  {
    verb: "approve",
    mutation: "approveClaim",
    label: { vi: "Phê duyệt", en: "Approve" },
    from: ["CHECKED"],
    to: "APPROVED",
    by: "approvedBy",
    notBy: ["draftedBy", "submittedBy", "checkedBy"],
  },
  {
    verb: "pay",
    mutation: "payClaim",
    label: { vi: "Thanh toán", en: "Pay" },
    from: ["APPROVED"],
    to: "PAID",
    by: "paidBy",
    notBy: ["draftedBy", "submittedBy", "approvedBy"],
  },
];

/** The step that leads from one state to another; undefined where there is none. */
export const stepBetween = (from: string, to: string): ClaimStep | undefined =>
  CLAIM_STEPS.find((step) => step.to === to && step.from.includes(from));

/** The states in which a claim's papers may be written and it may be deleted. */
export const OPEN_STATES: readonly string[] = ["DRAFT", "RETURNED"];
/** The states in which a claim's total is taken of the budget: committed, then spent. */
export const BINDING_STATES: readonly string[] = ["APPROVED", "PAID"];
