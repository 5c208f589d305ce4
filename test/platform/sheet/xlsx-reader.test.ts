import type { SheetValue } from "../../../server/platform/sheet/sheet";
import { openSheet } from "../../../server/platform/sheet/open-sheet";
import { readAll, refusalOf, SheetFiles } from "./sheet-files";
import { asTcvn3, asVni } from "./vietnamese";
import { workbookOf, type Parts } from "./workbooks";

const files = new SheetFiles();
afterAll(() => files.remove());

const read = async (parts: Parts, sheet?: string) => readAll(files.write(workbookOf(parts)), "bảng.xlsx", sheet);
const firstRow = async (parts: Parts): Promise<SheetValue[]> => (await read(parts)).all[0].values;

test("texts are read in line, shared, formatted in part, and as the result of a formula", async () => {
  const values = await firstRow({
    shared:
      "<si><t>Thủ tục</t></si><si><r><t>Cấp </t></r><r><rPr><b/></rPr><t>lại</t></r><rPh sb='0' eb='1'><t>đọc</t></rPh></si>" +
      '<si><t xml:space="preserve"> có khoảng trắng </t></si><si><t>a_x000D_b_x005F_x000D_c</t></si><si/>',
    rows:
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>' +
      '<c r="D1" t="inlineStr"><is><r><t>Hộ </t></r><r><t>tịch &amp; </t></r></is></c>' +
      '<c r="E1" t="str"><f>A1&amp;"x"</f><v>kết quả</v></c><c r="F1" t="s"><v>3</v></c><c r="G1" t="s"><v>4</v></c>' +
      '<c r="H1" t="str"><f>""</f></c><c r="I1" t="s"><v>0</v></c></row>',
  });
  expect(values).toEqual([
    "Thủ tục",
    "Cấp lại",
    " có khoảng trắng ",
    "Hộ tịch & ",
    "kết quả",
    "a\rb_x000D_c",
    null,
    null,
    "Thủ tục",
  ]);
});

test("numbers, truth values and errors", async () => {
  const values = await firstRow({
    rows:
      '<row><c><v>12</v></c><c><v>-1.5</v></c><c><v>1E3</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c>' +
      '<c t="e"><f>1/0</f><v>#DIV/0!</v></c><c><f>A1*2</f><v>24</v></c><c><v>12345678901234567890</v></c></row>',
  });
  expect(values).toEqual([12, -1.5, 1000, true, false, "#DIV/0!", 24, "12345678901234567890"]);
});

const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[h]:mm"/>' +
  '<numFmt numFmtId="166" formatCode="00000"/><numFmt numFmtId="167" formatCode="#,##0\\ &quot;đồng&quot;;[Red]-#,##0"/>' +
  '<numFmt numFmtId="168" formatCode="&quot;ngày&quot;\\ 0"/><numFmt numFmtId="169" formatCode="mmm\\-yy"/></numFmts>' +
  `<cellXfs>${[0, 14, 22, 20, 164, 165, 166, 167, 168, 169].map((id) => `<xf numFmtId="${id}"/>`).join("")}</cellXfs>`;
const styled = (cells: [style: number, value: string][]) =>
  `<row>${cells.map(([s, v]) => `<c s="${s}"><v>${v}</v></c>`).join("")}</row>`;

test("days are known by the format of their cell", async () => {
  const values = await firstRow({
    styles: STYLES,
    rows: styled([
      [1, "43666"],
      [2, "43666.354166666664"],
      [3, "0.5"],
      [4, "43666"],
      [5, "1.5"],
      [6, "123"],
      [7, "75000"],
      [8, "3"],
      [9, "43666"],
    ]),
  });
  expect(values).toEqual([
    { day: "2019-07-20" },
    { day: "2019-07-20", time: "08:30:00" },
    "12:00:00",
    { day: "2019-07-20" },
    1.5,
    "00123",
    75000,
    3,
    { day: "2019-07-20" },
  ]);
});

test("days before March 1900 are what Excel shows, and days that never were are no days", async () => {
  const values = await firstRow({
    styles: STYLES,
    rows: styled([
      [1, "1"],
      [1, "59"],
      [1, "60"],
      [1, "61"],
      [1, "2958465"],
      [1, "2958466"],
      [1, "-1"],
      [1, "0"],
    ]),
  });
  expect(values).toEqual([
    { day: "1900-01-01" },
    { day: "1900-02-28" },
    "29/2/1900",
    { day: "1900-03-01" },
    { day: "9999-12-31" },
    2958466,
    -1,
    "0/1/1900",
  ]);
});

test("a workbook that counts from 1904 and one that writes its days out", async () => {
  const rows = styled([
    [1, "0"],
    [1, "42204"],
  ]);
  expect(await firstRow({ styles: STYLES, rows, workbookPr: '<workbookPr date1904="1"/>' })).toEqual([
    { day: "1904-01-01" },
    { day: "2019-07-20" },
  ]);
  expect(
    await firstRow({ rows: '<row><c t="d"><v>2019-07-20</v></c><c t="d"><v>2019-07-20T08:30:00Z</v></c></row>' }),
  ).toEqual([{ day: "2019-07-20" }, { day: "2019-07-20", time: "08:30:00" }]);
});

test("rows and cells stand where they say, empty ones are left out", async () => {
  const { all } = await read({
    rows:
      '<row r="2"><c r="C2"><v>1</v></c></row><row r="3"><c r="A3" s="1"/></row><row/><row><c r="B5"><v>2</v></c><c><v>3</v></c></row>' +
      '<row r="1048576"><c r="A1048576"><v>4</v></c></row>',
  });
  expect(all).toEqual([
    { line: 2, values: [null, null, 1] },
    { line: 5, values: [null, 2, 3] },
    { line: 1048576, values: [4] },
  ]);
});

test("rows that stand where no row can are refused: whoever fills the gaps would never come to an end", async () => {
  const row = (r: string): string => `<row r="${r}"><c><v>1</v></c></row>`;
  for (const rows of [row("1048577"), row("9007199254740991"), row("2") + row("2"), row("3") + row("2"), row("x")])
    await expect(read({ rows })).rejects.toMatchObject({ code: "BAD_INPUT", reason: "fileUnreadable" });
});

test("cells of a merged range beyond the first are empty", async () => {
  const { all } = await read({
    rows: '<row r="1"><c r="A1" t="str"><v>Tiêu đề</v></c><c r="B1" s="1"/><c r="C1" s="1"/></row>',
  });
  expect(all).toEqual([{ line: 1, values: ["Tiêu đề"] }]);
});

test("the sheet asked for is read, and the first one in sight where none is", async () => {
  const sheets = [
    { name: "Ẩn", rows: "<row><c><v>1</v></c></row>", state: "hidden" },
    { name: "Danh mục &amp; phí", rows: "<row><c><v>2</v></c></row>" },
    { name: "Quyết định", rows: "<row><c><v>3</v></c></row>" },
  ];
  const first = await read({ sheets });
  expect([first.sheetName, first.all[0].values[0]]).toEqual(["Danh mục & phí", 2]);
  expect(first.sheetNames).toEqual(["Ẩn", "Danh mục & phí", "Quyết định"]);
  expect((await read({ sheets }, "Quyết định")).all[0].values).toEqual([3]);
  const opened = await openSheet(files.write(workbookOf({ sheets })), "a.xlsx");
  const names = ["Quyết định", "Ẩn"];
  for (const name of names) expect(opened.another(names[0]).another(name).sheetName).toBe(name);
  expect(() => opened.another("Không có")).toThrow(expect.objectContaining({ reason: "fileNoSuchSheet" }));
  expect(await refusalOf(read({ sheets }, "Không có"))).toEqual({ code: "NOT_FOUND", reason: "fileNoSuchSheet" });
});

test("names with a prefix, as some producers write them", async () => {
  const bytes = workbookOf({ rows: "" });
  expect((await readAll(files.write(bytes), "a.xlsx")).all).toEqual([]);
  const { all } = await read({
    rows: '<x:row xmlns:x="y" r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row>',
  });
  expect(all).toEqual([{ line: 1, values: ["a"] }]);
});

test("texts in old Vietnamese fonts become Unicode, texts that are Unicode stay", async () => {
  const styles =
    '<fonts><font><name val="Arial"/></font><font><name val=".VnTime"/></font><font><name val=".VnTimeH"/></font>' +
    '<font><name val="VNI-Times"/></font></fonts><cellXfs>' +
    [0, 1, 2, 3].map((font) => `<xf numFmtId="0" fontId="${font}"/>`).join("") +
    "</cellXfs>";
  const cell = (style: number, text: string) => `<c s="${style}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows = `<row>${cell(1, asTcvn3("Thủ tục hành chính").toString("latin1"))}${cell(2, asTcvn3("hộ tịch").toString("latin1"))}${cell(
    3,
    asVni("Đăng ký khai sinh").toString("latin1"),
  )}${cell(1, "Thủ tục")}${cell(0, "thñ")}</row>`;
  expect(await firstRow({ styles, rows })).toEqual([
    "Thủ tục hành chính",
    "HỘ TỊCH",
    "Đăng ký khai sinh",
    "Thủ tục",
    "thñ",
  ]);
});
