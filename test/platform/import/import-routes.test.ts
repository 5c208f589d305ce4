import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { request } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Spool } from "../../../server/platform/import/spool";
import { startApi, type Api } from "../../support/api";
import { eachEngine } from "../../support/engines";
import { csv, form, FORM_TYPE, Sender, sheetOf } from "./import-speech";

eachEngine((engine) => {
  let api: Api;
  let chi: Sender;
  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
    chi = await Sender.of(api, (await api.as("chi")).person!);
  });
  afterAll(() => api.close());

  const file = csv("Mã,Tên lĩnh vực", "HT,Đường dẫn");
  const refusal = async (content: Buffer, sent: Parameters<Sender["import"]>[2] = {}, plural = "sectors") => {
    const reply = await chi.import(plural, content, sent);
    return [reply.status, reply.problems?.[0].code, reply.problems?.[0].field];
  };
  const folder = mkdtempSync(join(tmpdir(), "danh-muc-uploads-"));
  const usual = process.env.TMPDIR;
  beforeAll(() => void (process.env.TMPDIR = folder));
  afterAll(() => {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
    rmSync(folder, { recursive: true });
  });
  /** Uploads that were not taken away. */
  const leftBehind = (): string[] => readdirSync(folder);

  test("nobody, a token and whoever may not change the resource are turned away, and a page of another origin is", async () => {
    const url = "/import/sectors?dryRun=true";
    const payload = form(file, "a.csv");
    const bare = await api.inject({ method: "POST", url, headers: { "content-type": FORM_TYPE }, payload });
    expect([bare.statusCode, bare.json().problems[0].code]).toEqual([401, "SIGN_IN"]);
    const person = await api.as("chi");
    const { createToken } = await person.data(`mutation { createToken(name: "x") { secret } }`);
    const headers = { "content-type": FORM_TYPE, authorization: `Bearer ${createToken.secret}` };
    const token = await api.inject({ method: "POST", url, headers, payload });
    expect([token.statusCode, token.json().problems[0].code]).toEqual([403, "FORBIDDEN"]);
    const writing = await person.data(`mutation { createToken(name: "y", mayChange: true) { secret } }`);
    const allowed = { ...headers, authorization: `Bearer ${writing.createToken.secret}` };
    const sectors = form(csv("Tên lĩnh vực", "Đường dẫn"), "a.csv");
    const tried = await api.inject({ method: "POST", url, headers: allowed, payload: sectors });
    expect(tried.json()).toMatchObject({ new: 1, wrong: 0, changeSet: null });
    const an = await Sender.of(api, (await api.as("an")).person!);
    expect((await an.import("sectors", file)).status).toBe(403);
    for (const other of [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }])
      expect(await refusal(file, { headers: other as unknown as Record<string, string> })).toEqual([
        403,
        "FORBIDDEN",
        "origin",
      ]);
    expect(await api.app.database.read("SELECT 1 FROM sector WHERE code = 'HT'")).toEqual([]);
  });

  test("a request that cannot be understood writes nothing: a misspelt dryRun least of all", async () => {
    const asked: [Record<string, string>, string][] = [
      [{ dryrun: "true" }, "dryrun"],
      [{ dryRun: "yes" }, "dryRun"],
      [{ mode: "SOME" }, "mode"],
      [{ columns: "[1]" }, "columns"],
      [{ columns: `{"1":"password"}` }, "columns"],
      [{ columns: `{"1":"code","2":"code"}` }, "columns"],
      [{ asOf: "2019-01-01" }, "asOf"],
      [{ key: "có dấu" }, "key"],
      [{ note: "x".repeat(1001) }, "note"],
      [{ as: "pdf" }, "as"],
    ];
    for (const [query, field] of asked) {
      const [status, , named] = await refusal(file, { query });
      expect([query, status, named]).toEqual([query, 422, field]);
    }
    expect(await refusal(file, {}, "nothings")).toEqual([404, "NOT_FOUND", "nothings"]);
    expect(await refusal(file, {}, "changeSets")).toEqual([404, "NOT_FOUND", "changeSets"]);
    expect(await api.app.database.read("SELECT 1 FROM sector WHERE code = 'HT'")).toEqual([]);
  });

  test("a file as a whole is refused with what is wrong with it: none, empty, without headings or rows, no table, too large", async () => {
    const nothing = await api.inject({
      method: "POST",
      url: "/import/sectors",
      headers: { cookie: chi.cookie, "content-type": "application/json" },
      payload: "{}",
    });
    expect([nothing.statusCode, nothing.json().problems[0].field]).toEqual([422, "file"]);
    expect(await refusal(Buffer.alloc(0))).toEqual([422, "BAD_INPUT", "file"]);
    expect(await refusal(csv("a,b", "1,2"))).toEqual([422, "BAD_INPUT", "file"]);
    expect(await refusal(csv("Mã,Tên lĩnh vực"))).toEqual([422, "BAD_INPUT", "file"]);
    expect(await refusal(Buffer.from("%PDF-1.7"), { name: "a.xlsx" })).toEqual([422, "BAD_INPUT", "file"]);
    expect(await refusal(Buffer.alloc(32 * 1024 * 1024 + 1, "a"))).toEqual([413, "LIMIT", "file"]);
    const workbook = await sheetOf("xlsx", [
      ["Mã", "Tên lĩnh vực"],
      ["HT", "x"],
    ]);
    const [status] = await refusal(workbook, { query: { sheet: "Không có" }, name: "a.xlsx" });
    expect(status).toBe(404);
    // Whatever became of them, no file stays behind.
    expect(leftBehind()).toEqual([]);
  });

  test("what a person puts in place of cells is read instead of them, and the file stays as it is", async () => {
    const bad = csv("Mã TTHC,Tên TTHC,Lĩnh vực,Cấp thực hiện,Tình trạng", "9.111111,Thử sửa,Hộ tick,Tỉnh,Còn hiệu lực");
    const before = await chi.preview("procedures", bad);
    expect(before.rows[0].problems).toMatchObject([{ field: "sector", column: 3, value: "Hộ tick" }]);
    expect(before.rows[0].problems[0].suggestions![0]).toBe("Hộ tịch");
    const fixes = [{ line: 2, column: 3, text: "Hộ tịch" }];
    expect(await chi.preview("procedures", bad, { fixes })).toMatchObject({ new: 1, wrong: 0 });
    expect(await refusal(bad, { fixes: [{ line: 0, column: 1, text: "x" }] }, "procedures")).toEqual([
      422,
      "BAD_INPUT",
      "fixes",
    ]);
  });

  test("the same file comes back with a column of errors, and goes in once it is corrected", async () => {
    for (const as of ["csv", "xlsx"] as const) {
      const rows = [["Danh sách"], ["STT", "Mã", "Tên lĩnh vực"], [1, `${as}1`, `Trả về ${as} một`], [2, `${as}2`, ""]];
      const sent = await sheetOf(as, rows);
      const back = await chi.post("sectors", sent, { name: `a.${as}`, query: { as, dryRun: "true" } });
      expect(back.headers["content-disposition"]).toBe(`attachment; filename*=UTF-8''a-loi.${as}`);
      const seen = await chi.preview("sectors", back.rawPayload, { name: `b.${as}` });
      expect(seen).toMatchObject({ headerLine: 2, new: 1, wrong: 1 });
      expect(seen.columns.map((c) => [c.header, c.ignored])).toEqual([
        ["STT", "NUMBERING"],
        ["Mã", null],
        ["Tên lĩnh vực", null],
        ["Lỗi", "ERRORS"],
      ]);
      const fixes = [{ line: 4, column: 3, text: `Trả về ${as} hai` }];
      expect(await chi.import("sectors", back.rawPayload, { name: `b.${as}`, fixes })).toMatchObject({
        new: 2,
        wrong: 0,
      });
    }
    // From a job too, for whoever comes back for it later.
    const begun = await chi.post("sectors", csv("Mã,Tên lĩnh vực", "VL,"), {
      query: { as: "csv", dryRun: "true", background: "true" },
    });
    const { id } = begun.json().job;
    const person = (await api.as("chi")).person!;
    while ((await api.app.services.jobs.one(person, id))!.state === "RUNNING")
      await new Promise((r) => setTimeout(r, 5));
    expect((await chi.get(`/jobs/${id}/file`)).payload).toContain("VL,,Thiếu Tên lĩnh vực");
  });

  test("a preview that nobody waits for any more is given up, and what is to be written is not", async () => {
    await api.app.http.listen({ port: 0, host: "127.0.0.1" });
    const { port } = api.app.http.server.address() as AddressInfo;
    const lines = Array.from({ length: 3500 }, (_, i) => `BO${i},Bỏ dở ${i}`);
    const add = jest.spyOn(Spool.prototype, "add");
    const close = Spool.prototype.end;
    const end = jest.spyOn(Spool.prototype, "end");
    const complaint = jest.spyOn(console, "error").mockImplementation(() => undefined);
    for (const [dryRun, portions] of [
      ["true", 1],
      ["false", 4],
    ] as const) {
      add.mockClear();
      const gone = new Promise<void>((resolve) =>
        api.app.http.server.once("connection", (socket: Socket) => socket.once("close", () => resolve())),
      );
      const headers = { cookie: chi.cookie, "content-type": FORM_TYPE };
      const sent = request({ port, path: `/import/sectors?dryRun=${dryRun}`, method: "POST", headers });
      sent.on("error", () => undefined);
      const isOver = new Promise<void>((resolve) => {
        add.mockImplementationOnce(async () => {
          sent.destroy();
          await gone;
          end.mockImplementationOnce(async function (this: Spool) {
            await close.call(this);
            resolve();
          });
        });
      });
      sent.end(form(csv("Mã,Tên lĩnh vực", ...lines), "a.csv"));
      await isOver;
      expect([dryRun, add.mock.calls.length]).toEqual([dryRun, portions]);
    }
    expect(complaint).not.toHaveBeenCalled();
    jest.restoreAllMocks();
    expect((await api.app.database.read("SELECT COUNT(*) FROM sector WHERE INSTR(name_vi, 'Bỏ dở') > 0"))[0][0]).toBe(
      3500,
    );
  });

  test("a name that is cut is cut between two signs", async () => {
    const name = `😀${"a".repeat(196)}.csv`;
    const back = await chi.post("sectors", csv("Mã,Tên lĩnh vực", "TD,Tên dài"), {
      name,
      query: { as: "csv", dryRun: "true" },
    });
    expect(back.statusCode).toBe(200);
    expect(back.headers["content-disposition"]).toContain(`${"a".repeat(196)}-loi.csv`);
  });

  test("a template has headings that are read back, in either language and form, for every resource", async () => {
    const quan = await Sender.of(api, (await api.as("quan")).person!);
    for (const resource of api.app.services.registry.resources.filter((r) => r.root && !r.readOnly)) {
      for (const [form_, lang] of [
        ["csv", "vi"],
        ["xlsx", "en"],
      ]) {
        const reply = await quan.get(`/import/${resource.plural}/template.${form_}?lang=${lang}`);
        expect([resource.plural, reply.statusCode]).toEqual([resource.plural, 200]);
        // An empty template has no rows: that its headings were found is said by what is missing.
        const empty = await quan.preview(resource.plural, reply.rawPayload, { name: `a.${form_}` });
        expect([resource.plural, empty.problems![0].messageEn]).toEqual([
          resource.plural,
          expect.stringContaining("no rows below its headings"),
        ]);
      }
    }
    expect((await chi.get("/import/sectors/template.pdf")).statusCode).toBe(422);
  });

  test("an identity is corrected on a day, or given a new state from a day", async () => {
    const lines = ["Mã,Tên cơ quan,Loại cơ quan", "DAY1,Cơ quan theo ngày,DEPARTMENT"];
    await chi.import("agencies", csv(...lines), { query: { from: "2018-01-01" } });
    const renamed = csv("Mã,Tên cơ quan", "DAY1,Cơ quan đổi tên");
    const reply = await chi.import("agencies", renamed, { query: { from: "2019-01-01" } });
    expect(reply).toMatchObject({ changed: 1, wrong: 0 });
    const states = () =>
      api.app.database.read(
        "SELECT name, valid_from, valid_to FROM agency_state WHERE code = 'DAY1' ORDER BY valid_from",
      );
    expect(await states()).toEqual([
      ["Cơ quan theo ngày", "2018-01-01", "2019-01-01"],
      ["Cơ quan đổi tên", "2019-01-01", "9999-12-31"],
    ]);
    await chi.import("agencies", csv("Mã,Tên cơ quan", "DAY1,Cơ quan viết đúng"), { query: { asOf: "2018-06-01" } });
    expect((await states())[0]).toEqual(["Cơ quan viết đúng", "2018-01-01", "2019-01-01"]);
    expect(await refusal(renamed, { query: { asOf: "2019-01-01", from: "2019-01-01" } }, "agencies")).toEqual([
      422,
      "BAD_INPUT",
      "asOf",
    ]);
  });

  test("a stale version is refused by name, a blank cell clears, a column that is not there is left alone", async () => {
    await chi.import("sectors", csv("Mã,Tên lĩnh vực,Tên tiếng Anh", "ST1,Cũ một,Old one"));
    const [[id, version]] = await api.app.database.read("SELECT id, version FROM sector WHERE code = 'ST1'");
    await chi.import("sectors", csv("Mã,Tên lĩnh vực", "ST1,Ai đó sửa"));
    const stale = await chi.import(
      "sectors",
      csv("Mã dòng,Phiên bản,Tên lĩnh vực", `${String(id)},${String(version)},Tôi sửa`),
    );
    expect(stale.rows[0]).toMatchObject({ action: "WRONG", problems: [{ code: "STALE" }] });
    expect(stale.rows[0].problems[0].messageVi).toContain("Chi");
    const kept = () => api.app.database.read("SELECT name_vi, name_en FROM sector WHERE code = 'ST1'");
    expect(await kept()).toEqual([["Ai đó sửa", "Old one"]]);
    await chi.import("sectors", csv("Mã,Tên lĩnh vực,Tên tiếng Anh", "ST1,Ai đó sửa,"));
    expect(await kept()).toEqual([["Ai đó sửa", null]]);
  });
});
