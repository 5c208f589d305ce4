import { NOTHING_STAGED, type Staged, type StagedRow } from "./staging";

/** Staged edits as they are kept on this machine, per person and view, until they are saved or dropped. */
export interface Draft {
  staged: Staged;
  note: string;
  /** When it was kept, ISO 8601. */
  at: string;
}

interface Kept {
  form: 1;
  at: string;
  note: string;
  next: number;
  rows: StagedRow[];
}

/** Where drafts are kept; the browser's localStorage fits. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Keeps the draft; nothing staged removes it. Answers false when the browser has no room or forbids it. */
export function keepDraft(storage: DraftStorage, key: string, draft: Draft): boolean {
  try {
    if (draft.staged.rows.size === 0) storage.removeItem(key);
    else {
      const { staged, note, at } = draft;
      const kept: Kept = { form: 1, at, note, next: staged.next, rows: [...staged.rows.values()] };
      storage.setItem(key, JSON.stringify(kept));
    }
    return true;
  } catch {
    return false;
  }
}

/** The draft kept under the key, or null. What another release wrote in another form is left where it is. */
export function readDraft(storage: DraftStorage, key: string): Draft | null {
  try {
    const kept = JSON.parse(storage.getItem(key) ?? "null") as Kept | null;
    if (kept?.form !== 1 || !Array.isArray(kept.rows) || kept.rows.length === 0) return null;
    const staged = { ...NOTHING_STAGED, next: kept.next, rows: new Map(kept.rows.map((row) => [row.key, row])) };
    return { staged, note: kept.note, at: kept.at };
  } catch {
    return null;
  }
}
