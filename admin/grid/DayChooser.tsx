import { CalendarDays } from "lucide-react";
import { lazy, Suspense } from "react";
import { createPortal } from "react-dom";
import type { CellEditor } from "./cell-editor";
import type { Box } from "./cell-drawing";
import type { DayPopupProps } from "./DayPopup";
import type { Locale } from "./grid-column";
import "./grid-editors.css";
import type { Say } from "./grid.messages";
import { PopupPlace } from "./PopupPlace";

/** Loaded when a calendar is opened first. Without it the keys still move the day, which stands in the cell. */
const DayPopup = lazy(() => import("./DayPopup").catch(() => ({ default: NoCalendar })));

interface DayChooserProps {
  id: string;
  editor: CellEditor;
  /** The edited cell, in the window's coordinates. */
  cell: Box;
  locale: Locale;
  say: Say;
}

/** What an open editor of a day has beside its text: the calendar, or the button that opens it. */
export function DayChooser({ id, editor, cell, locale, say }: DayChooserProps) {
  const calendar = editor.now?.calendar;
  if (calendar) {
    return (
      <Suspense fallback={null}>
        <DayPopup
          id={id}
          day={calendar.day}
          cell={cell}
          locale={locale}
          say={say}
          onShow={(day) => editor.showDay(day)}
          onPick={(day) => editor.pickDay(day)}
        />
      </Suspense>
    );
  }
  return createPortal(
    <button
      type="button"
      className="bulk-grid-day"
      style={{ left: cell.x + cell.width - 24, top: cell.y + 3, height: cell.height - 5 }}
      title={say("calendar.open")}
      aria-label={say("calendar.open")}
      // Reached by Alt ↓; the focus stays with the text.
      tabIndex={-1}
      onMouseDown={(event) => {
        event.preventDefault();
        editor.openChooser();
      }}
    >
      <CalendarDays size={16} strokeWidth={1.75} aria-hidden="true" />
    </button>,
    document.body,
  );
}

/** Stands for the calendar when it could not be loaded. */
function NoCalendar({ id, cell, say }: DayPopupProps) {
  return (
    <PopupPlace id={id} cell={cell} room={40} width={320} label={say("calendar.title")}>
      <p role="alert">{say("calendar.notLoaded")}</p>
    </PopupPlace>
  );
}
