/**
 * The selected rectangle and how keys move it. Columns and rows are positions on the screen, the first is 0.
 * Nothing here knows the canvas, so that the canvas can be changed.
 */
export interface Position {
  column: number;
  row: number;
}

export interface Selection {
  /** The active cell: what is typed goes here. */
  anchor: Position;
  /** The opposite corner of the range. */
  head: Position;
  /** The column Tab started from; Enter goes back to it, as in a spreadsheet. */
  tabFrom?: number;
}

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Extent {
  columns: number;
  /** All rows that can be selected, the empty row for adding included. */
  rows: number;
  /** Rows that hold data. */
  dataRows: number;
  /** Rows on one screen. */
  page: number;
}

export interface KeyPress {
  key: string;
  shift: boolean;
  ctrl: boolean;
}

export const single = (column: number, row: number): Selection => ({ anchor: { column, row }, head: { column, row } });

export function rangeOf({ anchor, head }: Selection): Rectangle {
  const x = Math.min(anchor.column, head.column);
  const y = Math.min(anchor.row, head.row);
  return { x, y, width: Math.abs(anchor.column - head.column) + 1, height: Math.abs(anchor.row - head.row) + 1 };
}

export const isSingle = (selection: Selection) =>
  selection.anchor.column === selection.head.column && selection.anchor.row === selection.head.row;

const clamp = (value: number, max: number) => Math.max(0, Math.min(value, max));

export const inside = (position: Position, extent: Extent): Position => ({
  column: clamp(position.column, extent.columns - 1),
  row: clamp(position.row, extent.rows - 1),
});

/** Whole rows from one to another. */
export const wholeRows = (from: number, to: number, extent: Extent): Selection => ({
  anchor: { column: 0, row: from },
  head: { column: extent.columns - 1, row: to },
});

export const wholeColumns = (from: number, to: number, extent: Extent): Selection => ({
  anchor: { column: from, row: 0 },
  head: { column: to, row: Math.max(0, extent.dataRows - 1) },
});

/** Where a key takes the selection; null when the key does not move it. */
export function move(selection: Selection, press: KeyPress, extent: Extent): Selection | null {
  const { key, shift, ctrl } = press;
  if (key === "Tab") return tab(selection, shift, extent);
  if (key === "Enter") return enter(selection, shift, extent);
  if (ctrl && key.toLowerCase() === "a") {
    return {
      anchor: { column: 0, row: 0 },
      head: { column: extent.columns - 1, row: Math.max(0, extent.dataRows - 1) },
    };
  }
  if (key === " " && (ctrl || shift)) {
    const range = rangeOf(selection);
    return ctrl
      ? wholeColumns(range.x, range.x + range.width - 1, extent)
      : wholeRows(range.y, range.y + range.height - 1, extent);
  }
  const start = shift ? selection.head : selection.anchor;
  const target = step(start, key, ctrl, extent);
  if (!target) return null;
  const head = inside(target, extent);
  return shift ? { anchor: selection.anchor, head } : { anchor: head, head };
}

function step(from: Position, key: string, ctrl: boolean, extent: Extent): Position | null {
  const { column, row } = from;
  const lastRow = Math.max(0, extent.dataRows - 1);
  const lastColumn = extent.columns - 1;
  switch (key) {
    case "ArrowLeft":
      return { column: ctrl ? 0 : column - 1, row };
    case "ArrowRight":
      return { column: ctrl ? lastColumn : column + 1, row };
    case "ArrowUp":
      return { column, row: ctrl ? 0 : row - 1 };
    case "ArrowDown":
      return { column, row: ctrl ? lastRow : row + 1 };
    case "Home":
      return { column: 0, row: ctrl ? 0 : row };
    case "End":
      return { column: lastColumn, row: ctrl ? lastRow : row };
    case "PageUp":
      return { column, row: row - extent.page };
    case "PageDown":
      return { column, row: row + extent.page };
    default:
      return null;
  }
}

function tab(selection: Selection, back: boolean, extent: Extent): Selection {
  const { column, row } = selection.anchor;
  const flat = row * extent.columns + column + (back ? -1 : 1);
  if (flat < 0 || flat >= extent.rows * extent.columns) return { ...selection, head: selection.anchor };
  const next = single(flat % extent.columns, Math.floor(flat / extent.columns));
  // On to another row: that row begins a new line of typing.
  const wrapped = next.anchor.row !== row;
  return { ...next, tabFrom: wrapped ? next.anchor.column : (selection.tabFrom ?? column) };
}

function enter(selection: Selection, up: boolean, extent: Extent): Selection {
  const { column, row } = selection.anchor;
  const target = inside({ column: selection.tabFrom ?? column, row: row + (up ? -1 : 1) }, extent);
  return { ...single(target.column, target.row), tabFrom: selection.tabFrom };
}
