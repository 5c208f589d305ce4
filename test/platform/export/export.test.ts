import type { AddressInfo } from "node:net";
import { get } from "node:http";
import type { Resource } from "../../../server/platform/registry/registry";
import { startApi, type Api, type Asker } from "../../support/api";
import { eachEngine } from "../../support/engines";
import { make } from "../../change/change-speech";
import { exported, signedIn } from "./exported";

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  let roots: Resource[];
  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
    chi = await api.as("chi");
    roots = api.app.services.registry.resources.filter((r) => r.root);
  });
  afterAll(() => api.close());

  const table = async (address: string, query: Record<string, unknown> = {}) => {
    const { status, rows, body } = await exported(api, "chi", address, { query });
    if (status !== 200) throw new Error(body.toString());
    return rows.map((row) => row.values);
  };

  test("every list is a file in both formats and both languages, with all its rows in its order", async () => {
    for (const { plural, label, pluralLabel } of roots) {
      const { list } = (await (
        await api.as("quan")
      ).data(`{ list: ${plural}(limit: 1000) { total items { id version } } }`)) as {
        list: { total: number; items: { id: string; version: number }[] };
      };
      for (const address of [`${plural}.csv`, `${plural}.xlsx`]) {
        for (const lang of ["vi", "en"] as const) {
          const made = await exported(api, "quan", address, { query: { lang } });
          expect([address, made.status]).toEqual([address, 200]);
          const [head, ...rows] = made.rows.map((row) => row.values);
          expect(head.slice(-2)).toEqual(lang === "vi" ? ["Mã dòng", "Phiên bản"] : ["Row id", "Version"]);
          expect([label, pluralLabel, rows.length]).toEqual([label, pluralLabel, list.total]);
          const ids = rows.map((row) => row[head.length - 2]);
          expect(ids.slice(0, 1000)).toEqual(list.items.map((item) => item.id));
        }
      }
    }
  }, 120_000);

  test("history that a cell cannot hold is cut short, and says so", async () => {
    const long = (rows: unknown[][]) => rows.flat().filter((cell) => String(cell).includes("cắt bớt"));
    const cells = long(await table("changeRows.csv", { filter: { resource: { eq: "Publication" } } }));
    expect(cells).toHaveLength(1);
    expect(String(cells[0])).toHaveLength(32_767);
    expect(String(cells[0])).toMatch(/… \(cắt bớt, đủ là \d+ ký tự\)$/);
  });

  test("the file is named after the list and the day, and is kept by nobody on the way", async () => {
    const { headers } = await exported(api, "chi", "procedures.xlsx", { query: { asOf: "2018-01-01" } });
    expect(headers["content-disposition"]).toBe('attachment; filename="thu-tuc-hanh-chinh-2018-01-01.xlsx"');
    expect(headers["cache-control"]).toBe("no-store");
    const other = await exported(api, "chi", "agencies.csv", { query: { lang: "en" } });
    expect(other.headers["content-disposition"]).toBe('attachment; filename="agencies-2019-07-20.csv"');
    expect(other.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(other.body.subarray(0, 3)).toEqual(Buffer.from("\ufeff"));
  });

  test("filter, sort, fields and day are those of GraphQL", async () => {
    const variables = {
      filter: { and: [{ search: "cap" }, { sector: { is: { nameVi: { contains: "ch" } } } }] },
      sort: [{ nameVi: "DESC" }],
      asOf: "2019-01-01",
    };
    const rows = await table("procedures.csv", { ...variables, fields: "nameVi,sector,tiers,postalLegs" });
    const { procedures } = await chi.data(
      `query($filter: ProcedureFilter, $sort: [ProcedureSort!], $asOf: Date) {
        procedures(filter: $filter, sort: $sort, asOf: $asOf, limit: 1000) { items { id nameVi sector { nameVi } tiers } } }`,
      variables,
    );
    expect(rows[0]).toEqual(["Tên thủ tục", "Lĩnh vực", "Cấp thực hiện", expect.any(String), "Mã dòng", "Phiên bản"]);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.slice(1).map((row) => [row[0], row[1], row[4]])).toEqual(
      procedures.items.map((p: { nameVi: string; id: string; sector: { nameVi: string } }) => [
        p.nameVi,
        p.sector.nameVi,
        p.id,
      ]),
    );
  });

  test("choices, lists and figures are words of the language; amounts and days are numbers and days", async () => {
    const fields = "channel,feeVnd,validFrom,level";
    const [, vi] = await table("channels.xlsx", { fields, filter: { feeVnd: { gt: "0" } } });
    const [, en] = await table("channels.xlsx", { fields, filter: { feeVnd: { gt: "0" } }, lang: "en" });
    expect([vi[0], en[0]]).toEqual(["Trực tiếp", "Counter"]);
    expect(typeof vi[1]).toBe("number");
    const legs = await table("procedures.csv", { fields: "postalLegs", lang: "en" });
    expect(new Set(legs.slice(1).map((row) => row[0]))).toContain("Receiving; Returning");
    const [, entry] = await table("catalogEntries.xlsx", { fields: "validFrom" });
    expect(entry[0]).toEqual({ day: "2017-07-18" });
  });

  test("a reference is its title, with the code where the title is shared, with the id where that is shared too", async () => {
    const agencies = await table("agencies.csv", { fields: "name,parent,unit", filter: { code: { eq: "BDT" } } });
    // The province and its city have one name.
    expect(agencies[1].slice(0, 3)).toEqual(["Ban Dân tộc", "Ủy ban nhân dân tỉnh Yên Bái", "Yên Bái [15]"]);
    const { sectors } = await chi.data(`{ sectors(limit: 1) { items { id } } }`);
    const twin = { nameVi: "Thủ tục trùng tên", tiers: ["PROVINCE"], sector: sectors.items[0].id, status: "IN_FORCE" };
    const ids = await make(chi, "Procedure", { ...twin, code: "1.900001" }, { ...twin, code: "1.900002" }, twin, {
      ...twin,
      nameVi: "Lạ [1.900001]",
    });
    const channel = (procedure: string) => ({ procedure, channel: "COUNTER", leg: "IN" });
    const channels = await make(chi, "Channel", ...ids.map(channel));
    const rows = await table("channels.csv", {
      fields: "procedure",
      filter: { id: { in: channels } },
      sort: [{ id: "ASC" }],
    });
    expect(rows.slice(1).map((row) => row[0])).toEqual([
      "Thủ tục trùng tên [1.900001]",
      "Thủ tục trùng tên [1.900002]",
      `Thủ tục trùng tên [#${ids[2]}]`,
      `Lạ [1.900001] [#${ids[3]}]`,
    ]);
  });

  test("a reference to what does not hold on the day is said all the same, by its id", async () => {
    const rows = await table("units.csv", { fields: "name,successor", filter: { code: { eq: "04390" } } });
    const { units } = await chi.data(
      `{ units(filter: { name: { eq: "Đông Cuông" } }, asOf: "2025-08-01") { items { id } } }`,
    );
    expect(rows[1].slice(0, 2)).toEqual(["An Bình", `Đông Cuông [#${units.items[0].id}]`]);
  });

  test("a long filter goes in a body", async () => {
    const { decisions } = await chi.data(`{ decisions(limit: 1000) { items { id } } }`);
    const wanted = decisions.items.map((d: { id: string }) => d.id);
    const filter = { id: { in: [...wanted, ...Array.from({ length: 900 }, (_, i) => String(900_000_000 + i))] } };
    const made = await exported(api, "chi", "decisions.csv", { body: { filter, fields: ["number"], lang: "en" } });
    expect([made.status, made.rows.length]).toEqual([200, wanted.length + 1]);
  });

  test.each<[string, Record<string, unknown>, number, string, string]>([
    ["a field that is none", { fields: "nameVi,nosuch" }, 400, "BAD_INPUT", "nosuch"],
    ["a list of rows", { fields: "entries" }, 400, "BAD_INPUT", "entries"],
    ["a filter that is no JSON", { filter: "{" }, 400, "BAD_INPUT", "filter"],
    ["a filter on what is no field", { filter: { nosuch: { eq: 1 } } }, 400, "BAD_INPUT", "nosuch"],
    ["a sort by two fields at once", { sort: [{ nameVi: "ASC", id: "ASC" }] }, 400, "BAD_INPUT", "sort.0"],
    ["a day that was not", { asOf: "2019-02-30" }, 400, "BAD_INPUT", "asOf"],
    [
      "too long an in",
      { filter: { id: { in: Array.from({ length: 1001 }, (_, i) => String(i + 1)) } } },
      400,
      "LIMIT",
      "filter.id.in",
    ],
    ["another language", { lang: "fr" }, 400, "BAD_INPUT", "lang"],
  ])("%s is refused as in GraphQL, and nothing is read", async (_, query, status, code, field) => {
    const headers = await signedIn(api, "chi");
    const before = api.app.database.statements;
    const made = await exported(api, null, "procedures.csv", { body: query, headers });
    const { extensions } = made.json().errors[0];
    expect([made.status, extensions.code, extensions.field]).toEqual([status, code, field]);
    // Who asks is one statement.
    expect(api.app.database.statements - before).toBeLessThanOrEqual(1);
  });

  test("nobody gets a file without signing in, with a wrong token, or from another site by cookie", async () => {
    expect((await exported(api, null, "procedures.csv")).status).toBe(401);
    expect((await exported(api, null, "procedures.csv", { headers: { authorization: "Bearer x" } })).status).toBe(401);
    const elsewhere = { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" };
    expect((await exported(api, "chi", "procedures.csv", { headers: elsewhere })).status).toBe(403);
    const { createToken } = await chi.data(`mutation { createToken(name: "Báo cáo") { secret } }`);
    const authorization = `Bearer ${createToken.secret}`;
    expect((await exported(api, null, "procedures.csv", { headers: { authorization } })).status).toBe(200);
  });

  test("what a person may not read is in none of their files, and rows outside their part neither", async () => {
    const names = await exported(api, "an", "people.csv");
    expect(names.rows[0].values).toEqual(["Họ và tên", "Mã dòng", "Phiên bản"]);
    const emails = await exported(api, "an", "people.csv", { query: { fields: "name,email" } });
    expect([emails.status, emails.json().errors[0].extensions.code]).toEqual([403, "FORBIDDEN"]);
    const byEmail = await exported(api, "an", "people.csv", { query: { sort: [{ email: "ASC" }] } });
    expect(byEmail.status).toBe(403);
    const passwords = await exported(api, "quan", "people.csv", { query: { fields: "name,password" } });
    expect([passwords.status, passwords.json().errors[0].extensions.field]).toEqual([400, "password"]);
    expect((await exported(api, "binh", "subsidyEstimates.xlsx")).status).toBe(403);
    const [all, own] = [
      await exported(api, "chi", "transferRoutes.csv"),
      await exported(api, "binh", "transferRoutes.csv"),
    ];
    const { transferRoutes } = await (await api.as("binh")).data("{ transferRoutes { total } }");
    expect(own.rows).toHaveLength(transferRoutes.total + 1);
    expect(own.rows.length).toBeLessThan(all.rows.length);
  });

  test("statements grow with the chunks and not with the rows", async () => {
    const count = async (limit: number): Promise<number> => {
      const { agencies } = await chi.data(`{ agencies(limit: ${limit}) { items { id } } }`);
      const filter = { id: { in: agencies.items.map((a: { id: string }) => a.id) } };
      const headers = await signedIn(api, "chi");
      const before = api.app.database.statements;
      const made = await exported(api, null, "agencies.csv", { body: { filter }, headers });
      expect(made.rows).toHaveLength(limit + 1);
      return api.app.database.statements - before;
    };
    // Who asks and the ids; then for each chunk its rows, two references, what they are called, and which the day hides.
    expect(await count(10)).toBeLessThanOrEqual(2 + 7);
    expect(await count(300)).toBeLessThanOrEqual(2 + 7);
    expect(await count(600)).toBeLessThanOrEqual(2 + 2 * 7);
  });

  describe("over a network", () => {
    let port: number;
    beforeAll(async () => {
      await api.app.http.listen({ port: 0, host: "127.0.0.1" });
      port = (api.app.http.server.address() as AddressInfo).port;
    });

    test("rows changed while the file is read are neither doubled nor passed over, and deleted ones are left out", async () => {
      const many = Array.from({ length: 1500 }, (_, i) => ({
        number: `${i}/QĐ-THỬ`,
        kind: "DECISION",
        issuer: "UBND tỉnh",
        title: `Thử ${String(i).padStart(4, "0")} ${"x".repeat(400)}`,
      }));
      const ids = await make(chi, "Decision", ...many);
      const headers = await signedIn(api, "chi");
      const query = new URLSearchParams({
        filter: JSON.stringify({ number: { contains: "/QĐ-THỬ" } }),
        sort: JSON.stringify([{ title: "ASC" }]),
        fields: "number,title",
      }).toString();
      const body = await new Promise<string>((resolve, reject) => {
        get({ port, path: `/export/decisions.csv?${query}`, headers }, (answer) => {
          let text = "";
          answer.setEncoding("utf8");
          let isChanged = false;
          answer.on("data", (piece: string) => {
            text += piece;
            if (isChanged) return;
            isChanged = true;
            answer.pause();
            // The last row becomes the first in order, the first the last, one in the middle goes.
            const set = (at: number, title: string) => ({ update: { id: ids[at], version: 1, set: { title } } });
            void chi
              .data(
                `mutation($changes: [DecisionChange!]!) { changeDecisions(changes: $changes) { problems { code } } }`,
                { changes: [set(1499, "A đầu"), set(0, "Z cuối"), { delete: { id: ids[1200], version: 1 } }] },
              )
              .then(() => answer.resume(), reject);
          });
          answer.on("end", () => resolve(text)).on("error", reject);
        }).on("error", reject);
      });
      const numbers = body
        .trim()
        .split("\r\n")
        .slice(1)
        .map((line) => Number(/^"?(\d+)\//.exec(line)![1]));
      const expected = Array.from({ length: 1500 }, (_, i) => i).filter((i) => i !== 1200);
      expect(numbers.filter((n) => n !== 1200)).toEqual(expected);
      expect(new Set(numbers).size).toBe(numbers.length);
    });

    test("the work ends when the reader goes away", async () => {
      const more = Array.from({ length: 4500 }, (_, i) => ({
        number: `${i}/QĐ-DÀI`,
        kind: "DECISION",
        issuer: "UBND tỉnh",
        title: "x".repeat(600),
      }));
      await make(chi, "Decision", ...more);
      const headers = await signedIn(api, "chi");
      const before = api.app.database.statements;
      await new Promise<void>((resolve, reject) => {
        const request = get({ port, path: "/export/decisions.csv?fields=number,title", headers }, (answer) => {
          answer.once("data", () => {
            answer.destroy();
            resolve();
          });
        });
        request.on("error", (error: NodeJS.ErrnoException) =>
          error.code === "ECONNRESET" ? resolve() : reject(error),
        );
      });
      let last = -1;
      while (last !== api.app.database.statements) {
        last = api.app.database.statements;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      // Who asks, the ids, and what was read before it was known; all the chunks would be twenty more.
      expect(last - before).toBeLessThan(12);
    });
  });
});
