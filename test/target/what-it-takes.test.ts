import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";

const IN_2018 = 'from: "2018-01-01", to: "2018-12-31"';
const STEP = "procedure { nameVi } agency { code } leg counterReceived gain cumulative lawfulFrom reasonVi reasonEn";

interface Step {
  procedure: { nameVi: string };
  agency: { code: string | null };
  leg: string;
  counterReceived: number;
  gain: number;
  cumulative: number;
  lawfulFrom: string;
  reasonVi: string;
  reasonEn: string;
}
interface Take {
  shortfall: number | null;
  closes: boolean;
  after: { numerator: number; denominator: number } | null;
  candidates: number;
  items: Step[];
}

eachEngine((engine) => {
  let api: Api;
  let lan: Asker;
  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
    lan = await api.as("lan");
  });
  afterAll(() => api.close());

  const ids = async (sql: string, parameters: string[] = []): Promise<string[]> =>
    (await api.app.database.read(sql, parameters)).map(([id]) => String(id));
  const criterion = async (code: string) => (await ids("SELECT id FROM criterion WHERE code = ?", [code]))[0];
  const agencyId = async (code: string) => (await ids("SELECT agency_id FROM agency_state WHERE code = ?", [code]))[0];
  const take = async (code: string, more = ""): Promise<Take> =>
    (
      await lan.data(`{ whatWouldItTake(criterion: "${await criterion(code)}", ${IN_2018} ${more}) {
        shortfall closes after { numerator denominator } candidates items { ${STEP} } } }`)
    ).whatWouldItTake;

  /** Procedures of the postal catalog on a day; and procedures with counts in 2018, by what of them is above 0. */
  const listedOn = (day: string) => `SELECT e.procedure_id FROM catalog_entry e JOIN catalog c ON c.id = e.catalog_id
    WHERE c.kind = 'POSTAL' AND e.valid_from <= '${day}' AND e.valid_to > '${day}'`;
  const LISTED = listedOn("2018-12-31");
  const ALIVE = `SELECT s.procedure_id FROM count_agency_procedure_sum s JOIN period p ON p.id = s.period_id
    WHERE p.first_day BETWEEN '2018-01-01' AND '2018-12-31' GROUP BY s.procedure_id`;
  const sum = (...columns: string[]) => `SUM(${columns.map((column) => `s.${column}`).join(" + ")}) > 0`;

  test("T1 is closed by the nine procedures with most at the counter, five of them known by name", async () => {
    const { shortfall, closes, after, items } = await take("T1");
    expect([shortfall, closes, after, items.length]).toEqual([9, true, { numerator: 40, denominator: 80 }, 9]);
    expect(items.slice(0, 5).map(({ procedure, counterReceived }) => [procedure.nameVi, counterReceived])).toEqual([
      ["Tách thửa, hợp thửa đất", 1153],
      ["Đăng ký thuế lần đầu", 900],
      ["Cấp giấy phép kinh doanh vận tải bằng xe ô tô", 688],
      ["Cấp giấy chứng nhận đủ điều kiện buôn bán thuốc bảo vệ thực vật", 640],
      ["Cấp lại sổ bảo hiểm xã hội", 560],
    ]);
    expect(items.map(({ gain, cumulative }) => [gain, cumulative])).toEqual(items.map((_, at) => [1, at + 1]));
    expect(items[1].reasonVi).toMatch(/^900 hồ sơ nộp tại quầy trong kỳ; được gửi qua bưu chính công ích từ \d/);
    expect(items[1].reasonEn).toMatch(/^900 dossiers handed in at the counter in the span; may be sent by/);
  });

  describe("a procedure of which only the result may go by post", () => {
    /** Procedures by their names, of which the catalog lists this leg and no other on the last day. */
    const onlyBy = (leg: string) =>
      ids(`SELECT s.name_vi FROM procedure_state s WHERE s.valid_to > '2018-12-31' AND s.procedure_id IN (
        ${LISTED} AND e.legs = '["${leg}"]')`);
    const names = ({ items }: Take) => items.map(({ procedure }) => procedure.nameVi);

    test("closes a gap of either leg by its results, and what is said of it is of these", async () => {
      const { items } = await take("T1");
      const onlyOut = await onlyBy("OUT");
      const [first] = items;
      expect(onlyOut).toContain(first.procedure.nameVi);
      expect([first.leg, first.counterReceived]).toEqual(["OUT", 1153]);
      expect(first.reasonVi).toMatch(
        /^1\.153 kết quả trả tại quầy trong kỳ; được trả kết quả qua bưu chính công ích từ 18\/7\/2017 \(1320\/QĐ-UBND\)\.$/,
      );
      expect(first.reasonEn).toMatch(
        /^1,153 results returned at the counter in the span; may be returned by the public/,
      );
      for (const { leg, procedure } of items)
        expect([procedure.nameVi, leg]).toEqual([procedure.nameVi, onlyOut.includes(procedure.nameVi) ? "OUT" : "IN"]);
      expect(items.filter(({ leg }) => leg === "OUT").length).toBe(2);
    });

    test("closes no gap of what is received by post, of procedures or of dossiers", async () => {
      const onlyOut = await onlyBy("OUT");
      const received = await take("T1", ', reading: "received"');
      expect([received.items.length > 9, received.items.every(({ leg }) => leg === "IN")]).toEqual([true, true]);
      const dossiers = await take("T2A");
      expect([...names(received), ...names(dossiers)].filter((each) => onlyOut.includes(each))).toEqual([]);
    });

    test("closes a gap of results, as does every one that may be returned by post", async () => {
      const returned = await take("T1", ', reading: "returned"');
      expect(names(returned)).toContain("Tách thửa, hợp thửa đất");
      expect(returned.items.every(({ leg }) => leg === "OUT")).toBe(true);
    });
  });

  test("T2A is closed by the largest counters that may go by post, the last no further than is needed", async () => {
    const { shortfall, closes, after, items } = await take("T2A");
    expect([shortfall, closes, after]).toEqual([6720, true, { numerator: 7200, denominator: 48_000 }]);
    expect(items.at(-1)!.cumulative).toBe(6720);
    expect(items[0].counterReceived).toBe(9756);
    expect(items[0]).toMatchObject({ gain: 6720, agency: { code: "SGTVT" } });
  });

  test("what goes by post although no catalog lists it is no candidate", async () => {
    const agency = await agencyId("SGTVT");
    const { items } = await take("T2A", `agency: "${agency}"`);
    expect(items.every(({ lawfulFrom }) => lawfulFrom !== null)).toBe(true);
    expect(items.map(({ procedure }) => procedure.nameVi)).not.toContain("Cấp phù hiệu xe ô tô kinh doanh vận tải");
  });

  test("T4 is closed only by procedures that are provided at level 3, T3 only by what is online", async () => {
    const level = await take("T4");
    expect([level.shortfall, level.closes, level.after]).toEqual([504, true, { numerator: 3360, denominator: 8400 }]);
    const online = await take("T3");
    expect([online.shortfall, online.items.length <= 4, online.closes]).toEqual([4, true, online.items.length === 4]);
  });

  test("a target that is met asks for nothing, and one that does not apply has nothing to be asked", async () => {
    expect(await take("T5")).toEqual({
      shortfall: 0,
      closes: true,
      after: { numerator: 288, denominator: 900 },
      items: [],
      candidates: 0,
    });
    const nothing = await take("T5", `agency: "${await agencyId("TTPVHCC")}"`);
    expect(nothing).toEqual({ shortfall: null, closes: false, after: null, items: [], candidates: 0 });
  });

  describe("a change of the catalog, before it is decided", () => {
    const effect = async (remove: string[], add: string[], who = lan) => {
      const [catalog] = await ids("SELECT id FROM catalog WHERE kind = 'POSTAL'");
      const card = "criteria { code official { numerator denominator shortfall } readings { numerator denominator } }";
      return (
        await who.data(
          `query($catalog: ID!, $remove: [ID!], $add: [ID!]) {
            catalogEffect(catalog: $catalog, remove: $remove, add: $add, ${IN_2018}, limit: 1000) {
              total province { before { ${card} } after { ${card} } }
              items { agency { id code } before { ${card} } after { ${card} } } } }`,
          { catalog, remove, add },
        )
      ).catalogEffect;
    };
    const first = ({ criteria }: { criteria: { official: object }[] }) => criteria[0].official;

    test("removing the twelve dead procedures and adding three leaves 31 of 71, five short", async () => {
      // Those that the office still finds in its catalog when it reviews it on 20/7/2019.
      const dead = await ids(`SELECT x.procedure_id FROM (${LISTED}) x WHERE x.procedure_id IN (
        ${listedOn("2019-07-20")}) AND x.procedure_id NOT IN (
        ${ALIVE} HAVING ${sum("received_counter", "received_post", "received_online", "returned_counter", "returned_post")})`);
      expect(dead.length).toBe(12);
      const added = await ids(`SELECT s.procedure_id FROM procedure_state s WHERE s.status = 'IN_FORCE'
        AND s.valid_from <= '2018-12-31' AND s.valid_to > '2018-12-31' AND s.procedure_id NOT IN (${LISTED})
        AND s.procedure_id NOT IN (${ALIVE} HAVING ${sum("received_post", "returned_post")}) ORDER BY s.procedure_id LIMIT 3`);
      const { province, items, total } = await effect(dead, added);
      expect(first(province.before)).toEqual({ numerator: 31, denominator: 80, shortfall: 9 });
      expect(first(province.after)).toEqual({ numerator: 31, denominator: 71, shortfall: 5 });
      expect([items.length, total > 3]).toEqual([total, true]);
      for (const each of items) expect(each.before).not.toEqual(each.after);
      // Nothing was written by asking.
      expect(await ids(`SELECT COUNT(*) FROM (${LISTED}) x`)).toEqual(["80"]);
    });

    test("a replacement changes the agencies of both and no other", async () => {
      const [old] = await ids("SELECT procedure_id FROM procedure_state WHERE name_vi = 'Tách thửa, hợp thửa đất'");
      const [young] = await ids(
        "SELECT procedure_id FROM procedure_state WHERE name_vi = 'Cấp phù hiệu xe ô tô kinh doanh vận tải'",
      );
      const { items, province } = await effect([old], [young]);
      expect(items.map(({ agency }: { agency: { code: string } }) => agency.code).sort()).toEqual([
        "SGTVT",
        "STNMT",
        "UBT",
      ]);
      expect(first(province.after)).toEqual({ numerator: 32, denominator: 80, shortfall: 8 });
    });

    test("nothing proposed changes nothing, and a procedure that is not in force cannot be added", async () => {
      const { items, total, province } = await effect([], []);
      expect([items, total]).toEqual([[], 0]);
      expect(province.after).toEqual(province.before);
      const [catalog] = await ids("SELECT id FROM catalog WHERE kind = 'POSTAL'");
      const { errors } = await lan.ask(
        `{ catalogEffect(catalog: "${catalog}", add: ["999999"], ${IN_2018}) { total } }`,
      );
      expect(errors![0].extensions).toMatchObject({ code: "OUTSIDE_VALIDITY", field: "add" });
    });

    test("an agency's staff see what becomes of their own part only", async () => {
      const binh = await api.as("binh");
      const [old] = await ids("SELECT procedure_id FROM procedure_state WHERE name_vi = 'Tách thửa, hợp thửa đất'");
      const { items, province } = await effect([old], [], binh);
      expect(items).toEqual([]);
      expect(first(province.before)).not.toEqual({ numerator: 31, denominator: 80, shortfall: 9 });
    });
  });
});
