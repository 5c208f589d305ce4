import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { change, fresh, make, refusals, undo } from "../change/change-speech";

/** The tests' working date: "today" in everything that names no other day. */
const TODAY = "2019-07-20";

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
  });
  afterAll(() => api.close());

  const aUnit = <T extends object>(more: T = {} as T) => ({
    name: fresh("Xã"),
    kind: "COMMUNE",
    tier: "COMMUNE",
    ...more,
  });
  const update = (id: string, version: number, set: object, from?: string) =>
    change(chi, "Unit", [{ update: { id, version, set, ...(from ? { from } : {}) } }]);
  const asOf = async (id: string, day: string | null) =>
    (
      await chi.data(`query($id: ID!, $on: Date) { unit(id: $id, asOf: $on) { name kind validFrom validTo } }`, {
        id,
        on: day,
      })
    ).unit;
  const states = async (id: string) =>
    (
      await chi.data(`query($id: ID!) { unit(id: $id) { states { total items { name code validFrom validTo } } } }`, {
        id,
      })
    ).unit.states;

  test("a day that names no state, a malformed day and `from` on what has no states are refused", async () => {
    const [id] = await make(chi, "Unit", aUnit({ validFrom: "2010-01-01" }));
    expect(refusals(await update(id, 1, { name: "Sớm quá" }, "2009-12-31"))).toEqual([[0, "OUTSIDE_VALIDITY", "from"]]);
    const upside = await change(chi, "Unit", [{ create: aUnit({ validFrom: "2015-01-01", validTo: "2015-01-01" }) }]);
    expect(refusals(upside)).toEqual([[0, "OUTSIDE_VALIDITY", "validTo"]]);
    const reply = await chi.ask(
      `mutation { changeSectors(changes: [{ update: { id: "1", version: 1, from: "2015-01-01", set: {} } }]) { rows { id } } }`,
    );
    expect(reply.errors?.[0].extensions).toMatchObject({ code: "BAD_INPUT", field: "from" });
  });

  test("a change from a day opens a state, and each day shows the unit as it was", async () => {
    const [id] = await make(chi, "Unit", aUnit({ name: "Yên Thịnh", code: "7001", validFrom: "2008-01-01" }));
    const opened = await update(id, 1, { name: "phường Yên Thịnh", kind: "WARD" }, "2015-03-01");
    expect(opened.problems).toEqual([]);
    expect(opened.rows[0]).toMatchObject({ id, version: 2, action: "UPDATE" });
    expect(opened.rows[0].cells).toEqual(
      expect.arrayContaining([
        { field: "name", before: "Yên Thịnh", after: "phường Yên Thịnh" },
        { field: "kind", before: "COMMUNE", after: "WARD" },
        { field: "validFrom", before: "2008-01-01", after: "2015-03-01" },
      ]),
    );
    expect(await asOf(id, "2015-02-28")).toMatchObject({ name: "Yên Thịnh", validTo: "2015-03-01" });
    expect(await asOf(id, "2015-03-01")).toMatchObject({
      name: "phường Yên Thịnh",
      validFrom: "2015-03-01",
      validTo: null,
    });
    expect(await asOf(id, null)).toMatchObject({ name: "phường Yên Thịnh" });
    expect(await asOf(id, "2007-12-31")).toBeNull();
    expect(await states(id)).toEqual({
      total: 2,
      items: [
        { name: "Yên Thịnh", code: "7001", validFrom: "2008-01-01", validTo: "2015-03-01" },
        { name: "phường Yên Thịnh", code: "7001", validFrom: "2015-03-01", validTo: null },
      ],
    });
  });

  test("a change without a day corrects today's state and no other", async () => {
    const [id] = await make(chi, "Unit", aUnit({ name: "Cũ", validFrom: "2008-01-01" }));
    await update(id, 1, { name: "Nay" }, "2015-01-01");
    await update(id, 2, { name: "Sẽ là" }, "2025-07-01");
    expect((await update(id, 3, { name: "Nay, viết đúng" })).problems).toEqual([]);
    expect(
      [await asOf(id, "2014-12-31"), await asOf(id, TODAY), await asOf(id, "2025-07-01")].map((u) => u.name),
    ).toEqual(["Cũ", "Nay, viết đúng", "Sẽ là"]);
    // A change from a day that a state begins on corrects that state.
    expect((await update(id, 4, { name: "Sẽ tên là" }, "2025-07-01")).problems).toEqual([]);
    expect((await states(id)).items.map((s: { name: string }) => s.name)).toEqual([
      "Cũ",
      "Nay, viết đúng",
      "Sẽ tên là",
    ]);
    // Between two states a new one takes the rest of the earlier one's time.
    expect((await update(id, 5, { name: "Ở giữa" }, "2020-01-01")).problems).toEqual([]);
    expect((await states(id)).items.map((s: { validTo: string }) => s.validTo)).toEqual([
      "2015-01-01",
      "2020-01-01",
      "2025-07-01",
      null,
    ]);
  });

  test("a change as of a day corrects the state of that day, and one of two days only", async () => {
    const [id] = await make(chi, "Unit", aUnit({ name: "Cũ", validFrom: "2008-01-01" }));
    await update(id, 1, { name: "Nay" }, "2015-01-01");
    const correct = (day: unknown, set: object, more: object = {}) =>
      change(chi, "Unit", [{ update: { id, version: 2, asOf: day, set, ...more } }]);
    for (const [result, code, field] of [
      [await correct("2007-12-31", { name: "x" }), "OUTSIDE_VALIDITY", "asOf"],
      [await correct("2010-02-30", { name: "x" }), "BAD_INPUT", "asOf"],
      [await correct(20100101, { name: "x" }), "BAD_INPUT", "asOf"],
      [await correct("2010-01-01", { name: "x" }, { from: "2012-01-01" }), "BAD_INPUT", "asOf"],
      [await update(id, 2, { name: "x", validFrom: "2012-06-01" }, "2012-01-01"), "BAD_INPUT", "validFrom"],
    ] as const)
      expect(refusals(result)).toEqual([[0, code, field]]);
    const corrected = await correct("2010-01-01", { name: "Cũ, viết đúng" });
    expect(corrected.rows[0].cells).toEqual([{ field: "name", before: "Cũ", after: "Cũ, viết đúng" }]);
    expect((await states(id)).items.map((s: { name: string }) => s.name)).toEqual(["Cũ, viết đúng", "Nay"]);
    const undone = await undo(chi, corrected.changeSet!.id);
    expect(undone.problems).toEqual([]);
    expect((await states(id)).items.map((s: { name: string }) => s.name)).toEqual(["Cũ", "Nay"]);
  });

  test("a unit that ends is there until its last day, and its history and successor stay", async () => {
    const [next] = await make(chi, "Unit", aUnit());
    const [id] = await make(chi, "Unit", aUnit({ code: "7005", validFrom: "2008-01-01" }));
    const closed = await update(id, 1, { validTo: "2018-01-01", successor: next });
    expect(closed.problems).toEqual([]);
    expect(await asOf(id, "2017-12-31")).not.toBeNull();
    expect(await asOf(id, "2018-01-01")).toBeNull();
    expect(await asOf(id, null)).toBeNull();
    const { units } = await chi.data(`{ units(filter: { code: { eq: "7005" } }) { total } }`);
    expect(units.total).toBe(0);
    const { unit } = await chi.data(
      `query($id: ID!) { unit(id: $id, asOf: "2017-06-01") { successor { id } history { total } states { total } } }`,
      { id },
    );
    expect(unit).toEqual({ successor: { id: next }, history: { total: 4 }, states: { total: 1 } });
    // What ended is still corrected: nothing holds today, so its last state is meant.
    expect((await update(id, 2, { name: "Tên cuối" })).problems).toEqual([]);
    expect((await asOf(id, "2017-06-01")).name).toBe("Tên cuối");
  });

  test("dates are not stretched over a neighbouring state", async () => {
    const [id] = await make(chi, "Unit", aUnit({ validFrom: "2008-01-01" }));
    await update(id, 1, { name: "Hai" }, "2015-01-01");
    expect(refusals(await update(id, 2, { validFrom: "2014-01-01" }))).toEqual([[0, "OVERLAP", "validFrom"]]);
    expect(refusals(await update(id, 2, { validTo: "2015-06-01" }, "2012-01-01"))).toEqual([
      [0, "OVERLAP", "validFrom"],
    ]);
    expect((await states(id)).items.map((s: { validFrom: string }) => s.validFrom)).toEqual([
      "2008-01-01",
      "2015-01-01",
    ]);
  });

  test("an official code belongs to one unit on one day, and to another on other days", async () => {
    const holder = aUnit({ code: "7010", validTo: "2016-01-01" });
    const [a] = await make(chi, "Unit", holder);
    const same = await change(chi, "Unit", [{ create: aUnit({ code: "7010", validFrom: "2015-12-31" }) }]);
    expect(refusals(same)).toEqual([[0, "NOT_UNIQUE", "code"]]);
    expect(same.problems[0].messageVi).toContain(`“${holder.name}”`);
    const [b] = await make(chi, "Unit", aUnit({ code: "7010", validFrom: "2016-01-01" }));
    // The earlier one cannot be lengthened into the later one's time, nor opened again with the code.
    expect(refusals(await update(a, 1, { validTo: null }))).toEqual([[0, "NOT_UNIQUE", "code"]]);
    const both = await change(chi, "Unit", [
      { update: { id: b, version: 1, from: "2018-01-01", set: { code: "7011" } } },
      { create: aUnit({ code: "7010", validFrom: "2018-01-01" }) },
    ]);
    expect(both.problems).toEqual([]);
    const holders = async (on: string) =>
      (
        await chi.data(`query($on: Date) { units(filter: { code: { eq: "7010" } }, asOf: $on) { items { id } } }`, {
          on,
        })
      ).units.items.map((u: { id: string }) => u.id);
    expect([await holders("2015-06-01"), await holders("2017-06-01")]).toEqual([[a], [b]]);
    expect(await holders("2018-06-01")).toEqual([both.rows[1].id]);
  });

  test("two units swap their codes on one day", async () => {
    const [a, b] = await make(chi, "Unit", aUnit({ code: "7021" }), aUnit({ code: "7022" }));
    const swapped = await change(chi, "Unit", [
      { update: { id: a, version: 1, from: "2019-01-01", set: { code: "7022" } } },
      { update: { id: b, version: 1, from: "2019-01-01", set: { code: "7021" } } },
    ]);
    expect(swapped.problems).toEqual([]);
    expect((await states(a)).items.map((s: { code: string }) => s.code)).toEqual(["7021", "7022"]);
  });

  test("a unit stands above itself on no day, also where the ring closes only for a while", async () => {
    const [a, b, c] = await make(chi, "Unit", aUnit(), aUnit(), aUnit());
    expect(refusals(await update(a, 1, { parent: a }))).toEqual([[0, "CYCLE", "parent"]]);
    expect((await update(b, 1, { parent: a })).problems).toEqual([]);
    expect((await update(c, 1, { parent: b }, "2015-01-01")).problems).toEqual([]);
    expect(refusals(await update(a, 1, { parent: c }))).toEqual([[0, "CYCLE", "parent"]]);
    expect(refusals(await update(a, 1, { parent: c }, "2018-01-01"))).toEqual([[0, "CYCLE", "parent"]]);
    // On the days before 2015 nothing stands between them: there and only there it may.
    const early = { ...aUnit(), parent: c, validTo: "2015-01-01" };
    const [d] = await make(chi, "Unit", early);
    const closing = await change(chi, "Unit", [
      { update: { id: c, version: 2, from: "2012-01-01", set: { parent: d } } },
    ]);
    expect(refusals(closing)).toEqual([[0, "CYCLE", "parent"]]);
    const ring = await change(chi, "Unit", [
      { update: { id: a, version: 1, set: { parent: b } } },
      { update: { id: b, version: 2, set: { parent: a, name: "đổi tên" } } },
    ]);
    expect(ring.changeSet).toBeNull();
    expect(ring.problems[0]).toMatchObject({ code: "CYCLE", field: "parent" });
  });

  test("codes keep their leading zeros and refuse what is no code", async () => {
    const [id] = await make(chi, "Unit", aUnit({ code: "04252" }));
    expect((await states(id)).items[0].code).toBe("04252");
    for (const code of ["4", "A15", "15 ", " 15", "１５", ""])
      expect(refusals(await change(chi, "Unit", [{ create: aUnit({ code }) }]))).toEqual([[0, "BAD_INPUT", "code"]]);
  });
});
