import { CircleSlash2 } from "lucide-react";
import type { GridStore } from "../../grid/grid-store";
import { editedValues } from "../../grid/cell-view";
import type { Locale } from "../../grid/grid-column";
import { useWords } from "../../platform/language";
import { RECEIVED, RETURNED, totalsOf, type Values } from "./count-figures";
import { linesOf, zerosOf } from "./fill-zeros";
import { numberIn } from "./sheet-columns";
import { words } from "./sheet.words";

/** Says 0 of everything that is still blank in the selected lines: one step, staged like any other edit. */
export function ZerosButton({ store }: { store: GridStore }) {
  const w = useWords(words);
  const edits = zerosOf(store);
  return (
    <button
      type="button"
      className="bulk-grid-button is-small"
      title={edits.length > 0 ? w.zerosHelp : w.zerosNoneHelp}
      disabled={edits.length === 0}
      onClick={() => store.place(zerosOf(store))}
    >
      <CircleSlash2 size={16} strokeWidth={1.75} aria-hidden />{" "}
      {edits.length > 0 ? w.zeros(edits.length, linesOf(edits)) : w.zerosNone}
    </button>
  );
}

/** The lines of a sheet with what is staged for them. */
export function editedLines(rows: readonly { id: string; values: Values }[], store: GridStore): Values[] {
  return rows.map(({ id, values }) => editedValues(values, store.staged.rows.get(id)));
}

/** What the sheet adds up to as it is edited: lines reported, and the channels' sums on both legs. */
export function SheetTotals({ lines, locale }: { lines: Iterable<Values>; locale: Locale }) {
  const w = useWords(words);
  const number = numberIn(locale);
  const totals = totalsOf(lines);
  const leg = (name: string, fields: readonly string[]) => (
    <span>
      {name}{" "}
      {fields.map((field, index) => (
        <span key={field}>
          {index > 0 && " · "}
          {[w.counter, w.post, w.online][index]} <b>{number(totals.sums[field] ?? 0)}</b>
        </span>
      ))}
    </span>
  );
  return (
    <>
      <span>
        <b>{w.reported(number(totals.reported), number(totals.lines))}</b>
        {totals.part > 0 && `, ${w.part(number(totals.part))}`}
      </span>
      {leg(w.received, RECEIVED)}
      {leg(w.returned, RETURNED)}
    </>
  );
}
