import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useEffect, useRef, useState, useSyncExternalStore, type KeyboardEvent, type Ref } from "react";
import type { FindQuery } from "./find";
import type { Finder } from "./finder";
import type { GridStore } from "./grid-store";
import type { Say } from "./grid.messages";
import { ReplacePreview } from "./ReplacePreview";

interface FindBarProps {
  store: GridStore;
  finder: Finder;
  say: Say;
  /** With the line for replacing. */
  replacing: boolean;
  readOnly: boolean;
  input: Ref<HTMLInputElement>;
  onClose(): void;
}

const PAUSE = 250;

/** The line under the grid's bar in which one looks for cells, and replaces in them. */
export function FindBar({ store, finder, say, replacing, readOnly, input, onClose }: FindBarProps) {
  useSyncExternalStore(finder.subscribe, finder.version);
  const [query, setQuery] = useState<FindQuery>(finder.query);
  const [by, setBy] = useState("");
  const [previewing, setPreviewing] = useState(false);
  const asked = useRef(finder.query);
  const ask = () => {
    if (asked.current !== query) {
      asked.current = query;
      void finder.ask(query);
    }
  };
  useEffect(() => {
    if (asked.current === query) return;
    const timer = setTimeout(ask, PAUSE);
    return () => clearTimeout(timer);
  });
  useEffect(() => () => finder.stop(), [finder]);

  const go = (back: boolean) => {
    ask();
    finder.go(back);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
    else if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement) || event.target.type === "checkbox")
      return;
    else go(event.shiftKey);
    event.preventDefault();
    event.stopPropagation();
  };
  const count = finder.matches.length;
  const said =
    query.text === ""
      ? ""
      : count === 0
        ? finder.isRunning
          ? ""
          : say("findNone")
        : finder.place > 0
          ? say("findPlace", { at: finder.place, n: count })
          : say("findCount", { n: count });
  const check = (name: "exact" | "whole", text: string) => (
    <label>
      <input
        type="checkbox"
        checked={query[name]}
        onChange={(event) => setQuery({ ...query, [name]: event.target.checked })}
      />
      {text}
    </label>
  );

  return (
    <div
      className="bulk-grid-find"
      role="search"
      aria-label={say(replacing ? "findReplace" : "find")}
      onKeyDown={onKeyDown}
    >
      <div>
        <input
          ref={input}
          className="bulk-grid-input"
          aria-label={say("findWhat")}
          placeholder={say("findWhat")}
          value={query.text}
          onChange={(event) => setQuery({ ...query, text: event.target.value })}
        />
        <select
          className="bulk-grid-input"
          aria-label={say("findIn")}
          value={query.field ?? ""}
          onChange={(event) => setQuery({ ...query, field: event.target.value || null })}
        >
          <option value="">{say("findAll")}</option>
          {store.columns.map((column) => (
            <option key={column.field} value={column.field}>
              {column.label}
            </option>
          ))}
        </select>
        {check("exact", say("findExact"))}
        {check("whole", say("findWhole"))}
        <button
          type="button"
          className="bulk-grid-icon"
          aria-label={say("findPrevious")}
          title={`${say("findPrevious")} (Shift F3)`}
          onClick={() => go(true)}
        >
          <ChevronUp size={16} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="bulk-grid-icon"
          aria-label={say("findNext")}
          title={`${say("findNext")} (F3)`}
          onClick={() => go(false)}
        >
          <ChevronDown size={16} aria-hidden="true" />
        </button>
        <span role="status">
          {said}
          {finder.failed && <b className="bulk-grid-bad"> {say("findFailed")}</b>}
        </span>
        {finder.isRunning && (
          <span className="bulk-grid-find-progress">
            {say("findProgress", { done: finder.done, total: finder.total })}{" "}
            <button type="button" className="bulk-grid-button is-small" onClick={() => finder.stop()}>
              {say("findStop")}
            </button>
          </span>
        )}
        <span className="bulk-grid-space" />
        <button type="button" className="bulk-grid-icon" aria-label={say("close")} title="Esc" onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </button>
      </div>
      {replacing && !readOnly && (
        <div>
          <input
            className="bulk-grid-input"
            aria-label={say("replaceBy")}
            placeholder={say("replaceBy")}
            value={by}
            onChange={(event) => setBy(event.target.value)}
          />
          <button
            type="button"
            className="bulk-grid-button"
            disabled={count === 0 || finder.isRunning}
            onClick={() => setPreviewing(true)}
          >
            {say("replacePreview")}
          </button>
        </div>
      )}
      {previewing && <ReplacePreview finder={finder} by={by} say={say} onClose={() => setPreviewing(false)} />}
    </div>
  );
}
