import { cellText } from "./cell-text";
import { encodeHtml, type ClipboardCell } from "./clipboard-html";
import { isEditable } from "./grid-column";
import { MOST_ROWS, type GridStore, type PlacedEdit } from "./grid-store";
import { rangeOf, single, type Rectangle } from "./selection";
import { conflictFields, markDeleted, type RowTarget, type StagedCell } from "./staging";
import { encodeTsv, parseTsv } from "./tsv";

/** What people do with the selected range. Each act is one undo step and says in the status bar what it left out. */

/** Rows copied at a time when a range is longer than what is in memory. */
const STRETCH = 2000;

/** The selected range without the empty last row. */
export const dataPart = (store: GridStore): Rectangle => {
  const range = rangeOf(store.selection);
  return { ...range, height: Math.max(0, Math.min(range.height, store.extent.dataRows - range.y)) };
};

const isLoaded = (store: GridStore, { y, height }: Rectangle) => {
  if (height > MOST_ROWS) return false;
  for (let row = y; row < y + height; row++) if (store.row(row).state === "loading") return false;
  return true;
};

/** What goes onto the clipboard: the text that everything reads, and the table that spreadsheets prefer. */
export interface ForClipboard {
  text: string;
  html: string | null;
}

function clipboardRows(store: GridStore, { x, y, width, height }: Rectangle): ClipboardCell[][] {
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => {
      const { amount } = store.columns[x + column];
      const { value, text: typed } = store.content(x + column, y + row);
      const counted = typed === undefined ? amount?.(value) : null;
      return { text: store.cell(x + column, y + row).text, amount: counted == null ? null : String(counted) };
    }),
  );
}

const forClipboard = (rows: ClipboardCell[][]): ForClipboard => ({
  text: encodeTsv(rows.map((row) => row.map((cell) => cell.text))),
  html: encodeHtml(rows),
});

/** The selected cells for the clipboard; null when some must be loaded first (see `copyLater`). */
export function copyNow(store: GridStore): ForClipboard | null {
  const range = dataPart(store);
  if (!isLoaded(store, range)) return null;
  const copied = forClipboard(clipboardRows(store, range));
  const cells = Array.from({ length: range.height }, (_, row) =>
    Array.from({ length: range.width }, (_, column) => ({
      field: store.columns[range.x + column].field,
      cell: store.content(range.x + column, range.y + row),
    })),
  );
  store.copied = { text: copied.text, cells };
  store.say({ key: "copied", values: { n: range.width * range.height }, tone: "plain" });
  return copied;
}

/** The selected cells, loading what is missing stretch by stretch. */
export async function copyLater(store: GridStore): Promise<ForClipboard> {
  const range = dataPart(store);
  const rows: ClipboardCell[][] = [];
  for (let from = range.y; from < range.y + range.height; from += STRETCH) {
    const height = Math.min(STRETCH, range.y + range.height - from);
    await store.ensure(from, from + height - 1);
    rows.push(...clipboardRows(store, { ...range, y: from, height }));
  }
  store.say({ key: "copied", values: { n: range.width * range.height }, tone: "plain" });
  return forClipboard(rows);
}

/** Stages edits once their rows are here, and reports what could not be edited. */
export async function placeWhenLoaded(
  store: GridStore,
  edits: () => PlacedEdit[],
  from: number,
  height: number,
  lost = 0,
): Promise<void> {
  if (height > MOST_ROWS) return store.say({ key: "tooManyRows", values: { n: MOST_ROWS }, tone: "bad" });
  const total = store.total ?? 0;
  const { order } = store;
  if (from < total && !isLoaded(store, { x: 0, y: from, width: 1, height: Math.min(height, total - from) })) {
    try {
      await store.ensure(from, Math.min(from + height, total) - 1);
    } catch {
      return store.say({ key: "notLoaded", tone: "bad" });
    }
    // Another view meanwhile: other rows stand where these were meant to go.
    if (order !== store.order) return store.say({ key: "notLoaded", tone: "bad" });
  }
  const { locked } = store.place(edits());
  if (locked + lost > 0)
    store.say({ key: locked > 0 ? "lockedCells" : "lostCells", values: { n: locked + lost }, tone: "bad" });
  else store.say(null);
}

/**
 * Writes a typed text or a chosen value into one cell. `target` is the row that stood there when typing began; where
 * it was still loading the edit waits for it.
 */
export function write(
  store: GridStore,
  column: number,
  row: number,
  content: string | StagedCell,
  target?: RowTarget | null,
): void {
  const edits = () => [{ column, row, content, target: target ?? undefined }];
  if (target === undefined || target === null) void placeWhenLoaded(store, edits, row, 1);
  else if (store.place(edits()).locked > 0) store.say({ key: "lockedCell", tone: "plain", passing: true });
}

/**
 * Pastes a block of text at the selection. One value fills the whole range, a block repeats where the range is a
 * multiple of it, rows past the last one become new rows.
 */
export function paste(store: GridStore, text: string): Promise<void> {
  const own = store.copied?.text === text ? store.copied.cells : null;
  const block = own ? own.map((row) => row.map(() => "")) : parseTsv(text);
  const range = rangeOf(store.selection);
  const high = block.length;
  const wide = Math.max(...block.map((row) => row.length));
  const tiles = range.width % wide === 0 && range.height % high === 0;
  const width = tiles ? range.width : wide;
  const height = tiles ? range.height : high;
  const { columns, dataRows } = store.extent;
  const inColumns = Math.min(width, columns - range.x);
  const inRows = store.canCreate ? height : Math.min(height, dataRows - range.y);
  const edits = () => {
    const placed: PlacedEdit[] = [];
    for (let row = 0; row < inRows; row++) {
      for (let column = 0; column < inColumns; column++) {
        const content = pastedContent(store, block, own, row % high, column % wide, range.x + column);
        if (content !== undefined) placed.push({ column: range.x + column, row: range.y + row, content });
      }
    }
    return placed;
  };
  store.select(
    {
      anchor: { column: range.x, row: range.y },
      head: { column: range.x + inColumns - 1, row: range.y + inRows - 1 },
    },
    false,
  );
  return placeWhenLoaded(store, edits, range.y, inRows, width * height - inColumns * inRows).then(() => {
    // Rows that the paste has made could not be selected before it.
    store.select(
      {
        anchor: { column: range.x, row: range.y },
        head: { column: range.x + inColumns - 1, row: range.y + inRows - 1 },
      },
      false,
    );
  });
}

/** What one pasted cell holds: the copied value itself when it came from the same column, else its text. */
function pastedContent(
  store: GridStore,
  block: readonly (readonly string[])[],
  own: NonNullable<GridStore["copied"]>["cells"] | null,
  row: number,
  column: number,
  to: number,
): string | StagedCell | undefined {
  if (!own) return block[row][column] ?? "";
  const { field, cell } = own[row][column];
  if (field === store.columns[to].field) return cell;
  const from = store.columns.find((each) => each.field === field);
  return cell.text ?? (from ? cellText(from, cell.value, store.locale) : "");
}

/** Clears the selected cells. */
export function clear(store: GridStore): Promise<void> {
  const range = dataPart(store);
  const edits = () => cellsOf(range).map(({ column, row }) => ({ column, row, content: "" }));
  return placeWhenLoaded(store, edits, range.y, range.height);
}

const cellsOf = ({ x, y, width, height }: Rectangle) =>
  Array.from({ length: width * height }, (_, index) => ({
    column: x + (index % width),
    row: y + Math.floor(index / width),
  }));

/** Ctrl+D and Ctrl+R: the first row (column) of the range into the others; a single one takes from its neighbour. */
export function fill(store: GridStore, direction: "down" | "right"): Promise<void> {
  const range = dataPart(store);
  const down = direction === "down";
  if (down ? range.height === 1 : range.width === 1) {
    if (down ? range.y === 0 : range.x === 0) return Promise.resolve();
    const neighbour = down ? { ...range, y: range.y - 1 } : { ...range, x: range.x - 1 };
    return repeat(store, neighbour, range);
  }
  return repeat(store, down ? { ...range, height: 1 } : { ...range, width: 1 }, range);
}

/** Repeats a block of cells over a larger or neighbouring range: the fill handle. */
export function repeat(store: GridStore, from: Rectangle, over: Rectangle): Promise<void> {
  const top = Math.min(from.y, over.y);
  const end = Math.max(from.y + from.height, over.y + over.height);
  const wrap = (distance: number, size: number) => ((distance % size) + size) % size;
  const edits = () =>
    cellsOf(over)
      .filter(({ column, row }) => !contains(from, column, row))
      .map(({ column, row }) => ({
        column,
        row,
        content: store.content(from.x + wrap(column - from.x, from.width), from.y + wrap(row - from.y, from.height)),
      }));
  return placeWhenLoaded(store, edits, top, end - top);
}

const contains = ({ x, y, width, height }: Rectangle, column: number, row: number) =>
  column >= x && column < x + width && row >= y && row < y + height;

/** Ctrl+−: marks the selected rows for deletion, or takes the marks away where all are marked. */
export async function toggleDeleted(store: GridStore): Promise<void> {
  const range = dataPart(store);
  if (range.height > MOST_ROWS) return store.say({ key: "tooManyRows", values: { n: MOST_ROWS }, tone: "bad" });
  await store.ensure(range.y, range.y + range.height - 1);
  const targets: RowTarget[] = [];
  for (let row = range.y; row < range.y + range.height; row++) {
    const target = store.target(row);
    if (target !== null) targets.push(target);
  }
  const isMarked = (target: RowTarget) => typeof target !== "string" && store.staged.rows.get(target.id)?.deleted;
  store.step(markDeleted(store.staged, targets, !targets.every(isMarked)));
}

/** Ctrl++ and the button: goes to the empty last row, which becomes a new row by typing. */
export function goToNewRow(store: GridStore): void {
  if (!store.canCreate) return;
  const first = store.columns.findIndex((column) => isEditable(column, true));
  store.select(single(Math.max(0, first), store.extent.dataRows));
}

/** F8: the next cell that cannot be saved as it is, in the order of the pending panel; false when there is none. */
export function goToProblem(store: GridStore, back = false): boolean {
  const places: { key: string; column: number }[] = [];
  for (const row of store.staged.rows.values()) {
    const fields = row.conflict && !row.deleted ? conflictFields(row) : [];
    // A deletion, or an edit of a row that is gone, is a conflict of the whole row.
    if (row.conflict && fields.length === 0) places.push({ key: row.key, column: 0 });
    const missing = store.missing(row);
    const problems = store.checks.problems(row);
    store.columns.forEach((column, index) => {
      const refused = problems.some((problem) => problem.field === column.field);
      const inConflict = fields.includes(column.field);
      if (row.cells[column.field]?.problem || refused || inConflict || missing.includes(column))
        places.push({ key: row.key, column: index });
    });
    const isShown = (field: string) => store.columns.some((column) => column.field === field);
    if (Object.entries(row.cells).some(([field, { problem }]) => problem && !isShown(field)))
      places.push({ key: row.key, column: 0 });
    if (problems.some(({ field }) => !store.columns.some((column) => column.field === field)))
      places.push({ key: row.key, column: 0 });
  }
  const seen = places.filter(({ key }) => store.positionOf(key) !== null);
  if (seen.length === 0) return false;
  const { anchor } = store.selection;
  const here = seen.findIndex(({ key, column }) => column === anchor.column && store.positionOf(key) === anchor.row);
  const next = here < 0 ? (back ? seen.length - 1 : 0) : (here + (back ? -1 : 1) + seen.length) % seen.length;
  const place = seen[next];
  store.select(single(place.column, store.positionOf(place.key) as number));
  return true;
}

/** Goes to a pending row, if it is in this view and in memory. */
export function goToRow(store: GridStore, key: string, field?: string): boolean {
  const row = store.positionOf(key);
  if (row === null) return false;
  const column =
    field === undefined ? store.selection.anchor.column : store.columns.findIndex((each) => each.field === field);
  store.select(single(Math.max(0, column), row));
  return true;
}
