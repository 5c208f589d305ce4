import { useCallback, useEffect, useRef, type RefObject } from "react";

/** Of each region what takes the focus first. The grid's own bar stands for the filters where a screen has none. */
const FIRST = ":is(button, input, a[href], [tabindex='0']):not(:disabled)";

/**
 * The regions of a screen with a grid: grid, filter bar, pending panel, status bar. A filter bar stands outside of the
 * grid; its keys are heard too. Answers what goes from one to the next.
 */
export function useRegions(
  root: RefObject<HTMLElement | null>,
  filters: RefObject<HTMLElement | null> | undefined,
  onKeyDown: (event: KeyboardEvent) => void,
): (back: boolean) => void {
  const heard = useRef(onKeyDown);
  heard.current = onKeyDown;
  useEffect(() => {
    const bar = filters?.current;
    const listen = (event: KeyboardEvent) => heard.current(event);
    bar?.addEventListener("keydown", listen);
    return () => bar?.removeEventListener("keydown", listen);
  }, [filters]);
  return useCallback(
    (back) => {
      const part = (selector: string) => root.current?.querySelector<HTMLElement>(selector) ?? null;
      const bars = [filters?.current ?? null, part(".bulk-grid-bar")];
      const parts = [[part(".bulk-grid-frame")], bars, [part(".bulk-grid-panel")], [part(".bulk-grid-status")]];
      const regions = parts.flatMap((elements) => {
        const first = elements.map(firstOf).find((element) => element !== null);
        return first ? [{ first, isHere: elements.some((each) => each?.contains(document.activeElement)) }] : [];
      });
      const here = regions.findIndex(({ isHere }) => isHere);
      const next = here < 0 ? 0 : (here + (back ? -1 : 1) + regions.length) % regions.length;
      regions[next]?.first.focus();
    },
    [root, filters],
  );
}

function firstOf(region: HTMLElement | null): HTMLElement | null {
  if (!region) return null;
  const sink = region.querySelector<HTMLElement>(".bulk-grid-sink");
  return sink ?? [...region.querySelectorAll<HTMLElement>(FIRST)].find((each) => each.checkVisibility()) ?? null;
}
