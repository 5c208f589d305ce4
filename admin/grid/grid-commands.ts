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
  /** The grid's own element, whose regions F6 goes through. */
  root: HTMLElement | null;
  openDrawer(view: DrawerView): void;
}

/** Does what a key asks of the grid as a whole. */
export function runCommand(
  command: GridCommand,
  { store, flow, canDelete, onHeadMenu, find: look, root, openDrawer }: Parts,
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
    nextRegion: () => toNextRegion(root, false),
    previousRegion: () => toNextRegion(root, true),
    headMenu: onHeadMenu,
    find: () => look.open(false),
    replace: () => look.open(true),
    findNext: () => look.step(false),
    findPrevious: () => look.step(true),
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

/** The grid, its bar and the pending panel in turn. */
function toNextRegion(root: HTMLElement | null, back: boolean): void {
  const regions = [".bulk-grid-sink", ".bulk-grid-bar :is(button:enabled, input)", ".bulk-grid-panel input"]
    .map((selector) => root?.querySelector<HTMLElement>(selector))
    .filter((element): element is HTMLElement => element != null);
  const parts = regions.map((element) => element.closest(".bulk-grid-frame, .bulk-grid-bar, .bulk-grid-panel"));
  const here = parts.findIndex((part) => part?.contains(document.activeElement));
  regions[(here + (back ? -1 : 1) + regions.length) % regions.length]?.focus();
}
