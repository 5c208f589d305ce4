import Button from "@mui/material/Button";
import { Save } from "lucide-react";
import { useMemo, useState, type ReactNode } from "react";
import { Form, HttpError } from "react-admin";
import { Link, useNavigate, useSearchParams } from "react-router";
import { useLabel, useWords } from "../platform/language";
import type { ModelResource, Row } from "../platform/model";
import { Note } from "../platform/ui/Note";
import { Page } from "../platform/ui/Page";
import { useMay } from "../platform/viewer";
import { FieldInput } from "./FieldInput";
import { ReasonBox, UnsavedGuard } from "./form-parts";
import { formFields, formValues, isWideField, tidyValues } from "./form-values";
import { words } from "./form-words";
import { NoRight } from "./NoRight";
import { useChange } from "./use-change";

/** The form for a new row of any resource; values may come with the address, e.g. `?procedure=12`. */
export function ResourceCreate({ resource }: { resource: ModelResource }) {
  const may = useMay();
  return may(`${resource.single}.change`) ? <CreateForm resource={resource} /> : <NoRight resource={resource} />;
}

interface CreateFormProps {
  resource: ModelResource;
  /** What the form is filled with, by field, where the address says nothing of it; a new object fills it again. */
  filled?: Readonly<Record<string, unknown>>;
  /** Fields that `above` decides: they are filled and not shown. */
  without?: ReadonlySet<string>;
  /** Above the fields: what they are filled from. */
  above?: ReactNode;
}

/** The form for a new row; what is typed is kept until the row is there. */
export function CreateForm({ resource, filled, without, above }: CreateFormProps) {
  const w = useWords(words);
  const label = useLabel();
  const navigate = useNavigate();
  const change = useChange(resource);
  const [given] = useSearchParams();
  const [note, setNote] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const fields = formFields(resource, true).filter(({ name }) => !without?.has(name));
  const initial = useMemo(() => {
    const said: Record<string, unknown> = Object.fromEntries(given.entries());
    for (const { name, kind } of resource.fields)
      if (kind.name === "list" && given.has(name)) said[name] = given.get(name)!.split(",");
    const values = formValues(resource, { ...filled, ...said } as unknown as Row);
    for (const field of resource.fields) if (field.kind.name === "bool") values[field.name] ??= true;
    delete values.id;
    return values;
  }, [resource, given, filled]);
  const name = label(resource.label);

  const submit = async (typed: Record<string, unknown>): Promise<object | undefined> => {
    setRefusal(undefined);
    setBusy(true);
    try {
      const row = await change.create(tidyValues(resource, typed), note);
      navigate(`/${resource.plural}/${row.id}/show`);
      return undefined;
    } catch (error) {
      setBusy(false);
      if (!(error instanceof HttpError)) throw error;
      const errors = { ...(error.body as { errors?: Record<string, unknown> } | undefined)?.errors };
      delete errors.root;
      const inForm = Object.keys(errors).some((field) => fields.some((known) => known.name === field));
      setRefusal(inForm ? w.seeFields : error.message);
      return errors;
    }
  };

  return (
    <Page title={w.createTitle(name)} crumbs={[{ text: label(resource.pluralLabel), to: `/${resource.plural}` }]}>
      {above}
      <Form record={initial} onSubmit={submit} mode="onBlur" noValidate>
        <section className="card" aria-label={w.createTitle(name)}>
          <div className="card-body form-columns">
            {fields.map((field) => (
              <div key={field.name} className={isWideField(field) ? "wide" : undefined}>
                <FieldInput field={field} creating />
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
            <Button component={Link} to={`/${resource.plural}`} variant="outlined">
              {w.back}
            </Button>
            <Button type="submit" variant="contained" disabled={busy} startIcon={<Save size={16} />}>
              {w.save}
            </Button>
          </div>
        </section>
        <UnsavedGuard off={busy} />
      </Form>
    </Page>
  );
}
