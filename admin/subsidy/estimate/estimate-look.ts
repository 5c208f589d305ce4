import type { ValueLooks } from "../../platform/looks";

/** The states of an estimate by shape and colour. */
export const ESTIMATE_LOOK: ValueLooks = {
  DRAFT: { kind: "na" },
  ASKED: { kind: "info" },
  GRANTED: { kind: "met" },
  GRANTED_IN_PART: { kind: "short" },
  REFUSED: { kind: "deleted" },
};
