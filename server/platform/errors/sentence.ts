import type { Label } from "../registry/declare";
import { en } from "./en";
import type { RefusalCode, Values } from "./refusal";
import { vi, type Reason } from "./vi";

export interface Sentences {
  messageVi: string;
  messageEn: string;
}

const fill = (sentence: string, values: Values): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));

/** The two sentences of a refusal. `label` is the field in people's words; its API name stands in where there is none. */
export function sentences(
  code: RefusalCode,
  reason: string,
  values: Values,
  field: string | null,
  label?: Label,
): Sentences {
  const key = (reason in vi ? reason : code) as Reason;
  return {
    messageVi: fill(vi[key], { field: label?.vi ?? field ?? "", ...values }),
    messageEn: fill(en[key], { field: label?.en ?? field ?? "", ...values }),
  };
}
