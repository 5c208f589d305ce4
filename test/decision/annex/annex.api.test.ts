import JSZip from "jszip";
import { startApi, type Api, type Asker } from "../../support/api";
import { eachEngine } from "../../support/engines";
import { make } from "../../change/change-speech";
import { wordHtml } from "./clipboard";
import { docxFile, formWith, xlsxFile } from "./files";

const HEAD = ["STT", "Mã TTHC", "Tên thủ tục hành chính", "Lĩnh vực"];

/** A Word file with something else in its folder than Word wrote. */
async function docxWith(change: (zip: JSZip) => unknown): Promise<Buffer> {
  const zip = await JSZip.loadAsync(await docxFile([], [HEAD]));
  await change(zip);
  return zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}

/** Small until it is unfolded. Folding it takes seconds, so both databases are shown the same one. */
let folded: Promise<Buffer> | undefined;
const foldedFile = () => (folded ??= docxWith((zip) => zip.file("word/more.xml", Buffer.alloc(120 * 1024 * 1024))));

/** `POST /decisions/annex`: what is read of an annex, and what its rows mean. */
eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  let sector: string;
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
    [sector] = await make(chi, "Sector", { nameVi: "Hộ tịch" });
  });
  afterAll(() => api.close());

  const cookieOf = async (key: "chi" | "lan"): Promise<string> => {
    const { sessions } = api.app.services;
    const { secret } = await sessions.open((await api.as(key)).person!);
    return `danh_muc_session=${secret}`;
  };
  const post = async (
    query: string,
    body: { headers: Record<string, string>; payload: Buffer | string },
    key: "chi" | "lan" = "chi",
  ) => {
    const reply = await api.inject({
      method: "POST",
      url: `/decisions/annex${query}`,
      payload: body.payload,
      headers: { ...body.headers, cookie: await cookieOf(key) },
    });
    return { status: reply.statusCode, body: reply.json() };
  };
  const json = (body: object) => ({ headers: { "content-type": "application/json" }, payload: JSON.stringify(body) });

  test("reads a table of the clipboard, a Word file and a workbook alike, with what the rows mean on the day", async () => {
    const [known] = await make(chi, "Procedure", {
      nameVi: "Đăng ký nhận cha mẹ con",
      code: "1.888001",
      sector,
      tiers: ["COMMUNE"],
      status: "IN_FORCE",
    });
    const rows = [
      HEAD,
      ["1", "1.888001.000.00.00.H63", "Đăng ký nhận cha, mẹ, con", "Hộ tịch"],
      ["2", "", "Việc chưa ai biết", "Lĩnh vực lạ"],
    ];
    const answers = await Promise.all([
      post("?list=NEW&day=2019-03-04", json({ html: wordHtml([{ before: ["A. BÃI BỎ"], rows }]) })),
      post("?list=NEW", formWith("Phụ lục.docx", await docxFile(["A. BÃI BỎ"], rows))),
      post("?list=NEW", formWith("Phụ lục.xlsx", await xlsxFile([["A. BÃI BỎ", "", "", ""], ...rows]))),
      post("?list=NEW", json({ text: ["A. BÃI BỎ", ...rows.map((r) => r.join("\t"))].join("\n") })),
    ]);
    for (const { status, body } of answers) {
      expect([status, body.problems]).toEqual([200, undefined]);
      expect(
        body.rows.map((r: { list: string; state: string; how: string; procedure: { id: string } | null }) => [
          r.list,
          r.state,
          r.how,
          r.procedure?.id,
        ]),
      ).toEqual([
        ["ABOLISHED", "MATCHED", "CODE", known],
        ["ABOLISHED", "UNKNOWN", null, undefined],
      ]);
      expect(body.rows[0].sector).toEqual({ text: "Hộ tịch", match: sector, candidates: [] });
      expect(body.rows[1].sector.match).toBeNull();
      expect(body.uses.map((u: { kind: string }) => u.kind)).toEqual(["BAND", "HEADING", "ROW", "ROW"]);
    }
    expect(answers[2].body.sheets).toEqual(["Phụ lục"]);
  });

  test("a long annex takes as many statements as a short one", async () => {
    const lines = (count: number) => [
      HEAD,
      ...Array.from({ length: count }, (_, i) => [String(i + 1), "", `Thủ tục số ${i}`, "Hộ tịch"]),
    ];
    const spent = async (count: number) => {
      const cookie = {
        ...json({
          text: lines(count)
            .map((r) => r.join("\t"))
            .join("\n"),
        }),
      };
      const headers = { ...cookie.headers, cookie: await cookieOf("chi") };
      const before = api.app.database.statements;
      const reply = await api.inject({ method: "POST", url: "/decisions/annex", payload: cookie.payload, headers });
      expect(reply.json().rows).toHaveLength(count);
      return api.app.database.statements - before;
    };
    expect(await spent(300)).toBe(await spent(3));
  });

  test("what cannot be read is refused with its way out", async () => {
    const refusal = async (body: Parameters<typeof post>[1], query = "") => {
      const { status, body: answer } = await post(query, body);
      return [status, answer.problems?.[0]?.code, answer.problems?.[0]?.field];
    };
    expect(await refusal(json({}))).toEqual([422, "BAD_INPUT", "annex"]);
    expect(await refusal(json({ html: 5 }))).toEqual([422, "BAD_INPUT", "html"]);
    // A quote that nothing closes is a sign of the text.
    const quoted = await post("", json({ text: `STT\tTên thủ tục\n1\t"Đăng ký` }));
    expect([quoted.status, quoted.body.rows[0].name]).toEqual([200, `"Đăng ký`]);
    expect(await refusal(json({ text: "a" }), "?day=30-2-2019")).toEqual([422, "BAD_INPUT", "day"]);
    expect(await refusal(json({ text: "a" }), "?list=ALL")).toEqual([422, "BAD_INPUT", "list"]);
    expect(await refusal(formWith("a.docx", Buffer.from("không phải")))).toEqual([422, "BAD_INPUT", "file"]);
    expect(await refusal(formWith("a.doc", Buffer.from("không phải")))).toEqual([422, "BAD_INPUT", "file"]);
    expect(await refusal(formWith("a.pdf", Buffer.from("%PDF-1.4")))).toEqual([422, "BAD_INPUT", "file"]);
    expect(await refusal(formWith("a.docx", Buffer.alloc(33 * 1024 * 1024)))).toEqual([413, "LIMIT", "file"]);
    // A document type declaration, which Word never writes, and a file that is small until it is unfolded.
    const docx = await docxFile([], [HEAD]);
    const text = (await (await JSZip.loadAsync(docx)).file("word/document.xml")!.async("string")).replace(
      /^<\?xml.*?\?>/,
      "",
    );
    const declared = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>${text}`;
    const withDeclaration = await docxWith((zip) => zip.file("word/document.xml", declared));
    expect(await refusal(formWith("a.docx", withDeclaration))).toEqual([422, "BAD_INPUT", "file"]);
    expect(await refusal(formWith("a.docx", await foldedFile()))).toEqual([422, "LIMIT", "file"]);
    const { status } = await post("", json({ text: "a\tb" }), "lan");
    expect(status).toBe(403);
    const away = await api.inject({
      method: "POST",
      url: "/decisions/annex",
      ...json({ text: "a\tb" }),
      headers: {
        "content-type": "application/json",
        cookie: await cookieOf("chi"),
        origin: "https://elsewhere.example",
      },
    });
    expect(away.statusCode).toBe(403);
  });
});
