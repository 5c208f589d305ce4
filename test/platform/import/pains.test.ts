import { startApi, type Api } from "../../support/api";
import { eachEngine } from "../../support/engines";
import { csv, Sender, sheetOf, type ImportReply } from "./import-speech";

/** What users of other tools suffer from, one test each: the pain and the proof that it is not here. */
eachEngine((engine) => {
  let api: Api;
  let chi: Sender;
  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
    chi = await Sender.of(api, (await api.as("chi")).person!);
  });
  afterAll(() => api.close());

  const read = (sql: string, ...values: (string | number)[]) => api.app.database.read(sql, values);
  const sets = async (): Promise<number> => Number((await read("SELECT COUNT(*) FROM change_set"))[0][0]);
  const actions = ({ rows }: ImportReply) => rows.map(({ line, action }) => [line, action]);

  test("pain 3: an import under a key that is sent again answers the same and writes 0 new rows", async () => {
    const file = csv("Mã,Tên lĩnh vực", "K1,Khóa một", "K2,Khóa hai");
    const query = { key: "nhap-1", note: "lần một" };
    const first = await chi.import("sectors", file, { query });
    expect(first).toMatchObject({ status: 200, new: 2 });
    const before = await sets();
    const again = await chi.import("sectors", file, { query });
    expect(again).toEqual(first);
    expect(await sets()).toBe(before);
    // Another file under the same key is another request.
    const other = await chi.import("sectors", csv("Mã,Tên lĩnh vực", "K3,Khóa ba"), { query });
    expect([other.status, other.problems![0]]).toMatchObject([422, { code: "NOT_UNIQUE", field: "key" }]);
    // The same file without a key finds everything there already.
    expect(await chi.import("sectors", file)).toMatchObject({ new: 0, changed: 0, same: 2, changeSet: null });
  });

  test("pain 4: each bad row is listed by sheet row, column, value and reason in vi and en, and to download", async () => {
    const rows = [
      ["Bảng giải quyết"],
      ["Mã TTHC", "Thủ tục", "Hình thức", "Chiều", "Thời hạn", "Lệ phí (đ)", "Từ ngày"],
      ["", "1.001193", "Trực tiếp", "Nộp hồ sơ", "trong ngày", "50.000 (TP); 25.000 (xã)", "31/2/2019"],
    ];
    const file = await sheetOf("xlsx", rows);
    const reply = await chi.preview("channels", file, {
      name: "a.xlsx",
      query: { columns: `{"1":null,"2":"procedure"}` },
    });
    expect(reply).toMatchObject({ status: 200, wrong: 1, headerLine: 2 });
    const told = reply.rows[0].problems.map(({ field, column, header, value }) => [field, column, header, value]);
    expect(told).toEqual(
      expect.arrayContaining([
        ["workingDays", 5, "Thời hạn", "trong ngày"],
        ["chargeVnd", 6, "Lệ phí (đ)", "50.000 (TP); 25.000 (xã)"],
        ["validFrom", 7, "Từ ngày", "31/2/2019"],
      ]),
    );
    for (const { messageVi, messageEn } of reply.rows[0].problems)
      expect([messageVi.length > 10, messageEn.length > 10, messageVi !== messageEn]).toEqual([true, true, true]);
    const back = await chi.post("channels", file, {
      name: "a.xlsx",
      query: { columns: `{"1":null,"2":"procedure"}`, as: "csv", dryRun: "true" },
    });
    const [title, head, line] = back.payload.replace("\ufeff", "").split("\r\n");
    expect(title).toContain("Bảng giải quyết");
    expect(head).toMatch(/^Mã TTHC,Thủ tục,.*,Lỗi$/);
    expect(line).toContain("Thời hạn (ngày làm việc) phải là số nguyên");
  });

  test("pain 5: all or nothing, or good rows only: exactly the bad rows are named", async () => {
    const file = csv("Mã,Tên lĩnh vực", "B1,Tốt một", "B2,", "B3,Tốt ba", `B4,${"x".repeat(201)}`);
    const before = await sets();
    const none = await chi.import("sectors", file);
    expect(none).toMatchObject({ status: 200, new: 2, wrong: 2, changeSet: null });
    expect(await sets()).toBe(before);
    expect(await read("SELECT 1 FROM sector WHERE code IN ('B1', 'B3')")).toEqual([]);
    const good = await chi.import("sectors", file, { query: { mode: "GOOD_ROWS" } });
    expect(good).toMatchObject({ new: 2, wrong: 2 });
    expect(good.changeSet).not.toBeNull();
    expect(actions(good)).toEqual([
      [2, "NEW"],
      [3, "WRONG"],
      [4, "NEW"],
      [5, "WRONG"],
    ]);
    expect(await read("SELECT code FROM sector WHERE code LIKE 'B_' ORDER BY code")).toEqual([["B1"], ["B3"]]);
  });

  test("pain 11: with and without the mark of UTF-8, in UTF-16 and in XLSX, the same accents come in", async () => {
    const text = "Mã,Tên lĩnh vực\r\nBOM,Đường bộ, thủy nội địa\r\n".replace("bộ, thủy", "bộ – thủy");
    await chi.import("sectors", Buffer.from(text));
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    for (const file of [Buffer.from(`\ufeff${text}`), utf16, Buffer.from(text.normalize("NFD"))])
      expect(await chi.import("sectors", file)).toMatchObject({ status: 200, same: 1, new: 0, changed: 0 });
    const xlsx = await sheetOf("xlsx", [
      ["Mã", "Tên lĩnh vực"],
      ["BOM", "Đường bộ – thủy nội địa"],
    ]);
    expect(await chi.import("sectors", xlsx, { name: "a.xlsx" })).toMatchObject({ same: 1, new: 0 });
  });

  test("pain 12: `000.00.00.H04`, `0012`, `1E5` and `03/04/2026` come in as they are", async () => {
    const codes = ["000.00.00.H04", "0012", "1E5"];
    const rows = codes.map((code, i) => [code, `Giữ mã ${i}`, "DEPARTMENT"]);
    for (const as of ["csv", "xlsx"] as const) {
      const file = await sheetOf(as, [["Mã", "Tên cơ quan", "Loại cơ quan"], ...rows]);
      const reply = await chi.import("agencies", file, { name: `a.${as}` });
      expect([as, reply.wrong, reply.new + reply.same]).toEqual([as, 0, 3]);
    }
    const kept = await read("SELECT code FROM agency_state WHERE INSTR(name, 'Giữ mã') > 0 ORDER BY name");
    expect(kept.flat()).toEqual(codes);
    const decisions = [
      ["Số, ký hiệu", "Loại văn bản", "Cơ quan ban hành", "Ngày ban hành", "Trích yếu"],
      ["12a/QĐ-THU", "DECISION", "UBND tỉnh", "03/04/2026", "Chữ"],
      ["12b/QĐ-THU", "DECISION", "UBND tỉnh", { day: "2026-04-03" }, "Ô ngày"],
    ];
    const reply = await chi.import("decisions", await sheetOf("xlsx", decisions), { name: "a.xlsx" });
    expect(reply.rows.flatMap((r) => r.problems)).toEqual([]);
    expect(await read("SELECT issued_on FROM decision WHERE INSTR(number, 'QĐ-THU') > 0")).toEqual([
      ["2026-04-03"],
      ["2026-04-03"],
    ]);
  });

  test("pain 13: a computed or fixed cell is refused with a reason where it differs, and the other rows go in", async () => {
    const { decisions } = await (
      await api.as("chi")
    ).data(
      `{ decisions(limit: 2, sort: [{ number: ASC }], filter: { actsFrom: { isNull: false } }) { items { id version number title actsFrom } } }`,
    );
    const [one, two] = decisions.items;
    const file = csv(
      "Mã dòng,Phiên bản,Tác động từ,Trích yếu",
      `${one.id},${one.version},${one.actsFrom},Trích yếu sửa bằng tệp`,
      `${two.id},${two.version},1/1/1999,Trích yếu không vào`,
    );
    const reply = await chi.import("decisions", file, { query: { mode: "GOOD_ROWS" } });
    expect(actions(reply)).toEqual([
      [2, "CHANGED"],
      [3, "WRONG"],
    ]);
    // The computed cell that did not change is no fault; the one that did is named, and nothing of its row goes in.
    expect(reply.rows[1].problems).toMatchObject([{ field: "actsFrom", column: 3, value: "1/1/1999" }]);
    expect(reply.rows[1].problems[0].messageVi).toContain("không sửa được bằng tệp");
    const now = await read(
      "SELECT title FROM decision WHERE id IN (?, ?) ORDER BY number",
      Number(one.id),
      Number(two.id),
    );
    expect(now).toEqual([["Trích yếu sửa bằng tệp"], [two.title]]);
  });

  test("pain 15: exactly what the preview showed is written, or nothing", async () => {
    await chi.import("sectors", csv("Mã,Tên lĩnh vực", "E1,Trước một", "E2,Trước hai"));
    const file = csv("Mã,Tên lĩnh vực", "E1,Sau một", "E2,Sau hai");
    const { expect: expected, changed } = await chi.preview("sectors", file);
    expect(changed).toBe(2);
    const someone = await chi.import("sectors", csv("Mã,Tên tiếng Anh,Tên lĩnh vực", "E2,Two,Ai đó đã sửa"));
    expect(someone.changed).toBe(1);
    const refused = await chi.import("sectors", file, { query: { expect: expected } });
    expect([refused.status, refused.problems![0]]).toMatchObject([409, { code: "STALE", field: "expect" }]);
    expect(await read("SELECT name_vi FROM sector WHERE code = 'E1'")).toEqual([["Trước một"]]);
    const again = await chi.preview("sectors", file);
    const done = await chi.import("sectors", file, { query: { expect: again.expect } });
    expect(done).toMatchObject({ status: 200, changed: 2, expect: again.expect });
  });

  test("what a preview showed is written also where rows of the file refer to each other", async () => {
    const file = csv(
      "Mã,Tên cơ quan,Loại cơ quan,Cơ quan cấp trên",
      "TT2,Bộ phận một cửa Tự thân,ONE_STOP,Sở Tự thân",
      "TT1,Sở Tự thân,DEPARTMENT,",
    );
    const before = await chi.preview("agencies", file);
    expect(before).toMatchObject({ new: 2, wrong: 0 });
    const done = await chi.import("agencies", file, { query: { expect: before.expect } });
    expect(done).toMatchObject({ status: 200, new: 2, expect: before.expect });
    const other = await chi.preview("agencies", csv("Mã,Tên cơ quan,Loại cơ quan", "TT3,Sở Khác,DEPARTMENT"));
    expect(other.expect).not.toBe(before.expect);
  });
});
