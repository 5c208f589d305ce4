import { PassThrough, type Readable } from "node:stream";
import type { Locale } from "../kinds/kind";
import { csvWriter } from "../sheet/csv-writer";
import { restored } from "../sheet/formula";
import type { SheetColumn, SheetRow, SheetValue, SheetWriter } from "../sheet/sheet";
import { xlsxWriter } from "../sheet/xlsx-writer";
import type { Fixes } from "./fixes";
import { HEADING_OF_ERRORS } from "./headings";
import type { Imported } from "./imports";
import type { ImportFile } from "./open-file";
import type { RowResult } from "./row-result";

/** The file that was handed in, every line where it was, with a last column that says what is wrong with each row. */
export function fileWithErrors(imported: Imported, fixes: Fixes, as: "csv" | "xlsx", locale: Locale): Readable {
  const out = new PassThrough();
  const results = imported.spool.rows();
  void write(out, imported.file, results, fixes, as, locale)
    .catch((error: Error) => out.destroy(error))
    // Where the reader went away in the middle there are results that nobody came for.
    .finally(() => results.return(undefined));
  return out;
}

async function write(
  out: PassThrough,
  { sheet, headings }: ImportFile,
  results: AsyncGenerator<RowResult>,
  fixes: Fixes,
  as: "csv" | "xlsx",
  locale: Locale,
): Promise<void> {
  // A file that comes back a second time has the column already.
  const own = headings.columns.find((c) => c.ignored === "ERRORS");
  const at = own ? own.number - 1 : headings.columns.length;
  const width = Math.max(headings.columns.length, at + 1);
  let next = await results.next();
  let writer: SheetWriter | null = null;
  let line = 0;
  const put = async (values: SheetValue[]): Promise<void> => {
    line++;
    if (writer) return writer.row(values);
    writer =
      as === "csv"
        ? csvWriter(out, columnsOf(values, width))
        : xlsxWriter(out, columnsOf(values, width), { sheetName: sheet.sheetName ?? "Sheet1" });
  };
  for await (const row of sheet.rows()) {
    while (line < row.line - 1) await put([]);
    const values = valuesOf(row, fixes, width);
    if (row.line === headings.line) values[at] = HEADING_OF_ERRORS[locale];
    else if (row.line > headings.line) values[at] = null;
    if (!next.done && next.value.line === row.line) {
      values[at] = errorsOf(next.value, locale);
      next = await results.next();
    }
    await put(values);
  }
  await writer!.end();
}

/** What the lines above and the headings themselves are, is what they were: the writer's first row is the file's. */
const columnsOf = (first: SheetValue[], width: number): SheetColumn[] =>
  Array.from({ length: width }, (_, i) => {
    const value = first[i] ?? null;
    return { header: value === null || typeof value === "object" ? "" : String(value), kind: "text", width: 140 };
  });

function valuesOf(row: SheetRow, fixes: Fixes, width: number): SheetValue[] {
  const values = fixes.applied(row).slice(0, width);
  return Array.from({ length: width }, (_, i) => {
    const value = values[i] ?? null;
    // The writer puts the mark before what would run on its own.
    return typeof value === "string" ? restored(value) : value;
  });
}

const errorsOf = ({ problems }: RowResult, locale: Locale): string | null =>
  problems.length === 0
    ? null
    : problems
        .map(({ messageVi, messageEn, suggestions }) => {
          const said = locale === "vi" ? messageVi : messageEn;
          const hint = locale === "vi" ? "Gợi ý" : "Perhaps";
          return suggestions ? `${said} ${hint}: ${suggestions.join("; ")}.` : said;
        })
        .join(" ");
