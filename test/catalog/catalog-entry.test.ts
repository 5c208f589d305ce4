import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { change, fresh, make, refusals, undo } from "../change/change-speech";

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

  const decision = async (more: object): Promise<string> =>
    (
      await make(chi, "Decision", {
        number: fresh("MH").replace(" ", "/"),
        kind: "DECISION",
        issuer: "UBND tỉnh",
        title: "Danh mục",
        ...more,
      })
    )[0];
  const procedure = async (): Promise<string> =>
    (await make(chi, "Procedure", { nameVi: fresh("TT"), sector, tiers: ["COMMUNE"], status: "IN_FORCE" }))[0];
  const catalog = async (by: string): Promise<string> =>
    (await make(chi, "Catalog", { nameVi: fresh("DM"), kind: "POSTAL", authority: "OWN", decision: by }))[0];
  const entry = async (id: string) =>
    (await chi.data(`query($id: ID!) { catalogEntry(id: $id) { version validFrom validTo } }`, { id })).catalogEntry;
  const listed = async (of: string, on: string | null) =>
    (await chi.data(`query($id: ID!, $on: Date) { catalog(id: $id, asOf: $on) { entries { total } } }`, { id: of, on }))
      .catalog.entries.total;
  /** A catalog of one Decision, and another Decision that comes later. */
  const aCatalog = async () => {
    const first = await decision({ issuedOn: "2018-07-20" });
    const later = await decision({ issuedOn: "2019-03-01", effectiveOn: "2019-03-15" });
    return { first, later, in: await catalog(first) };
  };

  test("its dates are those of its Decisions and are not written", async () => {
    const { first, in: of } = await aCatalog();
    const create = { catalog: of, procedure: await procedure(), addedBy: first, validFrom: "2010-01-01" };
    expect(refusals(await change(chi, "CatalogEntry", [{ create }]))).toEqual([[0, "BAD_INPUT", "validFrom"]]);
  });

  test("it needs one subject, a procedure or a group of services, and not both", async () => {
    const { first, in: of } = await aCatalog();
    const base = { catalog: of, addedBy: first };
    const result = await change(
      chi,
      "CatalogEntry",
      [
        { create: base },
        { create: { ...base, procedure: await procedure(), groupName: "Nhóm" } },
        { create: { ...base, groupName: "Cấp giấy phép lái xe" } },
        { create: { ...base, groupName: "Cấp giấy phép lái xe" } },
        { create: { ...base, groupName: "Nhóm khác", level: 3 } },
        { create: { catalog: of, groupName: "Không quyết định" } },
        { create: { ...base, groupName: "Không có ai", addedBy: "999999" } },
      ],
      { mode: "GOOD_ROWS" },
    );
    expect(refusals(result)).toContainEqual([6, "NOT_FOUND", "addedBy"]);
    expect(refusals(result).filter(([index]) => index !== 6)).toEqual([
      [0, "REQUIRED", "procedure"],
      [1, "BAD_INPUT", "groupName"],
      [3, "OVERLAP", "groupName"],
      [4, "REQUIRED", "levelScheme"],
      [5, "REQUIRED", "addedBy"],
    ]);
    expect(result.rows.map((r) => r.index)).toEqual([2]);
  });

  test("it holds from the day its Decision takes effect, or from its signing, until the removing one does", async () => {
    const { first, later, in: of } = await aCatalog();
    const [id] = await make(chi, "CatalogEntry", { catalog: of, procedure: await procedure(), addedBy: first });
    expect(await entry(id)).toEqual({ version: 1, validFrom: "2018-07-20", validTo: null });
    const removed = await change(chi, "CatalogEntry", [{ update: { id, version: 1, set: { removedBy: later } } }]);
    expect(removed.problems).toEqual([]);
    expect(await entry(id)).toEqual({ version: 2, validFrom: "2018-07-20", validTo: "2019-03-15" });
    const days = ["2018-07-19", "2018-07-20", "2019-03-14", "2019-03-15", null];
    expect(await Promise.all(days.map((on) => listed(of, on)))).toEqual([0, 1, 1, 0, 1]);
  });

  test("a removal on or before the day of the addition is refused and names the removal", async () => {
    const { first, later, in: of } = await aCatalog();
    const [id] = await make(chi, "CatalogEntry", { catalog: of, procedure: await procedure(), addedBy: later });
    const set = (removedBy: string) =>
      change(chi, "CatalogEntry", [{ update: { id, version: 1, set: { removedBy } } }]);
    expect(refusals(await set(first))).toEqual([[0, "OUTSIDE_VALIDITY", "removedBy"]]);
    expect(refusals(await set(later))).toEqual([[0, "OUTSIDE_VALIDITY", "removedBy"]]);
    const create = { catalog: of, procedure: await procedure(), addedBy: later, removedBy: first };
    expect(refusals(await change(chi, "CatalogEntry", [{ create }]))).toEqual([[0, "OUTSIDE_VALIDITY", "removedBy"]]);
  });

  test("a procedure stands in a catalog once on one day, and again after it was taken out", async () => {
    const { first, later, in: of } = await aCatalog();
    const of2 = await catalog(first);
    const subject = await procedure();
    const [id] = await make(chi, "CatalogEntry", { catalog: of, procedure: subject, addedBy: first });
    const again = { create: { catalog: of, procedure: subject, addedBy: later } };
    const twice = await change(chi, "CatalogEntry", [again]);
    expect(refusals(twice)).toEqual([[0, "OVERLAP", "procedure"]]);
    expect(twice.problems[0].messageVi).toContain(id);
    await make(chi, "CatalogEntry", { catalog: of2, procedure: subject, addedBy: first });
    const moved = await change(chi, "CatalogEntry", [{ update: { id, version: 1, set: { removedBy: later } } }, again]);
    expect(moved.problems).toEqual([]);
    expect(await Promise.all(["2019-03-14", "2019-03-15"].map((on) => listed(of, on)))).toEqual([1, 1]);
  });

  test("taking an entry back or changing its Decision corrects what was entered, and needs its reason", async () => {
    const { first, later, in: of } = await aCatalog();
    const [id] = await make(chi, "CatalogEntry", { catalog: of, procedure: await procedure(), addedBy: first });
    const remove = { delete: { id, version: 1 } };
    const other = { update: { id, version: 1, set: { addedBy: later } } };
    for (const one of [remove, other])
      for (const note of [undefined, "", "  "])
        expect(refusals(await change(chi, "CatalogEntry", [one], { note }))).toEqual([[0, "REQUIRED", "note"]]);
    // The law takes it out without one, and what is no membership needs none.
    const note = await change(chi, "CatalogEntry", [
      { update: { id, version: 1, set: { legs: ["IN"], removedBy: later } } },
    ]);
    expect(note.problems).toEqual([]);
    const back = { update: { id, version: 2, set: { removedBy: null } } };
    expect(refusals(await change(chi, "CatalogEntry", [back]))).toEqual([[0, "REQUIRED", "note"]]);
    expect((await change(chi, "CatalogEntry", [back], { note: "đính chính" })).problems).toEqual([]);
    const gone = await change(chi, "CatalogEntry", [{ delete: { id, version: 3 } }], { note: "nhập nhầm" });
    expect(gone.changeSet?.note).toBe("nhập nhầm");
  });

  test("a corrected date of a Decision moves the entries it added and removed, in the same change set", async () => {
    const { first, later, in: of } = await aCatalog();
    const [p, q] = [await procedure(), await procedure()];
    const [a, b] = await make(
      chi,
      "CatalogEntry",
      { catalog: of, procedure: p, addedBy: first, removedBy: later },
      { catalog: of, procedure: q, addedBy: later },
    );
    const moved = await change(chi, "Decision", [
      { update: { id: later, version: 1, set: { effectiveOn: "2019-04-01" } } },
    ]);
    expect(moved.problems).toEqual([]);
    expect(moved.changeSet?.rowCount).toBe(3);
    expect(await entry(a)).toEqual({ version: 2, validFrom: "2018-07-20", validTo: "2019-04-01" });
    expect(await entry(b)).toEqual({ version: 2, validFrom: "2019-04-01", validTo: null });
    const { catalogEntry } = await chi.data(
      `query($id: ID!) { catalogEntry(id: $id) { history { items { before after changeSet { id } } } } }`,
      { id: a },
    );
    expect(catalogEntry.history.items[0]).toEqual({
      before: { validTo: "2019-03-15" },
      after: { validTo: "2019-04-01" },
      changeSet: { id: moved.changeSet!.id },
    });
    expect((await undo(chi, moved.changeSet!.id)).problems).toEqual([]);
    expect(await entry(b)).toEqual({ version: 3, validFrom: "2019-03-15", validTo: null });
  });

  test("a date that would put a removal before its addition, or two entries on one day, is refused at the Decision", async () => {
    const { first, later, in: of } = await aCatalog();
    const subject = await procedure();
    await make(
      chi,
      "CatalogEntry",
      { catalog: of, procedure: subject, addedBy: first, removedBy: later },
      { catalog: of, procedure: subject, addedBy: later },
    );
    const early = await change(chi, "Decision", [
      { update: { id: later, version: 1, set: { issuedOn: "2018-07-20", effectiveOn: null } } },
    ]);
    expect(early.changeSet).toBeNull();
    expect(early.problems[0]).toMatchObject({ index: 0, code: "OUTSIDE_VALIDITY", field: "removedBy" });
    const third = await decision({ issuedOn: "2019-05-01" });
    const { catalogEntries } = await chi.data(
      `query($p: ID!) { catalogEntries(filter: { procedure: { eq: $p }, removedBy: { isNull: false } }) { items { id version } } }`,
      { p: subject },
    );
    const [old] = catalogEntries.items;
    const stretched = await change(chi, "CatalogEntry", [{ update: { ...old, set: { removedBy: third } } }], {
      note: "đính chính",
    });
    expect(refusals(stretched)).toEqual([[0, "OVERLAP", "procedure"]]);
    // Both moved together stay apart.
    const both = await change(chi, "Decision", [
      { update: { id: later, version: 1, set: { effectiveOn: "2019-06-01" } } },
    ]);
    expect(both.problems).toEqual([]);
    expect(await Promise.all(["2019-05-31", "2019-06-01"].map((on) => listed(of, on)))).toEqual([1, 1]);
  });
});
