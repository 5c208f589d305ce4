import { move, rangeOf, single, type Extent, type Selection } from "../../admin/grid/selection";

const extent: Extent = { columns: 5, rows: 101, dataRows: 100, page: 20 };
const press = (selection: Selection, key: string, shift = false, ctrl = false) =>
  move(selection, { key, shift, ctrl }, extent) as Selection;

describe("keys move the selection", () => {
  it("by one cell, to the edges, by screens, and never outside", () => {
    expect(press(single(2, 2), "ArrowLeft").anchor).toEqual({ column: 1, row: 2 });
    expect(press(single(0, 0), "ArrowUp").anchor).toEqual({ column: 0, row: 0 });
    expect(press(single(2, 2), "End").anchor).toEqual({ column: 4, row: 2 });
    expect(press(single(2, 2), "End", false, true).anchor).toEqual({ column: 4, row: 99 });
    expect(press(single(2, 2), "PageDown").anchor).toEqual({ column: 2, row: 22 });
    expect(press(single(2, 99), "ArrowDown").anchor).toEqual({ column: 2, row: 100 });
  });

  it("extends with Shift and shrinks again", () => {
    const range = press(press(single(1, 1), "ArrowDown", true), "ArrowRight", true);
    expect(rangeOf(range)).toEqual({ x: 1, y: 1, width: 2, height: 2 });
    expect(rangeOf(press(range, "ArrowUp", true))).toEqual({ x: 1, y: 1, width: 2, height: 1 });
    expect(rangeOf(press(single(1, 1), "ArrowDown", true, true))).toEqual({ x: 1, y: 1, width: 1, height: 99 });
  });

  it("Tab goes on to the next row at the end, and Enter back to where Tab began", () => {
    expect(press(single(4, 3), "Tab").anchor).toEqual({ column: 0, row: 4 });
    expect(press(single(0, 3), "Tab", true).anchor).toEqual({ column: 4, row: 2 });
    const tabbed = press(press(single(1, 3), "Tab"), "Tab");
    expect(tabbed.anchor).toEqual({ column: 3, row: 3 });
    expect(press(tabbed, "Enter").anchor).toEqual({ column: 1, row: 4 });
    expect(press(single(1, 3), "Enter", true).anchor).toEqual({ column: 1, row: 2 });
  });

  it("Ctrl+A takes all data, Shift+Space rows, Ctrl+Space columns", () => {
    expect(rangeOf(press(single(1, 1), "a", false, true))).toEqual({ x: 0, y: 0, width: 5, height: 100 });
    expect(rangeOf(press(single(1, 1), " ", true))).toEqual({ x: 0, y: 1, width: 5, height: 1 });
    expect(rangeOf(press(single(1, 1), " ", false, true))).toEqual({ x: 1, y: 0, width: 1, height: 100 });
    expect(move(single(1, 1), { key: "x", shift: false, ctrl: false }, extent)).toBeNull();
  });
});
