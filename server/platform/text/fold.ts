/** Combining marks that belong to no script of their own; vowel signs of Thai, Devanagari… are letters and stay. */
const DIACRITICS = /\p{Script=Inherited}/gu;

/**
 * The form in which a text is searched: lower case, without tones and without the marks of ă â ê ô ơ ư, đ as d.
 * "đường bộ", "Đường Bộ" and "duong bo" fold alike, composed or decomposed.
 */
export function fold(text: string): string {
  // Lower case first: İ becomes i and a combining dot, which the next step takes away.
  return text.toLowerCase().normalize("NFD").replace(DIACRITICS, "").replaceAll("đ", "d");
}
