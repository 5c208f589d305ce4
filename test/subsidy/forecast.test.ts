import type { Inputs, RateTerms } from "../../server/subsidy/computation/inputs.rules";
import { forecast, type BaseMonth } from "../../server/subsidy/outlook/forecast.rules";
import { freeCap, monthsOf, owedIn, parted, claimedCells, uncovered } from "../../server/subsidy/outlook/known.rules";
import { runsOutOn, warningOf } from "../../server/subsidy/outlook/runs-out.rules";
import { halfWidth, halfWidthOfSum, rootOf } from "../../server/subsidy/outlook/spread.rules";

const YEAR = monthsOf({ from: "2019-01-01", to: "2019-12-31" });
const [LAST_HALF, LAST_QUARTER] = [YEAR.slice(6), YEAR.slice(9)];

const rate = (more: Partial<RateTerms> = {}): RateTerms => ({
  ...{ id: "1", route: "1", rateUnit: "PER_DOSSIER", amountVnd: 10_000n },
  ...{ validFrom: "2019-01-01", validTo: null, dossiersPerTrip: null },
  ...more,
});
const route = (id: string, code: string, more: object = {}): Inputs["routes"][number] => ({
  ...{ id, code, validFrom: null, validTo: null, sharePercent: null },
  ...more,
});
const inputs = (more: Partial<Omit<Inputs, "terms">> & { terms?: Partial<Inputs["terms"]> } = {}): Inputs => ({
  ...{ span: { from: "2019-01-01", to: "2019-12-31" }, routes: [route("1", "T1")], rates: [rate()] },
  ...{ movements: [], capUsed: [] },
  ...more,
  terms: {
    ...{ quantityFrom: "HAND_OVERS", claimPeriod: "QUARTER", sharePercent: "100", capVnd: null },
    ...{ capPer: "CLAIM_PERIOD", ...more.terms },
  } as Inputs["terms"],
});
/** Base months from January on, with the dossiers of route 1 and as many trips as are said. */
const base = (dossiers: number[], trips = 1): BaseMonth[] =>
  dossiers.map((each, at) => ({ ...YEAR[at], moved: new Map([["1", { dossiers: each, trips }]]) }));
const SIX = base([100, 120, 80, 110, 90, 100]);

const expected = (of: Inputs, months = LAST_HALF, from = SIX, changes = {}) =>
  forecast(months, from, of, freeCap(of, of.capUsed), changes);
const amounts = (of: ReturnType<typeof expected>) => of.months.map(({ amountVnd }) => Number(amountVnd));

describe("the spread of past months", () => {
  // Of 100, 120, 80, 110, 90, 100 dossiers at 10.000: mean 1.000.000, sum of squares 10 × 10¹⁰, s = √(2 × 10¹⁰) = 141.421.
  const PAST = [1_000_000n, 1_200_000n, 800_000n, 1_100_000n, 900_000n, 1_000_000n];

  test("of one month: 1,476 × 141.421 × √(7/6) = 225.462", () => expect(halfWidth(PAST)).toBe(225_462n));

  test("of the sum of six: 1,476 × √(6 × 2 × 10¹⁰ + (6 × 141.421)²/6) = 723.089", () =>
    expect(halfWidthOfSum([PAST, PAST, PAST, PAST, PAST, PAST])).toBe(723_089n));

  test("of three is told with two degrees of freedom: 1,886 × 100 × √(4/3) = 217", () =>
    expect(halfWidth([900n, 1000n, 1100n])).toBe(217n));

  test("of equal months is none", () => expect(halfWidth([5n, 5n, 5n])).toBe(0n));

  test("is exact where a double is not", () => {
    const [huge, digit] = [2n ** 62n, 12_345_678_901_234_567n];
    expect(rootOf(huge)).toBe(2n ** 31n);
    expect(rootOf(digit * digit)).toBe(digit);
    expect(rootOf(digit * digit - 1n)).toBe(digit - 1n);
    expect(halfWidth(PAST.map((each) => each + 9_000_000_000_000_000_000n))).toBe(225_462n);
  });
});

describe("what the months to come cost", () => {
  test("is the mean of the past ones, between what 80 % lie between", () => {
    const found = expected(inputs());
    expect(amounts(found)).toEqual(Array(6).fill(1_000_000));
    expect(found.months[0]).toMatchObject({ lowVnd: 774_538n, highVnd: 1_225_462n });
    expect(found).toMatchObject({ amountVnd: 6_000_000n, lowVnd: 5_276_911n, highVnd: 6_723_089n });
  });

  test("goes by the rate that each of them is expected to have", () => {
    const rates = [rate({ validTo: "2019-10-01" }), rate({ id: "2", amountVnd: 12_000n, validFrom: "2019-10-01" })];
    expect(amounts(expected(inputs({ rates })))).toEqual([1e6, 1e6, 1e6, 1.2e6, 1.2e6, 1.2e6]);
  });

  test("goes by the latest rate where none is known, and says so", () => {
    const found = expected(inputs({ rates: [rate({ validTo: "2019-08-01" })] }));
    expect(amounts(found)).toEqual(Array(6).fill(1_000_000));
    expect([...found.latestKnown]).toEqual(["1"]);
  });

  test("leaves out a route without a rate, and says so", () => {
    const found = expected(inputs({ routes: [route("1", "T1"), route("2", "T2")] }));
    expect(found.amountVnd).toBe(6_000_000n);
    expect([...found.gaps]).toEqual([["2", "NO_RATE"]]);
  });

  test("per trip of hand-overs: 2 trips × 85.000 × 70 %", () => {
    const rates = [rate({ rateUnit: "PER_TRIP", amountVnd: 85_000n })];
    const found = expected(inputs({ rates, terms: { sharePercent: "70" } }), LAST_QUARTER, base([9, 9, 9], 2));
    expect(amounts(found)).toEqual([119_000, 119_000, 119_000]);
  });

  test("per trip of counts: 41, 39 and 40 dossiers, 20 a trip: 3 + 2 + 2 trips in three months", () => {
    const terms = { quantityFrom: "COUNTS" as const };
    const rates = [rate({ rateUnit: "PER_TRIP", amountVnd: 30_000n, dossiersPerTrip: 20 })];
    expect(amounts(expected(inputs({ rates, terms }), LAST_QUARTER, base([41, 39, 40])))).toEqual([7e4, 7e4, 7e4]);
    const unknown = inputs({ rates: [rate({ rateUnit: "PER_TRIP" })], terms });
    expect([...expected(unknown, LAST_QUARTER).gaps]).toEqual([["1", "NO_TRIPS"]]);
  });

  test("per month: whole months whole, and half of a month in which the route ends", () => {
    const rates = [rate({ rateUnit: "PER_MONTH", amountVnd: 310_000n })];
    const routes = [route("1", "T1", { validTo: "2019-11-16" })];
    expect(amounts(expected(inputs({ rates, routes }), LAST_QUARTER))).toEqual([310_000, 155_000, 0]);
  });

  test("a route that ends on 10/12 has 10/31 of a month's dossiers in it", () => {
    const routes = [route("1", "T1", { validTo: "2019-12-11" })];
    expect(amounts(expected(inputs({ routes }), LAST_QUARTER))).toEqual([1e6, 1e6, 322_581]);
  });

  test("a route that began in May is expected as in May and June, not as in months in which it was not there", () => {
    const routes = [route("1", "T1", { validFrom: "2019-05-01" })];
    expect(amounts(expected(inputs({ routes }), LAST_QUARTER))).toEqual([950_000, 950_000, 950_000]);
  });

  test("stops where the cap of a claim period is used up", () => {
    const capped = inputs({ terms: { capVnd: 2_500_000n } });
    const found = expected(capped);
    expect(amounts(found)).toEqual([1e6, 1e6, 5e5, 1e6, 1e6, 5e5]);
    expect(found.months[2]).toMatchObject({ lowVnd: 500_000n, highVnd: 500_000n });
    // More than the two quarters' caps it cannot be.
    expect(found).toMatchObject({ amountVnd: 5_000_000n, lowVnd: 5_000_000n, highVnd: 5_000_000n });
  });

  test("counts what was used of a year's cap once", () => {
    const capUsed = [{ windowStart: "2019-01-01", amountVnd: 6_000_000n }];
    const found = expected(inputs({ capUsed, terms: { capVnd: 8_500_000n, capPer: "YEAR" } }));
    expect(amounts(found)).toEqual([1e6, 1e6, 5e5, 0, 0, 0]);
    expect(found).toMatchObject({ amountVnd: 2_500_000n, highVnd: 2_500_000n });
  });

  test("under other rates and shares", () => {
    const total = (changes: object) => expected(inputs(), LAST_HALF, SIX, changes).amountVnd;
    expect(total({ ratePercent: "10" })).toBe(6_600_000n);
    expect(total({ ratePercent: "-33.33" })).toBe(4_000_200n);
    expect(total({ ratePercent: "10", rates: new Map([["1", 15_000n]]) })).toBe(9_000_000n);
    expect(total({ sharePercent: "50" })).toBe(3_000_000n);
    const left = (_route: string, _month: string, { dossiers }: { dossiers: number }) => ({
      dossiers: dossiers - 40,
      trips: 1,
    });
    expect(total({ left })).toBe(3_600_000n);
  });
});

describe("what the known months cost", () => {
  const movements = [
    { route: "1", day: "2019-01-10", dossiers: 100, trips: 1 },
    { route: "1", day: "2019-02-10", dossiers: 120, trips: 1 },
    { route: "1", day: "2019-03-10", dossiers: 80, trips: 1 },
  ];
  const quarter = (amountVnd: bigint) => [{ route: "1", from: "2019-01-01", to: "2019-03-31", amountVnd }];

  test("a claim of a quarter is parted as what moved, to the đồng", () => {
    const parts = claimedCells(quarter(1_000_001n), inputs({ movements })).map(({ amountVnd }) => Number(amountVnd));
    expect(parts).toEqual([333_334, 400_000, 266_667]);
    expect(parted(-10n, [1n, 1n, 1n])).toEqual([-3n, -4n, -3n]);
  });

  test("by days where nothing moved: 31, 28 and 31 of 90", () => {
    const parts = claimedCells(quarter(9_000n), inputs()).map(({ amountVnd }) => Number(amountVnd));
    expect(parts).toEqual([3_100, 2_800, 3_100]);
  });

  test("days that no claim covers are owed, up to the cap", () => {
    const of = inputs({ movements, terms: { capVnd: 1_900_000n } });
    const free = freeCap(of, [{ windowStart: "2019-01-01", amountVnd: 1_000_000n }]);
    const claimed = [{ route: "1", from: "2019-01-01", to: "2019-01-31", amountVnd: 1_000_000n }];
    const owed = YEAR.slice(0, 3).map((month) => owedIn(month, claimed, of, free).cells.map((cell) => cell.amountVnd));
    expect(owed).toEqual([[], [900_000n], [0n]]);
  });

  test("a month that cannot be computed says why and tells nothing", () => {
    const owed = owedIn(YEAR[0], [], inputs({ movements, rates: [] }), freeCap(inputs(), []));
    expect(owed).toMatchObject({ cells: [], problems: [{ code: "NO_RATE", day: "2019-01-10" }] });
  });

  test("the days that spans leave", () => {
    const span = { from: "2019-01-01", to: "2019-01-31" };
    const days = (from: string, to: string) => ({ from: `2019-01-${from}`, to: `2019-01-${to}` });
    expect(uncovered(span, [])).toEqual([span]);
    expect(uncovered(span, [days("01", "31")])).toEqual([]);
    expect(uncovered(span, [days("20", "31"), days("05", "10"), days("07", "08")])).toEqual([
      days("01", "04"),
      days("11", "19"),
    ]);
  });
});

describe("when the money runs out", () => {
  const months = YEAR.map((month) => ({ ...month, amountVnd: 1_000_000n }));

  test.each([
    [10_500_000n, "2019-11-16"],
    [10_000_000n, "2019-11-01"],
    [1n, "2019-01-01"],
    [0n, "2019-01-01"],
    [-5n, "2019-01-01"],
    [11_999_999n, "2019-12-31"],
    [12_000_000n, null],
  ])("of %s đồng at a million a month: %s", (budget, day) => expect(runsOutOn(budget, months)).toBe(day));

  test("what was taken back lasts longer", () => {
    const [first, second, ...rest] = months;
    expect(runsOutOn(1_500_000n, [first, { ...second, amountVnd: -1_000_000n }, ...rest])).toBe("2019-04-16");
  });

  const standing = { budgetVnd: 100n, boundVnd: 10n, knownVnd: 40n, yearVnd: 80n, yearHighVnd: 90n };
  test.each([
    ["ENOUGH", {}],
    ["TIGHT", { yearHighVnd: 101n }],
    ["SHORT", { yearVnd: 101n, yearHighVnd: 120n }],
    ["EXHAUSTED", { boundVnd: 100n }],
    ["EXHAUSTED", { knownVnd: 100n }],
    ["UNKNOWN", { yearVnd: null, yearHighVnd: null }],
    ["NO_BUDGET", { budgetVnd: 0n }],
  ])("%s: %j", (level, more) => expect(warningOf({ ...standing, ...more })).toBe(level));
});
