import { CellEditor } from "../../admin/grid/cell-editor";
import {
  clear,
  copyLater,
  copyNow,
  fill,
  goToProblem,
  paste,
  repeat,
  toggleDeleted,
  write,
} from "../../admin/grid/grid-acts";
import { MOST_ROWS } from "../../admin/grid/grid-store";
import { rangeOf, single } from "../../admin/grid/selection";
import { columnOf, memorySource, openStore, settle } from "./grid-fixture";

const days = columnOf("days");
const agency = columnOf("agency");
const fee = columnOf("fee");

describe("typing", () => {
  it("keeps what cannot be read in the cell, marked", async () => {
    const { store } = await openStore();
    write(store, days, 0, "mười ngày");
    expect(store.cell(days, 0)).toMatchObject({
      text: "mười ngày",
      mark: "invalid",
      problem: { reason: "notWhole" },
      before: "1",
    });
    write(store, days, 0, "10");
    expect(store.cell(days, 0)).toMatchObject({ text: "10", mark: "changed" });
  });

  it("into a row that is on its way is not lost when everything is read anew meanwhile", async () => {
    const source = memorySource(300);
    const { store } = await openStore(300, source);
    const { load } = source;
    let answer: () => void = () => undefined;
    source.load = async (offset, limit) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return load(offset, limit);
    };
    write(store, days, 250, "33");
    const first = answer;
    store.renew();
    source.load = load;
    first();
    await settle();
    expect([...store.staged.rows.keys()]).toEqual(["251"]);
  });

  it("into a row that is on its way goes to no other row when another view has come meanwhile", async () => {
    const source = memorySource(300);
    const { store } = await openStore(300, source);
    write(store, days, 250, "33");
    store.show(memorySource(300));
    await settle();
    expect(store.staged.rows.size).toBe(0);
    expect(store.notice).toMatchObject({ key: "notLoaded", tone: "bad" });
  });

  it("into the empty last row makes a new row", async () => {
    const { store } = await openStore(3);
    write(store, columnOf("name"), 3, "Thủ tục mới");
    expect(store.row(3)).toMatchObject({ state: "new" });
    expect(store.cell(columnOf("name"), 3)).toMatchObject({ text: "Thủ tục mới", mark: "new" });
    expect(store.row(4).state).toBe("adding");
  });

  it("belongs to the row it began in, also when another view has come meanwhile", async () => {
    const { store, source } = await openStore(20);
    const editor = new CellEditor(store);
    const typeAfterChange = (text: string) => {
      editor.area = { value: text, setSelectionRange: () => undefined } as unknown as HTMLTextAreaElement;
      editor.commit();
    };
    store.select(single(days, 2));
    editor.open(false);
    source.rows.reverse();
    store.show({ ...source });
    await store.ensure(0, 19);
    typeAfterChange("33");
    expect([...store.staged.rows.keys()]).toEqual(["3"]);
    store.select(single(columnOf("name"), 20));
    editor.open(false);
    store.show(memorySource(40));
    await store.ensure(0, 39);
    typeAfterChange("Mới");
    expect([...store.staged.rows.keys()]).toEqual(["3", "+1"]);
  });

  it("waits for the row when it is still loading, and loses nothing", async () => {
    const { store } = await openStore(1000);
    expect(store.row(900).state).toBe("loading");
    write(store, days, 900, "77");
    await settle();
    expect(store.cell(days, 900).text).toBe("77");
  });

  it("looks references up by name and keeps the text while it does and when it fails", async () => {
    const { store } = await openStore();
    write(store, agency, 0, "so tu phap");
    expect(store.cell(agency, 0)).toMatchObject({ text: "so tu phap", problem: { reason: "resolving" } });
    await settle();
    expect(store.cell(agency, 0)).toMatchObject({ text: "Sở Tư pháp", mark: "changed", value: { id: "7" } });
    write(store, agency, 1, "Phòng Tư pháp");
    await settle();
    expect(store.cell(agency, 1)).toMatchObject({
      text: "Phòng Tư pháp",
      mark: "invalid",
      problem: { reason: "severalRows" },
    });
  });

  it("does not touch cells that cannot be edited, and says so", async () => {
    const { store } = await openStore();
    write(store, columnOf("source"), 0, "x");
    expect(store.staged.rows.size).toBe(0);
    expect(store.notice).toMatchObject({ key: "lockedCells", values: { n: 1 } });
  });
});

describe("undo and redo", () => {
  it("take a paste as one step and bring references back resolved", async () => {
    const { store } = await openStore();
    store.select(single(days, 0));
    await paste(store, "5\t1.000\n6\t2.000\n");
    expect(store.staged.rows.size).toBe(2);
    store.undo();
    expect(store.staged.rows.size).toBe(0);
    store.redo();
    expect(store.cell(fee, 1).text).toBe("2.000");
    write(store, agency, 3, "H61.13");
    store.undo();
    await settle();
    expect(store.cell(agency, 3).mark).toBe("plain");
    store.redo();
    await settle();
    expect(store.cell(agency, 3).text).toBe("Sở Tư pháp");
  });
});

describe("paste", () => {
  it("one value fills the range; a block repeats where it fits", async () => {
    const { store } = await openStore();
    store.select({ anchor: { column: days, row: 0 }, head: { column: days, row: 3 } });
    await paste(store, "9");
    expect([0, 1, 2, 3].map((row) => store.cell(days, row).text)).toEqual(["9", "9", "9", "9"]);
    await paste(store, "1\n2");
    expect([0, 1, 2, 3].map((row) => store.cell(days, row).text)).toEqual(["1", "2", "1", "2"]);
  });

  it("past the last row makes new rows and selects them", async () => {
    const { store } = await openStore(3);
    store.select(single(columnOf("name"), 2));
    await paste(store, "a\nb\nc");
    expect(store.newKeys).toHaveLength(2);
    expect(store.extent.dataRows).toBe(5);
    expect(store.cell(columnOf("name"), 4).text).toBe("c");
    expect(rangeOf(store.selection)).toMatchObject({ y: 2, height: 3 });
  });

  it("200 × 5 cells over rows that are not loaded yet", async () => {
    const { store } = await openStore(100_000);
    store.select(single(days, 50_000));
    const line = "7\t1.000\tBãi bỏ\tSở Tư pháp\t30/7/2018";
    await paste(store, Array.from({ length: 200 }, () => line).join("\r\n"));
    await settle();
    expect(store.staged.rows.size).toBe(200);
    expect(store.cell(agency, 50_199)).toMatchObject({ text: "Sở Tư pháp", mark: "changed" });
    expect(store.cell(columnOf("status"), 50_199).value).toBe("ABOLISHED");
    expect(store.cell(columnOf("from"), 50_199).mark).toBe("plain");
  });

  it("stages 5,000 cells within a moment", async () => {
    const { store } = await openStore(1000);
    await store.ensure(0, 999);
    store.select(single(days, 0));
    const text = Array.from({ length: 1000 }, (_, n) => `${n + 7}\t${n}000\tBãi bỏ\tSở Tư pháp\t30/7/2019`).join("\n");
    const start = performance.now();
    await paste(store, text);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(store.staged.rows.size).toBe(1000);
  });

  it("refuses more rows than one change set holds", async () => {
    const { store } = await openStore(10);
    store.select(single(days, 0));
    await paste(store, "1\n".repeat(MOST_ROWS + 1));
    expect(store.notice?.key).toBe("tooManyRows");
    expect(store.staged.rows.size).toBe(0);
  });

  it("of what was copied here keeps references that share a name apart", async () => {
    const { store, source } = await openStore(3);
    source.rows[0] = {
      ...source.rows[0],
      values: { ...source.rows[0].values, agency: { id: "10", label: "Phòng Tư pháp" } },
    };
    store.renew();
    await settle();
    store.select(single(agency, 0));
    const { text } = copyNow(store)!;
    store.select(single(agency, 1));
    await paste(store, text);
    await settle();
    expect(store.cell(agency, 1).value).toEqual({ id: "10", label: "Phòng Tư pháp" });
  });
});

describe("copying", () => {
  it("gives what the cells show; rows out of memory are loaded", async () => {
    const { store } = await openStore(5000);
    store.select({ anchor: { column: 1, row: 0 }, head: { column: fee, row: 1 } });
    expect(copyNow(store)?.text).toBe("Thủ tục 1\t1\t110.000\r\nThủ tục 2\t2\t110.000");
    store.select({ anchor: { column: days, row: 0 }, head: { column: days, row: 4999 } }, false);
    expect(copyNow(store)).toBeNull();
    expect((await copyLater(store)).text.split("\r\n")).toHaveLength(5000);
  });
});

describe("fill, clear and delete", () => {
  it("Ctrl+D takes the first row down, the handle repeats a pattern upwards too", async () => {
    const { store } = await openStore();
    store.select({ anchor: { column: days, row: 4 }, head: { column: days, row: 7 } });
    await fill(store, "down");
    expect(store.cell(days, 7).text).toBe("5");
    await repeat(store, { x: days, y: 10, width: 1, height: 2 }, { x: days, y: 7, width: 1, height: 5 });
    expect([7, 8, 9].map((row) => store.cell(days, row).text)).toEqual(["12", "11", "12"]);
  });

  it("clearing a required cell marks it instead of saving nothing", async () => {
    const { store } = await openStore();
    store.select({ anchor: { column: 0, row: 0 }, head: { column: 2, row: 0 } });
    await clear(store);
    expect(store.cell(0, 0)).toMatchObject({ text: "", hint: "chưa có mã", mark: "changed" });
    expect(store.cell(1, 0)).toMatchObject({ text: "", mark: "invalid", problem: { reason: "required" } });
    expect(goToProblem(store)).toBe(true);
    expect(store.selection.anchor).toEqual({ column: 1, row: 0 });
  });

  it("marks rows for deletion and takes the mark away again", async () => {
    const { store } = await openStore();
    store.select({ anchor: { column: 0, row: 2 }, head: { column: 0, row: 3 } });
    await toggleDeleted(store);
    expect(store.cell(1, 2)).toMatchObject({ mark: "deleted", locked: true });
    await toggleDeleted(store);
    expect(store.staged.rows.size).toBe(0);
  });
});

describe("pages", () => {
  it("stay bounded while 100,000 rows go by, and come again after a save", async () => {
    const source = memorySource(100_000);
    const { store } = await openStore(0, source);
    for (let row = 0; row < 100_000; row += 1000) {
      await store.ensure(row, row + 999);
    }
    expect(store.row(0).state).toBe("loading");
    expect(store.row(99_999)).toMatchObject({ state: "saved", row: { id: "100000" } });
    source.rows[99_999] = { ...source.rows[99_999], version: 2 };
    store.want(99_950, 99_999, 20);
    store.renew();
    expect(store.row(99_999)).toMatchObject({ row: { version: 1 } });
    await settle();
    expect(store.row(99_999)).toMatchObject({ row: { version: 2 } });
  });
});
