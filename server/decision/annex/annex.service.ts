import { setImmediate } from "node:timers/promises";
import type { Database } from "../../platform/db/database";
import { Refusal } from "../../platform/errors/refusal";
import { refuseFile } from "../../platform/sheet/refuse-file";
import { openSheet } from "../../platform/sheet/open-sheet";
import type { ReceivedFile } from "../../platform/http/received-file";
import type { AnnexLine, AnnexReading, AnnexList } from "./annex";
import { annexRows } from "./annex-rows";
import { knownWorld } from "./annex.sql";
import { docxLines } from "./docx-lines";
import { htmlLines } from "./html-lines";
import { Matching, type MatchedRow } from "./match";
import { sheetLines, textLines } from "./sheet-lines";

/** On which day and for which catalog an annex is read. */
export interface AnnexAbout {
  day: string;
  catalog: string | null;
  /** The list of rows above which no band names one. */
  list: AnnexList | null;
}

export interface AnnexAnswer extends Omit<AnnexReading, "rows"> {
  rows: MatchedRow[];
  /** The sheet that was read and those there are, where the annex is a workbook. */
  sheet: string | null;
  sheets: string[];
}

interface AnnexSource {
  lines: AnnexLine[];
  sheet: string | null;
  sheets: string[];
}

/** Rows matched between two turns of the event loop. */
const TURN = 50;

/** An annex that came as a file: a Word document, a workbook, or a table as text. */
export async function linesOfFile({ path, name }: ReceivedFile, sheet?: string): Promise<AnnexSource> {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1].toLowerCase() ?? "";
  if (ending === "docx") return { lines: await docxLines(path), sheet: null, sheets: [] };
  if (ending === "doc" || ending === "rtf" || ending === "odt") throw refuseFile("fileOldWord");
  if (ending === "pdf") throw refuseFile("annexIsPdf");
  const opened = await openSheet(path, name, { sheet });
  return { lines: await sheetLines(opened), sheet: opened.sheetName, sheets: opened.sheetNames };
}

/** An annex off the clipboard: its HTML where there is a table in it, else its text. */
export function linesOfClipboard({ html, text }: { html?: string | null; text?: string | null }): AnnexSource {
  const fromHtml = html ? htmlLines(html) : [];
  const lines = fromHtml.some(({ table }) => table !== null) || !text?.trim() ? fromHtml : textLines(text);
  return { lines, sheet: null, sheets: [] };
}

/** Reads an annex and finds what its rows mean. Nothing is written. */
export async function readAnnex(source: AnnexSource, about: AnnexAbout, database: Database): Promise<AnnexAnswer> {
  const { lines, sheet, sheets } = source;
  if (!lines.some(({ own }) => own.length > 0)) throw new Refusal("BAD_INPUT", "annex", {}, "annexEmpty");
  const world = await knownWorld(database, about.day, about.catalog);
  const known = { sectors: world.sectors.map((s) => s.name), agencies: world.agencies.map((a) => a.name) };
  const reading = annexRows(lines, known);
  const matching = new Matching(world);
  const rows: MatchedRow[] = [];
  for (const [at, row] of reading.rows.entries()) {
    rows.push(matching.row({ ...row, list: row.list ?? about.list }));
    if (at % TURN === TURN - 1) await setImmediate();
  }
  return { ...reading, rows, sheet, sheets };
}
