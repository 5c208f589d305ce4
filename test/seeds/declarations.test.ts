import "reflect-metadata";
import { NOUNS } from "../../server/nouns";
import { Registry, type Resource } from "../../server/platform/registry/registry";
import { planDemo } from "../../seeds/demo";
import { readFacts } from "../../seeds/facts";
import { planFacts } from "../../seeds/load-facts";
import { isRef, type PlannedRow } from "../../seeds/plan";

const registry = new Registry(NOUNS);
const facts = readFacts();
const steps = [...planFacts(facts), ...planDemo(facts)];
const rows = steps.flatMap((step) => step.rows);
const resourceOf = new Map(rows.map((row) => [row.key, row.resource]));

/** The verb by which a row is changed, where that is no plain change. */
const verbOf = new Map(steps.flatMap(({ verb, rows: planned }) => (verb ? planned.map((row) => [row, verb]) : [])));

const valuesOf = (row: PlannedRow) => ("create" in row ? row.create : row.set);

function declared(row: PlannedRow): Resource {
  const resource = registry.find(row.resource);
  if (resource === undefined) throw new Error(`No resource ${row.resource}`);
  return resource;
}

/** What the declaration of its resource finds wrong with a planned row, before any database sees it. */
function faultsOf(row: PlannedRow): string[] {
  const resource = declared(row);
  const faults: string[] = [];
  for (const [name, value] of Object.entries(valuesOf(row))) {
    const field = resource.byName.get(name);
    const verb = verbOf.get(row);
    const never =
      field === undefined ||
      (verb !== undefined
        ? !resource.policy.verbs?.[verb]?.sets.includes(name)
        : field.write === "never" || (field.write === "create" && "set" in row));
    if (never) faults.push(`${row.key}: ${name} is not written`);
    else if (isRef(value)) {
      const target = registry.find(resourceOf.get(value.ref) ?? "")?.single;
      if (target !== field.kind.target) faults.push(`${row.key}: ${name} points to ${value.ref}`);
    } else if (value !== null && !field.kind.parse(value).ok) {
      faults.push(`${row.key}: ${name} cannot be ${JSON.stringify(value)}`);
    }
  }
  return faults;
}

test("every planned row is one that its declaration takes", () => {
  expect(rows.length).toBeGreaterThan(2_000);
  expect(rows.flatMap(faultsOf)).toEqual([]);
});

test("every created row has what its declaration requires", () => {
  const lacking = rows.flatMap((row) => {
    if (!("create" in row)) return [];
    const required = declared(row).fields.filter((field) => field.required && field.write !== "never");
    return required.filter(({ name }) => row.create[name] == null).map(({ name }) => `${row.key}: ${name}`);
  });
  expect(lacking).toEqual([]);
});

test("no created row breaks a rule of its noun", () => {
  const broken = steps.flatMap(({ note, rows: planned }) =>
    planned.flatMap((row) => {
      if (!("create" in row)) return [];
      const { rules } = declared(row);
      return rules.flatMap((rule) => rule({ ...row.create }, { before: null, action: "CREATE", note }));
    }),
  );
  expect(broken).toEqual([]);
});

test("what a unit, agency or procedure becomes from a day on are fields that have dates", () => {
  for (const row of rows) {
    if (!("set" in row) || row.from === undefined) continue;
    for (const name of Object.keys(row.set)) expect(declared(row).byName.get(name)?.dated).toBe(true);
  }
});
