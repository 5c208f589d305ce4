import { dataPart, placeWhenLoaded } from "./grid-acts";
import { isTick } from "./grid-column";
import type { GridStore, PlacedEdit } from "./grid-store";
import { isSingle, rangeOf } from "./selection";
import { TICK_LEFT, TICK_SIZE } from "./tick-drawing";

/** Space on boxes: the selected one is turned, and all others of the range become like it. One undo step. */
export function toggleTicks(store: GridStore): Promise<void> {
  const { anchor } = store.selection;
  if (store.cell(anchor.column, anchor.row).locked && store.row(anchor.row).state !== "loading") {
    store.say({ key: "lockedCell", tone: "plain", passing: true });
    return Promise.resolve();
  }
  // The empty last row becomes a new one by a tick, as it does by typing.
  const range = isSingle(store.selection) ? rangeOf(store.selection) : dataPart(store);
  const edits = () => {
    const value = store.cell(anchor.column, anchor.row).value !== true;
    const placed: PlacedEdit[] = [];
    for (let row = range.y; row < range.y + range.height; row++)
      for (let column = range.x; column < range.x + range.width; column++)
        if (isTick(store.columns[column])) placed.push({ column, row, content: { value } });
    return placed;
  };
  return placeWhenLoaded(store, edits, range.y, range.height);
}

/** Whether a place in a cell, counted from its left edge, is on its box. */
export function onTick(store: GridStore, column: number, row: number, cell: { width: number }, x: number): boolean {
  const spec = store.columns[column];
  if (!spec || !isTick(spec) || cell.width < TICK_LEFT + TICK_SIZE) return false;
  const { problem, hint, locked } = store.cell(column, row);
  return !problem && !hint && !locked && x >= TICK_LEFT - 4 && x <= TICK_LEFT + TICK_SIZE + 4;
}
