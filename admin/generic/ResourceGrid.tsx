import { useMemo, useRef, useState, type ReactNode } from "react";
import { BulkGrid } from "../grid/BulkGrid";
import type { GridHeads } from "../grid/grid-heads";
import { checkedFields, resourceCheck } from "../grid/resource-check";
import { resourceFeed } from "../grid/resource-feed";
import { resourceSource, undoSave } from "../grid/resource-rows";
import { useAsOf } from "../platform/as-of";
import { listOperation } from "../platform/data/document";
import { schemaFacts } from "../platform/data/provider";
import { useLabel, useLanguage, useWords } from "../platform/language";
import { fieldOf, type ModelResource } from "../platform/model";
import { useRules } from "../platform/rules";
import { Page, type Crumb } from "../platform/ui/Page";
import { Segments } from "../platform/ui/Segments";
import { Bones } from "../platform/ui/states";
import { useMay, useViewer } from "../platform/viewer";
import { ColumnList } from "./ColumnList";
import { FilterBar } from "./FilterBar";
import { allColumns, type GridColumn } from "./grid-columns";
import { useGridSpecs } from "./grid-specs";
import { moveField } from "./grid-view";
import { HeadMenu, type OpenHead } from "./HeadMenu";
import { hasHistory } from "./RowHistory";
import { RowPast } from "./RowPast";
import { openingSort } from "./ResourceList";
import { useGridSave } from "./use-grid-save";
import { useGridView, type GridViewState } from "./use-grid-view";
import { ViewActions } from "./ViewActions";
import { ViewMenu } from "./ViewMenu";
import { words } from "./words";

interface GridProps {
  resource: ModelResource;
  /** Shown by itself, key columns first; the resource's other fields can be shown beside. Keep it between renders. */
  columns: readonly GridColumn[];
  title: string;
  /** Its title for those who may only read; the resource's name where it is not given. */
  readTitle?: string;
  crumbs?: Crumb[];
  /** What every row of the screen fulfils, beside what people filter by. */
  within?: Record<string, unknown>;
  /** Given to every new row of the screen and not shown. */
  defaults?: Record<string, unknown>;
  sort?: { field: string; order: "ASC" | "DESC" };
  /** Rows whose days say what they are about, not when they hold: all of them are shown, whatever the day on the strip. */
  ofAllDays?: boolean;
  /** Which of the resource's grids it is, for views that are kept of it; without it all its grids share them. */
  part?: string;
  actions?: ReactNode;
}

/** The spreadsheet over any resource: a screen is a list of columns. */
export function ResourceGrid(props: GridProps) {
  const viewer = useViewer();
  // Everything that is kept of a grid is a person's own: nothing is opened before it is known whose.
  return viewer ? <PersonsGrid key={viewer.person.id} {...props} personId={viewer.person.id} /> : null;
}

function PersonsGrid(props: GridProps & { personId: string }) {
  const { resource, columns, within, defaults, part, personId } = props;
  const { field, order } = props.sort ?? openingSort(resource);
  const sort = useMemo(() => ({ field, order }), [field, order]);
  const layout = useMemo(
    () => ({
      all: allColumns(resource, columns, defaults),
      usual: columns.filter(({ isExtra }) => !isExtra).map(({ field }) => field),
    }),
    [resource, columns, defaults],
  );
  const grid = part ? `${resource.plural}.${part}` : resource.plural;
  const state = useGridView({ key: `${personId}.${grid}`, grid, layout, sort });
  const key = `${personId}.${resource.plural}.${JSON.stringify(within ?? {})}`;
  return state ? <GridPage {...props} state={state} draftKey={key} /> : <Bones lines={8} />;
}

function GridPage(props: GridProps & { state: GridViewState; draftKey: string }) {
  const { resource, title, readTitle, crumbs, within, defaults, ofAllDays, actions, state, draftKey } = props;
  const w = useWords(words);
  const label = useLabel();
  const locale = useLanguage();
  const may = useMay();
  const { date } = useAsOf();
  const rules = useRules(resource);
  const filters = useRef<HTMLDivElement>(null);
  const [head, setHead] = useState<OpenHead | null>(null);
  const mayChange = may(`${resource.single}.change`);
  const { view, set, shown } = state;
  const { filter, sort } = view;
  const specs = useGridSpecs(resource, state.layout.all, shown, mayChange);
  const save = useGridSave(resource, defaults);

  const asked = useMemo(() => {
    const filtered = Object.keys(filter).length > 0;
    const all = within ? (filtered ? { and: [within, filter] } : within) : filter;
    const certainty = fieldOf(resource, "certainty") ? ["certainty"] : [];
    const checked = mayChange ? checkedFields(resource, rules) : [];
    return {
      fields: [...new Set([...shown, ...certainty, ...checked])],
      filter: all,
      sort,
      asOf: ofAllDays ? undefined : date,
    };
  }, [resource, shown, rules, mayChange, within, filter, sort, ofAllDays, date]);
  const source = useMemo(() => resourceSource(schemaFacts, resource, asked, locale), [resource, asked, locale]);
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
  const heads = useMemo<GridHeads>(
    () => ({
      sorted: sort.map(({ field, order }) => ({ field, descending: order === "DESC" })),
      filtered: new Set(Object.keys(filter)),
      onMenu: (field, box, giveBack) => setHead({ field, box, giveBack }),
      onMove: (field, to) => set({ columns: moveField(state.layout, shown, field, to) }),
    }),
    [sort, filter, set, shown, state.layout],
  );

  return (
    <Page
      title={mayChange ? title : (readTitle ?? label(resource.pluralLabel))}
      crumbs={crumbs}
      actions={
        <>
          {actions}
          <ViewActions
            view={{ ...asked, resource, fields: shown }}
            operation={() => listOperation(schemaFacts, resource, { ...asked, offset: 0, limit: 100 })}
          />
        </>
      }
    >
      <FilterBar
        ref={filters}
        resource={resource}
        values={filter}
        onChange={(next) => set({ filter: next })}
        start={<ViewMenu state={state} mayShare={mayChange} />}
        end={
          <>
            <ColumnList resource={resource} state={state} />
            <Segments
              label={w.density}
              value={view.density}
              options={[
                { value: "compact", text: w.compact },
                { value: "normal", text: w.normal },
                { value: "roomy", text: w.roomy },
              ]}
              onChange={(density) => set({ density })}
            />
          </>
        }
      />
      <div className="grid-page">
        <BulkGrid
          columns={specs.columns}
          unseen={specs.unseen}
          source={source}
          check={check}
          feed={feed}
          history={history}
          heads={heads}
          filters={filters}
          widths={view.widths}
          onWidths={(widths) => set({ widths })}
          onSave={save.onSave}
          onUndo={undoSave}
          locale={locale}
          day={date}
          density={view.density}
          // Edits of a dated row mean the state of the day they were made on.
          draftKey={resource.dated ? `${draftKey}.${date}` : draftKey}
          saveAbout={save.about}
          saveExtra={save.extra}
          readOnly={!mayChange}
          canCreate={mayChange}
          canDelete={mayChange}
        />
      </div>
      <HeadMenu resource={resource} state={state} open={head} onClose={() => setHead(null)} />
    </Page>
  );
}
