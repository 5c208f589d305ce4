import { CircleAlert } from "lucide-react";
import type { Box } from "./cell-drawing";
import type { GridStore } from "./grid-store";
import { explain, type Say } from "./grid.messages";

interface CellTipProps {
  store: GridStore;
  say: Say;
  place: { column: number; row: number };
  bounds(column: number, row: number): Box | undefined;
  frame: React.RefObject<HTMLElement | null>;
}

/** Why the selected or pointed-at cell cannot be saved, under the cell. */
export function CellTip({ store, say, place, bounds, frame }: CellTipProps) {
  if (!store.columns[place.column] || place.row >= store.extent.dataRows) return null;
  const cell = store.cell(place.column, place.row);
  const why = tipOf(cell, say, store.locale);
  const box = bounds(place.column, place.row);
  const outer = frame.current?.getBoundingClientRect();
  if (!why || !box || !outer) return null;
  const left = Math.max(4, Math.min(box.x - outer.x, outer.width - 364));
  const below = box.y + box.height - outer.y + 8;
  const isLow = below + 70 > outer.height;
  const top = isLow ? box.y - outer.y - 8 : below;
  return (
    <div className={isLow ? "bulk-grid-tip is-above" : "bulk-grid-tip"} style={{ left, top }} role="tooltip">
      <CircleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
      <div>
        <b>{why.title}</b>
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
  return {
    title: explain(say, cell.problem),
    about: cell.text !== "" && cell.problem.reason !== "resolving" ? say("kept") : "",
  };
}
