import { Save, X } from "lucide-react";
import { memo, useId, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { DropAll } from "./DropAll";
import type { Locale } from "./grid-column";
import type { GridStore } from "./grid-store";
import type { Say } from "./grid.messages";
import {
  CellChanges,
  ConflictChoices,
  ConflictHead,
  SettleAll,
  groupsOf,
  RowHead,
  RowReasons,
  StateTag,
} from "./PendingRows";
import type { SaveFlow } from "./save-flow";
import { NOTHING_STAGED, type Staged, type StagedRow } from "./staging";

interface PendingPanelProps {
  store: GridStore;
  flow: SaveFlow;
  say: Say;
  /** Something the screen asks for at each save, such as the date from which the changes hold. */
  extra?: ReactNode;
  onClose(): void;
  /** Gives the focus back to the grid. */
  onFocus(): void;
}

/** The reason, wherever the panel stands. */
export const NOTE_FIELD = ".bulk-grid-panel input[data-note]";

/** Rows listed in full; the rest is counted. */
const SHOWN = 50;

/** What waits to be saved, why some of it cannot be yet, and the one button that takes it to the server. */
export function PendingPanel({ store, flow, say, extra, onClose, onFocus }: PendingPanelProps) {
  const { staged } = store;
  const count = staged.rows.size;
  const [dropping, setDropping] = useState(false);
  return (
    <aside className="bulk-grid-panel" aria-label={say("pendingTitle")}>
      <header>
        <h2>{say("pendingTitle")}</h2>
        {count > 0 && <small>{say("pendingCount", { n: count })}</small>}
        <span className="bulk-grid-space" />
        {count > 0 && (
          <button type="button" className="bulk-grid-button is-small is-quiet" onClick={() => setDropping(true)}>
            {say("dropAll")}
          </button>
        )}
        <button type="button" className="bulk-grid-icon" aria-label={say("close")} onClick={onClose}>
          <X size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
      </header>
      {dropping && (
        <DropAll
          say={say}
          count={count}
          onClose={(sure) => {
            flushSync(() => setDropping(false));
            onFocus();
            if (sure) store.step({ ...NOTHING_STAGED, next: store.staged.next });
          }}
        />
      )}
      <div className="bulk-grid-pending">
        {count === 0 && (
          <div className="bulk-grid-none">
            <b>{say("pendingNone")}</b>
            <span>{say("pendingNoneAbout")}</span>
          </div>
        )}
        <PendingList store={store} staged={staged} columns={store.columns} say={say} />
      </div>
      <PanelFoot flow={flow} say={say} locale={store.locale} extra={extra} />
    </aside>
  );
}

interface PendingListProps {
  store: GridStore;
  say: Say;
  /** The list is worked out anew when one of these is another; moving through the grid leaves it as it is. */
  staged: Staged;
  columns: GridStore["columns"];
}

const PendingList = memo(function PendingList({ store, say }: PendingListProps) {
  const groups = groupsOf(store);
  return (
    <>
      {groups.conflicts.length > 1 && <SettleAll store={store} say={say} count={groups.conflicts.length} />}
      <Rows say={say} rows={groups.conflicts}>
        {(row) => (
          <section key={row.key} className="is-conflict">
            <ConflictHead store={store} say={say} row={row} />
            <RowHead store={store} say={say} row={row} />
            <ConflictChoices store={store} say={say} row={row} />
          </section>
        )}
      </Rows>
      <Rows say={say} rows={groups.invalid}>
        {(row) => (
          <section key={row.key}>
            <StateTag state="invalid">{say("invalid")}</StateTag>
            <RowHead store={store} say={say} row={row} />
            <CellChanges store={store} say={say} row={row} />
            <RowReasons store={store} say={say} row={row} />
          </section>
        )}
      </Rows>
      {groups.changed.length > 0 && (
        <section>
          <StateTag state="changed">{say("changed", { n: groups.changed.length })}</StateTag>
          <Rows say={say} rows={groups.changed}>
            {(row) => (
              <div key={row.key} className="bulk-grid-item">
                <RowHead store={store} say={say} row={row} />
                <CellChanges store={store} say={say} row={row} />
              </div>
            )}
          </Rows>
        </section>
      )}
      <Rows say={say} rows={groups.added}>
        {(row) => (
          <section key={row.key}>
            <div className="bulk-grid-tag-line">
              <StateTag state="new">{say("added")}</StateTag>
              <small>{say("cellCount", { n: Object.keys(row.cells).length })}</small>
            </div>
            <RowHead store={store} say={say} row={row} />
          </section>
        )}
      </Rows>
      <Rows say={say} rows={groups.deleted}>
        {(row) => (
          <section key={row.key}>
            <StateTag state="deleted">{say("deleted")}</StateTag>
            <RowHead store={store} say={say} row={row} />
          </section>
        )}
      </Rows>
    </>
  );
});

function Rows({ rows, say, children }: { rows: readonly StagedRow[]; say: Say; children(row: StagedRow): ReactNode }) {
  return (
    <>
      {rows.slice(0, SHOWN).map(children)}
      {rows.length > SHOWN && <p className="bulk-grid-more">{say("pendingMore", { n: rows.length - SHOWN })}</p>}
    </>
  );
}

interface PanelFootProps {
  flow: SaveFlow;
  say: Say;
  locale: Locale;
  extra?: ReactNode;
}

function PanelFoot({ flow, say, locale, extra }: PanelFootProps) {
  const id = useId();
  const { changes, left } = flow.plan;
  const { noteProblem } = flow;
  const all = flow.mode === "ALL_OR_NONE";
  const trying = flow.step.at === "trying";
  const why = left.length === 0 ? "" : say(all ? "stayAll" : "stayGood", { n: left.length });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void flow.preview();
      }}
    >
      {extra}
      <label htmlFor={`${id}-note`}>{say("reason")}</label>
      <input
        id={`${id}-note`}
        data-note=""
        className="bulk-grid-input"
        aria-describedby={noteProblem ? `${id}-note-why` : undefined}
        value={flow.note}
        maxLength={500}
        placeholder={say("reasonHint")}
        onChange={(event) => flow.setNote(event.target.value)}
      />
      {noteProblem && (
        <p id={`${id}-note-why`} className="bulk-grid-reason">
          {locale === "vi" ? noteProblem.messageVi : noteProblem.messageEn}
        </p>
      )}
      <div className="bulk-grid-modes">
        {(["ALL_OR_NONE", "GOOD_ROWS"] as const).map((mode) => (
          <label key={mode}>
            <input type="radio" name={`${id}-mode`} checked={flow.mode === mode} onChange={() => flow.setMode(mode)} />
            {say(mode === "ALL_OR_NONE" ? "allOrNone" : "goodRows")}
          </label>
        ))}
      </div>
      <button
        type="submit"
        className="bulk-grid-button is-primary"
        disabled={flow.blocked || trying}
        aria-describedby={`${id}-why`}
      >
        <Save size={16} strokeWidth={1.75} aria-hidden="true" />
        {trying ? say("saveTrying", { n: changes.length }) : say("save", { n: changes.length })}
        <kbd>Ctrl S</kbd>
      </button>
      <small id={`${id}-why`}>{why}</small>
    </form>
  );
}
