import { useEffect, useRef, useState } from "react";
import { keepDraft, readDraft, type Draft } from "./draft";
import type { GridStore } from "./grid-store";
import type { SaveFlow } from "./save-flow";

export interface KeptDraft {
  /** The draft that was found when the grid opened. */
  restored: Draft | null;
  /** When the present state was last kept; null while nothing is staged. */
  keptAt: Date | null;
  failed: boolean;
}

const PREFIX = "danh-muc.draft.";
const PAUSE = 250;

/** Puts a kept draft back into a new store. */
export function restoreDraft(store: GridStore, flow: SaveFlow, key: string): Draft | null {
  const draft = readDraft(localStorage, PREFIX + key);
  if (draft) {
    store.restart(draft.staged);
    flow.note = draft.note;
  }
  return draft;
}

/** Keeps staged edits and the note on this machine a moment after each change, and at once when the page goes away. */
export function useDraft(store: GridStore, flow: SaveFlow, key: string, restored: Draft | null): KeptDraft {
  const [state, setState] = useState<KeptDraft>({
    restored,
    keptAt: restored ? new Date(restored.at) : null,
    failed: false,
  });
  const last = useRef({ staged: store.staged, note: flow.note });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(timer);
      const { staged } = store;
      if (staged === last.current.staged && flow.note === last.current.note) return;
      last.current = { staged, note: flow.note };
      const now = new Date();
      const kept = keepDraft(localStorage, PREFIX + key, { staged, note: flow.note, at: now.toISOString() });
      setState((old) => ({ ...old, keptAt: staged.rows.size > 0 && kept ? now : null, failed: !kept }));
    };
    const stop = store.subscribe(() => {
      if (store.staged === last.current.staged && flow.note === last.current.note) return;
      clearTimeout(timer);
      timer = setTimeout(keep, PAUSE);
    });
    window.addEventListener("pagehide", keep);
    return () => {
      keep();
      stop();
      window.removeEventListener("pagehide", keep);
    };
  }, [store, flow, key]);

  useEffect(() => {
    if (!state.failed) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [state.failed]);

  return state;
}
