import type { Sheet, SheetBand, SheetColumn } from "../../server/catalog/posted-sheet.rules";

/** A piece of the sheet that no page break may cut. */
export type Block =
  | { kind: "head" | "signature" }
  | { kind: "title" | "subtitle" | "day" | "ground" | "foot" | "translation" | "none"; text: string }
  | { kind: "heading"; text: string; level: 1 | 2 }
  | { kind: "columns"; columns: SheetColumn[] }
  | { kind: "band"; columns: SheetColumn[]; text: string }
  | { kind: "row"; columns: SheetColumn[]; row: SheetBand["rows"][number] };

export type TableBlock = Extract<Block, { columns: SheetColumn[] }>;

export const isOfTable = (block: Block): block is TableBlock => "columns" in block;

/** The sheet from top to bottom, in pieces. */
export function blocksOf(sheet: Sheet): Block[] {
  const { words } = sheet;
  return [
    { kind: "head" },
    ...(words.translation ? [{ kind: "translation" as const, text: words.translation }] : []),
    { kind: "title", text: words.title },
    { kind: "subtitle", text: words.subtitle },
    { kind: "day", text: sheet.asOf },
    ...sheet.grounds.map((text) => ({ kind: "ground" as const, text })),
    ...sheet.sections.flatMap(({ heading, level, table }): Block[] => {
      const title: Block = { kind: "heading", text: heading, level };
      if (!table) return [title];
      if (table.bands.length === 0) return [title, { kind: "none", text: words.none }];
      const { columns } = table;
      return [
        title,
        { kind: "columns", columns },
        ...table.bands.flatMap(({ title: text, rows }): Block[] => [
          { kind: "band", columns, text },
          ...rows.map((row) => ({ kind: "row" as const, columns, row })),
        ]),
      ];
    }),
    ...sheet.foot.map((text) => ({ kind: "foot" as const, text })),
    { kind: "signature" },
  ];
}

/** What must not stand alone at the end of a page: it goes over to the next one with what follows. */
const LEADS: readonly Block["kind"][] = ["heading", "columns", "band"];

/**
 * The pieces of each page. A page that begins inside a table begins with the table's head again, and a heading, a head or
 * a band is never the last of a page. A piece higher than a page has a page of its own.
 */
export function paginate(blocks: Block[], heights: readonly number[], pageHeight: number): Block[][] {
  const pages: Block[][] = [];
  let page: Block[] = [];
  let left = pageHeight;
  let head: { block: Block; height: number } | null = null;
  for (let at = 0; at < blocks.length;) {
    // A lead and what it leads to are placed together.
    let end = at;
    while (end < blocks.length - 1 && LEADS.includes(blocks[end]!.kind)) end++;
    const group = blocks.slice(at, end + 1);
    const height = heights.slice(at, end + 1).reduce((sum, each) => sum + each, 0);
    if (height > left && page.length > 0) {
      pages.push(page);
      page = [];
      left = pageHeight;
      const goesOn = isOfTable(group[0]!) && group[0]!.kind !== "columns";
      if (goesOn && head) {
        page.push(head.block);
        left -= head.height;
      }
    }
    const begun = group.findIndex(({ kind }) => kind === "columns");
    if (begun >= 0) head = { block: group[begun]!, height: heights[at + begun]! };
    page.push(...group);
    left -= height;
    at = end + 1;
  }
  if (page.length > 0) pages.push(page);
  return pages;
}
