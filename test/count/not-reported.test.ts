import { daysSince, monthsBefore, settlers } from "../../server/count/not-reported.rules";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { aPeriod, change, changeCounts, create, makeWorld, type CountWorld } from "./count-world";

const QUERY = `query($period: ID!, $offset: Int, $limit: Int) { notReported(period: $period, offset: $offset, limit: $limit) {
  period { name } daysLate expected reported total neverReported
  items { agency { id code nameVi } lastReported { name } } } }`;

interface Found {
  daysLate: number | null;
  expected: number;
  reported: number;
  total: number;
  neverReported: number;
  items: { agency: { id: string; code: string | null; nameVi: string }; lastReported: { name: string } | null }[];
}

describe("the days of a report", () => {
  test("a year before the last of February is the last of February, whatever the year", () => {
    expect(monthsBefore("2020-02-29", 12)).toBe("2019-02-28");
    expect(monthsBefore("2019-07-01", 12)).toBe("2018-07-01");
    expect(monthsBefore("2019-03-31", 1)).toBe("2019-02-28");
  });

  test("nobody is late before the day", () => {
    expect([daysSince("2019-07-15", "2019-07-20"), daysSince("2019-07-20", "2019-07-15")]).toEqual([5, 0]);
  });

  test("committees settle what names no agency, at its tiers", () => {
    const found = settlers([
      { agency: 7, tiers: ["PROVINCE"] },
      { agency: null, tiers: ["DISTRICT", "COMMUNE"] },
      { agency: 7, tiers: ["DISTRICT"] },
      { agency: null, tiers: ["CENTRAL"] },
    ]);
    expect(found).toEqual({ agencies: [7], kinds: ["DISTRICT_COMMITTEE", "COMMUNE_COMMITTEE"] });
  });
});

eachEngine((engine) => {
  describe("in the demo", () => {
    let api: Api;
    let june: string;
    beforeAll(async () => {
      api = await startApi(engine, { seed: "demo" });
      const { periods } = await (
        await api.as("chi")
      ).data(`{ periods(filter: { name: { eq: "Tháng 6/2019" } }) { items { id } } }`);
      june = periods.items[0].id;
    });
    afterAll(() => api.close());

    const found = async (who: Asker, variables: object = {}): Promise<Found> =>
      (await who.data(QUERY, { period: june, ...variables })).notReported;

    test("nobody is told without signing in, and nothing is read before the refusal", async () => {
      const before = api.app.database.statements;
      const { errors } = await api.nobody.ask(QUERY, { period: june });
      expect([errors?.[0].extensions.code, api.app.database.statements]).toEqual(["SIGN_IN", before]);
    });

    test("staff of a department see their own part, which has reported", async () => {
      expect(await found(await api.as("binh"))).toMatchObject({ expected: 1, reported: 1, total: 0, items: [] });
    });

    test("in June 2019 three departments are missing, five days late, each with the month it reported last", async () => {
      const said = await found(await api.as("lan"));
      expect(said).toMatchObject({ daysLate: 5, total: 3 });
      expect(said.expected).toBe(said.reported + 3);
      expect(said.items.map(({ agency, lastReported }) => [agency.code, lastReported?.name])).toEqual([
        ["SKHCN", "Tháng 5/2019"],
        ["STTTT", "Tháng 5/2019"],
        ["SXD", "Tháng 5/2019"],
      ]);
      expect(said.neverReported).toBeGreaterThan(0);
    });

    test("comes page by page", async () => {
      const said = await found(await api.as("an"), { offset: 1, limit: 1 });
      expect([said.total, said.items.map(({ agency }) => agency.code)]).toEqual([3, ["STTTT"]]);
      const { errors } = await (await api.as("an")).ask(QUERY, { period: june, limit: 1001 });
      expect(errors?.[0].extensions.code).toBe("LIMIT");
    });
  });

  describe("in a world of two departments", () => {
    let api: Api;
    let chi: Asker;
    let world: CountWorld;
    let quarter: string;
    beforeAll(async () => {
      api = await startApi(engine);
      chi = await api.as("chi");
      world = await makeWorld(chi);
      const days = { firstDay: "2019-01-01", lastDay: "2019-03-31", dueOn: "2019-04-20" };
      [quarter] = await create(chi, "Period", "changePeriods", [{ name: "Quý I/2019", kind: "QUARTER", ...days }]);
      await count(0, 0);
      await count(0, 1);
      await count(1, 0);
    });
    afterAll(() => api.close());

    const count = async (agency: number, period: number): Promise<void> => {
      const { procedures, units, agencies, periods } = world;
      const row = {
        period: periods[period],
        procedure: procedures[0],
        receptionUnit: units[0],
        agency: agencies[agency],
      };
      expect((await changeCounts(chi, [{ create: row }])).problems).toEqual([]);
    };
    const found = async (period: string): Promise<Found> => (await chi.data(QUERY, { period })).notReported;
    const names = ({ items }: Found) => items.map(({ agency }) => agency.nameVi);

    test("whoever reported before is expected; a row without figures is a report", async () => {
      expect(await found(world.periods[0])).toMatchObject({ expected: 0, total: 0, daysLate: null });
      const february = await found(world.periods[1]);
      expect([february.expected, february.reported, names(february)]).toEqual([2, 1, ["Sở Xây dựng"]]);
      const march = await found(world.periods[2]);
      expect([march.expected, march.reported, names(march)]).toEqual([2, 0, ["Sở Nội vụ", "Sở Xây dựng"]]);
      expect(march.items.map(({ lastReported }) => lastReported?.name)).toEqual(["Tháng 2/2019", "Tháng 1/2019"]);
    });

    test("a quarter is reported by its months, and expects whoever reported the year before it", async () => {
      expect(await found(quarter)).toMatchObject({ expected: 0, total: 0 });
      const [next, late] = await create(chi, "Period", "changePeriods", [
        { name: "Quý II/2019", kind: "QUARTER", firstDay: "2019-04-01", lastDay: "2019-06-30" },
        aPeriod(2020, 2),
      ]);
      const missing = await found(next);
      expect([missing.expected, missing.reported, names(missing)]).toEqual([2, 0, ["Sở Nội vụ", "Sở Xây dựng"]]);
      // In February 2020 a report of February 2019 lies within the twelve months, one of January 2019 does not.
      expect(names(await found(late))).toEqual(["Sở Nội vụ"]);
    });

    test("an agency that has ended is expected no more", async () => {
      const { agencies } = await chi.data(
        `query($id: [ID!]) { agencies(filter: { id: { in: $id } }) { items { version } } }`,
        {
          id: [world.agencies[1]],
        },
      );
      const update = {
        id: world.agencies[1],
        version: agencies.items[0].version,
        set: { validTo: "2019-03-01" },
      };
      expect((await change(chi, "Agency", "changeAgencies", [{ update }])).problems).toEqual([]);
      expect(names(await found(world.periods[2]))).toEqual(["Sở Nội vụ"]);
      expect(names(await found(world.periods[1]))).toEqual(["Sở Xây dựng"]);
    });
  });
});
