import { dayOfSerial } from "./excel-day";
import { fromExcelString } from "./excel-string";
import { overLimit, refuseFile } from "./refuse-file";
import { SHEET_LIMITS, type SheetDay, type SheetRow, type SheetValue } from "./sheet";
import type { SharedTexts } from "./shared-texts";
import { unicodeOf } from "./vietnamese-legacy";
import type { Workbook } from "./workbook";
import type { Attributes, XmlHandlers } from "./xml-reader";

const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?)?$/;

/** Makes rows out of a sheet's XML as its tags come by; `ready` holds those that are complete. */
export class SheetRows implements XmlHandlers {
  readonly ready: SheetRow[] = [];
  private count = 0;
  private line = 0;
  private column = 0;
  private values: SheetValue[] = [];
  private cell: Attributes = {};
  private content: string | null = null;
  private isFormula = false;
  private isContent = false;
  private isReading = false;

  constructor(
    private readonly workbook: Workbook,
    private readonly shared: SharedTexts | null,
  ) {}

  readonly open = (name: string, attributes: Attributes): void => {
    if (name === "c") this.begin(attributes);
    else if (name === "v" || name === "t") {
      this.isContent = !this.isReading;
      if (this.isContent) this.content ??= "";
    } else if (name === "row") {
      this.line = this.next(attributes.r);
      this.column = 0;
      this.values = [];
    } else if (name === "f") this.isFormula = true;
    else if (name === "rPh") this.isReading = true;
  };

  readonly text = (text: string): void => {
    if (!this.isContent) return;
    this.content += text;
    if (this.content!.length > SHEET_LIMITS.cell * 7) throw this.tooLong();
  };

  readonly close = (name: string): void => {
    if (name === "v" || name === "t") this.isContent = false;
    else if (name === "c") this.keep(this.value());
    else if (name === "rPh") this.isReading = false;
    else if (name === "row") this.finish();
  };

  /** The number of a row. Rows stand in order and within what a spreadsheet has: whoever fills gaps counts on it. */
  private next(said: string | undefined): number {
    const line = said === undefined ? this.line + 1 : Number(said);
    if (!Number.isInteger(line) || line <= this.line || line > SHEET_LIMITS.lastLine)
      throw refuseFile("fileUnreadable");
    return line;
  }

  private begin(attributes: Attributes): void {
    this.cell = attributes;
    this.content = null;
    this.isFormula = false;
    this.column = columnOf(attributes.r) ?? this.column + 1;
  }

  private keep(value: SheetValue): void {
    if (value === null || value === "") return;
    // Only a cell with something in it counts: an empty one out there is a trace of formatting.
    if (this.column > SHEET_LIMITS.columns)
      throw overLimit("fileTooManyColumns", { line: this.line, max: SHEET_LIMITS.columns });
    while (this.values.length < this.column - 1) this.values.push(null);
    this.values[this.column - 1] = value;
  }

  private finish(): void {
    if (this.values.length === 0) return;
    if (++this.count > SHEET_LIMITS.rows + SHEET_LIMITS.rowsAround)
      throw overLimit("fileTooManyRows", { max: SHEET_LIMITS.rows });
    this.ready.push({ line: this.line, values: this.values });
    this.values = [];
  }

  private value(): SheetValue {
    const { content } = this;
    const type = this.cell.t ?? "n";
    if (content === null) {
      // A formula that nobody computed is not an empty cell: taking it for one would clear a value.
      if (this.isFormula && type !== "str") throw refuseFile("fileFormulaEmpty", { cell: this.cell.r ?? "" });
      return null;
    }
    switch (type) {
      case "s":
        return content === "" ? null : this.words(this.shared?.get(Number(content)) ?? this.noShared());
      case "inlineStr":
      case "str":
        return this.words(fromExcelString(content));
      case "b":
        return content.trim() === "1" || content.trim() === "true";
      case "d":
        return isoDay(content.trim());
      case "e":
        return content;
      default:
        return this.number(content.trim());
    }
  }

  private words(text: string): string {
    if (text.length > SHEET_LIMITS.cell) throw this.tooLong();
    const font = this.style()?.font;
    return font ? unicodeOf(text, font) : text;
  }

  private number(digits: string): SheetValue {
    if (digits === "") return null;
    const value = Number(digits);
    // More digits than a double has stay the text they are.
    if (!Number.isFinite(value) || (/^-?\d+$/.test(digits) && !Number.isSafeInteger(value))) return digits;
    const meaning = this.style()?.meaning;
    if (meaning?.is === "day") return dayOfSerial(value, this.workbook.is1904, meaning.isTimeOnly);
    if (meaning?.is === "padded" && Number.isInteger(value) && value >= 0)
      return String(value).padStart(meaning.length, "0");
    return value;
  }

  private style() {
    return this.workbook.styles[Number(this.cell.s ?? 0)];
  }

  private noShared(): never {
    throw refuseFile("fileUnreadable");
  }

  private tooLong() {
    return overLimit("fileCellTooLong", { line: this.line, column: this.column, max: SHEET_LIMITS.cell });
  }
}

/** The number of a column from a cell's name: "AB12" is 28. */
function columnOf(name: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(name ?? "")?.[0];
  if (!letters) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function isoDay(text: string): SheetDay | string {
  const match = ISO.exec(text);
  if (!match) return text;
  const [, day, time] = match;
  return time && time !== "00:00:00" ? { day, time } : { day };
}
