import { useEffect, useRef } from "react";

/**
 * Puts the focus on the page's heading when what it shows has become another step: the button that was pressed is gone,
 * and whoever does not see the page hears where they are. Not when the page has just opened.
 */
export function useHeadingFocus(step: string): void {
  const former = useRef(step);
  useEffect(() => {
    if (former.current === step) return;
    former.current = step;
    const heading = document.querySelector<HTMLElement>("#main h1");
    // A dialog, or a part of the step that has asked for the focus, keeps it.
    if (!heading || (document.activeElement && document.activeElement !== document.body)) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [step]);
}
