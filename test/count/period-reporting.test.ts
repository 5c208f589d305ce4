import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";

interface Told {
  expected: number;
  reported: number;
  daysLate: number | null;
}

/** Periods with their own answer and, one by one, with what the list of those who have not reported counts. */
async function bothWays(who: Asker): Promise<[Record<string, Told>, Record<string, Told>]> {
  const { periods } = await who.data("{ periods(limit: 30) { items { id name } } }");
  const ids = periods.items.map(({ id }: { id: string }) => id);
  const { periodReporting } = await who.data(
    "query($ids: [ID!]!) { periodReporting(periods: $ids) { period { id } expected reported daysLate } }",
    { ids },
  );
  const together = Object.fromEntries(
    periodReporting.map(({ period, ...told }: Told & { period: { id: string } }) => [period.id, told]),
  );
  const alone: Record<string, Told> = {};
  for (const id of ids) {
    const query = "query($id: ID!) { notReported(period: $id) { expected reported daysLate } }";
    alone[id] = (await who.data(query, { id })).notReported;
  }
  return [together, alone];
}

eachEngine((engine) => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
  });
  afterAll(() => api?.close());

  test("it counts for many periods what the list of each period counts", async () => {
    const [together, alone] = await bothWays(await api.as("chi"));
    expect(together).toEqual(alone);
    expect(Object.values(together).some(({ expected, reported }) => expected > reported && reported > 0)).toBe(true);
  });

  test("staff of an agency see what concerns their own part", async () => {
    const [together, alone] = await bothWays(await api.as("binh"));
    expect(together).toEqual(alone);
    const all = (await bothWays(await api.as("lan")))[0];
    const most = (of: Record<string, Told>) => Math.max(...Object.values(of).map(({ expected }) => expected));
    expect(most(together)).toBeGreaterThan(0);
    expect(most(together)).toBeLessThan(most(all));
  });

  test("the number of statements does not grow with the number of periods", async () => {
    const chi = await api.as("chi");
    const { periods } = await chi.data("{ periods(limit: 12) { items { id } } }");
    const ids: string[] = periods.items.map(({ id }: { id: string }) => id);
    const statements = async (asked: string[]): Promise<number> => {
      const before = api.app.database.statements;
      await chi.data("query($ids: [ID!]!) { periodReporting(periods: $ids) { expected } }", { ids: asked });
      return api.app.database.statements - before;
    };
    const one = await statements(ids.slice(0, 1));
    expect(one).toBeGreaterThan(0);
    expect(await statements(ids)).toBe(one);
  });

  test("a period that is not there is left out, and more than a hundred are refused", async () => {
    const chi = await api.as("chi");
    const query = "query($ids: [ID!]!) { periodReporting(periods: $ids) { expected } }";
    expect((await chi.data(query, { ids: ["999999999"] })).periodReporting).toEqual([]);
    const many = await chi.ask(query, { ids: Array.from({ length: 101 }, (_, index) => String(index + 1)) });
    expect(many.errors?.[0].extensions).toMatchObject({ code: "LIMIT", field: "periods" });
    const text = await chi.ask(query, { ids: ["x"] });
    expect(text.errors?.[0].extensions).toMatchObject({ code: "BAD_INPUT" });
    expect((await api.nobody.ask(query, { ids: [] })).errors?.[0].extensions.code).toBe("SIGN_IN");
  });
});
