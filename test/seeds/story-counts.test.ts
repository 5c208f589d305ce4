import type { Row } from "../../server/platform/db/database";
import { startApi, type Api } from "../support/api";
import { eachEngine } from "../support/engines";

/** A count of 2018 with its period: `c` and `p`. */
const OF_2018 = `"count" c JOIN period p ON p.id = c.period_id WHERE p.first_day BETWEEN '2018-01-01' AND '2018-12-31'`;
const RECEIVED = "c.received_counter + c.received_post + c.received_online";
const RETURNED = "c.returned_counter + c.returned_post + c.returned_online";

/** Procedures that stand on a day in catalogs by these Decisions. */
const listedOn = (day: string, ...decisions: string[]) => `
  SELECT DISTINCT e.procedure_id FROM catalog_entry e
  JOIN catalog k ON k.id = e.catalog_id JOIN decision d ON d.id = k.decision_id
  WHERE d.number IN (${decisions.map((number) => `'${number}'`).join(", ")})
    AND e.valid_from <= '${day}' AND e.valid_to > '${day}'`;
const postalOn = (day: string) => listedOn(day, "1320/QĐ-UBND");
const onlineOn = (day: string) => listedOn(day, "846/QĐ-TTg", "877/QĐ-TTg");

/** A channel of the count's procedure that is open on the last day of its period. */
const openChannel = (channel: string, leg: string, more = "") => `EXISTS (
  SELECT 1 FROM channel h WHERE h.procedure_id = c.procedure_id AND h.channel = '${channel}' AND h.leg = '${leg}'
    AND h.valid_from <= p.last_day AND h.valid_to > p.last_day ${more})`;
const atLevel = (level: number) =>
  openChannel("ONLINE", "IN", `AND h.level_scheme = 'ND43_2011' AND h.level = ${level}`);

eachEngine((engine) => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
  });
  afterAll(() => api.close());

  // "count" is a word of SQL; MariaDB quotes names in its own way.
  const ask = (sql: string): Promise<Row[]> =>
    api.app.database.read(engine === "mariadb" ? sql.replaceAll('"', "`") : sql);
  const one = async (sql: string): Promise<number[]> => ((await ask(sql))[0] ?? []).map(Number);
  const many = async (sql: string): Promise<number> => (await one(`SELECT COUNT(*) FROM (${sql}) x`))[0];
  const codes = async (sql: string): Promise<string[]> => (await ask(sql)).map(([code]) => String(code));

  /** Procedures with a count of 2018 that fulfils a condition. */
  const withDossiers = (condition: string) => `SELECT DISTINCT c.procedure_id FROM ${OF_2018} AND (${condition})`;
  const among = (listed: string, condition: string) =>
    many(`SELECT x.procedure_id FROM (${listed}) x WHERE x.procedure_id IN (${withDossiers(condition)})`);

  describe("2018", () => {
    test("48,000 dossiers were received, 480 of them by post, and 3,168 results returned by post", async () => {
      expect(await one(`SELECT SUM(${RECEIVED}), SUM(c.received_post), SUM(c.returned_post) FROM ${OF_2018}`)).toEqual([
        48_000, 480, 3_168,
      ]);
    });

    test("31 of the 80 procedures of the postal catalog went by post, at the end of 2018 and on 20/7/2019", async () => {
      const byPost = "c.received_post > 0 OR c.returned_post > 0";
      for (const day of ["2018-12-31", "2019-07-20"]) {
        expect([await among(postalOn(day), byPost), await many(postalOn(day))]).toEqual([31, 80]);
      }
    });

    test("11 of the 25 procedures of 846 and 877 had a dossier filed online", async () => {
      const listed = onlineOn("2018-12-31");
      expect([await among(listed, "c.received_online > 0"), await many(listed)]).toEqual([11, 25]);
    });

    test("level 3: 2,856 of 8,400 were filed online; level 4: 288 of 900", async () => {
      const of = (level: number) =>
        one(`SELECT SUM(c.received_online), SUM(${RECEIVED}) FROM ${OF_2018} AND ${atLevel(level)}`);
      expect(await of(3)).toEqual([2_856, 8_400]);
      expect(await of(4)).toEqual([288, 900]);
    });

    test("twelve procedures of the catalog of 20/7/2019 had no dossier at all", async () => {
      const [listed, alive] = [postalOn("2019-07-20"), withDossiers(`${RECEIVED} + ${RETURNED} > 0`)];
      const dead = await many(`SELECT x.procedure_id FROM (${listed}) x WHERE x.procedure_id NOT IN (${alive})`);
      expect(dead).toBe(12);
    });

    test("the five with the largest counter volume that may go by post, and have not yet", async () => {
      for (const day of ["2018-12-31", "2019-07-20"]) {
        const rows = await ask(
          `SELECT MAX(s.name_vi), SUM(c.received_counter) FROM ${OF_2018.replace(
            "WHERE",
            "JOIN procedure_state s ON s.procedure_id = c.procedure_id WHERE",
          )} AND c.procedure_id IN (${postalOn(day)})
           AND c.procedure_id NOT IN (${withDossiers("c.received_post > 0 OR c.returned_post > 0")})
           GROUP BY c.procedure_id ORDER BY 2 DESC LIMIT 5`,
        );
        expect(rows.map(([name, volume]) => [name, Number(volume)])).toEqual([
          ["Tách thửa, hợp thửa đất", 1150],
          ["Đăng ký thuế lần đầu", 900],
          ["Cấp giấy phép kinh doanh vận tải bằng xe ô tô", 688],
          ["Cấp giấy chứng nhận đủ điều kiện buôn bán thuốc bảo vệ thực vật", 640],
          ["Cấp lại sổ bảo hiểm xã hội", 560],
        ]);
      }
    });

    test.each([
      ["SGTVT", 14_200, 118, 702],
      ["STNMT", 7_470, 30, 113],
      ["SLDTBXH", 4_720, 41, 190],
      ["SKHDT", 3_150, 38, 284],
      ["SNNPTNT", 1_900, 12, 40],
      ["SXD", 1_160, 4, 22],
      ["SKHCN", 130, 0, 0],
    ])("%s settled %i dossiers received, %i of them by post, and returned %i by post", async (code, ...figures) => {
      const agency = `(SELECT agency_id FROM agency_state WHERE code = '${code}')`;
      expect(
        await one(
          `SELECT SUM(${RECEIVED}), SUM(c.received_post), SUM(c.returned_post) FROM ${OF_2018} AND c.agency_id IN ${agency}`,
        ),
      ).toEqual(figures);
    });
  });

  describe("every count", () => {
    const ALL = `"count" c JOIN period p ON p.id = c.period_id`;

    test("is settled or pending as much as it was carried over and received, and returns what it settled", async () => {
      const settled = "c.settled_early + c.settled_on_time + c.settled_late";
      const faults = `SELECT c.id FROM ${ALL} WHERE
        c.carried_over + ${RECEIVED} <> ${settled} + c.pending_in_time + c.pending_overdue
        OR ${RETURNED} <> ${settled} OR c.registered_return_post < c.returned_post`;
      expect(await many(faults)).toBe(0);
    });

    test("carries over what was pending a month before", async () => {
      const broken = `SELECT c.id FROM ${ALL}
        JOIN "count" b ON b.procedure_id = c.procedure_id AND b.reception_unit_id = c.reception_unit_id
          AND b.agency_id = c.agency_id AND b.valid_to = c.valid_from
        WHERE c.carried_over <> b.pending_in_time + b.pending_overdue`;
      const joined = broken.replace(/WHERE[^]*/, "");
      expect([await many(broken), (await many(joined)) > 3_000]).toEqual([0, true]);
    });

    test("goes online only where that is provided, and by post where the catalog lists it, with three exceptions", async () => {
      const online = `(c.received_online > 0 AND NOT ${openChannel("ONLINE", "IN")})
        OR (c.returned_online > 0 AND NOT ${openChannel("ONLINE", "OUT")})`;
      expect(await many(`SELECT c.id FROM ${ALL} WHERE ${online}`)).toBe(0);
      const unlisted = `(c.received_post > 0 AND NOT ${openChannel("POST", "IN")})
        OR (c.returned_post > 0 AND NOT ${openChannel("POST", "OUT")})`;
      const names = await codes(
        `SELECT DISTINCT s.name_vi FROM ${ALL} JOIN procedure_state s ON s.procedure_id = c.procedure_id WHERE ${unlisted}`,
      );
      expect(names.sort()).toEqual([
        "Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam",
        "Cấp phù hiệu xe ô tô kinh doanh vận tải",
        "Tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
      ]);
    });

    test("is marked as invented, and there are few enough of them to seed in seconds", async () => {
      expect(await many(`SELECT id FROM "count" WHERE certainty <> 'DEMO' OR certainty IS NULL`)).toBe(0);
      const all = await many(`SELECT id FROM "count"`);
      expect([all > 4_000, all < 8_000]).toEqual([true, true]);
    });
  });

  test("in June 2019 three departments had not reported, and July has no counts yet", async () => {
    const reporting = (day: string) => `SELECT c.agency_id FROM "count" c WHERE c.valid_from = '${day}'`;
    const silent = await codes(`SELECT DISTINCT s.code FROM agency_state s
      WHERE s.agency_id IN (${reporting("2019-05-01")}) AND s.agency_id NOT IN (${reporting("2019-06-01")})`);
    expect(silent.sort()).toEqual(["SKHCN", "STTTT", "SXD"]);
    expect(await many(reporting("2019-07-01"))).toBe(0);
    expect(await many(`SELECT id FROM period WHERE kind = 'MONTH'`)).toBe(19);
  });

  test("forms of May 2019 agree with the counts, but for four dossiers of one department; others have handed in none", async () => {
    const lan = await api.as("lan");
    const { periods } = await lan.data(`{ periods(filter: { name: { eq: "Tháng 5/2019" } }) { items { id } } }`);
    const { crossCheck } = await lan.data(`{ crossCheck(period: "${periods.items[0].id}", limit: 200) {
      items { agency { code } state isDemo cells { column difference } } } }`);
    interface Line {
      agency: { code: string };
      state: string;
      isDemo: boolean;
      cells: { column: number; difference: number | null }[];
    }
    const lines = crossCheck.items as Line[];
    const states = Object.fromEntries(lines.map(({ agency, state }) => [agency.code, state]));
    expect([states.STP, states.SGTVT, states.SKHDT, states.SXD]).toEqual(["AGREES", "AGREES", "DIFFERS", "NO_FORM"]);
    expect(lines.filter(({ state }) => state !== "NO_FORM").every(({ isDemo }) => isDemo)).toBe(true);
    const differs = lines.find(({ state }) => state === "DIFFERS")!.cells.filter(({ difference }) => difference !== 0);
    expect(differs).toEqual([
      { column: 4, difference: 4 },
      { column: 5, difference: -4 },
    ]);
  });

  test("by post the half year of 2019 has more than half of the year before", async () => {
    const [before, after] = await Promise.all(
      ["2018", "2019"].map((year) =>
        one(`SELECT SUM(c.received_post), SUM(c.returned_post) FROM "count" c WHERE c.valid_from LIKE '${year}-%'`),
      ),
    );
    expect(after.every((posted, leg) => posted > before[leg] / 2 && posted < before[leg] * 1.5)).toBe(true);
  });

  test("whoever reports for an agency finds counts of it", async () => {
    const alone = await codes(`SELECT e.name FROM person e WHERE e.certainty = 'DEMO' AND e.roles LIKE '%AGENCY%'
      AND NOT EXISTS (SELECT 1 FROM "count" c WHERE c.agency_id = e.agency_id OR c.reception_unit_id = e.agency_id)`);
    expect(alone).toEqual([]);
  });

  test("the directive's six targets have their readings, their official ones and no points", async () => {
    const rows = await ask(`SELECT r.code, r.threshold_percent, r.readings, r.official_reading, r.scoring, r.points
      FROM criterion r JOIN target_set t ON t.id = r.target_set_id WHERE t.code = 'CHI-DAO-2019' ORDER BY r.position`);
    const told = rows.map(([code, percent, readings, ...rest]) => [
      code,
      Number(percent) / 100, // stored in hundredths
      JSON.parse(readings as string),
      ...rest,
    ]);
    const [POST, SHARE] = [
      ["ANY", "RECEIVED", "RETURNED", "EITHER"],
      ["AGENCY", "CATALOG"],
    ];
    expect(told).toEqual([
      ["T1", 50, POST, "EITHER", "NONE", null],
      ["T2A", 15, SHARE, "AGENCY", "NONE", null],
      ["T2B", 15, SHARE, "AGENCY", "NONE", null],
      ["T3", 60, ["ANY", "RECEIVED"], "RECEIVED", "NONE", null],
      ["T4", 40, SHARE, "CATALOG", "NONE", null],
      ["T5", 30, SHARE, "CATALOG", "NONE", null],
    ]);
  });
});
