import { startApi, type Api, type Asker, type Reply } from "../support/api";
import { eachEngine } from "../support/engines";

eachEngine((engine) => {
  let api: Api;
  let quan: Asker;
  let binh: Asker;
  beforeAll(async () => {
    api = await startApi(engine, { seed: "demo" });
    quan = await api.as("quan");
    binh = await api.as("binh");
  });
  afterAll(() => api.close());

  /** The statements a request sends beyond those that tell who asks. */
  async function statements(asker: Asker, query: string, variables?: object): Promise<{ sent: number; reply: Reply }> {
    const { database } = api.app;
    const start = database.statements;
    await asker.ask("{ __typename }");
    const nothing = database.statements - start;
    const reply = await asker.ask(query, variables);
    return { sent: database.statements - start - 2 * nothing, reply };
  }

  const PAGE = `query($limit: Int) {
    procedures(limit: $limit, filter: { agency: { isNull: false }, entries: { some: {} } }) {
      total
      items {
        nameVi
        agency { name unit { name } }
        sector { nameVi }
        entries(limit: 20) { total items { addedBy { number } } }
      }
    }
  }`;

  test("sends one statement for each node and one for each total, whatever the number of rows", async () => {
    const small = await statements(quan, PAGE, { limit: 10 });
    const large = await statements(quan, PAGE, { limit: 1000 });
    expect(small.reply.data.procedures.items).toHaveLength(10);
    expect(large.reply.data.procedures.items.length).toBeGreaterThan(50);
    // procedures, total, agency, unit, sector, entries, total, addedBy.
    expect([small.sent, large.sent]).toEqual([8, 8]);
  });

  test("sends a statement for each key under which items are asked for, and none for what is skipped", async () => {
    const twice = await statements(quan, `{ sectors(limit: 3) { x: items { id } y: items { nameVi } } }`);
    expect(twice.sent).toBe(2);
    const skipped = await statements(quan, `{ sectors { items @skip(if: true) { id } __typename } }`);
    expect(skipped).toMatchObject({ sent: 0, reply: { data: { sectors: { __typename: "SectorList" } } } });
  });

  const REFUSED: [what: string, query: string, code: string, path: string[]][] = [
    [
      "the second root field",
      `{ sectors { items { id } } x: people { items { email } } }`,
      "FORBIDDEN",
      ["x", "items", "email"],
    ],
    [
      "a limit of the second root field",
      `{ sectors { items { id } } agencies(limit: 1001) { total } }`,
      "LIMIT",
      ["agencies"],
    ],
    [
      "a nested limit",
      `{ sectors { items { p: procedures(limit: 201) { total } } } }`,
      "LIMIT",
      ["sectors", "items", "p"],
    ],
    [
      "a field that is not theirs to read",
      `{ sectors { items { id } } people { items { m: email } } }`,
      "FORBIDDEN",
      ["people", "items", "m"],
    ],
    [
      "a filter on such a field",
      `{ sectors { items { id } } people(filter: { or: [{ name: { eq: "An" } }, { email: { contains: "a" } }] }) { total } }`,
      "FORBIDDEN",
      ["people"],
    ],
    [
      "a filter on such a field behind a list and a reference",
      `{ changeSets(filter: { rows: { some: { changeSet: { is: { person: { is: { email: { contains: "a" } } } } } } } }) { total } }`,
      "FORBIDDEN",
      ["changeSets"],
    ],
    [
      "a filter on a list that is not theirs to read",
      `{ subsidyEstimates(filter: { lines: { some: {} } }) { total } }`,
      "FORBIDDEN",
      ["subsidyEstimates"],
    ],
    ["a sort by such a field", `{ people(sort: [{ email: ASC }]) { total } }`, "FORBIDDEN", ["people"]],
    [
      "a nested filter that is no id",
      `{ sectors { items { procedures(filter: { agency: { is: { unit: { eq: "x" } } } }) { total } } } }`,
      "BAD_INPUT",
      ["sectors", "items", "procedures"],
    ],
    ["an id that is none", `{ sectors { items { id } } sector(id: "x") { id } }`, "BAD_INPUT", ["sector"]],
  ];
  test.each(REFUSED)("refuses %s before the first statement", async (_what, query, code, path) => {
    const { sent, reply } = await statements(binh, query);
    expect(reply.errors?.[0]).toMatchObject({ path, extensions: { code } });
    expect(reply.errors?.[0].extensions.messageVi).toBeTruthy();
    expect(reply.data ?? null).toBeNull();
    expect(sent).toBe(0);
  });

  test("refuses what lies below a change's answer before the change is made", async () => {
    const change = `mutation { changeSectors(changes: [{ create: { nameVi: "Thử" } }]) {
      changeSet { rows(limit: 201) { total } }
    } }`;
    const { sent, reply } = await statements(quan, change);
    expect(reply.errors?.[0].extensions).toMatchObject({ code: "LIMIT", field: "limit" });
    expect(sent).toBe(0);
  });

  const NESTED = `query($filter: ProcedureFilter) { procedures(filter: $filter, limit: 1) { total } }`;
  function nested(depth: number): object {
    if (depth === 0) return { nameVi: { contains: "a" } };
    const inner = nested(depth - 1);
    return [{ and: [inner, inner] }, { not: inner }, { agency: { is: { procedures: { some: inner } } } }][depth % 3];
  }

  test("takes filters of a recursive type by variable, and refuses them beyond their depth and number", async () => {
    const answered = await quan.ask(NESTED, { filter: nested(5) });
    expect(answered.data.procedures.total).toBeGreaterThan(0);
    const deep = await statements(quan, NESTED, { filter: nested(14) });
    expect(deep).toMatchObject({ sent: 0, reply: { errors: [{ extensions: { code: "LIMIT" } }] } });
    for (const empty of [{}, { and: [] }, { nameVi: {} }, { agency: { is: {} } }, { channels: {} }]) {
      const wide = await statements(quan, NESTED, { filter: { or: Array<object>(2000).fill(empty) } });
      expect(wide).toMatchObject({ sent: 0, reply: { errors: [{ extensions: { code: "LIMIT" } }] } });
    }
  });

  test("counts a row without the value among those of which a condition does not hold", async () => {
    const { all, one, other, empty } = await quan.data(`{
      all: procedures { total }
      one: procedures(filter: { code: { contains: "1" } }) { total }
      other: procedures(filter: { not: { code: { contains: "1" } } }) { total }
      empty: procedures(filter: { code: { isNull: true } }) { total }
    }`);
    expect(empty.total).toBeGreaterThan(0);
    expect(one.total + other.total).toBe(all.total);
  });

  test("looks for every word of a search, and puts rows in order by a field named often", async () => {
    const { procedures } = await quan.data(`{ procedures(limit: 1000) { items { nameVi } } }`);
    const long = (procedures.items as { nameVi: string }[])
      .map((p) => p.nameVi)
      .find((name) => new Set(name.split(" ")).size > 12 && name.length < 190)!;
    const SEARCH = `query($search: String) { procedures(filter: { search: $search }) { items { nameVi } } }`;
    expect((await quan.data(SEARCH, { search: long })).procedures.items).toContainEqual({ nameVi: long });
    expect((await quan.data(SEARCH, { search: `${long} khôngcó` })).procedures.items).toEqual([]);
    const SORT = `query($sort: [SectorSort!]) { sectors(sort: $sort, limit: 3) { items { id } } }`;
    const often = await quan.data(SORT, { sort: Array<object>(5000).fill({ nameVi: "DESC" }) });
    expect(often).toEqual(await quan.data(SORT, { sort: [{ nameVi: "DESC" }] }));
  });

  test("finds a member of a list as a whole, whatever signs it is made of", async () => {
    const sector = (await quan.data(`{ sectors(limit: 1) { items { id } } }`)).sectors.items[0].id as string;
    const made = [["Luật, Nghị định", "Thông tư"], ['Luật "Hộ tịch"'], ["a\\b", "Điều 1"]].map((legalBases, i) => ({
      create: { nameVi: `Thử ${i}`, sector, tiers: ["COMMUNE"], status: "IN_FORCE", legalBases },
    }));
    const changed = await quan.data(
      `mutation($changes: [ProcedureChange!]!) { changeProcedures(changes: $changes) { problems { messageEn } } }`,
      { changes: made },
    );
    expect(changed.changeProcedures.problems).toEqual([]);
    const found = async (has: string) =>
      (
        await quan.data(
          `query($has: String) { procedures(filter: { legalBases: { has: $has }, nameVi: { contains: "Thử " } }) { items { nameVi } } }`,
          { has },
        )
      ).procedures.items.map((p: { nameVi: string }) => p.nameVi);
    expect(await found("Thông tư")).toEqual(["Thử 0"]);
    expect(await found('Luật "Hộ tịch"')).toEqual(["Thử 1"]);
    expect(await found("a\\b")).toEqual(["Thử 2"]);
    for (const part of [",", "", "Luật", "Nghị định", 'Hộ tịch"', "Hộ tịch", "b"])
      expect(await found(part)).toEqual([]);
  });

  test("keeps a bounded number of plans", async () => {
    const { planner } = api.app.services;
    for (let i = 0; i < 600; i++) await quan.ask(`{ a${i}: __typename }`);
    const { plans, facts } = planner as unknown as Record<"plans" | "facts", Map<string, unknown>>;
    expect(plans.size).toBeLessThanOrEqual(500);
    expect(facts.size).toBeLessThanOrEqual(500);
  });
});
