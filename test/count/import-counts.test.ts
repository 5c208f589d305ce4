import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { csv, Sender, sheetOf, type ImportReply } from "../platform/import/import-speech";
import { closePeriod, expectTrue } from "./count-world";
import { oneStopWorld, REPORT, type OneStopWorld } from "./one-stop-world";

const MAY = { "set.period": "Tháng 5/2019" };
const JUNE = { "set.period": "Tháng 6/2019" };
const JULY = { "set.period": "tháng 7/2019" };

eachEngine((engine) => {
  let api: Api;
  let asker: Asker;
  let chi: Sender;
  let world: OneStopWorld;
  beforeAll(async () => {
    api = await startApi(engine);
    asker = await api.as("chi");
    chi = await Sender.of(api, asker.person!);
    world = await oneStopWorld(asker);
  });
  afterAll(() => api?.close());

  const stored = async (period: number): Promise<unknown[]> => {
    const query = `query($period: ID!) { counts(filter: { period: { in: [$period] } }, sort: [{ id: ASC }]) { items {
      receptionUnit { code } procedure { nameVi } agency { code } receivedCounter receivedPost receivedOnline returnedPost } } }`;
    const { counts } = (await asker.data(query, { period: world.months[period] })) as {
      counts: { items: Record<string, { code?: string; nameVi?: string } & number>[] };
    };
    return counts.items.map((c) => [
      c.receptionUnit.code,
      c.procedure.nameVi,
      c.agency.code,
      c.receivedCounter,
      c.receivedPost,
      c.receivedOnline,
      c.returnedPost,
    ]);
  };
  const told = ({ rows }: ImportReply) =>
    rows.map(({ line, action, problems }) => [line, action, ...problems.map((p) => p.messageVi)]);
  const report = (...lines: string[]): Buffer => csv(REPORT, ...lines);

  test("who only reads sends no file, and staff of an agency send none of another's lines", async () => {
    const file = report("MC-X,,1.777001,,2,3,0,0,3,0", "STP,,1.777002,,4,1,0,0,1,0");
    const an = await Sender.of(api, (await api.as("an")).person!);
    expect((await an.import("counts", file, { query: MAY })).status).toBe(403);
    const binh = await Sender.of(api, (await api.as("binh")).person!);
    const reply = await binh.preview("counts", file, { query: { ...MAY, "set.agency": "STP" } });
    expect(reply.rows.map(({ action, problems }) => [action, problems.length > 0])).toEqual([
      ["NEW", false],
      ["NEW", false],
    ]);
    const others = await binh.preview("counts", file, { query: { ...MAY, "set.agency": "UB-X" } });
    expect(others.rows.map(({ action, problems }) => [action, ...problems.map((p) => p.code)])).toEqual([
      ["WRONG", "FORBIDDEN"],
      ["NEW"],
    ]);
  });

  test("the report of a one-stop system is read as it comes, for a period that is given for every line", async () => {
    const file = report(
      "TT-X,Trung tâm Phục vụ hành chính công,1.777002,Cấp phiếu lý lịch tư pháp,4,12,5,1,6,3",
      "MC-X,Bộ phận Một cửa xã Minh Bảo,1.777001,Đăng ký khai sinh,2,7,,0,7,",
      "MC-X,Bộ phận Một cửa xã Minh Bảo,,Thủ tục chưa có mã,2,2,0,0,2,0",
    );
    const preview = await chi.preview("counts", file, { query: MAY });
    expect(preview).toMatchObject({ status: 200, new: 3, wrong: 0, lacking: [], filled: "agency" });
    expect(preview.given).toEqual({ period: "Tháng 5/2019" });
    expect(preview.columns.map((c) => c.field ?? (c.also ? `also ${c.also}` : c.ignored))).toEqual([
      "receptionUnit",
      "also receptionUnit",
      "procedure",
      "also procedure",
      "COMPUTED",
      "SUM",
      "receivedOnline",
      "receivedPost",
      "receivedCounter",
      "returnedPost",
    ]);
    const done = await chi.import("counts", file, { query: { ...MAY, expect: preview.expect } });
    expect(done).toMatchObject({ status: 200, new: 3, wrong: 0 });
    expect(await stored(0)).toEqual([
      ["TT-X", "Cấp phiếu lý lịch tư pháp", "STP-X", 6, 1, 5, 3],
      // Empty is not reported, 0 is that nothing came.
      ["MC-X", "Đăng ký khai sinh", "UB-X", 7, 0, null, null],
      ["MC-X", "Thủ tục chưa có mã", "UB-X", 2, 0, 0, 0],
    ]);
    await expectTrue(api);
    expect(await chi.import("counts", file, { query: MAY })).toMatchObject({ same: 3, new: 0, changeSet: null });
  });

  test("a period that is long over is found again, and a corrected figure changes its row alone", async () => {
    const file = report(
      "MC-X,Bộ phận Một cửa xã Minh Bảo,1.777001,Đăng ký khai sinh,2,8,1,0,7,",
      "MC-X,Bộ phận Một cửa xã Minh Bảo,,Thủ tục chưa có mã,2,2,0,0,2,0",
    );
    const reply = await chi.import("counts", file, { query: MAY });
    expect(reply).toMatchObject({ status: 200, new: 0, changed: 1, same: 1, wrong: 0 });
    expect(reply.rows[0].cells.map((c) => [c.field, c.before, c.after])).toEqual([["receivedOnline", null, 1]]);
    await expectTrue(api);
  });

  test("the same lines for another period are other rows", async () => {
    const file = report("MC-X,Bộ phận Một cửa xã Minh Bảo,1.777001,Đăng ký khai sinh,2,3,0,0,3,0");
    expect(await chi.import("counts", file, { query: JUNE })).toMatchObject({ new: 1, changed: 0 });
    expect(await stored(1)).toHaveLength(1);
  });

  test("without a period every line is wrong, and the answer says what may be given", async () => {
    const reply = await chi.preview("counts", report("MC-X,,1.777001,,2,3,0,0,3,0"));
    expect(reply).toMatchObject({ wrong: 1, lacking: ["period"], filled: "agency" });
  });

  test("what is given is a name, or an id behind a #; what names nothing refuses the file", async () => {
    const file = csv("MaTTHC,TiepNhanTrucTiep", "1.777001,4");
    const { justice, otherBranch } = world.agencies;
    const byId = { "set.period": `#${world.months[2]}`, "set.receptionUnit": `#${justice}` };
    expect(await chi.preview("counts", file, { query: byId })).toMatchObject({ new: 1, wrong: 0 });
    const refused = async (query: Record<string, string>) => {
      const reply = await chi.preview("counts", file, { query: { ...JULY, ...query } });
      return [reply.status, reply.problems?.[0].code, reply.problems?.[0].field, reply.problems?.[0].messageVi];
    };
    expect(await refused({ "set.receptionUnit": "Sở Tư phap X" })).toEqual([
      404,
      "NOT_FOUND",
      "set.receptionUnit",
      "Đơn vị tiếp nhận: không có “Sở Tư phap X”: Sở Tư pháp; Phòng Tư pháp. Hãy kiểm tra tên, mã, hoặc ghi #mã dòng.",
    ]);
    expect((await refused({ "set.receptionUnit": "Phòng Tư pháp" })).slice(1, 3)).toEqual([
      "BAD_INPUT",
      "set.receptionUnit",
    ]);
    expect((await refused({ "set.receptionUnit": "#987654" }))[1]).toBe("NOT_FOUND");
    expect((await refused({ "set.receptionUnit": `#${otherBranch}`, "set.nothing": "1" }))[2]).toBe("set.nothing");
    expect((await refused({ "set.receptionUnit": `#${otherBranch}`, "set.receivedPost": "một" })).slice(1, 3)).toEqual([
      "BAD_INPUT",
      "set.receivedPost",
    ]);
  });

  test("code and name are read together: the code decides, a name helps where there is none, and a quarrel is named", async () => {
    const line = (unit: string, procedure: string) => `${unit},${procedure},2,1,0,0,1,0`;
    const reply = await chi.preview(
      "counts",
      report(
        line("MC-X,Một cửa Minh Bảo", "1.777001,Khai sinh"),
        line(",Phòng Tư pháp", "1.777001,"),
        line("TP-X2,Phòng Tư pháp", "1.777001,"),
        line("MC-X,", "1.777001,Cấp phiếu lý lịch tư pháp"),
        line("MC-X,", "1.999999,Cấp phiếu lý lịch tư pháp"),
        line("STP-X,", "9.123456,Thủ tục chưa có mã"),
      ),
      { query: JULY },
    );
    expect(told(reply)).toEqual([
      [2, "NEW"],
      [3, "WRONG", "Đơn vị tiếp nhận: “Phòng Tư pháp” có ở nhiều dòng. Hãy ghi rõ kèm mã trong ngoặc vuông."],
      [4, "NEW"],
      [5, "WRONG", "Thủ tục: “1.777001” và “Cấp phiếu lý lịch tư pháp” là hai mục khác nhau. Hãy sửa một trong hai."],
      [
        6,
        "WRONG",
        "Thủ tục: mã “1.999999” không có, còn “Cấp phiếu lý lịch tư pháp” ở đây có mã 1.777002. Hãy sửa mã, hoặc bỏ cột mã khi khớp cột nếu là mã của phần mềm khác.",
      ],
      [7, "NEW"],
    ]);
    // A suggestion that is taken in the place of the code settles it.
    const [suggestion] = reply.rows[4].problems[0].suggestions!;
    const fixed = await chi.preview("counts", report(line("MC-X,", "1.999999,Cấp phiếu lý lịch tư pháp")), {
      query: JULY,
      fixes: [{ line: 2, column: 3, text: suggestion }],
    });
    expect(fixed).toMatchObject({ new: 1, wrong: 0 });
  });

  test("a total that its parts do not add up to is named; with a part left out it may be larger, never smaller", async () => {
    const line = (figures: string) => `MC-X,,1.777001,,2,${figures},0`;
    const say = async (figures: string) => told(await chi.preview("counts", report(line(figures)), { query: JULY }))[0];
    expect(await say("9,1,2,6")).toEqual([2, "NEW"]);
    expect(await say("10,1,2,6")).toEqual([
      2,
      "WRONG",
      "TongTiepNhan là 10, nhưng Nhận trực tiếp + Nhận qua BCCI + Nhận trực tuyến cộng lại được 9.",
    ]);
    expect((await say("10,,2,6"))[1]).toBe("NEW");
    expect((await say("7,,2,6"))[1]).toBe("WRONG");
    expect((await say("mười,1,2,6"))[1]).toBe("WRONG");
  });

  test("who settles is said by the file, by the procedure, by what is given, and by the unit, in this order", async () => {
    const headings = "MaTTHC,Đơn vị tiếp nhận,Cơ quan giải quyết,TiepNhanTrucTiep";
    const settles = async (line: string, query: Record<string, string> = {}) => {
      const { rows } = await chi.preview("counts", csv(headings, line), { query: { ...JULY, ...query } });
      return rows[0].cells.find((c) => c.field === "agency")?.afterText ?? rows[0].action;
    };
    expect(await settles("1.777002,TT-X,TP-X1,1", { "set.agency": "UB-X" })).toBe("Phòng Tư pháp");
    expect(await settles("1.777002,TT-X,,1", { "set.agency": "UB-X" })).toBe("Sở Tư pháp");
    expect(await settles("1.777001,TT-X,,1", { "set.agency": "UB-X" })).toBe("UBND xã Minh Bảo");
    expect(await settles("1.777001,MC-X,,1")).toBe("UBND xã Minh Bảo");
    expect(await settles("1.777001,STP-X,,1")).toBe("Sở Tư pháp");
    // A service center settles nothing: somebody has to say who does.
    expect(await settles("1.777001,TT-X,,1")).toBe("WRONG");
  });

  test("a file that does not say who settles finds the row that is there, whoever settles it", async () => {
    const full = csv(
      "Kỳ báo cáo,Thủ tục,Đơn vị tiếp nhận,Cơ quan giải quyết,Nhận qua BCCI",
      "Tháng 7/2019,1.777001,MC-X,TP-X1,4",
    );
    expect(await chi.import("counts", full)).toMatchObject({ new: 1, wrong: 0 });
    const file = csv("MaTTHC,MaDonVi,TiepNhanBCCI", "1.777001,MC-X,5");
    expect(await chi.import("counts", file, { query: JULY })).toMatchObject({ new: 0, changed: 1, wrong: 0 });
    expect(await stored(2)).toEqual([["MC-X", "Đăng ký khai sinh", "TP-X1", null, 5, null, null]]);
  });

  test("place and receiver belong to what a row is known by: unknown is not known", async () => {
    const headings = "Kỳ báo cáo,Thủ tục,Đơn vị tiếp nhận,Nơi nhận,Nhận trực tiếp";
    const lines = ["Tháng 7/2019,1.777002,TT-X,,1", "Tháng 7/2019,1.777002,TT-X,Bưu cục,2"];
    expect(await chi.import("counts", csv(headings, ...lines))).toMatchObject({ new: 2, wrong: 0 });
    const again = await chi.import("counts", csv(headings, lines[0], "Tháng 7/2019,1.777002,TT-X,Bưu cục,3"));
    expect(told(again)).toEqual([
      [2, "SAME"],
      [3, "CHANGED"],
    ]);
    expect(again).toMatchObject({ new: 0, same: 1, changed: 1, wrong: 0 });
    const twice = await chi.preview("counts", csv(headings, lines[1], lines[1]));
    expect(twice.rows.map((r) => r.action)).toEqual(["CHANGED", "WRONG"]);
  });

  test("a supplementary sheet with merged headings over three lines, bands, column numbers and a total", async () => {
    const file = await sheetOf("xlsx", [
      ["BIỂU BỔ SUNG", null, null, null, null, null, null, null, null, null, null],
      [null],
      ["STT", "Thủ tục", null, "Tiếp nhận", null, null, null, "Trả kết quả", null, null, "Ghi chú"],
      [null, "Mã TTHC", "Tên TTHC", "Tổng số", "Trong đó", null, null, "Trực tiếp", "Qua BCCI", "Trực tuyến", null],
      [null, null, null, null, "Trực tiếp", "Qua BCCI", "Trực tuyến", null, null, null, null],
      ["(1)", "(2)", "(3)", "(4)=(5)+(6)+(7)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)"],
      ["I", "Lĩnh vực Tư pháp", null, 9, 4, 3, 2, 1, 5, 0, null],
      [1, "1.777001", "Đăng ký khai sinh", 9, 4, 3, 2, 1, 5, 0, null],
      [null, "Cấp huyện", null, null, null, null, null, null, null, null, null],
      [2, null, "Thủ tục chưa có mã", 1, 0, 1, 0, 0, 1, 0, null],
      [null, "Tổng cộng", null, 10, 4, 4, 2, 1, 6, 0, null],
      [null, "Thủ tục gõ sai", null, 10, 4, 4, 2, 1, 6, 0, null],
    ]);
    const sent = { name: "bieu-bo-sung.xlsx", query: { "set.period": "Tháng 6/2019", "set.receptionUnit": "STP-X" } };
    const reply = await chi.preview("counts", file, sent);
    expect(reply).toMatchObject({ status: 200, headerLine: 5, new: 2, leftOut: 3, wrong: 1 });
    expect(reply.columns.map((c) => c.field ?? c.also ?? c.ignored)).toEqual([
      "NUMBERING",
      "procedure",
      "procedure",
      "COMPUTED",
      "receivedCounter",
      "receivedPost",
      "receivedOnline",
      "returnedCounter",
      "returnedPost",
      "returnedOnline",
      "UNKNOWN",
    ]);
    expect(reply.rows.map(({ line, action, leftOut }) => [line, leftOut ?? action])).toEqual([
      [7, "BAND"],
      [8, "NEW"],
      [9, "BAND"],
      [10, "NEW"],
      [11, "TOTAL"],
      // With figures like a row's and no sign that it heads others it is a mistake, not a band.
      [12, "WRONG"],
    ]);
  });

  test("a closed period takes no file", async () => {
    await closePeriod(asker, world.months[1]);
    const file = report("MC-X,Bộ phận Một cửa xã Minh Bảo,1.777001,Đăng ký khai sinh,2,4,0,0,4,0");
    const reply = await chi.import("counts", file, { query: JUNE });
    expect(reply).toMatchObject({ changed: 0, wrong: 1, changeSet: null });
    expect(reply.rows[0].problems.map((p) => p.code)).toEqual(["CLOSED"]);
  });

  test("the same key answers the first import again; another value given is another request", async () => {
    const file = csv("MaTTHC,MaDonVi,TiepNhanTrucTiep", "1.777002,STP-X,8");
    const send = (query: object) => chi.import("counts", file, { query: { key: "push-of-july", ...query } });
    const first = await send(JULY);
    expect(first).toMatchObject({ new: 1 });
    expect((await send(JULY)).changeSet).toEqual(first.changeSet);
    expect((await send(MAY)).problems?.[0].code).toBeDefined();
  });
});
