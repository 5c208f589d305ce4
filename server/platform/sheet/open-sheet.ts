import { openCsv } from "./csv-reader";
import { fileKind } from "./file-kind";
import { refuseFile } from "./refuse-file";
import type { OpenSheet } from "./sheet";

/**
 * Opens a table that somebody handed in. `fileName` is what the file was called there; only its ending is looked at.
 * Throws a Refusal that names what is wrong with the file and what to do.
 */
export async function openSheet(path: string, fileName: string, _options: { sheet?: string } = {}): Promise<OpenSheet> {
  if ((await fileKind(path, fileName)) === "csv") return openCsv(path);
  throw refuseFile("fileUnreadable");
}
