import { GridCellKind, type GridCell, type Item, type Theme } from "@glideapps/glide-data-grid";
import { MARK_THEMES, MARKS, WARNING_THEME } from "./canvas-theme";
import {
  CHEVRON_ROOM,
  drawBehind,
  drawChevron,
  drawEdge,
  drawMark,
  drawRangeEdges,
  drawRowBar,
  drawSkeleton,
  drawTag,
  drawText,
  drawWarning,
  markRoom,
  WARNING_ROOM,
  type Box,
} from "./cell-drawing";
import type { CellView, RowView } from "./cell-view";
import { isDay, isListColumn, isRight, isTick, type GridColumnSpec } from "./grid-column";
import { isResolving, type GridStore } from "./grid-store";
import type { Say } from "./grid.messages";
import { rangeOf } from "./selection";
import { drawTick } from "./tick-drawing";

/** The marker column stands before the columns of the data: row number, bar, sign. */
export const MARKER = 1;

export interface CanvasContent {
  store: GridStore;
  columns: readonly GridColumnSpec[];
  say: Say;
  /** A new revision makes a new function, which is what makes the canvas draw again. */
  revision: string;
}

/** Whether a cell is set off for its value: what else marks it comes before. */
const isWarned = (column: GridColumnSpec, cell: CellView) =>
  cell.mark === "plain" && cell.value != null && (column.warns?.(cell.value) ?? false);

/** A row that is marked as a whole. */
const rowMark = (view: RowView): "new" | "deleted" | null => {
  if (view.state === "new") return "new";
  return view.state === "saved" && view.staged?.deleted ? "deleted" : null;
};

/** What the canvas asks for each cell: its background, and its words for the table of cells that screen readers read. */
export function cellContent({ store, columns, say }: CanvasContent): (item: Item) => GridCell {
  const plain = (text: string, themeOverride?: Partial<Theme>): GridCell => ({
    kind: GridCellKind.Text,
    data: text,
    displayData: text,
    allowOverlay: false,
    readonly: true,
    themeOverride,
  });
  return ([at, row]) => {
    const view = store.row(row);
    if (at < MARKER) {
      const mark = rowMark(view);
      return plain(markerText(view, row), mark ? MARK_THEMES[mark] : undefined);
    }
    const column = columns[at - MARKER];
    if (!column) return plain("");
    const cell = store.cell(at - MARKER, row);
    const note = view.state === "saved" && column.note ? column.note(view.row) : null;
    const value = cell.text || cell.hint || (isTick(column) && view.state !== "adding" ? say("stateEmpty") : "");
    const words = [value, note, stateWords(cell, say)].filter(Boolean).join(", ");
    return {
      kind: GridCellKind.Text,
      data: words,
      displayData: words,
      allowOverlay: false,
      readonly: cell.locked,
      themeOverride: isWarned(column, cell) ? WARNING_THEME : MARK_THEMES[cell.mark],
    };
  };
}

function markerText(view: RowView, row: number): string {
  const mark = rowMark(view);
  if (mark) return mark === "deleted" ? "−" : "+";
  if (view.state === "adding") return "+";
  return view.state === "loading" ? "" : String(row + 1);
}

/** The state of a cell in words, for those who hear it. */
export function stateWords(cell: CellView, say: Say): string {
  switch (cell.mark) {
    case "others":
      return say("others.stateChanged");
    case "changed":
      return say("stateChanged", { before: cell.before || say("stateEmpty") });
    case "invalid":
      return say("stateInvalid");
    case "conflict":
      return say("stateConflict");
    case "new":
      return say("stateNew");
    case "deleted":
      return say("stateDeleted");
    default:
      return "";
  }
}

interface DrawArgs {
  ctx: CanvasRenderingContext2D;
  theme: Theme;
  rect: Box;
  col: number;
  row: number;
}

/** Draws one cell over the background that the canvas has laid. */
export function cellPainter({ store, columns, say }: CanvasContent): (args: DrawArgs) => void {
  return ({ ctx, theme, rect, col, row }) => {
    const { x, y, width, height } = rect;
    const box = { x, y, width, height };
    ctx.save();
    ctx.beginPath();
    ctx.rect(x, y, width, height);
    ctx.clip();
    const at = col - MARKER;
    const column = columns[at];
    if (col < MARKER) paintMarker(ctx, store, box, row, theme);
    else if (column) paintData(ctx, store, column, box, at, row, theme, say);
    if (column?.frozen && !columns[at + 1]?.frozen) drawEdge(ctx, box);
    drawRangeEdges(ctx, box, rangeOf(store.selection), at, row);
    ctx.restore();
  };
}

function paintMarker(ctx: CanvasRenderingContext2D, store: GridStore, box: Box, row: number, theme: Theme): void {
  const view = store.row(row);
  const mark = rowMark(view);
  if (mark === "deleted") drawBehind(ctx, box, mark);
  const color = mark ? theme.textDark : theme.textLight;
  drawText(ctx, box, markerText(view, row), {
    font: `12px ${theme.fontFamily}`,
    color,
    right: true,
    padding: 7,
    reserve: 0,
  });
  if (mark) drawRowBar(ctx, box, mark);
}

/** Whether a cell shows that it has a list or a calendar: the selected one of such a column, where it may be edited. */
export function hasChevron(store: GridStore, at: number, row: number): boolean {
  const { column, row: selected } = store.selection.anchor;
  const spec = store.columns[at];
  const opens = spec !== undefined && (isListColumn(spec) || isDay(spec));
  return opens && at === column && row === selected && !store.cell(at, row).locked;
}

function paintData(
  ctx: CanvasRenderingContext2D,
  store: GridStore,
  column: GridColumnSpec,
  box: Box,
  at: number,
  row: number,
  theme: Theme,
  say: Say,
): void {
  const view = store.row(row);
  if (view.state === "loading") return drawSkeleton(ctx, box, 0.35 + ((row * 7 + at * 13) % 5) / 10);
  const hintFont = `12px ${theme.fontFamily}`;
  const chevronRoom = hasChevron(store, at, row) ? CHEVRON_ROOM : 0;
  if (view.state === "adding") {
    if (chevronRoom) drawChevron(ctx, box, 0);
    const words = at === 0 ? say("addRow") : at === 1 ? say("addRowHint") : "";
    drawText(ctx, box, words, { font: hintFont, color: MARKS.hint, right: false, padding: 8, reserve: 0 });
    return;
  }
  const cell = store.cell(at, row);
  drawBehind(ctx, box, cell.mark);
  if (isTick(column) && !cell.problem && !cell.hint) {
    const tick = drawTick(ctx, box, cell.value as boolean | null, cell);
    return drawMark(ctx, box, cell.mark, tick);
  }
  const note = view.state === "saved" && column.note ? column.note(view.row) : null;
  const tagRoom = note ? drawTag(ctx, box, note, hintFont) : 0;
  const waiting = isResolving(cell);
  const isWarning = isWarned(column, cell);
  if (isWarning) drawWarning(ctx, box);
  const style = {
    font: `${theme.baseFontStyle} ${theme.fontFamily}`,
    color: waiting ? MARKS.hint : theme.textDark,
    right: isRight(column),
    padding: 8,
    reserve: markRoom(cell) + tagRoom + chevronRoom,
  };
  const quiet = { ...style, font: hintFont, color: cell.mark === "plain" ? MARKS.hint : theme.textDark };
  const room = isWarning ? { ...box, x: box.x + WARNING_ROOM, width: box.width - WARNING_ROOM } : box;
  const text = cell.text === "" ? drawText(ctx, box, cell.hint, quiet) : drawText(ctx, room, cell.text, style);
  if (chevronRoom) drawChevron(ctx, box, markRoom(cell) + tagRoom);
  drawMark(ctx, box, waiting ? "plain" : cell.mark, text);
}
