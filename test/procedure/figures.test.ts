import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";

eachEngine((engine) => {
  let api: Api;
  let lan: Asker;
  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
    lan = await api.as("lan");
  });
  afterAll(() => api.close());

  const LEGS = `query($on: Date, $name: String!) {
    procedures(filter: { nameVi: { eq: $name } }, asOf: $on) { items { postalLegs listedLevel presenceRequired } }
  }`;
  const said = async (name: string, on: string | null) => (await lan.data(LEGS, { name, on })).procedures.items;

  test("the legs that go by post follow the catalogs of the day", async () => {
    const licence = "Cấp giấy phép lái xe";
    expect(await said(licence, "2018-07-20")).toMatchObject([{ postalLegs: ["IN", "OUT"] }]);
    expect(await said(licence, "2019-03-04")).toMatchObject([{ postalLegs: ["OUT"] }]);
    expect(await said(licence, "2017-01-01")).toMatchObject([{ postalLegs: null }]);
  });

  test("figures of a page cost one statement each, whatever the page and however often they are named", async () => {
    const count = async (limit: number): Promise<number> => {
      const before = api.app.database.statements;
      await lan.data(`{ procedures(limit: ${limit}) { items { a: postalLegs b: postalLegs listedLevel } } }`);
      return api.app.database.statements - before;
    };
    const small = await count(5);
    expect(await count(100)).toBe(small);
    const plain = api.app.database.statements;
    await lan.data(`{ procedures(limit: 5) { items { id } } }`);
    expect(small).toBe(api.app.database.statements - plain + 2);
  });
});
