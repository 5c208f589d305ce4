import type { Label } from "../text/label";

/** What a request may be refused for; the schema's enum RefusalCode, on which programs act. */
export const REFUSAL_CODES = {
  BAD_INPUT: "The value cannot be read or breaks a rule.",
  REQUIRED: "A value is missing.",
  NOT_FOUND: "There is no such row, or it is not yours to see.",
  NOT_UNIQUE: "Another row has the value already.",
  IN_USE: "Other rows refer to it.",
  STALE: "Somebody changed the row since it was read.",
  OVERLAP: "Two rows of one key would hold on one day.",
  OUTSIDE_VALIDITY: "The date lies outside the time in which the row holds.",
  CYCLE: "The row would stand above itself.",
  FORBIDDEN: "The person may not do this.",
  SIGN_IN: "Nobody is signed in, or the email and password do not match.",
  LIMIT: "The request asks for more than one request may.",
  BUSY: "Others kept changing the same rows; try again.",
  CLOSED: "The period or document is closed.",
  NOT_CLOSED: "The reporting period is still open.",
  NO_RATE: "Something moved on a day for which there is no rate.",
  OVER_BUDGET: "More would be committed than the budget has.",
  OVER_CAP: "More would be paid than the cap allows.",
} as const;

export type RefusalCode = keyof typeof REFUSAL_CODES;
/** A value of a sentence; words come in both languages. */
export type Values = Record<string, string | number | Label>;

/**
 * An expected refusal: a code, the field it is about, and the values its sentence names. Services throw it; the edge
 * rolls back and answers. `reason` picks the sentence, the code's own where absent.
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly field: string | null,
    readonly values: Values = {},
    readonly reason: string = code,
  ) {
    super(`${code}${field ? ` ${field}` : ""}: ${reason}`);
  }
}
