import {
  CompactSelection,
  DataEditor,
  GridCellKind,
  type DataEditorRef,
  type GridCell,
  type GridColumn,
  type GridSelection,
  type Item,
  type Theme,
} from "@glideapps/glide-data-grid";
import "@glideapps/glide-data-grid/dist/index.css";
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type ComponentProps,
  type Ref,
} from "react";
import { CANVAS_THEME, FROZEN_THEME, loadCanvasFonts, MARK_THEMES, MARKS, STRONG_FONT } from "./canvas-theme";
import {
  drawBehind,
  drawEdge,
  drawRangeEdges,
  drawMark,
  drawRowBar,
  drawSkeleton,
  drawText,
  forgetMeasures,
  markRoom,
  type Box,
} from "./cell-drawing";
import { repeat } from "./grid-acts";
import { isResolving, type GridStore } from "./grid-store";
import { isRight, type GridColumnSpec } from "./grid-column";
import type { Say } from "./grid.messages";
import { rangeOf, wholeColumns, wholeRows, type Selection } from "./selection";

/** What the sink and the keyboard need from the canvas. */
export interface CanvasHandle {
  /** Where a cell stands, in the window's coordinates. */
  bounds(column: number, row: number): Box | undefined;
}

interface GridCanvasProps {
  store: GridStore;
  version: number;
  columns: readonly GridColumnSpec[];
  widths: Readonly<Record<string, number>>;
  rowHeight: number;
  say: Say;
  handle: Ref<CanvasHandle>;
  onResize(field: string, width: number): void;
  onScroll(): void;
  /** A second click or a double click on the selected cell. */
  onActivate(): void;
  onHover(cell: { column: number; row: number } | null): void;
}

/** The marker column stands before the columns of the data: row number, bar, sign. */
const MARKER = 1;
/** Row numbers have room for as many digits as the list needs. */
const markerWidth = (rows: number) => Math.max(40, String(rows).length * 8 + 16);

/**
 * The only part that knows the canvas library: draws the store's cells, reports the mouse's selection and scrolls.
 * Editing, keys and the clipboard are the grid's own (FocusSink), so the library's editors never open.
 */
export function GridCanvas(props: GridCanvasProps) {
  const { store, version, columns, widths, rowHeight, say, handle, onResize, onScroll, onActivate, onHover } = props;
  const editor = useRef<DataEditorRef>(null);
  const [fonts, setFonts] = useState(0);

  useEffect(() => {
    let here = true;
    void loadCanvasFonts().then(() => {
      forgetMeasures();
      if (here) setFonts((n) => n + 1);
    });
    return () => void (here = false);
  }, []);

  useImperativeHandle(handle, () => ({ bounds: (column, row) => editor.current?.getBounds(column + MARKER, row) }), []);
  useEffect(() => {
    store.reveal = (column, row) => editor.current?.scrollTo(column + MARKER, row, "both", 0, 0);
    return () => void (store.reveal = () => undefined);
  }, [store]);

  const marker = markerWidth(store.extent.rows);
  const heads = useMemo<GridColumn[]>(
    () => [
      { id: "", title: "", width: marker, themeOverride: FROZEN_THEME },
      ...columns.map((column) => ({
        id: column.field,
        title: column.label,
        width: widths[column.field] ?? column.width,
        themeOverride: {
          ...(column.frozen ? FROZEN_THEME : {}),
          ...(column.strong ? { baseFontStyle: STRONG_FONT } : {}),
        },
      })),
    ],
    [columns, widths, marker],
  );

  const getCellContent = useCallback(
    ([at, row]: Item): GridCell => {
      const view = store.row(row);
      if (at < MARKER) {
        const text =
          view.state === "saved" && !view.staged?.deleted
            ? String(row + 1)
            : view.state === "loading"
              ? ""
              : view.state === "saved"
                ? "−"
                : "+";
        const themeOverride =
          view.state === "new"
            ? MARK_THEMES.new
            : view.state === "saved" && view.staged?.deleted
              ? MARK_THEMES.deleted
              : undefined;
        return {
          kind: GridCellKind.Text,
          data: text,
          displayData: text,
          allowOverlay: false,
          readonly: true,
          themeOverride,
        };
      }
      const column = columns[at - MARKER];
      if (!column) return { kind: GridCellKind.Text, data: "", displayData: "", allowOverlay: false };
      const cell = store.cell(at - MARKER, row);
      const words = [cell.text || cell.hint, stateWords(cell, say)].filter(Boolean).join(", ");
      return {
        kind: GridCellKind.Text,
        // Read by screen readers from the canvas's own table of cells; what is drawn comes from the store.
        data: words,
        displayData: words,
        allowOverlay: false,
        readonly: cell.locked,
        contentAlign: isRight(column) ? "right" : "left",
        themeOverride: MARK_THEMES[cell.mark],
      };
    },
    // A new version of the store is a new content of the canvas.
    [store, version, columns, fonts, say],
  );

  const drawCell = useCallback<NonNullable<ComponentProps<typeof DataEditor>["drawCell"]>>(
    ({ ctx, theme, rect, col, row, cell }) => {
      const box = { x: rect.x, y: rect.y, width: rect.width, height: rect.height };
      ctx.save();
      ctx.beginPath();
      ctx.rect(box.x, box.y, box.width, box.height);
      ctx.clip();
      if (col < MARKER) drawMarker(ctx, store, box, row, cell.kind === GridCellKind.Text ? cell.data : "", theme);
      else if (columns[col - MARKER]) drawData(ctx, store, columns[col - MARKER], box, col - MARKER, row, theme, say);
      const frozenEdge = columns[col - MARKER]?.frozen && !columns[col - MARKER + 1]?.frozen;
      if (frozenEdge) drawEdge(ctx, box);
      drawRangeEdges(ctx, box, rangeOf(store.selection), col - MARKER, row);
      ctx.restore();
    },
    [store, columns, say],
  );

  const drawHeader = useCallback<NonNullable<ComponentProps<typeof DataEditor>["drawHeader"]>>(
    ({ ctx, rect, columnIndex, theme, isSelected }) => {
      const column = columns[columnIndex - MARKER];
      if (!column) return;
      const color = isSelected ? theme.textHeaderSelected : theme.textHeader;
      drawText(ctx, rect, column.label, {
        font: `${theme.headerFontStyle} ${theme.fontFamily}`,
        color,
        right: isRight(column),
        padding: 8,
        reserve: 0,
      });
    },
    [columns],
  );

  const { selection, extent } = store;
  const gridSelection = useMemo<GridSelection>(() => {
    const range = rangeOf(selection);
    const current =
      extent.rows === 0
        ? undefined
        : {
            cell: [selection.anchor.column + MARKER, selection.anchor.row] as Item,
            range: { ...range, x: range.x + MARKER },
            rangeStack: [],
          };
    return { current, columns: CompactSelection.empty(), rows: CompactSelection.empty() };
  }, [selection, extent.rows]);

  const onGridSelectionChange = useCallback(
    ({ current }: GridSelection) => {
      if (!current) return;
      store.select(fromCanvas(current.cell, current.range, store), false);
    },
    [store],
  );

  const frozen = columns.filter((column) => column.frozen).length;
  return (
    <DataEditor
      ref={editor}
      className="bulk-grid-canvas"
      theme={CANVAS_THEME}
      columns={heads}
      rows={extent.rows}
      getCellContent={getCellContent}
      drawCell={drawCell}
      drawHeader={drawHeader}
      getCellsForSelection
      gridSelection={gridSelection}
      onGridSelectionChange={onGridSelectionChange}
      rangeSelect="rect"
      columnSelect="none"
      rowSelect="none"
      fillHandle
      allowedFillDirections="orthogonal"
      onFillPattern={({ patternSource, fillDestination, preventDefault }) => {
        preventDefault();
        const own = (box: Box) => ({ ...box, x: box.x - MARKER });
        void repeat(store, own(patternSource), own(fillDestination));
      }}
      onCellActivated={([at]) => at >= MARKER && onActivate()}
      onCellClicked={([at, row], event) => at < MARKER && selectRow(store, row, event.shiftKey)}
      onHeaderClicked={(at, event) => {
        if (event.isEdge) return;
        if (at < MARKER) store.press({ key: "a", ctrl: true, shift: false });
        else
          store.select(
            wholeColumns(event.shiftKey ? selection.anchor.column : at - MARKER, at - MARKER, store.extent),
            false,
          );
      }}
      onItemHovered={(item) =>
        onHover(
          item.kind === "cell" && item.location[0] >= MARKER
            ? { column: item.location[0] - MARKER, row: item.location[1] }
            : null,
        )
      }
      onColumnResize={(head, width) => head.id && onResize(head.id, Math.round(width))}
      onVisibleRegionChanged={({ y, height }) => {
        store.want(y, y + height, Math.max(1, height - 1));
        onScroll();
      }}
      freezeColumns={frozen + MARKER}
      rowMarkers="none"
      rowHeight={rowHeight}
      headerHeight={32}
      minColumnWidth={40}
      maxColumnWidth={900}
      verticalBorder
      smoothScrollX
      smoothScrollY
      scrollToActiveCell={false}
      overscrollX={40}
      width="100%"
      height="100%"
    />
  );
}

/** A mouse range in the grid's own columns; one that began on the markers takes whole rows. */
function fromCanvas(cell: Item, range: Box, store: GridStore): Selection {
  const headRow = range.y === cell[1] ? range.y + range.height - 1 : range.y;
  if (cell[0] < MARKER) return wholeRows(cell[1], headRow, store.extent);
  const headColumn = range.x === cell[0] ? range.x + range.width - 1 : range.x;
  return {
    anchor: { column: cell[0] - MARKER, row: cell[1] },
    head: { column: Math.max(0, headColumn - MARKER), row: headRow },
  };
}

function selectRow(store: GridStore, row: number, extend: boolean): void {
  store.select(wholeRows(extend ? store.selection.anchor.row : row, row, store.extent), false);
}

function drawMarker(
  ctx: CanvasRenderingContext2D,
  store: GridStore,
  box: Box,
  row: number,
  text: string,
  theme: Theme,
): void {
  const view = store.row(row);
  const mark = view.state === "new" ? "new" : view.state === "saved" && view.staged?.deleted ? "deleted" : null;
  if (mark === "deleted") drawBehind(ctx, box, mark);
  drawText(ctx, box, text, {
    font: `12px ${theme.fontFamily}`,
    color: mark ? theme.textDark : theme.textLight,
    right: true,
    padding: 7,
    reserve: 0,
  });
  if (mark) drawRowBar(ctx, box, mark);
}

function drawData(
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
  const font = `${theme.baseFontStyle} ${theme.fontFamily}`;
  const hintFont = `12px ${theme.fontFamily}`;
  if (view.state === "adding") {
    const words = at === 0 ? say("addRow") : at === 1 ? say("addRowHint") : "";
    drawText(ctx, box, words, { font: hintFont, color: MARKS.hint, right: false, padding: 8, reserve: 0 });
    return;
  }
  const cell = store.cell(at, row);
  drawBehind(ctx, box, cell.mark);
  const style = { font, color: theme.textDark, right: isRight(column), padding: 8, reserve: markRoom(cell) };
  const quiet = { ...style, font: hintFont, color: cell.mark === "plain" ? MARKS.hint : theme.textDark };
  const text =
    cell.text !== ""
      ? drawText(ctx, box, cell.text, isResolving(cell) ? { ...style, color: MARKS.hint } : style)
      : drawText(ctx, box, cell.hint, quiet);
  drawMark(ctx, box, isResolving(cell) ? "plain" : cell.mark, text);
}

/** The state of a cell in words, for those who hear it. */
export function stateWords(cell: ReturnType<GridStore["cell"]>, say: Say): string {
  switch (cell.mark) {
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
