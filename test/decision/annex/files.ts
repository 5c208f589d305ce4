import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { xlsxWriter } from "../../../server/platform/sheet/xlsx-writer";
import type { Cell } from "./clipboard";

/** A Word document with paragraphs and one table, merged cells merged. */
export function docxFile(before: string[], rows: Cell[][], after: string[] = []): Promise<Buffer> {
  const cell = (one: Cell): TableCell => {
    const {
      text,
      columns,
      rows: down,
    } = typeof one === "string" ? { text: one, columns: undefined, rows: undefined } : one;
    return new TableCell({
      columnSpan: columns,
      rowSpan: down,
      children: text.split("\n").map((line) => new Paragraph(line)),
    });
  };
  const table = new Table({ rows: rows.map((row) => new TableRow({ children: row.map(cell) })) });
  const paragraphs = (texts: string[]): Paragraph[] => texts.map((text) => new Paragraph(text));
  const document = new Document({ sections: [{ children: [...paragraphs(before), table, ...paragraphs(after)] }] });
  return Packer.toBuffer(document);
}

/** A workbook of one sheet. */
export async function xlsxFile(rows: string[][]): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "danh-muc-test-"));
  try {
    const path = join(folder, "annex.xlsx");
    const out = createWriteStream(path);
    const [head, ...body] = rows;
    const writer = xlsxWriter(
      out,
      head.map((header) => ({ header, kind: "text" as const })),
      { sheetName: "Phụ lục" },
    );
    for (const row of body) await writer.row(row.map((text) => text || null));
    await writer.end();
    if (!out.writableFinished) await once(out, "finish");
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A request body with one file in it, as a browser's form sends it. */
export function formWith(name: string, content: Buffer): { headers: Record<string, string>; payload: Buffer } {
  const boundary = "----danhmuc";
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return {
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
