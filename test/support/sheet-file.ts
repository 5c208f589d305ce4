import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { openSheet } from "../../server/platform/sheet/open-sheet";
import type { SheetValue } from "../../server/platform/sheet/sheet";
import { xlsxWriter } from "../../server/platform/sheet/xlsx-writer";

/** A workbook of one sheet with these lines, the first among them. */
export async function xlsxOf(lines: SheetValue[][], sheetName: string): Promise<Buffer> {
  const width = Math.max(...lines.map((line) => line.length));
  const [first = [], ...rest] = lines;
  const columns = Array.from({ length: width }, (_, i) => ({ header: String(first[i] ?? ""), kind: "text" as const }));
  const out = new PassThrough();
  const whole = buffer(out);
  const writer = xlsxWriter(out, columns, { sheetName });
  for (const line of rest) await writer.row(line);
  await writer.end();
  return whole;
}

/** The lines of a CSV file or a workbook, as the server reads them. */
export async function linesOf(content: Buffer, name: string): Promise<SheetValue[][]> {
  const folder = mkdtempSync(join(tmpdir(), "danh-muc-file-"));
  try {
    const path = join(folder, "file");
    writeFileSync(path, content);
    const lines: SheetValue[][] = [];
    for await (const row of (await openSheet(path, name)).rows()) lines.push(row.values);
    return lines;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
