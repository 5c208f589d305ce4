import { crc32, deflateRawSync } from "node:zlib";

/** An entry of a ZIP made by hand: what its headers say may differ from what it holds. */
export interface RawEntry {
  name: string;
  content: string | Buffer;
  saidSize?: number;
  isEncrypted?: boolean;
  /** The entry whose bytes this one points to instead of having its own. */
  sharesBytesOf?: string;
  /** Bytes already deflated, with the size that they inflate to. */
  deflated?: { bytes: Buffer; size: number };
}

/** A ZIP as its parts are said, whether or not that makes sense. */
export function zipOf(entries: RawEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets = new Map<string, number>();
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content as string);
    const data = entry.deflated?.bytes ?? deflateRawSync(content);
    const size = entry.saidSize ?? entry.deflated?.size ?? content.length;
    const name = Buffer.from(entry.name);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(0x0800 | (entry.isEncrypted ? 1 : 0), 2);
    header.writeUInt16LE(8, 4);
    header.writeUInt16LE(0x21, 8);
    header.writeUInt32LE(crc32(content), 10);
    header.writeUInt32LE(data.length, 14);
    header.writeUInt32LE(size, 18);
    header.writeUInt16LE(name.length, 22);
    const shared = entry.sharesBytesOf === undefined ? undefined : offsets.get(entry.sharesBytesOf);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    header.copy(central, 6);
    central.writeUInt32LE(shared ?? offset, 42);
    directory.push(central, name);
    if (shared !== undefined) continue;
    offsets.set(entry.name, offset);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), header, name, data]);
    parts.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

export interface Parts {
  /** The rows of the sheet, or of each sheet by name. */
  rows?: string;
  sheets?: { name: string; rows: string; state?: string }[];
  shared?: string;
  styles?: string;
  workbookPr?: string;
  mainType?: string;
  more?: RawEntry[];
}

/** A workbook of the parts that a test is about, as other programs write them. */
export function workbookOf(parts: Parts): Buffer {
  const sheets = parts.sheets ?? [{ name: "Trang tính 1", rows: parts.rows ?? "" }];
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (content: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  return zipOf([
    {
      name: "[Content_Types].xml",
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${parts.mainType ?? MAIN_TYPE}"/></Types>`,
    },
    { name: "_rels/.rels", content: relations(relation("rId1", "officeDocument", "xl/workbook.xml")) },
    {
      name: "xl/workbook.xml",
      content: `<workbook ${NS} xmlns:r="${OFFICE}">${parts.workbookPr ?? ""}<sheets>${sheets
        .map(
          (s, i) => `<sheet name="${s.name}" sheetId="${i + 1}" r:id="s${i}"${s.state ? ` state="${s.state}"` : ""}/>`,
        )
        .join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: relations(
        sheets.map((_, i) => relation(`s${i}`, "worksheet", `/xl/worksheets/sheet${i + 1}.xml`)).join("") +
          relation("t", "sharedStrings", "sharedStrings.xml") +
          relation("y", "styles", "styles.xml"),
      ),
    },
    ...sheets.map(({ rows }, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      content: `<worksheet ${NS}><sheetData>${rows}</sheetData></worksheet>`,
    })),
    ...(parts.shared === undefined
      ? []
      : [{ name: "xl/sharedStrings.xml", content: `<sst ${NS}>${parts.shared}</sst>` }]),
    ...(parts.styles === undefined
      ? []
      : [{ name: "xl/styles.xml", content: `<styleSheet ${NS}>${parts.styles}</styleSheet>` }]),
    ...(parts.more ?? []),
  ]);
}
