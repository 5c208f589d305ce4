import { openCsv } from "./csv-reader";
import { fileKind } from "./file-kind";
import type { OpenSheet } from "./sheet";
import { openXlsx } from "./xlsx-reader";

/**
 * Opens a table that somebody handed in: CSV or XLSX. `fileName` is what the file was called there; only its ending is
 * looked at. Throws a Refusal that names what is wrong with the file and what to do.
 */
export async function openSheet(path: string, fileName: string, options: { sheet?: string } = {}): Promise<OpenSheet> {
  return (await fileKind(path, fileName)) === "csv" ? openCsv(path) : openXlsx(path, options.sheet);
}
