/**
 * The part of a procedure's code that names the procedure, in one writing, or null where a text is no code: the national
 * code without its publisher's suffix (1.001612.000.00.00.H01 and 1.001612.H19 are 1.001612), and the codes in use before
 * 2018 (T-YBI-123456-TT, B-BPC-123456-TT).
 */
export function codeOf(text: string): string | null {
  const written = text
    .normalize("NFC")
    .replace(/\s+/g, "")
    .replace(/[–—‐‑−]/g, "-")
    .toUpperCase();
  const national = /^([1-9])[.,](\d{6})(\.(\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2})?\.?$/.exec(written);
  if (national) return `${national[1]}.${national[2]}`;
  // A spreadsheet that takes the code for a number drops the noughts at its end: 1.012750 becomes 1.01275.
  const shortened = /^([1-9])[.,](\d{3,5})$/.exec(written);
  if (shortened) return `${shortened[1]}.${shortened[2].padEnd(6, "0")}`;
  const legacy = /^([A-ZĐ]{1,2}-[A-ZĐ]{2,6}-\d{4,8})(-[A-Z]{2,3})?$/.exec(written);
  return legacy ? legacy[1] : null;
}

/** Whether a text is a code as the national database gives it, so that a new procedure can have it as its own. */
export const isNationalCode = (text: string): boolean =>
  /^[1-9]\.\d{6}(\.(\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2})?$/.test(text.trim());
