import { fill, goToNewRow, goToProblem, toggleDeleted } from "./grid-acts";
import type { GridStore } from "./grid-store";
import type { DrawerView } from "./RowDrawer";
import type { SaveFlow } from "./save-flow";
import type { GridCommand } from "./shortcuts";
import type { Find } from "./use-find";

interface Parts {
  store: GridStore;
  flow: SaveFlow;
  canDelete: boolean;
  /** Opens the menu of the selected column's head. */
  onHeadMenu(): void;
  find: Pick<Find, "open" | "step">;
  /** Goes to the next or previous region of the screen. */
  toRegion(back: boolean): void;
  openDrawer(view: DrawerView): void;
  /** Shows the list of keys. */
  onKeys(): void;
}

/** Does what a key asks of the grid as a whole. */
export function runCommand(
  command: GridCommand,
  { store, flow, canDelete, onHeadMenu, find: look, toRegion, openDrawer, onKeys }: Parts,
): void {
  const find = (back: boolean) =>
    goToProblem(store, back) ||
    store.say({ key: store.staged.rows.size > 0 ? "noProblemHere" : "noProblem", tone: "plain" });
  const acts: Record<GridCommand, () => unknown> = {
    undo: () => store.undo(),
    redo: () => store.redo(),
    save: () => save(store, flow),
    fillDown: () => fill(store, "down"),
    fillRight: () => fill(store, "right"),
    newRow: () => goToNewRow(store),
    deleteRows: () => canDelete && toggleDeleted(store),
    nextProblem: () => find(false),
    previousProblem: () => find(true),
    openRow: () => openDrawer({ part: "fields" }),
    cellHistory: () =>
      openDrawer({ part: "history", field: store.columns[store.selection.anchor.column]?.field ?? null }),
    nextRegion: () => toRegion(false),
    previousRegion: () => toRegion(true),
    headMenu: onHeadMenu,
    find: () => look.open(false),
    replace: () => look.open(true),
    findNext: () => look.step(false),
    findPrevious: () => look.step(true),
    keys: onKeys,
  };
  acts[command]();
}

function save(store: GridStore, flow: SaveFlow): void {
  const { changes, left } = flow.plan;
  if (!flow.blocked) void flow.preview();
  else if (left.length > 0)
    store.say({ key: changes.length > 0 ? "stayAll" : "stayOnly", values: { n: left.length }, tone: "bad" });
  else store.say({ key: "pendingNone", tone: "plain" });
}
