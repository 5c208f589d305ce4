import { ReferenceLink } from "../generic/FieldValue";
import { defineWords, useWords } from "../platform/language";
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

export function Competence({ procedure }: { procedure: Competent }) {
  const w = useWords(words);
  if (procedure.agency) return <ReferenceLink target="agency" row={procedure.agency} />;
  return <>{(procedure.tiers ?? []).map((tier) => w[tier] ?? tier).join(", ")}</>;
}
