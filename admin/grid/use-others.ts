import { useEffect, useState } from "react";
import type { GridStore } from "./grid-store";
import type { GridFeed } from "./others";

/** Others' changes are seen within five seconds: a question every three, and the time it takes to answer it. */
const PAUSE = 3000;
/** While nobody answers, questions become rarer, up to this. */
const LONGEST = 30_000;

export interface OthersKnown {
  /** When the last answer came. */
  at: Date | null;
  /** The last question found no answer. */
  isLost: boolean;
}

/** Keeps an open grid up to date with what others write, as long as the page can be seen. */
export function useOthers(store: GridStore, feed: GridFeed | undefined): OthersKnown {
  const [known, setKnown] = useState<OthersKnown>({ at: null, isLost: false });
  useEffect(() => {
    if (!feed) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pause = PAUSE;
    let isAsking = false;
    const ask = async () => {
      clearTimeout(timer);
      if (document.hidden || isAsking) return;
      isAsking = true;
      try {
        const changes = await feed.next(stop.signal);
        if (changes.length > 0) await store.hear(changes);
        pause = PAUSE;
        if (!stop.signal.aborted) setKnown({ at: new Date(), isLost: false });
      } catch {
        pause = Math.min(pause * 2, LONGEST);
        if (!stop.signal.aborted) setKnown((old) => ({ ...old, isLost: true }));
      } finally {
        isAsking = false;
        if (!stop.signal.aborted && !document.hidden) timer = setTimeout(() => void ask(), pause);
      }
    };
    // What comes into view again, or back to the network, asks at once.
    const again = () => {
      pause = PAUSE;
      void ask();
    };
    document.addEventListener("visibilitychange", again);
    window.addEventListener("online", again);
    void ask();
    return () => {
      stop.abort();
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", again);
      window.removeEventListener("online", again);
    };
  }, [store, feed]);
  return known;
}
