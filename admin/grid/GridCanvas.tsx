import {
  CompactSelection,
  DataEditor,
  type DataEditorRef,
  type CellClickedEventArgs,
  type GridColumn,
  type GridSelection,
  type Item,
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
  type MouseEvent,
  type Ref,
} from "react";
import { cellContent, cellPainter, hasChevron, MARKER } from "./canvas-cells";
import { CANVAS_THEME, FROZEN_THEME, loadCanvasFonts, STRONG_FONT } from "./canvas-theme";
import { CHEVRON_ROOM, forgetMeasures, markRoom, type Box } from "./cell-drawing";
import { repeat } from "./grid-acts";
import { marksOf, type GridHeads } from "./grid-heads";
import { drawHead } from "./head-drawing";
import { isRight, type GridColumnSpec } from "./grid-column";
import type { GridStore } from "./grid-store";
import type { Say } from "./grid.messages";
import { onTick, toggleTicks } from "./tick-cells";
import { boundWidth } from "./use-narrow";
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
  /** The grid's width where it is narrow. */
  narrow: number | null;
  rowHeight: number;
  say: Say;
  handle: Ref<CanvasHandle>;
  heads?: GridHeads;
  onMenu(field: string, box: Box): void;
  onResize(field: string, width: number): void;
  onScroll(): void;
  /** The pointer came down on the canvas, before anything of it was done. */
  onPress(): void;
  /** A double click on a cell or a second touch; a click on the chevron of the selected one asks for its list or calendar. */
  onActivate(chooser: boolean): void;
  /** The cell under the pointer; row −1 is the head of its column. */
  onHover(cell: { column: number; row: number } | null): void;
}

/** Row numbers have room for as many digits as the list needs. */
const markerWidth = (rows: number) => Math.max(40, String(rows).length * 8 + 16);

/**
 * The only part that knows the canvas library: draws the store's cells, reports the mouse's selection and scrolls.
 * Editing, keys and the clipboard are the grid's own (FocusSink), so the library's editors never open.
 */
export function GridCanvas(props: GridCanvasProps) {
  const {
    store,
    version,
    columns,
    widths,
    narrow,
    rowHeight,
    say,
    handle,
    heads: headActs,
    onMenu,
    onResize,
    onScroll,
    onPress,
    onActivate,
    onHover,
  } = props;
  const editor = useRef<DataEditorRef>(null);
  const hasMenu = headActs !== undefined;
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
        hasMenu,
        width: boundWidth(widths[column.field] ?? column.width, column.frozen ? narrow : null, marker),
        themeOverride: {
          ...(column.frozen || column.computed ? FROZEN_THEME : {}),
          ...(column.strong ? { baseFontStyle: STRONG_FONT } : {}),
        },
      })),
    ],
    [columns, widths, narrow, marker, hasMenu],
  );

  const revision = `${version}.${fonts}`;
  const getCellContent = useMemo(() => cellContent({ store, columns, say, revision }), [store, columns, say, revision]);
  const drawCell = useMemo(() => cellPainter({ store, columns, say, revision }), [store, columns, say, revision]);

  const drawHeader = useCallback<NonNullable<ComponentProps<typeof DataEditor>["drawHeader"]>>(
    ({ ctx, rect, columnIndex, theme, isSelected, isHovered, hasSelectedCell }) => {
      const column = columns[columnIndex - MARKER];
      if (!column) return;
      const color = isSelected ? theme.textHeaderSelected : theme.textHeader;
      const font = `${theme.headerFontStyle} ${theme.fontFamily}`;
      drawHead(ctx, rect, {
        label: column.label,
        marks: marksOf(headActs, column.field),
        style: { font, color, right: isRight(column), padding: 8, reserve: 0 },
        hasMenu: hasMenu && (isHovered || hasSelectedCell),
        background: isHovered ? theme.bgHeaderHovered : hasSelectedCell ? theme.bgHeaderHasFocus : theme.bgHeader,
      });
    },
    [columns, headActs, hasMenu],
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

  // Which cell was selected before the pointer came down: the click itself selects first.
  const before = useRef(selection.anchor);
  const onCellClicked = ([at, row]: Item, event: CellClickedEventArgs) => {
    if (at < MARKER) return selectRow(store, row, event.shiftKey);
    const wasSelected = before.current.column === at - MARKER && before.current.row === row;
    const onChevron =
      hasChevron(store, at - MARKER, row) &&
      event.localEventX > event.bounds.width - CHEVRON_ROOM - markRoomAt(at, row);
    if (event.shiftKey) return;
    if (onTick(store, at - MARKER, row, event.bounds, event.localEventX)) void toggleTicks(store);
    else if (wasSelected && (event.isTouch || onChevron)) onActivate(onChevron);
  };
  const onDoubleClick = ({ clientX, clientY }: MouseEvent) => {
    const { column, row } = store.selection.anchor;
    const box = editor.current?.getBounds(column + MARKER, row);
    const isIn = (at: number, from: number, size: number) => at >= from && at < from + size;
    if (!box || !isIn(clientX, box.x, box.width) || !isIn(clientY, box.y, box.height)) return;
    // On a box that is ticked it was two clicks.
    if (!onTick(store, column, row, box, clientX - box.x)) onActivate(false);
  };
  const markRoomAt = (at: number, row: number) => markRoom(store.cell(at - MARKER, row));

  const frozen = columns.filter((column) => column.frozen).length;
  const onHead = (at: number, box: Box) => columns[at - MARKER] && onMenu(columns[at - MARKER].field, box);
  return (
    <div
      className="bulk-grid-surface"
      onDoubleClick={onDoubleClick}
      onPointerDownCapture={() => {
        before.current = store.selection.anchor;
        onPress();
      }}
    >
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
        onCellClicked={onCellClicked}
        cellActivationBehavior="double-click"
        onHeaderClicked={(at, event) => {
          if (event.isEdge) return;
          if (at < MARKER) store.press({ key: "a", ctrl: true, shift: false });
          else
            store.select(
              wholeColumns(event.shiftKey ? selection.anchor.column : at - MARKER, at - MARKER, store.extent),
              false,
            );
        }}
        onItemHovered={({ kind, location: [at, row] }) =>
          onHover(
            (kind === "cell" || kind === "header") && at >= MARKER
              ? { column: at - MARKER, row: kind === "header" ? -1 : row }
              : null,
          )
        }
        onHeaderMenuClick={(at, box) => onHead(at, box)}
        onHeaderContextMenu={(at, event) => {
          event.preventDefault();
          onHead(at, event.bounds);
        }}
        onColumnMoved={headActs && ((from, to) => headActs.onMove(columns[from - MARKER].field, to - MARKER))}
        onColumnProposeMove={(from, to) => from >= frozen + MARKER && to >= frozen + MARKER}
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
    </div>
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
