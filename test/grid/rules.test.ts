import fc from "fast-check";
import { checkedFields, resourceCheck } from "../../admin/grid/resource-check";
import { stageCells, untouchedRow, type StagedRow } from "../../admin/grid/staging";
import type { Model, ModelField, ModelKind, ModelResource } from "../../admin/platform/model";
import { RULES } from "../../admin/rules";
import type { Problem } from "../../server/platform/changes/change";
import { modelOf } from "../../server/platform/registry/model";
import type { RuleContext } from "../../server/platform/registry/rule";
import { makeRegistry } from "../../server/schema";
import { startApi, type Api, type Asker } from "../support/api";
import type { PersonKey } from "../support/people";

const registry = makeRegistry();
const { resources } = modelOf(registry) as Model;
const written = resources.filter((resource) => resource.write);

/** What the server finds by looking at other rows, or by what it derives from them: no grid can know it while one types. */
const FROM_OTHER_ROWS = new Set([
  "NOT_FOUND",
  "NOT_UNIQUE",
  "OVERLAP",
  "IN_USE",
  "STALE",
  "CYCLE",
  "CLOSED",
  "OVER_BUDGET",
]);
const FROM_DERIVED =
  /nằm ngoài thời gian|Văn bản này chưa có ngày|Quyết định đưa ra có hiệu lực|Vào ngày .* không tồn tại/;

/** Who may change what catalog staff may not. */
const CHANGERS: Record<string, PersonKey> = Object.fromEntries(
  [
    ...["person", "transferRate", "handOver", "subsidyProgram", "subsidyProgramRoute", "subsidyBudgetLine"],
    ...["subsidyEstimate", "subsidyClaim"],
  ].map((single) => [single, "quan"]),
);

describe("the rules of the admin", () => {
  it("are the very functions that the resources are declared with, for every resource that has any", () => {
    const declared = registry.resources.filter((r) => r.rules.length > 0).map((r) => [r.single, r.rules]);
    expect(Object.fromEntries(declared)).toEqual(RULES);
    for (const [single, rules] of declared) expect(RULES[single as string]).toBe(rules);
  });

  it.each(written.map((r) => [r.single, r] as const))("of %s look only at fields that a grid holds", (_, resource) => {
    const rules = RULES[resource.single] ?? [];
    const held = new Set([...checkedFields(resource, rules), ...derivedOf(resource)]);
    const looked = new Set<string>();
    const context: RuleContext = { before: null, action: "CREATE", note: null };
    const watched = (row: Record<string, unknown>) =>
      new Proxy(row, { get: (of, name) => (looked.add(String(name)), Reflect.get(of, name)) });
    fc.assert(
      fc.property(valuesOf(resource, new Map()), (row) => {
        for (const rule of rules) {
          rule(watched(row), context);
          rule(watched(row), { ...context, before: watched(row), action: "UPDATE" });
        }
      }),
      { numRuns: 50 },
    );
    expect([...looked].filter((name) => !held.has(name))).toEqual([]);
  });
});

describe("the grid finds what the server finds", () => {
  let api: Api;
  let asker: Asker;
  beforeAll(async () => {
    api = await startApi("sqlite", { seed: "demo" });
  });
  afterAll(() => api?.close());

  it.each(written.map((r) => [r.single, r] as const))("in new and changed rows of %s", async (_, resource) => {
    asker = await api.as(CHANGERS[resource.single] ?? "chi");
    const ids = await idsOf(resource, asker);
    const rows = await rowsOf(resource, asker);
    const some = fc.sample(fc.record({ values: valuesOf(resource, ids), at: fc.nat() }), { numRuns: 120, seed: 7 });
    const staged: StagedRow[] = some.map(({ values, at }, index) =>
      index % 2 === 0 || rows.length <= index
        ? stagedOf(resource, `+${index}`, null, values)
        : stagedOf(resource, rows[index].id, rows[index], only(values, at)),
    );
    const sent = staged.filter((row) => Object.keys(row.cells).length > 0 || row.id === null);
    const check = resourceCheck(resource, RULES[resource.single] ?? []);
    const ours = sent.map((row) => check(row));
    const said = await dryRun(resource, sent);
    let compared = 0;
    for (const [index, { problems, missing, needsNote }] of ours.entries()) {
      const mine = [
        ...problems
          .filter(({ code }) => !FROM_OTHER_ROWS.has(code))
          .map(({ field, messageVi }) => `${field}: ${messageVi}`),
        ...missing.map((name) => `${name}: Thiếu ${labelOf(resource, name)}. Hãy nhập giá trị.`),
        ...(needsNote ? [`${needsNote.field}: ${needsNote.messageVi}`] : []),
      ];
      const theirs = said
        .filter((problem) => problem.index === index)
        .filter(({ code, messageVi }) => !FROM_OTHER_ROWS.has(code) && !FROM_DERIVED.test(messageVi))
        .map(({ field, messageVi }) => `${field}: ${messageVi}`);
      expect({ index, found: mine.sort() }).toEqual({ index, found: theirs.sort() });
      compared += mine.length;
    }
    // A comparison of nothing with nothing would prove nothing.
    expect(compared).toBeGreaterThan(0);
  });

  /** What the server answers, undecided: it writes nothing. */
  async function dryRun(resource: ModelResource, rows: readonly StagedRow[]): Promise<Problem[]> {
    const name = `change${resource.plural[0].toUpperCase()}${resource.plural.slice(1)}`;
    const changes = rows.map(({ id, version, cells }) => {
      const set = Object.fromEntries(Object.entries(cells).map(([field, { value }]) => [field, value]));
      return id === null ? { create: set } : { update: { id, version, set } };
    });
    const query = `mutation($c: [${resource.name}Change!]!) { ${name}(changes: $c, mode: GOOD_ROWS, dryRun: true) { problems { index field code messageVi messageEn } } }`;
    return (await asker.data(query, { c: changes }))[name].problems;
  }
});

const labelOf = (resource: ModelResource, name: string) => resource.fields.find((f) => f.name === name)!.label.vi;
const derivedOf = (resource: ModelResource) => resource.fields.filter((f) => f.write === "never").map((f) => f.name);

/** One field or two of a generated row, as one edits an existing one. */
function only(values: Record<string, unknown>, at: number): Record<string, unknown> {
  const names = Object.keys(values);
  const chosen = names.filter(
    (_, index) => names.length > 0 && (index === at % names.length || index === (at * 7) % names.length),
  );
  return Object.fromEntries(chosen.map((name) => [name, values[name]]));
}

interface Present {
  id: string;
  version: number;
  values: Record<string, unknown>;
}

function stagedOf(
  resource: ModelResource,
  key: string,
  row: Present | null,
  values: Record<string, unknown>,
): StagedRow {
  const target = row ?? key;
  const allowed = resource.fields.filter((f) => f.write === "always" || (f.write === "create" && row === null));
  const edits = allowed
    .filter((f) => f.name in values && !(row === null && values[f.name] == null))
    .map((f) => ({ row: target, field: f.name, cell: { value: values[f.name] } }));
  const rows = stageCells({ rows: new Map([[key, untouchedRow(target)]]), next: 1 }, edits).rows;
  return rows.get(key) ?? untouchedRow(target);
}

/** A value that the kind takes. */
function valueOf(kind: ModelKind, ids: Map<string, string[]>): fc.Arbitrary<unknown> {
  switch (kind.name) {
    case "int":
      return fc.integer({ min: kind.min ?? 0, max: Math.min(kind.max ?? 50, (kind.min ?? 0) + 50) });
    case "decimal":
      return fc.nat(100).map(String);
    case "vnd":
      return fc.nat(1_000_000).map(String);
    case "date":
      return fc
        .integer({ min: 2015, max: 2021 })
        .chain((y) => fc.integer({ min: 1, max: 9 }).map((m) => `${y}-0${m}-01`));
    case "bool":
      return fc.boolean();
    case "choice":
      return fc.constantFrom(...(kind.choices ?? []).map((choice) => choice.value));
    case "ref":
      return fc.constantFrom(...(ids.get(kind.target ?? "") ?? ["1"]));
    case "list":
      return fc.uniqueArray(valueOf(kind.of!, ids), { maxLength: 2 });
    case "secret":
      return fc.constant("một mật khẩu đủ dài 1");
    case "code":
      return kind.pattern
        ? fc
            .stringMatching(new RegExp(kind.pattern))
            .filter((s) => s.length > 0 && s === s.trim() && s.length <= (kind.max ?? 50))
        : fc.stringMatching(/^[A-Za-z0-9]{3,12}(@Vd\.vn)?$/);
    default:
      return fc.constantFrom("Văn bản", "Đường bộ", "x");
  }
}

function valuesOf(resource: ModelResource, ids: Map<string, string[]>): fc.Arbitrary<Record<string, unknown>> {
  const writable = resource.fields.filter((field: ModelField) => field.write !== "never");
  const entries = writable.map(
    ({ name, kind }) => [name, fc.option(valueOf(kind, ids), { freq: 3, nil: null })] as const,
  );
  return fc.record(Object.fromEntries(entries)) as fc.Arbitrary<Record<string, unknown>>;
}

/** Rows that references may point to. */
async function idsOf(resource: ModelResource, asker: Asker): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>();
  for (const { kind } of resource.fields) {
    const single = kind.target ?? kind.of?.target;
    const target = resources.find((each) => each.single === single);
    if (!single || !target || ids.has(single)) continue;
    const data = await asker.data(`{ ${target.plural}(limit: 20) { total items { id } } }`);
    ids.set(
      single,
      // Where there is none, one that nobody finds: the server says so of it, which no grid can know.
      data[target.plural].total > 0 ? data[target.plural].items.map((row: { id: string }) => row.id) : ["1"],
    );
  }
  return ids;
}

/** Rows as a grid of the resource holds them: the fields that its rules look at. */
async function rowsOf(resource: ModelResource, asker: Asker): Promise<Present[]> {
  const names = [...new Set([...checkedFields(resource, RULES[resource.single] ?? []), ...derivedOf(resource)])];
  const fields = resource.fields.filter((f) => names.includes(f.name));
  const selected = fields.map((f) => (f.kind.target ? `${f.name} { id }` : f.name));
  const data = await asker.data(
    `{ ${resource.plural}(limit: 120, asOf: "2019-07-20") { items { id version ${selected.join(" ")} } } }`,
  );
  return data[resource.plural].items.map(({ id, version, ...values }: Present & Record<string, unknown>) => ({
    id,
    version,
    values,
  }));
}
