import { Refusal, type RefusalCode, type Values } from "../errors/refusal";
import type { Reason } from "../errors/vi";

/** A refusal of a file as a whole: `reason` says what is wrong with it and what to do. */
export const refuseFile = (reason: Reason, values: Values = {}, code: RefusalCode = "BAD_INPUT"): Refusal =>
  new Refusal(code, "file", values, reason);

/** A refusal of who asks for a sheet that the file has not. */
export const noSuchSheet = (sheet: string, names: readonly string[]): Refusal =>
  refuseFile("fileNoSuchSheet", { sheet, sheets: names.join(", ") }, "NOT_FOUND");

/** A refusal of what is too large or too many. */
export const overLimit = (reason: Reason, values: Values = {}): Refusal => refuseFile(reason, values, "LIMIT");
