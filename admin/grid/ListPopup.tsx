import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import type { Box } from "./cell-drawing";
import type { ListOption } from "./grid-column";
import type { Say } from "./grid.messages";
import type { OpenList } from "./list-editor";

interface ListPopupProps {
  id: string;
  list: OpenList;
  many: boolean;
  text: string;
  /** The edited cell, in the window's coordinates. */
  cell: Box;
  say: Say;
  onPick(option: ListOption): void;
}

const ROOM = 264;

/** The list under (or above) the edited cell. The focus stays in the sink, which names the active option to readers. */
export function ListPopup({ id, list, many, text, cell, say, onPick }: ListPopupProps) {
  const active = useRef<HTMLLIElement>(null);
  useEffect(() => {
    active.current?.scrollIntoView({ block: "nearest" });
  }, [list.active, list.options]);
  const above = cell.y + cell.height + ROOM > window.innerHeight && cell.y > ROOM;
  const place = above ? { bottom: window.innerHeight - cell.y + 2 } : { top: cell.y + cell.height + 2 };
  // The options of an earlier text stay in sight until those of this one have come.
  const isSearching = list.foundFor !== text;
  return createPortal(
    <div
      className="bulk-grid-list"
      style={{
        ...place,
        left: Math.max(4, Math.min(cell.x, window.innerWidth - 330)),
        minWidth: Math.max(200, cell.width),
      }}
    >
      <ul id={id} role="listbox" aria-multiselectable={many || undefined} aria-busy={isSearching || undefined}>
        {list.options.map((option, index) => {
          const chosen = list.chosen.some((each) => each.id === option.id);
          return (
            <li
              key={option.id}
              id={`${id}-${index}`}
              ref={index === list.active ? active : undefined}
              role="option"
              aria-selected={many ? chosen : index === list.active}
              className={index === list.active ? "is-active" : undefined}
              // The sink must not lose the focus, or it would commit what is typed.
              onMouseDown={(event) => {
                event.preventDefault();
                onPick(option);
              }}
            >
              {many && <span className={chosen ? "bulk-grid-tick is-on" : "bulk-grid-tick"} aria-hidden="true" />}
              <span>{option.label}</span>
              {option.hint && <small>{option.hint}</small>}
            </li>
          );
        })}
      </ul>
      {list.options.length === 0 && <p>{say(isSearching ? "listLoading" : "listEmpty")}</p>}
      {many && list.options.length > 0 && <p>{say("listMany")}</p>}
    </div>,
    document.body,
  );
}
