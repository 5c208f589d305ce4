import Button from "@mui/material/Button";
import { useQueryClient } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { useNotify } from "react-admin";
import { Link, useNavigate, useParams } from "react-router";
import { DataLink } from "../generic/DataLink";
import { FieldValue } from "../generic/FieldValue";
import type { Problem } from "../platform/data/changes";
import { formatMoment, formatNumber } from "../platform/format";
import { request, ServerError } from "../platform/graphql";
import { useLabel, useLanguage, useWords } from "../platform/language";
import { fieldOf, findResource, resourceOf } from "../platform/model";
import { Bones, Empty, Failed, Note } from "../platform/ui/parts";
import { Page } from "../platform/ui/Page";
import { useGraphql } from "../platform/use-graphql";
import { useMay } from "../platform/viewer";
import { CHANGE_SET, presentQuery, UNDO, type ChangeSetData, type PresentData } from "./change.graphql";
import { words } from "./change.words";
import { ChangedRows, namesOf } from "./ChangedRows";

interface UndoResult {
  undoChangeSet: { changeSet: { id: string } | null; rows: unknown[]; problems: Problem[] };
}

/** A change set: who, when, why, each cell before and after, and the way back. */
export function ChangeSetShow() {
  const { id = "" } = useParams();
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const may = useMay();
  const notify = useNotify();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const undoButton = useRef<HTMLButtonElement>(null);
  const [left, setLeft] = useState<Set<number>>(new Set());
  const [refusals, setRefusals] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
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

  const undone = data.undone.items[0];
  const touched = [...new Set(rows.map((row) => findResource(row.resource)?.single))];
  const mayUndo = !undone && rows.length > 0 && touched.every((single) => single && may(`${single}.change`));
  const whole = left.size === 0;
  const chosen = new Set(rows.map((row) => row.sequence).filter((sequence) => !left.has(sequence)));
  const count = whole ? set.rows.total : chosen.size;
  const cells = rows.reduce((sum, row) => sum + namesOf(row).length, 0);
  const source = fieldOf(resource, "source");

  const undo = async (): Promise<void> => {
    setBusy(true);
    setRefusals([]);
    try {
      const answer = await request<UndoResult>(UNDO, { id, rows: whole ? null : [...chosen] });
      const { changeSet, problems } = answer.undoChangeSet;
      if (problems.length > 0 || !changeSet) {
        setRefusals([
          ...new Set(problems.map((problem) => (language === "vi" ? problem.messageVi : problem.messageEn))),
        ]);
        setBusy(false);
        return;
      }
      await queries.invalidateQueries();
      notify(w.undoDone(number(count), number(changeSet.id)), { type: "info" });
      setLeft(new Set());
      setBusy(false);
      navigate(`/changeSets/${changeSet.id}/show`);
    } catch (failure) {
      setRefusals([failure instanceof ServerError ? failure.in(language) : String(failure)]);
      setBusy(false);
    }
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
      value: undone ? (
        <>
          {w.undone} <Link to={`/changeSets/${undone.id}/show`}>#{number(undone.id)}</Link>
        </>
      ) : (
        w.inForce
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
              startIcon={<Undo2 size={16} />}
              onClick={() => {
                setLeft(new Set());
                undoButton.current?.scrollIntoView({ block: "center" });
                undoButton.current?.focus();
              }}
            >
              {w.undoAll}
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
        chosen={mayUndo && set.rows.total === rows.length ? chosen : undefined}
        onChoose={(sequences, take) =>
          setLeft((before) => {
            const next = new Set(before);
            for (const sequence of sequences) {
              if (take) next.delete(sequence);
              else next.add(sequence);
            }
            return next;
          })
        }
      />
      {set.rows.total > rows.length && <Note>{w.partial(number(rows.length), number(set.rows.total))}</Note>}
      {refusals.length > 0 && (
        <Note kind="conflict">
          <div role="alert">
            <b>{w.undoRefused}</b>
            {refusals.map((text) => (
              <p key={text}>{text}</p>
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
            ref={undoButton}
            variant="contained"
            disabled={busy || count === 0}
            startIcon={<Undo2 size={16} />}
            onClick={() => void undo()}
          >
            {w.undo(number(count))}
          </Button>
        </div>
      )}
    </Page>
  );
}
