import { parse, type DefaultTreeAdapterMap } from "parse5";
import { Refusal } from "../../platform/errors/refusal";
import type { AnnexLine } from "./annex";
import { oneLine, paperText } from "./cell-text";

type Node = DefaultTreeAdapterMap["childNode"] | DefaultTreeAdapterMap["document"];
type Element = DefaultTreeAdapterMap["element"];

/** An annex may have so many lines, and a line so many columns. */
export const ANNEX_LIMITS = { lines: 10_000, columns: 100, cell: 10_000, depth: 400 };

const BLOCKS = new Set(["p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "dt", "dd"]);
const SILENT = new Set(["head", "style", "script", "template", "title", "del", "col", "colgroup", "xml"]);
/** What Word and Excel put beside the text and never show: hidden runs, footnote marks, deleted words. */
const HIDDEN = /display:\s*none|mso-hide:\s*all|mso-(foot|end)note-id/i;

/**
 * The lines of an annex from HTML: that of a table on the clipboard, as Word, Excel and LibreOffice write it, or what a
 * DOCX file was turned into. Merged cells are spread out; tables inside a cell are part of its text.
 */
export function htmlLines(html: string): AnnexLine[] {
  const lines: AnnexLine[] = [];
  let tables = 0;
  const add = (table: number | null, cells: string[], own: string[]): void => {
    if (lines.length >= ANNEX_LIMITS.lines)
      throw new Refusal("LIMIT", "annex", { max: ANNEX_LIMITS.lines }, "annexTooLong");
    lines.push({ line: lines.length + 1, table, cells, own });
  };
  const walk = (node: Node, depth: number): void => {
    if (depth > ANNEX_LIMITS.depth) throw new Refusal("BAD_INPUT", "annex", {}, "annexTooDeep");
    let loose = "";
    const endParagraph = (): void => {
      for (const text of paperText(loose).split("\n")) if (text !== "") add(null, [text], [text]);
      loose = "";
    };
    for (const child of childrenOf(node)) {
      if (isElement(child) && isSilent(child)) continue;
      if (isElement(child) && child.tagName === "table") {
        endParagraph();
        tables++;
        for (const { cells, own } of tableRows(child)) add(tables, cells, own);
      } else if (holders.has(child)) {
        endParagraph();
        walk(child, depth + 1);
      } else loose += textOf(child, depth);
    }
    endParagraph();
  };
  const root = parse(html);
  const holders = tableHolders(root);
  walk(root, 0);
  return lines;
}

interface SpannedRow {
  cells: string[];
  own: string[];
}

/** The rows of a table with merged cells spread over the columns and rows they cover. */
function tableRows(table: Element): SpannedRow[] {
  const out: SpannedRow[] = [];
  let above: { text: string; rows: number }[] = [];
  for (const row of rowsOf(table)) {
    const cells: string[] = [];
    const own: string[] = [];
    const below: typeof above = [];
    let column = 0;
    const takeAbove = (): void => {
      for (; (above[column]?.rows ?? 0) > 0; column++) {
        cells[column] = above[column].text;
        below[column] = { text: above[column].text, rows: above[column].rows - 1 };
      }
    };
    for (const cell of childrenOf(row).filter(isElement)) {
      if (!["td", "th"].includes(cell.tagName)) continue;
      takeAbove();
      const text = paperText(textOf(cell, 0));
      if (text.length > ANNEX_LIMITS.cell)
        throw new Refusal("LIMIT", "annex", { max: ANNEX_LIMITS.cell }, "annexCellTooLong");
      if (text !== "") own.push(oneLine(text));
      const width = spanOf(cell, "colspan");
      if (column + width > ANNEX_LIMITS.columns)
        throw new Refusal("LIMIT", "annex", { max: ANNEX_LIMITS.columns }, "annexTooWide");
      const rows = spanOf(cell, "rowspan") - 1;
      for (const end = column + width; column < end; column++) {
        cells[column] = text;
        below[column] = { text, rows };
      }
    }
    takeAbove();
    for (const [at, kept] of above.entries()) {
      if (kept === undefined || below[at] !== undefined || kept.rows <= 0) continue;
      cells[at] = kept.text;
      below[at] = { text: kept.text, rows: kept.rows - 1 };
    }
    above = below;
    // A row that no one sees and that says nothing is no line of the paper: Excel ends its tables with one.
    if (own.length === 0 && isSilent(row)) continue;
    out.push({ cells: Array.from(cells, (text) => text ?? ""), own });
  }
  return out;
}

function rowsOf(table: Element): Element[] {
  return childrenOf(table)
    .filter(isElement)
    .flatMap((child) => (child.tagName === "tr" ? [child] : isRowGroup(child) ? rowsOf(child) : []));
}

const isRowGroup = ({ tagName }: Element): boolean => ["tbody", "thead", "tfoot"].includes(tagName);

function spanOf(cell: Element, name: "colspan" | "rowspan"): number {
  const given = Number(attribute(cell, name) ?? 1);
  return Number.isInteger(given) && given > 0 ? Math.min(given, 65_534) : 1;
}

/** What people read inside a node; paragraphs, list items and forced breaks end a line. */
function textOf(node: Node, depth: number): string {
  if (depth > ANNEX_LIMITS.depth) throw new Refusal("BAD_INPUT", "annex", {}, "annexTooDeep");
  if (node.nodeName === "#text") return (node as { value: string }).value.replace(/[\r\n\t]+/g, " ");
  if (isElement(node)) {
    if (isSilent(node)) return "";
    if (node.tagName === "br") return "\n";
  }
  const text = childrenOf(node)
    .map((child) => textOf(child, depth + 1))
    .join("");
  if (!isElement(node)) return text;
  if (node.tagName === "td" || node.tagName === "th") return `${text} `;
  return BLOCKS.has(node.tagName) ? `\n${text}\n` : text;
}

/** The elements with a table somewhere inside, down to tables: looked for once, or each level would look again. */
function tableHolders(root: Node): Set<Node> {
  const holders = new Set<Node>();
  const look = (node: Node, depth: number): boolean => {
    if (depth > ANNEX_LIMITS.depth) return false;
    for (const child of childrenOf(node))
      if (isElement(child) && (child.tagName === "table" || look(child, depth + 1))) holders.add(node);
    return holders.has(node);
  };
  look(root, 0);
  return holders;
}

const childrenOf = (node: Node): Node[] => ("childNodes" in node ? node.childNodes : []);
const isElement = (node: Node): node is Element => "tagName" in node;
const attribute = (node: Element, name: string): string | undefined => node.attrs.find((a) => a.name === name)?.value;
const isSilent = (node: Element): boolean =>
  SILENT.has(node.tagName) || HIDDEN.test(attribute(node, "style") ?? "") || attribute(node, "hidden") !== undefined;
