import mammoth from "mammoth";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { PEOPLE } from "../support/people";

const LISTS = `query Lists($agency: ID, $asOf: Date) {
  postedList(agency: $agency, asOf: $asOf) {
    name parentName scope tier committeeName asOf
    byPost { code nameVi legs decisions isDemo presenceRequired }
    presenceRequired { nameVi } notListed { nameVi }
    online { nameVi level levelScheme }
    grounds { number }
  }
}`;

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
    chi = await api.as("chi");
    for (const code of ["STP", "MC-136", "MC-04252", "TTPVHCC", "CA-136", "UB-136", "PTP-136"]) {
      const found = await chi.data(`query($c: String!) { agencies(filter: { code: { eq: $c } }) { items { id } } }`, {
        c: code,
      });
      ids.set(code, found.agencies.items[0].id);
    }
  });
  afterAll(() => api.close());

  const lists = async (code: string | null, asOf = "2019-07-20") =>
    (await chi.data(LISTS, { agency: code && ids.get(code), asOf })).postedList;
  const counts = (list: Record<string, unknown[]>) =>
    ["byPost", "presenceRequired", "notListed", "online"].map((name) => list[name].length);

  describe("the lists of the whole province", () => {
    test("hold every procedure once: 80 by post, 8 that need presence, 31 in no list; 25 online", async () => {
      const list = await lists(null);
      expect([list.scope, list.name, list.parentName]).toEqual(["PROVINCE", "Ủy ban nhân dân tỉnh Yên Bái", null]);
      expect(counts(list)).toEqual([80, 8, 31, 25]);
      const names = [...list.byPost, ...list.presenceRequired, ...list.notListed].map((line) => line.nameVi);
      expect(new Set(names).size).toBe(119);
      expect((await chi.data(`{ procedures { total } }`)).procedures.total).toBe(119);
    });

    test("follow the Decisions of the day", async () => {
      expect(counts(await lists(null, "2018-07-20")).slice(0, 2)).toEqual([78, 8]);
      expect(counts(await lists(null, "2018-11-11"))[0]).toBe(78);
      const before = await lists(null, "2017-07-17");
      expect(counts(before)).toEqual([0, 0, 119, 17]);
      expect(before.grounds.map((ground: { number: string }) => ground.number)).toEqual([
        "45/2016/QĐ-TTg",
        "846/QĐ-TTg",
      ]);
      const licence = (list: { byPost: { nameVi: string; legs: string[] }[] }) =>
        list.byPost.find((line) => line.nameVi === "Cấp giấy phép lái xe")?.legs;
      expect(licence(await lists(null, "2018-07-20"))).toEqual(["IN", "OUT"]);
      expect(licence(await lists(null))).toEqual(["OUT"]);
    });

    test("name the law first and then the Decisions as they act; lines say which one they rest on and that they are invented", async () => {
      const list = await lists(null);
      expect(list.grounds.map((ground: { number: string }) => ground.number)).toEqual([
        "45/2016/QĐ-TTg",
        "846/QĐ-TTg",
        "1320/QĐ-UBND",
        "MH-01/QĐ-UBND",
        "877/QĐ-TTg",
        "MH-02/QĐ-UBND",
        "MH-03/QĐ-UBND",
      ]);
      const amended = list.byPost.find((line: { nameVi: string }) => line.nameVi === "Cấp giấy phép lái xe");
      expect(amended).toMatchObject({ decisions: ["MH-03/QĐ-UBND"], isDemo: true, presenceRequired: false });
      expect(list.online[0]).toMatchObject({ levelScheme: "ND43_2011" });
      expect(new Set(list.online.map((line: { level: number }) => line.level))).toEqual(new Set([3, 4]));
    });
  });

  describe("the lists of one place", () => {
    test("at a department name what it settles", async () => {
      const list = await lists("STP");
      expect([list.scope, list.parentName]).toEqual(["AGENCY", "Ủy ban nhân dân tỉnh Yên Bái"]);
      expect(counts(list)).toEqual([3, 0, 0, 1]);
    });

    test("at a district's one-stop unit and at its committee name the district's, at a commune's the commune's", async () => {
      const district = await lists("MC-136");
      expect([district.scope, district.tier, district.committeeName]).toEqual([
        "COUNTER",
        "DISTRICT",
        "Ủy ban nhân dân huyện Văn Yên",
      ]);
      expect(counts(district).slice(0, 3)).toEqual([14, 4, 3]);
      expect(counts(await lists("UB-136"))).toEqual(counts(district));
      const commune = await lists("MC-04252");
      expect(commune.tier).toBe("COMMUNE");
      const names = commune.presenceRequired.map((line: { nameVi: string }) => line.nameVi);
      expect(names).toContain("Đăng ký kết hôn");
      expect(district.presenceRequired.map((line: { nameVi: string }) => line.nameVi)).not.toContain("Đăng ký kết hôn");
    });

    test("at the provincial service center name what the departments settle, and nothing of central agencies", async () => {
      const list = await lists("TTPVHCC");
      expect(list.tier).toBe("PROVINCE");
      const names = [...list.byPost, ...list.notListed].map((line) => line.nameVi);
      expect(names).toContain("Cấp giấy phép lái xe");
      expect(names).not.toContain("Cấp hộ chiếu phổ thông");
    });

    test("at a division that no procedure names are empty", async () => {
      expect(counts(await lists("PTP-136"))).toEqual([0, 0, 0, 0]);
    });

    test("gain what a department settles at the district's tier where it has a branch there", async () => {
      const write = (changes: object[]) =>
        chi.data(`mutation($c: [ProcedureChange!]!) { changeProcedures(changes: $c) { problems { messageEn } } }`, {
          c: changes,
        });
      const [one] = (
        await chi.data(`{ procedures(filter: { nameVi: { eq: "Cấp hộ chiếu phổ thông" } }) { items { id version } } }`)
      ).procedures.items;
      const before = counts(await lists("MC-136"));
      const set = { tiers: ["PROVINCE", "DISTRICT"] };
      const { changeProcedures } = await write([{ update: { id: one.id, version: one.version, set } }]);
      expect(changeProcedures.problems).toEqual([]);
      // The police have a branch in every district: its lists and the one-stop unit's name it, the commune's do not.
      expect(counts(await lists("MC-136"))[0]).toBe(before[0] + 1);
      expect((await lists("CA-136")).byPost.map((line: { nameVi: string }) => line.nameVi)).toEqual([
        "Cấp hộ chiếu phổ thông",
      ]);
      await write([{ update: { id: one.id, version: one.version + 1, set: { tiers: ["PROVINCE"] } } }]);
    });
  });

  test("cost at most thirty statements, however many lines they have", async () => {
    for (const code of [null, "MC-136", "TTPVHCC", "STP"]) {
      const before = api.app.database.statements;
      await lists(code);
      expect(api.app.database.statements - before).toBeLessThanOrEqual(30);
    }
  });

  test("are for every role that signs in, and for nobody else", async () => {
    for (const { key } of PEOPLE) {
      const reply = await (await api.as(key)).ask(LISTS, { asOf: "2019-07-20" });
      expect([key, reply.data.postedList.byPost.length]).toEqual([key, 80]);
    }
    const before = api.app.database.statements;
    const { errors } = await api.nobody.ask(LISTS, {});
    expect(errors?.[0].extensions.code).toBe("SIGN_IN");
    expect(api.app.database.statements).toBe(before);
  });

  test("of an agency that there is not, or not on the day, are refused with the day", async () => {
    const refusal = async (variables: object) => (await chi.ask(LISTS, variables)).errors?.[0].extensions;
    expect(await refusal({ agency: "999999", asOf: "2019-07-20" })).toMatchObject({
      code: "NOT_FOUND",
      field: "agency",
      messageVi: "Không có cơ quan 999999 vào ngày 20/7/2019. Hãy chọn cơ quan hoặc ngày khác.",
    });
    expect(await refusal({ agency: ids.get("MC-136"), asOf: "2025-07-01" })).toMatchObject({ code: "NOT_FOUND" });
    expect(await refusal({ agency: "x" })).toMatchObject({ code: "BAD_INPUT", field: "agency" });
    expect(await refusal({ asOf: "30/2/2019" })).toMatchObject({ code: "BAD_INPUT" });
  });

  describe("as a document", () => {
    const fetchDocx = async (query: string, who = "chi" as const) => {
      const { secret } = await api.app.services.sessions.open((await api.as(who)).person!);
      return api.inject({
        url: `/print/posted-list.docx${query}`,
        headers: { cookie: `danh_muc_session=${secret}` },
      });
    };

    /** The lines of the document's lists, cell by cell; heads and bands have their text in bold. */
    async function linesOf(document: Buffer): Promise<string[][]> {
      const { value } = await mammoth.convertToHtml({ buffer: document });
      const rows = [...value.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
        [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell]) =>
          cell
            .replace(/<[^>]+>/g, "")
            .replaceAll("&amp;", "&")
            .replaceAll("\u00a0", " "),
        ),
      );
      return rows.filter(([first]) => /^\d+$/.test(first));
    }

    test("hold the lines of the data, in its order", async () => {
      const list = await lists("MC-136");
      const answer = await fetchDocx(`?agency=${ids.get("MC-136")}&asOf=2019-07-20`);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers["content-type"]).toContain("wordprocessingml");
      expect(answer.headers["content-disposition"]).toBe(
        'attachment; filename="danh-muc-niem-yet-bo-phan-phuc-vu-hanh-chinh-cong-huyen-van-yen-2019-07-20.docx"',
      );
      const lines = await linesOf(answer.rawPayload);
      const expected = [...list.byPost, ...list.presenceRequired, ...list.notListed, ...list.online];
      expect(lines.map((cells) => cells[2].replace(" (minh họa)", ""))).toEqual(expected.map((line) => line.nameVi));
      expect(
        lines
          .slice(0, list.byPost.length)
          .map(([number, code, , , sent, received, decision]) => [Number(number), code, sent, received, decision]),
      ).toEqual(
        list.byPost.map((line: { code: string | null; legs: string[]; decisions: string[] }, index: number) => [
          index + 1,
          line.code ?? "chưa có mã",
          line.legs.includes("IN") ? "x" : "",
          line.legs.includes("OUT") ? "x" : "",
          line.decisions.join(", "),
        ]),
      );
    });

    test("carry the head, the day, the grounds, the bands of sectors and the rule they are made by", async () => {
      const text = (
        await mammoth.extractRawText({ buffer: (await fetchDocx(`?agency=${ids.get("MC-136")}`)).rawPayload })
      ).value;
      for (const said of [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "ỦY BAN NHÂN DÂN HUYỆN VĂN YÊN",
        "BỘ PHẬN PHỤC VỤ HÀNH CHÍNH CÔNG HUYỆN VĂN YÊN",
        "Tính đến ngày 20/7/2019",
        "Căn cứ Quyết định số 1320/QĐ-UBND ngày 18/7/2017 của Ủy ban nhân dân tỉnh Yên Bái về công bố danh mục",
        "I. THỦ TỤC THỰC HIỆN QUA DỊCH VỤ BƯU CHÍNH CÔNG ÍCH (14 thủ tục)",
        "A. Phải có mặt trực tiếp (4 thủ tục)",
        "B. Không thuộc danh mục thực hiện qua bưu chính (3 thủ tục)",
        "LĨNH VỰC HỘ TỊCH",
        "Danh mục gồm các thủ tục cấp huyện còn hiệu lực",
        "là dữ liệu minh họa, không dùng để niêm yết",
      ])
        expect(text).toContain(said);
    });

    test("are translated on request", async () => {
      const { value } = await mammoth.extractRawText({ buffer: (await fetchDocx("?lang=en")).rawPayload });
      expect(value).toContain("Translation. The Vietnamese sheet is the one that is posted.");
      expect(value).toContain("I. PROCEDURES CARRIED OUT BY THE PUBLIC POSTAL SERVICE (80 procedures)");
    });

    test("are refused as the data is, with a status", async () => {
      const refused = async (query: string) => {
        const answer = await fetchDocx(query);
        return [answer.statusCode, answer.json().errors[0].extensions.code, answer.json().errors[0].extensions.field];
      };
      expect(await refused("?agency=999999")).toEqual([404, "NOT_FOUND", "agency"]);
      expect(await refused("?asOf=2019-02-30")).toEqual([400, "BAD_INPUT", "asOf"]);
      expect(await refused("?lang=fr")).toEqual([400, "BAD_INPUT", "lang"]);
      expect(await refused("?agency=1&agency=2")).toEqual([400, "BAD_INPUT", "agency"]);
      const nobody = await api.inject({ url: "/print/posted-list.docx" });
      expect([nobody.statusCode, nobody.json().errors[0].extensions.code]).toEqual([401, "SIGN_IN"]);
    });
  });
});
