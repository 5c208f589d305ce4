import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
  });
  afterAll(() => api.close());

  const CHANGE = `mutation($changes: [SectorChange!]!, $note: String, $mode: ChangeMode, $dryRun: Boolean, $key: String) {
    changeSectors(changes: $changes, note: $note, mode: $mode, dryRun: $dryRun, key: $key) {
      changeSet { id note person { name } rowCount }
      rows { index id version action cells { field before after } }
      problems { index id field code messageVi messageEn }
    }
  }`;

  test("a reporter cannot change a sector", async () => {
    const an = await api.as("an");
    const reply = await an.ask(CHANGE, { changes: [{ create: { nameVi: "Hộ tịch" } }] });
    expect(reply.errors?.[0].extensions.code).toBe("FORBIDDEN");
  });

  test("catalog staff add, change and delete a sector, each as a change set with its note", async () => {
    const made = (await chi.data(CHANGE, { changes: [{ create: { nameVi: "Đường bộ" } }], note: "thử" })).changeSectors;
    expect(made.problems).toEqual([]);
    expect(made.changeSet).toMatchObject({ note: "thử", person: { name: "Chi" }, rowCount: 1 });
    const { id } = made.rows[0];
    const changed = (await chi.data(CHANGE, { changes: [{ update: { id, version: 1, set: { nameEn: "Roads" } } }] }))
      .changeSectors;
    expect(changed.rows).toEqual([
      { index: 0, id, version: 2, action: "UPDATE", cells: [{ field: "nameEn", before: null, after: "Roads" }] },
    ]);
    const stale = (await chi.data(CHANGE, { changes: [{ update: { id, version: 1, set: { nameEn: "Streets" } } }] }))
      .changeSectors;
    expect(stale.problems[0]).toMatchObject({ index: 0, id, field: "version", code: "STALE" });
    expect(stale.problems[0].messageVi).toContain("Chi");
    const gone = (await chi.data(CHANGE, { changes: [{ delete: { id, version: 2 } }] })).changeSectors;
    expect(gone.rows[0]).toMatchObject({ action: "DELETE", version: null });
    expect(await chi.data(`{ sector(id: "${id}") { nameVi } }`)).toEqual({ sector: null });
  });

  test("names sort as Vietnamese dictionaries do and are found without accents", async () => {
    const names = ["Đường bộ", "Dược phẩm", "Điện", "An toàn", "Ắc quy", "Âm nhạc"];
    await chi.data(CHANGE, { changes: names.map((nameVi) => ({ create: { nameVi } })) });
    const { sectors } = await chi.data(`{ sectors(sort: [{ nameVi: ASC }]) { items { nameVi } } }`);
    expect(sectors.items.map((s: { nameVi: string }) => s.nameVi)).toEqual([
      "An toàn",
      "Ắc quy",
      "Âm nhạc",
      "Dược phẩm",
      "Điện",
      "Đường bộ",
    ]);
    const found = await chi.data(`{ sectors(filter: { search: "duong" }) { items { nameVi } total } }`);
    expect(found.sectors).toEqual({ items: [{ nameVi: "Đường bộ" }], total: 1 });
  });
});
