import { noSuchSheet, refuseFile } from "./refuse-file";
import type { OpenSheet, SheetRow } from "./sheet";
import { readSharedTexts, type SharedTexts } from "./shared-texts";
import { SheetRows } from "./sheet-rows";
import { readWorkbook, type Workbook } from "./workbook";
import { XmlReader } from "./xml-reader";
import { ZipReader } from "./zip-reader";

/** A workbook: its sheets are listed, and of the one asked for, or of the first in sight, the rows are read as they come. */
export async function openXlsx(path: string, wanted: string | undefined): Promise<OpenSheet> {
  const { workbook, shared } = await opened(path);
  const { sheets } = workbook;
  const names = sheets.map((s) => s.name);
  const open = (sheet: Workbook["sheets"][number]): OpenSheet => ({
    format: "xlsx",
    sheetName: sheet.name,
    sheetNames: names,
    encoding: null,
    rows: () => rowsOf(path, sheet.part, workbook, shared),
    another: byName,
  });
  const byName = (name: string): OpenSheet => {
    const sheet = sheets.find((s) => s.name === name);
    if (!sheet) throw noSuchSheet(name, names);
    return open(sheet);
  };
  if (wanted !== undefined) return byName(wanted);
  const first = sheets.find((s) => !s.isHidden) ?? sheets.at(0);
  if (!first) throw refuseFile("fileEmpty");
  return open(first);
}

async function opened(path: string): Promise<{ workbook: Workbook; shared: SharedTexts | null }> {
  const zip = await ZipReader.open(path);
  try {
    const workbook = await readWorkbook(zip);
    const shared = workbook.sharedPart ? await readSharedTexts(zip, workbook.sharedPart) : null;
    return { workbook, shared };
  } finally {
    zip.close();
  }
}

async function* rowsOf(
  path: string,
  part: string,
  workbook: Workbook,
  shared: SharedTexts | null,
): AsyncGenerator<SheetRow> {
  const zip = await ZipReader.open(path);
  try {
    const rows = new SheetRows(workbook, shared);
    const reader = new XmlReader(rows);
    for await (const chunk of zip.bytes(part)) {
      reader.write(chunk);
      yield* rows.ready.splice(0);
    }
    reader.end();
    yield* rows.ready.splice(0);
  } finally {
    zip.close();
  }
}
