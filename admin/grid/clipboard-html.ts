/**
 * The table form of a block of cells on the clipboard, beside the plain text: spreadsheets that find it keep each cell's
 * kind. A code with leading zeros stays a text, an amount is a number whatever language it is written in.
 */
export interface ClipboardCell {
  text: string;
  /** The number behind the text, for columns that hold amounts. */
  amount: string | null;
}

// x:num is Excel's word for the number of a cell, sdval and sdnum are LibreOffice's; 1066 is Vietnamese.
const TEXT = `sdnum="1066;0;@" style="mso-number-format:'\\@'"`;
const number = (amount: string) => `align="right" x:num="${amount}" sdval="${amount}" sdnum="1066;0;#,##0"`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\t", "&#9;");

/**
 * Null where a cell holds a line end: whatever stands for it in a table, Excel or LibreOffice makes another row or a space
 * of it, and both read it right in the quoted text.
 */
export function encodeHtml(rows: readonly (readonly ClipboardCell[])[]): string | null {
  if (rows.some((cells) => cells.some(({ text }) => /[\r\n]/.test(text)))) return null;
  const line = (cells: readonly ClipboardCell[]) =>
    `<tr>${cells.map(({ text, amount }) => `<td ${amount === null ? TEXT : number(amount)}>${escaped(text)}</td>`).join("")}</tr>`;
  const head = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head>';
  return `${head}<body><table>${rows.map(line).join("")}</table></body></html>`;
}
