import { dataPart } from "../../grid/grid-acts";
import { isEditable } from "../../grid/grid-column";
import type { GridStore, PlacedEdit } from "../../grid/grid-store";

/** The blank figures of the selected lines, as edits that write 0; lines that are not loaded are left out. */
export function zerosOf(store: GridStore): PlacedEdit[] {
  const { y, height } = dataPart(store);
  const edits: PlacedEdit[] = [];
  for (let row = y; row < y + height; row++) {
    if (store.row(row).state !== "saved") continue;
    store.columns.forEach((spec, column) => {
      if (!isEditable(spec, false) || !spec.amount) return;
      const cell = store.cell(column, row);
      // What was typed and cannot be read is no blank.
      if (!cell.locked && cell.value == null && cell.text === "") edits.push({ column, row, content: { value: 0 } });
    });
  }
  return edits;
}

/** How many lines edits are of. */
export const linesOf = (edits: readonly PlacedEdit[]): number => new Set(edits.map(({ row }) => row)).size;
