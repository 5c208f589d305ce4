import { useMemo, useState, type ReactNode } from "react";
import { useStore } from "react-admin";
import { BulkGrid, type Density } from "../grid/BulkGrid";
import type { GridColumnSpec } from "../grid/grid-column";
import { columnFromField } from "../grid/model-columns";
import { checkedFields, resourceCheck } from "../grid/resource-check";
import { resourceFeed } from "../grid/resource-feed";
import { resourceSave, resourceSource, rowSearch, undoSave } from "../grid/resource-rows";
import type { OnSave } from "../grid/save-flow";
import { useAsOf } from "../platform/as-of";
import { listOperation } from "../platform/data/document";
import { schemaFacts } from "../platform/data/provider";
import { formatDate } from "../platform/format";
import { useLabel, useLanguage, useWords } from "../platform/language";
import { fieldOf, isDemo, type Label, type ModelResource } from "../platform/model";
import { useRules } from "../platform/rules";
import { useStandIns, type StandIns } from "../platform/stand-ins";
import { Page, type Crumb } from "../platform/ui/Page";
import { Segments } from "../platform/ui/Segments";
import { useMay, useViewer } from "../platform/viewer";
import { FilterBar } from "./FilterBar";
import { words as formWords } from "./form-words";
import { FromDate } from "./FromDate";
import { hasHistory } from "./RowHistory";
import { RowPast } from "./RowPast";
import { openingSort } from "./ResourceList";
import { ViewActions } from "./ViewActions";
import { words } from "./words";

/** One column of a grid screen: a declared field and what the screen says beyond its declaration. */
export interface GridColumn {
  field: string;
  width?: number;
  frozen?: boolean;
  strong?: boolean;
  emptyText?: Label;
  /** Shown, not edited. */
  fixed?: boolean;
  /** Carries the mark of rows that the demo invented. */
  marksDemo?: boolean;
}

interface GridProps {
  resource: ModelResource;
  columns: readonly GridColumn[];
  title: string;
  crumbs?: Crumb[];
  /** What every row of the screen fulfils, beside what people filter by. */
  within?: Record<string, unknown>;
  /** Given to every new row of the screen and not shown. */
  defaults?: Record<string, unknown>;
  sort?: { field: string; order: "ASC" | "DESC" };
  actions?: ReactNode;
}

/** The spreadsheet over any resource: a screen is a list of columns. */
export function ResourceGrid({ resource, columns, title, crumbs, within, defaults, sort, actions }: GridProps) {
  const w = useWords(words);
  const how = useWords(formWords);
  const label = useLabel();
  const locale = useLanguage();
  const viewer = useViewer();
  const may = useMay();
  const { date } = useAsOf();
  const standIns = useStandIns(resource);
  const rules = useRules(resource);
  const [filter, setFilter] = useState<Record<string, unknown>>({});
  const [density, setDensity] = useStore<Density>("grid.density", "compact");
  const mayChange = may(`${resource.single}.change`);
  const order = sort ?? openingSort(resource);

  const specs = useMemo(
    () => columns.map((column) => specOf(resource, column, { label, locale, date, mayChange, standIns })),
    // `label` is made anew at every render and follows the locale.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [resource, columns, locale, date, mayChange, standIns],
  );
  const unseen = useMemo(
    () =>
      resource.fields
        .filter((field) => !columns.some((column) => column.field === field.name))
        .filter((field) => field.kind.name !== "secret" && !defaults?.[field.name])
        .map((field) => specOf(resource, { field: field.name }, { label, locale, date, mayChange, standIns })),
    // `label` is made anew at every render and follows the locale.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [resource, columns, defaults, locale, date, mayChange, standIns],
  );
  const view = useMemo(() => {
    const names = [
      ...new Set([
        ...columns.map((c) => c.field),
        ...(fieldOf(resource, "certainty") ? ["certainty"] : []),
        ...(mayChange ? checkedFields(resource, rules) : []),
      ]),
    ];
    const all = within ? (Object.keys(filter).length > 0 ? { and: [within, filter] } : within) : filter;
    return { fields: names, filter: all, sort: order, asOf: date };
    // The order is a literal of the screen.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [resource, columns, rules, mayChange, within, filter, date, order.field, order.order]);
  const history = useMemo(
    () =>
      hasHistory(resource)
        ? (id: string, field: string | null) => (
            <RowPast key={`${id}.${field}`} resource={resource} id={id} field={field} />
          )
        : undefined,
    [resource],
  );
  const feed = useMemo(() => resourceFeed(resource), [resource]);
  const check = useMemo(() => resourceCheck(resource, rules, defaults), [resource, rules, defaults]);
  const seen = { ...view, resource, fields: columns.map((column) => column.field) };
  const source = useMemo(() => resourceSource(schemaFacts, resource, view, locale), [resource, view, locale]);
  // A date chosen for one day's rows says nothing of another day's.
  const [begin, setBegin] = useState<{ day: string; from: string | null; unreadable?: string }>();
  const { from, unreadable } = begin?.day === date ? begin : { from: null };
  const onSave = useMemo(() => {
    if (unreadable) return refuseAll(unreadable);
    const save = resourceSave(resource, from ? { from } : { asOf: date });
    if (!defaults) return save;
    return (request: Parameters<typeof save>[0]) =>
      save({
        ...request,
        changes: request.changes.map((c) => ("create" in c ? { create: { ...defaults, ...c.create } } : c)),
      });
  }, [resource, defaults, date, from, unreadable]);

  if (!viewer) return null;
  const viewKey = `${viewer.person.id}.${resource.plural}.${JSON.stringify(within ?? {})}`;
  return (
    <Page
      title={mayChange ? title : label(resource.pluralLabel)}
      crumbs={crumbs}
      actions={
        <>
          {actions}
          <ViewActions
            view={seen}
            operation={() => listOperation(schemaFacts, resource, { ...view, offset: 0, limit: 100 })}
          />
        </>
      }
    >
      <FilterBar
        resource={resource}
        values={filter}
        onChange={setFilter}
        end={
          <Segments
            label={w.density}
            value={density}
            options={[
              { value: "compact", text: w.compact },
              { value: "normal", text: w.normal },
              { value: "roomy", text: w.roomy },
            ]}
            onChange={setDensity}
          />
        }
      />
      <div className="grid-page">
        <BulkGrid
          columns={specs}
          unseen={unseen}
          source={source}
          check={check}
          feed={feed}
          history={history}
          onSave={onSave}
          onUndo={undoSave}
          locale={locale}
          density={density}
          // Edits of a dated row mean the state of the day they were made on.
          draftKey={resource.dated ? `${viewKey}.${date}` : viewKey}
          widthsKey={viewKey}
          saveAbout={
            resource.dated ? (from ? how.newFrom(formatDate(from)) : how.corrects(formatDate(date))) : undefined
          }
          saveExtra={
            resource.dated && (
              <FromDate
                key={date}
                narrow
                day={date}
                value={from}
                onChange={(next) => setBegin({ day: date, from: next })}
                onReading={(problem) => setBegin({ day: date, from, unreadable: problem })}
              />
            )
          }
          readOnly={!mayChange}
          canCreate={mayChange}
          canDelete={mayChange}
        />
      </div>
    </Page>
  );
}

/** Answers a save that cannot be sent, in the shape of a refusal of the whole. */
function refuseAll(message: string): OnSave {
  const problem = { index: null, code: "BAD_INPUT", messageVi: message, messageEn: message };
  return () => Promise.resolve({ changeSet: null, rows: [], problems: [problem] });
}

interface Seen {
  label: (label: Label) => string;
  locale: "vi" | "en";
  date: string;
  mayChange: boolean;
  standIns: StandIns;
}

function specOf(resource: ModelResource, column: GridColumn, seen: Seen): GridColumnSpec {
  const { label, locale, date, mayChange } = seen;
  const standIn = seen.standIns[column.field];
  const field = fieldOf(resource, column.field);
  if (!field) throw new Error(`${resource.name} has no field ${column.field}`);
  const target = field.kind.target ?? field.kind.of?.target;
  const isOpen = mayChange && !column.fixed && field.write !== "never";
  return columnFromField(field, locale, {
    ...(column.width ? { width: column.width } : {}),
    frozen: column.frozen,
    strong: column.strong,
    ...(target && isOpen ? { search: rowSearch(schemaFacts, target, locale, date) } : {}),
    ...(isOpen ? {} : { editable: "never" as const }),
    ...(standIn ? { emptyText: (values) => standIn(values, locale) } : {}),
    ...(column.emptyText ? { emptyText: label(column.emptyText) } : {}),
    ...(column.marksDemo
      ? { note: (row) => (isDemo(row.values) ? (locale === "vi" ? "Minh họa" : "Demo") : null) }
      : {}),
  });
}
