/** A word or sentence in both languages of the product. */
export interface Label {
  vi: string;
  en: string;
}
