import { fromExcelString } from "./excel-string";
import { overLimit, refuseFile } from "./refuse-file";
import { SHEET_LIMITS } from "./sheet";
import { legacyOfFont, unicodeOf, type LegacyFont } from "./vietnamese-legacy";
import { XmlReader } from "./xml-reader";
import type { ZipReader } from "./zip-reader";

const SEGMENT = 4 * 1024 * 1024;
/** More distinct texts than a hundred thousand rows of forty text columns have. */
const MOST = 4_000_000;

/**
 * The texts that the cells of a workbook share, kept as UTF-8 one after the other: a million strings of their own would
 * take several times the memory.
 */
export class SharedTexts {
  private readonly segments: Buffer[] = [];
  private readonly starts: number[] = [];
  private readonly lengths: number[] = [];
  private free = 0;

  /** The text of a cell; an index that is not there belongs to a broken or a forged file. */
  get(index: number): string {
    const start = this.starts[index];
    if (start === undefined) throw refuseFile("fileUnreadable");
    const offset = start % SEGMENT;
    const segment = this.segments[(start - offset) / SEGMENT];
    return fromExcelString(segment.toString("utf8", offset, offset + this.lengths[index]));
  }

  add(text: string): void {
    if (this.starts.length >= MOST) throw overLimit("fileTooManyTexts", { max: MOST });
    const length = Buffer.byteLength(text);
    if (this.segments.length === 0 || this.free + length >= SEGMENT) {
      if (this.segments.length * SEGMENT >= SHEET_LIMITS.sharedText)
        throw overLimit("fileBomb", { max: `${SHEET_LIMITS.sharedText / 1024 / 1024} MB` });
      this.segments.push(Buffer.allocUnsafeSlow(SEGMENT));
      this.free = 0;
    }
    const last = this.segments.length - 1;
    this.segments[last].write(text, this.free, "utf8");
    this.starts.push(last * SEGMENT + this.free);
    this.lengths.push(length);
    this.free += length;
  }
}

/** Reads the shared texts of a workbook; formatting within a text and readings above it (phonetic) are left out. */
export async function readSharedTexts(zip: ZipReader, part: string): Promise<SharedTexts> {
  const texts = new SharedTexts();
  let whole = "";
  let font: LegacyFont | null = null;
  let isText = false;
  let isReading = false;
  const reader = new XmlReader({
    open: (name, attributes) => {
      if (name === "si") whole = "";
      else if (name === "r") font = null;
      else if (name === "rFont") font = legacyOfFont(attributes.val ?? "");
      else if (name === "rPh") isReading = true;
      else if (name === "t") isText = !isReading;
    },
    text: (text) => {
      if (!isText) return;
      whole += font ? unicodeOf(text, font) : text;
      // Escapes make a text longer here than it is; what is longer than they could make it is refused.
      if (whole.length > SHEET_LIMITS.cell * 7) throw overLimit("fileTextTooLong", { max: SHEET_LIMITS.cell });
    },
    close: (name) => {
      if (name === "t") isText = false;
      else if (name === "rPh") isReading = false;
      else if (name === "r") font = null;
      else if (name === "si") texts.add(whole);
    },
  });
  for await (const chunk of zip.bytes(part)) reader.write(chunk);
  reader.end();
  return texts;
}
