import { useLanguage } from "../platform/language";

interface Named {
  nameVi: string;
  nameEn?: string | null;
}

/** Names in the language at hand; the Vietnamese one where there is no other. */
export function useNames(): (named: Named) => string {
  const language = useLanguage();
  return (named) => (language === "en" && named.nameEn ? named.nameEn : named.nameVi);
}
