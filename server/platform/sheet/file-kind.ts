import { open } from "node:fs/promises";
import { overLimit, refuseFile } from "./refuse-file";
import { SHEET_LIMITS } from "./sheet";

const ZIP = Buffer.from("PK\x03\x04", "latin1");
const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");
/** The name of the stream that a document locked by a password lies in, as the container's directory has it. */
const LOCKED = Buffer.from("EncryptedPackage", "utf16le");
const MARKUP = /^\s*<(!doctype html|html|head|meta|table|style|\?xml)\b/i;
const TEXT = new Set(["csv", "tsv", "txt"]);

/**
 * What kind of table a file is. Its name's ending and its first bytes have to agree; the name is used for nothing else.
 * What we do not read is refused by what it is, with the way to a file that we do read.
 */
export async function fileKind(path: string, fileName: string): Promise<"csv" | "xlsx"> {
  const { start, size, isLocked } = await look(path);
  if (size === 0) throw refuseFile("fileEmpty");
  if (size > SHEET_LIMITS.bytes) throw overLimit("fileTooLarge", { max: `${SHEET_LIMITS.bytes / 1024 / 1024} MB` });
  if (start.subarray(0, 8).equals(OLE)) throw refuseFile(isLocked ? "fileLocked" : "fileOldExcel");
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1].toLowerCase() ?? "";
  const isZip = start.subarray(0, 4).equals(ZIP);
  if (MARKUP.test(start.toString("latin1").replace(/^\xef\xbb\xbf/, ""))) throw refuseFile("fileIsWebPage");
  if (ending === "xlsx") {
    if (!isZip) throw refuseFile("fileNotXlsx");
    return "xlsx";
  }
  if (!TEXT.has(ending)) throw refuseFile("fileEnding", { ending: ending ? `.${ending}` : "—" });
  if (isZip || start.subarray(0, 5).toString("latin1") === "%PDF-") throw refuseFile("fileNotCsv");
  return "csv";
}

async function look(path: string): Promise<{ start: Buffer; size: number; isLocked: boolean }> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const start = Buffer.alloc(Math.min(size, 1024));
    await file.read(start, 0, start.length, 0);
    if (!start.subarray(0, 8).equals(OLE) || size > SHEET_LIMITS.bytes) return { start, size, isLocked: false };
    const whole = Buffer.alloc(size);
    await file.read(whole, 0, size, 0);
    return { start, size, isLocked: whole.includes(LOCKED) };
  } finally {
    await file.close();
  }
}
