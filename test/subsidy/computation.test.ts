import fc from "fast-check";
import { adjust, standingLines } from "../../server/subsidy/computation/adjust.rules";
import { claimWindows, periodStart, type ClaimPeriod } from "../../server/subsidy/computation/claim-window.rules";
import { compute } from "../../server/subsidy/computation/compute.rules";
import { dayAfter, daysOf } from "../../server/subsidy/computation/day.rules";
import { isWorkingDay } from "../../server/subsidy/computation/hand-over-time.rules";
import { pinned, unpinned, type Inputs } from "../../server/subsidy/computation/inputs.rules";
import type { Line } from "../../server/subsidy/computation/line.rules";
import { rounded } from "../../server/subsidy/computation/money.rules";
import { monthsCovered } from "../../server/subsidy/computation/month-share.rules";
import { countedOn, fromCount } from "../../server/subsidy/computation/movement.rules";

const PERIODS: readonly ClaimPeriod[] = ["MONTH", "QUARTER", "HALF_YEAR", "YEAR"];
const dayFrom = (offset: number): string =>
  new Date(Date.UTC(2018, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);
/** Days of 2018 to 2020, a leap year among them. */
const someDay = fc.integer({ min: 0, max: 1095 }).map(dayFrom);
const someSpan = fc.tuple(someDay, someDay).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const total = (lines: readonly { amountVnd: bigint }[]) => lines.reduce((sum, { amountVnd }) => sum + amountVnd, 0n);

test("money is rounded to the nearest đồng, halves away from zero, alike with either sign", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 90n }), fc.bigInt({ min: 1n, max: 2n ** 30n }), (above, below) => {
      const whole = rounded(above, below);
      expect(rounded(-above, below)).toBe(-whole);
      // whole − ½ ≤ above ÷ below < whole + ½
      expect([2n * above >= (2n * whole - 1n) * below, 2n * above < (2n * whole + 1n) * below]).toEqual([true, true]);
    }),
  );
  expect([rounded(1n, 2n), rounded(-1n, 2n), rounded(3n, 2n), rounded(-3n, 2n)]).toEqual([1n, -1n, 2n, -2n]);
  expect([rounded(49n, 100n), rounded(-49n, 100n), rounded(0n, 7n)]).toEqual([0n, 0n, 0n]);
});

test("the windows of a span cover each of its days once and lie in one calendar period each", () => {
  fc.assert(
    fc.property(someSpan, fc.constantFrom(...PERIODS), (span, period) => {
      const windows = claimWindows(span, period);
      expect([windows[0].from, windows.at(-1)!.to]).toEqual([span.from, span.to]);
      for (const [at, window] of windows.entries()) {
        if (at > 0) expect(window.from).toBe(dayAfter(windows[at - 1].to));
        for (const day of [window.from, window.to]) expect(periodStart(day, period)).toBe(window.start);
      }
      expect(new Set(windows.map(({ start }) => start)).size).toBe(windows.length);
    }),
  );
  expect(claimWindows({ from: "2018-05-20", to: "2018-07-02" }, "QUARTER")).toEqual([
    { start: "2018-04-01", from: "2018-05-20", to: "2018-06-30" },
    { start: "2018-07-01", from: "2018-07-01", to: "2018-07-02" },
  ]);
});

test("months add up exactly wherever a span is cut, and a whole month is 1", () => {
  fc.assert(
    fc.property(someSpan, fc.nat(), ({ from, to }, draw) => {
      const days = daysOf(from, to);
      const whole = monthsCovered(from, to);
      const at = draw % days;
      if (at === 0) return;
      const cut = dayFrom(daysOf("2018-01-01", from) - 1 + at - 1);
      const [a, b] = [monthsCovered(from, cut), monthsCovered(dayAfter(cut), to)];
      expect((a.numerator * b.denominator + b.numerator * a.denominator) * whole.denominator).toBe(
        whole.numerator * a.denominator * b.denominator,
      );
    }),
  );
  expect(monthsCovered("2020-02-01", "2020-02-29")).toEqual({ numerator: 1, denominator: 1 });
  expect(monthsCovered("2019-01-15", "2019-02-28")).toEqual({ numerator: 48, denominator: 31 });
  expect(monthsCovered("2018-01-01", "2018-12-31")).toEqual({ numerator: 12, denominator: 1 });
});

/** Inputs in which every movement has its rate: two routes, each with its rates one after the other. */
const someInputs = (capVnd: fc.Arbitrary<bigint | null>): fc.Arbitrary<Inputs> =>
  fc
    .record({
      period: fc.constantFrom(...PERIODS),
      share: fc.integer({ min: 0, max: 10_000 }),
      capVnd,
      capPer: fc.constantFrom("CLAIM_PERIOD" as const, "YEAR" as const),
      span: someSpan,
      changes: fc.array(someDay, { minLength: 1, maxLength: 3 }),
      amounts: fc.array(fc.bigInt({ min: 0n, max: 2n ** 40n }), { minLength: 8, maxLength: 8 }),
      unit: fc.constantFrom("PER_DOSSIER" as const, "PER_TRIP" as const, "PER_MONTH" as const),
      moved: fc.array(fc.tuple(fc.constantFrom("1", "2"), someDay, fc.integer({ min: 0, max: 500 })), {
        maxLength: 12,
      }),
    })
    .map(({ period, share, capVnd, capPer, span, changes, amounts, unit, moved }) => {
      const starts = [null, ...new Set(changes)].sort();
      const rates = ["1", "2"].flatMap((route, place) =>
        [null, ...starts.filter((day) => day !== null)].map((validFrom, at, all) => ({
          id: `${route}-${at}`,
          route,
          rateUnit: place === 0 ? unit : ("PER_DOSSIER" as const),
          amountVnd: amounts[place * 4 + at],
          validFrom,
          validTo: all[at + 1] ?? null,
          dossiersPerTrip: null,
        })),
      );
      return {
        terms: {
          quantityFrom: "HAND_OVERS" as const,
          claimPeriod: period,
          sharePercent: `${Math.floor(share / 100)}.${String(share % 100).padStart(2, "0")}`,
          capVnd,
          capPer,
        },
        span,
        routes: ["1", "2"].map((id) => ({ id, code: `T${id}`, validFrom: null, validTo: null, sharePercent: null })),
        rates,
        movements: moved.map(([route, day, dossiers]) => ({ route, day, dossiers, trips: 1 })),
        capUsed: [],
      };
    });
const noCap = fc.constant(null);
const anyCap = fc.oneof(fc.bigInt({ min: 0n, max: 2n ** 45n }), fc.bigInt({ min: 0n, max: 1_000n }), fc.constant(null));
const capKey = ({ terms }: Inputs, start: string) => (terms.capPer === "YEAR" ? periodStart(start, "YEAR") : start);
/** What an approved claim's lines use of the cap. */
const useOf = (lines: readonly Line[]) =>
  lines.map(({ window, amountVnd }) => ({ windowStart: window.start, amountVnd }));

test("each movement of the span is in one line, each amount is the exact product to half a đồng, in the settled order", () => {
  fc.assert(
    fc.property(someInputs(noCap), (inputs) => {
      const { lines, totalVnd, problems } = compute(inputs);
      expect(problems).toEqual([]);
      const inSpan = inputs.movements.filter(({ day }) => day >= inputs.span.from && day <= inputs.span.to);
      expect(lines.reduce((sum, { dossiers }) => sum + dossiers, 0)).toBe(
        inSpan.reduce((sum, { dossiers }) => sum + dossiers, 0),
      );
      for (const { rateVnd, quantity, sharePercent, amountVnd, isCut } of lines) {
        const exact = rateVnd * BigInt(quantity.numerator) * BigInt(Math.round(Number(sharePercent) * 100));
        const off = 2n * (amountVnd * BigInt(quantity.denominator) * 10_000n - exact);
        expect(off > -BigInt(quantity.denominator) * 10_000n && off <= BigInt(quantity.denominator) * 10_000n).toBe(
          true,
        );
        expect(isCut).toBe(false);
      }
      expect(total(lines)).toBe(totalVnd);
      const places = lines.map(({ window, routeCode, from }) => `${window.start} ${routeCode} ${from}`);
      expect(places).toEqual([...places].sort());
      // Each day of the span has each route once.
      expect(lines.reduce((sum, { from, to }) => sum + daysOf(from, to), 0)).toBe(
        2 * daysOf(inputs.span.from, inputs.span.to),
      );
    }),
  );
});

test("what is pinned computes to the same", () => {
  fc.assert(
    fc.property(someInputs(anyCap), (inputs) => {
      const through = unpinned<Inputs>(JSON.parse(JSON.stringify(pinned(inputs))));
      expect(through).toEqual(inputs);
      expect(compute(through)).toEqual(compute(inputs));
    }),
  );
});

test("claims one after the other never have more than the cap, and nothing is cut while it has room", () => {
  fc.assert(
    fc.property(someInputs(anyCap), (inputs) => {
      const first = compute(inputs);
      const second = compute({ ...inputs, capUsed: useOf(first.lines) });
      const { capVnd } = inputs.terms;
      const used = new Map<string, bigint>();
      for (const { window, amountVnd, wantedVnd, isCut } of [...first.lines, ...second.lines]) {
        const key = capKey(inputs, window.start);
        expect(amountVnd >= 0n && amountVnd <= wantedVnd).toBe(true);
        expect(isCut).toBe(amountVnd !== wantedVnd);
        used.set(key, (used.get(key) ?? 0n) + amountVnd);
        if (isCut) expect(used.get(key)).toBe(capVnd);
      }
      if (capVnd !== null) for (const sum of used.values()) expect(sum <= capVnd).toBe(true);
    }),
  );
});

test("an adjusting claim brings an uncapped claim to what it would be now, and a second one finds nothing", () => {
  fc.assert(
    fc.property(someInputs(noCap), someInputs(noCap), (then, other) => {
      const now = { ...other, span: then.span, terms: { ...other.terms, claimPeriod: then.terms.claimPeriod } };
      const approved = compute(then).lines;
      const adjusting = adjust(approved, now);
      expect(total(approved) + adjusting.totalVnd).toBe(compute(now).totalVnd);
      expect(adjust([...approved, ...adjusting.lines], now).lines).toEqual([]);
      const paid = (lines: readonly Line[]) => lines.filter(({ wantedVnd }) => wantedVnd !== 0n);
      expect(paid(standingLines([...approved, ...adjusting.lines])).length).toBe(paid(compute(now).lines).length);
    }),
  );
});

test("an adjusting claim keeps the cap, lowers no line that did not change, and lists only what differs", () => {
  fc.assert(
    fc.property(someInputs(anyCap), fc.nat(), fc.bigInt({ min: 0n, max: 2n ** 40n }), (then, draw, amountVnd) => {
      const approved = compute(then).lines;
      const rates = then.rates.map((rate, at) => (at === draw % then.rates.length ? { ...rate, amountVnd } : rate));
      const now = { ...then, rates, capUsed: useOf(approved) };
      const { lines } = adjust(approved, now);
      const standing = standingLines([...approved, ...lines]);
      const { capVnd } = then.terms;
      for (const start of new Set(standing.map(({ window }) => capKey(now, window.start)))) {
        const inPeriod = standing.filter(({ window }) => capKey(now, window.start) === start);
        if (capVnd !== null) expect(total(inPeriod) <= capVnd).toBe(true);
      }
      for (const line of lines.filter(({ isReversal }) => isReversal)) {
        expect(
          line.rate === rates[draw % rates.length].id ||
            standing.some(
              (each) =>
                each.rate === line.rate && each.window.start === line.window.start && each.amountVnd > -line.amountVnd,
            ),
        ).toBe(true);
      }
      expect(adjust([...approved, ...lines], { ...now, capUsed: useOf([...approved, ...lines]) }).lines).toEqual([]);
    }),
  );
});

test("an amended cap takes nothing back from what was approved, and a higher one is given to the lines that were cut", () => {
  const route = (id: string) => ({ id, code: `T${id}`, validFrom: null, validTo: null, sharePercent: null });
  const inputs: Inputs = {
    terms: { quantityFrom: "HAND_OVERS", claimPeriod: "MONTH", sharePercent: "100", capVnd: 1_000n, capPer: "YEAR" },
    span: { from: "2018-01-01", to: "2018-01-31" },
    routes: ["1", "2", "3"].map(route),
    rates: ["1", "2", "3"].map((id) => ({
      id: `9${id}`,
      route: id,
      rateUnit: "PER_DOSSIER",
      amountVnd: 700n,
      validFrom: null,
      validTo: null,
      dossiersPerTrip: null,
    })),
    movements: ["1", "2", "3"].map((id) => ({ route: id, day: "2018-01-10", dossiers: 1, trips: 1 })),
    capUsed: [],
  };
  const approved = compute(inputs).lines;
  expect(approved.map(({ amountVnd }) => amountVnd)).toEqual([700n, 300n, 0n]);
  const overused = compute({ ...inputs, capUsed: [{ windowStart: "2018-03-01", amountVnd: 1_200n }] }).lines;
  expect(overused.map(({ amountVnd, isCut }) => [amountVnd, isCut])).toEqual(Array(3).fill([0n, true]));
  const withCap = (capVnd: bigint | null) =>
    adjust(approved, { ...inputs, terms: { ...inputs.terms, capVnd }, capUsed: useOf(approved) });
  expect(withCap(400n).lines).toEqual([]);
  expect(withCap(1_000n).lines).toEqual([]);
  const listed = (capVnd: bigint | null) =>
    withCap(capVnd).lines.map((line) => [line.route, line.amountVnd, line.isReversal, line.isCut]);
  expect(listed(1_500n)).toEqual([
    ["2", -300n, true, true],
    ["2", 700n, false, false],
    ["3", 0n, true, true],
    ["3", 100n, false, true],
  ]);
  expect(withCap(null).totalVnd).toBe(1_100n);
});

test("an adjusting claim that takes back what does not stand is a fault and not a guess", () => {
  fc.assert(
    fc.property(someInputs(noCap), (inputs) => {
      const approved = compute(inputs).lines;
      const { lines } = adjust(approved, { ...inputs, movements: [], rates: [] });
      fc.pre(lines.length > 0);
      expect(() => standingLines(lines)).toThrow("Nothing stands");
    }),
    { numRuns: 20 },
  );
});

test("what lines cost before their share is told too, so that it cannot be more than 64 bits hold either", () => {
  const routes = ["1", "2"].map((id) => ({ id, code: `T${id}`, validFrom: null, validTo: null, sharePercent: null }));
  const inputs = (amountVnd: bigint): Inputs => ({
    terms: { quantityFrom: "HAND_OVERS", claimPeriod: "MONTH", sharePercent: "1", capVnd: null, capPer: "YEAR" },
    span: { from: "2018-01-01", to: "2018-01-31" },
    routes,
    rates: routes.map(({ id }) => ({
      ...{ id, route: id, rateUnit: "PER_MONTH", amountVnd },
      ...{ validFrom: null, validTo: null, dossiersPerTrip: null },
    })),
    movements: [],
    capUsed: [],
  });
  expect(compute(inputs(2n ** 62n - 1n)).problems).toEqual([]);
  expect(compute(inputs(2n ** 62n)).problems).toEqual([{ code: "TOO_MUCH", route: null, day: null }]);
});

test("what stands against a computation is told once for each route and day, and leaves no lines", () => {
  const inputs: Inputs = {
    terms: { quantityFrom: "HAND_OVERS", claimPeriod: "MONTH", sharePercent: "100", capVnd: null, capPer: "YEAR" },
    span: { from: "2018-01-01", to: "2018-01-31" },
    routes: [{ id: "1", code: "T1", validFrom: null, validTo: "2018-01-20", sharePercent: null }],
    rates: [
      {
        id: "9",
        route: "1",
        rateUnit: "PER_DOSSIER",
        amountVnd: 1n,
        validFrom: "2018-01-10",
        validTo: null,
        dossiersPerTrip: null,
      },
    ],
    movements: [
      ...["2018-01-25", "2018-01-05", "2018-01-05", "2018-01-12", "2018-02-01"].map((day) => ({
        route: "1",
        day,
        dossiers: 1,
        trips: 1,
      })),
      // Nothing moved, another route, another span: none of it matters.
      { route: "1", day: "2018-01-06", dossiers: 0, trips: null },
      { route: "2", day: "2018-01-06", dossiers: 5, trips: 1 },
    ],
    capUsed: [],
  };
  expect(compute(inputs)).toEqual({
    lines: [],
    totalVnd: 0n,
    problems: [
      { code: "NO_RATE", route: "1", day: "2018-01-05" },
      { code: "ROUTE_NOT_IN_FORCE", route: "1", day: "2018-01-25" },
    ],
  });
});

test("a count moves over the route between its two agencies in the route's direction, and no other", () => {
  const count = {
    firstDay: "2018-01-01",
    lastDay: "2018-01-31",
    receptionUnit: "h",
    agency: "s",
    received: { COUNTER: 40, POST: 15, ONLINE: null },
    returned: { COUNTER: 3, POST: null, ONLINE: 7 },
  };
  const over = (from: string, to: string, direction: "IN" | "OUT" | "BOTH", channels: string[]) =>
    countedOn({ id: "1", from, to, direction }, count, channels);
  expect(over("h", "s", "IN", ["COUNTER"])).toBe(40);
  expect(over("h", "s", "IN", ["COUNTER", "POST", "ONLINE"])).toBe(55);
  expect(over("s", "h", "OUT", ["COUNTER", "ONLINE"])).toBe(10);
  expect(over("h", "s", "BOTH", ["COUNTER"])).toBe(43);
  expect([
    over("s", "h", "IN", ["COUNTER"]),
    over("h", "s", "OUT", ["COUNTER"]),
    over("h", "x", "IN", ["COUNTER"]),
  ]).toEqual([0, 0, 0]);
  const route = { id: "1", from: "h", to: "s", direction: "IN" as const };
  const inside = (from: string, to: string) => fromCount(route, count, ["COUNTER"], { from, to });
  expect(inside("2018-01-01", "2018-01-31")).toEqual({ route: "1", day: "2018-01-31", dossiers: 40, trips: null });
  expect(inside("2018-02-01", "2018-02-28")).toBeNull();
  expect(inside("2017-12-01", "2017-12-31")).toBeNull();
  const straddles = { code: "PERIOD_STRADDLES", route: "1", day: "2018-01-31" };
  expect([inside("2018-01-02", "2018-01-31"), inside("2018-01-01", "2018-01-30")]).toEqual([straddles, straddles]);
});

test("days off of fixed dates, with those in place of weekends, as the years were", () => {
  const off = (year: string, days: string[]) => days.map((day) => isWorkingDay(`${year}-${day}`));
  expect(off("2016", ["04-29", "04-30", "05-01", "05-02", "05-03", "05-04"])).toEqual([
    true,
    false,
    false,
    false,
    false,
    true,
  ]);
  expect(off("2017", ["01-01", "01-02", "01-03", "05-01", "05-02", "05-03"])).toEqual([
    false,
    false,
    true,
    false,
    false,
    true,
  ]);
  expect(off("2018", ["09-02", "09-03", "09-04"])).toEqual([false, false, true]);
  expect(off("2019", ["09-02", "09-03", "01-01", "01-02"])).toEqual([false, true, false, true]);
});
