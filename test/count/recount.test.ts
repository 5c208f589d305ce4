import { recount } from "../../server/recount";
import { differences, mend } from "../../server/platform/changes/recount";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { changeCounts, expectTrue, kept, makeWorld, type CountWorld } from "./count-world";

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  let world: CountWorld;
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
    world = await makeWorld(chi);
    const { periods, procedures, units, agencies } = world;
    const answer = await changeCounts(
      chi,
      procedures.flatMap((procedure, i) =>
        periods.map((period) => ({
          create: { period, procedure, receptionUnit: units[0], agency: agencies[0], receivedPost: i + 1 },
        })),
      ),
    );
    expect(answer.problems).toEqual([]);
  });
  afterAll(() => api?.close());

  const spoil = (sql: string): Promise<number> => api.app.database.write((tx) => tx.run(sql));
  const found = () => differences(api.app.database, api.app.services.registry);

  test("names a line that says too much, one that is missing and one of no rows, with both figures", async () => {
    const [period, other, third] = world.periods.map(Number);
    const agency = Number(world.agencies[0]);
    await spoil(`UPDATE count_agency_sum SET received_post = received_post + 4 WHERE period_id = ${period}`);
    await spoil(`DELETE FROM count_agency_sum WHERE period_id = ${other}`);
    await spoil(`UPDATE count_agency_sum SET agency_id = 4711 WHERE period_id = ${third}`);
    const differing = await found();
    expect(differing.map(({ table, key }) => [table, key])).toEqual([
      ["count_agency_sum", { period_id: period, agency_id: agency }],
      ["count_agency_sum", { period_id: other, agency_id: agency }],
      ["count_agency_sum", { period_id: third, agency_id: agency }],
      ["count_agency_sum", { period_id: third, agency_id: 4711 }],
    ]);
    expect(differing.map(({ columns }) => columns)).toEqual([
      [{ column: "received_post", kept: 10, counted: 6 }],
      [
        { column: "row_count", kept: 0, counted: 3 },
        { column: "blank_count", kept: 0, counted: 3 },
        { column: "received_post", kept: 0, counted: 6 },
      ],
      [
        { column: "row_count", kept: 0, counted: 3 },
        { column: "blank_count", kept: 0, counted: 3 },
        { column: "received_post", kept: 0, counted: 6 },
      ],
      [
        { column: "row_count", kept: 3, counted: 0 },
        { column: "blank_count", kept: 3, counted: 0 },
        { column: "received_post", kept: 6, counted: 0 },
      ],
    ]);
    expect(await mend(api.app.database, api.app.services.registry)).toBe(4);
    await expectTrue(api);
  });

  test("every table is recounted", async () => {
    for (const table of Object.keys(await kept(api))) {
      await spoil(`UPDATE ${table} SET pending_overdue = pending_overdue + 1`);
      expect(new Set((await found()).map((d) => d.table))).toEqual(new Set([table]));
      await mend(api.app.database, api.app.services.registry);
    }
    await expectTrue(api);
  });

  test("mending beside people who write ends with what the rows say", async () => {
    const { periods, procedures, units, agencies } = world;
    for (let round = 0; round < 4; round++) {
      await spoil("DELETE FROM count_unit_procedure_sum");
      await spoil("UPDATE count_agency_sum SET received_counter = 5");
      const place = ["ONE_STOP", "POST_OFFICE", "HOME", "PORTAL"][round];
      const writes = procedures.map((procedure) =>
        changeCounts(chi, [
          {
            create: {
              period: periods[0],
              procedure,
              receptionUnit: units[1],
              agency: agencies[0],
              place,
              receivedCounter: 2,
            },
          },
        ]),
      );
      const [, ...answers] = await Promise.all([mend(api.app.database, api.app.services.registry), ...writes]);
      expect(answers.flatMap((a) => a.problems)).toEqual([]);
      await mend(api.app.database, api.app.services.registry);
      await expectTrue(api);
    }
  });

  test("the command lists differences and fails for them, and mends them when asked to", async () => {
    const run = async (isMending: boolean): Promise<[number, string[]]> => {
      const said: string[] = [];
      return [await recount(api.databaseUrl, isMending, (text) => said.push(text)), said];
    };
    expect((await run(false))[0]).toBe(0);
    await spoil(`UPDATE count_unit_sum SET carried_over = 12 WHERE period_id = ${world.periods[1]}`);
    const [code, said] = await run(false);
    expect(code).toBe(1);
    expect(said[0]).toBe(
      `count_unit_sum (period_id ${world.periods[1]}, reception_unit_id ${world.units[0]}): carried_over 12 → 0`,
    );
    expect((await run(true))[0]).toBe(0);
    expect((await run(false))[0]).toBe(0);
  });

  test("the demo is seeded with sums that are what its counts say", async () => {
    const demo = await startApi(engine, { seed: "demo" });
    expect((await kept(demo)).count_agency_sum.length).toBeGreaterThan(50);
    await expectTrue(demo);
    await demo.close();
  });
});
