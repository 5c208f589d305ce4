import Button from "@mui/material/Button";
import { Undo2 } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { useParams } from "react-router";
import { DataLink } from "../generic/DataLink";
import { formatNumber } from "../platform/format";
import { useLabel, useLanguage, useWords } from "../platform/language";
import { findResource, resourceOf } from "../platform/model";
import { Note } from "../platform/ui/Note";
import { Page } from "../platform/ui/Page";
import { Bones, Empty, Failed } from "../platform/ui/states";
import { useMay } from "../platform/viewer";
import { CHANGE_SET, changedRowsView, ROWS_SHOWN } from "./change.graphql";
import { words } from "./change.words";
import { ChangedRows } from "./ChangedRows";
import { ChangeFacts } from "./ChangeFacts";
import { StuckRows } from "./StuckRows";
import { UndoBar } from "./UndoBar";
import { withSiblings } from "./undone-rows";
import { useChangeSet } from "./use-change-set";
import { useUndo, useUndoTrial } from "./use-undo";
import "./change.css";

/** A change set: who, when, why, each cell before, after and now, and the way back. */
export function ChangeSetShow() {
  const { id = "" } = useParams();
  // What was chosen and refused belongs to one set.
  return <ChangeSetPage key={id} id={id} />;
}

function ChangeSetPage({ id }: { id: string }) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const may = useMay();
  const noteField = useRef<HTMLInputElement>(null);
  const [page, setPage] = useState(0);
  const [whole, setWhole] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const { set, rows, error, isPending, refetch, present, later, undone, isUndoneKnown } = useChangeSet(id, page, whole);
  const { undo, busy, refused, failed } = useUndo(id);
  const touched = useMemo(() => [...new Set(rows.map((row) => findResource(row.resource)?.single))], [rows]);
  const mayUndo =
    isUndoneKnown && !undone.whole && rows.length > 0 && touched.every((single) => single && may(`${single}.change`));
  const toTry = useMemo(
    () => rows.map((row) => row.sequence).filter((sequence) => !undone.bySequence.has(sequence)),
    [rows, undone],
  );
  const trial = useUndoTrial(id, toTry, mayUndo);
  const number = (value: number | string): string => formatNumber(value, language);
  const resource = resourceOf("changeSet");
  const crumbs = [{ text: label(resource.pluralLabel), to: "/changeSets" }];
  const title = `${label(resource.label)} #${number(id)}`;

  if (!set) {
    return (
      <Page title={title} crumbs={crumbs}>
        <div className="card">
          {error ? (
            <Failed error={error} onRetry={() => void refetch()} />
          ) : isPending ? (
            <Bones lines={6} />
          ) : (
            <Empty title={w.missing}>{w.missingHelp}</Empty>
          )}
        </div>
      </Page>
    );
  }

  // The trial is of now; what the last attempt said of rows on other pages still helps.
  const why = new Map([...refused.bySequence].filter(([sequence]) => !toTry.includes(sequence)));
  for (const [sequence, text] of trial.bySequence) why.set(sequence, text);
  const { total } = set.rows;
  const isPaged = total > ROWS_SHOWN;
  const stuck = new Set(withSiblings(rows, [...why.keys()]));
  const isOpen = (sequence: number): boolean => !undone.bySequence.has(sequence) && !stuck.has(sequence);
  const open = isPaged ? total - why.size : rows.filter((row) => isOpen(row.sequence)).length;
  const chosen = new Set(rows.map((row) => row.sequence).filter((at) => !left.has(at) && isOpen(at)));
  const count = isPaged ? open - left.size : chosen.size;

  const choose = (sequences: readonly number[], take: boolean): void =>
    setLeft((before) => {
      const next = new Set(before);
      for (const sequence of withSiblings(rows, sequences)) {
        if (take) next.delete(sequence);
        else next.add(sequence);
      }
      return next;
    });

  const confirm = (note: string): void => {
    const everything = Array.from({ length: total }, (_, sequence) => sequence);
    const isAll = left.size === 0 && (isPaged || chosen.size === total);
    const asked = isAll ? null : isPaged ? everything.filter((sequence) => !left.has(sequence)) : [...chosen];
    // What lies on other pages has not been tried: there the server leaves out what it refuses, and says so.
    void undo({ rows: asked, goodOnly: isPaged, note });
  };

  const from = page * ROWS_SHOWN;
  return (
    <Page
      title={title}
      crumbs={crumbs}
      lead={set.note ? <span style={{ color: "var(--ink)" }}>“{set.note}”</span> : w.noNote}
      actions={
        <>
          <DataLink
            operation={() => ({ query: CHANGE_SET, variables: { id, offset: from } })}
            view={() => changedRowsView(id)}
          />
          {mayUndo && (
            <Button
              variant="outlined"
              disabled={busy || open === 0}
              startIcon={<Undo2 size={16} />}
              onClick={() => {
                setLeft(new Set());
                noteField.current?.focus();
              }}
            >
              {undone.sets.length > 0 || why.size > 0 ? w.undoRest : w.undoAll}
            </Button>
          )}
        </>
      }
    >
      <ChangeFacts set={set} rows={rows} undone={undone} />
      <ChangedRows
        rows={rows}
        present={present}
        later={later}
        whole={whole}
        onWhole={setWhole}
        chosen={mayUndo ? chosen : undefined}
        counts={{ chosen: count, open: mayUndo ? open : total }}
        undone={undone.bySequence}
        stuck={stuck}
        onChoose={choose}
        foot={
          isPaged && (
            <div className="card-foot">
              <span className="grow">{w.showing(number(from + 1), number(from + rows.length), number(total))}</span>
              <Button variant="outlined" disabled={page === 0} onClick={() => setPage(page - 1)}>
                {w.pageBefore}
              </Button>
              <Button variant="outlined" disabled={from + rows.length >= total} onClick={() => setPage(page + 1)}>
                {w.pageAfter}
              </Button>
            </div>
          )
        }
      />
      {mayUndo && <StuckRows rows={rows} present={present} why={why} />}
      {failed && (
        <Note kind="error">
          <b>{w.undoFailed}</b> {failed}
        </Note>
      )}
      {mayUndo && open > 0 && (
        <UndoBar
          count={count}
          busy={busy}
          needsNote={trial.needsNote ?? refused.needsNote}
          noteField={noteField}
          onUndo={confirm}
        />
      )}
    </Page>
  );
}
