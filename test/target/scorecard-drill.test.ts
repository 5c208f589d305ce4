import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";

interface Reading {
  code: string;
  numerator: number;
  denominator: number;
  state: string;
  shortfall: number | null;
}
interface Card {
  from: string;
  to: string;
  agency: { id: string; code: string | null } | null;
  criteria: { id: string; code: string; measure: string; readings: Reading[] }[];
  blankCount: number;
  straddlingCount: number;
}
interface Line {
  procedure: { nameVi: string } | null;
  agency: { id: string; nameVi: string } | null;
  period: { name: string } | null;
  numerator: number;
  denominator: number;
  counterReceived: number;
  received: number;
  inCatalog: boolean | null;
  lawfulFrom: string | null;
  isNumerator: boolean | null;
}

const CARD = `from to structure agency { id code } met applicable blankCount straddlingCount
  criteria { id code measure readings { code numerator denominator state shortfall } }`;
const IN_2018 = 'from: "2018-01-01", to: "2018-12-31"';

eachEngine((engine) => {
  let api: Api;
  let lan: Asker;
  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
    lan = await api.as("lan");
  });
  afterAll(() => api.close());

  const idOf = async (code: string): Promise<string> => {
    const [[id]] = await api.app.database.read("SELECT agency_id FROM agency_state WHERE code = ?", [code]);
    return String(id);
  };
  const card = async (agency: string | null, more = IN_2018): Promise<Card> =>
    (await lan.data(`query($agency: ID) { scorecard(agency: $agency, ${more}) { ${CARD} } }`, { agency })).scorecard;
  const trend = async (who: Asker, more: string, agency: string | null = null): Promise<Card[]> =>
    (await who.data(`query($agency: ID) { scorecardTrend(agency: $agency, ${more}) { ${CARD} } }`, { agency }))
      .scorecardTrend;
  const lines = async (
    criterion: string,
    reading: string,
    by: string,
    agency: string | null,
    more = `${IN_2018}, limit: 1000`,
  ): Promise<{ items: Line[]; total: number; numerator: number; denominator: number }> =>
    (
      await lan.data(
        `query($criterion: ID!, $reading: String, $by: ScorecardLineBy!, $agency: ID) {
          scorecardLines(criterion: $criterion, reading: $reading, by: $by, agency: $agency, ${more}) {
            total numerator denominator
            items { procedure { nameVi } agency { id nameVi } period { name } numerator denominator counterReceived
              received inCatalog lawfulFrom isNumerator } } }`,
        { criterion, reading, by, agency },
      )
    ).scorecardLines;

  describe("the lines of a figure", () => {
    test.each([null, "SGTVT", "STNMT", "UB-132", "UBT"])(
      "add up to it, whatever they are told apart by (%s)",
      async (code) => {
        const agency = code && (await idOf(code));
        for (const { id, measure, readings } of (await card(agency)).criteria)
          for (const { code: reading, numerator, denominator } of readings)
            for (const by of ["PROCEDURE", "AGENCY", "RECEPTION_UNIT", "PERIOD"]) {
              const found = await lines(id, reading, by, agency);
              expect([by, reading, found.numerator, found.denominator]).toEqual([by, reading, numerator, denominator]);
              if (measure === "PROCEDURES" && by !== "PROCEDURE") continue;
              const sum = (of: (line: Line) => number) => found.items.reduce((all, line) => all + of(line), 0);
              expect([by, sum((line) => line.numerator), sum((line) => line.denominator)]).toEqual([
                by,
                numerator,
                denominator,
              ]);
            }
      },
    );

    test("by procedure say what stands in the catalog, what adds to the numerator and what may go by post since when", async () => {
      const { criteria } = await card(null);
      const agency = await idOf("SGTVT");
      const { items, total } = await lines(criteria[1].id, "agency", "PROCEDURE", agency);
      expect(total).toBe(items.length);
      const [first] = items;
      expect([first.denominator >= items[1].denominator, first.isNumerator, first.inCatalog]).toEqual([
        true,
        true,
        true,
      ]);
      const unlisted = items.find(({ procedure }) => procedure!.nameVi === "Cấp phù hiệu xe ô tô kinh doanh vận tải")!;
      expect([unlisted.inCatalog, unlisted.lawfulFrom, unlisted.numerator]).toEqual([false, null, 16]);
      const untouched = items.find(({ procedure }) => procedure!.nameVi.startsWith("Cấp giấy phép kinh doanh"))!;
      expect([untouched.isNumerator, untouched.counterReceived, untouched.lawfulFrom]).toEqual([
        false,
        688,
        expect.stringMatching(/^201[78]-/),
      ]);
    });

    test("come page by page, each once", async () => {
      const { criteria } = await card(null);
      const all = await lines(criteria[0].id, "either", "PROCEDURE", null);
      const pages = await Promise.all(
        [0, 30, 60].map((offset) =>
          lines(criteria[0].id, "either", "PROCEDURE", null, `${IN_2018}, limit: 30, offset: ${offset}`),
        ),
      );
      expect(pages.flatMap(({ items }) => items)).toEqual(all.items);
      expect(all.items.length).toBe(80);
    });

    test("a reading that the criterion does not have is refused, and so is a page of more than a thousand", async () => {
      const { criteria } = await card(null);
      const ask = async (more: string) =>
        (await lan.ask(`{ scorecardLines(criterion: "${criteria[0].id}", by: PERIOD, ${IN_2018}, ${more}) { total } }`))
          .errors?.[0].extensions;
      expect(await ask('reading: "catalog"')).toMatchObject({ code: "BAD_INPUT", field: "reading" });
      expect(await ask("limit: 1001")).toMatchObject({ code: "LIMIT", field: "limit" });
      expect(await ask("offset: 10000001")).toMatchObject({ code: "LIMIT", field: "offset" });
    });
  });

  describe("a trend", () => {
    test.each(["MONTH", "QUARTER", "YEAR"])("has for each %s what a scorecard of its days has", async (step) => {
      const agency = await idOf("STP");
      for (const whose of [null, agency]) {
        const points = await trend(lan, `from: "2018-05-10", to: "2019-07-20", step: ${step}`, whose);
        expect(points.map(({ from }) => from).slice(0, 2)).toEqual(
          step === "YEAR"
            ? ["2018-05-10", "2019-01-01"]
            : ["2018-05-10", step === "MONTH" ? "2018-06-01" : "2018-07-01"],
        );
        for (const point of points)
          expect(point).toEqual(await card(whose, `from: "${point.from}", to: "${point.to}"`));
      }
    });

    test("of twelve months ends with each month and begins a year before its end", async () => {
      const points = await trend(lan, 'from: "2018-12-01", to: "2019-06-30", step: TWELVE_MONTHS');
      expect(points.map(({ from, to }) => `${from} ${to}`).filter((_, at) => at === 0 || at === 6)).toEqual([
        "2018-01-01 2018-12-31",
        "2018-07-01 2019-06-30",
      ]);
      expect(points[0]).toEqual(await card(null));
      expect(points.length).toBe(7);
    });

    test("takes as many statements for two points as for nineteen, and has sixty points at most", async () => {
      const sent: number[] = [];
      for (const to of ["2018-02-28", "2019-07-20"]) {
        const before = api.app.database.statements;
        await trend(lan, `from: "2018-01-01", to: "${to}", step: MONTH`);
        sent.push(api.app.database.statements - before);
      }
      expect(sent[0]).toBe(sent[1]);
      const { errors } = await lan.ask('{ scorecardTrend(from: "2010-01-01", to: "2015-01-01", step: MONTH) { to } }');
      expect(errors![0].extensions).toMatchObject({ code: "LIMIT", field: "step" });
    });
  });

  describe("what a scorecard does not hold", () => {
    const gaps = async (more: string) =>
      (
        await lan.data(`{ scorecardGaps(${more}) { total straddlingCount blankCount items {
          kind count missing period { name } procedure { nameVi } agency { id } receptionUnit { id } } } }`)
      ).scorecardGaps;

    test("is told count by count: what straddles the span, then what is blank", async () => {
      const days = 'from: "2018-01-15", to: "2018-02-28"';
      const january = await api.app.database.read(
        "SELECT COUNT(*) FROM `count` c JOIN period p ON p.id = c.period_id WHERE p.first_day = '2018-01-01'",
      );
      const [[count, february]] = await api.app.database.read(
        "SELECT MIN(c.id), MIN(p.id) FROM `count` c JOIN period p ON p.id = c.period_id WHERE p.first_day = '2018-02-01'",
      );
      const quan = await api.as("quan");
      await quan.data(
        `mutation { reopenPeriod(id: "${String(february)}", reason: "Đính chính") { changeSet { id } } }`,
      );
      const chi = await api.as("chi");
      const answer = await chi.data(`mutation { changeCounts(changes: [{ update: {
        id: "${String(count)}", version: 1, set: { returnedOnline: null, receivedPost: null } } }]) { problems { code } } }`);
      expect(answer.changeCounts.problems).toEqual([]);
      const found = await gaps(`${days}, limit: 1000`);
      expect([found.straddlingCount, found.blankCount]).toEqual([Number(january[0][0]), 1]);
      expect(found.items.length).toBe(found.total);
      expect(found.items[0]).toMatchObject({ kind: "STRADDLING", period: { name: "Tháng 1/2018" } });
      expect(found.items.at(-1)).toMatchObject({
        kind: "BLANK",
        count: String(count),
        missing: ["receivedPost", "returnedOnline"],
      });
      const at = found.straddlingCount - 1;
      expect((await gaps(`${days}, offset: ${at}, limit: 5`)).items).toEqual(found.items.slice(at));
      const { blankCount, straddlingCount } = await card(null, days);
      expect([blankCount, straddlingCount]).toEqual([1, found.straddlingCount]);
    });
  });
});
