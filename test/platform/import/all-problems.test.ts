import { rowProblems } from "../../../server/platform/registry/row-problems";
import type { RowRule } from "../../../server/platform/registry/rule";
import { decisionDateProblems } from "../../../server/decision/decision.rules";
import { startApi, type Api } from "../../support/api";
import { eachEngine } from "../../support/engines";
import { csv, Sender, type ImportReply } from "./import-speech";

const told = (reply: ImportReply, at = 0): (string | null)[][] =>
  reply.rows[at].problems.map(({ field, code }) => [field, code]).sort();

eachEngine((engine) => {
  let api: Api;
  let chi: Sender;
  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
    chi = await Sender.of(api, (await api.as("chi")).person!);
  });
  afterAll(() => api.close());

  const HEADS = "Mã TTHC,Tên TTHC,Lĩnh vực,Cấp thực hiện,Tình trạng,Từ ngày,Đến trước ngày";
  const idOf = async (table: string, owner: string, code: string): Promise<number[]> =>
    (
      await api.app.database.read(
        `SELECT i.id, i.version FROM ${table} i JOIN ${table}_state s ON s.${owner} = i.id WHERE s.code = ?`,
        [code],
      )
    )[0].map(Number);

  test("a wrong row is told at once of what cannot be read, what is unknown and what is missing", async () => {
    const file = csv(HEADS, "mã hỏng !,,Lĩnh vực không hề có,Cấp tỉnh,,2020-05-01,2019-01-01");
    const reply = await chi.preview("procedures", file);
    expect(told(reply)).toEqual([
      ["code", "BAD_INPUT"],
      ["nameVi", "REQUIRED"],
      ["sector", "NOT_FOUND"],
      ["status", "REQUIRED"],
      ["validTo", "OUTSIDE_VALIDITY"],
    ]);
    const name = reply.rows[0].problems.find((p) => p.field === "nameVi");
    expect(name).toMatchObject({ column: 2, header: "Tên TTHC", value: "" });
    expect(name!.messageVi).toContain("Tên");
  });

  test("a rule that would look at what could not be read stays silent", async () => {
    const reply = await chi.preview(
      "procedures",
      csv(HEADS, "9.000001,,Hộ tịch,Cấp tỉnh,Còn hiệu lực,31/2/2020,2019-01-01"),
    );
    expect(told(reply)).toEqual([
      ["nameVi", "REQUIRED"],
      ["validFrom", "BAD_INPUT"],
    ]);
  });

  test("what the file has no column for is missing from a new row, and not from one that may be there", async () => {
    const heads = "Mã TTHC,Tên TTHC,Từ ngày";
    const reply = await chi.preview(
      "procedures",
      csv(heads, "9.000002,Hoàn toàn mới,31/2/2020", "mã hỏng !,,31/2/2020"),
    );
    expect(told(reply, 0)).toEqual([
      ["sector", "REQUIRED"],
      ["status", "REQUIRED"],
      ["tiers", "REQUIRED"],
      ["validFrom", "BAD_INPUT"],
    ]);
    expect(told(reply, 1)).toEqual([
      ["code", "BAD_INPUT"],
      ["nameVi", "REQUIRED"],
      ["validFrom", "BAD_INPUT"],
    ]);
  });

  test("a stored row is told of what the file takes from it, not of what the file leaves alone", async () => {
    const reply = await chi.preview("procedures", csv("Mã TTHC,Tên TTHC,Lĩnh vực", "1.001193,,Lĩnh vực không hề có"));
    expect(told(reply)).toEqual([
      ["nameVi", "REQUIRED"],
      ["sector", "NOT_FOUND"],
    ]);
  });

  test("a row of an unknown id is told of its cells too", async () => {
    const heads = "Mã dòng,Phiên bản,Mã TTHC,Tên TTHC,Từ ngày";
    const reply = await chi.preview("procedures", csv(heads, "999999999,1,9.000003,,31/2/2020"));
    expect(told(reply)).toEqual([
      ["id", "NOT_FOUND"],
      ["nameVi", "REQUIRED"],
      ["validFrom", "BAD_INPUT"],
    ]);
  });

  test("a code that is taken names the row that has it, in a file and in the grid", async () => {
    await chi.import(
      "agencies",
      csv("Mã,Tên cơ quan,Loại cơ quan", "TK1,Sở Thứ Nhất,DEPARTMENT", "TK2,Sở Thứ Hai,DEPARTMENT"),
    );
    const [id, version] = await idOf("agency", "agency_id", "TK2");
    const file = csv("Mã dòng,Phiên bản,Mã", `${id},${version},TK1`);
    const [{ problems }] = (await chi.preview("agencies", file)).rows;
    expect(problems).toMatchObject([{ field: "code", code: "NOT_UNIQUE" }]);
    expect(problems[0].messageVi).toContain("“TK1” đang thuộc về “Sở Thứ Nhất” trong cùng thời gian");
    expect(problems[0].messageEn).toContain("“TK1” belongs to “Sở Thứ Nhất” at the same time");
    const change = `mutation($id: ID!, $version: Int!) {
      changeAgencies(changes: [{ update: { id: $id, version: $version, set: { code: "TK1" } } }]) { problems { messageVi } }
    }`;
    const asked = await api.as("chi");
    const { changeAgencies } = await asked.data(change, { id: String(id), version });
    expect(changeAgencies.problems).toEqual([{ messageVi: problems[0].messageVi }]);
  });

  test("of two new rows that want one code, the later is told of the earlier by name", async () => {
    const create = (name: string) => ({ create: { name, code: "TK9", kind: "DEPARTMENT" } });
    const asked = await api.as("chi");
    const { changeAgencies } = await asked.data(
      `mutation($changes: [AgencyChange!]!) { changeAgencies(changes: $changes) { problems { index messageEn } } }`,
      { changes: [create("Sở Đến Trước"), create("Sở Đến Sau")] },
    );
    expect(changeAgencies.problems).toEqual([
      { index: 1, messageEn: expect.stringContaining("“TK9” belongs to “Sở Đến Trước” at the same time") },
    ]);
  });

  test("a row whose name the person may not read stays a number", async () => {
    await chi.import("agencies", csv("Mã,Tên cơ quan,Loại cơ quan", "TK5,Sở Kín Tiếng,DEPARTMENT"));
    const [id] = await idOf("agency", "agency_id", "TK5");
    const agency = api.app.services.registry.single("agency");
    const open = agency.policy;
    agency.policy = { ...open, fields: { ...open.fields, name: { read: ["ADMINISTRATOR"] } } };
    try {
      const asked = await api.as("chi");
      const { changeAgencies } = await asked.data(
        `mutation { changeAgencies(changes: [{ create: { name: "Sở Tò Mò", code: "TK5", kind: DEPARTMENT } }]) { problems { messageVi } } }`,
      );
      expect(changeAgencies.problems[0].messageVi).toContain(`dòng khác (mã nội bộ ${id})`);
      expect(changeAgencies.problems[0].messageVi).not.toContain("Kín Tiếng");
    } finally {
      agency.policy = open;
    }
  });
});

test("of a row known in part, only those rules speak that looked at nothing unknown", () => {
  const fields = [{ name: "number", required: true, write: "always" as const }];
  const first: RowRule = (row) => (row.number == null ? [] : [{ code: "BAD_INPUT", field: "number", reason: "x" }]);
  const law = { fields, rules: [decisionDateProblems, first] };
  const context = { before: null, action: "CREATE" as const, note: null };
  const row = { number: "1", issuedOn: "2020-01-02", effectiveOn: "2020-01-01" };
  const said = (...unread: string[]) => rowProblems(law, row, context, new Set(unread)).map((p) => p.field);
  expect(said()).toEqual(["effectiveOn", "number"]);
  expect(said("issuedOn")).toEqual(["number"]);
  expect(said("number")).toEqual(["effectiveOn"]);
  expect(rowProblems(law, { ...row, number: null }, context, new Set(["number"])).length).toBe(1);
});
