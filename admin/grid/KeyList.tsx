import { useId, useLayoutEffect, useRef } from "react";
import type { Locale } from "./grid-column";
import type { Say } from "./grid.messages";
import { KEYS, type KeyGroup } from "./keys";

/** The keyboard map of the grid, to be read. When it closes the browser gives the focus back to where it was. */
export function KeyList({ locale, say, onClose }: { locale: Locale; say: Say; onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const closer = useRef<HTMLButtonElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    closer.current?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="bulk-grid-dialog is-wide"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
        }}
      >
        <h2 id={id}>{say("keys.title")}</h2>
        {/* It scrolls in a small window, also by keys. */}
        <div className="bulk-grid-scroll bulk-grid-keys" tabIndex={0} role="group" aria-labelledby={id}>
          {KEYS.map((group) => (
            <Group key={group.title.en} group={group} locale={locale} />
          ))}
        </div>
        <footer>
          <button ref={closer} type="submit" className="bulk-grid-button is-primary">
            {say("close")}
          </button>
        </footer>
      </form>
    </dialog>
  );
}

/** Keys that are pressed together stay on one line. */
const unbroken = (keys: string) => keys.replace(/\b(Ctrl|Shift|Alt) (?=\S+( ·|$))/g, "$1\u00a0");

function Group({ group, locale }: { group: KeyGroup; locale: Locale }) {
  return (
    <table>
      <caption>{group.title[locale]}</caption>
      <tbody>
        {group.rows.map(({ keys, does }) => (
          <tr key={keys.en}>
            <th scope="row">{unbroken(keys[locale])}</th>
            <td>{does[locale]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
