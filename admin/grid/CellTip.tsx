import { CircleAlert } from "lucide-react";
import type { Box } from "./cell-drawing";
import type { GridStore } from "./grid-store";
import { explain } from "./explain";
import type { Say } from "./grid.messages";

interface CellTipProps {
  store: GridStore;
  say: Say;
  place: { column: number; row: number };
  bounds(column: number, row: number): Box | undefined;
  frame: React.RefObject<HTMLElement | null>;
}

/** Why the selected or pointed-at cell cannot be saved, under the cell; what a column means, under its head. */
export function CellTip({ store, say, place, bounds, frame }: CellTipProps) {
  const column = store.columns[place.column];
  if (!column || place.row >= store.extent.dataRows) return null;
  const isHead = place.row < 0;
  const why = isHead
    ? { title: column.about ?? "", about: "" }
    : tipOf(store.cell(place.column, place.row), say, store.locale);
  const box = bounds(place.column, place.row);
  const outer = frame.current?.getBoundingClientRect();
  if (!why?.title || !box || !outer) return null;
  const left = Math.max(4, Math.min(box.x - outer.x, outer.width - 364));
  const below = box.y + box.height - outer.y + 8;
  const isLow = below + 70 > outer.height;
  const top = isLow ? box.y - outer.y - 8 : below;
  return (
    <div className={isLow ? "bulk-grid-tip is-above" : "bulk-grid-tip"} style={{ left, top }} role="tooltip">
      {!isHead && <CircleAlert size={16} strokeWidth={1.75} aria-hidden="true" />}
      <div>
        {isHead ? why.title : <b>{why.title}</b>}
        {why.about && <span>{why.about}</span>}
      </div>
    </div>
  );
}

function tipOf(
  cell: ReturnType<GridStore["cell"]>,
  say: Say,
  locale: GridStore["locale"],
): { title: string; about: string } | null {
  if (cell.refusal) return { title: locale === "vi" ? cell.refusal.messageVi : cell.refusal.messageEn, about: "" };
  if (!cell.problem) return null;
  const why = explain(say, cell.problem);
  // Some reasons quote the text themselves.
  const quotes = cell.problem.values?.text !== undefined;
  if (cell.text === "" || quotes) return { title: why, about: "" };
  return { title: say("unread", { text: cell.text }), about: say("kept", { why }) };
}
