import { changeName } from "../../server/platform/graphql/build-schema";
import type { Role } from "../../server/platform/policy/policy";
import type { Resource } from "../../server/platform/registry/registry";
import { makeRegistry } from "../../server/schema";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { PEOPLE } from "../support/people";
import { change, fresh, make } from "../change/change-speech";

const EVERYBODY: Role[] = ["ADMINISTRATOR", "CATALOG", "AGENCY", "FINANCE", "POST", "LEADER", "REPORTER"];
const KEEPERS: Role[] = ["ADMINISTRATOR", "CATALOG"];
const UNBOUND: Role[] = ["ADMINISTRATOR", "CATALOG", "FINANCE", "LEADER", "REPORTER"];
const PAYERS: Role[] = ["ADMINISTRATOR", "FINANCE"];

/** Who reads and changes what, written down a second time by hand: a policy that is changed fails here until it is meant. */
const EXPECTED: Record<string, { read: Role[]; change: Role[]; hidden?: { fields: string[]; readers: Role[] } }> = {
  Unit: { read: EVERYBODY, change: KEEPERS },
  Agency: { read: EVERYBODY, change: KEEPERS },
  Sector: { read: EVERYBODY, change: KEEPERS },
  Procedure: { read: EVERYBODY, change: KEEPERS },
  Channel: { read: EVERYBODY, change: KEEPERS },
  Decision: { read: EVERYBODY, change: KEEPERS },
  Catalog: { read: EVERYBODY, change: KEEPERS },
  CatalogEntry: { read: EVERYBODY, change: KEEPERS },
  Period: { read: EVERYBODY, change: KEEPERS },
  Count: { read: EVERYBODY, change: [...KEEPERS, "AGENCY"] },
  NationalForm: { read: EVERYBODY, change: [...KEEPERS, "AGENCY"] },
  TargetSet: { read: EVERYBODY, change: KEEPERS },
  Criterion: { read: EVERYBODY, change: KEEPERS },
  CriterionCatalog: { read: EVERYBODY, change: KEEPERS },
  Publication: {
    read: EVERYBODY,
    change: [],
    hidden: { fields: ["pinned"], readers: UNBOUND },
  },
  PublishedFigure: { read: EVERYBODY, change: [] },
  Task: { read: EVERYBODY, change: KEEPERS },
  TransferRoute: { read: EVERYBODY, change: [...KEEPERS, "FINANCE"] },
  TransferRate: { read: EVERYBODY, change: PAYERS },
  HandOver: { read: EVERYBODY, change: [...PAYERS, "AGENCY", "POST"] },
  SubsidyProgram: { read: EVERYBODY, change: PAYERS },
  SubsidyProgramRoute: { read: EVERYBODY, change: PAYERS },
  SubsidyBudgetLine: { read: EVERYBODY, change: PAYERS },
  SubsidyEstimate: { read: UNBOUND, change: PAYERS },
  SubsidyEstimateLine: { read: UNBOUND, change: [] },
  SubsidyClaim: { read: EVERYBODY, change: [...PAYERS, "AGENCY", "POST"] },
  SubsidyClaimLine: { read: EVERYBODY, change: [] },
  ClaimAttachment: { read: EVERYBODY, change: [] },
  Person: {
    read: EVERYBODY,
    change: ["ADMINISTRATOR"],
    hidden: {
      fields: ["email", "roles", "agency", "isActive", "source", "certainty", "history"],
      readers: ["ADMINISTRATOR"],
    },
  },
  ChangeSet: { read: EVERYBODY, change: [] },
  ChangeRow: { read: EVERYBODY, change: [] },
};

const registry = makeRegistry();
const roots = registry.resources.filter((r) => r.root);

const mayRead = (resource: Resource, role: Role): boolean => EXPECTED[resource.name].read.includes(role);
const isHidden = (resource: Resource, field: string, role: Role): boolean => {
  const { hidden } = EXPECTED[resource.name.replace(/State$/, "")];
  return hidden !== undefined && hidden.fields.includes(field) && !hidden.readers.includes(role);
};
/** A field as it is asked for: references and lists with something below. */
function selected(resource: Resource, name: string): string {
  if (resource.lists.some((l) => l.name === name)) return `${name} { total }`;
  return resource.byName.get(name)?.kind.target ? `${name} { id }` : name;
}

eachEngine((engine) => {
  let api: Api;
  const askers = new Map<Role, Asker>();
  beforeAll(async () => {
    api = await startApi(engine);
    for (const { key, role } of PEOPLE) askers.set(role, await api.as(key));
    const chi = askers.get("CATALOG")!;
    await make(chi, "Sector", { nameVi: fresh("Lĩnh vực") });
  });
  afterAll(() => api.close());

  /** Asks and says what came of it; a refusal must have come before any statement but the session's. */
  async function answerOf(who: Asker, query: string): Promise<"answered" | string> {
    const before = api.app.database.statements;
    const { errors, data } = await who.ask(query);
    if (!errors) return "answered";
    const { code } = errors[0].extensions;
    if (code !== "FORBIDDEN" && code !== "SIGN_IN") return `${String(code)}: ${errors[0].message} in ${query}`;
    expect(data ?? null).toBeNull();
    expect(api.app.database.statements - before).toBeLessThanOrEqual(1);
    return String(code);
  }
  async function expectAll(queries: string[], role: Role | null, wanted: string): Promise<void> {
    const who = role ? askers.get(role)! : api.nobody;
    for (const query of queries) expect([role, query, await answerOf(who, query)]).toEqual([role, query, wanted]);
  }

  test("the table of this test names every resource", () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(roots.map((r) => r.name).sort());
  });

  test("nobody reads anything without signing in", async () => {
    for (const { single, plural } of roots)
      await expectAll(
        [`{ ${plural} { total } }`, `{ ${single}(id: "1") { id } }`, `{ x: ${plural} { items { y: id } } }`],
        null,
        "SIGN_IN",
      );
    await expectAll([`{ site { version } sectors { total } }`], null, "SIGN_IN");
  });

  describe.each(EVERYBODY)("%s", (role) => {
    test("reads what the rules say, alone, in lists, under aliases and in fragments", async () => {
      for (const resource of roots) {
        const { single, plural, name } = resource;
        const fields = resource.fields
          .filter((f) => f.kind.name !== "secret" && !isHidden(resource, f.name, role))
          .filter((f) => !f.kind.target || mayRead(registry.single(f.kind.target), role))
          .map((f) => selected(resource, f.name));
        const queries = [
          `{ ${plural} { total items { id version ${fields.join(" ")} } } }`,
          `{ ${single}(id: "1") { ${fields.join(" ")} } }`,
          `{ x: ${plural} { y: items { z: id } } }`,
          `{ ...Q } fragment Q on Query { ${plural} { items { ...R } } } fragment R on ${name} { id }`,
          `query($on: Boolean = true) { ${plural} @include(if: $on) { ... on ${name}List { total } } }`,
        ];
        await expectAll(queries, role, mayRead(resource, role) ? "answered" : "FORBIDDEN");
      }
    });

    test("reaches what is closed to it by no way from anything else", async () => {
      const closed = roots.filter((r) => !mayRead(r, role));
      for (const from of registry.resources) {
        const at = roots.find((r) => r === from || r.states?.resource === from)!;
        if (!mayRead(at, role)) continue;
        const wrap = (inner: string) =>
          at === from
            ? `{ ${at.plural} { items { ${inner} } } }`
            : `{ ${at.plural} { items { states { items { ${inner} } } } } }`;
        for (const list of from.lists.filter((l) => closed.includes(l.target))) {
          const filters =
            at === from
              ? ["some", "none"].map((q) => `{ ${at.plural}(filter: { ${list.name}: { ${q}: {} } }) { total } }`)
              : [];
          await expectAll(
            [wrap(`${list.name} { total }`), wrap(`a: ${list.name} { items { id } }`), ...filters],
            role,
            "FORBIDDEN",
          );
        }
        for (const field of from.fields.filter(
          (f) => f.kind.target && closed.includes(registry.single(f.kind.target)),
        )) {
          const filter = `{ ${at.plural}(filter: { ${field.name}: { is: {} } }) { total } }`;
          await expectAll([wrap(`${field.name} { id }`), ...(at === from ? [filter] : [])], role, "FORBIDDEN");
        }
      }
    });

    test("changes what the rules say, and a trial is refused as the change is", async () => {
      for (const resource of roots.filter((r) => !r.readOnly)) {
        const wanted = EXPECTED[resource.name].change.includes(role) ? "answered" : "FORBIDDEN";
        const queries = [
          `mutation { ${changeName(resource)}(changes: [{ create: {} }], dryRun: true) { rows { id } } }`,
          `mutation { ...M } fragment M on Mutation { x: ${changeName(resource)}(changes: [{ delete: { id: "999999", version: 1 } }]) { rows { id } } }`,
        ];
        await expectAll(queries, role, wanted);
      }
    });

    test("reaches a closed field by no way: selection, alias, fragment, sort, filter, related filter or answer", async () => {
      for (const resource of roots) {
        const { plural, single, name } = resource;
        for (const field of EXPECTED[name].hidden?.fields ?? []) {
          const isClosed = isHidden(resource, field, role);
          const asked = selected(resource, field);
          const queries = [
            `{ ${plural} { items { ${asked} } } }`,
            `{ ${single}(id: "1") { x: ${asked} } }`,
            `{ ${plural} { items { ...F } } } fragment F on ${name} { ${asked} }`,
            `query($off: Boolean = false) { ${plural} { items { id ... on ${name} @skip(if: $off) { ${asked} } } } }`,
          ];
          const declared = resource.byName.get(field);
          const condition = `${field}: { ${declared ? "isNull: false" : "some: {}"} }`;
          // A field that is not filtered by is in no filter to be asked through.
          const isFiltered = declared?.filter !== false;
          const filters = isFiltered
            ? [
                `{ ${condition} }`,
                `{ not: { ${condition} } }`,
                `{ or: [{ id: { eq: "1" } }, { and: [{ ${condition} }] }] }`,
              ]
            : [];
          for (const filter of filters) queries.push(`{ ${plural}(filter: ${filter}) { total } }`);
          if (declared?.sort) queries.push(`{ ${plural}(sort: [{ id: ASC }, { ${field}: DESC }]) { total } }`);
          for (const other of roots.filter((r) => mayRead(r, role))) {
            for (const ref of other.fields.filter((f) => f.kind.target === single)) {
              queries.push(`{ ${other.plural} { items { ${ref.name} { ${asked} } } } }`);
              if (isFiltered)
                queries.push(`{ ${other.plural}(filter: { ${ref.name}: { is: { ${condition} } } }) { total } }`);
            }
          }
          if (name === "Person") {
            queries.push(`{ viewer { person { ${asked} } } }`);
            queries.push(
              `{ changeSets(filter: { rows: { some: { changeSet: { is: { person: { is: { ${condition} } } } } } } }) { total } }`,
            );
          }
          await expectAll(queries, role, isClosed ? "FORBIDDEN" : "answered");
        }
      }
    });
  });

  test("a person's address is in no answer, search or history for anybody but administrators", async () => {
    const quan = askers.get("ADMINISTRATOR")!;
    const email = "bi.mat@test.example";
    const [id] = await make(quan, "Person", { name: "Bí Mật", email, roles: ["LEADER"], isActive: true });
    await change(quan, "Person", [{ update: { id, version: 1, set: { email: `moi.${email}` } } }]);
    const query = `query($id: ID!) {
      byName: people(filter: { search: "bi mat" }) { total }
      byEmail: people(filter: { search: "test.example" }) { total }
      changeRows(filter: { rowId: { eq: $id }, resource: { eq: "Person" } }) { total items { before after } }
      changeSets(limit: 100) { items { rows { total items { resource before after } } } }
    }`;
    for (const role of EVERYBODY) {
      const data = await askers.get(role)!.data(query, { id });
      const isAdministrator = role === "ADMINISTRATOR";
      expect(data.byName.total).toBe(1);
      expect(data.byEmail.total).toBe(isAdministrator ? PEOPLE.length + 1 : 0);
      expect(data.changeRows.total).toBe(isAdministrator ? 2 : 0);
      expect(JSON.stringify(data).includes("@test.example")).toBe(isAdministrator);
    }
  });

  test("a refusal says what was asked for and where", async () => {
    const chi = askers.get("CATALOG")!;
    const told = async (query: string) => {
      const { errors } = await chi.ask(query);
      return [errors![0].path, errors![0].extensions.field];
    };
    expect(await told("{ p: people { rows: items { e: email } } }")).toEqual([["p", "rows", "e"], "person.email"]);
    expect(await told('{ people(filter: { not: { email: { eq: "x" } } }) { total } }')).toEqual([
      ["people"],
      "filter.not.email",
    ]);
    expect(await told("{ people(sort: [{ name: ASC }, { email: ASC }]) { total } }")).toEqual([
      ["people"],
      "sort.1.email",
    ]);
    expect(await told("{ viewer { person { roles } } }")).toEqual([["viewer", "person", "roles"], "person.roles"]);
  });

  test("who may not change people learns nothing of them from a change's answer", async () => {
    const chi = askers.get("CATALOG")!;
    const answered = (inner: string) =>
      answerOf(
        chi,
        `mutation { changeSectors(changes: [{ create: { nameVi: "không được ghi" } }]) { changeSet { ${inner} } } }`,
      );
    expect(await answered("person { email }")).toBe("FORBIDDEN");
    expect(await answered("person { history { total } }")).toBe("FORBIDDEN");
    const { sectors } = await chi.data(`{ sectors(filter: { nameVi: { eq: "không được ghi" } }) { total } }`);
    expect(sectors.total).toBe(0);
    expect(await answered("person { name }")).toBe("answered");
  });
});
