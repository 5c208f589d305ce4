import { CircleCheck, History, Keyboard, RefreshCw } from "lucide-react";
import { useMemo, type ReactNode } from "react";
import { formatTime } from "../platform/format";
import type { GridStore } from "./grid-store";
import type { Say } from "./grid.messages";
import { isSingle, rangeOf } from "./selection";
import type { OthersKnown } from "./use-others";
import type { KeptDraft } from "./use-draft";

interface StatusBarProps {
  store: GridStore;
  version: number;
  say: Say;
  draft: KeptDraft;
  known: OthersKnown;
  onKeys(): void;
  /** What the screen says of all rows. */
  children?: ReactNode;
}

/** Adding up stops to be instant beyond this; the count is still shown. */
const MOST_ADDED = 10_000;

/** What is selected and what it adds up to; how long the list is; whether the draft is kept. */
export function StatusBar({ store, version, say, draft, known, onKeys, children }: StatusBarProps) {
  const figures = useMemo(() => addUp(store, version), [store, version]);
  const group = new Intl.NumberFormat(store.locale === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: 2 });
  return (
    <div className="bulk-grid-status">
      {children}
      {!isSingle(store.selection) && (
        <span>
          <b>{group.format(figures.cells)}</b> {say("selectedCells")}
        </span>
      )}
      {figures.count > 1 && (
        <>
          <span>
            {say("sum")} <b>{group.format(figures.sum)}</b>
          </span>
          <span>
            {say("average")} <b>{group.format(Number(figures.sum) / figures.count)}</b>
          </span>
          <span>
            {say("least")} <b>{group.format(figures.least)}</b>
          </span>
          <span>
            {say("most")} <b>{group.format(figures.most)}</b>
          </span>
        </>
      )}
      <span className="bulk-grid-space" />
      <Fresh store={store} say={say} />
      {store.total !== null && <span>{say("rowCount", { n: store.total })}</span>}
      {draft.failed && <span className="bulk-grid-bad">{say("draftFailed")}</span>}
      {draft.keptAt && (
        <span className="bulk-grid-kept">
          <CircleCheck size={14} strokeWidth={1.75} aria-hidden="true" />{" "}
          {say("draftKept", { at: formatTime(draft.keptAt.toISOString()) })}
        </span>
      )}
      {known.at && (
        <span className={known.isLost ? "bulk-grid-bad" : "bulk-grid-kept"}>
          <History size={14} strokeWidth={1.75} aria-hidden="true" />{" "}
          {say(known.isLost ? "others.notSince" : "others.asOf", { at: formatTime(known.at.toISOString()) })}
        </span>
      )}
      <button type="button" className="bulk-grid-keys-open" title="F1" onClick={onKeys}>
        <Keyboard size={14} strokeWidth={1.75} aria-hidden="true" /> {say("keys.open")}
      </button>
    </div>
  );
}

/** Rows of others that came or went. The rows in view stay where they are until somebody asks for them anew. */
function Fresh({ store, say }: { store: GridStore; say: Say }) {
  const fresh = store.fresh.size;
  const lost = [...store.others.values()].filter(({ row }) => row === null).length;
  if (fresh + lost === 0) return null;
  const key = fresh === 0 ? "others.lost" : lost === 0 ? "others.fresh" : "others.both";
  return (
    <button type="button" className="bulk-grid-fresh" onClick={() => store.renew()}>
      <RefreshCw size={14} strokeWidth={1.75} aria-hidden="true" /> {say(key, { n: fresh || lost, m: lost })}
    </button>
  );
}

/** The figures of the selected range as they are at a version of the store. */
function addUp(store: GridStore, _version: number) {
  const range = rangeOf(store.selection);
  const figures = { cells: range.width * range.height, count: 0, sum: 0n, least: 0n, most: 0n };
  const adding = store.columns
    .map((column, at) => ({ column, at }))
    .filter(({ column, at }) => column.amount && at >= range.x && at < range.x + range.width);
  if (adding.length * range.height > MOST_ADDED) return figures;
  for (let row = range.y; row < range.y + range.height; row++) {
    for (const { column, at } of adding) {
      const { value } = store.cell(at, row);
      const amount = value == null ? null : (column.amount?.(value) ?? null);
      if (amount === null || (typeof amount === "number" && !Number.isInteger(amount))) continue;
      const whole = BigInt(amount);
      figures.sum += whole;
      figures.least = figures.count === 0 || whole < figures.least ? whole : figures.least;
      figures.most = figures.count === 0 || whole > figures.most ? whole : figures.most;
      figures.count += 1;
    }
  }
  return figures;
}
