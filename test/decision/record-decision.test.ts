import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { change, fresh, make, undo } from "../change/change-speech";
import { brokenInvariants } from "../change/invariants";

const RECORD = `mutation($record: DecisionRecord!, $note: String, $dryRun: Boolean! = false, $key: String, $expect: String) {
  result: recordDecision(record: $record, note: $note, dryRun: $dryRun, key: $key, expect: $expect) {
    decision changeSet preview
    effects { line resource id action cells { field before after } }
    problems { line field code messageVi messageEn }
  }
}`;

interface Recorded {
  decision: string | null;
  changeSet: string | null;
  preview: string;
  effects: {
    line: number | null;
    resource: string;
    id: string;
    action: string;
    cells: { field: string; before: unknown; after: unknown }[];
  }[];
  problems: { line: number | null; field: string | null; code: string; messageVi: string; messageEn: string }[];
}

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  let sector: string;
  let other: string;
  const issuer = "UBND tỉnh";
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
    [sector, other] = await make(chi, "Sector", { nameVi: "Hộ tịch" }, { nameVi: "Chứng thực" });
  });
  afterAll(() => api.close());

  const facts = (more: object = {}) => ({
    number: fresh("MH").replace(" ", "/"),
    kind: "DECISION",
    issuer,
    title: "Về sửa đổi danh mục",
    issuedOn: "2019-03-04",
    ...more,
  });
  const record = async (asked: object, more: object = {}): Promise<Recorded> => {
    const { result } = await chi.data(RECORD, { record: asked, ...more });
    for (const { messageVi, messageEn } of result.problems)
      for (const said of [messageVi, messageEn]) expect(said).not.toMatch(/\{\w+\}|undefined|\[object/);
    return result;
  };
  const refused = ({ problems }: Recorded) => problems.map((p) => [p.line, p.code, p.field]);
  const listed = async (catalog: string, on: string): Promise<string[]> =>
    (
      await chi.data(
        `query($id: ID!, $on: Date) { catalog(id: $id, asOf: $on) { entries { items { procedure { id } } } } }`,
        { id: catalog, on },
      )
    ).catalog.entries.items
      .map((e: { procedure: { id: string } }) => e.procedure.id)
      .sort();
  const procedureOn = async (id: string, on: string) =>
    (
      await chi.data(
        `query($id: ID!, $on: Date) { procedure(id: $id, asOf: $on) { nameVi status statusDecision { id } successor { id } } }`,
        { id, on },
      )
    ).procedure;
  const aProcedure = (more: object = {}) => ({
    nameVi: fresh("Cấp giấy"),
    sector,
    tiers: ["COMMUNE"],
    status: "IN_FORCE",
    ...more,
  });

  /** A postal catalog of four procedures by a Decision of 2018, and two procedures outside it. */
  const aCatalog = async (more: object = {}) => {
    const [first] = await make(chi, "Decision", facts({ issuedOn: "2018-07-20" }));
    const [catalog] = await make(chi, "Catalog", {
      nameVi: fresh("DM"),
      kind: "POSTAL",
      authority: "OWN",
      decision: first,
      ...more,
    });
    const procedures = await make(chi, "Procedure", ...Array.from({ length: 6 }, () => aProcedure()));
    const entries = await make(
      chi,
      "CatalogEntry",
      ...procedures.slice(0, 4).map((procedure) => ({ catalog, procedure, addedBy: first, legs: ["IN", "OUT"] })),
    );
    return { first, catalog, procedures, entries };
  };

  test("the three lists, new procedures among them, go in as one change set and come out by one undo", async () => {
    const {
      catalog,
      procedures: [a, b, c, d, e],
    } = await aCatalog();
    const asked = {
      decision: { facts: facts() },
      catalog,
      lines: [
        { line: 3, list: "NEW", procedure: e, legs: ["OUT"] },
        {
          line: 4,
          list: "NEW",
          create: { code: "1.777001", nameVi: "Cấp bản sao điện tử", sector, tiers: ["COMMUNE"] },
        },
        { line: 6, list: "AMENDED", procedure: a, legs: ["IN"], set: { nameVi: "Cấp giấy tên mới" } },
        {
          line: 7,
          list: "REPLACED",
          create: { code: "T-YBI-280421-TT", nameVi: "Cấp giấy thay thế", sector, tiers: ["COMMUNE"] },
          replaces: b,
        },
        { line: 9, list: "ABOLISHED", procedure: c },
      ],
    };
    const before = await chi.data(`{ changeSets { total } }`);
    const result = await record(asked);
    expect(result.problems).toEqual([]);
    expect((await chi.data(`{ changeSets { total } }`)).changeSets.total).toBe(before.changeSets.total + 1);
    const [[count]] = await api.app.database.read(
      "SELECT COUNT(DISTINCT change_set_id) FROM change_row WHERE change_set_id >= ?",
      [Number(result.changeSet)],
    );
    expect(Number(count)).toBe(1);

    const after = await listed(catalog, "2019-03-04");
    expect(await listed(catalog, "2019-03-03")).toEqual([a, b, c, d].sort());
    expect(after).toEqual(expect.arrayContaining([a, d, e]));
    expect(after).toHaveLength(5);
    expect(after).not.toContain(b);
    expect(after).not.toContain(c);
    const { decision } = await chi.data(
      `query($id: ID!) { decision(id: $id) { effectiveAssumed actsFrom
        added(asOf: null) { items { legs replaces { id } procedure { code nameVi legacyCodes } } } removed(asOf: null) { total } } }`,
      { id: result.decision },
    );
    expect(decision).toMatchObject({ effectiveAssumed: true, actsFrom: "2019-03-04", removed: { total: 3 } });
    expect(decision.added.items).toHaveLength(4);
    expect(decision.added.items).toContainEqual({
      legs: ["IN", "OUT"],
      replaces: { id: b },
      procedure: { code: null, nameVi: "Cấp giấy thay thế", legacyCodes: ["T-YBI-280421-TT"] },
    });
    // It lists procedures and announces none: only the name that it gives changes, from its day.
    expect(await procedureOn(a, "2019-03-03")).toMatchObject({ nameVi: expect.not.stringContaining("tên mới") });
    expect(await procedureOn(a, "2019-03-04")).toEqual({
      nameVi: "Cấp giấy tên mới",
      status: "IN_FORCE",
      statusDecision: null,
      successor: null,
    });
    expect(await procedureOn(c, "2019-03-04")).toMatchObject({ status: "IN_FORCE" });
    expect(await brokenInvariants(api.app.database)).toEqual([]);

    expect((await undo(chi, result.changeSet!, { note: "ghi nhầm" })).problems).toEqual([]);
    expect(await listed(catalog, "2019-03-04")).toEqual([a, b, c, d].sort());
    expect(await procedureOn(a, "2019-03-04")).toMatchObject({ nameVi: expect.not.stringContaining("tên mới") });
    const gone = await chi.data(
      `query($id: ID!) { decision(id: $id) { id } procedures(filter: { code: { eq: "1.777001" } }) { total } }`,
      { id: result.decision },
    );
    expect(gone).toEqual({ decision: null, procedures: { total: 0 } });
    // And it can be recorded again, as if nothing had been.
    expect((await record(asked)).problems).toEqual([]);
  });

  test("a Decision that announces procedures changes their status and names what replaces them, from its effective day", async () => {
    const {
      catalog,
      procedures: [a, b, c, , e],
    } = await aCatalog();
    const result = await record({
      decision: { facts: facts({ effectiveOn: "2019-05-01" }) },
      catalog,
      announces: ["NEW", "REPLACED", "ABOLISHED"],
      lines: [
        { line: 1, list: "NEW", create: { nameVi: "Thủ tục mới", sector, tiers: ["COMMUNE"] } },
        { line: 2, list: "REPLACED", procedure: e, replaces: b },
        { line: 3, list: "ABOLISHED", procedure: c },
      ],
    });
    expect(result.problems).toEqual([]);
    const by = { statusDecision: { id: result.decision } };
    expect(await procedureOn(b, "2019-04-30")).toMatchObject({ status: "IN_FORCE", statusDecision: null });
    expect(await procedureOn(b, "2019-05-01")).toMatchObject({ status: "ABOLISHED", ...by, successor: { id: e } });
    expect(await procedureOn(c, "2019-05-01")).toMatchObject({ status: "ABOLISHED", ...by, successor: null });
    expect(await procedureOn(e, "2019-05-01")).toMatchObject({ status: "IN_FORCE", ...by });
    const made = result.effects.find((x) => x.line === 1 && x.resource === "Procedure")!;
    expect(await procedureOn(made.id, "2019-04-30")).toBeNull();
    expect(await procedureOn(made.id, "2019-05-01")).toMatchObject({ nameVi: "Thủ tục mới", ...by });
    expect(await listed(catalog, "2019-05-01")).toEqual(expect.arrayContaining([a, e, made.id]));
    expect((await undo(chi, result.changeSet!, { note: "ghi nhầm" })).problems).toEqual([]);
    expect(await procedureOn(b, "2019-05-01")).toEqual({
      nameVi: expect.any(String),
      status: "IN_FORCE",
      statusDecision: null,
      successor: null,
    });
  });

  test("without a catalog it announces procedures and touches no entry", async () => {
    const {
      catalog,
      procedures: [a, b],
    } = await aCatalog();
    const result = await record({
      decision: { facts: facts() },
      lines: [
        { line: 1, list: "AMENDED", procedure: a, set: { sector: other } },
        { line: 2, list: "ABOLISHED", procedure: b },
      ],
    });
    expect(result.problems).toEqual([]);
    expect(result.effects.map((x) => x.resource)).toEqual(["Decision", "Procedure", "Procedure"]);
    expect(await listed(catalog, "2019-03-04")).toContain(b);
    expect(await procedureOn(b, "2019-03-04")).toMatchObject({ status: "ABOLISHED" });
  });

  test("a preview writes nothing, says what each line would do and what is wrong with the others", async () => {
    const {
      catalog,
      procedures: [a, b, c, , e],
    } = await aCatalog();
    const asked = {
      decision: { facts: facts() },
      catalog,
      lines: [
        { line: 1, list: "NEW", procedure: e },
        { line: 2, list: "NEW", procedure: a },
        { line: 3, list: "ABOLISHED", procedure: e },
        { line: 4, list: "AMENDED" },
        { line: 5, list: "REPLACED", procedure: c },
        { line: 6, list: "ABOLISHED", create: { nameVi: "x y", sector, tiers: ["COMMUNE"] } },
        { line: 7, list: "NEW", create: { nameVi: "Không lĩnh vực", tiers: ["COMMUNE"] } },
        { line: 8, list: "AMENDED", procedure: b, legs: ["OUT"] },
      ],
    };
    const preview = await record(asked, { dryRun: true });
    expect(preview).toMatchObject({ decision: null, changeSet: null });
    expect(refused(preview)).toEqual([
      [2, "NOT_UNIQUE", "procedure"],
      [3, "NOT_UNIQUE", "procedure"],
      [4, "REQUIRED", "procedure"],
      [5, "REQUIRED", "replaces"],
      [6, "BAD_INPUT", "procedure"],
      [7, "REQUIRED", "sector"],
    ]);
    expect(preview.effects.map((x) => [x.line, x.resource, x.action])).toEqual([
      [null, "Decision", "CREATE"],
      [1, "CatalogEntry", "CREATE"],
      [8, "CatalogEntry", "UPDATE"],
      [8, "CatalogEntry", "CREATE"],
    ]);
    // Sent for good, one refused line refuses all of it.
    const real = await record(asked);
    expect([real.decision, real.changeSet]).toEqual([null, null]);
    expect(await listed(catalog, "2019-03-04")).not.toContain(e);
    const good = await record({ ...asked, lines: [asked.lines[0], asked.lines[7]] });
    expect(good.problems).toEqual([]);
  });

  test("what was previewed is what is recorded, or nothing is", async () => {
    const {
      catalog,
      procedures: [a],
      entries,
    } = await aCatalog();
    const asked = { decision: { facts: facts() }, catalog, lines: [{ line: 1, list: "ABOLISHED", procedure: a }] };
    const { preview } = await record(asked, { dryRun: true });
    await change(chi, "CatalogEntry", [{ update: { id: entries[0], version: 1, set: { note: "khác" } } }]);
    expect(refused(await record(asked, { expect: preview }))).toEqual([[null, "STALE", "expect"]]);
    const again = await record(asked, { dryRun: true });
    expect((await record(asked, { expect: again.preview })).problems).toEqual([]);
  });

  test("the Prime Minister's list is not adjusted by a province's Decision, and is by his own", async () => {
    const {
      catalog,
      procedures: [a],
    } = await aCatalog({ authority: "HIGHER", kind: "ONLINE" });
    const lines = [{ line: 1, list: "ABOLISHED", procedure: a }];
    const result = await record({ decision: { facts: facts({ issuer: "UBND huyện Văn Yên" }) }, catalog, lines });
    expect(refused(result)).toEqual([[null, "BAD_INPUT", "catalog"]]);
    expect(result.problems[0].messageVi).toContain("đề xuất");
    expect((await record({ decision: { facts: facts() }, catalog, lines })).problems).toEqual([]);
  });

  test("an online catalog takes levels with their scheme", async () => {
    const {
      catalog,
      procedures: [a, , , , e],
    } = await aCatalog({ kind: "ONLINE" });
    const result = await record({
      decision: { facts: facts() },
      catalog,
      lines: [
        { line: 1, list: "NEW", procedure: e, level: 4 },
        { line: 2, list: "AMENDED", procedure: a, level: 3 },
      ],
    });
    expect(result.problems).toEqual([]);
    const opened = result.effects.filter((x) => x.action === "CREATE" && x.resource === "CatalogEntry");
    expect(
      opened.map((x) => x.cells.filter((c) => /^level|^legs/.test(c.field)).map((c) => [c.field, c.after])),
    ).toEqual([
      [
        ["levelScheme", "ND43_2011"],
        ["level", 4],
      ],
      [
        ["levelScheme", "ND43_2011"],
        ["level", 3],
      ],
    ]);
  });

  test("an annex is added to a Decision that is recorded, and the same annex twice is told", async () => {
    const {
      catalog,
      procedures: [a, , , , e],
    } = await aCatalog();
    const [id] = await make(chi, "Decision", facts());
    const asked = {
      decision: { id },
      catalog,
      lines: [
        { line: 1, list: "NEW", procedure: e },
        { line: 2, list: "ABOLISHED", procedure: a },
      ],
    };
    expect(await record(asked)).toMatchObject({ decision: id, problems: [] });
    const twice = await record(asked);
    expect(refused(twice)).toEqual([
      [1, "NOT_UNIQUE", "procedure"],
      [2, "NOT_FOUND", "procedure"],
    ]);
    const [undated] = await make(chi, "Decision", facts({ issuedOn: null }));
    expect(refused(await record({ ...asked, decision: { id: undated } }))).toEqual([[null, "REQUIRED", "issuedOn"]]);
    expect(refused(await record({ ...asked, decision: {} }))).toEqual([[null, "BAD_INPUT", "decision"]]);
  });

  test("what is wrong with the Decision itself is said once, not for every line", async () => {
    const {
      catalog,
      procedures: [a, , , , e],
    } = await aCatalog();
    const [taken] = await make(chi, "Decision", facts({ number: "12/QĐ-UBND" }));
    expect(taken).toBeDefined();
    const result = await record({
      decision: { facts: facts({ number: "12/QĐ-UBND", effectiveOn: "2019-01-01" }) },
      catalog,
      lines: [
        { line: 1, list: "NEW", procedure: e },
        { line: 2, list: "ABOLISHED", procedure: a },
      ],
    });
    expect(refused(result).sort()).toEqual([
      [null, "BAD_INPUT", "effectiveOn"],
      [null, "NOT_UNIQUE", "number"],
    ]);
  });

  test("the same request under its key is written once", async () => {
    const {
      catalog,
      procedures: [, , , , e],
    } = await aCatalog();
    const asked = { decision: { facts: facts() }, catalog, lines: [{ line: 1, list: "NEW", procedure: e }] };
    const key = fresh("key").replace(" ", "-");
    const first = await record(asked, { key });
    const again = await record(asked, { key });
    expect(again).toMatchObject({ decision: first.decision, changeSet: first.changeSet, problems: [] });
    const reply = await chi.ask(RECORD, { record: { ...asked, lines: [] }, key });
    expect(reply.errors?.[0].extensions.code).toBe("NOT_UNIQUE");
  });

  test("two who record the same procedure at once: one does, the other is told", async () => {
    const {
      catalog,
      procedures: [a, , , , e],
    } = await aCatalog();
    const lines = [
      { line: 1, list: "NEW", procedure: e },
      { line: 2, list: "ABOLISHED", procedure: a },
    ];
    const results = await Promise.all([1, 2, 3].map(() => record({ decision: { facts: facts() }, catalog, lines })));
    expect(results.filter((r) => r.changeSet !== null)).toHaveLength(1);
    for (const lost of results.filter((r) => r.changeSet === null))
      for (const { code } of lost.problems) expect(["STALE", "OVERLAP", "NOT_UNIQUE", "NOT_FOUND"]).toContain(code);
    expect(await brokenInvariants(api.app.database)).toEqual([]);
  });

  test("only catalog staff record, and only they read annexes; tokens and strangers do not", async () => {
    const { catalog } = await aCatalog();
    const asked = { record: { decision: { facts: facts() }, catalog, lines: [] } };
    const statements = api.app.database.statements;
    expect((await api.nobody.ask(RECORD, asked)).errors?.[0].extensions.code).toBe("SIGN_IN");
    expect(api.app.database.statements).toBe(statements);
    for (const key of ["binh", "lan", "an", "tai", "buu"] as const) {
      const reply = await (await api.as(key)).ask(RECORD, asked);
      expect([key, reply.errors?.[0].extensions.code]).toEqual([key, "FORBIDDEN"]);
    }
  });
});
