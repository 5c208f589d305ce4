import { BLOCK, joinDrafts, type Draft } from "../../admin/grid/draft";
import { DraftKeeper, type DraftBase, type QuickStorage } from "../../admin/grid/draft-keeper";
import { addRows, NOTHING_STAGED, stageCells, type Staged } from "../../admin/grid/staging";
import { sampleRow } from "./grid-fixture";

/** A base in memory that counts what it is asked to write. */
function memoryBase() {
  const kept = new Map<string, string>();
  const base = {
    kept,
    written: 0,
    fails: false,
    getMany: async (keys: readonly string[]) => keys.map((key) => JSON.parse(kept.get(key) ?? "null")),
    keys: async () => [...kept.keys()],
    setMany: async (entries: readonly [string, unknown][]) => {
      if (base.fails) throw new Error("no room");
      base.written += entries.length;
      for (const [key, value] of entries) kept.set(key, JSON.stringify(value));
    },
    delMany: async (keys: readonly string[]) => keys.forEach((key) => kept.delete(key)),
  };
  return base satisfies DraftBase;
}

function memoryStorage(room = 5_000_000): QuickStorage & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > room) throw new Error("quota");
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
  };
}

const edit = (staged: Staged, n: number, field: string, value: unknown): Staged =>
  stageCells(staged, [{ row: sampleRow(n), field, cell: { value } }]);
const draftOf = (staged: Staged, at = "2019-07-20T02:42:00.000Z", note = "Lý do"): Draft => ({
  staged,
  note,
  at,
  sent: null,
});
const NOBODY = new Set<string>();

describe("a draft", () => {
  it("comes back as it was kept after a reload, unreadable texts and new rows included, and goes when all is saved", async () => {
    const [base, quick] = [memoryBase(), memoryStorage()];
    let { staged } = addRows(edit(NOTHING_STAGED, 1, "days", 60), 1);
    staged = stageCells(staged, [
      { row: sampleRow(2), field: "days", cell: { value: null, text: "mười ngày", problem: { reason: "notWhole" } } },
    ]);
    const keeper = new DraftKeeper(base, quick, "7.procedures", "a");
    expect(await keeper.keep(draftOf(staged))).toBe(true);
    const again = await new DraftKeeper(base, quick, "7.procedures", "a").take(NOBODY);
    expect(again?.draft).toEqual(draftOf(staged));
    await keeper.keep(draftOf(NOTHING_STAGED));
    expect([base.kept.size, quick.kept.size]).toEqual([0, 0]);
  });

  it("of somebody else, or of another view, is never shown", async () => {
    const [base, quick] = [memoryBase(), memoryStorage()];
    await new DraftKeeper(base, quick, "7.procedures", "a").keep(draftOf(edit(NOTHING_STAGED, 1, "days", 60)));
    for (const key of ["8.procedures", "7.sectors", "7.procedure", "7.procedures.2019-07-20"])
      expect(await new DraftKeeper(base, quick, key, "a").take(NOBODY)).toBeNull();
  });

  it("of 5,000 × 12 cells is kept in blocks: one more edit writes one of them", async () => {
    const [base, quick] = [memoryBase(), memoryStorage()];
    const fields = ["code", "name", "days", "fee", "status", "agency", "from", "a", "b", "c", "d", "e"];
    const cells = Array.from({ length: 5000 }, (_, n) =>
      fields.map((field) => ({ row: sampleRow(n + 1), field, cell: { value: `${field} ${n} đổi` } })),
    ).flat();
    const staged = stageCells(NOTHING_STAGED, cells);
    const keeper = new DraftKeeper(base, quick, "7.procedures", "a");
    await keeper.keep(draftOf(staged));
    expect(base.written).toBe(5000 / BLOCK + 1);
    base.written = 0;
    await keeper.keep(draftOf(edit(staged, 3000, "days", 1), "2019-07-20T02:43:00.000Z"));
    expect(base.written).toBe(2);
    const found = await new DraftKeeper(base, quick, "7.procedures", "a").take(NOBODY);
    expect(found?.draft.staged.rows.size).toBe(5000);
    expect(found?.draft.staged.rows.get("3000")?.cells.days.value).toBe(1);
  });

  it("keeps at once what the page had no time for: edits, and rows that were dropped", async () => {
    const [base, quick] = [memoryBase(), memoryStorage(2000)];
    const keeper = new DraftKeeper(base, quick, "7.procedures", "a");
    let staged = NOTHING_STAGED;
    for (let n = 1; n <= 100; n++) staged = edit(staged, n, "days", 60 + n);
    await keeper.keep(draftOf(staged));
    const rows = new Map(edit(staged, 5, "fee", "1").rows);
    rows.delete("9");
    const last = { ...staged, rows };
    expect(keeper.keepNow(draftOf(last, "2019-07-20T02:43:00.000Z", "Mới"))).toBe(true);
    const found = await new DraftKeeper(base, quick, "7.procedures", "a").take(NOBODY);
    expect(found?.draft.note).toBe("Mới");
    expect(found?.draft.staged.rows.size).toBe(99);
    expect(found?.draft.staged.rows.get("5")?.cells.fee.value).toBe("1");
    // More than the quick storage holds: it says so, and the page asks before it goes.
    const fresh = new DraftKeeper(base, quick, "7.procedures", "b");
    expect(fresh.keepNow(draftOf(staged))).toBe(false);
  });

  it("keeps what was typed last when the page goes away while an earlier state is still being written", async () => {
    const [base, quick] = [memoryBase(), memoryStorage()];
    let write: () => void = () => undefined;
    const slow: DraftBase = {
      ...base,
      setMany: async (entries) => {
        await new Promise<void>((resolve) => (write = resolve));
        await base.setMany(entries);
      },
    };
    const keeper = new DraftKeeper(slow, quick, "k", "a");
    const first = edit(NOTHING_STAGED, 1, "days", 60);
    const writing = keeper.keep(draftOf(first));
    await Promise.resolve();
    expect(keeper.keepNow(draftOf(edit(first, 2, "days", 61), "2019-07-20T02:43:00.000Z"))).toBe(true);
    write();
    await writing;
    const found = await new DraftKeeper(base, quick, "k", "a").take(NOBODY);
    expect([...found!.draft.staged.rows.keys()]).toEqual(["1", "2"]);
  });

  it("with a save that was never answered is not mixed with others: it is asked for under its own rows", async () => {
    const [base, quick] = [memoryBase(), memoryStorage()];
    const made = addRows(NOTHING_STAGED, 1).staged;
    const request = { changes: [], note: "", mode: "GOOD_ROWS", dryRun: false, key: "s" } as const;
    const sent = { key: "s", request, keys: ["+1"] };
    const early = "2019-07-20T02:00:00.000Z";
    await new DraftKeeper(base, quick, "k", "other").keep(draftOf(made, early));
    await new DraftKeeper(base, quick, "k", "asked").keep({ ...draftOf(made), sent });
    const next = new DraftKeeper(base, quick, "k", "next");
    const first = await next.take(NOBODY);
    expect([first?.tabs, first?.draft.sent?.keys, first?.draft.staged.rows.size]).toEqual([["asked"], ["+1"], 1]);
    await next.keep(draftOf(NOTHING_STAGED));
    expect((await new DraftKeeper(base, quick, "k", "next").take(NOBODY))?.tabs).toEqual(["other"]);
  });

  it("says when the browser keeps nothing, and ignores what it does not know", async () => {
    const [base, quick] = [memoryBase(), memoryStorage()];
    base.fails = true;
    const keeper = new DraftKeeper(base, quick, "k", "a");
    expect(await keeper.keep(draftOf(edit(NOTHING_STAGED, 1, "days", 60)))).toBe(false);
    base.kept.set("k#a", JSON.stringify({ form: 9 }));
    quick.kept.set("danh-muc.draft-tail.k#b", "{broken");
    expect(await new DraftKeeper(base, quick, "k", "a").take(NOBODY)).toBeNull();
  });

  it("that a closed tab left becomes the next tab's; one that is open keeps its own", async () => {
    const [base, quick] = [memoryBase(), memoryStorage()];
    await new DraftKeeper(base, quick, "k", "closed").keep(draftOf(edit(NOTHING_STAGED, 1, "days", 60)));
    await new DraftKeeper(base, quick, "k", "open").keep(draftOf(edit(NOTHING_STAGED, 2, "days", 60)));
    const next = await new DraftKeeper(base, quick, "k", "next").take(new Set(["open"]));
    expect([...(next?.draft.staged.rows.keys() ?? [])]).toEqual(["1"]);
    expect(next?.tabs).toEqual(["closed"]);
    expect([...base.kept.keys()].filter((key) => key.startsWith("k#closed"))).toEqual([]);
    expect(await new DraftKeeper(base, quick, "k", "third").take(new Set(["open", "next"]))).toBeNull();
  });

  it("of several closed tabs are put together: no cell and no new row of any of them is lost", () => {
    const first = addRows(edit(edit(NOTHING_STAGED, 1, "days", 60), 1, "fee", "1"), 1);
    const second = addRows(edit(NOTHING_STAGED, 1, "days", 61), 1);
    const joined = joinDrafts([
      draftOf(second.staged, "2019-07-20T03:00:00.000Z", ""),
      draftOf(first.staged, "2019-07-20T02:00:00.000Z", "Đầu"),
    ]);
    expect(joined?.staged.rows.get("1")?.cells).toMatchObject({ days: { value: 61 }, fee: { value: "1" } });
    expect([...joined!.staged.rows.keys()]).toEqual(["1", "+1", "+2"]);
    expect(joined?.note).toBe("Đầu");
  });

  it("of the release before is taken over once", async () => {
    const [base, quick] = [memoryBase(), memoryStorage()];
    const { rows, next } = edit(NOTHING_STAGED, 1, "days", 60);
    const former = { form: 1, at: "2019-07-20T02:42:00.000Z", note: "Cũ", next, rows: [...rows.values()] };
    quick.kept.set("danh-muc.draft.k", JSON.stringify(former));
    const found = await new DraftKeeper(base, quick, "k", "a").take(NOBODY);
    expect([found?.draft.note, found?.draft.staged.rows.size]).toEqual(["Cũ", 1]);
    expect(quick.kept.has("danh-muc.draft.k")).toBe(false);
    expect((await new DraftKeeper(base, quick, "k", "a").take(NOBODY))?.draft.staged.rows.size).toBe(1);
  });
});
