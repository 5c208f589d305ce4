import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  convertMillimetersToTwip,
  type IParagraphOptions,
  type IRunOptions,
} from "docx";

/** What administrative documents are put together from. */
export const mm = convertMillimetersToTwip;
/** Between the margins, in millimetres. */
export const PAPER_WIDTH = 160;
export const SHEET = mm(PAPER_WIDTH);

export type Align = IParagraphOptions["alignment"];
export const { CENTER, JUSTIFIED, LEFT } = AlignmentType;
export const ALIGNMENTS = { left: LEFT, center: CENTER, right: AlignmentType.RIGHT };

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const NO_LINES = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE } as const;
export const DASHED = { style: BorderStyle.DASHED, size: 4, space: 0, color: "6B5A00" } as const;
const NO_MARGINS = { left: 0, right: 0 };

export const run = (text: string, options: IRunOptions = {}): TextRun => new TextRun({ text, ...options });
export const line = (children: TextRun[] | string, alignment: Align, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({
    alignment,
    children: typeof children === "string" ? [run(children)] : children,
    spacing: { before: 0, after: 60 },
    ...options,
  });

/** A table without lines, for what stands side by side. */
export function sideBySide(columns: readonly { children: Paragraph[]; width: number }[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: SHEET, type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => width),
    borders: { ...NO_LINES, insideHorizontal: NO_LINE, insideVertical: NO_LINE },
    rows: [
      new TableRow({
        cantSplit: true,
        children: columns.map(
          ({ children, width }) =>
            new TableCell({
              children,
              borders: NO_LINES,
              margins: NO_MARGINS,
              width: { size: width, type: WidthType.DXA },
            }),
        ),
      }),
    ],
  });
}
