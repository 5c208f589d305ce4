import {
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TextRun,
  type IParagraphOptions,
} from "docx";
import { CENTER, JUSTIFIED, LEFT, line, mm, run, SHEET, sideBySide } from "./lines";
import { listTable, type PaperTable } from "./list-table";
import { signatures, type Signer } from "./signatures";

/**
 * The form of administrative documents in Word, which LibreOffice opens as well. Decree 30/2020/NĐ-CP and before it
 * Circular 01/2011/TT-BNV: A4, these margins, Times New Roman 13 to 14; the agency on the left of the head, the name and
 * motto of the nation on its right.
 */
const FONT = "Times New Roman";
const MARGINS = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20) };
/** Sizes of the library are half points. */
const BODY = 26;
const SMALL = 20;

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
  /** The document's number, below the agency. */
  number?: string;
  /** Said in a box above the title: that it is a draft, say. */
  marks?: readonly string[];
  /** To whom it is addressed, below the title. */
  to?: string;
  /** Who signs, side by side; the head of the agency alone where absent. */
  signers?: readonly Signer[];
  /** The day or the span that it is of, below the title. */
  asOf: string;
  grounds: string[];
  sections: PaperSection[];
  foot: string[];
}

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
          ...(paper.marks ?? []).map(mark),
          ...(words.translation ? [line([run(words.translation, { italics: true })], CENTER)] : []),
          line([run(words.title, { bold: true, size: 28 })], CENTER, { spacing: { before: 120, after: 60 } }),
          ...(words.subtitle ? [line([run(words.subtitle, { bold: true })], CENTER)] : []),
          line([run(paper.asOf, { italics: true })], CENTER, { spacing: { after: 160 } }),
          ...(paper.to ? [line(paper.to, CENTER, { spacing: { after: 160 } })] : []),
          ...paper.grounds.map((ground) => line([run(ground, { italics: true })], JUSTIFIED, INDENTED)),
          ...paper.sections.flatMap((section, at) => partOf(section, words, at === paper.sections.length - 1)),
          ...paper.foot.map((said) => line([run(said, { italics: true, size: SMALL })], JUSTIFIED, { keepNext: true })),
          ...signatures(paper.signers ?? [{ title: words.signs, how: words.signHow, name: null }], words.placeAndDay),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const mark = (said: string): Paragraph =>
  line([run(said, { bold: true })], CENTER, {
    border: { top: BOX, bottom: BOX, left: BOX, right: BOX },
    indent: { left: mm(20), right: mm(20) },
    spacing: { before: 60, after: 120 },
  });
const BOX = { style: BorderStyle.SINGLE, size: 8, space: 4, color: "000000" } as const;

/** The most lines that are moved to the next page with the signature below them. */
const KEPT_LINES = 4;
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

/** The agency on the left, the name and motto of the nation on the right, each over its short line. */
function head({ above, agency, number, words }: Paper): Table {
  const rule = (indent: number): Paragraph =>
    line("", CENTER, {
      spacing: { before: 0, after: 80, line: 60, lineRule: LineRuleType.EXACT },
      border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 0, color: "000000" } },
      indent: { left: indent, right: indent },
    });
  const said = (text: string, size: number, bold: boolean): Paragraph =>
    line([run(text, { bold, size })], CENTER, { spacing: { before: 0, after: 0 } });
  const left = [
    ...(above ? [said(above, 24, false)] : []),
    said(agency, 24, true),
    rule(mm(20)),
    ...(number ? [said(number, 24, false)] : []),
  ];
  const right = [said(words.nation, 24, true), said(words.motto, BODY, true), rule(mm(20))];
  return sideBySide([
    { children: left, width: mm(62) },
    { children: right, width: SHEET - mm(62) },
  ]);
}

function partOf(
  { heading, level, table, lines = [] }: PaperSection,
  words: FormWords,
  isLast: boolean,
): (Paragraph | Table)[] {
  const title = new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    children: [run(heading)],
    spacing: { before: level === 1 ? 240 : 120, after: 100 },
    keepNext: true,
  });
  // A signature does not stand on a page alone: what comes last goes with it.
  const kept = isLast && lines.length <= KEPT_LINES;
  const said = lines.map((text, at) =>
    line(text, JUSTIFIED, { keepNext: kept, spacing: { before: table && at === 0 ? 100 : 0, after: 60 } }),
  );
  if (!table) return [title, ...said];
  if (table.bands.length === 0) return [title, line([run(words.none, { italics: true })], LEFT), ...said];
  return [title, listTable(table, words.demoMark), ...said];
}
