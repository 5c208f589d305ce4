import { startApi, type Api } from "../../support/api";
import { eachEngine } from "../../support/engines";
import { csv, Sender, sheetOf } from "./import-speech";

eachEngine((engine) => {
  let api: Api;
  let chi: Sender;
  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
    chi = await Sender.of(api, (await api.as("chi")).person!);
  });
  afterAll(() => api.close());

  const sets = async (): Promise<number> =>
    Number((await api.app.database.read("SELECT COUNT(*) FROM change_set"))[0][0]);
  const sectors = async (part: string): Promise<unknown[]> =>
    api.app.database.read("SELECT code, name_vi FROM sector WHERE INSTR(name_vi, ?) > 0 ORDER BY name_vi", [part]);

  test("a preview tells new, changed, same and wrong rows cell by cell and writes nothing", async () => {
    await chi.import("sectors", csv("Mã,Tên lĩnh vực", "XT1,Xem trước một", "XT2,Xem trước hai"));
    const before = await sets();
    const reply = await chi.preview(
      "sectors",
      csv("STT,Mã,Tên lĩnh vực", "1,XT1,Xem trước một", "2,XT2,Xem trước khác", "3,XT3,Xem trước ba", "4,XT4,"),
    );
    expect(reply).toMatchObject({ status: 200, new: 1, changed: 1, same: 1, wrong: 1, changeSet: null, headerLine: 1 });
    expect(reply.rows.map(({ line, key, action }) => [line, key, action])).toEqual([
      [2, "XT1", "SAME"],
      [3, "XT2", "CHANGED"],
      [4, "XT3", "NEW"],
      [5, "XT4", "WRONG"],
    ]);
    expect(reply.rows[1].cells).toEqual([
      {
        field: "nameVi",
        before: "Xem trước hai",
        after: "Xem trước khác",
        beforeText: "Xem trước hai",
        afterText: "Xem trước khác",
      },
    ]);
    expect(await sets()).toBe(before);
    expect(await sectors("Xem trước")).toEqual([
      ["XT2", "Xem trước hai"],
      ["XT1", "Xem trước một"],
    ]);
  });

  test("an import is one change set of the source IMPORT with its note, and the same file again changes nothing", async () => {
    const file = await sheetOf("xlsx", [
      ["Mã", "Tên lĩnh vực"],
      ["0012", "Một lần một"],
      ["1E5", "Một lần hai"],
    ]);
    const sent = { name: "lĩnh vực.xlsx", query: { note: "Theo công bố tháng 7" } };
    const first = await chi.import("sectors", file, sent);
    expect(first).toMatchObject({ status: 200, new: 2, wrong: 0, sheet: "Trang 1", encoding: null });
    const [[source, note, count]] = await api.app.database.read(
      "SELECT source, note, row_count FROM change_set WHERE id = ?",
      [Number(first.changeSet!.id)],
    );
    expect([source, note, Number(count)]).toEqual(["IMPORT", "Theo công bố tháng 7", 2]);
    const before = await sets();
    const again = await chi.import("sectors", file, sent);
    expect(again).toMatchObject({ new: 0, changed: 0, same: 2, wrong: 0, changeSet: null });
    expect(await sets()).toBe(before);
  });

  test("the portal's list is read as it comes: titles above the headings, merged cells, its own words", async () => {
    const file = await sheetOf("xlsx", [
      ["DANH MỤC THỦ TỤC HÀNH CHÍNH", null, null, null, null, null, null, null],
      [null],
      ["Thủ tục", null, "Lĩnh vực", "Đối tượng", "Cơ quan công khai", "Cấp thực hiện", "Tình trạng", "QĐ Công bố"],
      ["Mã TTHC", "Tên TTHC", null, null, null, null, null, null],
      ["1.001193", "Thủ tục đăng ký khai sinh", "Hộ tịch", "Cá nhân", "UBND tỉnh", "Cấp xã", "Còn hiệu lực", null],
      ["1.999901", "Thủ tục mới toanh", "ho tich", "Cá nhân", "UBND tỉnh", "Cấp tỉnh, Cấp xã", "Bãi bỏ", null],
    ]);
    const reply = await chi.preview("procedures", file, { name: "DanhSachTTHC.xlsx" });
    expect(reply.headerLine).toBe(4);
    expect(reply.columns.map((c) => c.field ?? c.ignored)).toEqual([
      "code",
      "nameVi",
      "sector",
      "UNKNOWN",
      "UNKNOWN",
      "tiers",
      "status",
      "statusDecision",
    ]);
    expect(reply.rows.map(({ line, action }) => [line, action])).toEqual([
      [5, "CHANGED"],
      [6, "NEW"],
    ]);
    expect(reply.rows[0].cells).toMatchObject([{ field: "nameVi", afterText: "Thủ tục đăng ký khai sinh" }]);
    const made = Object.fromEntries(reply.rows[1].cells.map((c) => [c.field, c.afterText]));
    expect(made).toMatchObject({ sector: "Hộ tịch", tiers: "Tỉnh; Xã", status: "Đã bãi bỏ" });
  });
});
