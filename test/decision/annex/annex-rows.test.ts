import type { AnnexReading, LineUse } from "../../../server/decision/annex/annex";
import { annexRows } from "../../../server/decision/annex/annex-rows";
import { htmlLines } from "../../../server/decision/annex/html-lines";
import { textLines } from "../../../server/decision/annex/sheet-lines";
import { excelHtml, libreOfficeHtml, wordHtml, type Cell } from "./clipboard";

const KNOWN = { sectors: ["Hộ tịch", "Chứng thực", "Công chứng"], agencies: ["Sở Tư pháp", "Sở Y tế"] };
const readHtml = (html: string): AnnexReading => annexRows(htmlLines(html), KNOWN);
const leftOut = ({ uses }: AnnexReading): [string, string][] =>
  uses.flatMap((use) =>
    use.kind === "LEFT_OUT" && use.reason !== "BLANK" ? [[use.text, use.reason] as [string, string]] : [],
  );
const band = (text: string, columns: number): Cell[] => [{ text, columns }];

const HEAD: Cell[] = ["Số\nTT", "Mã số TTHC", "Tên thủ tục hành chính", "Lĩnh vực", "Cơ quan thực hiện", "Ghi chú"];

/** Whatever the annex, no line of it is unaccounted for and no row comes of nothing. */
function accounted(reading: AnnexReading, lines: number): void {
  expect(reading.uses.map((use: LineUse) => use.line)).toEqual(Array.from({ length: lines }, (_, i) => i + 1));
  expect(reading.uses.filter((use) => use.kind === "ROW").map((use) => use.line)).toEqual(
    reading.rows.map((r) => r.line),
  );
}

test("a Word table: heading of broken words, bands over its width, the heading again on a later page, the signature", () => {
  const html = wordHtml([
    {
      before: [
        "PHỤ LỤC",
        "DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH, SỬA ĐỔI, BỔ SUNG VÀ BÃI BỎ",
        "(Ban hành kèm theo Quyết định số 12/QĐ-UBND)",
      ],
      rows: [
        HEAD,
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        band("A. DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH", 6),
        band("I. LĨNH VỰC HỘ TỊCH (02 TTHC)", 6),
        ["1", "1.001193", "Thủ tục đăng ký\nkhai sinh", "", "UBND cấp xã", ""],
        ["2", "", "Đăng ký kết hôn & giám hộ", "", "UBND cấp huyện, cấp xã", "mới"],
        HEAD,
        band("II. Lĩnh vực Chứng thực", 6),
        ["3", "2.000815.000.00.00.H63", "Chứng thực bản sao từ bản chính", "", "Sở Tư pháp", ""],
        band("B. DANH MỤC TTHC SỬA ĐỔI, BỔ SUNG, THAY THẾ", 6),
        ["1", "1.000656", "Đăng ký khai tử", "Hộ tịch", "", ""],
        band("C. DANH MỤC TTHC BÃI BỎ", 6),
        band("THỦ TỤC HÀNH CHÍNH CẤP HUYỆN", 6),
        ["1", "T-YBI-280421-TT", "Đăng ký lại khai tử", "", "", ""],
        ["", "", "Tổng cộng: 05 thủ tục", "", "", ""],
      ],
      after: ["2", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
    },
  ]);
  const reading = readHtml(html);
  accounted(reading, 21);
  expect(reading.columns.map((c) => c.meaning)).toEqual(["number", "code", "name", "sector", "agency", "note"]);
  expect(reading.rows.map((r) => [r.list, r.code, r.name, r.sector, r.agency, r.tiers])).toEqual([
    ["NEW", "1.001193", "Thủ tục đăng ký khai sinh", "HỘ TỊCH", null, ["COMMUNE"]],
    ["NEW", null, "Đăng ký kết hôn & giám hộ", "HỘ TỊCH", null, ["DISTRICT", "COMMUNE"]],
    ["NEW", "2.000815.000.00.00.H63", "Chứng thực bản sao từ bản chính", "Chứng thực", "Sở Tư pháp", []],
    ["AMENDED", "1.000656", "Đăng ký khai tử", "Hộ tịch", null, []],
    ["ABOLISHED", "T-YBI-280421-TT", "Đăng ký lại khai tử", null, null, ["DISTRICT"]],
  ]);
  expect(reading.rows[1].note).toBe("mới");
  expect(reading.uses.filter((use) => use.kind === "HEADING")).toHaveLength(2);
  expect(leftOut(reading)).toEqual([
    ["PHỤ LỤC", "TITLE"],
    ["DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH, SỬA ĐỔI, BỔ SUNG VÀ BÃI BỎ", "TITLE"],
    ["(Ban hành kèm theo Quyết định số 12/QĐ-UBND)", "TITLE"],
    ["(1) · (2) · (3) · (4) · (5) · (6)", "COLUMN_NUMBERS"],
    ["Tổng cộng: 05 thủ tục", "TOTAL"],
    ["2", "PAGE_NUMBER"],
    ["TM. ỦY BAN NHÂN DÂN", "SIGNATURE"],
    ["CHỦ TỊCH", "SIGNATURE"],
  ]);
});

test("a heading of two rows gives the ways by post and the level; a merged cell goes on for the rows below it", () => {
  const reading = readHtml(
    wordHtml([
      {
        rows: [
          [
            { text: "TT", rows: 2 },
            { text: "Tên TTHC", rows: 2 },
            { text: "Lĩnh vực", rows: 2 },
            { text: "Thực hiện qua dịch vụ BCCI", columns: 2 },
            { text: "Mức độ DVC trực tuyến", columns: 2 },
          ],
          ["Tiếp nhận hồ sơ", "Trả kết quả", "Mức độ 3", "Mức độ 4"],
          ["1", "Đăng ký khai sinh lưu động", { text: "Hộ tịch", rows: 2 }, "x", "x", "", "x"],
          ["2", "Đăng ký khai tử lưu động", "", "X", "x", ""],
          ["3", "Chứng thực chữ ký", "Chứng thực", "", "", "", ""],
        ],
      },
    ]),
  );
  expect(reading.columns.map((c) => c.meaning)).toEqual([
    "number",
    "name",
    "sector",
    "receiving",
    "returning",
    "level3",
    "level4",
  ]);
  expect(reading.rows.map((r) => [r.sector, r.legs, r.level])).toEqual([
    ["Hộ tịch", ["IN", "OUT"], 4],
    ["Hộ tịch", ["OUT"], 3],
    ["Chứng thực", null, null],
  ]);
});

test("several tables with paragraphs as bands between them, as departments send them", () => {
  const table = (name: string): Cell[][] => [
    ["STT", "Tên thủ tục hành chính"],
    ["1", name],
  ];
  const reading = readHtml(
    wordHtml([
      { before: ["I. Sở Tư pháp", "1. Lĩnh vực Công chứng"], rows: table("Bổ nhiệm công chứng viên") },
      { before: ["II. Sở Y tế"], rows: table("Cấp chứng chỉ hành nghề dược") },
      {
        before: ["Căn cứ Nghị định 92/2017/NĐ-CP sửa đổi, bổ sung một số điều", "HỘ TỊCH"],
        rows: table("Đăng ký kết hôn"),
      },
    ]),
  );
  expect(reading.rows.map((r) => [r.name, r.agency, r.sector])).toEqual([
    ["Bổ nhiệm công chứng viên", "Sở Tư pháp", "Công chứng"],
    ["Cấp chứng chỉ hành nghề dược", "Sở Y tế", null],
    ["Đăng ký kết hôn", "Sở Y tế", "Hộ tịch"],
  ]);
  expect(leftOut(reading)).toEqual([["Căn cứ Nghị định 92/2017/NĐ-CP sửa đổi, bổ sung một số điều", "OUTSIDE_TABLE"]]);
});

test("bands counted alike stand beside each other, and a department settles nothing of a lower tier", () => {
  const rows: Cell[][] = [
    ["STT", "Tên thủ tục hành chính"],
    band("A. BÃI BỎ", 2),
    band("I. Sở Y tế", 2),
    ["1", "Cấp chứng chỉ hành nghề dược"],
    band("II. THỦ TỤC HÀNH CHÍNH CẤP HUYỆN", 2),
    band("1. Lĩnh vực Hộ tịch", 2),
    ["1", "Thay đổi, cải chính hộ tịch"],
    band("III. Sở Tư pháp", 2),
    ["1", "Bổ nhiệm công chứng viên"],
    ["C", { text: "BAN HÀNH MỚI", columns: 1 }],
    ["1", "Cấp bản sao điện tử"],
  ];
  expect(readHtml(wordHtml([{ rows }])).rows.map((r) => [r.list, r.agency, r.sector, r.tiers])).toEqual([
    ["ABOLISHED", "Sở Y tế", null, []],
    ["ABOLISHED", null, "Hộ tịch", ["DISTRICT"]],
    ["ABOLISHED", "Sở Tư pháp", null, []],
    ["NEW", null, null, []],
  ]);
});

const SAME: Cell[][] = [
  ["STT", "Mã TTHC", "Tên TTHC", "Tên TTHC được thay thế", "Căn cứ pháp lý", "Thời hạn giải quyết", "Phí, lệ phí"],
  ["I", { text: "Lĩnh vực Hộ tịch", columns: 6 }],
  ["1", "1.001193", "Đăng ký khai sinh", "Khai sinh", "- Luật Hộ tịch;\n- NĐ 123/2015/NĐ-CP", "01 ngày", "8.000 đ"],
];

test("the same table from Excel, from LibreOffice and as plain text is read the same", () => {
  const plain = SAME.map((row) =>
    row
      .map((cell) => (typeof cell === "string" ? cell : cell.text))
      .map((text) => (text.includes("\n") ? `"${text}"` : text))
      .join("\t"),
  ).join("\r\n");
  const readings = [excelHtml(SAME), libreOfficeHtml(SAME)].map(readHtml).concat(annexRows(textLines(plain), KNOWN));
  for (const reading of readings) {
    accounted(reading, 3);
    expect(reading.rows).toEqual([
      {
        line: 3,
        list: null,
        code: "1.001193",
        name: "Đăng ký khai sinh",
        replaced: "Khai sinh",
        sector: "Hộ tịch",
        agency: null,
        tiers: [],
        legs: null,
        level: null,
        legalBases: ["Luật Hộ tịch", "NĐ 123/2015/NĐ-CP"],
        note: null,
        time: "01 ngày",
        fee: "8.000 đ",
        doubts: [],
      },
    ]);
  }
});

test("rows pasted without their heading are told by what is in the columns, and that is said", () => {
  const reading = annexRows(
    textLines("1\t1.001193\tĐăng ký khai sinh\tUBND xã\n2\t1.000894\tĐăng ký kết hôn\tUBND xã"),
    KNOWN,
  );
  expect(reading.isGuessed).toBe(true);
  expect(reading.rows.map((r) => [r.code, r.name])).toEqual([
    ["1.001193", "Đăng ký khai sinh"],
    ["1.000894", "Đăng ký kết hôn"],
  ]);
});

test("what no one sees on paper is not read: hidden runs, footnote marks, deleted words, soft hyphens", () => {
  const html = `<table><tr><td>STT<td>Tên thủ tục hành chính</tr><tr><td>1<td>Đăng ký <del>lại</del><span style='display:none;mso-hide:all'>ẩn</span> khai\u00ad sinh<a style='mso-footnote-id:ftn1' href="#_ftn1">[1]</a></table>`;
  expect(readHtml(html).rows.map((r) => r.name)).toEqual(["Đăng ký khai sinh"]);
});

test("what is too wide, too deep or too long is refused and never unfolded", () => {
  const refusal = (html: string) => expect(() => htmlLines(html));
  refusal(`<table><tr><td colspan=65000>a</table>`).toThrow("annexTooWide");
  refusal(`<table><tr><td>${"<b>".repeat(5000)}a</table>`).toThrow("annexTooDeep");
  refusal(`<table>${"<tr><td>a".repeat(10_001)}</table>`).toThrow("annexTooLong");
  expect(htmlLines(`<table><tr><td rowspan=65000>a<td>b<tr><td>c</table>`).map((l) => l.cells)).toEqual([
    ["a", "b"],
    ["a", "c"],
  ]);
});
