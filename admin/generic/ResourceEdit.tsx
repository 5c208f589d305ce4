import Button from "@mui/material/Button";
import { Save } from "lucide-react";
import { useRef, useState } from "react";
import { Form, HttpError } from "react-admin";
import { Link, useNavigate } from "react-router";
import { changedFields, type Problem } from "../platform/data/changes";
import { useLabel, useWords } from "../platform/language";
import type { ModelResource, Row } from "../platform/model";
import { rowTitle } from "../platform/row-title";
import { Note } from "../platform/ui/Note";
import { Page } from "../platform/ui/Page";
import { useAsOf } from "../platform/as-of";
import { useMay } from "../platform/viewer";
import { Conflict } from "./Conflict";
import { FieldInput } from "./FieldInput";
import { formFields, formValues, isWideField, tidyValues } from "./form-values";
import { words } from "./form-words";
import { FromDate } from "./FromDate";
import { ReasonBox, UnsavedGuard } from "./form-parts";
import { NoRight } from "./NoRight";
import { RowAwaited, useRow } from "./ResourceShow";
import { useChange } from "./use-change";

/** The form of any row; a row that someone else saved meanwhile is compared, and nothing typed is lost. */
export function ResourceEdit({ resource }: { resource: ModelResource }) {
  const may = useMay();
  const found = useRow(resource);
  const { date } = useAsOf();
  const opened = useRef<{ row: Row; day: string }>(undefined);
  if (found.data) opened.current ??= { row: found.data, day: date };
  if (!may(`${resource.single}.change`)) return <NoRight resource={resource} />;
  if (!opened.current) return <RowAwaited resource={resource} row={found} />;
  return <EditForm key={opened.current.row.id} resource={resource} {...opened.current} />;
}

/** `day` is the one the row was read on: what is corrected is that day's state, wherever the strip moves meanwhile. */
function EditForm({ resource, row, day }: { resource: ModelResource; row: Row; day: string }) {
  const w = useWords(words);
  const label = useLabel();
  const navigate = useNavigate();
  const change = useChange(resource);
  const [base, setBase] = useState(row);
  const [initial] = useState(() => formValues(resource, row));
  const [note, setNote] = useState("");
  const [from, setFrom] = useState<string | null>(null);
  const [unreadable, setUnreadable] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const [stale, setStale] = useState<{ latest: Row }>();
  const [busy, setBusy] = useState(false);
  // A new state begins on the day chosen above; only a correction may move the days themselves.
  const fields = formFields(resource, false).filter((field) => !(from && field.kind.open));
  const title = rowTitle(resource, base, label);
  const back = `/${resource.plural}/${row.id}/show`;

  const submit = async (typed: Record<string, unknown>): Promise<object | undefined> => {
    const values = tidyValues(resource, typed);
    if (from) for (const field of resource.fields) if (field.kind.open) values[field.name] = base[field.name];
    setRefusal(unreadable);
    if (unreadable) return undefined;
    if (Object.keys(changedFields(resource, values, base)).length === 0) {
      setRefusal(w.nothingChanged);
      return undefined;
    }
    setBusy(true);
    try {
      await change.update(values, base, note, from ? { from } : { asOf: day });
      navigate(back);
      return undefined;
    } catch (error) {
      setBusy(false);
      if (!(error instanceof HttpError)) throw error;
      const problems = (error.body as { problems?: Problem[] } | undefined)?.problems ?? [];
      if (problems.some((problem) => problem.code === "STALE")) {
        setStale({ latest: await change.fetch(row.id, day) });
        return undefined;
      }
      const errors = { ...(error.body as { errors?: Record<string, unknown> } | undefined)?.errors };
      delete errors.root;
      const inForm = Object.keys(errors).some((name) => fields.some((field) => field.name === name));
      setRefusal(inForm ? w.seeFields : error.message);
      return errors;
    }
  };

  return (
    <Page
      title={w.editTitle(title)}
      crumbs={[
        { text: label(resource.pluralLabel), to: `/${resource.plural}` },
        { text: title, to: back },
      ]}
    >
      <Form record={initial} onSubmit={submit} mode="onBlur" noValidate>
        <div className="stack">
          {stale && (
            <Conflict
              resource={resource}
              base={base}
              latest={stale.latest}
              onSettled={() => {
                setBase(stale.latest);
                setStale(undefined);
              }}
            />
          )}
          <section className="card" aria-label={title}>
            {resource.dated && (
              <div className="card-head" style={{ padding: "12px 14px" }}>
                <FromDate day={day} value={from} onChange={setFrom} onReading={setUnreadable} />
              </div>
            )}
            <div className="card-body form-columns">
              {fields.map((field) => (
                <div key={field.name} className={isWideField(field) ? "wide" : undefined}>
                  <FieldInput field={field} />
                </div>
              ))}
            </div>
            <div className="form-foot">
              {refusal && (
                <div style={{ flexBasis: "100%" }}>
                  <Note kind="error">{refusal}</Note>
                </div>
              )}
              <ReasonBox value={note} onChange={setNote} />
              <Button component={Link} to={back} variant="outlined">
                {w.back}
              </Button>
              <Button
                type="submit"
                variant="contained"
                disabled={busy || Boolean(stale)}
                startIcon={<Save size={16} />}
              >
                {w.save}
              </Button>
            </div>
          </section>
        </div>
        <UnsavedGuard off={busy} />
      </Form>
    </Page>
  );
}
