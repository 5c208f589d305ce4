import { PassThrough, type Writable } from "node:stream";
import type { Locale } from "../kinds/kind";
import type { Resource } from "../registry/registry";
import { csvWriter } from "../sheet/csv-writer";
import { OutletClosed } from "../sheet/outlet";
import type { SheetWriter } from "../sheet/sheet";
import { xlsxWriter } from "../sheet/xlsx-writer";
import { fold } from "../text/fold";
import type { ExportedRows } from "./export-rows";
import type { FileFormat } from "./export-request";

/** Rows between two words about how far the work is. */
const TOLD = 500;

/**
 * The file of a view as a stream, made at the pace of its reader and no further once the reader is gone. `tell` hears
 * how many rows are through; what it throws ends the file.
 */
export function fileOf(
  exported: ExportedRows,
  format: FileFormat,
  sheetName: string,
  tell?: (done: number) => void,
): PassThrough {
  const out = new PassThrough();
  void write(exported, writerOf(format, out, exported, sheetName), tell).catch((error: unknown) => {
    // The file has begun: all that can be said is that it is not whole.
    if (!(error instanceof OutletClosed)) out.destroy(error as Error);
  });
  return out;
}

async function write(exported: ExportedRows, writer: SheetWriter, tell?: (done: number) => void): Promise<void> {
  let done = 0;
  for await (const row of exported.rows()) {
    if (done++ % TOLD === 0) tell?.(done - 1);
    await writer.row(row);
  }
  tell?.(done);
  await writer.end();
}

const writerOf = (format: FileFormat, out: Writable, { columns }: ExportedRows, sheetName: string): SheetWriter =>
  format === "csv" ? csvWriter(out, columns) : xlsxWriter(out, columns, { sheetName });

/** "thu-tuc-hanh-chinh-2019-07-20.csv": what it is and as of when, in letters that every file system takes. */
export function fileName(resource: Resource, lang: Locale, day: string, format: FileFormat): string {
  const words = fold(resource.pluralLabel[lang]).match(/[a-z0-9]+/g) ?? [resource.plural];
  return `${words.join("-")}-${day}.${format}`;
}
