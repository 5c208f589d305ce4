import type { Writable } from "node:stream";
import { serialOfDay } from "./excel-day";
import { toExcelString } from "./excel-string";
import { neutralised } from "./formula";
import { Outlet } from "./outlet";
import { overLimit } from "./refuse-file";
import { isDay, SHEET_LIMITS, type SheetColumn, type SheetDay, type SheetValue, type SheetWriter } from "./sheet";
import {
  columnLetters,
  contentTypes,
  PACKAGE_RELATIONS,
  sheetEnd,
  sheetNameOf,
  sheetStart,
  STYLE,
  STYLES,
  workbookRelations,
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

/** A sheet of a workbook: its name and columns. */
export interface SheetPlan {
  name: string;
  columns: SheetColumn[];
}

/** Writes a workbook of one sheet while it is being sent: typed cells, headings that stand still, a filter over all. */
export function xlsxWriter(out: Writable, columns: SheetColumn[], options: { sheetName: string }): SheetWriter {
  const writing = new Workbook(out, [{ name: options.sheetName, columns }]);
  return { row: (values) => writing.row(values), end: () => writing.end() };
}

/** Writes a workbook of several sheets, one after the other. Their names differ. */
export class Workbook {
  private readonly zip: ZipWriter;
  private readonly sheets: SheetWriting[];
  private at = -1;

  constructor(out: Writable, plans: readonly SheetPlan[]) {
    this.zip = new ZipWriter(new Outlet(out));
    this.sheets = plans.map(({ name, columns }) => new SheetWriting(columns, sheetNameOf(name)));
  }

  /** Adds a row to the sheet at hand, which is the first one at the beginning. */
  async row(values: SheetValue[]): Promise<void> {
    if (this.at < 0) await this.next();
    await this.sheets[this.at].row(values);
  }

  /** Ends the sheet at hand and begins the one after it. */
  async next(): Promise<void> {
    if (this.at < 0) {
      await this.zip.file("[Content_Types].xml", contentTypes(this.sheets.length));
      await this.zip.file("_rels/.rels", PACKAGE_RELATIONS);
      await this.zip.file("xl/_rels/workbook.xml.rels", workbookRelations(this.sheets.length));
      await this.zip.file("xl/styles.xml", STYLES);
    } else await this.sheets[this.at].end();
    this.at++;
    this.sheets[this.at].begin(await this.zip.entry(`xl/worksheets/sheet${this.at + 1}.xml`));
  }

  async end(): Promise<void> {
    while (this.at < this.sheets.length - 1) await this.next();
    await this.sheets[this.at].end();
    await this.zip.file("xl/workbook.xml", workbookXml(this.sheets));
    await this.zip.end();
  }
}

class SheetWriting {
  private readonly letters: string[];
  private gathered = "";
  private line = 0;
  private entry!: ZipEntry;

  constructor(
    private readonly columns: SheetColumn[],
    readonly name: string,
  ) {
    this.letters = columns.map((_, i) => columnLetters(i + 1));
  }

  /** The cells from the first heading to the last one written. */
  get range(): string {
    return `A1:${this.letters[this.letters.length - 1] ?? "A"}${this.line}`;
  }

  begin(entry: ZipEntry): void {
    this.entry = entry;
    this.gathered = sheetStart(this.columns.map(widthOf));
    this.add(this.columns.map(({ header }) => this.text(header, STYLE.head, STYLE.keptHead)));
  }

  async row(values: SheetValue[]): Promise<void> {
    this.add(values.slice(0, this.columns.length).map((value, i) => this.cell(value, i)));
    if (this.gathered.length >= GATHERED) await this.flush(this.entry);
  }

  async end(): Promise<void> {
    this.gathered += sheetEnd(this.range);
    await this.flush(this.entry);
    await this.entry.end();
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
