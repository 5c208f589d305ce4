import type { SaveRequest } from "./save-plan";
import { isNewKey, NOTHING_STAGED, type Staged, type StagedRow } from "./staging";

/** Staged edits as they are kept on this machine, per person and view, until they are saved or dropped. */
export interface Draft {
  staged: Staged;
  note: string;
  /** When it was kept, ISO 8601. */
  at: string;
  /** A save that was sent and not answered yet. */
  sent?: SentSave | null;
}

/** What was sent to be saved: asked again under its key it is the same save, and the answer says whether it was made. */
export interface SentSave {
  key: string;
  request: SaveRequest;
  keys: readonly string[];
}

/** Rows kept under one key: an edit in a large draft writes one block anew, not everything. */
export const BLOCK = 250;

/** What says how a draft is kept; its rows lie in blocks beside it. */
export interface DraftHead {
  form: 2;
  at: string;
  note: string;
  next: number;
  blocks: number;
  sent?: SentSave | null;
}

/** What changed since the draft was kept: small enough to be kept at once when the page goes away. */
export interface DraftTail {
  form: 2;
  at: string;
  note: string;
  next: number;
  rows: readonly StagedRow[];
  gone: readonly string[];
  sent?: SentSave | null;
}

/** The rows of a draft in blocks; a block of the very same rows need not be written again. */
export function blocksOf(staged: Staged): StagedRow[][] {
  const rows = [...staged.rows.values()];
  const blocks: StagedRow[][] = [];
  for (let at = 0; at < rows.length; at += BLOCK) blocks.push(rows.slice(at, at + BLOCK));
  return blocks;
}

export const sameBlock = (a: readonly StagedRow[] | undefined, b: readonly StagedRow[]): boolean =>
  a !== undefined && a.length === b.length && a.every((row, at) => row === b[at]);

/** What has to be kept beside a state that is kept already. */
export function tailOf(kept: Staged, draft: Draft): DraftTail {
  const { rows, next } = draft.staged;
  return {
    form: 2,
    at: draft.at,
    note: draft.note,
    sent: draft.sent ?? null,
    next,
    rows: [...rows.values()].filter((row) => kept.rows.get(row.key) !== row),
    gone: [...kept.rows.keys()].filter((key) => !rows.has(key)),
  };
}

/** The draft that head, blocks and tail make together, or null where there is none to be read. */
export function assemble(head: unknown, blocks: readonly unknown[], tail: unknown): Draft | null {
  const isHead = isForm<DraftHead>(head) && blocks.every(Array.isArray);
  const rows = new Map<string, StagedRow>();
  let draft: Draft | null = null;
  if (isHead) {
    for (const row of (blocks as StagedRow[][]).flat()) rows.set(row.key, row);
    draft = { staged: { rows, next: head.next }, note: head.note, at: head.at, sent: head.sent ?? null };
  }
  if (isForm<DraftTail>(tail) && Array.isArray(tail.rows) && (!draft || tail.at > draft.at)) {
    for (const key of tail.gone) rows.delete(key);
    for (const row of tail.rows) rows.set(row.key, row);
    draft = { staged: { rows, next: tail.next }, note: tail.note, at: tail.at, sent: tail.sent ?? null };
  }
  return draft && draft.staged.rows.size > 0 ? draft : null;
}

/** The draft of a release that kept all of it as one text. */
export function readFormer(text: string | null): Draft | null {
  try {
    const kept = JSON.parse(text ?? "null") as {
      form: 1;
      at: string;
      note: string;
      next: number;
      rows: StagedRow[];
    } | null;
    if (kept?.form !== 1 || !Array.isArray(kept.rows) || kept.rows.length === 0) return null;
    const rows = new Map(kept.rows.map((row) => [row.key, row]));
    return { staged: { rows, next: kept.next }, note: kept.note, at: kept.at };
  } catch {
    return null;
  }
}

/** What another release wrote in another form is left where it is. */
const isForm = <T extends { form: 2 }>(kept: unknown): kept is T =>
  typeof kept === "object" && kept !== null && (kept as { form?: unknown }).form === 2;

/**
 * Puts drafts of several tabs together, none of them lost: rows of one id take the cells of both, the later one's where
 * both have one; new rows get numbers of their own.
 */
export function joinDrafts(drafts: readonly Draft[]): Draft | null {
  const inOrder = [...drafts].sort((a, b) => (a.at < b.at ? -1 : 1));
  let joined: Draft | null = null;
  for (const draft of inOrder) {
    if (!joined) {
      joined = draft;
      continue;
    }
    const { staged, note, at }: Draft = joined;
    joined = {
      staged: joinStaged(staged, draft.staged),
      note: draft.note || note,
      at: draft.at > at ? draft.at : at,
      sent: null,
    };
  }
  return joined;
}

/** Lays later edits over earlier ones. */
export function joinStaged(earlier: Staged, later: Staged): Staged {
  if (earlier.rows.size === 0) return { ...later, next: Math.max(earlier.next, later.next) };
  const rows = new Map(earlier.rows);
  let next = Math.max(earlier.next, NOTHING_STAGED.next);
  for (const row of later.rows.values()) {
    if (isNewKey(row.key)) {
      const key = `+${next++}`;
      rows.set(key, { ...row, key });
      continue;
    }
    const former = rows.get(row.key);
    const older = former && former.version < row.version ? former : row;
    const { version, before } = older;
    rows.set(row.key, former ? { ...row, version, before, cells: { ...former.cells, ...row.cells } } : row);
  }
  return { rows, next: Math.max(next, later.next) };
}
