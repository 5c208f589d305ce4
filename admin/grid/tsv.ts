/**
 * The text form of a block of cells on the clipboard, as Excel and LibreOffice write and read it: cells between tabs,
 * rows between line ends; a cell that holds a tab, a line end or a quote at its start is quoted, quotes in it doubled.
 */

const NEEDS_QUOTES = /[\t\r\n]|^"/;

export function encodeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(encodeCell).join("\t")).join("\r\n");
}

const encodeCell = (text: string) => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Reads a block; a quote that is never closed is a plain character, and the last line end opens no row. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  const endOfPlain = /[\t\r\n]/g;
  while (at <= text.length) {
    const row = rows[rows.length - 1];
    const quoted = text[at] === '"' ? readQuoted(text, at) : null;
    if (quoted) {
      row.push(quoted.cell);
      at = quoted.end;
    } else {
      endOfPlain.lastIndex = at;
      const end = endOfPlain.exec(text)?.index ?? text.length;
      row.push(text.slice(at, end));
      at = end;
    }
    if (at >= text.length) break;
    if (text[at] === "\t") at += 1;
    else {
      at += text.startsWith("\r\n", at) ? 2 : 1;
      if (at >= text.length) break;
      rows.push([]);
    }
  }
  return rows;
}

/** The quoted cell that begins at `start`, or null when its closing quote is not followed by an end of cell. */
function readQuoted(text: string, start: number): { cell: string; end: number } | null {
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return null;
    if (text[quote + 1] === '"') {
      from = quote + 2;
      continue;
    }
    const next = text[quote + 1];
    if (next !== undefined && next !== "\t" && next !== "\r" && next !== "\n") return null;
    const cell = text
      .slice(start + 1, quote)
      .replaceAll('""', '"')
      .replaceAll("\r\n", "\n");
    return { cell, end: quote + 1 };
  }
}
