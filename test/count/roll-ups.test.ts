import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { changeCounts, expectTrue, kept, makeWorld, undoSet, type CountWorld } from "./count-world";

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  let world: CountWorld;
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
    world = await makeWorld(chi);
  });
  afterAll(() => api?.close());

  /** All 13 figures in order of the table. */
  const figures = (...values: (number | null)[]) => values;
  const of = (period: number, procedure: number, unit: number, agency: number) => ({
    period: world.periods[period],
    procedure: world.procedures[procedure],
    receptionUnit: world.units[unit],
    agency: world.agencies[agency],
  });
  const ids = (...given: string[]) => given.map(Number);

  test("sums by agency and by unit, in whole and by procedure; 0 is a figure and empty is none", async () => {
    const full = { receivedPost: 2, receivedOnline: 0, returnedCounter: 7, returnedPost: 1, returnedOnline: 0 };
    const made = await changeCounts(chi, [
      { create: { ...of(0, 0, 0, 0), receivedCounter: 10, ...full, settledLate: 3 } },
      { create: { ...of(0, 1, 0, 0), receivedCounter: 5, ...full } },
      { create: { ...of(0, 0, 1, 0), receivedCounter: 4 } },
      { create: { ...of(0, 0, 0, 1), ...full, receivedCounter: 0 } },
    ]);
    expect(made.problems).toEqual([]);
    const { periods, procedures, units, agencies } = world;
    const lines = await kept(api);
    expect(lines.count_agency_sum).toEqual([
      [...ids(periods[0], agencies[0]), 3, 1, ...figures(19, 4, 0, 14, 2, 0, 0, 0, 0, 0, 3, 0, 0)],
      [...ids(periods[0], agencies[1]), 1, 0, ...figures(0, 2, 0, 7, 1, 0, 0, 0, 0, 0, 0, 0, 0)],
    ]);
    expect(lines.count_unit_procedure_sum).toEqual([
      [...ids(procedures[0], periods[0], units[0]), 2, 0, ...figures(10, 4, 0, 14, 2, 0, 0, 0, 0, 0, 3, 0, 0)],
      [...ids(procedures[0], periods[0], units[1]), 1, 1, ...figures(4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)],
      [...ids(procedures[1], periods[0], units[0]), 1, 0, ...figures(5, 2, 0, 7, 1, 0, 0, 0, 0, 0, 0, 0, 0)],
    ]);
    await expectTrue(api);

    // Both attributions of the same dossiers add up to the same.
    const received = (table: string, keys: number) => lines[table].reduce((sum, line) => sum + line[keys + 2], 0);
    expect(received("count_agency_sum", 2)).toBe(received("count_unit_sum", 2));
  });

  test("a figure that is filled in ends a blank, and undoing it brings the blank back", async () => {
    const made = await changeCounts(chi, [{ create: { ...of(1, 0, 0, 0), receivedCounter: 1 } }]);
    const line = async () =>
      (await kept(api)).count_agency_sum.find(([period]) => period === Number(world.periods[1]))!.slice(2, 6);
    expect(await line()).toEqual([1, 1, 1, 0]);
    const set = { receivedPost: 0, receivedOnline: 0, returnedCounter: 0, returnedPost: 0, returnedOnline: 0 };
    const filled = await changeCounts(chi, [{ update: { id: made.rows[0].id, version: 1, set } }]);
    expect(await line()).toEqual([1, 0, 1, 0]);
    await expectTrue(api);
    await undoSet(chi, filled.changeSet!.id);
    expect(await line()).toEqual([1, 1, 1, 0]);
    await expectTrue(api);
  });

  test("a key without rows has no line, and a deletion that is undone brings its line back", async () => {
    const before = await kept(api);
    const made = await changeCounts(chi, [{ create: { ...of(2, 2, 1, 1), receivedPost: 9 } }]);
    expect((await kept(api)).count_unit_sum).toHaveLength(before.count_unit_sum.length + 1);
    const gone = await changeCounts(chi, [{ delete: { id: made.rows[0].id, version: 1 } }]);
    expect(await kept(api)).toEqual(before);
    await undoSet(chi, gone.changeSet!.id);
    expect((await kept(api)).count_unit_sum).toHaveLength(before.count_unit_sum.length + 1);
    await expectTrue(api);
  });

  test("a trial and a refused batch leave the sums as they were; of a batch of good rows, the good ones count", async () => {
    const before = await kept(api);
    const good = { create: { ...of(2, 0, 0, 0), receivedPost: 1 } };
    const overlapping = { create: { ...of(2, 2, 1, 1), receivedPost: 1 } };
    await changeCounts(chi, [good], { dryRun: true });
    expect(await kept(api)).toEqual(before);
    const refused = await changeCounts(chi, [good, overlapping]);
    expect(refused.problems.map((p) => [p.index, p.code])).toEqual([[1, "OVERLAP"]]);
    expect(await kept(api)).toEqual(before);
    const part = await changeCounts(chi, [good, overlapping], { mode: "GOOD_ROWS" });
    expect([part.rows.length, part.problems.length]).toEqual([1, 1]);
    await expectTrue(api);
    expect(await kept(api)).not.toEqual(before);
  });

  test("people who write counts of one agency and period at once lose none of them", async () => {
    const period = world.periods[2];
    const [binhs, quan] = [await api.as("chi"), await api.as("quan")];
    const rows = (place: string) =>
      world.procedures.map((procedure) => ({
        create: { ...of(2, 0, 0, 1), procedure, place, receivedCounter: 1 },
      }));
    const answers = await Promise.all(
      ["ONE_STOP", "POST_OFFICE", "HOME", "PORTAL"].map((place, i) => changeCounts(i % 2 ? binhs : quan, rows(place))),
    );
    expect(answers.flatMap((a) => a.problems)).toEqual([]);
    const line = (await kept(api)).count_agency_sum.find(
      ([p, a]) => p === Number(period) && a === Number(world.agencies[1]),
    )!;
    // Twelve here and the one that was undone above.
    expect(line[2]).toBe(13);
    await expectTrue(api);
  });

  test("more keys than one statement takes are all kept", async () => {
    const [sector] = (await chi.data(`{ sectors { items { id } } }`)).sectors.items.map((s: { id: string }) => s.id);
    const names = Array.from({ length: 620 }, (_, i) => ({
      create: { nameVi: `Thủ tục số ${i}`, sector, status: "IN_FORCE", tiers: ["COMMUNE"], validFrom: "2010-01-01" },
    }));
    const { result } = await chi.data(
      `mutation($c: [ProcedureChange!]!) { result: changeProcedures(changes: $c) { rows { id } problems { code } } }`,
      { c: names },
    );
    const made = await changeCounts(
      chi,
      result.rows.map(({ id }: { id: string }, i: number) => ({
        create: { ...of(0, 0, 0, 0), procedure: id, receivedCounter: i },
      })),
    );
    expect(made.problems).toEqual([]);
    await expectTrue(api);
    await undoSet(chi, made.changeSet!.id);
    await expectTrue(api);
  });
});
