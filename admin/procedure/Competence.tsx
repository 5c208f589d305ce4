import { ReferenceLink } from "../generic/FieldValue";
import type { Language } from "../platform/format";
import { defineWords, useLanguage } from "../platform/language";
import type { Row } from "../platform/model";

const words = defineWords({
  vi: { DISTRICT: "UBND cấp huyện", COMMUNE: "UBND cấp xã" } as Record<string, string>,
  en: { DISTRICT: "District committees", COMMUNE: "Commune committees" },
});

/** Who settles a procedure: a named agency, or every committee of its tiers. */
export interface Competent {
  agency: (Row & { name: string }) | null;
  tiers: string[] | null;
}

export const COMPETENCE = "agency { id name } tiers";

const NO_AGENCY = { vi: "không có cơ quan vào ngày này", en: "no agency on this day" };

/**
 * Who settles a procedure that names no agency: the committees of its tiers. A province's procedure always names one,
 * so where it shows none, the agency has ended by the day.
 */
export function committees(tiers: unknown, language: Language): string {
  if (!Array.isArray(tiers) || tiers.length === 0) return "";
  const named = tiers.map((tier) => words[language][String(tier)]).filter(Boolean);
  return named.length > 0 ? named.join(", ") : NO_AGENCY[language];
}

export function Competence({ procedure }: { procedure: Competent }) {
  const language = useLanguage();
  if (procedure.agency) return <ReferenceLink target="agency" row={procedure.agency} />;
  return <>{committees(procedure.tiers, language)}</>;
}
