import { parse, type CsvError, type Parser } from "csv-parse";
import { createReadStream } from "node:fs";
import { Readable, pipeline } from "node:stream";
import { Refusal } from "../errors/refusal";
import { delimiterOf } from "./csv-delimiter";
import { encodingOf, type Encoding } from "./encoding";
import { noSuchSheet, overLimit, refuseFile } from "./refuse-file";
import { SHEET_LIMITS, type OpenSheet, type SheetRow, type SheetValue } from "./sheet";
import { capitalsOfTcvn3, tcvn3 } from "./vietnamese-legacy";

/** The start of the text that the delimiter is found in. */
const SAMPLE = 64 * 1024;
/** Excel's own way of saying the delimiter, in a first line of its own. */
const SAID = /^sep=(.)\r?\n/i;

/** A CSV file: its encoding and its delimiter are found out, its rows are read as they come. */
export async function openCsv(path: string): Promise<OpenSheet> {
  const encoding = await encodingOf(path);
  let sample = "";
  let isWhole = true;
  for await (const text of textOf(path, encoding)) {
    sample += text;
    isWhole = sample.length < SAMPLE;
    if (!isWhole) break;
  }
  const said = SAID.exec(sample);
  const delimiter = said ? said[1] : delimiterOf(sample, isWhole);
  const first = said ? 2 : 1;
  return {
    format: "csv",
    sheetName: null,
    sheetNames: [],
    encoding: encoding.name,
    rows: () => rowsOf(path, encoding, delimiter, first),
    another: (name) => {
      throw noSuchSheet(name, []);
    },
  };
}

async function* textOf(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decode = encoding.decoder();
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) yield decode(chunk, false);
  yield decode(Buffer.alloc(0), true);
}

async function* rowsOf(path: string, encoding: Encoding, delimiter: string, first: number): AsyncGenerator<SheetRow> {
  const parser: Parser = parse({
    delimiter,
    // All three at once: files are pasted together from others.
    record_delimiter: ["\r\n", "\n", "\r"],
    from_line: first,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: SHEET_LIMITS.columns * SHEET_LIMITS.cell,
  });
  const source = Readable.from(textOf(path, encoding));
  // The error reaches the loop below through the parser; the callback is only there to hear of it.
  pipeline(source, parser, () => undefined);
  let line = first - 1;
  let rows = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      line++;
      const values = valuesOf(record, line, encoding);
      if (values.length === 0) continue;
      if (++rows > SHEET_LIMITS.rows + SHEET_LIMITS.rowsAround)
        throw overLimit("fileTooManyRows", { max: SHEET_LIMITS.rows });
      yield { line, values };
    }
  } catch (error) {
    throw unreadable(error, line + 1);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/** The cells of a record up to its last one with a value. */
function valuesOf(record: string[], line: number, { name, legacy }: Encoding): SheetValue[] {
  let length = record.length;
  while (length > 0 && record[length - 1] === "") length--;
  if (length > SHEET_LIMITS.columns) throw overLimit("fileTooManyColumns", { line, max: SHEET_LIMITS.columns });
  const values: SheetValue[] = [];
  for (let i = 0; i < length; i++) {
    const text = record[i];
    if (text.length > SHEET_LIMITS.cell)
      throw overLimit("fileCellTooLong", { line, column: i + 1, max: SHEET_LIMITS.cell });
    if (text === "") values.push(null);
    else if (legacy === tcvn3) values.push(capitalsOfTcvn3(text));
    else values.push(name === "Windows-1258" ? text.normalize("NFC") : text);
  }
  return values;
}

function unreadable(error: unknown, line: number): unknown {
  if (error instanceof Refusal) return error;
  const code = (error as CsvError).code;
  if (code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE") return refuseFile("fileQuoteOpen", { line });
  return code?.startsWith("CSV_") ? refuseFile("fileUnreadable") : error;
}
