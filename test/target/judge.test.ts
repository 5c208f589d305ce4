import fc from "fast-check";
import { judging, neededFor, type Asked } from "../../server/target/scorecard/judge.rules";

const asked = (thresholdPercent: string, rounding: number | null = null): Asked => ({
  thresholdPercent,
  rounding,
  scoring: "NONE",
  points: null,
  bands: null,
});
/** A percentage of two decimals from hundredths. */
const percentOf = (hundredths: number): string =>
  `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;

test("the numerator needed is the smallest that reaches the threshold, whatever the size of the numbers", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), fc.integer({ min: 0, max: 20_000 }), (d, t) => {
      // Thresholds above 100 % of what a double holds are no case of the world.
      fc.pre(BigInt(d) * BigInt(t) < 10_000n * BigInt(Number.MAX_SAFE_INTEGER));
      const { needed } = judging(asked(percentOf(t)))(0, d);
      const reaches = (numerator: bigint) => numerator * 10_000n >= BigInt(d) * BigInt(t);
      expect([reaches(BigInt(needed!)), needed === 0 || !reaches(BigInt(needed! - 1))]).toEqual([true, true]);
    }),
  );
});

test("a shortfall closes the gap and one less does not; with rounding half of the last decimal counts as a whole", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.integer({ min: 1, max: 10_000 }),
      fc.constantFrom(null, 0, 1, 2),
      (denominator, numerator, threshold, rounding) => {
        const judge = judging(asked(percentOf(threshold), rounding));
        const { state, shortfall, needed, surplus } = judge(numerator, denominator);
        expect(needed).toBe(neededFor(denominator, percentOf(threshold), rounding));
        expect(state).toBe(numerator >= needed! ? "MET" : "MISSED");
        expect(judge(numerator + shortfall!, denominator).state).toBe("MET");
        if (shortfall! > 0) expect(judge(numerator + shortfall! - 1, denominator).state).toBe("MISSED");
        if (state === "MET") expect(surplus).toBe(numerator - needed!);
      },
    ),
  );
});

test("a zero denominator is neither met nor missed", () => {
  expect(judging(asked("0"))(0, 0)).toEqual({
    state: "NOT_APPLICABLE",
    needed: null,
    shortfall: null,
    surplus: null,
    points: null,
  });
});
