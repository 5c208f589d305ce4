import { migrations } from "../../server/migrations";
import { migrate, revert } from "../../server/platform/db/migrate";
import { open } from "../../server/platform/db/open";
import { tablesFrom } from "../../server/platform/db/tables";
import { makeRegistry } from "../../server/schema";
import { startApi } from "../support/api";
import { cloneDatabase } from "../support/database";
import { eachEngine } from "../support/engines";

const tables = tablesFrom(makeRegistry());

eachEngine((engine) => {
  test("history from before the column gets the names of its changed fields, the same as are written today", async () => {
    // The demo's history holds all sorts: rows and states made, changed and taken back.
    const database = await cloneDatabase(engine, "demo");
    const opened = await open(database.url, tables, migrations);
    const names = async (): Promise<[number, string[]][]> =>
      (await opened.database.read("SELECT id, changed_fields FROM change_row ORDER BY id")).map((row) => [
        row[0] as number,
        (JSON.parse(row[1] as string) as string[]).sort(),
      ]);
    const written = await names();
    expect(written.length).toBeGreaterThan(500);
    expect(written.every(([, fields]) => fields.length > 0)).toBe(true);
    const from = migrations.findIndex((step) => step.name.startsWith("ImportAndViews"));
    for (let step = migrations.length; step > from; step--) await revert(opened.source);
    await migrate(opened.source);
    expect(await names()).toEqual(written);
    await opened.database.close();
    await database.drop();
  });

  test("the history of a cell is that of its row, filtered by the field", async () => {
    const api = await startApi(engine);
    const chi = await api.as("chi");
    const write = async (change: object) =>
      (
        await chi.data(
          `mutation($c: [SectorChange!]!) { changeSectors(changes: $c, note: "vì sao") { rows { id version } changeSet { id } problems { code } } }`,
          { c: [change] },
        )
      ).changeSectors;
    const made = await write({ create: { nameVi: "Đất đai" } });
    const { id } = made.rows[0];
    const named = await write({ update: { id, version: 1, set: { nameEn: "Land" } } });
    const renamed = await write({ update: { id, version: 2, set: { nameVi: "Đất đai, nhà ở" } } });
    const both = await write({ update: { id, version: 3, set: { nameVi: "Đất đai", nameEn: "Land and housing" } } });
    const past = async (field: string) => {
      const query = `query($id: ID!, $f: String) { sector(id: $id) { history(filter: { changedFields: { has: $f } }) { total items { changeSet { id note person { name } } before after changedFields } } } }`;
      return (await chi.data(query, { id, f: field })).sector.history;
    };
    const sets = (history: { items: { changeSet: { id: string } }[] }) =>
      history.items.map((item) => item.changeSet.id).sort((a, b) => Number(b) - Number(a));
    const ofName = await past("nameVi");
    const inOrder = (...all: { changeSet: { id: string } }[]) =>
      all.map((one) => one.changeSet.id).sort((a, b) => Number(b) - Number(a));
    expect(sets(ofName)).toEqual(inOrder(made, renamed, both));
    expect(sets(await past("nameEn"))).toEqual(inOrder(named, both));
    expect((await past("order")).total).toBe(0);
    const last = ofName.items.find((item: { changeSet: { id: string } }) => item.changeSet.id === both.changeSet.id);
    expect(last).toMatchObject({
      changedFields: ["nameEn", "nameVi"],
      before: { nameVi: "Đất đai, nhà ở", nameEn: "Land" },
      after: { nameVi: "Đất đai", nameEn: "Land and housing" },
      changeSet: { note: "vì sao", person: { name: "Chi" } },
    });
    // Undoing one is one more line of both cells.
    await chi.data(`mutation($id: ID!) { undoChangeSet(id: $id) { problems { code } } }`, { id: both.changeSet.id });
    expect([(await past("nameVi")).total, (await past("nameEn")).total]).toEqual([4, 3]);
    await api.close();
  });
});
