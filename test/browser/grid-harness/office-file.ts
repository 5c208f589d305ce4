import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { convertInLibreOffice } from "../../support/soffice";

/** Tabs between cells, quotes where a cell needs them, UTF-8, cells as they are shown: what spreadsheets call text. */
const TAB_SEPARATED = "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false";

/** A cell of a flat OpenDocument sheet: its text, and over how many rows it is merged. */
export interface OfficeCell {
  text: string;
  rows?: number;
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\t", "<text:tab/>");

function cellXml(cell: OfficeCell | null): string {
  // The rest of a merged cell.
  if (cell === null) return "<table:covered-table-cell/>";
  const lines = cell.text.split("\n").map((line) => `<text:p>${escaped(line)}</text:p>`);
  const merged = cell.rows ? ` table:number-columns-spanned="1" table:number-rows-spanned="${cell.rows}"` : "";
  return `<table:table-cell office:value-type="string"${merged}>${cell.text === "" ? "" : lines.join("")}</table:table-cell>`;
}

function flatSheet(rows: (OfficeCell | null)[][]): string {
  const names = ["office", "table", "text"].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const lines = rows.map((row) => `<table:table-row>${row.map(cellXml).join("")}</table:table-row>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${names.join(" ")} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet><table:table table:name="Sheet1">${lines.join("")}</table:table></office:spreadsheet></office:body>
</office:document>`;
}

/** What LibreOffice makes of a sheet when it hands it on: text and table, the two forms it puts on the clipboard. */
export async function asCopiedInLibreOffice(rows: (OfficeCell | null)[][]): Promise<{ text: string; html: string }> {
  return inFolder(async (folder) => {
    const flat = join(folder, "block.fods");
    writeFileSync(flat, flatSheet(rows));
    const sheet = await convertInLibreOffice(flat, "ods", folder);
    const html = readFileSync(await convertInLibreOffice(sheet, "html", folder), "utf8");
    return { html, text: readFileSync(await convertInLibreOffice(sheet, TAB_SEPARATED, folder), "utf8") };
  });
}

/** The sheet that LibreOffice makes of a table it is handed, as tab-separated text. */
export async function openedInLibreOffice(html: string): Promise<string> {
  return inFolder(async (folder) => {
    // A table under this name is opened as a sheet; under .html it would be a text document.
    const file = join(folder, "copied.xls");
    writeFileSync(file, html);
    const sheet = await convertInLibreOffice(file, "ods", folder);
    return readFileSync(await convertInLibreOffice(sheet, TAB_SEPARATED, folder), "utf8");
  });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "danh-muc-office-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
