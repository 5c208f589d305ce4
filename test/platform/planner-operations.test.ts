import { buildClientSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema } from "graphql";
import { startApi, type Api, type Asker, type Reply } from "../support/api";
import { eachEngine } from "../support/engines";
import { printedSchema } from "./oracle/oracle";

eachEngine((engine) => {
  let api: Api;
  let quan: Asker;
  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
    quan = await api.as("quan");
  });
  afterAll(() => api.close());

  /** Asks as an administrator for one of the operations of a document. */
  async function named(query: string, operationName: string | undefined): Promise<Reply> {
    const { secret } = await api.app.services.sessions.open(quan.person!);
    const answer = await api.inject({
      method: "POST",
      url: "/graphql",
      cookies: { danh_muc_session: secret },
      payload: { query, operationName },
    });
    return answer.json();
  }

  test("tells type names everywhere, under any key", async () => {
    const data = await quan.data(`{
      __typename
      sectors(limit: 1, filter: { procedures: { some: {} } }) {
        __proto__: __typename
        items { __typename procedures(limit: 1) { __typename items { __typename constructor: __typename sector { __typename } } } }
      }
    }`);
    expect(JSON.stringify(data)).toBe(
      '{"__typename":"Query","sectors":{"__proto__":"SectorList","items":[{"__typename":"Sector","procedures":' +
        '{"__typename":"ProcedureList","items":[{"__typename":"Procedure","constructor":"Procedure","sector":{"__typename":"Sector"}}]}}]}}',
    );
  });

  test("answers reads beside other fields in one operation, in the order asked for", async () => {
    const data = await quan.data(`query($day: Date) {
      y: procedures(limit: 1, sort: [{ code: DESC }], asOf: $day) { total __proto__: items { x: nameVi nameVi: code } }
      viewer { workingDate person { name x: email } }
      first: sector(id: "0000") @skip(if: true) { id }
      site { isDemo }
      __typename
      nowhere: sector(id: "9999999") { id }
    }`);
    expect(Object.keys(data)).toEqual(["y", "viewer", "site", "__typename", "nowhere"]);
    expect(data.viewer).toEqual({ workingDate: "2019-07-20", person: { name: "Quân", x: "quan@test.example" } });
    expect(data).toMatchObject({ site: { isDemo: true }, __typename: "Query", nowhere: null });
    const alone = await quan.data(
      `{ y: procedures(limit: 1, sort: [{ code: DESC }]) { total __proto__: items { x: nameVi nameVi: code } } }`,
    );
    expect(JSON.stringify(data.y)).toBe(JSON.stringify(alone.y));
    expect(alone.y.total).toBeGreaterThan(100);
  });

  test("describes itself in development as the printed schema does", async () => {
    const sorted = (schema: Parameters<typeof printSchema>[0]) => printSchema(lexicographicSortSchema(schema));
    const data = await quan.data(
      getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true, specifiedByUrl: true }),
    );
    expect(sorted(buildClientSchema(data))).toBe(sorted(printedSchema()));
  });

  const TWO = `query A { sectors(limit: 1) { items { ...F } } } query B { b: sectors { total } } fragment F on Sector { id }`;

  test("answers the operation that is named", async () => {
    expect((await named(TWO, "A")).data).toEqual({ sectors: { items: [{ id: expect.any(String) as string }] } });
    expect((await named(TWO, "B")).data).toEqual({ b: { total: expect.any(Number) as number } });
    expect((await named("{ __typename }", undefined)).data).toEqual({ __typename: "Query" });
  });

  test.each([undefined, "C"])("refuses a document of two operations when the name is %s", async (name) => {
    const reply = await named(TWO, name);
    expect(reply.data).toBeUndefined();
    expect(reply.errors).toHaveLength(1);
    expect(reply.errors![0].extensions).toMatchObject({ code: "BAD_INPUT" });
    expect(reply.errors![0].extensions.messageVi).toBeTruthy();
  });

  test("answers one document by the values of its conditions", async () => {
    const query = `query($a: Boolean = true, $constructor: Boolean = true) {
      sectors(limit: 1) { items { id @include(if: $a) nameVi @skip(if: $a) version @include(if: $constructor) } }
    }`;
    const keys = async (variables: object) =>
      Object.keys((await quan.data(query, variables)).sectors.items[0] as object);
    expect(await keys({})).toEqual(["id", "version"]);
    expect(await keys({ a: false })).toEqual(["nameVi", "version"]);
    expect(await keys({ a: true, constructor: false })).toEqual(["id"]);
    expect(await keys({})).toEqual(["id", "version"]);
    for (const a of [null, "true", 1]) {
      const reply = await quan.ask(query, { a });
      expect(reply.errors?.[0].extensions).toMatchObject({ code: "BAD_INPUT" });
    }
  });

  test("takes an asOf of null for the working date, and takes back an inherited day by it", async () => {
    const ask = (asOf: string) =>
      quan.data(`{
        catalogEntries(${asOf} filter: { validTo: { isNull: false } }) { total }
        units(${asOf} filter: { tier: { eq: DISTRICT } }, limit: 1) { total items { id } }
      }`);
    const plain = await ask("");
    expect(await ask("asOf: null,")).toEqual(plain);
    expect((await ask('asOf: "2025-07-01",')).units.total).toBe(0);
    expect(plain.units.total).toBeGreaterThan(0);
    const { id } = plain.units.items[0] as { id: string };
    const one = await quan.data(
      `query($id: ID!, $none: Date) {
      a: unit(id: $id, asOf: null) { tier } b: unit(id: $id) { tier } c: unit(id: $id, asOf: "2025-07-01") { tier }
      d: unit(id: $id, asOf: $none) { tier }
    }`,
      { id },
    );
    expect(one).toEqual({ a: { tier: "DISTRICT" }, b: { tier: "DISTRICT" }, c: null, d: { tier: "DISTRICT" } });
    const below = await quan.data(
      `query($id: ID!) {
      agencies(filter: { unit: { eq: $id } }, limit: 1) {
        items { then: unit(asOf: "2025-07-01") { tier } now: unit { tier } states(asOf: "2025-07-01") {
          total items { then: unit { tier } now: unit(asOf: null) { tier } }
        } }
      }
    }`,
      { id },
    );
    expect(below.agencies.items[0]).toMatchObject({ then: null, now: { tier: "DISTRICT" } });
    expect(below.agencies.items[0].states).toMatchObject({ items: [{ then: null, now: { tier: "DISTRICT" } }] });
    const { catalogs } = await quan.data(`{
      catalogs(asOf: "2018-07-20", filter: { kind: { eq: POSTAL }, authority: { eq: OWN } }) {
        items { then: entries { total } all: entries(asOf: null) { total } }
      }
    }`);
    const [{ then, all }] = catalogs.items as { then: { total: number }; all: { total: number } }[];
    expect(then.total).toBe(78);
    expect(all.total).toBeGreaterThan(80);
  });
});
