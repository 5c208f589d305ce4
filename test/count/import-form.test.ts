import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { csv, Sender, sheetOf } from "../platform/import/import-speech";
import type { SheetValue } from "../../server/platform/sheet/sheet";
import { oneStopWorld } from "./one-stop-world";

const QUARTER = { "set.period": "Tháng 5/2019" };

/** The form as the ministry prints it: headings over three lines, then the numbers of its columns. */
const FORM: SheetValue[][] = [
  ["Biểu số II.06a/VPCP/KSTT", ...Array.from({ length: 12 }, () => null)],
  ["TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC", ...Array.from({ length: 12 }, () => null)],
  [
    ...["TT", "Đơn vị", "Số lượng hồ sơ tiếp nhận", null, null, null],
    ...["Số lượng hồ sơ đã giải quyết", null, null, null, "Số lượng hồ sơ đang giải quyết", null, null],
  ],
  [
    ...[null, null, "Tổng số", "Trong kỳ", null, "Từ kỳ trước"],
    ...["Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn", "Tổng số", "Trong hạn", "Quá hạn"],
  ],
  [null, null, null, "Trực tuyến", "Trực tiếp, dịch vụ bưu chính", null, ...Array.from({ length: 7 }, () => null)],
  [
    ...["(1)", "(2)", "(3)=(4)+(5)+(6)", "(4)", "(5)", "(6)"],
    ...["(7)=(8)+(9)+(10)", "(8)", "(9)", "(10)", "(11)=(12)+(13)", "(12)", "(13)"],
  ],
];

const FIELDS = [
  "receivedTotal",
  "receivedOnline",
  "receivedCounterPost",
  "carriedOver",
  "settledTotal",
  "settledEarly",
  "settledOnTime",
  "settledLate",
  "pendingTotal",
  "pendingInTime",
  "pendingOverdue",
];

eachEngine((engine) => {
  let api: Api;
  let asker: Asker;
  let chi: Sender;
  beforeAll(async () => {
    api = await startApi(engine);
    asker = await api.as("chi");
    chi = await Sender.of(api, asker.person!);
    await oneStopWorld(asker);
  });
  afterAll(() => api?.close());

  test("form II.06a is read as it is printed: three lines of headings, numbers, bands and the total", async () => {
    const file = await sheetOf("xlsx", [
      ...FORM,
      ["I", "Cấp tỉnh", 30, 10, 15, 5, 24, 4, 18, 2, 6, 5, 1],
      [1, "Sở Tư pháp [STP-X]", 30, 10, 15, 5, 24, 4, 18, 2, 6, 5, 1],
      ["II", "Cấp xã", 8, 1, 6, 1, 8, 0, 8, 0, 0, 0, 0],
      [1, "UBND xã Minh Bảo", 8, 1, 6, 1, 8, 0, 8, 0, 0, 0, 0],
      [null, "TỔNG CỘNG", 38, 11, 21, 6, 32, 4, 26, 2, 6, 5, 1],
    ]);
    const sent = { name: "II.06a.xlsx", query: QUARTER };
    const preview = await chi.preview("nationalForms", file, sent);
    expect(preview.columns.map((c) => c.field ?? c.ignored)).toEqual(["NUMBERING", "agency", ...FIELDS]);
    expect(preview).toMatchObject({ status: 200, new: 2, leftOut: 3, wrong: 0, headerLine: 5 });
    expect(await chi.import("nationalForms", file, sent)).toMatchObject({ new: 2, wrong: 0 });
    const { nationalForms } = (await asker.data(
      `{ nationalForms { items { agency { code } ${FIELDS.join(" ")} } } }`,
    )) as {
      nationalForms: { items: Record<string, unknown>[] };
    };
    expect(nationalForms.items.map((row) => FIELDS.map((name) => row[name]))).toEqual([
      [30, 10, 15, 5, 24, 4, 18, 2, 6, 5, 1],
      [8, 1, 6, 1, 8, 0, 8, 0, 0, 0, 0],
    ]);
    // The period is over: its lines are found again all the same.
    expect(await chi.import("nationalForms", file, sent)).toMatchObject({ same: 2, new: 0, wrong: 0 });
  });

  test.each([
    ["3 = 4 + 5 + 6", [31, 10, 15, 5, 24, 4, 18, 2, 7, 6, 1], "(cột 3) là 31, nhưng cột 4 + 5 + 6 cộng lại được 30."],
    ["7 = 8 + 9 + 10", [30, 10, 15, 5, 24, 4, 18, 1, 6, 5, 1], "(cột 7) là 24, nhưng cột 8 + 9 + 10 cộng lại được 23."],
    ["11 = 12 + 13", [30, 10, 15, 5, 24, 4, 18, 2, 6, 5, 2], "(cột 11) là 6, nhưng cột 12 + 13 cộng lại được 7."],
    ["3 = 7 + 11", [30, 10, 15, 5, 25, 5, 18, 2, 6, 5, 1], "(cột 3) là 30, nhưng cột 7 + 11 cộng lại được 31."],
  ])("a line in which %s does not hold is refused and says which columns", async (_, figures, said) => {
    const file = await sheetOf("xlsx", [...FORM, [1, "Sở Tư pháp [STP-X]", ...figures]]);
    const reply = await chi.preview("nationalForms", file, { name: "II.06a.xlsx", query: QUARTER });
    expect(reply).toMatchObject({ wrong: 1, changed: 0 });
    expect(reply.rows[0].problems.map((p) => [p.code, p.messageVi.includes(said)])).toEqual([["BAD_INPUT", true]]);
  });

  test("a sum with an empty cell in it says nothing", async () => {
    const file = await sheetOf("xlsx", [...FORM, [1, "Phòng Tư pháp [TP-X1]", 31, 10, null, 5]]);
    expect(await chi.preview("nationalForms", file, { name: "x.xlsx", query: QUARTER })).toMatchObject({
      new: 1,
      wrong: 0,
    });
  });

  test("words that nobody knows are known by the numbers below them, unless the known ones disagree", async () => {
    const send = (numbers: string) =>
      chi.preview("nationalForms", csv("TT,Đơn vị,Tất cả,Qua mạng,Tại chỗ", numbers, "1,STP-X,3,1,2"), {
        query: QUARTER,
      });
    const { columns } = await send("(1),(2),(3),(4),(5)");
    expect(columns.map((c) => c.field ?? c.ignored)).toEqual([
      "NUMBERING",
      "agency",
      "receivedTotal",
      "receivedOnline",
      "receivedCounterPost",
    ]);
    // With one heading that is known among many that are not, nobody can tell what file it is.
    expect(await send("(2),(3),(4),(5),(6)")).toMatchObject({ status: 422 });
  });
});
