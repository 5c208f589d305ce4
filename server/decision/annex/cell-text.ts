import { clean } from "../../platform/text/clean";
import { fold } from "../../platform/text/fold";

/** Marks that take no room on paper: soft hyphens, zero-width spaces and joiners, byte order marks. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** A text as people read it on paper: one space where there were several, of whatever sort; lines kept apart. */
export function paperText(text: string): string {
  return clean(text)
    .replace(UNSEEN, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[ \n]*/g, "\n")
    .trim();
}

/** On one line: words that a narrow column broke over several belong together. */
export const oneLine = (text: string): string => text.replaceAll("\n", " ").replace(/ {2,}/g, " ");

/** A text reduced to its words, for comparing: no case, no accents, no punctuation. */
export const plainWords = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
