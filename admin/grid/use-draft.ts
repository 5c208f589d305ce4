import { useEffect, useRef, useState } from "react";
import { joinStaged, type Draft } from "./draft";
import { indexedDraftBase } from "./draft-base";
import { DraftKeeper } from "./draft-keeper";
import { DraftTabs } from "./draft-tabs";
import type { GridStore } from "./grid-store";
import type { SaveFlow } from "./save-flow";
import { NOTHING_STAGED, type Staged } from "./staging";

export interface KeptDraft {
  /** The draft that was found when the grid opened. */
  restored: Draft | null;
  /** When the present state was last kept; null while nothing is staged. */
  keptAt: Date | null;
  failed: boolean;
  /** Rows that wait in other tabs of the same person, in this view. */
  elsewhere: number;
}

const PAUSE = 250;
/** A step of this many rows is kept at once: it is more than the quick storage may hold if the page goes away. */
const MANY = 200;

/**
 * Keeps staged edits and the note on this machine: a moment after each change, at once after a large one, and at the
 * latest when the page goes away. A draft that was left (reload, sign-out, closed tab) is put back when the grid opens.
 */
export function useDraft(store: GridStore, flow: SaveFlow, key: string): KeptDraft {
  const [state, setState] = useState<KeptDraft>({ restored: null, keptAt: null, failed: false, elsewhere: 0 });
  const keeper = useRef<DraftKeeper | null>(null);

  useEffect(() => {
    const tabs = new DraftTabs(key);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOpen = true;
    let last: Staged = store.staged;
    const now = (): Draft => ({ staged: store.staged, note: flow.note, at: new Date().toISOString(), sent: flow.sent });
    const keep = async () => {
      clearTimeout(timer);
      const draft = now();
      // The grid may be closed by the time it is kept.
      const mine = keeper.current;
      if (!mine || mine.isKept(draft)) return;
      const isKept = (await mine.keep(draft)) || mine.keepNow(draft);
      const keptAt = draft.staged.rows.size > 0 && isKept ? new Date(draft.at) : null;
      if (isOpen) setState((old) => ({ ...old, keptAt, failed: !isKept }));
    };
    const onChange = () => {
      const { staged } = store;
      if (!keeper.current || keeper.current.isKept({ staged, note: flow.note, sent: flow.sent })) return;
      tabs.pending(staged.rows.size);
      clearTimeout(timer);
      const isLarge = Math.abs(staged.rows.size - last.rows.size) >= MANY;
      last = staged;
      if (isLarge) void keep();
      else timer = setTimeout(() => void keep(), PAUSE);
    };
    const leave = () => void keeper.current?.keepNow(now());
    const hide = () => {
      if (!document.hidden) return;
      leave();
      void keep();
    };
    const ask = (event: BeforeUnloadEvent) => {
      if (keeper.current && !keeper.current.keepNow(now())) event.preventDefault();
    };

    tabs.onChange = () => {
      const elsewhere = [...tabs.others.values()].reduce((sum, rows) => sum + rows, 0);
      if (isOpen) setState((old) => (old.elsewhere === elsewhere ? old : { ...old, elsewhere }));
    };
    tabs.onTaken = () => {
      // What slept here is open in another tab now; kept twice it would be saved twice.
      store.restart({ ...NOTHING_STAGED, next: store.staged.next });
      store.say({ key: "draft.taken", tone: "plain" });
    };
    flow.beforeSend = keep;
    const open = async () => {
      const others = await tabs.meet();
      if (!isOpen) return;
      const mine = new DraftKeeper(indexedDraftBase, localStorage, key, tabs.tab);
      const found = await mine.take(others).catch(() => null);
      if (!isOpen) return;
      if (found) {
        // Whoever typed before it was found has typed last.
        store.restart(joinStaged(found.draft.staged, store.staged));
        if (flow.note === "") flow.note = found.draft.note;
        tabs.took(found.tabs);
        setState((old) => ({ ...old, restored: found.draft, keptAt: new Date(found.draft.at) }));
        // A save that was never answered comes first: what it wrote is no change of somebody else's.
        const settle = found.draft.sent ? flow.askAgain(found.draft.sent) : Promise.resolve();
        void settle.then(() => store.recheck([...store.staged.rows.keys()]));
      }
      keeper.current = mine;
      tabs.pending(store.staged.rows.size);
      onChange();
    };
    void open();

    const stop = store.subscribe(onChange);
    window.addEventListener("pagehide", leave);
    window.addEventListener("beforeunload", ask);
    document.addEventListener("visibilitychange", hide);
    return () => {
      isOpen = false;
      leave();
      void keep();
      keeper.current = null;
      tabs.close();
      stop();
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("beforeunload", ask);
      document.removeEventListener("visibilitychange", hide);
    };
  }, [store, flow, key]);

  return state;
}
