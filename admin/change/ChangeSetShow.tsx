import Button from "@mui/material/Button";
import { Undo2 } from "lucide-react";
import { useMemo, useState } from "react";
import { Link, useParams } from "react-router";
import { DataLink } from "../generic/DataLink";
import { FieldValue } from "../generic/FieldValue";
import { formatMoment, formatNumber } from "../platform/format";
import { useLabel, useLanguage, useWords } from "../platform/language";
import { fieldOf, findResource, resourceOf } from "../platform/model";
import { Note } from "../platform/ui/Note";
import { Bones, Empty, Failed } from "../platform/ui/states";
import { Page } from "../platform/ui/Page";
import { useGraphql } from "../platform/use-graphql";
import { useMay } from "../platform/viewer";
import { CHANGE_SET, presentQuery, type ChangeSetData, type PresentData } from "./change.graphql";
import { words } from "./change.words";
import { ChangedRows, namesOf } from "./ChangedRows";
import { UndoDialog } from "./UndoDialog";
import { undoneRows, withSiblings } from "./undone-rows";
import { useUndo } from "./use-undo";

/** A change set: who, when, why, each cell before and after, and the way back. */
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
  const [left, setLeft] = useState<Set<number>>(new Set());
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState("");
  const { undo, busy, refused, failed } = useUndo(id);
  const { data, error, isPending, refetch } = useGraphql<ChangeSetData>(CHANGE_SET, { id });
  const set = data?.changeSet;
  const rows = useMemo(() => set?.rows.items ?? [], [set]);
  const present = useMemo(() => presentQuery(rows, namesOf), [rows]);
  const now = useGraphql<PresentData>(present?.query ?? "", present?.variables, { enabled: present !== null });
  const resource = resourceOf("changeSet");
  const number = (value: number | string): string => formatNumber(value, language);
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

  const undone = undoneRows(data);
  const touched = [...new Set(rows.map((row) => findResource(row.resource)?.single))];
  const mayUndo = !undone.whole && rows.length > 0 && touched.every((single) => single && may(`${single}.change`));
  const stuck = new Set(withSiblings(rows, [...refused.keys()]));
  // Beyond the rows shown nothing can be chosen: there the server leaves out what it refuses.
  const isShownWhole = set.rows.total === rows.length;
  const chosen = new Set(
    rows
      .map((row) => row.sequence)
      .filter((sequence) => !left.has(sequence) && !undone.bySequence.has(sequence) && !stuck.has(sequence)),
  );
  const count = isShownWhole ? chosen.size : set.rows.total - refused.size;
  const cells = rows.reduce((sum, row) => sum + namesOf(row).length, 0);
  const source = fieldOf(resource, "source");

  const confirm = async (): Promise<void> => {
    const every = chosen.size === rows.length || !isShownWhole;
    await undo({ rows: every ? null : [...chosen], goodOnly: !isShownWhole && refused.size > 0, note, count });
    setAsking(false);
  };

  const facts: { name: string; value: React.ReactNode }[] = [
    { name: w.person, value: set.person?.name ?? w.system },
    { name: w.at, value: formatMoment(set.at) },
    { name: w.source, value: source ? <FieldValue field={source} value={set.source} /> : set.source },
    {
      name: w.scope,
      value:
        set.rows.total === rows.length
          ? w.scopeText(number(cells), number(rows.length))
          : w.rowsOnly(number(set.rows.total)),
    },
    {
      name: w.state,
      value:
        undone.sets.length === 0 ? (
          w.inForce
        ) : (
          <>
            {undone.whole ? w.undone : w.undonePartly}{" "}
            {undone.sets.map((other, index) => (
              <span key={other}>
                {index > 0 && ", "}
                <Link to={`/changeSets/${other}/show`}>#{number(other)}</Link>
              </span>
            ))}
          </>
        ),
    },
    ...(set.undoes
      ? [{ name: w.undoes, value: <Link to={`/changeSets/${set.undoes.id}/show`}>#{number(set.undoes.id)}</Link> }]
      : []),
  ];

  return (
    <Page
      title={title}
      crumbs={crumbs}
      lead={set.note ? <span style={{ color: "var(--ink)" }}>“{set.note}”</span> : w.noNote}
      actions={
        <>
          <DataLink operation={() => ({ query: CHANGE_SET, variables: { id } })} />
          {mayUndo && (
            <Button
              variant="outlined"
              disabled={busy || (isShownWhole && rows.length === undone.bySequence.size + stuck.size)}
              startIcon={<Undo2 size={16} />}
              onClick={() => {
                setLeft(new Set());
                setAsking(true);
              }}
            >
              {undone.sets.length > 0 || refused.size > 0 ? w.undoRest : w.undoAll}
            </Button>
          )}
        </>
      }
    >
      <dl className="card card-body fact-line">
        {facts.map((fact) => (
          <div key={fact.name}>
            <dt>{fact.name}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      <ChangedRows
        rows={rows}
        present={now.data}
        chosen={mayUndo && isShownWhole ? chosen : undefined}
        undone={undone.bySequence}
        refused={refused}
        stuck={stuck}
        onChoose={(sequences, take) =>
          setLeft((before) => {
            const next = new Set(before);
            for (const sequence of withSiblings(rows, sequences)) {
              if (take) next.delete(sequence);
              else next.add(sequence);
            }
            return next;
          })
        }
      />
      {set.rows.total > rows.length && <Note>{w.partial(number(rows.length), number(set.rows.total))}</Note>}
      {(refused.size > 0 || failed) && (
        <Note kind="conflict">
          <div role="alert">
            <b>{failed ? w.undoFailed : w.undoRefused(number(refused.size))}</b>
            {failed && <p>{failed}</p>}
            {[...refused]
              .filter(([sequence]) => !rows.some((row) => row.sequence === sequence))
              .map(([sequence, text]) => (
                <p key={sequence}>{text}</p>
              ))}
          </div>
        </Note>
      )}
      {mayUndo && (
        <div className="card row wrap" style={{ padding: "12px 14px" }}>
          <div className="grow">
            <b className="strong">{w.undoText(number(count))}</b>
            <div className="hint">{w.undoMore}</div>
          </div>
          <Button
            variant="contained"
            disabled={busy || count === 0}
            startIcon={<Undo2 size={16} />}
            onClick={() => setAsking(true)}
          >
            {`${w.undo(number(count))}…`}
          </Button>
        </div>
      )}
      <UndoDialog
        open={asking}
        rows={number(count)}
        note={note}
        busy={busy}
        onNote={setNote}
        onConfirm={() => void confirm()}
        onClose={() => setAsking(false)}
      />
    </Page>
  );
}
