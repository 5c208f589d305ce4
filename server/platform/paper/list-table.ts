import { Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType, type TextRun } from "docx";
import { ALIGNMENTS, CENTER, DASHED, mm, run, SHEET, type Align } from "./lines";

const TABLE = 22;

export interface PaperColumn {
  label: string;
  /** Millimetres; those of a table add up to `PAPER_WIDTH`. */
  width: number;
  align: "left" | "center" | "right";
  /** Lines that are invented are marked in this column. */
  isMarked?: boolean;
}

export interface PaperRow {
  cells: string[];
  isDemo: boolean;
  /** Sums up the rows above it. */
  isTotal?: boolean;
}

export interface PaperTable {
  columns: PaperColumn[];
  /** Lines under a heading of their own; a band without one is the whole table. */
  bands: { title: string | null; rows: PaperRow[] }[];
}

/** The lines of a list: the head comes again on every page, and no line is cut by the end of one. */
export function listTable({ columns, bands }: PaperTable, demoMark: string): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: SHEET, type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => mm(width)),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column) => cellOf(column, [run(column.label, { bold: true, size: TABLE })], CENTER)),
      }),
      ...bands.flatMap(({ title, rows }) => [
        ...(title === null ? [] : [bandRow(title, columns.length)]),
        ...rows.map(
          ({ cells, isDemo, isTotal }) =>
            new TableRow({
              cantSplit: true,
              children: columns.map((column, at) =>
                cellOf(
                  column,
                  textOf(column, cells[at], isDemo ? demoMark : null, isTotal ?? false),
                  ALIGNMENTS[column.align],
                ),
              ),
            }),
        ),
      ]),
    ],
  });
}

function textOf({ isMarked }: PaperColumn, text: string, demoMark: string | null, isTotal: boolean): TextRun[] {
  const shown = run(text, { size: TABLE, bold: isTotal });
  if (!isMarked || demoMark === null) return [shown];
  return [shown, run(" ", { size: TABLE }), run(demoMark, { size: 18, italics: true, border: DASHED })];
}

const CELL_MARGINS = { top: 30, bottom: 30, left: 70, right: 70 };

const cellOf = ({ width }: PaperColumn, children: TextRun[], alignment: Align): TableCell =>
  new TableCell({
    width: { size: mm(width), type: WidthType.DXA },
    margins: CELL_MARGINS,
    verticalAlign: VerticalAlign.CENTER,
    children: [new Paragraph({ alignment, children })],
  });

const bandRow = (title: string, columns: number): TableRow =>
  new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: columns,
        margins: CELL_MARGINS,
        width: { size: SHEET, type: WidthType.DXA },
        children: [new Paragraph({ keepNext: true, children: [run(title, { bold: true, size: TABLE })] })],
      }),
    ],
  });
