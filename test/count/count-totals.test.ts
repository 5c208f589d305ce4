import { figuresOf, groupsOfPage } from "../../server/count/count-totals.figures";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";

const KEYS: Record<string, string> = {
  AGENCY: "agency { id code }",
  RECEPTION_UNIT: "receptionUnit { id code }",
  SECTOR: "sector { id nameVi }",
  PROCEDURE: "procedure { id code }",
  CHANNEL: "channel",
  LEVEL: "level levelScheme",
  MONTH: "month",
  PERIOD: "period { id name }",
};
const FIGURES =
  "received returned receivedCounter receivedPost receivedOnline returnedPost registeredReturnPost settledLate pendingOverdue rows blankRows";

interface Total extends Record<string, unknown> {
  agency?: { id: string; code: string };
  month?: string;
  channel?: string;
  level?: number | null;
  received: number;
  receivedPost: number | null;
  rows: number;
}

const YEAR = { from: "2018-01-01", to: "2018-12-31" };

test("a line of one channel says only what is counted by it", () => {
  const sums = {
    receivedCounter: 1,
    receivedPost: 2,
    receivedOnline: 4,
    returnedCounter: 8,
    returnedPost: 16,
    returnedOnline: 32,
  };
  expect(figuresOf({ ...sums, settledLate: 5 }, null)).toMatchObject({ received: 7, returned: 56, settledLate: 5 });
  expect(figuresOf({ ...sums, settledLate: 5 }, "POST")).toMatchObject({
    received: 2,
    returned: 16,
    receivedPost: 2,
    receivedCounter: null,
    settledLate: null,
  });
});

test("a page of lines reads the groups that its lines belong to", () => {
  expect(groupsOfPage({ offset: 4, limit: 3 }, 3)).toEqual({ offset: 1, limit: 2, skip: 1 });
  expect(groupsOfPage({ offset: 25, limit: 25 }, 1)).toEqual({ offset: 25, limit: 25, skip: 0 });
});

eachEngine((engine) => {
  let api: Api;
  let an: Asker;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
    an = await api.as("an");
    const { agencies, catalogs, periods } = await an.data(
      `{ agencies(filter: { code: { in: ["STP", "SGTVT", "TTPVHCC", "UB-136", "UB-15"] } }) { items { id code } }
         catalogs { items { id kind } } periods(limit: 100) { items { id name } } }`,
    );
    for (const { id, code } of agencies.items) ids.set(code, id);
    for (const { id, kind } of catalogs.items) ids.set(kind, id);
    for (const { id, name } of periods.items) ids.set(name, id);
  });
  afterAll(() => api.close());

  const ask = (who: Asker, groupBy: string[], filter: object = {}, page: object = {}) =>
    who.ask(
      `query($groupBy: [CountGroup!]!, $filter: CountTotalsFilter, $offset: Int, $limit: Int) {
        countTotals(groupBy: $groupBy, filter: $filter, offset: $offset, limit: $limit) {
          total items { ${groupBy.map((group) => KEYS[group]).join(" ")} ${FIGURES} } } }`,
      { groupBy, filter, limit: 1000, ...page },
    );
  const totals = async (
    groupBy: string[],
    filter?: object,
    who = an,
    page?: object,
  ): Promise<{ total: number; items: Total[] }> => {
    const { data, errors } = await ask(who, groupBy, filter, page);
    expect(errors).toBeUndefined();
    return data.countTotals;
  };
  const sum = (items: Total[], name: string): number => items.reduce((all, item) => all + Number(item[name]), 0);

  describe("who sees sums", () => {
    test("nobody without signing in, and nothing is read before the refusal", async () => {
      const before = api.app.database.statements;
      const { errors } = await ask(api.nobody, ["AGENCY"]);
      expect([errors?.[0].extensions.code, api.app.database.statements]).toEqual(["SIGN_IN", before]);
    });

    test("staff of a department: of their own part, whatever they group by or ask for", async () => {
      const binh = await api.as("binh");
      const own = await totals(["AGENCY"], YEAR, binh);
      expect(own.items.map(({ agency }) => agency?.code)).toEqual(["STP"]);
      const all = await totals(["AGENCY"], YEAR);
      expect(own.items[0]).toEqual(all.items.find(({ agency }) => agency?.code === "STP"));
      for (const groupBy of [[], ["MONTH"], ["PROCEDURE"], ["RECEPTION_UNIT"], ["LEVEL", "CHANNEL"]]) {
        const { items } = await totals(groupBy, YEAR, binh);
        expect([groupBy, sum(items, "received")]).toEqual([groupBy, own.items[0].received]);
      }
      const others = await totals(["AGENCY"], { agency: [ids.get("SGTVT")] }, binh);
      expect(others).toEqual({ total: 0, items: [] });
    });
  });

  test("the year 2018 has 48,000 dossiers however it is cut, from sums that are kept and from the counts themselves", async () => {
    const [all] = (await totals([], YEAR)).items;
    expect([all.received, all.receivedPost, all.returnedPost]).toEqual([48_000, 480, 3_168]);
    const groups = ["AGENCY", "RECEPTION_UNIT", "SECTOR", "PROCEDURE", "CHANNEL", "LEVEL", "MONTH", "PERIOD"];
    const cuts = [
      ...groups.map((group) => [group]),
      ["AGENCY", "RECEPTION_UNIT"],
      ["MONTH", "LEVEL"],
      ["SECTOR", "CHANNEL"],
    ];
    for (const groupBy of cuts) {
      const { items, total } = await totals(groupBy, YEAR);
      expect([groupBy, sum(items, "received"), items.length]).toEqual([groupBy, 48_000, total]);
      const rows = groupBy.includes("CHANNEL") ? sum(items, "rows") / 3 : sum(items, "rows");
      expect([groupBy, rows]).toEqual([groupBy, all.rows]);
      const keys = items.map((item) =>
        JSON.stringify(groupBy.map((group) => KEYS[group].split(" ").map((k) => item[k]))),
      );
      expect([groupBy, new Set(keys).size]).toEqual([groupBy, total]);
    }
  });

  test("each line is what the counts one by one say", async () => {
    const { items } = await totals(["AGENCY", "MONTH"], YEAR);
    const rows = await api.app.database.read(
      "SELECT c.agency_id, p.last_day, c.received_counter, c.received_post, c.received_online, c.settled_late FROM `count` c " +
        "JOIN period p ON p.id = c.period_id WHERE p.first_day >= '2018-01-01' AND p.last_day <= '2018-12-31'",
    );
    const expected = new Map<string, number[]>();
    for (const [agency, day, ...figures] of rows) {
      const key = `${String(agency)} ${String(day).slice(0, 7)}`;
      const [received, late] = expected.get(key) ?? [0, 0];
      const [counter, post, online, more] = figures.map(Number);
      expected.set(key, [received + counter + post + online, late + more]);
    }
    const said = items.map((item) => [`${item.agency!.id} ${item.month}`, [item.received, item.settledLate]]);
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(expected));
  });

  test("the level is the one provided on the last day of the count's period: 8,400 at level 3 and 900 at level 4", async () => {
    const { items } = await totals(["LEVEL"], YEAR);
    const at = (level: number) => items.filter((item) => item.level === level && item.levelScheme === "ND43_2011");
    expect([sum(at(3), "received"), sum(at(3), "receivedOnline")]).toEqual([8_400, 2_856]);
    expect([sum(at(4), "received"), sum(at(4), "receivedOnline")]).toEqual([900, 288]);
    const [four] = (await totals([], { ...YEAR, level: 4, levelScheme: "ND43_2011", channel: "ONLINE" })).items;
    expect([four.received, four.receivedOnline, four.receivedPost]).toEqual([288, 288, null]);
  });

  test("filters hold together: agencies, who received, what stands below, a catalog, a period", async () => {
    const one = async (filter: object): Promise<number> => (await totals([], { ...YEAR, ...filter })).items[0].received;
    expect(await one({ agency: [ids.get("SGTVT")] })).toBe(14_200);
    const center = await one({ receptionUnit: [ids.get("TTPVHCC")] });
    expect(await one({ agency: [ids.get("SGTVT")], receptionUnit: [ids.get("TTPVHCC")] })).toBe(14_200 - 2_270);
    expect(center).toBeGreaterThan(14_200 - 2_270);
    expect(await one({ under: ids.get("SGTVT") })).toBe(14_200);
    expect(await one({ under: ids.get("UB-136") })).toBeGreaterThan(await one({ agency: [ids.get("UB-136")] }));
    const listed = await one({ catalog: ids.get("POSTAL") });
    expect([listed > 0, listed < 48_000]).toEqual([true, true]);
    const months = (await totals(["PERIOD"], { period: ids.get("Tháng 3/2018") })).items;
    expect(months.map((item) => (item.period as { name: string }).name)).toEqual(["Tháng 3/2018"]);
    expect(await one({ from: "2018-01-02", to: "2018-02-28" })).toBe(
      (await totals([], { from: "2018-02-01", to: "2018-02-28" })).items[0].received,
    );
  });

  test("comes page by page in one order, at most 1,000 lines; past the end there are none", async () => {
    const whole = await totals(["MONTH", "CHANNEL"], YEAR);
    expect([whole.total, whole.items[1].month, whole.items[1].channel]).toEqual([36, "2018-01", "POST"]);
    const part = await totals(["MONTH", "CHANNEL"], YEAR, an, { offset: 4, limit: 7 });
    expect(part).toEqual({ total: 36, items: whole.items.slice(4, 11) });
    expect(await totals(["MONTH"], YEAR, an, { offset: 50 })).toEqual({ total: 12, items: [] });
    // One line for all counts, one for each channel, whichever part of them is asked for.
    expect(await totals([], YEAR, an, { offset: 1 })).toEqual({ total: 1, items: [] });
    expect(await totals([], YEAR, an, { limit: 0 })).toEqual({ total: 1, items: [] });
    expect(await totals(["CHANNEL"], YEAR, an, { offset: 3 })).toEqual({ total: 3, items: [] });
    const { errors } = await ask(an, ["MONTH"], {}, { limit: 1001 });
    expect(errors?.[0].extensions).toMatchObject({ code: "LIMIT", field: "limit" });
    const bad = await ask(an, ["MONTH"], { agency: ["x"] });
    expect(bad.errors?.[0].extensions).toMatchObject({ code: "BAD_INPUT", field: "agency" });
  });

  test("takes no more statements for a thousand lines than for one", async () => {
    const statements = async (limit: number) => {
      const before = api.app.database.statements;
      await totals(["PROCEDURE", "PERIOD"], YEAR, an, { limit });
      return api.app.database.statements - before;
    };
    expect(await statements(1)).toBe(await statements(1000));
  });
});
