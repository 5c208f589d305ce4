import type { Label } from "../text/label";
import { en } from "./en";
import type { RefusalCode, Values } from "./refusal";
import { vi, type Reason } from "./vi";

export interface Sentences {
  messageVi: string;
  messageEn: string;
}

function fill(sentence: string, values: Values, language: keyof Label): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : whole;
    return typeof value === "object" ? value[language] : String(value);
  });
}

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
    messageVi: fill(vi[key], { field: label?.vi ?? field ?? "", ...values }, "vi"),
    messageEn: fill(en[key], { field: label?.en ?? field ?? "", ...values }, "en"),
  };
}
