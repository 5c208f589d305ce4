import { Save, X } from "lucide-react";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { explain } from "./explain";
import { cellText } from "./cell-text";
import { rowTitle } from "./cell-view";
import type { GridColumnSpec } from "./grid-column";
import type { GridStore } from "./grid-store";
import type { Say } from "./grid.messages";
import { StateTag } from "./PendingRows";
import type { SaveFlow } from "./save-flow";
import { problemsByRow, savedKeys, stayingRows, type SaveAnswer } from "./save-plan";
import { type RowProblem, type Staged, type StagedRow } from "./staging";

interface SavePreviewProps {
  store: GridStore;
  flow: SaveFlow;
  say: Say;
  /** What the screen adds, such as the day whose state is written. */
  about?: string;
}

const SHOWN = 200;

/** What the server would write, before it writes: every cell before and after, and what it refuses. */
export function SavePreview({ store, flow, say, about }: SavePreviewProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const note = useRef<HTMLInputElement>(null);
  const id = useId();
  const preview = flow.step.at === "preview" ? flow.step : null;
  const isOpen = preview !== null;

  useEffect(() => {
    if (!isOpen) return;
    dialog.current?.showModal();
    note.current?.focus();
    note.current?.select();
  }, [isOpen]);

  if (!preview) return null;
  const { plan, answer, staged, saving, failed } = preview;
  const savable = savedKeys(plan.keys, answer);
  const stays = stayingRows(staged, plan.keys, answer).length;
  return (
    <dialog
      ref={dialog}
      className="bulk-grid-dialog"
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        flow.back();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (savable.length > 0) void flow.confirm();
        }}
      >
        <header>
          <h2 id={`${id}-title`}>
            {savable.length > 0 ? say("previewTitle", { n: savable.length }) : say("previewNone")}
          </h2>
          <button
            type="button"
            className="bulk-grid-icon"
            aria-label={say("close")}
            disabled={saving}
            onClick={() => flow.back()}
          >
            <X size={16} strokeWidth={1.75} aria-hidden="true" />
          </button>
        </header>
        <p>
          {say(stays > 0 ? "previewAbout" : "previewAllGood", { n: savable.length, m: stays })}{" "}
          {about && savable.length > 0 && <b>{about}</b>}
        </p>
        <div className="bulk-grid-scroll">
          {savable.length > 0 && (
            <Savable store={store} say={say} staged={staged} keys={plan.keys} answer={answer} savable={savable} />
          )}
          <Staying store={store} say={say} staged={staged} keys={plan.keys} answer={answer} />
        </div>
        {savable.length > 0 && (
          <>
            <label htmlFor={`${id}-note`}>{say("reason")}</label>
            <input
              ref={note}
              id={`${id}-note`}
              className="bulk-grid-input"
              value={flow.note}
              maxLength={500}
              placeholder={say("reasonHint")}
              disabled={saving}
              onChange={(event) => flow.setNote(event.target.value)}
            />
          </>
        )}
        {failed && (
          <p role="alert" className="bulk-grid-note is-bad">
            {say("saveUnknown")}
          </p>
        )}
        <footer>
          <button type="button" className="bulk-grid-button" disabled={saving} onClick={() => flow.back()}>
            {say("previewBack")}
          </button>
          {savable.length > 0 && (
            <button type="submit" className="bulk-grid-button is-primary" disabled={saving}>
              <Save size={16} strokeWidth={1.75} aria-hidden="true" />
              {saving ? say("previewSaving", { n: savable.length }) : say("previewSave", { n: savable.length })}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}

interface PartProps {
  store: GridStore;
  say: Say;
  staged: Staged;
  keys: readonly string[];
  answer: SaveAnswer;
}

function Savable({ store, say, staged, keys, answer, savable }: PartProps & { savable: readonly string[] }) {
  const rows = savable.flatMap((key) => staged.rows.get(key) ?? []);
  const answered = new Map(answer.rows.map((row) => [keys[row.index], row.cells]));
  return (
    <table>
      <thead>
        <tr>
          <th>{say("previewRow")}</th>
          <th>{say("previewField")}</th>
          <th>{say("previewBefore")}</th>
          <th>{say("previewAfter")}</th>
        </tr>
      </thead>
      <tbody>{rows.slice(0, SHOWN).flatMap((row) => linesOf(store, say, row, answered.get(row.key) ?? []))}</tbody>
      {rows.length > SHOWN && (
        <tfoot>
          <tr>
            <td colSpan={4}>{say("pendingMore", { n: rows.length - SHOWN })}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

type AnsweredCell = SaveAnswer["rows"][number]["cells"][number];

/** One line per cell: the edited ones, then what the server changes along with them (such as the day a state begins). */
function linesOf(store: GridStore, say: Say, row: StagedRow, answered: readonly AnsweredCell[]): ReactNode[] {
  const title = rowTitle(store.columns, row, store.locale);
  if (row.deleted || row.id === null) {
    return [
      <tr key={row.key}>
        <td>{title}</td>
        <td>{say("cellCount", { n: row.deleted ? store.columns.length : Object.keys(row.cells).length })}</td>
        <td>{row.deleted ? "" : say("previewNothing")}</td>
        <td>
          <StateTag state={row.deleted ? "deleted" : "new"}>
            {say(row.deleted ? "previewDeleted" : "previewNew")}
          </StateTag>
        </td>
      </tr>,
    ];
  }
  const shown = (column: GridColumnSpec, value: unknown) => cellText(column, value, store.locale) || say("empty");
  const lines = Object.entries(row.cells).flatMap(([field, { value }]) => {
    const column = store.field(field);
    return column
      ? [{ field, label: column.label, before: shown(column, row.before[field]), after: shown(column, value) }]
      : [];
  });
  for (const { field, before, after } of answered) {
    const column = store.field(field);
    // A reference comes as a bare id here, which says nothing to a person.
    if (field in row.cells || !column || column.search) continue;
    lines.push({ field, label: column.label, before: shown(column, before), after: shown(column, after) });
  }
  return lines.map(({ field, label, before, after }, index) => (
    <tr key={`${row.key}.${field}`}>
      <td>{index === 0 ? title : ""}</td>
      <td>{label}</td>
      <td>
        <span className="bulk-grid-before">{before}</span>
      </td>
      <td>
        <span className="bulk-grid-after">{after}</span>
      </td>
    </tr>
  ));
}

/** Every row that is not saved this time, each with its reasons, and what is said of the whole. */
function Staying({ store, say, staged, keys, answer }: PartProps) {
  const refused = problemsByRow(keys, answer);
  const rows = stayingRows(staged, keys, answer);
  const whole = refused.get(null) ?? [];
  if (rows.length === 0 && whole.length === 0) return null;
  return (
    <div className="bulk-grid-note is-bad">
      <b>{whole.length > 0 ? say("batchRefused") : say("refusedTitle", { n: rows.length })}</b>
      {whole.length > 0 && <Refusal store={store} say={say} problems={whole} />}
      {rows.slice(0, SHOWN).map((row) => {
        const problems = refused.get(row.key) ?? [];
        // A refusal of the whole is the reason of each row.
        const reasons = problems.length > 0 || whole.length > 0 ? [] : reasonsOf(store, say, row);
        return (
          (problems.length > 0 || reasons.length > 0) && (
            <Refusal key={row.key} store={store} say={say} problems={problems} row={row} reasons={reasons} />
          )
        );
      })}
      {rows.length > SHOWN && <p>{say("pendingMore", { n: rows.length - SHOWN })}</p>}
    </div>
  );
}

interface RefusalProps {
  store: GridStore;
  say: Say;
  problems: readonly RowProblem[];
  row?: StagedRow;
  reasons?: readonly string[];
}

function Refusal({ store, say, problems, row, reasons = [] }: RefusalProps) {
  const said = problems.map((problem) => (store.locale === "vi" ? problem.messageVi : problem.messageEn));
  return (
    <p>
      {row && <b>{rowTitle(store.columns, row, store.locale) || say("empty")}: </b>}
      {[...said, ...reasons].join(" ")}
      {problems.some((problem) => problem.code === "SIGN_IN") && (
        <>
          {" "}
          <a href="/login" target="_blank" rel="noreferrer">
            {say("signIn")}
          </a>
        </>
      )}
    </p>
  );
}

/** Why a row was not sent, or waits although nothing is wrong with it. */
function reasonsOf(store: GridStore, say: Say, row: StagedRow): string[] {
  if (row.conflict) return [say("conflictOpen")];
  const unread = Object.entries(row.deleted ? {} : row.cells).flatMap(([field, { text, problem }]) =>
    problem ? [`${store.field(field)?.label ?? field}${text ? ` “${text}”` : ""}: ${explain(say, problem)}`] : [],
  );
  const broken = store.checks.of(row).problems.map((p) => (store.locale === "vi" ? p.messageVi : p.messageEn));
  const missing = row.deleted ? [] : store.missing(row).map((column) => column.label);
  const wrong = [...unread, ...broken];
  const reasons = missing.length > 0 ? [...wrong, say("missing", { fields: missing.join(", ") })] : wrong;
  return reasons.length > 0 ? reasons : [say("waitsForAll")];
}
