import type { Entry } from "../../admin/catalog/entries.graphql";
import { barWidth, heat, lacking, percent, tellingReading, thresholdText } from "../../admin/target/figures";
import { ranking } from "../../admin/target/scorecard/ranking";
import { restOf } from "../../admin/target/scorecard/rest";
import type { CriterionScore, ReadingScore, ShortCard } from "../../admin/target/scorecard.graphql";
import { kindOf, lastWholeYear, neighbour, spanBefore, spanName, spanOn } from "../../admin/target/span";
import { closersOf } from "../../admin/target/take/effect";
import { listedOn } from "../../admin/target/take/standing";
import type { EffectCriterion, TakeStep } from "../../admin/target/take/take.graphql";
import { marksOf, pointsOf, ticksOf } from "../../admin/target/trend/points";

const reading = (numerator: number, denominator: number, given: Partial<ReadingScore> = {}): ReadingScore => ({
  code: "agency",
  nameVi: "Trên toàn bộ hồ sơ",
  nameEn: "Of all dossiers",
  ruleVi: "",
  ruleEn: "",
  official: true,
  numerator,
  denominator,
  ratio: denominator === 0 ? null : { numerator, denominator },
  state: denominator === 0 ? "NOT_APPLICABLE" : "MISSED",
  shortfall: null,
  surplus: null,
  needed: null,
  points: null,
  ...given,
});

const criterion = (official: ReadingScore, given: Partial<CriterionScore> = {}): CriterionScore => ({
  id: "1",
  code: "T1",
  nameVi: "Tên",
  nameEn: "Name",
  measure: "DOSSIERS",
  channel: "POST",
  leg: "IN",
  level: null,
  thresholdPercent: "15.00",
  points: null,
  official,
  readings: [official],
  ...given,
});

const card = (id: string, met: number, applicable: number, official = reading(met, 10)): ShortCard => ({
  agency: { id, code: id, nameVi: id, nameEn: id, kind: null, parentId: null, isSplit: false, isDemo: false },
  from: "2018-01-01",
  to: "2018-12-31",
  structure: "2018-12-31",
  criteria: [criterion(official)],
  met,
  applicable,
  points: null,
  maxPoints: null,
  isDemo: false,
  blankCount: 0,
  straddlingCount: 0,
});

describe("a ratio on the screen", () => {
  const said = (numerator: number, denominator: number, decimals: 1 | 2 = 2): string =>
    percent({ numerator, denominator }, "vi", { decimals });

  it("has two decimals at the most, without trailing zeros, and one below ten percent", () => {
    expect([said(31, 80), said(11, 25), said(3168, 48000), said(480, 48000), said(0, 80)]).toEqual([
      "38,75%",
      "44%",
      "6,6%",
      "1,0%",
      "0%",
    ]);
    expect([said(480, 48000, 1), said(118, 14200, 1), said(118, 14200)]).toEqual(["1%", "0,8%", "0,83%"]);
    expect(percent({ numerator: 31, denominator: 80 }, "en")).toBe("38.75%");
  });

  it("is never rounded up to a target that it misses", () => {
    const close = { numerator: 49_999, denominator: 100_000 };
    expect(percent(close, "vi", { decimals: 2 })).toBe("50%");
    expect(percent(close, "vi", { decimals: 2, threshold: "50.00" })).toBe("49,99%");
    expect(percent({ numerator: 1, denominator: 2 }, "vi", { threshold: "50.00" })).toBe("50%");
  });

  it("is exact where a double is not", () => {
    expect(percent({ numerator: 9_007_199_254_740_991, denominator: 9_007_199_254_740_991 }, "vi")).toBe("100%");
  });

  it("names a target without needless decimals", () => {
    expect([thresholdText("50.00", "vi"), thresholdText("5", "vi"), thresholdText("12.50", "en")]).toEqual([
      "50%",
      "5%",
      "12.5%",
    ]);
  });

  it("fills the bar to three quarters at the target, and never beyond its end", () => {
    expect(barWidth({ numerator: 15, denominator: 100 }, "15")).toBe(75);
    expect(barWidth({ numerator: 480, denominator: 48000 }, "15")).toBe(5);
    expect(barWidth({ numerator: 90, denominator: 100 }, "15")).toBe(100);
  });

  it("takes the warm steps while the target is missed and the cool ones once it is met, whatever the rounding", () => {
    const step = (numerator: number, state: ReadingScore["state"]) => heat(reading(numerator, 100, { state }), "40");
    expect([step(9, "MISSED"), step(23, "MISSED"), step(39, "MISSED"), step(40, "MET"), step(52, "MET")]).toEqual([
      0, 1, 2, 3, 4,
    ]);
    // Judged by a rounded share: 39.6% counts as 40% and is met.
    expect(heat(reading(396, 1000, { state: "MET" }), "40")).toBe(3);
    expect(heat(reading(0, 0), "40")).toBeNull();
  });
});

describe("the reading that is shown beside the official one", () => {
  it("is the one that judges otherwise, before one that is merely farther off", () => {
    const official = reading(30, 100, { code: "catalog" });
    const farther = reading(1, 100, { code: "agency", official: false });
    const judging = reading(41, 100, { code: "any", official: false, state: "MET" });
    expect(tellingReading(criterion(official, { readings: [official, farther, judging] }))?.code).toBe("any");
    expect(tellingReading(criterion(official, { readings: [official, farther] }))?.code).toBe("agency");
    expect(tellingReading(criterion(official))).toBeUndefined();
  });
});

describe("the parts of a figure", () => {
  it("lack what the target asks of them alone, rounded up", () => {
    expect(lacking(74, 9830, "15.00")).toBe(1401);
    expect(lacking(1, 7, "15.00")).toBe(1);
    expect(lacking(20, 100, "15.00")).toBe(0);
  });

  it("add up to the figure with the rows that are not shown", () => {
    const line = (numerator: number, denominator: number) => ({ numerator, denominator }) as never;
    expect(restOf({ items: [line(74, 9830), line(16, 2270)], total: 6, numerator: 118, denominator: 14200 })).toEqual({
      count: 4,
      numerator: 28,
      denominator: 2100,
    });
  });
});

describe("a span of time", () => {
  it("is the last year that was over, by default", () => {
    expect(lastWholeYear("2019-07-20")).toEqual({ kind: "YEAR", from: "2018-01-01", to: "2018-12-31" });
    expect(lastWholeYear("2019-01-01").to).toBe("2018-12-31");
  });

  it("is told from its two days, and twelve months from a year by the address", () => {
    expect(kindOf("2019-06-01", "2019-06-30", null)).toBe("MONTH");
    expect(kindOf("2019-04-01", "2019-06-30", null)).toBe("QUARTER");
    expect(kindOf("2018-01-01", "2018-12-31", null)).toBe("YEAR");
    expect(kindOf("2018-01-01", "2018-12-31", "TWELVE_MONTHS")).toBe("TWELVE_MONTHS");
    expect(kindOf("2018-07-01", "2019-06-30", null)).toBe("TWELVE_MONTHS");
    expect(kindOf("2019-03-15", "2019-06-14", null)).toBe("OTHER");
  });

  it("has neighbours of its own length, over the ends of years and of short months", () => {
    expect(neighbour(spanOn("MONTH", "2019-03-31"), -1)).toEqual({
      kind: "MONTH",
      from: "2019-02-01",
      to: "2019-02-28",
    });
    expect(neighbour(spanOn("QUARTER", "2019-01-10"), -1).from).toBe("2018-10-01");
    expect(neighbour({ kind: "OTHER", from: "2019-03-15", to: "2019-06-14" }, 1).from).toBe("2019-06-15");
    expect(spanBefore(spanOn("TWELVE_MONTHS", "2019-06-30"))).toEqual({
      kind: "TWELVE_MONTHS",
      from: "2017-07-01",
      to: "2018-06-30",
    });
  });

  it("has a name in both languages", () => {
    expect(spanName(spanOn("YEAR", "2018-05-01"), "vi")).toBe("năm 2018");
    expect(spanName(spanOn("QUARTER", "2019-06-30"), "vi")).toBe("quý 2/2019");
    expect(spanName(spanOn("MONTH", "2019-06-30"), "en")).toBe("June 2019");
    expect(spanName(spanOn("TWELVE_MONTHS", "2019-06-30"), "en")).toBe("12 months to 30/6/2019");
    expect(spanName({ kind: "OTHER", from: "2019-03-15", to: "2019-06-14" }, "vi")).toBe("từ 15/3/2019 đến 14/6/2019");
  });
});

describe("a ranking", () => {
  it("gives equal scores one rank, counts on past them, and says how far each moved", () => {
    const now = [card("a", 3, 6), card("b", 5, 6), card("c", 3, 6), card("d", 0, 6), card("e", 0, 0)];
    const before = [card("a", 5, 6), card("b", 1, 6), card("c", 3, 6)];
    expect(ranking(now, before, null).map((row) => [row.card.agency.id, row.rank, row.moved])).toEqual([
      ["b", 1, 2],
      ["a", 2, -1],
      ["c", 2, 0],
      ["d", 4, null],
    ]);
  });

  it("by one target goes by the part of it that is reached, and leaves out whom it does not concern", () => {
    const now = [card("a", 1, 6, reading(2, 10)), card("b", 1, 6, reading(3, 10)), card("c", 1, 6, reading(0, 0))];
    expect(ranking(now, [], "T1").map((row) => row.card.agency.id)).toEqual(["b", "a"]);
  });
});

describe("a trend", () => {
  const cards = [1, 2, 3].map((month) => ({
    ...card("a", 1, 6, month === 2 ? reading(0, 0) : reading(month, 10)),
    from: `2019-0${month}-01`,
    to: `2019-0${month}-${month === 2 ? 28 : 31}`,
  }));
  const points = pointsOf(cards, "T1", "MONTH", "vi");

  it("has a gap where the target did not apply, not a zero", () => {
    expect(points.map(({ label, percent: share }) => [label, share])).toEqual([
      ["1/19", 10],
      ["2/19", null],
      ["3/19", 30],
    ]);
  });

  it("marks Decisions at the point in whose days they came into force, several at one", () => {
    const decisions = [
      { number: "MH-02/QĐ-UBND", actsFrom: "2018-11-12" },
      { number: "MH-03/QĐ-UBND", actsFrom: "2019-03-04" },
      { number: "MH-04/QĐ-UBND", actsFrom: "2019-03-31" },
    ];
    expect(marksOf(points, decisions)).toEqual([{ label: "3/19", text: "MH-03, MH-04" }]);
  });
});

describe("the upright axis of a trend", () => {
  const at = (percent: number | null): Parameters<typeof ticksOf>[0] => [
    { label: "1/19", from: "2019-01-01", to: "2019-01-31", percent, criterion: undefined },
  ];

  test("is divided evenly and ends above the target and the highest point", () => {
    expect(ticksOf(at(2.5), 15)).toEqual([0, 5, 10, 15, 20]);
    expect(ticksOf(at(null), 50)).toEqual([0, 15, 30, 45, 60]);
    expect(ticksOf(at(180), 30)).toEqual([0, 50, 100, 150, 200]);
    expect(ticksOf(at(700), 30)).toEqual([0, 200, 400, 600, 800]);
    expect(ticksOf(at(0), 0)).toEqual([0, 1]);
  });
});

describe("what could be taken out of a catalog", () => {
  const entry = (id: string, procedure: string, validFrom: string, validTo: string | null): Entry =>
    ({ id, catalog: { id: "1" }, procedure: { id: procedure }, validFrom, validTo }) as Entry;
  const since = (date: string): (string | null)[] =>
    listedOn(
      [
        entry("1", "stays", "2017-01-01", null),
        entry("2", "left", "2017-01-01", "2019-03-04"),
        entry("3", "amended", "2017-01-01", "2019-03-04"),
        entry("4", "amended", "2019-03-04", null),
        entry("5", "later", "2019-03-04", null),
      ],
      "2018-12-31",
      date,
    ).map(({ outSince }) => outSince);

  test("is what stood there on the span's last day; what left since is said with its day", () => {
    expect(since("2019-07-20")).toEqual([null, "2019-03-04", null]);
  });

  test("is all of it on the eve of the Decision, and on a day before the span's end", () => {
    expect(since("2019-03-03")).toEqual([null, null, null]);
    expect(since("2018-06-01")).toEqual([null, null, null]);
  });
});

describe("what would close what a change leaves open", () => {
  const at = (shortfall: number, measure: EffectCriterion["measure"] = "PROCEDURES"): EffectCriterion => ({
    id: "1",
    code: "T1",
    measure,
    thresholdPercent: "50.00",
    official: { ...reading(31, 71), shortfall },
  });
  const steps = ["a", "b", "c"].map((id) => ({ procedure: { id } }) as TakeStep);
  const closers = (after: EffectCriterion, removed: string[] = []): string[] =>
    closersOf({ before: at(9), after }, steps, removed).map(({ procedure }) => procedure.id);

  test("is as many procedures as are missing, without those that are taken out", () => {
    expect(closers(at(2))).toEqual(["a", "b"]);
    expect(closers(at(2), ["a"])).toEqual(["b", "c"]);
  });

  test("is nothing where nothing is missing, where they do not suffice, and where dossiers are counted", () => {
    expect([closers(at(0)), closers(at(4)), closers(at(2, "DOSSIERS"))]).toEqual([[], [], []]);
  });
});
