import { useLayoutEffect, useMemo, useState, type RefObject } from "react";
import type { GridColumnSpec } from "./grid-column";

/** Under this width the frozen columns would leave no room for the others. */
const NARROW = 600;
const MARKER_WIDTH = 40;

/** The width of the grid where it is narrow, else null. */
export function useNarrow(root: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const measure = () => setWidth(element.clientWidth < NARROW ? element.clientWidth : null);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [root]);
  return width;
}

/** In a narrow grid only the column that names the row stays in view, in at most half of the width with its numbers. */
export function narrowed(columns: readonly GridColumnSpec[], width: number | null): readonly GridColumnSpec[] {
  const name = columns.find((column) => column.frozen && column.strong) ?? columns.find((column) => column.frozen);
  if (width === null || !name) return columns;
  const rest = columns.filter((column) => column !== name).map((column) => ({ ...column, frozen: false }));
  return [{ ...name, width: Math.min(name.width, mostOfName(width)) }, ...rest];
}

const mostOfName = (width: number) => Math.floor(width / 2) - MARKER_WIDTH;

/** The kept widths, which a wide screen may have set, within the same bound. */
export function useNarrowWidths(
  columns: readonly GridColumnSpec[],
  widths: Readonly<Record<string, number>>,
  width: number | null,
): Readonly<Record<string, number>> {
  return useMemo(() => {
    const name = columns[0];
    const own = name && widths[name.field];
    if (width === null || !name?.frozen || own === undefined) return widths;
    return { ...widths, [name.field]: Math.min(own, mostOfName(width)) };
  }, [columns, widths, width]);
}
