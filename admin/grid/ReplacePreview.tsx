import { useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Finder, Replacement } from "./finder";
import { MOST_ROWS } from "./grid-store";
import type { Say } from "./grid.messages";

interface ReplacePreviewProps {
  finder: Finder;
  by: string;
  say: Say;
  onClose(): void;
}

/** Cells listed one by one; the others are counted, and are replaced as well. */
const LISTED = 500;
const LEFT_LISTED = 50;

/** Every cell that a replacement would change, before and after, to be chosen from; and those it leaves alone. */
export function ReplacePreview({ finder, by, say, onClose }: ReplacePreviewProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [{ cells, isCut }] = useState(() => finder.replacements(by));
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const open = useMemo(() => cells.filter((cell) => cell.left === null), [cells]);
  const left = useMemo(() => cells.filter((cell) => cell.left !== null), [cells]);
  const chosen = open.filter((cell) => !out.has(cell.key));
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const toggle = ({ key }: Replacement) => {
    const next = new Set(out);
    if (!next.delete(key)) next.add(key);
    setOut(next);
  };
  return (
    <dialog
      ref={dialog}
      className="bulk-grid-dialog"
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          finder.replace(chosen);
          onClose();
        }}
      >
        <h2 id={`${id}-title`}>{open.length > 0 ? say("replaceTitle", { n: chosen.length }) : say("replaceNone")}</h2>
        <p>{say("replaceAbout")}</p>
        {isCut && <p className="bulk-grid-bad">{say("replaceCut", { n: MOST_ROWS })}</p>}
        <div className="bulk-grid-replace">
          {open.length > 0 && (
            <table>
              <thead>
                <tr>
                  <th>
                    <input
                      type="checkbox"
                      aria-label={say("replaceAll")}
                      checked={out.size === 0}
                      onChange={() => setOut(out.size === 0 ? new Set(open.map((cell) => cell.key)) : new Set())}
                    />
                  </th>
                  <th>{say("previewRow")}</th>
                  <th>{say("previewField")}</th>
                  <th>{say("previewBefore")}</th>
                  <th>{say("previewAfter")}</th>
                </tr>
              </thead>
              <tbody>
                {open.slice(0, LISTED).map((cell) => (
                  <tr key={cell.key}>
                    <td>
                      <input
                        type="checkbox"
                        aria-label={`${cell.title}, ${cell.label}`}
                        checked={!out.has(cell.key)}
                        onChange={() => toggle(cell)}
                      />
                    </td>
                    <td>{cell.title}</td>
                    <td>{cell.label}</td>
                    <td>
                      <span className="bulk-grid-before">{cell.before}</span>
                    </td>
                    <td>
                      <span className="bulk-grid-after">{cell.after || say("empty")}</span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {open.length > LISTED && <p>{say("replaceMore", { n: open.length - LISTED })}</p>}
          {left.length > 0 && (
            <>
              <p>{say("replaceLeft", { n: left.length })}</p>
              <ul>
                {left.slice(0, LEFT_LISTED).map((cell) => (
                  <li key={cell.key}>
                    {cell.title}, {cell.label}, “{cell.before}”: {cell.left && say(cell.left)}
                  </li>
                ))}
              </ul>
              {left.length > LEFT_LISTED && <p>{say("replaceLeftMore", { n: left.length - LEFT_LISTED })}</p>}
            </>
          )}
        </div>
        <footer>
          <button type="button" className="bulk-grid-button" onClick={onClose}>
            {say("replaceBack")}
          </button>
          <button type="submit" className="bulk-grid-button is-primary" autoFocus disabled={chosen.length === 0}>
            {say("replaceGo", { n: chosen.length })}
          </button>
        </footer>
      </form>
    </dialog>
  );
}
