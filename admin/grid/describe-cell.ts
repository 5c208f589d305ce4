import { stateWords } from "./canvas-cells";
import { rowTitle } from "./cell-view";
import { untouchedRow } from "./staging";
import { isTick } from "./grid-column";
import type { GridStore } from "./grid-store";
import type { Say } from "./grid.messages";

/** The selected cell in words: column, row, value, state. "Lệ phí, Đổi giấy phép lái xe, 135.000, đã sửa, trước là 110.000". */
export function describeSelected(store: GridStore, say: Say): string {
  const { column: at, row } = store.selection.anchor;
  const column = store.columns[at];
  if (!column) return "";
  const view = store.row(row);
  if (view.state === "loading") return `${column.label}, ${say("loading")}`;
  if (view.state === "adding") return `${column.label}, ${say("addRow")}`;
  const cell = store.cell(at, row);
  const staged = view.state === "new" ? view.staged : (view.staged ?? untouchedRow(view.row));
  const title = rowTitle(store.columns, staged, store.locale);
  const value = cell.text || cell.hint || say("stateEmpty");
  const kind = isTick(column) ? say("tick.box") : "";
  return [column.label, title, kind, value, stateWords(cell, say), cell.locked ? say("stateLocked") : ""]
    .filter(Boolean)
    .join(", ");
}
