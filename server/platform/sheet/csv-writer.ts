import type { Writable } from "node:stream";
import { neutralised } from "./formula";
import { Outlet } from "./outlet";
import { isDay, type SheetColumn, type SheetValue, type SheetWriter } from "./sheet";

/** Marks the file as UTF-8: Excel takes it for the machine's own code page without. */
const MARK = "\ufeff";
/** Other delimiters are quoted too, so that no reader takes one of them for the file's own. */
const NEEDS_QUOTES = /[",;|\t\r\n]|^\s|\s$/;

/** Writes CSV as RFC 4180 has it, in UTF-8 with its mark; no cell begins as a formula does. */
export function csvWriter(out: Writable, columns: SheetColumn[]): SheetWriter {
  const outlet = new Outlet(out);
  const begun = outlet.write(MARK + lineOf(columns.map((column) => column.header)));
  return {
    row: async (values) => {
      await begun;
      await outlet.write(lineOf(columns.map((_, i) => values[i] ?? null)));
    },
    end: async () => {
      await begun;
      await outlet.end();
    },
  };
}

const lineOf = (values: SheetValue[]): string => `${values.map(cellOf).join(",")}\r\n`;

function cellOf(value: SheetValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  // ISO days: every spreadsheet and every language reads them the same way.
  if (isDay(value)) return value.time ? `${value.day} ${value.time}` : value.day;
  const text = neutralised(value);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
