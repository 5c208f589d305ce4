import type { GridStore } from "./grid-store";
import { chunks, readSome } from "./hear-others";
import type { Notice } from "./notice";
import { meetNewer } from "./conflict";
import type { SentSave } from "./draft";
import type { Locale } from "./grid-column";
import {
  afterSent,
  attachProblems,
  planSave,
  problemsByRow,
  savedKeys,
  type SaveAnswer,
  type SaveMode,
  type SavePlan,
  type SaveRequest,
} from "./save-plan";
import type { CheckedRows } from "./row-check";
import { replaceRows, type RowProblem, type Staged, type StagedRow } from "./staging";

/** Where a save stands. Nothing is written before the preview was confirmed, and nothing is assumed without an answer. */
export type SaveStep =
  | { at: "rest" }
  | { at: "trying" }
  | { at: "preview"; plan: SavePlan; answer: SaveAnswer; staged: Staged; saving: boolean; failed: boolean };

export type OnSave = (request: SaveRequest) => Promise<SaveAnswer>;

/** Takes staged edits to the server: a dry run, a preview, then the save itself, each waited for. */
export class SaveFlow {
  step: SaveStep = { at: "rest" };
  note = "";
  mode: SaveMode = "GOOD_ROWS";
  onSave: OnSave = () => Promise.reject(new Error("nothing to save with"));
  onSaved: (answer: SaveAnswer) => void = () => undefined;
  /** A save was asked for that needs a reason first. */
  onNoteNeeded: () => void = () => undefined;
  /** Takes back a change set by a new one; null where the screen cannot. */
  onUndo: ((changeSet: string, note: string) => Promise<SaveAnswer>) | null = null;
  /** Keeps on this machine what is about to be sent, so that a reload can ask what became of it. */
  beforeSend: () => Promise<void> = () => Promise.resolve();
  /** The save that was sent and not answered yet. */
  sent: SentSave | null = null;
  /** The last save that was prepared: sending the very same again is a repeat, and carries the same key. */
  private prepared = { what: "", key: "" };

  private planned: { staged: Staged; columns: GridStore["columns"]; checks: CheckedRows; plan: SavePlan } | null = null;

  constructor(private readonly store: GridStore) {}

  setNote(note: string): void {
    this.note = note;
    this.store.changed();
  }

  setMode(mode: SaveMode): void {
    this.mode = mode;
    this.store.changed();
  }

  /** What would be sent and what stays; worked out once for each state of the staged edits. */
  get plan(): SavePlan {
    const { staged, columns, checks } = this.store;
    const { planned } = this;
    if (planned?.staged !== staged || planned.columns !== columns || planned.checks !== checks) {
      this.planned = { staged, columns, checks, plan: planSave(staged, columns, checks) };
    }
    return this.planned!.plan;
  }

  /** Why the save cannot begin: rows that are not ready when all or none are wanted. */
  get blocked(): boolean {
    const { changes, left } = this.plan;
    return changes.length === 0 || (this.mode === "ALL_OR_NONE" && left.length > 0);
  }

  /** Why a reason must be given before this can be saved; null once it is. */
  get noteProblem(): RowProblem | null {
    return this.note.trim() === "" ? this.plan.needsNote : null;
  }

  private request(plan: SavePlan, dryRun: boolean): SaveRequest {
    const { mode } = this;
    const note = this.note.trim();
    const what = JSON.stringify([plan.changes, note, mode]);
    if (this.prepared.what !== what) this.prepared = { what, key: newKey() };
    return { changes: plan.changes, note, mode, dryRun, key: this.prepared.key };
  }

  private to(step: SaveStep): void {
    this.step = step;
    this.store.changed();
  }

  /** The dry run. Rows that another person saved meanwhile are met first; where all merge by themselves it tries again. */
  async preview(): Promise<void> {
    if (this.step.at !== "rest" || this.blocked) return;
    if (this.noteProblem) return this.onNoteNeeded();
    if (this.sent) {
      // What an earlier save made is settled before anything more is sent, or it could be made twice.
      await this.askAgain(this.sent);
      if (this.sent || this.blocked) return;
    }
    this.to({ at: "trying" });
    try {
      for (let round = 0; ; round++) {
        const { plan } = this;
        if (plan.changes.length === 0) return this.to({ at: "rest" });
        const answer = await this.onSave(this.request(plan, true));
        const merged = await this.meetStale(plan, answer);
        if (merged && round < 2) continue;
        this.store.amend(attachProblems(this.store.staged, plan.keys, notStale(answer)));
        return this.to({ at: "preview", plan, answer, staged: this.store.staged, saving: false, failed: false });
      }
    } catch {
      this.to({ at: "rest" });
      this.store.say({ key: "saveFailed", values: { n: this.store.staged.rows.size }, tone: "bad" });
    }
  }

  /** The save itself, of what the preview has shown. */
  async confirm(): Promise<void> {
    if (this.step.at !== "preview" || this.step.saving) return;
    const preview = this.step;
    this.to({ ...preview, saving: true, failed: false });
    let answer: SaveAnswer;
    const request = this.request(preview.plan, false);
    try {
      this.sent = { key: request.key, request, keys: preview.plan.keys };
      await this.beforeSend();
      answer = await this.onSave(request);
    } catch {
      // The request may have arrived: the same key goes out again, and the server applies it once.
      return this.to({ ...preview, saving: false, failed: true });
    }
    this.prepared = { what: "", key: "" };
    this.sent = null;
    await this.meetStale(preview.plan, answer).catch(() => false);
    this.finish({ request, keys: preview.plan.keys }, answer);
  }

  /**
   * Asks what became of a save that was sent before the page was left and never answered. Where it was made its rows are
   * done; where it was not they wait as before. Without an answer nothing is decided, and the question stays open.
   */
  async askAgain(sent: SentSave): Promise<void> {
    this.sent = sent;
    let answer: SaveAnswer;
    try {
      answer = await this.onSave({ ...sent.request, dryRun: true, asks: true });
    } catch {
      return this.store.say({ key: "saveUnknown", tone: "bad" });
    }
    this.sent = null;
    if (answer.changeSet) this.finish(sent, answer);
    else this.store.say({ key: "draft.notSaved", values: { n: sent.keys.length }, tone: "bad" });
  }

  private finish({ request, keys }: Pick<SentSave, "request" | "keys">, answer: SaveAnswer): void {
    const saved = answer.changeSet ? savedKeys(keys, answer).length : 0;
    if (answer.changeSet) {
      this.note = "";
      this.store.restart(afterSent(this.store.staged, request.changes, keys, notStale(answer)));
      this.store.renew();
      this.onSaved(answer);
    } else {
      this.store.amend(attachProblems(this.store.staged, keys, notStale(answer)));
    }
    this.to({ at: "rest" });
    const notice = outcome(answer, saved, this.store.staged.rows.size);
    this.store.say(this.onUndo && answer.changeSet ? { ...notice, undoes: answer.changeSet.id } : notice);
  }

  /** Takes back the save that the notice tells of. Until the server has answered, the offer is not made twice. */
  async undoSaved(notice: Notice, note: string): Promise<void> {
    const set = notice.undoes;
    if (!set || !this.onUndo) return;
    this.store.say({ ...notice, undoes: undefined });
    try {
      const answer = await this.onUndo(set, note);
      this.store.renew();
      this.store.say(undoOutcome(answer, notice, this.store.locale));
    } catch {
      this.store.say({ key: "undoUnknown", values: { set }, tone: "bad" });
    }
  }

  /** Goes back to the grid. A save that is under way is waited for. */
  back(): void {
    if (this.step.at === "preview" && !this.step.saving) this.to({ at: "rest" });
  }

  /** Reads the rows that were refused as stale and lays the edits on them; true when all merged by themselves. */
  private async meetStale(plan: SavePlan, answer: SaveAnswer): Promise<boolean> {
    const refused = new Map<string, { row: StagedRow; stale: RowProblem }>();
    for (const [key, problems] of problemsByRow(plan.keys, answer)) {
      const stale = problems.find(isOutrun);
      const row = key === null ? undefined : this.store.staged.rows.get(key);
      if (stale && row && row.id !== null) refused.set(row.id, { row, stale });
    }
    if (refused.size === 0) return false;
    const met = new Map<string, StagedRow>();
    const { source } = this.store;
    for (const ids of chunks([...refused.keys()])) {
      const now = new Map((await readSome(source, ids)).map((row) => [row.id, row]));
      // Who it was is worth a question, but no reason to fail.
      const by = await source.lastChanges?.(ids).catch(() => undefined);
      for (const id of ids) {
        const { row, stale } = refused.get(id)!;
        met.set(row.key, meetNewer(row, now.get(id) ?? null, { ...stale, by: by?.get(id) }));
      }
    }
    this.store.amend(replaceRows(this.store.staged, met));
    const merged = [...met.values()].filter((row) => row.conflict === undefined).length;
    if (merged > 0) this.store.say({ key: "merged", values: { n: merged }, tone: "plain" });
    return merged === met.size;
  }
}

/** Somebody was faster: the row has changed since it was read, or is gone. */
const isOutrun = ({ code, field }: { code: string; field?: string | null }): boolean =>
  code === "STALE" || (code === "NOT_FOUND" && field === "id");

/** A stale row is shown as a conflict, or has merged: its refusal is told by that. */
const notStale = (answer: SaveAnswer): SaveAnswer => ({
  ...answer,
  problems: answer.problems.filter((problem) => !isOutrun(problem)),
});

function outcome(answer: SaveAnswer, saved: number, left: number): Notice {
  if (!answer.changeSet) return { key: "notSaved", values: { m: left }, tone: "bad" };
  const values = { n: saved, m: left, set: answer.changeSet.id };
  return left > 0 ? { key: "savedPart", values, tone: "good" } : { key: "saved", values, tone: "good" };
}

function undoOutcome(answer: SaveAnswer, { values }: Notice, locale: Locale): Notice {
  if (answer.changeSet)
    return { key: "saveUndone", values: { n: values?.n ?? 0, set: answer.changeSet.id }, tone: "good" };
  const said = answer.problems.map((problem) => (locale === "vi" ? problem.messageVi : problem.messageEn));
  return { key: "undoRefused", values: { why: [...new Set(said)].slice(0, 3).join(" ") }, tone: "bad" };
}

/** 128 random bits; `randomUUID` is missing where the page is served without TLS inside a network. */
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
