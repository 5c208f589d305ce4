import { createHash, randomBytes } from "node:crypto";
import { request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, readdirSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { ZipWriter } from "../../server/platform/sheet/zip-writer";
import { Outlet } from "../../server/platform/sheet/outlet";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { xlsxOf } from "../support/sheet-file";
import { ClaimWorld } from "./claim-world";

type Somebody = Asker & { cookie: string };

const PDF = (more = 0): Buffer => Buffer.concat([Buffer.from("%PDF-1.7\n\x00\xff", "latin1"), randomBytes(more)]);
const sha = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

async function zipOf(names: readonly string[]): Promise<Buffer> {
  const out = new PassThrough();
  const whole = buffer(out);
  const zip = new ZipWriter(new Outlet(out));
  for (const name of names) await zip.file(name, "x");
  await zip.end();
  return whole;
}

eachEngine((engine) => {
  let api: Api;
  let world: ClaimWorld;
  let post: Somebody;
  let finance: Somebody;
  let stranger: Somebody;
  beforeAll(async () => {
    api = await startApi(engine);
    world = await ClaimWorld.in(api);
    post = await world.somebody("Giàng A Phử", "POST", "post");
    finance = await world.somebody("Phạm Đức Thuận", "FINANCE", "payer");
    stranger = await world.somebody("Lý A Sùng", "FINANCE", "other");
  });
  afterAll(() => api?.close());

  const attach = (
    claim: string,
    payload: Buffer,
    options: { by?: Somebody; query?: string; headers?: object } = {},
  ) => {
    const { by = post, query = "kind=INVOICE&name=hoa-don.pdf", headers = {} } = options;
    return api.inject({
      method: "POST",
      url: `/api/subsidy-claims/${claim}/attachments?${query}`,
      headers: { cookie: by.cookie, "content-type": "application/octet-stream", ...headers },
      payload,
    });
  };
  const fetched = (id: string, by: Somebody, headers = {}) =>
    api.inject({ url: `/api/claim-attachments/${id}`, headers: { cookie: by.cookie, ...headers } });
  const detach = (id: string, by: Somebody) =>
    by.data(
      `mutation($id: ID!) { detachFromClaim(id: $id) { changeSet { id } rows { action } problems { field code messageVi messageEn } } }`,
      { id },
    );
  const attachments = async (claim: string, by: Somebody) =>
    (
      await by.data(
        `query($id: ID!) { subsidyClaim(id: $id) { attachments { items { id kind name mediaType size sha256 payer { name } } } } }`,
        { id: claim },
      )
    ).subsidyClaim?.attachments.items;
  const kept = async (hash: string): Promise<unknown[]> =>
    api.app.database.read("SELECT LENGTH(content) FROM attachment_content WHERE sha256 = ?", [hash]);

  test("a paper is attached with what it is, and given out again byte for byte", async () => {
    const claim = await world.claim("A-1");
    const bytes = PDF(3 * 1024 * 1024 + 17);
    const answer = await attach(claim, bytes, {
      query: `kind=MINUTES&name=${encodeURIComponent("C:\\quét\\Biên bản nghiệm thu quý II – số 07.pdf")}`,
    });
    expect(answer.statusCode).toBe(201);
    const { id, sha256, size } = answer.json();
    expect([sha256, size]).toEqual([sha(bytes), bytes.length]);
    const found = await attachments(claim, finance);
    expect(found).toEqual([
      {
        ...{ id, kind: "MINUTES", name: "Biên bản nghiệm thu quý II – số 07.pdf" },
        ...{ mediaType: "application/pdf", size: bytes.length, sha256 },
        payer: { name: "Ủy ban nhân dân huyện Văn Chấn" },
      },
    ]);
    const given = await fetched(id, finance);
    expect(given.rawPayload.equals(bytes)).toBe(true);
    expect(given.headers).toMatchObject({
      "content-type": "application/pdf",
      "content-length": String(bytes.length),
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent("Biên bản nghiệm thu quý II – số 07.pdf")}`,
    });
  });

  test("the largest file there may be is kept whole, and one byte more is refused", async () => {
    const claim = await world.claim("A-2");
    const most = 8 * 1024 * 1024;
    const bytes = PDF(most - 11);
    expect(bytes.length).toBe(most);
    const answer = await attach(claim, bytes);
    expect(answer.statusCode).toBe(201);
    expect((await fetched(answer.json().id, post)).rawPayload.equals(bytes)).toBe(true);
    const refused = await attach(claim, Buffer.concat([bytes, Buffer.from("x")]));
    expect([refused.statusCode, refused.json().problems[0]]).toEqual([
      413,
      expect.objectContaining({ code: "LIMIT", field: "file", messageVi: expect.stringContaining("8 MB") }),
    ]);
    expect(await attachments(claim, post)).toHaveLength(1);
  });

  test("a file that does not say how long it is, is refused once it is too long, and the refusal arrives", async () => {
    const claim = await world.claim("A-3");
    await api.app.http.listen({ host: "127.0.0.1", port: 0 });
    const own = mkdtempSync(join(tmpdir(), "danh-muc-uploads-"));
    const { TMPDIR } = process.env;
    process.env.TMPDIR = own;
    const { port } = api.app.http.server.address() as AddressInfo;
    const answer = await new Promise<{ status?: number; text: string }>((resolve, reject) => {
      const outgoing = send(
        {
          ...{ host: "127.0.0.1", port, method: "POST" },
          path: `/api/subsidy-claims/${claim}/attachments?kind=OTHER&name=a.pdf`,
          headers: { cookie: post.cookie, "transfer-encoding": "chunked" },
        },
        (incoming) => {
          incoming.setEncoding("utf8");
          let text = "";
          incoming.on("data", (part) => (text += part)).on("end", () => resolve({ status: incoming.statusCode, text }));
        },
      );
      outgoing.on("error", reject);
      for (let part = 0; part < 9; part++) outgoing.write(PDF(1024 * 1024));
      outgoing.end();
    });
    expect([answer.status, answer.text]).toEqual([413, expect.stringContaining('"code":"LIMIT"')]);
    process.env.TMPDIR = TMPDIR ?? "";
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    expect(readdirSync(own)).toEqual([]);
    rmdirSync(own);
  });

  test("what a file is, its bytes say and not its name", async () => {
    const claim = await world.claim("A-4");
    const office = "application/vnd.openxmlformats-officedocument";
    const types = "[Content_Types].xml";
    for (const [bytes, name, mediaType, givenOut] of [
      [PDF(), "bản quét.exe", "application/pdf", "bản quét.exe.pdf"],
      [Buffer.from("89504e470d0a1a0a0000", "hex"), "a.PNG", "image/png", "a.PNG"],
      [Buffer.from("ffd8ffe000104a464946", "hex"), "a.jpeg", "image/jpeg", "a.jpeg"],
      [await zipOf([types, "word/document.xml"]), "a", `${office}.wordprocessingml.document`, "a.docx"],
      [await xlsxOf([["Tuyến"]], "Bảng"), "a.docx", `${office}.spreadsheetml.sheet`, "a.docx.xlsx"],
    ] as const) {
      const answer = await attach(claim, bytes, { query: `kind=OTHER&name=${encodeURIComponent(name)}` });
      expect([name, answer.statusCode]).toEqual([name, 201]);
      const given = await fetched(answer.json().id, post);
      expect([given.headers["content-type"], given.headers["content-disposition"]]).toEqual([
        mediaType,
        `attachment; filename*=UTF-8''${encodeURIComponent(givenOut)}`,
      ]);
    }
    for (const [bytes, sentence] of [
      [Buffer.from("<script>alert(1)</script>"), "PDF, PNG, JPEG, DOCX"],
      [Buffer.from("MZ\x90\x00"), "PDF, PNG, JPEG, DOCX"],
      [Buffer.from("d0cf11e0a1b11ae1", "hex"), "PDF, PNG, JPEG, DOCX"],
      [await zipOf(["a.txt"]), "PDF, PNG, JPEG, DOCX"],
      [await zipOf([types, "word/document.xml", "word/vbaProject.bin"]), "macro"],
      [Buffer.from("PK\x03\x04 cut off", "latin1"), "Không đọc được"],
      [Buffer.alloc(0), "không có nội dung"],
    ] as const) {
      const answer = await attach(claim, bytes, { query: "kind=OTHER&name=a.pdf" });
      expect([answer.statusCode, answer.json().problems[0]]).toEqual([
        422,
        expect.objectContaining({ code: "BAD_INPUT", field: "file", messageVi: expect.stringContaining(sentence) }),
      ]);
      expect(await kept(sha(bytes))).toEqual([]);
    }
  });

  test("a kind that is none, a name that is missing, a claim that is none: each is named", async () => {
    const claim = await world.claim("A-5");
    for (const [at, query, code, field] of [
      [claim, "kind=RECEIPT&name=a.pdf", "BAD_INPUT", "kind"],
      [claim, "name=a.pdf", "REQUIRED", "kind"],
      [claim, "kind=OTHER", "REQUIRED", "name"],
      [claim, "kind=OTHER&name=%20", "REQUIRED", "name"],
      [claim, "kind=OTHER&name=a.pdf&name=b.pdf", "BAD_INPUT", "name"],
      ["x", "kind=OTHER&name=a.pdf", "BAD_INPUT", "id"],
      ["999999999", "kind=OTHER&name=a.pdf", "NOT_FOUND", "claim"],
    ]) {
      const { problems } = (await attach(at, PDF(), { query })).json();
      expect([query, problems[0].code, problems[0].field]).toEqual([query, code, field]);
    }
    expect(await attachments(claim, post)).toEqual([]);
  });

  test("another district's person neither sees the papers nor adds to them nor takes them away", async () => {
    const claim = await world.claim("A-6");
    const bytes = PDF(50);
    const { id } = (await attach(claim, bytes)).json();
    const missing = await fetched(id, stranger);
    expect([missing.statusCode, missing.json().problems[0].code]).toEqual([404, "NOT_FOUND"]);
    const other = PDF(60);
    const refused = await attach(claim, other, { by: stranger });
    expect([refused.statusCode, refused.json().problems[0]]).toEqual([
      404,
      expect.objectContaining({ code: "NOT_FOUND", field: "claim" }),
    ]);
    expect(await kept(sha(other))).toEqual([]);
    expect((await detach(id, stranger)).detachFromClaim.problems[0].code).toBe("NOT_FOUND");
    expect((await attachments(claim, finance)).map((one: { id: string }) => one.id)).toEqual([id]);
  });

  test("who only reads attaches nothing; nobody, and another site's page, get nothing", async () => {
    const claim = await world.claim("A-7");
    const { id } = (await attach(claim, PDF(70))).json();
    const reader = await world.somebody("An", "REPORTER", null);
    expect((await attach(claim, PDF(71), { by: reader })).statusCode).toBe(403);
    expect((await fetched(id, reader)).statusCode).toBe(200);
    for (const headers of [{ "sec-fetch-site": "cross-site" }, { origin: "https://elsewhere.example" }]) {
      const answer = await attach(claim, PDF(72), { headers });
      expect([answer.statusCode, answer.json().problems[0].field]).toEqual([403, "origin"]);
      expect((await fetched(id, post, headers)).statusCode).toBe(403);
    }
    expect((await api.inject({ url: `/api/claim-attachments/${id}` })).statusCode).toBe(401);
    const nobody = { ...post, cookie: "" };
    expect((await attach(claim, PDF(73), { by: nobody })).statusCode).toBe(401);
    const mutation = await reader.ask(`mutation { detachFromClaim(id: "${id}") { problems { code } } }`);
    expect(mutation.errors?.[0].extensions.code).toBe("FORBIDDEN");
  });

  test("the same bytes are kept once, however many papers they are, and stay when a paper goes", async () => {
    const claim = await world.claim("A-8");
    const bytes = PDF(2 * 1024 * 1024);
    const both = await Promise.all([attach(claim, bytes), attach(claim, bytes, { query: "kind=CONTRACT&name=b.pdf" })]);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
    expect(await kept(sha(bytes))).toEqual([[bytes.length]]);
    const [first, second] = both.map((answer) => answer.json().id);
    const gone = (await detach(first, post)).detachFromClaim;
    expect([gone.rows, gone.problems]).toEqual([[{ action: "DELETE" }], []]);
    expect((await fetched(first, post)).statusCode).toBe(404);
    expect((await fetched(second, post)).rawPayload.equals(bytes)).toBe(true);
    expect((await detach(second, post)).detachFromClaim.problems).toEqual([]);
    // History names them: who attached and who took away, and which bytes.
    expect(await kept(sha(bytes))).toEqual([[bytes.length]]);
    const past = await api.app.database.read(
      "SELECT action FROM change_row WHERE resource = 'ClaimAttachment' AND row_id = ? ORDER BY change_set_id",
      [Number(second)],
    );
    expect(past).toEqual([["CREATE"], ["DELETE"]]);
    expect((await detach(second, post)).detachFromClaim.problems[0]).toMatchObject({ code: "NOT_FOUND", field: "id" });
  });

  test("an upload that is sent again under its key is answered as before", async () => {
    const claim = await world.claim("A-9");
    const bytes = PDF(90);
    const query = "kind=CONTRACT&name=hd.pdf&key=9f1c";
    const [first, again] = [await attach(claim, bytes, { query }), await attach(claim, bytes, { query })];
    expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
    expect(again.json()).toEqual(first.json());
    expect(await attachments(claim, post)).toHaveLength(1);
    const other = await attach(claim, PDF(91), { query });
    expect(other.json().problems[0]).toMatchObject({ code: "NOT_UNIQUE", field: "key" });
  });

  test("bytes whose row was lost on the way are found by the same file; a row never lacks its bytes", async () => {
    const claim = await world.claim("A-10");
    const bytes = PDF(100);
    // As a server leaves it that ends between the two.
    await api.app.database.write((tx) =>
      tx.run("INSERT INTO attachment_content (sha256, content) VALUES (?, ?)", [sha(bytes), bytes]),
    );
    const answer = await attach(claim, bytes);
    expect(answer.statusCode).toBe(201);
    expect((await fetched(answer.json().id, post)).rawPayload.equals(bytes)).toBe(true);
    const bare = await api.app.database.read(
      "SELECT a.id FROM claim_attachment a LEFT JOIN attachment_content c ON c.sha256 = a.sha256 WHERE c.sha256 IS NULL",
    );
    expect(bare).toEqual([]);
    // Bytes that somebody took out of the database by hand are missed aloud.
    await api.app.database.write((tx) => tx.run("DELETE FROM attachment_content WHERE sha256 = ?", [sha(bytes)]));
    const lost = await fetched(answer.json().id, post);
    expect([lost.statusCode, lost.json().problems[0]]).toEqual([
      404,
      expect.objectContaining({ messageVi: expect.stringContaining("hoa-don.pdf") }),
    ]);
  });

  test("papers are added until the claim is paid, and taken away only while it is with its claimant", async () => {
    const claim = await world.claim("A-11");
    const ids: string[] = [(await attach(claim, PDF(110))).json().id];
    const line = { route: "route", rate: "rate", rateVnd: "12000", quantity: "10", amountVnd: "84000" };
    await world.make("subsidyBudgetLine", "budget", {
      ...{ program: world.ids.program, kind: "GRANTED", amountVnd: "60000000" },
      ...{ document: "Quyết định số 10/QĐ-UBND", decidedOn: "2019-01-02" },
    });
    const steps: [verb: string, set: Record<string, unknown>][] = [
      ["check", { state: "CHECKED" }],
      ["approve", { state: "APPROVED" }],
      ["pay", { state: "PAID" }],
    ];
    await world.submit("A-11", [line]);
    for (const [verb, set] of steps) {
      // The one who checks attaches too, say the minutes that were missing.
      const added = await attach(claim, PDF(111 + ids.length), { by: finance });
      expect([verb, added.statusCode]).toEqual([verb, 201]);
      ids.push(added.json().id);
      const stays = (await detach(ids[0], post)).detachFromClaim;
      const isApproved = verb === "pay";
      expect(stays.problems[0]).toMatchObject({
        ...{ code: "CLOSED", field: "claim" },
        messageVi: expect.stringContaining(isApproved ? "đã phê duyệt" : "đã gửi"),
        messageEn: expect.stringContaining(isApproved ? "is approved" : "was submitted"),
      });
      await world.step("A-11", verb, set);
    }
    const late = await attach(claim, PDF(119));
    expect([late.statusCode, late.json().problems[0]]).toEqual([
      422,
      expect.objectContaining({ code: "CLOSED", field: "claim", messageEn: expect.stringContaining("is paid") }),
    ]);
    expect((await attachments(claim, post)).map(({ id }: { id: string }) => id).sort()).toEqual(ids.sort());
  });

  test("a payment at the same moment does not let a paper through", async () => {
    await world.make("subsidyBudgetLine", "more", {
      ...{ program: world.ids.program, kind: "AMENDED", amountVnd: "1000000" },
      ...{ document: "Quyết định số 11/QĐ-UBND", decidedOn: "2019-02-02" },
    });
    for (let round = 0; round < 5; round++) {
      const code = `R-${round}`;
      const [firstDay, lastDay] = [`2019-0${round + 1}-01`, `2019-0${round + 1}-28`];
      const claim = await world.claim(code, { firstDay, lastDay });
      await world.submit(code, []);
      await world.step(code, "check", { state: "CHECKED" });
      await world.step(code, "approve", { state: "APPROVED" });
      const [answer] = await Promise.all([attach(claim, PDF(200 + round)), world.step(code, "pay", { state: "PAID" })]);
      const isAttached = (await attachments(claim, post)).length === 1;
      expect(isAttached).toBe(answer.statusCode === 201);
      if (!isAttached) expect(answer.json().problems[0].code).toBe("CLOSED");
      expect((await attach(claim, PDF(300 + round))).statusCode).toBe(422);
    }
  });

  test("what was attached is not undone: it is taken away by its own verb", async () => {
    const claim = await world.claim("A-12");
    const { changeSetId } = (await attach(claim, PDF(120))).json();
    const reply = await post.ask(`mutation { undoChangeSet(id: "${changeSetId}") { problems { code } } }`);
    expect(reply.errors?.[0].extensions.code).toBe("FORBIDDEN");
  });
});
