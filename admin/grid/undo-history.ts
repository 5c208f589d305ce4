/** The states a person can go back to and forward to. States are immutable and share what did not change. */
export interface History<T> {
  past: readonly T[];
  now: T;
  future: readonly T[];
}

const LIMIT = 300;

export const begin = <T>(now: T): History<T> => ({ past: [], now, future: [] });

/** A new step: what was undone before can no longer be redone. */
export function push<T>(history: History<T>, now: T): History<T> {
  if (now === history.now) return history;
  return { past: [...history.past, history.now].slice(-LIMIT), now, future: [] };
}

/** Corrects the present without making a step, e.g. when the answer to a look-up comes in. */
export const amend = <T>(history: History<T>, now: T): History<T> => ({ ...history, now });

export function undo<T>(history: History<T>): History<T> {
  if (history.past.length === 0) return history;
  const now = history.past[history.past.length - 1];
  return { past: history.past.slice(0, -1), now, future: [history.now, ...history.future] };
}

export function redo<T>(history: History<T>): History<T> {
  if (history.future.length === 0) return history;
  const [now, ...future] = history.future;
  return { past: [...history.past, history.now], now, future };
}
