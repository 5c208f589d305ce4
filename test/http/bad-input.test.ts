import { startApi, type Api, type Asker, type Reply } from "../support/api";
import { eachEngine } from "../support/engines";
import { askChange, change, fresh, make, refusals, type Problem } from "../change/change-speech";

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
  });
  afterAll(() => api.close());

  /** What was refused, and that it says in both languages what to do. */
  function refusal(reply: Reply): { code: unknown; field: unknown } {
    // Changes that come by a variable are read row by row: what is wrong with one is a problem of its row.
    if (!reply.errors) return saidOf(reply.data.result.problems[0]);
    const { code, field, messageVi, messageEn } = reply.errors[0].extensions;
    expect(String(messageVi)).toMatch(/^.{10,}[.!?]/u);
    expect(String(messageEn)).toMatch(/^.{10,}[.!?]/u);
    expect(messageVi).not.toBe(messageEn);
    return { code, field };
  }
  function saidOf(problem: Problem): { code: string; field: string | null } {
    expect(problem.messageVi).toMatch(/^.{10,}[.!?]/u);
    expect(problem.messageEn).toMatch(/^.{10,}[.!?]/u);
    expect(problem.messageVi).not.toMatch(/[{}]/);
    return { code: problem.code, field: problem.field };
  }
  const aSector = () => ({ create: { nameVi: fresh("Lĩnh vực") } });
  const sectors = async (): Promise<number> => (await chi.data("{ sectors { total } }")).sectors.total;

  describe("gets its typed refusal", () => {
    test("a malformed id, in every place an id stands in", async () => {
      expect(refusal(await chi.ask(`{ sector(id: "12a") { id } }`))).toEqual({ code: "BAD_INPUT", field: "id" });
      expect(refusal(await chi.ask(`{ sector(id: "99999999999999999999") { id } }`)).field).toBe("id");
      const filtered = await chi.ask(`{ procedures(filter: { sector: { eq: "x" } }) { total } }`);
      expect(refusal(filtered)).toEqual({ code: "BAD_INPUT", field: "filter.sector.eq" });
      const { problems } = await change(chi, "Sector", [{ delete: { id: "-1", version: 1 } }]);
      expect(saidOf(problems[0])).toEqual({ code: "BAD_INPUT", field: "id" });
      const reference = await change(chi, "Catalog", [{ create: { nameVi: "x", decision: "1 OR 1=1" } }]);
      expect(saidOf(reference.problems[0])).toEqual({ code: "BAD_INPUT", field: "decision" });
    });

    test("an unknown field, read or written, in a document or in variables", async () => {
      expect(refusal(await chi.ask(`{ sectors { items { nmaeVi } } }`))).toEqual({
        code: "BAD_INPUT",
        field: "nmaeVi",
      });
      expect(refusal(await chi.ask(`{ sectors(filtre: {}) { total } }`)).field).toBe("filtre");
      expect(refusal(await chi.ask(`{ sectors(filter: { nmae: { eq: "x" } }) { total } }`)).field).toBe("nmae");
      expect(refusal(await askChange(chi, "Sector", [{ create: { nameVi: "x", nmaeVi: "y" } }]))).toEqual({
        code: "BAD_INPUT",
        field: "nmaeVi",
      });
      for (const field of ["id", "version", "nameVi_key", "actsFrom"])
        expect(refusal(await askChange(chi, "Decision", [{ create: { [field]: "1" } }])).field).toBe(field);
    });

    test("a document that is none, and a variable that is missing", async () => {
      expect(refusal(await chi.ask(`{ sectors {`)).code).toBe("BAD_INPUT");
      expect(refusal(await chi.ask(`query($id: ID!) { sector(id: $id) { id } }`, {}))).toEqual({
        code: "BAD_INPUT",
        field: "id",
      });
    });

    test("a date that does not exist, as a literal, a variable and a value", async () => {
      for (const day of ["2019-02-30", "2019-13-01", "30/7/2019", "2019-7-1", "0001-01-01", "9999-12-31"]) {
        const literal = await chi.ask(`{ units(asOf: "${day}") { total } }`);
        expect(refusal(literal)).toEqual({ code: "BAD_INPUT", field: "asOf" });
        const asked = await chi.ask(`query($on: Date) { units(asOf: $on) { total } }`, { on: day });
        expect(refusal(asked)).toEqual({ code: "BAD_INPUT", field: "on" });
        const filtered = await chi.ask(`{ decisions(filter: { issuedOn: { lt: "${day}" } }) { total } }`);
        expect(refusal(filtered)).toEqual({ code: "BAD_INPUT", field: "issuedOn" });
        const written = await askChange(chi, "Decision", [{ create: { issuedOn: day } }]);
        expect(refusal(written)).toEqual({ code: "BAD_INPUT", field: "issuedOn" });
      }
      expect((await chi.ask(`{ units(asOf: "2020-02-29") { total } }`)).errors).toBeUndefined();
      const said = (await chi.ask(`query($on: Date) { units(asOf: $on) { total } }`, { on: "2019-02-30" })).errors![0];
      expect(said.extensions.messageVi).toContain("30/2/2019");
    });

    test("money that is not whole, negative or too large", async () => {
      for (const feeVnd of ["1.5", "-1", "abc", "9223372036854775808", ""]) {
        const reply = await askChange(chi, "Channel", [{ create: { feeVnd, channel: "POST", leg: "IN" } }]);
        const found = reply.errors ? refusal(reply) : saidOf(reply.data.result.problems[0]);
        expect(found).toEqual({ code: "BAD_INPUT", field: "feeVnd" });
      }
    });

    test("a delete of what is in use, a stale version and a duplicate, and nothing of the batch is applied", async () => {
      const [sector, name] = [(await make(chi, "Sector", { nameVi: fresh("Đang dùng") }))[0], fresh("Tên")];
      await make(chi, "Procedure", { nameVi: fresh("TT"), sector, tiers: ["COMMUNE"], status: "IN_FORCE" });
      const before = await sectors();
      for (const [bad, code, field] of [
        [{ delete: { id: sector, version: 1 } }, "IN_USE", "id"],
        [{ delete: { id: sector, version: 9 } }, "STALE", "version"],
        [{ update: { id: sector, version: 0, set: {} } }, "BAD_INPUT", "version"],
        [{ create: { nameVi: name } }, "NOT_UNIQUE", "nameVi"],
      ] as const) {
        const result = await change(chi, "Sector", [aSector(), { create: { nameVi: name } }, bad]);
        expect(saidOf(result.problems[0])).toEqual({ code, field });
        expect(refusals(result)).toEqual([[2, code, field]]);
        expect(await sectors()).toBe(before);
      }
    });
  });

  describe("never reaches the database", () => {
    let alone: number;
    /** Statements that a request sends: one looks the session up. */
    const statements = async (work: () => Promise<unknown>): Promise<number> => {
      const before = api.app.database.statements;
      await work();
      return api.app.database.statements - before;
    };
    beforeAll(async () => {
      alone = await statements(() => chi.data("{ __typename }"));
    });
    const limited = async (query: string, variables?: object) => {
      let reply!: Reply;
      expect(await statements(async () => (reply = await chi.ask(query, variables)))).toBeLessThanOrEqual(alone);
      expect(reply.data ?? null).toBeNull();
      return refusal(reply);
    };

    test("the session is one statement", () => expect(alone).toBe(1));

    test("5,001 changes", async () => {
      let reply!: Reply;
      const changes = Array.from({ length: 5001 }, (_, i) => ({ create: { nameVi: `quá nhiều ${i}` } }));
      expect(await statements(async () => (reply = await askChange(chi, "Sector", changes)))).toBe(alone);
      expect(refusal(reply)).toEqual({ code: "LIMIT", field: "changes" });
    });

    test("a page of ten million, a page of 1,001, a nested page of 201 and negative pages", async () => {
      expect(await limited(`{ sectors(limit: 10000000) { items { id } } }`)).toEqual({ code: "LIMIT", field: "limit" });
      expect((await limited(`{ sectors(limit: 1001) { total } }`)).code).toBe("LIMIT");
      const nested = `{ sectors { items { procedures(limit: 201) { total } } } }`;
      expect(await limited(nested)).toEqual({ code: "LIMIT", field: "limit" });
      expect(await limited(`{ sectors(limit: -1) { total } }`)).toEqual({ code: "BAD_INPUT", field: "limit" });
      expect(await limited(`{ sectors(offset: -1) { total } }`)).toEqual({ code: "BAD_INPUT", field: "offset" });
      expect((await limited(`{ sectors(offset: 10000001) { total } }`)).code).toBe("LIMIT");
    });

    test("pages that multiply to more rows than an answer may have", async () => {
      const query = `{ sectors(limit: 1000) { items { procedures(limit: 200) { items { channels(limit: 200) { total } } } } } }`;
      expect((await limited(query)).code).toBe("LIMIT");
    });

    test("1,000 aliases, at the root, nested and of a field that is no resource", async () => {
      const many = (make: (i: number) => string) => Array.from({ length: 1000 }, (_, i) => make(i)).join(" ");
      expect((await limited(`{ ${many((i) => `a${i}: sectors { total }`)} }`)).code).toBe("LIMIT");
      expect((await limited(`{ sectors { items { ${many((i) => `a${i}: nameVi`)} } } }`)).code).toBe("LIMIT");
      const listed = many((i) => `a${i}: procedures { total }`);
      expect((await limited(`{ sectors { items { ${listed} } } }`)).code).toBe("LIMIT");
      expect((await limited(`{ ${many((i) => `a${i}: viewer { email }`)} }`)).code).toBe("LIMIT");
      expect((await limited(`{ viewer { ${many((i) => `a${i}: email`)} } }`)).code).toBe("LIMIT");
      expect((await limited(`{ ${many((i) => `a${i}: __typename`)} }`)).code).toBe("LIMIT");
      const spread = `query { sectors { items { ...F } } } fragment F on Sector { ${many((i) => `a${i}: nameVi`)} }`;
      expect((await limited(spread)).code).toBe("LIMIT");
    });

    test("two mutations in one request, also behind a fragment", async () => {
      const one = (key: string) => `${key}: changeSectors(changes: [{ create: { nameVi: "${key}" } }]) { rows { id } }`;
      expect(await limited(`mutation { ${one("a")} ${one("b")} }`)).toEqual({ code: "LIMIT", field: "mutation" });
      const hundred = Array.from({ length: 100 }, (_, i) => `a${i}: signIn(email: "x", password: "y") { email }`);
      expect((await limited(`mutation { ${hundred.join(" ")} }`)).code).toBe("LIMIT");
      const hidden = `mutation { ${one("a")} ...M } fragment M on Mutation { ${one("b")} }`;
      expect((await limited(hidden)).code).toBe("LIMIT");
    });

    test("deep nesting, and a document of too many words", async () => {
      let deep = "id";
      for (let i = 0; i < 30; i++) deep = `parent { ${deep} }`;
      expect((await limited(`{ units { items { ${deep} } } }`)).code).toBe("LIMIT");
      const long = Array.from({ length: 25_000 }, () => "id").join(" ");
      expect(await limited(`{ sectors { items { ${long} } } }`)).toMatchObject({ code: "BAD_INPUT" });
    });

    test("a filter too deep, of too many conditions, with too many values or too long a search", async () => {
      let deep = `nameVi: { eq: "x" }`;
      for (let i = 0; i < 10; i++) deep = `not: { ${deep} }`;
      expect((await limited(`{ sectors(filter: { ${deep} }) { total } }`)).code).toBe("LIMIT");
      let variables: object = { nameVi: { eq: "x" } };
      for (let i = 0; i < 3000; i++) variables = { not: variables };
      const filtered = `query($f: SectorFilter) { sectors(filter: $f) { total } }`;
      expect((await limited(filtered, { f: variables })).code).toBe("LIMIT");
      const or = Array.from({ length: 201 }, (_, i) => ({ nameVi: { eq: `${i}` } }));
      expect((await limited(filtered, { f: { or } })).code).toBe("LIMIT");
      const values = { nameVi: { in: Array.from({ length: 1001 }, (_, i) => `${i}`) } };
      expect(await limited(filtered, { f: values })).toEqual({ code: "LIMIT", field: "filter.nameVi.in" });
      const ids = { id: { in: Array.from({ length: 1001 }, (_, i) => `${i + 1}`) } };
      expect(await limited(filtered, { f: ids })).toEqual({ code: "LIMIT", field: "filter.id.in" });
      expect((await limited(filtered, { f: { search: "x".repeat(501) } })).code).toBe("LIMIT");
      const ok = await chi.ask(filtered, { f: { nameVi: { in: values.nameVi.in.slice(1) } } });
      expect(ok.errors).toBeUndefined();
    });
  });
});
