import { applySteps } from "../../seeds/apply";
import { demoEntries, POSTAL, ONLINE_2017, ONLINE_2018 } from "../../seeds/catalog.demo";
import type { Changes, ChangeRequest, PublishRequest } from "../../seeds/changes";
import { planDemo } from "../../seeds/demo";
import { readFacts } from "../../seeds/facts";
import { planFacts } from "../../seeds/load-facts";
import { faultsOf, isRef, refsOf, type PlannedRow, type PlannedValues } from "../../seeds/plan";
import { procedureFacts } from "../../seeds/procedure.facts";
import { Chance } from "../../seeds/random";

type Create = Extract<PlannedRow, { create: unknown }>;

const facts = readFacts();
const known = planFacts(facts);
const demo = planDemo(facts);
const all = [...known, ...demo];
const entries = demoEntries(procedureFacts(facts));
const isCreate = (row: PlannedRow): row is Create => "create" in row;
const creates = all.flatMap((step) => step.rows).filter(isCreate);
const byKey = new Map(creates.map((row) => [row.key, row]));

const on = (day: string, ...catalogs: string[]) =>
  entries.filter(({ catalog, from, to }) => catalogs.includes(catalog) && from <= day && (to === null || day < to));
const legsOn = (day: string) => new Map(on(day, POSTAL).map(({ procedure, legs }) => [procedure, legs?.join(" ")]));

/** Spans of one key that share a day. */
function overlaps(rows: Create[], keyOf: (values: PlannedValues) => string): string[] {
  const spans = rows.map(({ key, create }) => ({
    key,
    of: keyOf(create),
    from: String(create.validFrom ?? ""),
    to: String(create.validTo ?? "9999"),
  }));
  return spans.flatMap((one, index) =>
    spans
      .slice(index + 1)
      .filter((other) => one.of === other.of && one.from < other.to && other.from < one.to)
      .map((other) => `${one.key} ${other.key}`),
  );
}

describe("the demo's story", () => {
  test("the postal catalog holds 78 procedures on 20/7/2018, 80 after MH-02, at the end of 2018 and on 20/7/2019", () => {
    const counts = ["2017-07-17", "2017-07-18", "2018-07-20", "2018-11-12", "2018-12-31", "2019-03-04", "2019-07-20"];
    expect(counts.map((day) => on(day, POSTAL).length)).toEqual([0, 78, 78, 80, 80, 80, 80]);
  });

  test("between the two days five came, three went, three changed their legs", () => {
    const [before, after] = [legsOn("2018-07-20"), legsOn("2019-07-20")];
    const came = [...after.keys()].filter((key) => !before.has(key));
    const went = [...before.keys()].filter((key) => !after.has(key));
    const changed = [...after].filter(([key, legs]) => before.has(key) && before.get(key) !== legs);
    expect([came.length, went.length]).toEqual([5, 3]);
    expect(changed.sort()).toEqual([
      ["procedure/1.012783", "IN OUT"],
      ["procedure/1.014748", "IN OUT"],
      ["procedure/3.000346", "OUT"],
    ]);
  });

  test("MH-03 adds two, abolishes two, amends two, in one change set that closes before it opens", () => {
    const step = demo.find(({ note }) => note.includes("MH-03"));
    const kinds = step?.rows.map((row) => ("set" in row ? "close" : "open"));
    expect(kinds).toEqual([...Array<string>(4).fill("close"), ...Array<string>(4).fill("open")]);
  });

  test("the level-3 and level-4 catalogs list 25 distinct procedures", () => {
    const listed = on("2019-07-20", ONLINE_2017, ONLINE_2018);
    expect(listed).toHaveLength(25);
    expect(new Set(listed.map(({ procedure }) => procedure)).size).toBe(25);
    expect(listed.filter(({ level }) => level === 4)).toHaveLength(5);
  });

  test("a procedure is in one catalog at most once a day, and never both postal and excluded", () => {
    for (const day of ["2017-07-18", "2018-07-20", "2018-11-12", "2019-03-04", "2019-07-20"]) {
      const subjects = on(day, ...new Set(entries.map(({ catalog }) => catalog))).map(({ catalog, procedure }) => {
        return `${catalog.replace("excluded", "postal")} ${procedure}`;
      });
      expect(new Set(subjects).size).toBe(subjects.length);
    }
  });

  test("the catalogs name procedures of the facts only", () => {
    for (const { procedure } of entries) expect(byKey.get(procedure)?.resource).toBe("Procedure");
  });
});

describe("the demo's rows", () => {
  test("facts and demo can be written in their order, in change sets of at most 5,000 rows", () => {
    expect(faultsOf(all)).toEqual([]);
    expect(Math.max(...all.map(({ rows }) => rows.length))).toBeLessThanOrEqual(5_000);
  });

  test("every invented row is marked; not invented are the catalogs by real Decisions and what the directive says", () => {
    const planned = demo.flatMap((step) => step.rows).filter(isCreate);
    const unmarked = planned.filter(({ create }) => create.certainty !== "DEMO");
    const count = (resource: string) => unmarked.filter((row) => row.resource === resource).length;
    const resources = new Set(unmarked.map(({ resource }) => resource));
    expect([...resources].map((resource) => [resource, count(resource)])).toEqual([
      ["Catalog", 3],
      ["TargetSet", 1],
      ["Criterion", 6],
      ["CriterionCatalog", 9],
      ["Task", 5],
    ]);
    for (const { create } of unmarked) expect(create.source).toMatch(/^directive\b/);
    for (const { create } of planned) {
      expect(create.certainty === "DEMO").toBe(/\bdemo$/.test(String(create.source)));
    }
  });

  test("invented values on rows of the facts show it by themselves", () => {
    const changed = demo.flatMap((step) => step.rows).filter((row) => !isCreate(row) && row.resource === "Procedure");
    expect(changed).toHaveLength(51);
    for (const row of changed) {
      expect("set" in row && row.set.legacyCodes).toEqual([expect.stringMatching(/^T-YBI-MH\d{4}-TT$/)]);
      expect("set" in row && row.set.source).toMatch(/demo/);
    }
  });

  test("is the same on every run", () => {
    expect(JSON.stringify(planDemo(readFacts()))).toBe(JSON.stringify(demo));
    expect(JSON.stringify(planFacts(readFacts()))).toBe(JSON.stringify(known));
    expect(new Chance("a").next()).not.toBe(new Chance("b").next());
  });

  test("every text is NFC", () => {
    const texts = JSON.stringify(all);
    expect(texts).toBe(texts.normalize("NFC"));
  });

  test("channels and rates of one key never overlap", () => {
    const of = (resource: string) => creates.filter((row) => row.resource === resource);
    const id = (value: PlannedValues[string] | undefined) => JSON.stringify(value);
    expect(overlaps(of("Channel"), (c) => [id(c.procedure), c.channel, c.leg].join())).toEqual([]);
    expect(overlaps(of("TransferRate"), (rate) => id(rate.route))).toEqual([]);
  });

  test("no two rows share a code, number, address or name that must be one of a kind", () => {
    for (const [resource, field] of [
      ["Decision", "number"],
      ["TransferRoute", "code"],
      ["Person", "email"],
      ["Sector", "nameVi"],
      ["Catalog", "nameVi"],
    ]) {
      const values = creates.filter((row) => row.resource === resource).map(({ create }) => create[field as string]);
      expect(new Set(values).size).toBe(values.length);
    }
    const agencies = creates.filter((row) => row.resource === "Agency");
    expect(overlaps(agencies, ({ code }) => String(code))).toEqual([]);
  });

  test("no unit or agency outlives its parent, nor an agency its unit", () => {
    const states = all
      .flatMap((step) => step.rows)
      .filter(({ resource }) => resource === "Unit" || resource === "Agency");
    const outlived = states.flatMap((row) => {
      const values = isCreate(row) ? row.create : row.set;
      const from = isCreate(row) ? row.create.validFrom : row.from;
      // A state ends where the next one of its row begins, or with the row.
      const next = states.filter((other) => other.key === row.key && "set" in other && other.set.parent !== undefined);
      const later = next
        .map((other) => ("set" in other ? String(other.from) : ""))
        .filter((day) => day > String(from ?? ""));
      const to = later.sort()[0] ?? byKey.get(row.key)?.create.validTo ?? null;
      return [values.parent, values.unit].flatMap((value) => {
        const above = value !== undefined && isRef(value) ? byKey.get(value.ref)?.create : undefined;
        if (above === undefined) return [];
        const starts = String(above.validFrom ?? "") <= String(from ?? "");
        const ends = String(to ?? "9999") <= String(above.validTo ?? "9999");
        return starts && ends ? [] : [row.key];
      });
    });
    expect(outlived).toEqual([]);
  });

  test("every role has a person", () => {
    const roles = creates.filter(({ resource }) => resource === "Person").flatMap(({ create }) => create.roles);
    expect(new Set(roles).size).toBe(7);
    for (const { create } of creates.filter(({ resource }) => resource === "Person")) {
      expect(create.email).toMatch(/^[a-z.]+@yenbai\.example$/);
    }
  });
});

describe("applying", () => {
  /** A change path that hands out ids and checks that references and versions are ones it gave. */
  function memory(): {
    changes: Changes;
    requests: ChangeRequest[];
    published: PublishRequest[];
    submitted: Parameters<Changes["submit"]>[0][];
    versions: Map<string, number>;
  } {
    const versions = new Map<string, number>();
    const requests: ChangeRequest[] = [];
    const published: PublishRequest[] = [];
    const submitted: Parameters<Changes["submit"]>[0][] = [];
    const apply: Changes["apply"] = (request) => {
      requests.push(request);
      const rows = request.batch.map((change, index) => {
        if ("create" in change) {
          const id = String(versions.size + 1);
          versions.set(id, 1);
          return { index, id, version: 1 };
        }
        if (!("update" in change)) throw new Error("The seeds delete nothing");
        const { id, version } = change.update;
        const before = versions.get(id) ?? 0;
        // A verb takes the row as it is and names no version.
        expect(version).toBe(request.verb ? undefined : before);
        versions.set(id, before + 1);
        return { index, id, version: before + 1 };
      });
      return Promise.resolve({ changeSetId: String(requests.length), rows, problems: [] });
    };
    const publish: Changes["publish"] = (request) => {
      published.push(request);
      return Promise.resolve({ changeSetId: "1", rows: [], problems: [] });
    };
    const submit: Changes["submit"] = (request) => {
      submitted.push(request);
      return Promise.resolve({ changeSetId: "1", rows: [], problems: [] });
    };
    return { changes: { apply, publish, submit }, requests, published, submitted, versions };
  }

  test("writes every row once and puts ids in the place of keys", async () => {
    const { changes, requests, versions } = memory();
    const written = await applySteps(changes, all);
    expect(written.size).toBe(creates.length);
    expect(versions.size).toBe(creates.length);
    expect(JSON.stringify(requests)).not.toContain('{"ref"');
    expect(
      requests.every(({ source, mode, person }) => source === "SEED" && mode === "ALL_OR_NONE" && person === null),
    ).toBe(true);
    expect(written.get("unit/04624")).toEqual({ id: expect.any(String), version: 2 });
  });

  test("publishes the scorecards of 2018 by the directive's targets", async () => {
    const { changes, published } = memory();
    const written = await applySteps(changes, all);
    expect(published).toEqual([
      {
        note: expect.any(String),
        name: "Năm 2018 (minh họa)",
        targetSet: written.get("targetSet/directive")!.id,
        from: "2018-01-01",
        to: "2018-12-31",
      },
    ]);
  });

  test("submits the claims of two quarters as the Post did", async () => {
    const { changes, submitted } = memory();
    const written = await applySteps(changes, all);
    const submittedBy = written.get("person/phu.ga")!.id;
    expect(submitted).toMatchObject([
      { claim: written.get("claim/140/q1")!.id, submittedBy, submittedOn: "2019-04-08" },
      { claim: written.get("claim/140/q2")!.id, submittedBy, submittedOn: "2019-07-08" },
    ]);
  });

  test("cuts what is over the limit of a change set", async () => {
    const { changes, requests } = memory();
    const rows = Array.from({ length: 5_001 }, (_, index) => ({
      resource: "Sector",
      key: `s/${index}`,
      create: { nameVi: `${index}` },
    }));
    await applySteps(changes, [{ note: "many", rows }]);
    expect(requests.map(({ batch }) => batch.length)).toEqual([5_000, 1]);
  });

  test("says which row was refused and why", async () => {
    const refused = () =>
      Promise.resolve({
        changeSetId: null,
        rows: [],
        problems: [{ index: 1, field: "code", code: "NOT_UNIQUE", messageEn: "Another unit has this code." }],
      });
    const refusing: Changes = { apply: refused, publish: refused, submit: refused };
    await expect(applySteps(refusing, known)).rejects.toThrow(/1320\/QĐ-UBND code NOT_UNIQUE: Another unit/);
  });

  test("a plan names only rows that it knows", () => {
    for (const row of all.flatMap((step) => step.rows))
      for (const key of refsOf(row)) expect(byKey.has(key)).toBe(true);
  });
});
