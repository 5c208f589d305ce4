import { open } from "node:fs/promises";
import { refuseFile } from "../../platform/sheet/refuse-file";
import { ZipReader } from "../../platform/sheet/zip-reader";

/** A kind of file that may be attached: how it is called as a name's ending, and to HTTP. */
export interface PaperKind {
  ending: string;
  /** Other endings that names of such files have. */
  others?: readonly string[];
  mediaType: string;
}

const OFFICE = "application/vnd.openxmlformats-officedocument";
const PDF: PaperKind = { ending: "pdf", mediaType: "application/pdf" };
const PNG: PaperKind = { ending: "png", mediaType: "image/png" };
const JPEG: PaperKind = { ending: "jpg", others: ["jpeg", "jpe"], mediaType: "image/jpeg" };
const DOCX: PaperKind = { ending: "docx", mediaType: `${OFFICE}.wordprocessingml.document` };
const XLSX: PaperKind = { ending: "xlsx", mediaType: `${OFFICE}.spreadsheetml.sheet` };

const KINDS: readonly PaperKind[] = [PDF, PNG, JPEG, DOCX, XLSX];

/** How each kind begins. */
const BEGINNINGS: readonly (readonly [beginning: Buffer, kind: PaperKind])[] = [
  [Buffer.from("%PDF-", "latin1"), PDF],
  [Buffer.from("89504e470d0a1a0a", "hex"), PNG],
  [Buffer.from("ffd8ff", "hex"), JPEG],
];
const ZIP = Buffer.from("PK\x03\x04", "latin1");

/** What kind of paper a file is, by its bytes and by nothing else; any other is refused. */
export async function paperKind(path: string): Promise<PaperKind> {
  const file = await open(path, "r");
  const start = Buffer.alloc(8);
  await file.read(start, 0, start.length, 0).finally(() => file.close());
  const isAt = (beginning: Buffer): boolean => start.subarray(0, beginning.length).equals(beginning);
  if (isAt(ZIP)) return officeKind(path);
  const known = BEGINNINGS.find(([beginning]) => isAt(beginning));
  if (!known) throw refuseFile("attachmentKind");
  return known[1];
}

/** A document or a workbook of Office, told by the part that it is made of; one with macros is refused. */
async function officeKind(path: string): Promise<PaperKind> {
  const zip = await ZipReader.open(path);
  try {
    const kind = zip.has("word/document.xml") ? DOCX : zip.has("xl/workbook.xml") ? XLSX : null;
    if (kind === null || !zip.has("[Content_Types].xml")) throw refuseFile("attachmentKind");
    if (zip.names.some((name) => /(^|\/)vbaproject\.bin$/i.test(name))) throw refuseFile("attachmentMacros");
    return kind;
  } finally {
    zip.close();
  }
}

/** A file's name under which it is given out again: whatever it was called, it ends as what it is. */
export function nameGivenOut(name: string, mediaType: string): string {
  const kind = KINDS.find((known) => known.mediaType === mediaType);
  if (!kind) return name;
  const ending = /\.([^.]*)$/.exec(name)?.[1].toLowerCase() ?? "";
  return [kind.ending, ...(kind.others ?? [])].includes(ending) ? name : `${name}.${kind.ending}`;
}
