import { ReferenceLink } from "../generic/FieldValue";
import type { Language } from "../platform/format";
import { defineWords, useLanguage } from "../platform/language";
import type { Row } from "../platform/model";

const words = defineWords({
  vi: { PROVINCE: "UBND tỉnh", DISTRICT: "UBND cấp huyện", COMMUNE: "UBND cấp xã" } as Record<string, string>,
  en: { PROVINCE: "Provincial committee", DISTRICT: "District committees", COMMUNE: "Commune committees" },
});

/** Who settles a procedure: a named agency, or every committee of its tiers. */
export interface Competent {
  agency: (Row & { name: string }) | null;
  tiers: string[] | null;
}

export const COMPETENCE = "agency { id name } tiers";

/** The committees of tiers by name: who settles a procedure that names no agency. */
export function committees(tiers: unknown, language: Language): string {
  if (!Array.isArray(tiers)) return "";
  return tiers.map((tier) => words[language][String(tier)] ?? String(tier)).join(", ");
}

export function Competence({ procedure }: { procedure: Competent }) {
  const language = useLanguage();
  if (procedure.agency) return <ReferenceLink target="agency" row={procedure.agency} />;
  return <>{committees(procedure.tiers, language)}</>;
}
