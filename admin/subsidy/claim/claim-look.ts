import type { ValueLooks } from "../../platform/looks";

/** The states of a claim by shape and colour. */
export const CLAIM_LOOK: ValueLooks = {
  DRAFT: { kind: "na" },
  SUBMITTED: { kind: "info" },
  CHECKED: { kind: "info" },
  RETURNED: { kind: "short" },
  APPROVED: { kind: "met" },
  PAID: { kind: "met" },
};
