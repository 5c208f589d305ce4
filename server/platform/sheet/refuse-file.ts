import { Refusal, type RefusalCode, type Values } from "../errors/refusal";
import type { Reason } from "../errors/vi";

/** A refusal of a file as a whole: `reason` says what is wrong with it and what to do. */
export const refuseFile = (reason: Reason, values: Values = {}, code: RefusalCode = "BAD_INPUT"): Refusal =>
  new Refusal(code, "file", values, reason);

/** A refusal of what is too large or too many. */
export const overLimit = (reason: Reason, values: Values = {}): Refusal => refuseFile(reason, values, "LIMIT");
