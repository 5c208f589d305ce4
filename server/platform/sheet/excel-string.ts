/**
 * Characters that XML cannot hold are written _xHHHH_ in a workbook (ECMA-376 Part 1, 22.9.2.19), and a text that holds
 * such a sequence has its underscore written so.
 */
const WRITTEN = /_x([0-9A-Fa-f]{4})_/g;

const UNWRITABLE = /_(?=x[0-9A-Fa-f]{4}_)|[\0-\x08\x0b-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

const escaped = (unit: string): string => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

/** The text as a workbook's XML holds it. */
export function toExcelString(text: string): string {
  return text
    .replace(UNWRITABLE, escaped)
    .replace(/[&<>]/g, (sign) => (sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : "&gt;"));
}

/** The text that a workbook's string stands for, once its XML was read. */
export function fromExcelString(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(WRITTEN, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
