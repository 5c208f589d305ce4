import { assemble, blocksOf, joinDrafts, readFormer, sameBlock, tailOf, type Draft, type DraftHead } from "./draft";
import { NOTHING_STAGED, type Staged, type StagedRow } from "./staging";

/** Where drafts are kept for good; the browser's IndexedDB has room for a paste of any size. */
export interface DraftBase {
  getMany(keys: readonly string[]): Promise<unknown[]>;
  keys(): Promise<readonly string[]>;
  /** All or none of it. */
  setMany(entries: readonly [string, unknown][]): Promise<void>;
  delMany(keys: readonly string[]): Promise<void>;
}

/** Where something is kept at once, as a page that goes away needs it; the browser's localStorage fits. */
export type QuickStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const TAIL = "danh-muc.draft-tail.";
/** Where an earlier release kept a draft. */
const FORMER = "danh-muc.draft.";
/**
 * Which drafts are taken together. One whose save was never answered is asked for under the keys of its rows, which
 * joining would change: its new rows could be made twice.
 */
function takenOf<Left extends { tab: string; draft: Draft }>(left: readonly Left[], own: string): Left[] {
  const asked = left.filter(({ draft }) => draft.sent);
  const mine = left.find(({ tab }) => tab === own);
  if (mine?.draft.sent) return [mine];
  if (mine || asked.length === 0) return left.filter(({ draft }) => !draft.sent);
  return asked.slice(0, 1);
}

const name = (key: string, tab: string) => `${key}#${tab}`;

/** Keeps one tab's staged edits of one view. */
export class DraftKeeper {
  private kept: Staged = NOTHING_STAGED;
  private keptNote = "";
  private keptSent: Draft["sent"] = null;
  private blocks: readonly (readonly StagedRow[])[] = [];
  private running: Promise<boolean> = Promise.resolve(true);
  /** What was kept at once last. */
  private hurried: Draft | null = null;

  constructor(
    private readonly base: DraftBase,
    private readonly quick: QuickStorage,
    readonly key: string,
    private readonly tab: string,
  ) {}

  private get own(): string {
    return name(this.key, this.tab);
  }

  isKept(draft: Pick<Draft, "staged" | "note" | "sent">): boolean {
    const isSame = (draft.sent ?? null) === this.keptSent;
    return isSame && draft.staged === this.kept && draft.note === this.keptNote;
  }

  /** Keeps the draft, one after the other; nothing staged removes it. Answers false where the browser does not let it. */
  keep(draft: Draft): Promise<boolean> {
    this.running = this.running.then(() => this.write(draft)).catch(() => false);
    return this.running;
  }

  private async write(draft: Draft): Promise<boolean> {
    if (this.isKept(draft)) return true;
    const blocks = blocksOf(draft.staged);
    const surplus = this.blocks.slice(blocks.length).map((_, at) => `${this.own}/${blocks.length + at}`);
    if (blocks.length === 0)
      await this.base.delMany([this.own, ...surplus, ...this.blocks.map((_, at) => `${this.own}/${at}`)]);
    else {
      const changed = blocks.flatMap((rows, at): [string, unknown][] =>
        sameBlock(this.blocks[at], rows) ? [] : [[`${this.own}/${at}`, rows]],
      );
      const head: DraftHead = {
        form: 2,
        at: draft.at,
        note: draft.note,
        sent: draft.sent ?? null,
        next: draft.staged.next,
        blocks: blocks.length,
      };
      await this.base.setMany([...changed, [this.own, head]]);
      if (surplus.length > 0) await this.base.delMany(surplus);
    }
    this.blocks = blocks;
    this.kept = draft.staged;
    this.keptNote = draft.note;
    this.keptSent = draft.sent ?? null;
    // What was kept at once while this was written is younger: it stays, as the difference from what is kept now.
    const { hurried } = this;
    if (!hurried || hurried.at <= draft.at || !this.keepNow(hurried) || this.isKept(hurried)) this.dropTail(this.own);
    return true;
  }

  /** Keeps at once what the last `keep` has not; false where there is no room for it. */
  keepNow(draft: Draft): boolean {
    if (this.isKept(draft)) return true;
    this.hurried = draft;
    try {
      this.quick.setItem(TAIL + this.own, JSON.stringify(tailOf(this.kept, draft)));
      return true;
    } catch {
      return false;
    }
  }

  /**
   * The draft of this tab, as before a reload, and those that tabs have left which are open no more. What was left
   * becomes this tab's own; a draft with an unanswered save is taken alone, and waits while there are others. `open`:
   * the tabs that are.
   */
  async take(open: ReadonlySet<string>): Promise<{ draft: Draft; tabs: string[] } | null> {
    const tabs = [...(await this.tabs())].filter((tab) => tab === this.tab || !open.has(tab));
    const left: { tab: string; draft: Draft }[] = [];
    for (const tab of tabs) {
      const draft = await this.read(tab);
      if (draft) left.push({ tab, draft });
    }
    const taken = takenOf(left, this.tab);
    const drafts = taken.map(({ draft }) => draft);
    const found = taken.map(({ tab }) => tab);
    const former = readFormer(this.quick.getItem(FORMER + this.key));
    const joinsFormer = former !== null && drafts.every(({ sent }) => !sent);
    if (joinsFormer) drafts.push(former);
    const draft = joinDrafts(drafts);
    if (!draft) return null;
    // First kept here, then taken away there: whatever happens in between, nothing is lost.
    const isKept = await this.keep(draft);
    if (isKept) for (const tab of found) if (tab !== this.tab) await this.remove(tab);
    if (isKept && joinsFormer) this.quick.removeItem(FORMER + this.key);
    return { draft, tabs: found };
  }

  private async tabs(): Promise<Set<string>> {
    const tabs = new Set<string>();
    const note = (kept: string) => {
      if (kept.startsWith(`${this.key}#`)) tabs.add(kept.slice(this.key.length + 1).split("/")[0]);
    };
    for (const kept of await this.base.keys().catch(() => [])) note(kept);
    for (let at = 0; at < this.quick.length; at++) {
      const kept = this.quick.key(at);
      if (kept?.startsWith(TAIL)) note(kept.slice(TAIL.length));
    }
    return tabs;
  }

  private async read(tab: string): Promise<Draft | null> {
    const own = name(this.key, tab);
    const [head] = await this.base.getMany([own]).catch(() => [undefined]);
    const count = (head as DraftHead | undefined)?.blocks ?? 0;
    const blocks = await this.base.getMany(Array.from({ length: count }, (_, at) => `${own}/${at}`)).catch(() => []);
    return assemble(head, blocks, this.tail(own));
  }

  private tail(own: string): unknown {
    try {
      return JSON.parse(this.quick.getItem(TAIL + own) ?? "null");
    } catch {
      return null;
    }
  }

  private async remove(tab: string): Promise<void> {
    const own = name(this.key, tab);
    const keys = (await this.base.keys()).filter((kept) => kept === own || kept.startsWith(`${own}/`));
    await this.base.delMany(keys);
    this.dropTail(own);
  }

  private dropTail(own: string): void {
    try {
      this.quick.removeItem(TAIL + own);
    } catch {
      // A browser that forbids the storage holds no tail either.
    }
  }
}
