import type { Writable } from "node:stream";
import { serialOfDay } from "./excel-day";
import { toExcelString } from "./excel-string";
import { neutralised } from "./formula";
import { Outlet } from "./outlet";
import { overLimit } from "./refuse-file";
import { isDay, SHEET_LIMITS, type SheetColumn, type SheetDay, type SheetValue, type SheetWriter } from "./sheet";
import {
  columnLetters,
  CONTENT_TYPES,
  PACKAGE_RELATIONS,
  sheetEnd,
  sheetNameOf,
  sheetStart,
  STYLE,
  STYLES,
  WORKBOOK_RELATIONS,
  workbookXml,
} from "./xlsx-parts";
import { ZipWriter, type ZipEntry } from "./zip-writer";

/** Rows gathered before they are deflated together. */
const GATHERED = 64 * 1024;
/** Pixels of a digit of the usual font, in which column widths are counted. */
const DIGIT = 7;
/** Rows of a sheet, its headings among them. */
const MOST_ROWS = 1_048_576;
/** Digits of a number that spreadsheets keep; one with more is written as text. */
const KEPT_DIGITS = 15;

/** Writes a workbook of one sheet while it is being sent: typed cells, headings that stand still, a filter over all. */
export function xlsxWriter(out: Writable, columns: SheetColumn[], options: { sheetName: string }): SheetWriter {
  const writing = new SheetWriting(new ZipWriter(new Outlet(out)), columns, sheetNameOf(options.sheetName));
  return { row: (values) => writing.row(values), end: () => writing.end() };
}

class SheetWriting {
  private readonly letters: string[];
  private gathered = "";
  private line = 0;
  private sheet: ZipEntry | null = null;

  constructor(
    private readonly zip: ZipWriter,
    private readonly columns: SheetColumn[],
    private readonly sheetName: string,
  ) {
    this.letters = columns.map((_, i) => columnLetters(i + 1));
  }

  async row(values: SheetValue[]): Promise<void> {
    const sheet = this.sheet ?? (await this.begin());
    this.add(values.slice(0, this.columns.length).map((value, i) => this.cell(value, i)));
    if (this.gathered.length >= GATHERED) await this.flush(sheet);
  }

  async end(): Promise<void> {
    const sheet = this.sheet ?? (await this.begin());
    const range = `A1:${this.letters[this.letters.length - 1] ?? "A"}${this.line}`;
    this.gathered += sheetEnd(range);
    await this.flush(sheet);
    await sheet.end();
    await this.zip.file("xl/workbook.xml", workbookXml(this.sheetName, range));
    await this.zip.end();
  }

  private async begin(): Promise<ZipEntry> {
    await this.zip.file("[Content_Types].xml", CONTENT_TYPES);
    await this.zip.file("_rels/.rels", PACKAGE_RELATIONS);
    await this.zip.file("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS);
    await this.zip.file("xl/styles.xml", STYLES);
    this.sheet = await this.zip.entry("xl/worksheets/sheet1.xml");
    this.gathered = sheetStart(this.columns.map(widthOf));
    this.add(this.columns.map(({ header }) => this.text(header, STYLE.head, STYLE.keptHead)));
    return this.sheet;
  }

  private async flush(sheet: ZipEntry): Promise<void> {
    const text = this.gathered;
    this.gathered = "";
    await sheet.write(text);
  }

  private add(cells: string[]): void {
    if (++this.line > MOST_ROWS) throw overLimit("fileTooManyRows", { max: MOST_ROWS - 1 });
    const named = cells.map((cell, i) => cell && `<c r="${this.letters[i]}${this.line}" ${cell}</c>`);
    this.gathered += `<row r="${this.line}">${named.join("")}</row>`;
  }

  /** A cell from its style on; empty where there is nothing to say. */
  private cell(value: SheetValue, i: number): string {
    if (value === null || value === "") return "";
    if (typeof value === "boolean") return `t="b"><v>${value ? 1 : 0}</v>`;
    if (typeof value === "number") return this.number(String(value));
    if (isDay(value)) return this.day(value);
    if (this.columns[i].kind === "number" && /^-?(0|[1-9]\d*)$/.test(value)) return this.number(value);
    return this.text(value, STYLE.text, STYLE.keptText);
  }

  private number(digits: string): string {
    if (!Number.isFinite(Number(digits))) return this.text(digits, STYLE.text, STYLE.keptText);
    if (!/^-?\d+$/.test(digits)) return `s="${STYLE.plain}"><v>${digits}</v>`;
    if (digits.replace("-", "").length > KEPT_DIGITS) return this.text(digits, STYLE.text, STYLE.keptText);
    return `s="${STYLE.whole}"><v>${digits}</v>`;
  }

  private day(value: SheetDay): string {
    const serial = serialOfDay(value);
    if (serial !== null) return `s="${value.time ? STYLE.moment : STYLE.day}"><v>${serial}</v>`;
    const [year, month, day] = value.day.split("-");
    return this.text(`${day}/${month}/${year}${value.time ? ` ${value.time}` : ""}`, STYLE.text, STYLE.keptText);
  }

  private text(value: string, style: number, keptStyle: number): string {
    const text = neutralised(value);
    if (text.length > SHEET_LIMITS.cell) throw overLimit("fileTextTooLong", { max: SHEET_LIMITS.cell });
    const chosen = text === value ? style : keptStyle;
    return `s="${chosen}" t="inlineStr"><is><t xml:space="preserve">${toExcelString(text)}</t></is>`;
  }
}

const widthOf = ({ width, header }: SheetColumn): number =>
  Math.min(100, Math.max(8, width ? width / DIGIT : header.length + 4));
