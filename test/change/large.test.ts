import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { change, undo } from "./change-speech";

const MANY = 5000;

eachEngine((engine) => {
  let api: Api;
  let chi: Asker;
  beforeAll(async () => {
    api = await startApi(engine);
    chi = await api.as("chi");
  });
  afterAll(() => api.close());

  const total = async (filter: object): Promise<number> =>
    (await chi.data(`query($f: SectorFilter) { sectors(filter: $f) { total } }`, { f: filter })).sectors.total;

  test("five thousand rows are created, changed, deleted and brought back, each time as one change set", async () => {
    const names = Array.from({ length: MANY }, (_, i) => `Lĩnh vực số ${i}`);
    const made = await change(
      chi,
      "Sector",
      names.map((nameVi) => ({ create: { nameVi } })),
    );
    expect([made.problems, made.rows.length, made.changeSet?.rowCount]).toEqual([[], MANY, MANY]);
    expect(await total({ nameVi: { contains: "Lĩnh vực số" } })).toBe(MANY);

    const ids = made.rows.map((r) => r.id);
    const changed = await change(
      chi,
      "Sector",
      ids.map((id, i) => ({ update: { id, version: 1, set: { nameEn: `Sector ${i}` } } })),
    );
    expect([changed.problems, changed.changeSet?.rowCount]).toEqual([[], MANY]);
    const { sectors } = await chi.data(
      `{ sectors(filter: { nameVi: { in: ["Lĩnh vực số 0", "Lĩnh vực số 499", "Lĩnh vực số 500", "Lĩnh vực số 4999"] } }, sort: [{ id: ASC }]) { items { nameEn version } } }`,
    );
    expect(sectors.items).toEqual([0, 499, 500, 4999].map((i) => ({ nameEn: `Sector ${i}`, version: 2 })));

    const stale = await change(
      chi,
      "Sector",
      ids.map((id, i) => ({ delete: { id, version: i === 4321 ? 1 : 2 } })),
    );
    expect(stale.problems.map((p) => [p.index, p.code])).toEqual([[4321, "STALE"]]);
    expect(await total({})).toBe(MANY);

    const gone = await change(
      chi,
      "Sector",
      ids.map((id) => ({ delete: { id, version: 2 } })),
    );
    expect([gone.problems, await total({})]).toEqual([[], 0]);
    const back = await undo(chi, gone.changeSet!.id);
    expect([back.problems, await total({})]).toEqual([[], MANY]);
    const before = await undo(chi, changed.changeSet!.id);
    expect([before.problems, await total({ nameEn: { isNull: true } })]).toEqual([[], MANY]);
    const never = await undo(chi, made.changeSet!.id);
    expect([never.problems, await total({})]).toEqual([[], 0]);
  });
});
