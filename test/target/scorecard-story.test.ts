import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";

/** A criterion of a scorecard, told in a line per reading: numerator / denominator, state, shortfall. */
interface Reading {
  code: string;
  official: boolean;
  numerator: number;
  denominator: number;
  ratio: { numerator: number; denominator: number } | null;
  state: string;
  shortfall: number | null;
  surplus: number | null;
}
interface Card {
  agency: { id: string; code: string | null; nameVi: string; parentId: string | null } | null;
  criteria: { code: string; official: Reading; readings: Reading[] }[];
  met: number;
  applicable: number;
  isDemo: boolean;
  blankCount: number;
  straddlingCount: number;
}

const READING = "code official numerator denominator ratio { numerator denominator } state shortfall surplus";
const CARD = `agency { id code nameVi parentId } met applicable isDemo blankCount straddlingCount
  criteria { code official { ${READING} } readings { ${READING} } }`;
const IN_2018 = 'from: "2018-01-01", to: "2018-12-31"';

const told = ({ criteria }: Card) =>
  Object.fromEntries(
    criteria.map(({ code, official }) => [
      code,
      `${official.numerator}/${official.denominator} ${official.state} ${official.shortfall}`,
    ]),
  );

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
  const card = async (who: Asker, agency: string | null, more = IN_2018): Promise<Card> =>
    (await who.data(`query($agency: ID) { scorecard(agency: $agency, ${more}) { ${CARD} } }`, { agency })).scorecard;
  const cards = async (who: Asker, more: string): Promise<{ items: Card[]; total: number; province: Card }> =>
    (await who.data(`{ scorecards(${more}) { total province { ${CARD} } items { ${CARD} } } }`)).scorecards;

  test("in 2018 the province misses five of its six targets, by so many", async () => {
    const province = await card(lan, null);
    expect(told(province)).toEqual({
      T1: "31/80 MISSED 9",
      T2A: "480/48000 MISSED 6720",
      T2B: "3168/48000 MISSED 4032",
      T3: "11/25 MISSED 4",
      T4: "2856/8400 MISSED 504",
      T5: "288/900 MET 0",
    });
    expect([province.met, province.applicable, province.agency, province.isDemo]).toEqual([1, 6, null, true]);
    const of = (code: string) => province.criteria.find((each) => each.code === code)!.readings;
    expect(of("T4").map(({ code, numerator, denominator }) => [code, numerator, denominator])).toEqual([
      ["agency", 2856, 48_000],
      ["catalog", 2856, 8400],
    ]);
    expect(of("T5").map(({ code, state, official, surplus }) => [code, state, official, surplus])).toEqual([
      ["agency", "MISSED", false, 0],
      ["catalog", "MET", true, 18],
    ]);
    expect(of("T1").map(({ code }) => code)).toEqual(["any", "received", "returned", "either"]);
  });

  test("agencies are judged on what they settled, whoever received it", async () => {
    const center = await card(lan, await idOf("TTPVHCC"));
    expect([center.applicable, center.criteria[1].official.denominator]).toEqual([0, 0]);
    const { T2A, T2B } = told(await card(lan, await idOf("SGTVT")));
    expect([T2A, T2B]).toEqual(["118/14200 MISSED 2012", "702/14200 MISSED 1428"]);
  });

  test("the cards of many agencies are those of each one, and the tops of the tree add up to the province", async () => {
    const { items, total, province } = await cards(lan, `${IN_2018}, limit: 1000`);
    expect(total).toBe(items.length);
    expect(province).toEqual(await card(lan, null));
    for (const item of items.slice(0, 40)) expect(item).toEqual(await card(lan, item.agency!.id));
    const tops = items.filter(({ agency }) => agency!.parentId === null);
    for (const at of [1, 2, 4, 5]) {
      const sum = (of: (reading: Reading) => number) =>
        tops.reduce((all, { criteria }) => all + of(criteria[at].official), 0);
      const { numerator, denominator } = province.criteria[at].official;
      expect([sum((each) => each.numerator), sum((each) => each.denominator)]).toEqual([numerator, denominator]);
    }
  });

  test("procedures with dossiers of the departments and the rest are in their denominators", async () => {
    const { items } = await cards(lan, `${IN_2018}, limit: 1000`);
    for (const { agency, criteria } of items)
      for (const { readings } of [criteria[0], criteria[3]])
        for (const { numerator, denominator } of readings)
          expect([agency!.nameVi, numerator <= denominator]).toEqual([agency!.nameVi, true]);
  });

  test("as many statements are sent for one agency, a page of ten or all", async () => {
    const sent: number[] = [];
    for (const limit of [1, 10, 1000]) {
      const before = api.app.database.statements;
      await cards(lan, `${IN_2018}, limit: ${limit}`);
      sent.push(api.app.database.statements - before);
    }
    expect(new Set(sent).size).toBe(1);
    expect(sent[0]).toBeLessThan(16);
  });
});
