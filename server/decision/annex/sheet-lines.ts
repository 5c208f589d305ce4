import { CsvError, parse } from "csv-parse/sync";
import { Refusal } from "../../platform/errors/refusal";
import { isDay, type OpenSheet, type SheetValue } from "../../platform/sheet/sheet";
import type { AnnexLine } from "./annex";
import { oneLine, paperText } from "./cell-text";
import { ANNEX_LIMITS } from "./html-lines";

/** The lines of an annex that lies in a sheet of a workbook. */
export async function sheetLines(sheet: OpenSheet): Promise<AnnexLine[]> {
  const lines: AnnexLine[] = [];
  for await (const { line, values } of sheet.rows()) {
    lines.push(lineOf(line, values.map(textOf)));
    // A sheet ten times as long is not read to its end first.
    if (lines.length > ANNEX_LIMITS.lines) break;
  }
  return bounded(lines);
}

/** The lines of an annex pasted as plain text: tabs between columns, quotes round a cell of several lines. */
export function textLines(text: string): AnnexLine[] {
  return bounded(recordsOf(text).map((record, at) => lineOf(at + 1, record)));
}

function recordsOf(text: string): string[][] {
  const how = { delimiter: "\t", relax_quotes: true, relax_column_count: true, bom: true, skip_empty_lines: false };
  try {
    return parse(text, how) as string[][];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A quote that nothing closes is a sign of the text: no spreadsheet wrote it.
    return parse(text, { ...how, quote: null }) as string[][];
  }
}

function lineOf(line: number, values: string[]): AnnexLine {
  const cells = values.map(paperText);
  return { line, table: 1, cells, own: cells.filter((cell) => cell !== "").map(oneLine) };
}

function bounded(lines: AnnexLine[]): AnnexLine[] {
  if (lines.length > ANNEX_LIMITS.lines)
    throw new Refusal("LIMIT", "annex", { max: ANNEX_LIMITS.lines }, "annexTooLong");
  if (lines.some(({ cells }) => cells.length > ANNEX_LIMITS.columns))
    throw new Refusal("LIMIT", "annex", { max: ANNEX_LIMITS.columns }, "annexTooWide");
  if (lines.some(({ cells }) => cells.some((cell) => cell.length > ANNEX_LIMITS.cell)))
    throw new Refusal("LIMIT", "annex", { max: ANNEX_LIMITS.cell }, "annexCellTooLong");
  return lines;
}

function textOf(value: SheetValue): string {
  if (value === null) return "";
  if (isDay(value)) {
    const [year, month, day] = value.day.split("-").map(Number);
    return `${day}/${month}/${year}`;
  }
  return typeof value === "boolean" ? (value ? "x" : "") : String(value);
}
