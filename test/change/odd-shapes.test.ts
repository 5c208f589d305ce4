import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { change, fresh, make, refusals, type Result } from "./change-speech";

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
  });
  afterAll(() => api.close());

  /** Sends changes as JSON text, for keys that an object literal cannot hold. */
  async function sent(changes: string): Promise<Result | null> {
    const session = await api.app.services.sessions.open(chi.person!);
    const query = `mutation($changes: [SectorChange!]!) { result: changeSectors(changes: $changes) {
      changeSet { id } rows { id } problems { index id field code messageVi messageEn } } }`;
    const answer = await api.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json", cookie: `danh_muc_session=${session.secret}` },
      payload: `{"query": ${JSON.stringify(query)}, "variables": {"changes": ${changes}}}`,
    });
    // The HTTP server takes no body that would set a prototype.
    if (answer.statusCode === 400) return null;
    expect(answer.json().errors).toBeUndefined();
    return answer.json().data.result as Result;
  }

  test("shapes that are no change are problems of their row", async () => {
    for (const odd of [
      `null`,
      `"create"`,
      `7`,
      `[]`,
      `{"create": "x"}`,
      `{"create": []}`,
      `{"constructor": {"id": "1", "version": 1}}`,
      `{"toString": {"id": "1", "version": 1}}`,
      `{"create": {"nameVi": "x"}, "valueOf": {}}`,
    ]) {
      const result = (await sent(`[${odd}]`))!;
      expect([odd, result.changeSet, refusals(result).slice(0, 1)]).toEqual([odd, null, [[0, "BAD_INPUT", null]]]);
    }
  });

  test("names that every object has are no fields, and leave nothing behind", async () => {
    expect(await sent(`[{"create": {"nameVi": "x", "__proto__": {"nameEn": "y"}}}]`)).toBeNull();
    for (const name of ["constructor", "hasOwnProperty", "toString"]) {
      const result = (await sent(`[{"create": {"nameVi": "x", "${name}": "y"}}]`))!;
      expect(refusals(result)).toEqual([[0, "BAD_INPUT", name]]);
      const [id] = await make(chi, "Sector", { nameVi: fresh("Lạ") });
      const changed = (await sent(`[{"update": {"id": "${id}", "version": 1, "set": {"${name}": {"nameEn": "y"}}}}]`))!;
      expect(refusals(changed)).toEqual([[0, "BAD_INPUT", name]]);
    }
    expect(({} as Record<string, unknown>).nameEn).toBeUndefined();
  });

  test("values of another sort than their field's are refused by name", async () => {
    const wrong = [true, 7, [], {}, ["x"]];
    for (const nameVi of wrong)
      expect(refusals(await change(chi, "Sector", [{ create: { nameVi } }]))).toEqual([[0, "BAD_INPUT", "nameVi"]]);
    const [sector] = await make(chi, "Sector", { nameVi: fresh("Lĩnh vực") });
    const procedure = { nameVi: "x", sector, tiers: ["COMMUNE"], status: "IN_FORCE" };
    for (const [field, value] of [
      ["status", "in_force"],
      ["status", 1],
      ["tiers", "COMMUNE"],
      ["tiers", ["COMMUNE", "VILLAGE"]],
      ["tiers", [null]],
      ["sector", {}],
      ["sector", 1.5],
      ["legacyCodes", ["x".repeat(31)]],
      ["nameVi", "hỏng \ud800"],
      ["validFrom", 20190720],
    ] as const) {
      const result = await change(chi, "Procedure", [{ create: { ...procedure, [field]: value } }]);
      expect([field, result.problems.map((p) => p.field)]).toEqual([field, [field]]);
      expect(["BAD_INPUT", "LIMIT"]).toContain(result.problems[0].code);
    }
    const long = await change(chi, "Sector", [{ create: { nameVi: "x".repeat(201) } }]);
    expect(refusals(long)).toEqual([[0, "LIMIT", "nameVi"]]);
    expect((await change(chi, "Sector", [{ create: { nameVi: "🏛".repeat(200) } }])).problems).toEqual([]);
  });

  test("versions that are none are refused, and an id may be a number as GraphQL has it", async () => {
    const [id] = await make(chi, "Sector", { nameVi: fresh("Phiên bản") });
    for (const version of [0, -1, 1.5, "1", null, undefined])
      expect(refusals(await change(chi, "Sector", [{ update: { id, version, set: {} } }]))).toContainEqual([
        0,
        "BAD_INPUT",
        "version",
      ]);
    const numbered = await change(chi, "Sector", [{ update: { id: Number(id), version: 1, set: { nameEn: "x" } } }]);
    expect(numbered.problems).toEqual([]);
  });

  test("a batch comes in every way that GraphQL has for it", async () => {
    const names = Array.from({ length: 8 }, () => fresh("Cách gửi"));
    const create = (i: number) => ({ create: { nameVi: names[i] } });
    const literal = (i: number) => `{ create: { nameVi: "${names[i]}" } }`;
    const answer = "{ rows { id } problems { code } }";
    for (const [query, variables] of [
      [`mutation($c: [SectorChange!]! = [${literal(0)}]) { changeSectors(changes: $c) ${answer} }`, {}],
      [`mutation($c: [SectorChange!]!) { changeSectors(changes: $c) ${answer} }`, { c: create(1) }],
      [`mutation($c: SectorChange!) { changeSectors(changes: [$c]) ${answer} }`, { c: create(2) }],
      [`mutation($n: String!) { changeSectors(changes: [{ create: { nameVi: $n } }]) ${answer} }`, { n: names[3] }],
      [
        `mutation($c: [SectorChange!]!) { ...M } fragment M on Mutation { changeSectors(changes: $c) ${answer} }`,
        { c: [create(4)] },
      ],
      [
        `mutation($c: [SectorChange!]!, $on: Boolean!) { changeSectors(changes: $c) @include(if: $on) ${answer} }`,
        { c: [create(5)], on: true },
      ],
      [
        `mutation { changeSectors(changes: ${literal(6)}, mode: GOOD_ROWS, dryRun: false, note: null, key: null) ${answer} }`,
        {},
      ],
    ] as [string, object][]) {
      const data = await chi.data(query, variables);
      expect([query, data.changeSectors.rows.length, data.changeSectors.problems]).toEqual([query, 1, []]);
    }
    const skipped = `mutation($c: [SectorChange!]!, $on: Boolean!) { changeSectors(changes: $c) @include(if: $on) ${answer} }`;
    expect(await chi.data(skipped, { c: [create(7)], on: false })).toEqual({});
    const { sectors } = await chi.data(`query($n: [String!]) { sectors(filter: { nameVi: { in: $n } }) { total } }`, {
      n: names,
    });
    expect(sectors.total).toBe(7);
  });

  test("a batch of another resource's shape, of no list or of nothing at all writes nothing", async () => {
    const mutation = `mutation($c: [SectorChange!]!) { changeSectors(changes: $c) { changeSet { id } problems { code field } } }`;
    for (const c of [undefined, null, "x", 7, true]) {
      const { errors } = await chi.ask(mutation, { c });
      expect([c, errors?.[0].extensions.code]).toEqual([c, "BAD_INPUT"]);
    }
    const empty = await chi.data(mutation, { c: [] });
    expect(empty.changeSectors).toEqual({ changeSet: null, problems: [] });
    const other = await chi.data(mutation, { c: [{ create: { number: "1/QĐ", nameVi: fresh("x") } }] });
    expect(other.changeSectors).toEqual({ changeSet: null, problems: [{ code: "BAD_INPUT", field: "number" }] });
  });
});
