import { useEffect, useRef, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import type { GridSource } from "./grid-column";
import { FindBar } from "./FindBar";
import { Finder } from "./finder";
import type { GridStore } from "./grid-store";
import type { Say } from "./grid.messages";

export interface Find {
  /** The line for finding, where it is open. */
  bar: ReactNode;
  open(replacing: boolean): void;
  /** To the next or previous cell found; opens the line where nothing was looked for yet. */
  step(back: boolean): void;
}

/** Finding in a grid: the line, its keys, and the rows looked through anew when the view changes. */
export function useFind(store: GridStore, source: GridSource, say: Say, readOnly: boolean, onFocus: () => void): Find {
  const [finder] = useState(() => new Finder(store));
  const [shown, setShown] = useState<{ replacing: boolean } | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const isShown = shown !== null;
  useEffect(() => {
    if (isShown && finder.query.text !== "") void finder.again();
    // Another view has other cells.
  }, [source, isShown, finder]);
  const open = (replacing: boolean) => {
    flushSync(() => setShown({ replacing: replacing && !readOnly }));
    input.current?.focus();
    input.current?.select();
  };
  const close = () => {
    setShown(null);
    onFocus();
  };
  return {
    bar: shown && (
      <FindBar
        store={store}
        finder={finder}
        say={say}
        replacing={shown.replacing}
        readOnly={readOnly}
        input={input}
        onClose={close}
      />
    ),
    open,
    step: (back) => (finder.query.text === "" ? open(false) : finder.go(back)),
  };
}
