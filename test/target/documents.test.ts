import mammoth from "mammoth";
import { startApi, type Api } from "../support/api";
import { eachEngine } from "../support/engines";
import { linesOf } from "../support/sheet-file";
import { openSheet } from "../../server/platform/sheet/open-sheet";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const IN_2018 = "from=2018-01-01&to=2018-12-31";

eachEngine((engine) => {
  let api: Api;
  const cookies = new Map<string, string>();
  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
    for (const name of ["chi", "binh", "lan"] as const) {
      const { secret } = await api.app.services.sessions.open((await api.as(name)).person!);
      cookies.set(name, `danh_muc_session=${secret}`);
    }
  });
  afterAll(() => api?.close());

  const fetched = (name: string, query: string, who: string | null = "lan") =>
    api.inject({
      url: `/documents/${name}?${query}`,
      headers: who === null ? {} : { cookie: cookies.get(who)! },
    });
  const textOf = async (query: string, who?: string): Promise<string> =>
    (await mammoth.extractRawText({ buffer: (await fetched("urge-list.docx", query, who)).rawPayload })).value;

  describe("the list of who is to be urged", () => {
    test("is refused to whoever is not signed in, and for days that are missing, wrong or turned around", async () => {
      for (const name of ["urge-list.docx", "scorecard.xlsx"]) {
        const before = api.app.database.statements;
        expect((await fetched(name, IN_2018, null)).statusCode).toBe(401);
        expect(api.app.database.statements).toBe(before);
        for (const [query, code, field] of [
          ["to=2018-12-31", "REQUIRED", "from"],
          ["from=2018-02-30&to=2018-12-31", "BAD_INPUT", "from"],
          ["from=2018-12-31&to=2018-01-01", "BAD_INPUT", "to"],
          [`${IN_2018}&lang=fr`, "BAD_INPUT", "lang"],
        ]) {
          const answer = await fetched(name, query);
          expect([400, 422]).toContain(answer.statusCode);
          expect(answer.json().errors[0].extensions).toMatchObject({ code, field });
        }
      }
    });

    test("begins with the province, and names what it misses in whole dossiers and procedures", async () => {
      const text = await textOf(IN_2018);
      for (const said of [
        "ỦY BAN NHÂN DÂN TỈNH YÊN BÁI",
        "DANH SÁCH ĐÔN ĐỐC",
        "Số liệu từ ngày 1/1/2018 đến ngày 31/12/2018",
        "I. KẾT QUẢ TOÀN TỈNH",
        "31/80",
        "38,75%",
        "9 TTHC",
        "480/48.000",
        "6.720 hồ sơ",
        "2.856/8.400",
        "504 hồ sơ",
        "II. CƠ QUAN, ĐƠN VỊ CHƯA ĐẠT",
        "III. CÁCH TÍNH",
        "(minh\u00a0họa)",
      ])
        expect(text).toContain(said);
    });

    test("lists every agency that misses a target with what the scorecard says of it, the worst first", async () => {
      const lan = await api.as("lan");
      const { scorecards } = await lan.data(
        `{ scorecards(from: "2018-01-01", to: "2018-12-31", limit: 1000) { items { agency { nameVi } met applicable } } }`,
      );
      const cards = scorecards.items as { agency: { nameVi: string }; met: number; applicable: number }[];
      const missing = cards.filter(({ met, applicable }) => met < applicable);
      expect(missing.length).toBeGreaterThan(5);
      const text = await textOf(IN_2018);
      const bands = [...text.matchAll(/^(\d+)\. (.+): đạt (\d+)\/(\d+) chỉ tiêu/gm)];
      expect(bands.map(([, , name, met, of]) => `${name} ${met}/${of}`).sort()).toEqual(
        missing.map(({ agency, met, applicable }) => `${agency.nameVi} ${met}/${applicable}`).sort(),
      );
      const missed = bands.map(([, , , met, of]) => Number(of) - Number(met));
      expect(missed).toEqual([...missed].sort((a, b) => b - a));
    });

    test("names who has not reported the period that is asked about, with the last one that they did", async () => {
      const [[period]] = await api.app.database.read("SELECT id FROM period WHERE first_day = '2019-06-01'");
      const lan = await api.as("lan");
      const { notReported } = await lan.data(
        `query($p: ID!) { notReported(period: $p, limit: 1000) { total items { agency { nameVi } lastReported { name } } } }`,
        { p: String(period) },
      );
      expect(notReported.total).toBeGreaterThan(0);
      const text = await textOf(`${IN_2018}&period=${String(period)}`);
      expect(text).toContain("III. CHƯA BÁO CÁO THÁNG 6/2019");
      expect(text).toContain("IV. CÁCH TÍNH");
      for (const { agency, lastReported } of notReported.items) {
        expect(text).toContain(agency.nameVi);
        expect(text).toContain(lastReported.name);
      }
    });

    test("is translated on request", async () => {
      const text = await textOf(`${IN_2018}&lang=en`);
      for (const said of ["LIST OF AGENCIES TO BE URGED", "Translation.", "38.75%", "9 procedures", "6,720 dossiers"])
        expect(text).toContain(said);
    });

    test("of a department's staff holds their own part and nothing of others", async () => {
      const text = await textOf(IN_2018, "binh");
      expect(text).not.toContain("TOÀN TỈNH");
      expect(text).not.toContain("48.000");
    });
  });

  describe("the workbook of scorecards", () => {
    test("has a line for every agency, criterion and reading, as the API says them", async () => {
      const { rawPayload, headers } = await fetched("scorecard.xlsx", IN_2018);
      expect(headers["content-disposition"]).toContain("ket-qua-chi-tieu-2018-01-01-2018-12-31.xlsx");
      const [head, ...lines] = await linesOf(rawPayload, "a.xlsx");
      expect(head.slice(7, 13)).toEqual(["Tử số", "Mẫu số", "Tỷ lệ (%)", "Yêu cầu (%)", "Kết quả", "Còn thiếu"]);
      const lan = await api.as("lan");
      const { scorecards } = await lan.data(
        `{ scorecards(from: "2018-01-01", to: "2018-12-31", limit: 1000) {
          province { criteria { code readings { nameVi official numerator denominator shortfall } } }
          items { agency { nameVi } criteria { code readings { nameVi official numerator denominator shortfall } } } } }`,
      );
      type Card = {
        agency?: { nameVi: string };
        criteria: { code: string; readings: Record<string, string | number | boolean | null>[] }[];
      };
      const expected = [scorecards.province, ...scorecards.items].flatMap(({ agency, criteria }: Card) =>
        criteria.flatMap(({ code, readings }) =>
          readings.map((r) => [
            agency?.nameVi ?? "Toàn tỉnh",
            code,
            r.nameVi,
            r.official,
            r.numerator,
            r.denominator,
            r.shortfall,
          ]),
        ),
      );
      expect(lines.map((l) => [l[1], l[3], l[5], l[6], l[7], l[8], l[12] ?? null])).toEqual(expected);
      const post = lines.find((l) => l[1] === "Toàn tỉnh" && l[3] === "T1" && l[6] === true)!;
      expect(post.slice(7, 13)).toEqual([31, 80, 38.75, 50, "Còn thiếu", 9]);
    });

    test("has the rules on a second sheet", async () => {
      const { rawPayload } = await fetched("scorecard.xlsx", `${IN_2018}&lang=en`);
      const folder = mkdtempSync(join(tmpdir(), "danh-muc-file-"));
      try {
        const path = join(folder, "file");
        writeFileSync(path, rawPayload);
        const sheet = await openSheet(path, "a.xlsx");
        expect(sheet.sheetNames).toEqual(["Results", "Rules"]);
        const rules: unknown[][] = [];
        for await (const { values } of sheet.another("Rules").rows()) rules.push(values);
        expect(rules).toHaveLength(15);
        expect(rules[1].slice(0, 5)).toEqual(["T1", expect.any(String), "Any dossier", false, 50]);
        expect(rules[1].slice(7, 10)).toEqual([{ day: "2018-01-01" }, { day: "2018-12-31" }, { day: "2018-12-31" }]);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
});
