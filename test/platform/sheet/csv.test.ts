import fc from "fast-check";
import naughty from "big-list-of-naughty-strings";
import { csvWriter } from "../../../server/platform/sheet/csv-writer";
import { neutralised, restored } from "../../../server/platform/sheet/formula";
import type { SheetValue } from "../../../server/platform/sheet/sheet";
import { readAll, refusalOf, SheetFiles, textColumns, trimmed } from "./sheet-files";

const files = new SheetFiles();
afterAll(() => files.remove());

const cells = async (content: string | Buffer, name?: string) =>
  (await files.read(content, name)).all.map((row) => row.values);

describe("reading CSV", () => {
  test.each([
    ["commas", "a,b,c\n1,2,3\n"],
    ["semicolons", "a;b;c\n1;2;3\n"],
    ["tabs", "a\tb\tc\n1\t2\t3\n"],
    ["carriage returns alone", "a,b,c\r1,2,3\r"],
    ["no line end after the last record", "a,b,c\r\n1,2,3"],
    ["semicolons among amounts with commas", 'a;b;c\n1;2;3\n"1,5";"2,5";"3,5"\n'.replace('"1,5";"2,5";"3,5"\n', "")],
    ["Excel's own line", "sep=|\na|b|c\n1|2|3\n"],
  ])("%s are found by themselves", async (_, content) => {
    expect(await cells(content)).toEqual([
      ["a", "b", "c"],
      ["1", "2", "3"],
    ]);
  });

  test("amounts with commas do not make commas the delimiter", async () => {
    const rows = await cells("Tên;Phí;Ghi chú\nCấp hộ chiếu;1,5;a, b\nKhai sinh;2,5;c, d, e\n");
    expect(rows[1]).toEqual(["Cấp hộ chiếu", "1,5", "a, b"]);
  });

  test("titles above the headings do not make another delimiter, and lines are counted from the top", async () => {
    const { all } = await files.read(
      "ỦY BAN NHÂN DÂN TỈNH; YÊN BÁI\n\nDANH MỤC\n\nSTT,Tên,Mã\n1,Khai sinh,1.001\n2,Khai tử,1.002\n",
    );
    expect(all.map((row) => row.line)).toEqual([1, 3, 5, 6, 7]);
    expect(all[3].values).toEqual(["1", "Khai sinh", "1.001"]);
  });

  test("quoted fields hold delimiters, quotes and line ends as they are", async () => {
    expect(await cells('a,b\n"1, một","nói ""có"""\n"dòng\r\nhai","\n"\n')).toEqual([
      ["a", "b"],
      ["1, một", 'nói "có"'],
      ["dòng\r\nhai", "\n"],
    ]);
  });

  test("a quotation mark within a field is a character of it", async () => {
    expect(await cells('a,b\n5" ống,x\n')).toEqual([
      ["a", "b"],
      ['5" ống', "x"],
    ]);
  });

  test("codes keep their zeros and empty fields are null", async () => {
    expect(await cells("Mã,Tên,\n001,,\n")).toEqual([["Mã", "Tên"], ["001"]]);
  });

  test("a file can be read again from the start", async () => {
    const path = files.write("a,b\n1,2\n");
    const first = await readAll(path, "a.csv");
    const again: unknown[] = [];
    for await (const row of first.rows()) again.push(row);
    expect(again).toEqual(first.all);
  });

  test("stopping early leaves nothing open", async () => {
    const opened = await files.read("a,b\n" + "1,2\n".repeat(50_000));
    for await (const row of opened.rows()) {
      expect(row.values).toEqual(["a", "b"]);
      break;
    }
  });

  test.each([
    ["an empty file", "", "a.csv", "fileEmpty"],
    ["a file called something else", "a,b", "a.docx", "fileEnding"],
    ["a file without an ending", "a,b", "a", "fileEnding"],
    ["text called .xlsx", "a,b", "a.xlsx", "fileNotXlsx"],
    ["a workbook called .csv", "PK\x03\x04abc", "a.csv", "fileNotCsv"],
    ["a web page called .xls", "<html><table>", "a.xls", "fileIsWebPage"],
    ["a web page called .xlsx", "\ufeff\n<!DOCTYPE html>", "a.xlsx", "fileIsWebPage"],
    ["an open quotation mark", 'a,b\n1,2\n"3,4\n5,6\n', "a.csv", "fileQuoteOpen"],
  ])("%s is refused", async (_, content, name, reason) => {
    expect(await refusalOf(files.read(content, name))).toEqual({ code: "BAD_INPUT", reason });
  });

  test.each([
    ["too many columns", `${"x,".repeat(200)}x\n`, "fileTooManyColumns"],
    ["too long a cell", `a,b\n${"x".repeat(32_768)},y\n`, "fileCellTooLong"],
    ["too many rows", "a,b\n" + "1,2\n".repeat(100_100), "fileTooManyRows"],
    ["too large a file", Buffer.alloc(32 * 1024 * 1024 + 1, "a,b\n"), "fileTooLarge"],
  ])("%s is over a limit", async (_, content, reason) => {
    expect(await refusalOf(files.read(content))).toEqual({ code: "LIMIT", reason });
  });
});

/** A half of a pair cannot be written as UTF-8. */
const isWhole = (text: string): boolean => !/\p{Surrogate}/u.test(text);

describe("writing CSV", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }).filter(isWhole),
    fc.constantFrom(...naughty.filter(isWhole)),
    fc.constantFrom("=1+1", "'=1", "''@x", "-", "+84", "\t", "\r\n", '"', ",", " a ", "1.000", "\ufeff", "'"),
  );
  /** A text alone in a file may be refused for what it looks like; a heading stands above it in every real one. */
  const rows = fc.array(fc.array(fc.oneof(text, fc.constant(null)), { minLength: 3, maxLength: 3 }), { maxLength: 30 });

  test("what is written reads back the same, whatever the texts", async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (made) => {
        const path = await files.written((out) => csvWriter(out, textColumns(3)), made);
        const { all, encoding } = await readAll(path, "a.csv");
        expect(encoding).toBe("UTF-8");
        const expected = made
          .map((row, i) => ({ line: i + 2, values: trimmed(row) }))
          .filter((r) => r.values.length > 0);
        expect(all[0]).toEqual({ line: 1, values: ["Cột 1", "Cột 2", "Cột 3"] });
        const back = all.slice(1).map((row) => ({
          line: row.line,
          values: row.values.map((value) => (typeof value === "string" ? restored(value) : value)),
        }));
        expect(back).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  test("no cell and no heading begins as a formula does", async () => {
    const path = await files.written(
      (out) => csvWriter(out, [{ header: "=HYPERLINK(1)", kind: "text" }]),
      [["=1+1"], ["+84 29"], ["-x"], ["@SUM(A1)"], ["\tx"], ["\rx"], ["'=1"], ["a=1"]],
    );
    const { all } = await readAll(path, "a.csv");
    expect(all.map((row) => row.values[0])).toEqual([
      "'=HYPERLINK(1)",
      "'=1+1",
      "'+84 29",
      "'-x",
      "'@SUM(A1)",
      "'\tx",
      "'\rx",
      "''=1",
      "a=1",
    ]);
  });

  test("every kind of value has one form", async () => {
    const values: SheetValue[] = [-12.5, true, false, { day: "2019-07-20" }, { day: "2019-07-20", time: "08:30:00" }];
    const path = await files.written((out) => csvWriter(out, textColumns(5)), [values]);
    const { all } = await readAll(path, "a.csv");
    expect(all[1].values).toEqual(["-12.5", "TRUE", "FALSE", "2019-07-20", "2019-07-20 08:30:00"]);
  });

  test("neutralising can be taken back, whatever the text", () => {
    fc.assert(
      fc.property(text, (made) => restored(neutralised(made)) === made),
      { numRuns: 2000 },
    );
  });
});
