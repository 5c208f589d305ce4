import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  convertMillimetersToTwip as mm,
  type IParagraphOptions,
  type IRunOptions,
} from "docx";

/**
 * The form of administrative documents in Word, which LibreOffice opens as well. Decree 30/2020/NĐ-CP and before it
 * Circular 01/2011/TT-BNV: A4, these margins, Times New Roman 13 to 14; the agency on the left of the head, the name and
 * motto of the nation on its right.
 */
const FONT = "Times New Roman";
const MARGINS = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20) };
/** Sizes of the library are half points. */
const BODY = 26;
const TABLE = 22;
const SMALL = 20;
/** Between the margins, in millimetres. */
export const PAPER_WIDTH = 160;
const SHEET = mm(PAPER_WIDTH);

type Align = IParagraphOptions["alignment"];
const { CENTER, JUSTIFIED, LEFT } = AlignmentType;
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const NO_LINES = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE } as const;
const DASHED = { style: BorderStyle.DASHED, size: 4, space: 0, color: "6B5A00" } as const;

const NO_MARGINS = { left: 0, right: 0 };

/** The words that every such document has. */
export interface FormWords {
  nation: string;
  motto: string;
  /** Said above the title of a translation. */
  translation: string | null;
  title: string;
  subtitle: string;
  none: string;
  demoMark: string;
  placeAndDay: string;
  signs: string;
  signHow: string;
  page: string;
}

export interface PaperColumn {
  label: string;
  /** Millimetres; those of a table add up to `PAPER_WIDTH`. */
  width: number;
  align: "left" | "center" | "right";
  /** Lines that are invented are marked in this column. */
  isMarked?: boolean;
}

export interface PaperTable {
  columns: PaperColumn[];
  /** Lines under a heading of their own; a band without one is the whole table. */
  bands: { title: string | null; rows: { cells: string[]; isDemo: boolean }[] }[];
}

export interface PaperSection {
  heading: string;
  /** 1 is a part of the document, 2 a list inside a part. */
  level: 1 | 2;
  /** Absent under the heading of a part that holds lists. */
  table?: PaperTable;
  /** Said below the heading or the table. */
  lines?: string[];
}

/** A document from top to bottom. */
export interface Paper {
  words: FormWords;
  /** The agency above the one that issues it. */
  above: string | null;
  agency: string;
  /** The day or the span that it is of, below the title. */
  asOf: string;
  grounds: string[];
  sections: PaperSection[];
  foot: string[];
}

const run = (text: string, options: IRunOptions = {}): TextRun => new TextRun({ text, ...options });
const line = (children: TextRun[] | string, alignment: Align, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({
    alignment,
    children: typeof children === "string" ? [run(children)] : children,
    spacing: { before: 0, after: 60 },
    ...options,
  });

export function paperDocx(paper: Paper): Promise<Buffer> {
  const { words } = paper;
  const document = new Document({
    creator: paper.agency,
    title: `${words.title} - ${paper.agency} - ${paper.asOf}`,
    styles: { default: { document: { run: { font: FONT, size: BODY } }, ...HEADINGS } },
    sections: [
      {
        properties: { page: { size: { width: mm(210), height: mm(297) }, margin: MARGINS } },
        footers: { default: pageNumbers(words.page) },
        children: [
          head(paper),
          line("", CENTER),
          ...(words.translation ? [line([run(words.translation, { italics: true })], CENTER)] : []),
          line([run(words.title, { bold: true, size: 28 })], CENTER, { spacing: { before: 120, after: 60 } }),
          line([run(words.subtitle, { bold: true })], CENTER),
          line([run(paper.asOf, { italics: true })], CENTER, { spacing: { after: 160 } }),
          ...paper.grounds.map((ground) => line([run(ground, { italics: true })], JUSTIFIED, INDENTED)),
          ...paper.sections.flatMap((section) => partOf(section, words)),
          ...paper.foot.map((said) => line([run(said, { italics: true, size: SMALL })], JUSTIFIED, { keepNext: true })),
          signature(words),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const INDENTED: IParagraphOptions = { indent: { firstLine: mm(10) } };
const HEADINGS = {
  heading1: { run: { font: FONT, size: BODY, bold: true, color: "000000" } },
  heading2: { run: { font: FONT, size: BODY, bold: true, italics: true, color: "000000" } },
};

const pageNumbers = (page: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: CENTER,
        children: [
          new TextRun({ size: SMALL, children: [`${page} `, PageNumber.CURRENT, "/", PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });

/** A table without lines of two columns, for what stands side by side. */
function sideBySide(left: Paragraph[], right: Paragraph[], widths: [number, number]): Table {
  const cell = (children: Paragraph[], width: number) =>
    new TableCell({ children, borders: NO_LINES, margins: NO_MARGINS, width: { size: width, type: WidthType.DXA } });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: SHEET, type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...NO_LINES, insideHorizontal: NO_LINE, insideVertical: NO_LINE },
    rows: [new TableRow({ cantSplit: true, children: [cell(left, widths[0]), cell(right, widths[1])] })],
  });
}

/** The agency on the left, the name and motto of the nation on the right, each over its short line. */
function head({ above, agency, words }: Paper): Table {
  const ruled = (children: TextRun[], indent: number) =>
    line(children, CENTER, {
      border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 2, color: "000000" } },
      indent: { left: indent, right: indent },
    });
  return sideBySide(
    [
      ...(above ? [line([run(above, { size: 24 })], CENTER)] : []),
      ruled([run(agency, { bold: true, size: 24 })], mm(8)),
    ],
    [line([run(words.nation, { bold: true, size: 24 })], CENTER), ruled([run(words.motto, { bold: true })], mm(13))],
    [mm(62), SHEET - mm(62)],
  );
}

function signature(words: FormWords): Table {
  const space = line("", CENTER, { spacing: { before: 900 } });
  return sideBySide(
    [line("", LEFT)],
    [
      line([run(words.placeAndDay, { italics: true })], CENTER, {
        spacing: { before: 200, after: 60 },
        keepNext: true,
      }),
      line([run(words.signs, { bold: true })], CENTER, { keepNext: true }),
      line([run(words.signHow, { italics: true })], CENTER, { keepNext: true }),
      space,
    ],
    [mm(70), SHEET - mm(70)],
  );
}

function partOf({ heading, level, table, lines = [] }: PaperSection, words: FormWords): (Paragraph | Table)[] {
  const title = new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    children: [run(heading)],
    spacing: { before: level === 1 ? 240 : 120, after: 100 },
    keepNext: true,
  });
  const said = lines.map((text) => line(text, JUSTIFIED));
  if (!table) return [title, ...said];
  if (table.bands.length === 0) return [title, line([run(words.none, { italics: true })], LEFT), ...said];
  return [title, listTable(table, words.demoMark), ...said];
}

const ALIGNMENTS = { left: LEFT, center: CENTER, right: AlignmentType.RIGHT };

/** The lines of a list: the head comes again on every page, and no line is cut by the end of one. */
function listTable({ columns, bands }: PaperTable, demoMark: string): Table {
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
          ({ cells, isDemo }) =>
            new TableRow({
              cantSplit: true,
              children: columns.map((column, at) =>
                cellOf(column, textOf(column, cells[at], isDemo ? demoMark : null), ALIGNMENTS[column.align]),
              ),
            }),
        ),
      ]),
    ],
  });
}

function textOf({ isMarked }: PaperColumn, text: string, demoMark: string | null): TextRun[] {
  const shown = run(text, { size: TABLE });
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
