import ListItemIcon from "@mui/material/ListItemIcon";
import ListItemText from "@mui/material/ListItemText";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import Popover from "@mui/material/Popover";
import {
  ArrowDownWideNarrow,
  ArrowLeft,
  ArrowRight,
  ArrowUpNarrowWide,
  EyeOff,
  FilterX,
  ListFilter,
  X,
  type LucideIcon,
} from "lucide-react";
import { useEffect, useState, type MouseEvent } from "react";
import type { Box } from "../grid/cell-drawing";
import { useLabel, useWords } from "../platform/language";
import { fieldOf, type ModelResource } from "../platform/model";
import { FilterEditor } from "./FilterEditor";
import type { Filter } from "./FilterSentence";
import { moveField, sortBy, toggleField, type SortPart } from "./grid-view";
import { words } from "./grid-view.words";
import type { GridViewState } from "./use-grid-view";

/** A head that was asked for its menu, and where it stands in the window. */
export interface OpenHead {
  field: string;
  box: Box;
  giveBack(): void;
}

interface HeadMenuProps {
  resource: ModelResource;
  state: GridViewState;
  open: OpenHead | null;
  onClose(): void;
}

interface Act {
  icon: LucideIcon;
  text: string;
  about?: string;
  isOff?: boolean;
  run(event: MouseEvent): void;
}

/** What can be done at a column's head: its place in the order, its filter, its place among the columns. */
export function HeadMenu({ resource, state, open, onClose }: HeadMenuProps) {
  const w = useWords(words);
  const label = useLabel();
  const [filtering, setFiltering] = useState(false);
  // The menu stays what it was while it closes.
  const [last, setLast] = useState(open);
  if (open && open !== last) setLast(open);
  useEffect(() => {
    if (!open) return undefined;
    setFiltering(false);
    return () => open.giveBack();
  }, [open]);
  const field = last && fieldOf(resource, last.field);
  if (!last || !field) return null;

  const { layout, shown, view, set } = state;
  const { name } = field;
  const sorted = view.sort.find((part) => part.field === name);
  const isKey = layout.all.some((column) => column.field === name && column.frozen);
  const at = shown.indexOf(name);
  const first = shown.filter((each) => layout.all.some((column) => column.field === each && column.frozen)).length;
  const sort = (order: SortPart["order"] | null) => (event: MouseEvent) => {
    set({ sort: sortBy(view.sort, name, order, event.shiftKey) });
    onClose();
  };
  const then = (run: () => void) => () => {
    run();
    onClose();
  };
  const setFilter = (value: Filter | undefined) => {
    const { [name]: _old, ...rest } = view.filter;
    set({ filter: value ? { ...rest, [name]: value } : rest });
  };
  const move = (by: number) => then(() => set({ columns: moveField(layout, shown, name, at + by) }));
  const why = field.sort ? undefined : w.notSorted;
  const groups: Act[][] = [
    [
      { icon: ArrowUpNarrowWide, text: w.ascending, about: why, isOff: !field.sort, run: sort("ASC") },
      { icon: ArrowDownWideNarrow, text: w.descending, about: why, isOff: !field.sort, run: sort("DESC") },
      ...(sorted ? [{ icon: X, text: w.unsorted, run: sort(null) }] : []),
    ],
    [
      {
        icon: ListFilter,
        text: w.filter,
        about: field.filter ? undefined : w.notFiltered,
        isOff: !field.filter,
        run: () => setFiltering(true),
      },
      ...(name in view.filter ? [{ icon: FilterX, text: w.unfilter, run: then(() => setFilter(undefined)) }] : []),
    ],
    [
      { icon: ArrowLeft, text: w.moveLeft, isOff: isKey || at <= first, run: move(-1) },
      { icon: ArrowRight, text: w.moveRight, isOff: isKey || at >= shown.length - 1, run: move(1) },
      {
        icon: EyeOff,
        text: w.hide,
        about: isKey ? w.keyColumn : undefined,
        isOff: isKey,
        run: then(() => set({ columns: toggleField(layout, shown, name) })),
      },
    ],
  ];
  const place = { left: last.box.x, top: last.box.y + last.box.height };
  const hint = view.sort.length > 0 && !(view.sort.length === 1 && sorted) && field.sort ? w.addSort : null;
  return (
    <>
      <Menu
        open={open !== null && !filtering}
        disableRestoreFocus
        onClose={onClose}
        anchorReference="anchorPosition"
        anchorPosition={place}
        slotProps={{ list: { "aria-label": w.headMenu(label(field.label)), dense: true } }}
      >
        {groups.flatMap((acts, index) =>
          acts.map(({ icon: Icon, text, about, isOff, run }, n) => (
            <MenuItem key={text} disabled={isOff} divider={n === acts.length - 1 && index < 2} onClick={run}>
              <ListItemIcon>
                <Icon size={16} aria-hidden />
              </ListItemIcon>
              <ListItemText primary={text} secondary={about} />
            </MenuItem>
          )),
        )}
        {hint && (
          <li role="none" className="menu-hint">
            {hint}
          </li>
        )}
      </Menu>
      <Popover
        open={open !== null && filtering}
        disableRestoreFocus
        onClose={onClose}
        anchorReference="anchorPosition"
        anchorPosition={place}
        slotProps={{ paper: { role: "dialog", "aria-label": label(field.label) } }}
      >
        <FilterEditor
          field={field}
          value={view.filter[name] as Filter | undefined}
          onApply={(value) => {
            setFilter(value);
            onClose();
          }}
        />
      </Popover>
    </>
  );
}
