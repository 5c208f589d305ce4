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

  test("a set of more rows than one request may hold is undone as one, row by row where something changed since", async () => {
    const many = 12_000;
    const resource = api.app.services.registry.single("sector");
    const answer = await api.app.services.changes.applyLarge({
      person: chi.person,
      source: "IMPORT",
      note: "Nhập lớn",
      mode: "ALL_OR_NONE",
      dryRun: false,
      key: null,
      resource,
      rows: many,
      changes: async function* () {
        for (let from = 0; from < many; from += 2000) {
          const changes = Array.from({ length: 2000 }, (_, n) => ({
            index: from + n,
            resource,
            input: { create: { nameVi: `Lĩnh vực lớn ${from + n}` } },
          }));
          yield { changes, report: () => undefined };
        }
      },
      end: async () => null,
    });
    const set = answer.changeSetId!;
    const named = { nameVi: { contains: "Lĩnh vực lớn" } };
    expect(await total(named)).toBe(many);
    const { sectors } = await chi.data(
      `{ sectors(filter: { nameVi: { eq: "Lĩnh vực lớn 7000" } }) { items { id version } } }`,
    );
    await change(chi, "Sector", [{ update: { ...sectors.items[0], set: { nameEn: "Later" } } }]);
    const whole = await undo(chi, set);
    expect([whole.changeSet, whole.problems.map((p) => p.code)]).toEqual([null, ["STALE"]]);
    expect(await total(named)).toBe(many);
    const rest = await undo(chi, set, { mode: "GOOD_ROWS" });
    expect([rest.problems.map((p) => p.code), rest.changeSet?.rowCount]).toEqual([["STALE"], many - 1]);
    expect(await total(named)).toBe(1);
  });
});
