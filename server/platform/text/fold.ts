/** The Unicode blocks of combining diacritics; marks that are letters of their script (Thai, Devanagari…) stay. */
const DIACRITICS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;

/**
 * The form in which a text is searched: lower case, without tones and without the marks of ă â ê ô ơ ư, đ as d.
 * "đường bộ", "Đường Bộ" and "duong bo" fold alike, composed or decomposed.
 */
export function fold(text: string): string {
  // Lower case first: İ becomes i and a combining dot, which the next step takes away.
  return text.toLowerCase().normalize("NFD").replace(DIACRITICS, "").replaceAll("đ", "d");
}
