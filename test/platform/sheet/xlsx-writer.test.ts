import naughty from "big-list-of-naughty-strings";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { PassThrough, Writable } from "node:stream";
import { restored } from "../../../server/platform/sheet/formula";
import type { SheetColumn, SheetDay, SheetValue } from "../../../server/platform/sheet/sheet";
import { sheetNameOf } from "../../../server/platform/sheet/xlsx-parts";
import { xlsxWriter } from "../../../server/platform/sheet/xlsx-writer";
import { ZipReader } from "../../../server/platform/sheet/zip-reader";
import { convertInLibreOffice, inLibreOffice } from "../../support/soffice";
import { readAll, refusalOf, SheetFiles, textColumns, trimmed } from "./sheet-files";

const files = new SheetFiles();
afterAll(() => files.remove());

const NAME = { sheetName: "Thủ tục" };
const write = (columns: SheetColumn[], rows: SheetValue[][]) =>
  files.written((out) => xlsxWriter(out, columns, NAME), rows);

const COLUMNS: SheetColumn[] = [
  { header: "Tên", kind: "text", width: 210 },
  { header: "Phí", kind: "number" },
  { header: "Ngày", kind: "day" },
  { header: "Lúc", kind: "moment" },
  { header: "Có hiệu lực", kind: "bool" },
];

const two = (n: number): string => String(n).padStart(2, "0");
const day: fc.Arbitrary<string> = fc
  .date({ min: new Date("1900-03-01"), max: new Date("9999-12-30"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const time = fc.tuple(fc.nat(23), fc.nat(59), fc.integer({ min: 1, max: 59 })).map((parts) => parts.map(two).join(":"));
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(...(naughty as string[])),
  fc.constantFrom(
    "=1+1",
    "'=1",
    "001",
    "_x000D_",
    "_x005F_",
    "__x0041_",
    "\r\n",
    "\ud800",
    "\ufffe",
    "\0",
    "a\vb",
    "<&>\"'",
    " a ",
    "]]>",
  ),
);
const row: fc.Arbitrary<SheetValue[]> = fc.tuple(
  fc.oneof(text, fc.constant(null)),
  fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null)),
  fc.oneof(
    day.map((d): SheetDay => ({ day: d })),
    fc.constant(null),
  ),
  fc.oneof(
    fc.tuple(day, time).map(([d, t]): SheetDay => ({ day: d, time: t })),
    fc.constant(null),
  ),
  fc.oneof(fc.boolean(), fc.constant(null)),
);

/** Whole numbers of more digits than spreadsheets keep are written as texts. */
const asKept = (value: SheetValue): SheetValue => {
  if (typeof value !== "number") return value;
  return Number.isInteger(value) && /^-?\d{16,}$/.test(String(value)) ? String(value) : value + 0;
};

test("what is written reads back the same, value by value and type by type", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (rows) => {
      const { all, sheetName } = await readAll(await write(COLUMNS, rows), "a.xlsx");
      expect(sheetName).toBe("Thủ tục");
      const expected = rows
        .map((values, i) => ({ line: i + 2, values: trimmed(values).map(asKept) }))
        .filter((r) => r.values.length > 0);
      const back = all.slice(1).map(({ line, values }) => ({
        line,
        values: values.map((value) => (typeof value === "string" ? restored(value) : value)),
      }));
      expect(back).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

test("no digit is lost: amounts that a spreadsheet would round are texts", async () => {
  const amounts = ["0", "-75000", "999999999999999", "1000000000000000", "9007199254740993", "-9223372036854775807"];
  const { all } = await readAll(
    await write(
      [{ header: "Phí", kind: "number" }],
      amounts.map((a) => [a]),
    ),
    "a.xlsx",
  );
  expect(all.slice(1).map((r) => r.values[0])).toEqual([
    0,
    -75000,
    999999999999999,
    "1000000000000000",
    "9007199254740993",
    "'-9223372036854775807",
  ]);
});

test("days that spreadsheets disagree about are texts", async () => {
  const days = [["0002-01-01"], ["1900-02-28"], ["1900-03-01"]].map(([d]) => [{ day: d }]);
  const { all } = await readAll(await write([{ header: "Ngày", kind: "day" }], days), "a.xlsx");
  expect(all.slice(1).map((r) => r.values[0])).toEqual(["01/01/0002", "28/02/1900", { day: "1900-03-01" }]);
});

test("headings stand still, everything can be filtered, kept texts are marked, nothing is a formula", async () => {
  const path = await write([{ header: "=cmd|'/c calc'!A0", kind: "text", width: 210 }], [["=1+1"], ["a"]]);
  const zip = await ZipReader.open(path);
  const part = async (name: string) => {
    let xml = "";
    for await (const bytes of zip.bytes(name)) xml += bytes.toString();
    return xml;
  };
  const sheet = await part("xl/worksheets/sheet1.xml");
  expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(sheet).toContain('<autoFilter ref="A1:A3"/>');
  expect(sheet).toContain('<col min="1" max="1" width="30" customWidth="1"/>');
  expect(sheet).not.toContain("<f");
  const styles = [...(await part("xl/styles.xml")).matchAll(/<xf [^>]*>/g)]
    .slice(1)
    .map(([xf]) => xf.includes("quotePrefix"));
  const used = [...sheet.matchAll(/<c [^>]*s="(\d)"/g)].map(([, style]) => styles[Number(style)]);
  expect(used).toEqual([true, true, false]);
  expect(await part("xl/workbook.xml")).toContain("'Thủ tục'!$A$1:$A$3");
  zip.close();
});

test.each([
  ["Thủ tục hành chính", "Thủ tục hành chính"],
  ["a/b\\c[d]:e*f?", "a-b-c-d--e-f-"],
  ["'Quyết định'", "Quyết định"],
  ["x".repeat(40), "x".repeat(31)],
  [`${"x".repeat(30)}😀`, "x".repeat(30)],
  ["History", "History_"],
  ["  ", "Sheet1"],
  ["", "Sheet1"],
])("the sheet name %j is %j", (wanted, made) => expect(sheetNameOf(wanted)).toBe(made));

test("an empty list is a sheet of headings", async () => {
  const { all } = await readAll(await write(COLUMNS, []), "a.xlsx");
  expect(all).toEqual([{ line: 1, values: ["Tên", "Phí", "Ngày", "Lúc", "Có hiệu lực"] }]);
});

test("too long a text is refused and not cut", async () => {
  expect(await refusalOf(write(textColumns(1), [["x".repeat(32_768)]]))).toEqual({
    code: "LIMIT",
    reason: "fileTextTooLong",
  });
});

test("rows that are all alike are no bomb to ourselves", async () => {
  const rows = Array.from({ length: 20_000 }, (): SheetValue[] => ["Có", "Có", "Có", "Có", "Có"]);
  expect((await readAll(await write(textColumns(5), rows), "a.xlsx")).all).toHaveLength(20_001);
});

describe("a slow reader and one that goes away", () => {
  const line = (i: number): SheetValue[] =>
    Array.from({ length: 15 }, (_, c) => `${i}-${c}-${(i * 7919 + c * 104_729) % 1_000_003}`);

  test("rows wait for the reader", async () => {
    let taken = 0;
    const waiting: (() => void)[] = [];
    const out = new Writable({
      highWaterMark: 1024,
      write: (_chunk, _encoding, done) => {
        taken++;
        waiting.push(done);
      },
    });
    const writer = xlsxWriter(out, textColumns(15), NAME);
    let written = 0;
    const work = (async () => {
      for (let i = 0; i < 20_000; i++) {
        await writer.row(line(i));
        written++;
      }
      await writer.end();
    })();
    const settle = () => new Promise((resolve) => setTimeout(resolve, 200));
    await settle();
    expect(taken).toBe(1);
    const held = written;
    expect(held).toBeLessThan(10_000);
    await settle();
    expect(written).toBe(held);
    const pump = setInterval(() => waiting.splice(0).forEach((done) => done()), 1);
    await work;
    clearInterval(pump);
    expect(written).toBe(20_000);
  });

  test("the work ends when the reader is gone", async () => {
    const out = new PassThrough().resume();
    const writer = xlsxWriter(out, textColumns(15), NAME);
    let written = 0;
    const work = (async () => {
      for (let i = 0; i < 200_000; i++) {
        await writer.row(line(i));
        if (++written === 5000) out.destroy();
      }
    })();
    await expect(work).rejects.toThrow("The reader closed the connection.");
    expect(written).toBeLessThan(20_000);
  });
});

inLibreOffice("an exported workbook", () => {
  test("has the same values, types and letters there", async () => {
    const texts = (naughty as string[]).filter(
      (made) => made !== "" && !/[\0-\x08\x0b-\x1f\x7f\ufffe\uffff]/.test(made),
    );
    const rows: SheetValue[][] = [
      ["=1+1", -75000, { day: "2019-07-20" }, { day: "2019-07-20", time: "08:30:15" }, true],
      ["001", 1234567.25, { day: "1900-03-01" }, { day: "9999-12-31", time: "23:59:59" }, false],
      ["_x000D_ và <&> \"'", 999999999999999, null, null, null],
      ["dòng một\ndòng hai", 0.1, { day: "2000-02-29" }, null, true],
      ...texts.map((made): SheetValue[] => [made, null, null, null, null]),
    ];
    const made = await write(COLUMNS, rows);
    const again = await convertInLibreOffice(made, "xlsx", files.folder);
    const [ours, theirs] = [await readAll(made, "a.xlsx"), await readAll(again, "a.xlsx")];
    expect(theirs.sheetName).toBe("Thủ tục");
    expect(theirs.all).toEqual(ours.all);
  }, 180_000);

  test("reads as the same table when it is turned into CSV", async () => {
    const path = await write(COLUMNS, [["Thủ tục, “một”", 75000, { day: "2019-07-20" }, null, true]]);
    const csv = await convertInLibreOffice(path, "csv:Text - txt - csv (StarCalc):44,34,76", files.folder);
    expect(readFileSync(csv, "utf8").trim().split("\n")[1]).toMatch(/^"Thủ tục, “một”","?75,000"?,20\/07\/2019,,TRUE$/);
  }, 180_000);
});
