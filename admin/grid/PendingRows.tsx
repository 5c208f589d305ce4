import { ArrowRight, CircleAlert, GitPullRequestArrow, Minus, Pencil, Plus, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { formatTime } from "../platform/format";
import { cellText } from "./cell-text";
import { rowTitle } from "./cell-view";
import { choose, chooseAll } from "./conflict";
import { goToRow } from "./grid-acts";
import type { GridStore } from "./grid-store";
import { explain } from "./explain";
import type { Say } from "./grid.messages";
import { conflictFields, revertRows, type StagedRow } from "./staging";

/** The pending rows, sorted as a person should meet them: what needs a choice, what is wrong, then what will be saved. */
export interface PendingGroups {
  conflicts: StagedRow[];
  invalid: StagedRow[];
  changed: StagedRow[];
  added: StagedRow[];
  deleted: StagedRow[];
}

export function groupsOf(store: GridStore): PendingGroups {
  const groups: PendingGroups = { conflicts: [], invalid: [], changed: [], added: [], deleted: [] };
  for (const row of store.staged.rows.values()) {
    const wrong = store.checks.problems(row).length > 0 || Object.values(row.cells).some((cell) => cell.problem);
    if (row.conflict) groups.conflicts.push(row);
    else if (wrong || (!row.deleted && store.missing(row).length > 0)) groups.invalid.push(row);
    else if (row.deleted) groups.deleted.push(row);
    else if (row.id === null) groups.added.push(row);
    else groups.changed.push(row);
  }
  return groups;
}

export type PendingState = "conflict" | "invalid" | "changed" | "new" | "deleted";

const ICONS = { conflict: GitPullRequestArrow, invalid: CircleAlert, changed: Pencil, new: Plus, deleted: Minus };

/** The word and shape of a state. */
export function StateTag({ state, children }: { state: PendingState; children: ReactNode }) {
  const Icon = ICONS[state];
  return (
    <span className={`bulk-grid-tag is-${state}`}>
      <Icon size={14} strokeWidth={1.75} aria-hidden="true" /> {children}
    </span>
  );
}

export interface PendingRowProps {
  store: GridStore;
  say: Say;
  row: StagedRow;
}

/** The row's name, which leads to it, and the way to drop its changes. */
export function RowHead({ store, say, row }: PendingRowProps) {
  // A row that exists is known by the name it has; the one it gets stands among its changes.
  const known = row.id === null ? row : { ...row, cells: {} };
  const title = rowTitle(store.columns, known, store.locale) || say("empty");
  return (
    <div className="bulk-grid-row-head">
      <button
        type="button"
        className={row.deleted ? "bulk-grid-title is-struck" : "bulk-grid-title"}
        onClick={() => goToRow(store, row.key) || store.say({ key: "noProblemHere", tone: "plain" })}
      >
        {title}
      </button>
      <button
        type="button"
        className="bulk-grid-icon"
        aria-label={say("dropRow")}
        title={say("dropRow")}
        onClick={() => store.step(revertRows(store.staged, [row.key]))}
      >
        <Undo2 size={14} strokeWidth={1.75} aria-hidden="true" />
      </button>
    </div>
  );
}

/** Each edited cell, before and after. */
export function CellChanges({ store, say, row }: PendingRowProps) {
  return (
    <>
      {[...store.columns, ...store.unseen].flatMap((column) => {
        const cell = row.cells[column.field];
        if (!cell || cell.problem) return [];
        const show = (value: unknown) => cellText(column, value, store.locale) || say("empty");
        const before = show(row.before[column.field]);
        const after = show(cell.value);
        const isLong = column.label.length + before.length + after.length > 32;
        return [
          <div key={column.field} className={isLong ? "bulk-grid-change is-long" : "bulk-grid-change"}>
            <span>{column.label}</span>
            <del>{before}</del>
            <ArrowRight size={13} strokeWidth={1.75} aria-hidden="true" />
            <ins>{after}</ins>
          </div>,
        ];
      })}
    </>
  );
}

/** Everything that keeps a row from being saved: unread cells, missing fields, the server's refusals. */
export function RowReasons({ store, say, row }: PendingRowProps) {
  const missing = row.deleted ? [] : store.missing(row);
  const label = (field: string) => store.field(field)?.label ?? field;
  return (
    <>
      {Object.entries(row.cells).map(([field, { text, problem }]) =>
        problem ? (
          <p key={field} className="bulk-grid-reason">
            <button type="button" onClick={() => goToRow(store, row.key, field)}>
              {label(field)}:
            </button>
            {text ? <em>{text}</em> : null} <span>{explain(say, problem)}</span>
          </p>
        ) : null,
      )}
      {store.checks.problems(row).map((problem, index) => (
        <p key={`p${index}`} className="bulk-grid-reason">
          {/* A field that the grid has not, such as the row's number, says nothing to a person. */}
          {problem.field !== null && store.field(problem.field) && (
            <button type="button" onClick={() => goToRow(store, row.key, problem.field ?? undefined)}>
              {label(problem.field)}:
            </button>
          )}
          <span>{store.locale === "vi" ? problem.messageVi : problem.messageEn}</span>
        </p>
      ))}
      {missing.length > 0 && (
        <p className="bulk-grid-reason">
          {say("missing", { fields: missing.map((column) => column.label).join(", ") })}
        </p>
      )}
    </>
  );
}

/** The word of a conflict, with who saved first and when. */
export function ConflictHead({ say, row }: PendingRowProps) {
  const by = row.conflict?.by;
  return (
    <div className="bulk-grid-tag-line">
      <StateTag state="conflict">{say("conflict")}</StateTag>
      {by && <small>{say("others.saved", { who: by.who ?? say("others.system"), at: formatTime(by.at) })}</small>}
    </div>
  );
}

/** Settles every open conflict at once, for whoever knows whose values are right. */
export function SettleAll({ store, say, count }: { store: GridStore; say: Say; count: number }) {
  return (
    <div className="bulk-grid-both is-all">
      <span>{say("others.allOf", { n: count })}</span>
      {(["mine", "theirs"] as const).map((choice) => (
        <button
          key={choice}
          type="button"
          className="bulk-grid-button is-small"
          onClick={() => store.step(chooseAll(store.staged, choice))}
        >
          {say(choice === "mine" ? "others.mine" : "others.hers")}
        </button>
      ))}
    </div>
  );
}

/** Both values of each field that two persons changed, side by side, none chosen beforehand. */
export function ConflictChoices({ store, say, row }: PendingRowProps) {
  const { conflict } = row;
  if (!conflict) return null;
  const take = (field: string | null, choice: "mine" | "theirs") =>
    store.step(choose(store.staged, row.key, field, choice));
  const who = conflict.by ? (conflict.by.who ?? say("others.system")) : null;
  const whole =
    conflict.theirs === null ? (["goneMine", "goneTheirs"] as const) : (["deleteMine", "deleteTheirs"] as const);
  const fields = row.deleted || conflict.theirs === null ? [] : conflictFields(row);
  return (
    <>
      {/* Who and when stand in the head of the section; where they are not known the server's sentence says it. */}
      {!who && <p className="bulk-grid-who">{store.locale === "vi" ? conflict.messageVi : conflict.messageEn}</p>}
      {who && conflict.theirs === null && <p className="bulk-grid-who">{say("others.deleted", { who })}</p>}
      {fields.map((field) => {
        const column = store.field(field);
        if (!column) return null;
        const show = (value: unknown) => cellText(column, value, store.locale) || say("empty");
        const options = {
          mine: row.cells[field].text ?? show(row.cells[field].value),
          theirs: show(conflict.theirs?.values[field]),
        };
        return (
          <fieldset key={field}>
            <legend>{column.label}</legend>
            {(["mine", "theirs"] as const).map((choice) => (
              <label key={choice}>
                <input
                  type="radio"
                  name={`${row.key}.${field}`}
                  checked={conflict.choices[field] === choice}
                  onChange={() => take(field, choice)}
                />
                <span>
                  {choice === "theirs" && who ? say("others.theirs", { who }) : say(choice)}: <b>{options[choice]}</b>
                </span>
              </label>
            ))}
          </fieldset>
        );
      })}
      {fields.length !== 1 && (
        <div className="bulk-grid-both">
          {fields.length > 1 && <span>{say("others.allOne")}</span>}
          <button type="button" className="bulk-grid-button is-small" onClick={() => take(null, "mine")}>
            {say(fields.length > 1 ? "others.mine" : whole[0])}
          </button>
          <button type="button" className="bulk-grid-button is-small" onClick={() => take(null, "theirs")}>
            {say(fields.length > 1 ? "others.hers" : whole[1])}
          </button>
        </div>
      )}
    </>
  );
}
