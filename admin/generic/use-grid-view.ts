import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "react-admin";
import { useSearchParams } from "react-router";
import type { Density } from "../grid/density";
import {
  ADDRESS_PARTS,
  fromAddress,
  sameView,
  shownFields,
  toAddress,
  type GridView,
  type Layout,
  type SortPart,
} from "./grid-view";
import { useGridMemory } from "./grid-memory";
import { useSavedViews, type SavedView, type SavedViews } from "./views.graphql";

/** The view that is on screen, where it came from, and what can be done with it. */
export interface GridViewState {
  view: GridView;
  layout: Layout;
  shown: readonly string[];
  set(part: Partial<GridView>): void;
  saved: SavedViews;
  /** The kept view that is on screen; null for the screen's own. */
  selected: SavedView | null;
  /** Whether something was changed since the view was kept; without a kept one, whether it is not as usual. */
  isChanged: boolean;
  /** The address named a kept view that is not there for this person. */
  isLost: boolean;
  /** Shows a kept view, or the usual one. */
  choose(view: SavedView | null): void;
  /** The number of the view that the grid opens with on this machine. */
  opening: string | null;
  setOpening(id: string | null): void;
}

interface Settings {
  /** Names person and grid on this machine. */
  key: string;
  /** The grid's name for the server. */
  grid: string;
  layout: Layout;
  sort: SortPart;
}

interface OnScreen {
  view: GridView;
  id: string | null;
  isLost?: boolean;
  /** Chosen or changed by the person here, rather than brought by a link or an opening view. */
  isOwn: boolean;
}

/**
 * Opens a grid with what the address says, else with the view chosen for opening, else as the person left it on this
 * machine; and keeps the address up with what is on screen. Null while a kept view is on its way.
 */
export function useGridView({ key, grid, layout, sort }: Settings): GridViewState | null {
  const [params, setParams] = useSearchParams();
  const [density, setDensity] = useStore<Density>("grid.density", "compact");
  const [{ opening, left }, remember] = useGridMemory(key);
  const saved = useSavedViews(grid);
  const usual = useMemo(() => ({ filter: {}, sort: [sort], columns: null }), [sort]);
  const [state, setState] = useState<OnScreen | null>(null);
  /** The address as it was written last, and those written since it was last caught up with: none of them is news. */
  const address = useRef<{ seen: string | null; written: string | null; own: Set<string> }>({
    seen: null,
    written: null,
    own: new Set(),
  });

  const here = ADDRESS_PARTS.map((part) => params.get(part) ?? "").join("\n");
  const known = saved.all;
  const open = useCallback(() => {
    const { id, content } = fromAddress(params);
    const isPlain = id === null && content === null;
    if (known === null && (id !== null || (isPlain && (opening ?? left.id) !== null))) return;
    const find = (wanted: string | null) => known?.find((view) => view.id === wanted);
    const first = isPlain ? find(opening) : undefined;
    const isLeft = isPlain && !first;
    const found = isPlain ? (first ?? find(left.id)) : find(id);
    address.current = { seen: here, written: here, own: new Set() };
    setState({
      view: {
        ...usual,
        density,
        widths: left.widths,
        ...found?.body,
        ...(isLeft ? { ...left.content, widths: left.widths } : content),
      },
      id: found?.id ?? null,
      isLost: id !== null && !found && !content,
      // What was left of a view that is not there is shown, and stays remembered with it until something is done.
      isOwn: isLeft && (left.id === null || Boolean(found)),
    });
  }, [params, here, opening, left, known, usual, density]);
  useEffect(() => {
    const { current } = address;
    if (here === current.seen) return;
    if (!current.own.delete(here)) return open();
    current.seen = here;
    if (here === current.written) current.own.clear();
  }, [here, open]);

  const selected = known?.find((view) => view.id === state?.id) ?? null;
  const base = selected?.body ?? usual;
  const view = state?.view;
  const isChanged = view !== undefined && !sameView(layout, view, base);
  useEffect(() => {
    if (!view) return;
    const whole = selected && { id: selected.id, isWhole: !isChanged && selected.isShared };
    const parts = toAddress(layout, view, usual, whole);
    const next = ADDRESS_PARTS.map((part) => parts[part] ?? "").join("\n");
    if (next === address.current.written) return;
    address.current.written = next;
    address.current.own.add(next);
    setParams(
      (now) => {
        for (const part of ADDRESS_PARTS) {
          if (parts[part] === undefined) now.delete(part);
          else now.set(part, parts[part]);
        }
        return now;
      },
      { replace: true },
    );
  }, [view, selected, isChanged, layout, usual, setParams]);

  useEffect(() => {
    if (!state?.isOwn) return;
    const { filter, sort, columns, widths } = state.view;
    remember({ left: { id: state.id, content: isChanged ? { filter, sort, columns } : null, widths } });
  }, [state, isChanged, remember]);

  const set = useCallback(
    (part: Partial<GridView>) => {
      setState((now) => now && { ...now, view: { ...now.view, ...part }, isOwn: true });
      if (part.density) setDensity(part.density);
    },
    [setDensity],
  );
  const choose = useCallback(
    (chosen: SavedView | null) => {
      setState(
        (now) => now && { view: { ...now.view, ...(chosen?.body ?? usual) }, id: chosen?.id ?? null, isOwn: true },
      );
      if (chosen) setDensity(chosen.body.density);
    },
    [usual, setDensity],
  );
  const setOpening = useCallback((id: string | null) => remember({ opening: id }), [remember]);
  const shown = useMemo(() => shownFields(layout, view?.columns ?? null), [layout, view?.columns]);
  if (!state || !view) return null;
  return {
    view,
    layout,
    shown,
    set,
    saved,
    selected,
    isChanged,
    isLost: state.isLost ?? false,
    choose,
    opening,
    setOpening,
  };
}
