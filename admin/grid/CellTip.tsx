import { CircleAlert, History } from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import { formatTime } from "../platform/format";
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
  return why?.title && box && outer ? <Tip {...why} isHead={isHead} box={box} outer={outer} /> : null;
}

interface TipProps {
  title: string;
  about: string;
  isHead: boolean;
  /** It tells what somebody did, not what is wrong. */
  isNews?: boolean;
  /** The cell, and the frame that the tip must stay in. */
  box: Box;
  outer: DOMRect;
}

function Tip({ title, about, isHead, isNews, box, outer }: TipProps) {
  const Icon = isNews ? History : CircleAlert;
  const tip = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => setHeight(tip.current?.offsetHeight ?? 0), [title, about, outer.width]);
  const left = Math.max(4, Math.min(box.x - outer.x, outer.width - 364));
  const below = box.y + box.height - outer.y + 8;
  const isLow = below + height + 4 > outer.height;
  // Above the cell it may not leave the frame either.
  const top = isLow ? Math.max(height + 4, box.y - outer.y - 8) : below;
  return (
    <div ref={tip} className={isLow ? "bulk-grid-tip is-above" : "bulk-grid-tip"} style={{ left, top }} role="tooltip">
      {!isHead && <Icon size={16} strokeWidth={1.75} aria-hidden="true" />}
      <div>
        {isHead ? title : <b>{title}</b>}
        {about && <span>{about}</span>}
      </div>
    </div>
  );
}

function tipOf(
  cell: ReturnType<GridStore["cell"]>,
  say: Say,
  locale: GridStore["locale"],
): { title: string; about: string; isNews?: boolean } | null {
  if (cell.others && !cell.refusal && !cell.problem) return othersTip(cell, say);
  if (cell.refusal) return { title: locale === "vi" ? cell.refusal.messageVi : cell.refusal.messageEn, about: "" };
  if (!cell.problem) return null;
  const why = explain(say, cell.problem);
  // Some reasons quote the text themselves.
  const quotes = cell.problem.values?.text !== undefined;
  if (cell.text === "" || quotes) return { title: why, about: "" };
  return { title: say("unread", { text: cell.text }), about: say("kept", { why }) };
}

/** Who has just given the cell its value, or taken its row away. */
function othersTip(
  cell: ReturnType<GridStore["cell"]>,
  say: Say,
): { title: string; about: string; isNews: boolean } | null {
  if (!cell.others) return null;
  const { row, by } = cell.others;
  const values = { who: by.who ?? say("others.system"), at: formatTime(by.at), set: by.changeSet };
  return row === null
    ? { title: say("others.gone", values), about: say("others.goneAbout", values), isNews: true }
    : {
        title: say("others.cell", values),
        about: say("others.cellAbout", { ...values, before: cell.earlier || say("stateEmpty") }),
        isNews: true,
      };
}
