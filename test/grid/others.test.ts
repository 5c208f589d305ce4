import { chooseAll } from "../../admin/grid/conflict";
import { write } from "../../admin/grid/grid-acts";
import type { GridRow } from "../../admin/grid/grid-column";
import type { RowChange } from "../../admin/grid/others";
import { SaveFlow } from "../../admin/grid/save-flow";
import { conflictFields, markDeleted } from "../../admin/grid/staging";
import { columnOf, memorySource, openStore, sampleRow } from "./grid-fixture";

const BY = { who: "Trần Thị Hạnh", at: "2019-07-20T02:41:00.000Z", changeSet: "1285" };
const wrote = (id: number, action: RowChange["action"] = "UPDATE"): RowChange => ({ id: String(id), action, by: BY });

/** Somebody else saves values of a row. */
function save(source: { rows: GridRow[] }, n: number, values: Record<string, unknown>): RowChange {
  source.rows = source.rows.map((row) =>
    row.id === String(n) ? { ...row, version: row.version + 1, values: { ...row.values, ...values } } : row,
  );
  return wrote(n);
}

describe("what others write while the grid is open", () => {
  it("is shown and marked in the cells that differ, with who and what was there before", async () => {
    const { store, source } = await openStore();
    await store.hear([save(source, 3, { days: 60 })]);
    expect(store.cell(columnOf("days"), 2)).toMatchObject({ text: "60", mark: "others", earlier: "3" });
    expect(store.cell(columnOf("days"), 2).others?.by).toEqual(BY);
    expect(store.cell(columnOf("fee"), 2).mark).toBe("plain");
    // What the grid has read by itself is no news.
    await store.hear([wrote(3)]);
    expect(store.cell(columnOf("days"), 2).text).toBe("60");
    store.renew();
    await store.ensure(0, 20);
    expect(store.cell(columnOf("days"), 2).mark).toBe("plain");
  });

  it("merges by itself where it touches other cells of an edited row, and the save carries the newer version", async () => {
    const { store, source } = await openStore();
    store.place([{ column: columnOf("fee"), row: 2, content: "135.000" }]);
    await store.hear([save(source, 3, { days: 60 })]);
    const row = store.staged.rows.get("3");
    expect(row?.conflict).toBeUndefined();
    expect(row).toMatchObject({ version: 2, before: { days: 60 } });
    expect(new SaveFlow(store).plan.changes).toEqual([{ update: { id: "3", version: 2, set: { fee: "135000" } } }]);
    expect(store.notice).toMatchObject({ key: "merged", values: { n: 1 } });
  });

  it("is a conflict at once where both changed one cell, with who and when and nothing chosen", async () => {
    const { store, source } = await openStore();
    store.place([
      { column: columnOf("fee"), row: 2, content: "135.000" },
      { column: columnOf("days"), row: 3, content: "9" },
    ]);
    await store.hear([save(source, 3, { fee: "120000" }), save(source, 4, { days: 8 })]);
    expect(store.cell(columnOf("fee"), 2)).toMatchObject({ mark: "conflict", text: "135.000" });
    const conflict = store.staged.rows.get("3")?.conflict;
    expect(conflict).toMatchObject({ by: BY, choices: {} });
    expect(conflict?.messageVi).toContain("Trần Thị Hạnh");
    expect(new SaveFlow(store).plan.left).toEqual(["3", "4"]);
    store.step(chooseAll(store.staged, "mine"));
    expect(new SaveFlow(store).plan.changes).toEqual([
      { update: { id: "3", version: 2, set: { fee: "135000" } } },
      { update: { id: "4", version: 2, set: { days: 9 } } },
    ]);
    // Undoing the choice brings the conflict back, not an edit that would be stale.
    store.undo();
    expect(store.staged.rows.get("3")?.conflict).toBeDefined();
    store.step(chooseAll(store.staged, "theirs"));
    expect(store.staged.rows.size).toBe(0);
  });

  it("does not disturb an editor: what is typed on the older row meets the newer one when it is committed", async () => {
    const { store, source } = await openStore();
    const target = store.target(2);
    await store.hear([save(source, 3, { fee: "120000" })]);
    write(store, columnOf("fee"), 2, "135000", target);
    expect(conflictFields(store.staged.rows.get("3")!)).toEqual(["fee"]);
    store.step(chooseAll(store.staged, "theirs"));
    const other = store.target(4);
    await store.hear([save(source, 5, { days: 77 })]);
    write(store, columnOf("fee"), 4, "1000", other);
    expect(store.staged.rows.get("5")).toMatchObject({ version: 2, before: { days: 77 } });
  });

  it("a deletion against an edit, an edit against a deletion and a row that is gone wait for a person", async () => {
    const { store, source } = await openStore();
    store.place([{ column: columnOf("fee"), row: 0, content: "1" }]);
    store.step(markDeleted(store.staged, [sampleRow(2)], true));
    source.rows = source.rows.filter((row) => row.id !== "1" && row.id !== "3");
    await store.hear([wrote(1, "DELETE"), save(source, 2, { days: 5 }), wrote(3, "DELETE")]);
    expect(store.staged.rows.get("1")?.conflict).toMatchObject({ theirs: null, by: BY });
    expect(store.staged.rows.get("2")?.conflict?.theirs?.values.days).toBe(5);
    // Nobody edited the third: it stays in view, struck out and locked, until the rows are asked for anew.
    expect(store.cell(columnOf("fee"), 2)).toMatchObject({ mark: "deleted", locked: true });
  });

  it("new rows of the view are counted and nothing moves; of another view nothing is said", async () => {
    const { store, source } = await openStore(5);
    const before = store.total;
    source.rows = [sampleRow(90), ...source.rows, sampleRow(91)];
    Object.assign(source, { matching: async (ids: string[]) => ids.filter((id) => id === "90") });
    await store.hear([wrote(90, "CREATE"), wrote(91, "CREATE")]);
    expect([...store.fresh]).toEqual(["90"]);
    expect([store.total, store.target(0)]).toMatchObject([before, { id: "1" }]);
    store.renew();
    await store.ensure(0, 10);
    expect([store.fresh.size, store.total]).toEqual([0, 7]);
  });

  it("five thousand rows at once are read in portions", async () => {
    const source = memorySource(5000);
    const asked: number[] = [];
    Object.assign(source, {
      some: async (ids: string[]) => (asked.push(ids.length), source.rows.filter((row) => ids.includes(row.id))),
    });
    const { store } = await openStore(5000, source);
    await store.ensure(0, 4999);
    const changes = Array.from({ length: 5000 }, (_, n) => wrote(n + 1));
    source.rows = source.rows.map((row) => ({ ...row, version: 2, values: { ...row.values, days: 0 } }));
    await store.hear(changes);
    expect([Math.max(...asked), asked.reduce((sum, n) => sum + n, 0)]).toEqual([200, 5000]);
    expect(store.cell(columnOf("days"), 4999).mark).toBe("others");
  });
});
