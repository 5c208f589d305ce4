import { useLayoutEffect, useState, type RefObject } from "react";
import type { GridColumnSpec } from "./grid-column";

/** Under this width the frozen columns would leave no room for the others. */
const NARROW = 600;

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

/** In a narrow grid only the column that names the row stays in view, as the first. */
export function narrowed(columns: readonly GridColumnSpec[], width: number | null): readonly GridColumnSpec[] {
  const name = columns.find((column) => column.frozen && column.strong) ?? columns.find((column) => column.frozen);
  if (width === null || !name) return columns;
  return [name, ...columns.filter((column) => column !== name).map((column) => ({ ...column, frozen: false }))];
}

/** A frozen column's width: in a narrow grid it takes at most half of it, together with the row numbers. */
export const boundWidth = (width: number, narrow: number | null, marker: number) =>
  narrow === null ? width : Math.min(width, Math.floor(narrow / 2) - marker);
