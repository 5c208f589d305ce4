import { Refusal } from "../errors/refusal";
import type { Resource } from "../registry/registry";
import { openSheet } from "../sheet/open-sheet";
import { overLimit, refuseFile } from "../sheet/refuse-file";
import { SHEET_LIMITS, type OpenSheet, type SheetRow } from "../sheet/sheet";
import { findHeadings, isColumnNumbers } from "./heading-lines";
import { HEADING_ROWS, KnownHeadings, withChosen, type Headings } from "./headings";
import type { ImportRequest, Upload } from "./import-request";
import { Fixes } from "./fixes";
import type { FileRow } from "./plan";

/** A file whose headings were found. */
export interface ImportFile {
  sheet: OpenSheet;
  headings: Headings;
  /** Rows below the headings. */
  count: number;
  /** The rows below the headings, numbered from 0, as they are read and with what a person put in place of a cell. */
  rows(): AsyncGenerator<FileRow>;
}

/** Headings named in the sentence for whoever hands in a file that has none. */
const NAMED = 6;

/** Opens a file and finds its headings: in the sheet that was asked for, or in whichever has most that are known. */
export async function openFile(request: ImportRequest, upload: Upload, fixes: Fixes): Promise<ImportFile> {
  const { resource, sheet: asked, columns } = request;
  const known = new KnownHeadings(resource);
  const first = await openSheet(upload.path, upload.name, asked === null ? {} : { sheet: asked });
  const others = asked === null ? first.sheetNames.filter((name) => name !== first.sheetName) : [];
  let best: { sheet: OpenSheet; headings: Headings } | null = null;
  for (const sheet of [first, ...others.map((name) => first.another(name))]) {
    const top = await topOf(sheet);
    const found = findHeadings(top, known) ?? (columns.size > 0 && top.length > 0 ? byHand(top[0]) : null);
    if (found && found.matched > (best?.headings.matched ?? -1)) best = { sheet, headings: found };
  }
  if (!best) throw refuseFile("fileWithoutHeadings", { headings: named(resource) });
  const headings = withChosen(best.headings, columns);
  if (headings.matched === 0) throw refuseFile("fileWithoutHeadings", { headings: named(resource) });
  const rows = (): AsyncGenerator<FileRow> => rowsBelow(best.sheet, headings, fixes);
  let count = 0;
  for await (const _ of rows()) count++;
  if (count === 0) throw refuseFile("fileWithoutRows");
  if (count > SHEET_LIMITS.rows) throw overLimit("fileTooManyRows", { max: SHEET_LIMITS.rows });
  return { sheet: best.sheet, headings, count, rows };
}

/** A first row none of whose headings is known: a person says what its columns are. */
const byHand = ({ line, values }: SheetRow): Headings => ({
  line,
  matched: 0,
  locale: "vi",
  columns: values.map((value, i) => ({
    number: i + 1,
    header: value === null || typeof value === "object" ? "" : String(value).trim(),
    field: null,
    ignored: "UNKNOWN",
  })),
});

async function topOf(sheet: OpenSheet): Promise<SheetRow[]> {
  const top: SheetRow[] = [];
  for await (const row of sheet.rows()) {
    if (row.line > HEADING_ROWS) break;
    top.push(row);
  }
  return top;
}

async function* rowsBelow(sheet: OpenSheet, headings: Headings, fixes: Fixes): AsyncGenerator<FileRow> {
  const read = headings.columns.filter((c) => c.field !== null).map((c) => c.number - 1);
  let index = 0;
  for await (const row of sheet.rows()) {
    if (row.line <= headings.line) continue;
    if (index === 0 && isColumnNumbers(row)) continue;
    const values = fixes.applied(row);
    // A line that says nothing in any column that is read is no row: a footnote, a signature, a blank with a border.
    if (read.every((at) => values[at] == null || values[at] === "")) continue;
    yield { index: index++, line: row.line, values };
  }
}

function named(resource: Resource): { vi: string; en: string } {
  const fields = resource.fields.filter((f) => f.write !== "never" && f.kind.name !== "secret").slice(0, NAMED);
  return { vi: fields.map((f) => f.label.vi).join(", "), en: fields.map((f) => f.label.en).join(", ") };
}

/** Refuses a resource that nobody imports. */
export function mayBeImported(resource: Resource): void {
  if (resource.readOnly || resource.isState || !resource.root)
    throw new Refusal("NOT_FOUND", resource.plural, { field: resource.pluralLabel, id: "" }, "notImported");
}
