import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from "react";
import { explain } from "./explain";
import type { GridColumnSpec, ListOption, RefValue } from "./grid-column";
import type { GridStore } from "./grid-store";
import type { Say } from "./grid.messages";

interface DrawerFieldProps {
  store: GridStore;
  say: Say;
  column: GridColumnSpec;
  /** The row's position in the view. */
  index: number;
  /** The field's value has come; a row in the grid holds only what its columns show. */
  isKnown: boolean;
  action?: ReactNode;
}

/** One field of a row: its value, an editor of its kind where it may be edited, and what is wrong with it. */
export function DrawerField({ store, say, column, index, isKnown, action }: DrawerFieldProps) {
  const id = useId();
  const cell = store.fieldCell(column, index);
  const wrong = cell.problem
    ? explain(say, cell.problem)
    : cell.refusal && (store.locale === "vi" ? cell.refusal.messageVi : cell.refusal.messageEn);
  const stage = (content: string | { value: unknown }) => store.writeField(column, index, content);
  return (
    <div data-field={column.field} className={`bulk-grid-drawer-field is-${cell.mark}`}>
      <dt>
        <label htmlFor={id} title={column.about}>
          {column.label}
        </label>
        {action}
      </dt>
      <dd>
        {!isKnown ? (
          <span className="bulk-grid-drawer-value">{say("loading")}</span>
        ) : cell.locked ? (
          <span id={id} className="bulk-grid-drawer-value">
            {cell.text || <i>{cell.hint || say("stateEmpty")}</i>}
          </span>
        ) : column.choices && column.many ? (
          <Ticks column={column} value={cell.value} onChange={(value) => stage({ value })} />
        ) : column.choices ? (
          <select
            id={id}
            className="bulk-grid-input"
            value={String(cell.value ?? "")}
            onChange={(event) => stage(event.target.value === "" ? "" : { value: event.target.value })}
          >
            <option value="">{column.required ? "" : say("empty")}</option>
            {column.choices.map((option) => (
              <option key={option.id} value={option.id}>
                {option.label}
              </option>
            ))}
          </select>
        ) : (
          <TextField id={id} column={column} text={cell.text} say={say} isWrong={Boolean(wrong)} onText={stage} />
        )}
        {cell.before !== undefined && (
          <small>
            {say("drawer.was")} <del>{cell.before || say("stateEmpty")}</del>
          </small>
        )}
        {wrong && <small className="is-wrong">{wrong}</small>}
      </dd>
    </div>
  );
}

function Ticks({
  column,
  value,
  onChange,
}: {
  column: GridColumnSpec;
  value: unknown;
  onChange(value: readonly string[]): void;
}) {
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  return (
    <span className="bulk-grid-drawer-ticks">
      {column.choices?.map((option) => (
        <label key={option.id}>
          <input
            type="checkbox"
            checked={chosen.includes(option.id)}
            onChange={({ target }) =>
              onChange(
                // In the order of the list, as the grid's own editor keeps them.
                (column.choices ?? [])
                  .map(({ id }) => id)
                  .filter((id) => (id === option.id ? target.checked : chosen.includes(id))),
              )
            }
          />
          {option.label}
        </label>
      ))}
    </span>
  );
}

interface TextFieldProps {
  id: string;
  column: GridColumnSpec;
  text: string;
  say: Say;
  isWrong: boolean;
  onText(content: string | { value: unknown }): void;
}

/** A text that is read when it is left, as a cell is; of a reference it is a name to be found. */
function TextField({ id, column, text, say, isWrong, onText }: TextFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [options, setOptions] = useState<readonly ListOption[]>([]);
  const listId = useId();

  useEffect(() => {
    if (typed === null || !column.search || column.many) return;
    let here = true;
    column.search(typed).then(
      (found) => here && setOptions(found.slice(0, 8)),
      () => undefined,
    );
    return () => void (here = false);
  }, [column, typed]);

  const leave = () => {
    if (typed !== null && typed !== text) onText(typed);
    setTyped(null);
    setOptions([]);
  };
  const pick = ({ id: chosen, label }: ListOption) => {
    setTyped(null);
    setOptions([]);
    onText({ value: { id: chosen, label } satisfies RefValue });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape" && typed !== null) {
      setTyped(null);
      setOptions([]);
    } else if (event.key === "Enter" && !(column.multiline && !event.ctrlKey)) leave();
    else if (event.key === "ArrowDown" && options.length > 0 && !event.ctrlKey) {
      document.getElementById(`${listId}-0`)?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const props = {
    id,
    className: "bulk-grid-input",
    value: typed ?? text,
    spellCheck: false,
    autoComplete: "off",
    "aria-invalid": isWrong || undefined,
    onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
    onKeyDown,
  };
  if (column.multiline) return <textarea rows={3} {...props} onBlur={leave} />;
  return (
    <span
      className="bulk-grid-drawer-search"
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && leave()}
    >
      <input
        {...props}
        role={column.search ? "combobox" : undefined}
        aria-expanded={column.search ? options.length > 0 : undefined}
        aria-controls={column.search ? listId : undefined}
      />
      {options.length > 0 && (
        <span id={listId} className="bulk-grid-drawer-options" role="listbox" aria-label={column.label}>
          {options.map((option, at) => (
            <button
              key={option.id}
              id={`${listId}-${at}`}
              type="button"
              role="option"
              aria-selected={false}
              onClick={() => pick(option)}
              onKeyDown={(event) => {
                const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
                if (to === undefined || event.ctrlKey) return;
                event.preventDefault();
                document.getElementById(to < 0 ? id : `${listId}-${to}`)?.focus();
              }}
            >
              {option.label} {option.hint && <small>{option.hint}</small>}
            </button>
          ))}
        </span>
      )}
      {column.many && column.search && <small>{say("drawer.several")}</small>}
    </span>
  );
}
