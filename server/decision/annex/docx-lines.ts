import { convertToHtml, images } from "mammoth";
import { open, stat } from "node:fs/promises";
import { guardZip, ZipReader } from "../../platform/sheet/zip-reader";
import { overLimit, refuseFile } from "../../platform/sheet/refuse-file";
import { SHEET_LIMITS } from "../../platform/sheet/sheet";
import type { AnnexLine } from "./annex";
import { htmlLines } from "./html-lines";

/** A document's text is held in memory whole, many times over while it is read. */
const INFLATED = 96 * 1024 * 1024;
const TEXT = 24 * 1024 * 1024;
const DOCUMENT = "word/document.xml";

/** The lines of an annex in a DOCX file. What could harm its reader is refused before it is read. */
export async function docxLines(path: string): Promise<AnnexLine[]> {
  await mustBeDocx(path);
  await guardZip(path, INFLATED);
  await mustBePlainXml(path);
  const { value } = await convertToHtml(
    { path },
    // Pictures are no part of an annex's rows.
    { convertImage: images.imgElement(() => Promise.resolve({ src: "" })), ignoreEmptyParagraphs: false },
  ).catch(() => {
    throw refuseFile("fileUnreadable");
  });
  return htmlLines(value);
}

async function mustBeDocx(path: string): Promise<void> {
  const { size } = await stat(path);
  if (size === 0) throw refuseFile("fileEmpty");
  if (size > SHEET_LIMITS.bytes) throw overLimit("fileTooLarge", { max: `${SHEET_LIMITS.bytes / 1024 / 1024} MB` });
  const file = await open(path, "r");
  try {
    const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0);
    if (buffer.toString("hex") === "d0cf11e0a1b11ae1") throw refuseFile("fileOldWord");
    if (buffer.toString("latin1", 0, 4) !== "PK\x03\x04") throw refuseFile("fileNotDocx");
  } finally {
    await file.close();
  }
}

/** Word writes no document type declarations: who has one means to make the reader unfold or fetch something. */
async function mustBePlainXml(path: string): Promise<void> {
  const zip = await ZipReader.open(path, INFLATED);
  try {
    if (!zip.has(DOCUMENT)) throw refuseFile("fileNotDocx");
    for (const name of zip.names.filter((n) => n.endsWith(".xml") || n.endsWith(".rels"))) {
      let length = 0;
      let end = "";
      for await (const chunk of zip.bytes(name)) {
        length += chunk.length;
        // A declaration in another encoding than UTF-8 would not be seen; Word knows no other.
        const text = end + chunk.toString("latin1").replaceAll("\0", "");
        if (/<!(doctype|entity)/i.test(text)) throw refuseFile("fileUnreadable");
        end = text.slice(-10);
        if (name === DOCUMENT && length > TEXT) throw overLimit("fileTooLarge", { max: `${TEXT / 1024 / 1024} MB` });
      }
    }
  } finally {
    zip.close();
  }
}
