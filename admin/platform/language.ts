import { useLocaleState } from "react-admin";
import type { Label } from "./model";
import type { Language } from "./format";

/** The language the person reads, kept per browser. */
export function useLanguage(): Language {
  const [locale] = useLocaleState();
  return locale === "en" ? "en" : "vi";
}

/** Picks the right half of a label. */
export function useLabel(): (label: Label) => string {
  const language = useLanguage();
  return (label) => label[language];
}

/** Words of one screen in both languages; the English half must have the same keys, or types do not check. */
export interface Words<Shape> {
  vi: Shape;
  en: Shape;
}

export function defineWords<Shape extends object>(words: { vi: Shape; en: NoInfer<Shape> }): Words<Shape> {
  return words;
}

/** The words of a screen in the language at hand. */
export function useWords<Shape>(words: Words<Shape>): Shape {
  return words[useLanguage()];
}

/** "1 row", "3 rows"; Vietnamese needs no plural. */
export function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}
