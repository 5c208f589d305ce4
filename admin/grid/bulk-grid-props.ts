import type { ReactNode, RefObject } from "react";
import type { Density } from "./density";
import type { GridColumnSpec, GridSource, Locale } from "./grid-column";
import type { GridHeads } from "./grid-heads";
import type { GridStore } from "./grid-store";
import type { GridFeed } from "./others";
import type { RowCheck } from "./row-check";
import type { OnSave } from "./save-flow";
import type { SaveAnswer } from "./save-plan";

export interface BulkGridProps {
  /** In the order of the screen, frozen ones first. Keep the array between renders. */
  columns: readonly GridColumnSpec[];
  /** Other fields of a row, without a column: named in previews and refusals. */
  unseen?: readonly GridColumnSpec[];
  /** The rows of the view. A new object is a new view (filter, sort, date); staged edits stay. */
  source: GridSource;
  /** Sends changes to the API and answers what it answered; it throws only when there was no answer. */
  onSave: OnSave;
  /** What is wrong with a staged row by its own rules: the server's, run here as one types. Keep it between renders. */
  check?: RowCheck;
  /** Takes back a change set by a new one; with it the grid offers that after each save. */
  onUndo?: (changeSet: string, note: string) => Promise<SaveAnswer>;
  /** After rows were written, with the answer that names the change set. */
  onSaved?: (answer: SaveAnswer) => void;
  /** The past of a row, or of one of its cells, for the row at the side. */
  history?: (id: string, field: string | null) => ReactNode;
  /** Tells what others write to these rows while the grid is open. Keep it between renders. */
  feed?: GridFeed;
  locale: Locale;
  /** The day that the rows are seen as of: an empty day cell opens its calendar there, else on today. */
  day?: string;
  /** Names person and view: staged edits are kept on this machine under it. Edits that mean one day's state need the day. */
  draftKey: string;
  /** What the heads show and offer, where the server sorts and filters the rows. */
  heads?: GridHeads;
  /** Column widths where the screen keeps them; without them the grid keeps its own on this machine. */
  widths?: Readonly<Record<string, number>>;
  onWidths?: (widths: Readonly<Record<string, number>>) => void;
  density?: Density;
  canCreate?: boolean;
  canDelete?: boolean;
  /** For those who may look and copy, not change. */
  readOnly?: boolean;
  /** The screen's controls at the left of the grid's bar. */
  toolbar?: ReactNode;
  /** The screen's own acts on the grid's rows, beside the grid's; asked again with every change of the grid. */
  acts?: (store: GridStore) => ReactNode;
  /** What the screen says of all rows as they are edited, at the left of the status bar. */
  status?: (store: GridStore) => ReactNode;
  /** The screen's filter bar, which stands outside of the grid: F6 leads there too. */
  filters?: RefObject<HTMLElement | null>;
  /** Asked for above the reason at each save, e.g. the date from which the changes hold. */
  saveExtra?: ReactNode;
  /** What the preview says beside the cells, e.g. which day's state is written. */
  saveAbout?: string;
  /** Shown instead of the standing words when the view has no row. */
  empty?: ReactNode;
}
