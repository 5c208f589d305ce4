import type { RateTerms } from "../../server/subsidy/computation/inputs.rules";
import { needOf } from "../../server/subsidy/estimate/need.rules";

describe("a route of which the counts know nothing", () => {
  const terms = {
    fiscalYear: 2019,
    base: { from: "2018-01-01", to: "2018-12-31" },
    growthPercent: "0",
    sharePercent: "100",
  };
  const lineOf = (rate: object, moved: object) => {
    const route = {
      id: "1",
      code: "T1",
      validFrom: null,
      validTo: null,
      dossiers: 0,
      handOvers: 4,
      handedOver: 90,
      ...moved,
    };
    const rates = [
      {
        id: "1",
        route: "1",
        rateUnit: "PER_DOSSIER",
        amountVnd: 100n,
        validFrom: null,
        validTo: null,
        dossiersPerTrip: null,
        ...rate,
      } as RateTerms,
    ];
    const { lines, gaps } = needOf(terms, [route], rates);
    return lines.length > 0
      ? [lines[0].basis, lines[0].quantity.numerator, Number(lines[0].amountVnd)]
      : gaps[0].reason;
  };

  test.each([
    ["by the dossiers of its hand-overs", {}, {}, ["HAND_OVERS", 90, 9000]],
    [
      "by its trips, though the rate says how many dossiers make one",
      { rateUnit: "PER_TRIP", dossiersPerTrip: 50 },
      {},
      ["HAND_OVERS", 4, 400],
    ],
    [
      "by its dossiers, once it is counted",
      { rateUnit: "PER_TRIP", dossiersPerTrip: 50 },
      { dossiers: 101 },
      ["DOSSIERS_PER_TRIP", 3, 300],
    ],
    ["at 0 without either", {}, { handOvers: 0, handedOver: 0 }, ["COUNTS", 0, 0]],
    ["not at all per trip without either", { rateUnit: "PER_TRIP" }, { handOvers: 0, handedOver: 0 }, "NO_TRIPS"],
    ["by the month all the same", { rateUnit: "PER_MONTH" }, { handOvers: 0, handedOver: 0 }, ["MONTHS", 12, 1200]],
  ])("is reckoned %s", (_name, rate, moved, line) => expect(lineOf(rate, moved)).toEqual(line));
});
