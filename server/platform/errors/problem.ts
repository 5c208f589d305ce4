import type { Refusal } from "./refusal";
import { sentences } from "./sentence";

/** A refusal as it is answered beside GraphQL: the field, the code programs act on, and both sentences. */
export const problemOf = ({ code, field, values, reason }: Refusal) => ({
  field,
  code,
  ...sentences(code, reason, values, field),
});
