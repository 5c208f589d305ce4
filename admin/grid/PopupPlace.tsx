import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import type { Box } from "./cell-drawing";

interface PopupPlaceProps {
  id: string;
  /** The edited cell, in the window's coordinates. */
  cell: Box;
  /** How high and wide it may become. */
  room: number;
  width: number;
  label: string;
  children: ReactNode;
}

/** A small window under the edited cell, or above it where there is no room. The focus stays in the sink. */
export function PopupPlace({ id, cell, room, width, label, children }: PopupPlaceProps) {
  const above = cell.y + cell.height + room > window.innerHeight && cell.y > room;
  const place = above ? { bottom: window.innerHeight - cell.y + 2 } : { top: cell.y + cell.height + 2 };
  return createPortal(
    <div
      id={id}
      className="bulk-grid-list"
      role="dialog"
      aria-label={label}
      style={{ ...place, left: Math.max(4, Math.min(cell.x, window.innerWidth - width - 10)), maxWidth: width }}
      // The sink must not lose the focus, or it would commit what is typed.
      onMouseDown={(event) => event.preventDefault()}
    >
      {children}
    </div>,
    document.body,
  );
}
