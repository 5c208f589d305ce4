import { filterOptions } from "./cell-text";
import type { GridColumnSpec, ListOption, RefValue } from "./grid-column";

/** The list under a cell of choices or references while it is being edited. Immutable. */
export interface OpenList {
  options: readonly ListOption[];
  /** The text the options belong to; null while none have come yet. */
  foundFor: string | null;
  active: number;
  /** Chosen so far, in columns that take several. */
  chosen: readonly ListOption[];
  /** What the person did since it opened. Before anything, Enter changes nothing; having typed nothing, it clears. */
  act: "none" | "typed" | "moved";
  /** Whether an option was taken in or out since it opened: what is typed then comes to these, else it replaces them. */
  ticked: boolean;
}

const asOptions = (column: GridColumnSpec, value: unknown): ListOption[] => {
  const values = value == null ? [] : Array.isArray(value) ? value : [value];
  if (column.search) return (values as RefValue[]).map(({ id, label }) => ({ id, label }));
  return values.flatMap((id) => column.choices?.filter((choice) => choice.id === id) ?? []);
};

/** Opens the list; `keep` starts from the cell's value, else typing replaces it. */
export function openList(column: GridColumnSpec, value: unknown, keep: boolean): OpenList {
  const now = asOptions(column, value);
  const options = column.choices ?? [];
  const active = Math.max(
    0,
    options.findIndex((option) => option.id === now[0]?.id),
  );
  return {
    options,
    foundFor: column.choices ? "" : null,
    active,
    chosen: keep ? now : [],
    act: keep ? "none" : "typed",
    ticked: false,
  };
}

/** The list for the typed text: choices are filtered at once, references come by `found` later. */
export function typed(list: OpenList, column: GridColumnSpec, text: string): OpenList {
  if (!column.choices) return { ...list, act: "typed" };
  return { ...list, options: filterOptions(column.choices, text), foundFor: text, active: 0, act: "typed" };
}

export const found = (list: OpenList, text: string, options: readonly ListOption[]): OpenList => ({
  ...list,
  options,
  foundFor: text,
  active:
    list.foundFor === null
      ? Math.max(
          0,
          options.findIndex((option) => option.id === list.chosen[0]?.id),
        )
      : 0,
});

export function step(list: OpenList, by: number): OpenList {
  const last = list.options.length - 1;
  return last < 0 ? list : { ...list, active: Math.max(0, Math.min(list.active + by, last)), act: "moved" };
}

/** Takes an option in, or out again. */
export function toggle(list: OpenList, option: ListOption | undefined): OpenList {
  if (!option) return list;
  const has = list.chosen.some((each) => each.id === option.id);
  const chosen = has ? list.chosen.filter((each) => each.id !== option.id) : [...list.chosen, option];
  return { ...list, chosen, act: "moved", ticked: true };
}

/** Takes an option that was typed: in place of what the cell held, or to what was taken since the list opened. */
export function takeIn(list: OpenList, option: ListOption): OpenList {
  const before = list.ticked ? list.chosen.filter((each) => each.id !== option.id) : [];
  return { ...list, chosen: [...before, option], act: "moved", ticked: true };
}

/** What a chosen list puts into the cell. */
export function valueOf(column: GridColumnSpec, options: readonly ListOption[]): unknown {
  const values = options.map(({ id, label }) => (column.search ? { id, label } : id));
  return column.many ? values : (values[0] ?? null);
}

/**
 * What Enter does: a value, a text to be read as typed, or nothing. A list that has not come for this text yet does
 * not hold the typing up: the text goes into the cell and is looked up there.
 */
export function outcome(
  list: OpenList,
  column: GridColumnSpec,
  text: string,
): { value: unknown } | { text: string } | null {
  if (list.act === "none") return null;
  if (text.trim() === "" && column.many) return { value: valueOf(column, list.chosen) };
  if (text === "" && list.act === "typed") return { text };
  if (text !== "" && (list.foundFor !== text || list.options.length === 0))
    return { text: withTaken(list, column, text) };
  const active = list.options[list.active];
  if (!active) return null;
  if (!column.many) return { value: valueOf(column, [active]) };
  return { value: valueOf(column, takeIn(list, active).chosen) };
}

/** A text that is read later must not cost what was taken before it. Names of rows may be ambiguous, so only choices. */
const withTaken = (list: OpenList, column: GridColumnSpec, text: string) =>
  column.many && column.choices && list.ticked ? [...list.chosen.map(({ label }) => label), text].join("; ") : text;
