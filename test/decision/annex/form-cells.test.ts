import type { AnnexReading } from "../../../server/decision/annex/annex";
import { annexRows } from "../../../server/decision/annex/annex-rows";
import { formOf } from "../../../server/decision/annex/form-cells";
import { Matching } from "../../../server/decision/annex/match";
import { textLines } from "../../../server/decision/annex/sheet-lines";

const KNOWN = { sectors: ["Hộ tịch"], agencies: [] };
const read = (...rows: string[]): AnnexReading => annexRows(textLines(rows.join("\n")), KNOWN);
/** An annex whose last column has a heading and a cell for each row. */
const withColumn = (heading: string, cells: string[], band?: string): AnnexReading =>
  read(
    `STT\tTên thủ tục hành chính\t${heading}`,
    ...(band ? [band] : []),
    ...cells.map((cell, at) => `${at + 1}\tĐăng ký việc ${at + 1}\t${cell}`),
  );
const meaning = (reading: AnnexReading) => reading.columns.at(-1)!.meaning;
const said = (reading: AnnexReading) => reading.rows.map(({ list, legs, doubts }) => [list, legs, doubts]);

test("a cell says a list or the ways by post; what says two things at once, or nothing, is not read", () => {
  const cells: [string, ReturnType<typeof formOf>][] = [
    ["Tiếp nhận, trả kết quả", { list: null, legs: ["IN", "OUT"] }],
    ["nhận và trả", { list: null, legs: ["IN", "OUT"] }],
    ["Hai chiều", { list: null, legs: ["IN", "OUT"] }],
    ["Nộp hồ sơ", { list: null, legs: ["IN"] }],
    ["Trả kết quả", { list: null, legs: ["OUT"] }],
    ["Nhận kết quả", { list: null, legs: ["OUT"] }],
    ["Bãi bỏ", { list: "ABOLISHED", legs: null }],
    ["HUỶ BỎ", { list: "ABOLISHED", legs: null }],
    ["Hủy bỏ", { list: "ABOLISHED", legs: null }],
    ["Sửa đổi, bổ sung", { list: "AMENDED", legs: null }],
    ["Thay thế", { list: "REPLACED", legs: null }],
    ["Mới ban hành", { list: "NEW", legs: null }],
    ["Mới", { list: "NEW", legs: null }],
    ["Mới ban hành; trả kết quả", { list: "NEW", legs: ["OUT"] }],
    ["Bãi bỏ, thay thế", null],
    ["Bãi bỏ chiều tiếp nhận", null],
    ["bưu điện", null],
    ["Công nhận", null],
    ["Cá nhân", null],
    ["", null],
  ];
  for (const [cell, form] of cells) expect([cell, formOf(cell)]).toEqual([cell, form]);
});

test.each(["Hình thức", "Hình thức công bố", "Nội dung công bố", "Loại"])(
  "a mixed column called %s is read cell by cell, and a cell that says nothing known is a doubt of its row",
  (heading) => {
    const reading = withColumn(heading, ["Tiếp nhận, trả kết quả", "Trả kết quả", "bưu điện", "Bãi bỏ", ""]);
    expect(meaning(reading)).toBe("form");
    expect(said(reading)).toEqual([
      [null, ["IN", "OUT"], []],
      [null, ["OUT"], []],
      [null, null, [{ column: heading, text: "bưu điện", list: null }]],
      ["ABOLISHED", null, []],
      [null, null, []],
    ]);
  },
);

test("a cell names the list of its row before the band does, and where they contradict each other a person is asked", () => {
  const cells = ["Mới ban hành", "Bãi bỏ"];
  expect(said(withColumn("Hình thức", cells, "A. DANH MỤC TTHC MỚI BAN HÀNH"))).toEqual([
    ["NEW", null, []],
    ["ABOLISHED", null, [{ column: "Hình thức", text: "Bãi bỏ", list: "ABOLISHED" }]],
  ]);
  const changed = withColumn("Hình thức", ["Thay thế", "Sửa đổi"], "B. DANH MỤC TTHC SỬA ĐỔI, BỔ SUNG, THAY THẾ");
  expect(said(changed)).toEqual([
    ["REPLACED", null, []],
    ["AMENDED", null, []],
  ]);
});

test("a column called Hình thức whose cells say how an application is made is not understood, and doubts nothing", () => {
  const reading = withColumn("Hình thức thực hiện", ["Trực tiếp", "Trực tuyến"], "A. BÃI BỎ");
  expect(meaning(reading)).toBeNull();
  expect(said(reading)).toEqual([
    ["ABOLISHED", null, []],
    ["ABOLISHED", null, []],
  ]);
});

test.each([
  ["Diễn giải", "Đề nghị bãi bỏ", "ABOLISHED"],
  ["Diễn giải", "de nghi huy bo", "ABOLISHED"],
  ["Tình trạng", "Bãi bỏ", "ABOLISHED"],
  ["Ghi chú", "Thay thế thủ tục số 3", "REPLACED"],
  ["Qua bưu chính", "SỬA ĐỔI", "AMENDED"],
  ["Diễn giải", "sửa đổi hoặc bãi bỏ", null],
])("a word of a list in the column %s, which is not read for it (%s), is a doubt", (column, text, list) => {
  const [row, other] = withColumn(column, [text, "giữ nguyên"]).rows;
  expect(row.doubts).toEqual([{ column, text, list }]);
  expect(other.doubts).toEqual([]);
});

test("a word of the row's own list is no doubt; one in a column without a heading is told by the column's number", () => {
  expect(said(withColumn("Diễn giải", ["Sửa đổi thành phần hồ sơ"], "A. SỬA ĐỔI, BỔ SUNG"))).toEqual([
    ["AMENDED", null, []],
  ]);
  const guessed = read("1\t1.001193\tĐăng ký khai sinh tại xã\tBãi bỏ");
  expect(guessed.isGuessed).toBe(true);
  expect(guessed.rows[0].doubts).toEqual([{ column: "4", text: "Bãi bỏ", list: "ABOLISHED" }]);
});

test("a doubted row is never matched or new by itself, though its procedure is known", () => {
  const sectors = [{ id: "ht", name: "Hộ tịch", code: null }];
  const known = {
    id: "1",
    code: "1.001193",
    legacyCodes: [],
    nameVi: "Đăng ký việc 1",
    sector: "ht",
    agency: null,
    tiers: [],
    status: "IN_FORCE",
  };
  const matching = new Matching({ procedures: [known], sectors, agencies: [], entries: [] });
  const rows = withColumn("Diễn giải", ["bãi bỏ", ""]).rows.concat(
    read("STT\tTên thủ tục hành chính\tDiễn giải", "A. MỚI BAN HÀNH", "1\tThẩm định lưới điện\tbãi bỏ").rows,
  );
  expect(rows.map((row) => matching.row(row)).map(({ state, procedure }) => [state, procedure?.id])).toEqual([
    ["CONFIRM", "1"],
    ["CONFIRM", undefined],
    ["CONFIRM", undefined],
  ]);
  expect(matching.row({ ...rows[0], doubts: [] }).state).toBe("MATCHED");
});
