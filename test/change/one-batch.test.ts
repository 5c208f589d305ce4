import type { Batch, BatchChange } from "../../server/platform/changes/change";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { change, fresh, make, refusals, undo } from "./change-speech";

/** Rows of several resources in one batch that refer to each other, by ids taken beforehand. */
eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  let sector: string;
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
    [sector] = await make(chi, "Sector", { nameVi: "Hộ tịch" });
  });
  afterAll(() => api.close());

  const creating = (type: string, id: number | undefined, create: object): BatchChange => ({
    resource: api.app.services.registry.find(type)!,
    input: { create: create as Record<string, unknown> },
    id,
  });
  const apply = (changes: BatchChange[], more: Partial<Batch> = {}) =>
    api.app.services.changes.apply({
      person: chi.person,
      source: "API",
      note: null,
      mode: "ALL_OR_NONE",
      dryRun: false,
      key: null,
      ...more,
      changes,
    });
  const aDecision = (more: object = {}) => ({
    number: fresh("QĐ").replace(" ", "/"),
    kind: "DECISION",
    issuer: "UBND tỉnh",
    title: "Về danh mục",
    issuedOn: "2018-07-20",
    ...more,
  });
  /** What refers stands before what it refers to, as far as it goes. */
  const listed = async () => {
    const [amending, base, catalog, procedure, entry] = await api.app.services.changes.newIds(5);
    const changes = [
      creating("CatalogEntry", entry, {
        catalog: String(catalog),
        procedure: String(procedure),
        addedBy: String(amending),
      }),
      creating("Procedure", procedure, {
        nameVi: fresh("TT"),
        sector,
        tiers: ["COMMUNE"],
        status: "IN_FORCE",
        statusDecision: String(base),
      }),
      creating("Catalog", catalog, {
        nameVi: fresh("DM"),
        kind: "POSTAL",
        authority: "OWN",
        decision: String(base),
      }),
      creating("Decision", amending, aDecision({ issuedOn: "2019-03-04", amends: String(base) })),
      creating("Decision", base, aDecision()),
    ];
    return { changes, ids: { amending, base, catalog, procedure, entry } };
  };
  const entryOf = async (id: number) =>
    (
      await chi.data(
        `query($id: ID!) { catalogEntry(id: $id) { validFrom procedure { id } addedBy { amends { id } } } }`,
        { id: String(id) },
      )
    ).catalogEntry;

  test("are written whatever their order, keep the ids taken for them, and go together when undone", async () => {
    const { changes, ids } = await listed();
    const answer = await apply(changes);
    expect(answer.problems).toEqual([]);
    expect(answer.rows.map((r) => r.id)).toEqual(
      [ids.entry, ids.procedure, ids.catalog, ids.amending, ids.base].map(String),
    );
    expect(await entryOf(ids.entry)).toEqual({
      validFrom: "2019-03-04",
      procedure: { id: String(ids.procedure) },
      addedBy: { amends: { id: String(ids.base) } },
    });
    expect((await undo(chi, answer.changeSetId!, { note: "nhập nhầm" })).problems).toEqual([]);
    expect(await entryOf(ids.entry)).toBeNull();
    // Undoing the undo brings all of them back, each before what rests on it.
    const [[last]] = await api.app.database.read("SELECT MAX(id) FROM change_set");
    expect((await undo(chi, String(last))).problems).toEqual([]);
    expect(await entryOf(ids.entry)).toMatchObject({ procedure: { id: String(ids.procedure) } });
  });

  test("whoever refers to a refused row is refused with it", async () => {
    const { changes } = await listed();
    changes[4].input.create!.title = null;
    const answer = await apply(changes, { mode: "GOOD_ROWS" });
    const named = answer.problems.map((p) => [p.index, p.code, p.field]);
    expect([...new Set(named.map(([index]) => index))]).toEqual([0, 1, 2, 3, 4]);
    expect(named).toContainEqual([0, "NOT_FOUND", "addedBy"]);
    expect(named).toContainEqual([1, "NOT_FOUND", "statusDecision"]);
    expect(named).toContainEqual([4, "REQUIRED", "title"]);
    expect(answer.changeSetId).toBeNull();
  });

  test("a row that lets go of another in the same undo does not hold it back", async () => {
    const { changes, ids } = await listed();
    await apply(changes);
    const [later] = await api.app.services.changes.newIds(1);
    const removing = await apply([
      creating("Decision", later, aDecision({ issuedOn: "2019-05-01" })),
      {
        resource: api.app.services.registry.find("CatalogEntry")!,
        input: { update: { id: String(ids.entry), version: 1, set: { removedBy: String(later) } } },
      },
      {
        resource: api.app.services.registry.find("Procedure")!,
        input: {
          update: {
            id: String(ids.procedure),
            version: 1,
            from: "2019-05-01",
            set: { status: "ABOLISHED", statusDecision: String(later) },
          },
        },
      },
    ]);
    expect(removing.problems).toEqual([]);
    // It holds while the two rows rest on it.
    const held = await change(chi, "Decision", [{ delete: { id: String(later), version: 1 } }]);
    expect(refusals(held)).toEqual([[0, "IN_USE", "id"]]);
    expect((await undo(chi, removing.changeSetId!, { note: "nhập nhầm" })).problems).toEqual([]);
    const { decision } = await chi.data(`query($id: ID!) { decision(id: $id) { id } }`, { id: String(later) });
    expect(decision).toBeNull();
  });

  test("a request of another form is known by what it asked, not by the ids it took", async () => {
    const key = `key-${fresh("k").replace(" ", "")}`;
    const asked = { decision: "MH-09" };
    const first = await apply((await listed()).changes, { key, asked });
    const again = await apply((await listed()).changes, { key, asked });
    expect(again.changeSetId).toBe(first.changeSetId);
    const { changes: paths } = api.app.services;
    const batch = { person: chi.person, source: "API", note: null, mode: "ALL_OR_NONE", dryRun: false, key } as const;
    expect((await paths.answered({ ...batch, asked }))?.changeSetId).toBe(first.changeSetId);
    expect(await paths.answered({ ...batch, key: "another", asked })).toBeNull();
    await expect(paths.answered({ ...batch, asked: { decision: "MH-10" } })).rejects.toMatchObject({
      code: "NOT_UNIQUE",
      reason: "keyReused",
    });
  });
});
