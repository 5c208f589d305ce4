import Button from "@mui/material/Button";
import { Plus, Search } from "lucide-react";
import { useMemo, type ReactNode } from "react";
import { ListBase, Pagination, useListContext, useStore } from "react-admin";
import { Link } from "react-router";
import { useAsOf } from "../platform/as-of";
import { listOperation } from "../platform/data/document";
import type { View } from "../platform/data/export-address";
import { schemaFacts } from "../platform/data/provider";
import { formatDate, formatNumber } from "../platform/format";
import { useLabel, useLanguage, useWords } from "../platform/language";
import { PROVENANCE, type ModelField, type ModelResource, type Row } from "../platform/model";
import { Segments } from "../platform/ui/Segments";
import { Bones, Empty, Failed } from "../platform/ui/states";
import { Page } from "../platform/ui/Page";
import { useMay } from "../platform/viewer";
import { FilterBar } from "./FilterBar";
import { GridButton } from "./GridButton";
import { RowTable } from "./RowTable";
import { ViewActions } from "./ViewActions";
import { words } from "./words";

const PAGE_SIZES = [25, 50, 100];

/** The columns of a list: what the declaration says belongs there. */
export function listFields(resource: ModelResource): ModelField[] {
  return resource.fields.filter((field) => field.inList && !PROVENANCE.has(field.name) && field.kind.name !== "secret");
}

/** The order a list opens in: the one its declaration gives. */
export function openingSort(resource: ModelResource): { field: string; order: "ASC" | "DESC" } {
  const [first] = resource.defaultSort;
  return { field: first?.field ?? "id", order: first?.descending ? "DESC" : "ASC" };
}

interface ListProps {
  resource: ModelResource;
  /** Buttons beside the generic ones. */
  actions?: ReactNode;
  /** Above the filters, inside the list: what is looked for often, in one click. */
  above?: ReactNode;
  /** Rows whose days say what they are about, not when they hold: all of them are listed, whatever the day on the strip. */
  ofAllDays?: boolean;
  /** The order to open in, where the declaration's is not the one people expect. */
  sort?: { field: string; order: "ASC" | "DESC" };
}

/** The list of any resource, made from its declaration. */
export function ResourceList({ resource, actions, above, ofAllDays, sort }: ListProps) {
  const { date } = useAsOf();
  const fields = useMemo(() => listFields(resource), [resource]);
  const meta = useMemo(
    () => ({ fields: fields.map((field) => field.name), asOf: ofAllDays ? undefined : date }),
    [fields, ofAllDays, date],
  );
  return (
    <ListBase
      resource={resource.plural}
      perPage={50}
      sort={sort ?? openingSort(resource)}
      exporter={false}
      queryOptions={{ meta }}
    >
      <ListPage resource={resource} fields={fields} actions={actions} above={above} ofAllDays={ofAllDays} />
    </ListBase>
  );
}

function ListPage({ resource, fields, actions, above, ofAllDays }: Omit<ListProps, "sort"> & { fields: ModelField[] }) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const may = useMay();
  const asOf = useAsOf();
  const list = useListContext<Row>();
  const [density, setDensity] = useStore<"compact" | "normal" | "roomy">("list.density", "normal");
  const dated = !ofAllDays && (resource.dated || resource.interval);
  const name = label(resource.pluralLabel);
  const total = list.total ?? 0;
  const canCreate = resource.write && may(`${resource.single}.change`);
  const createButton = canCreate && (
    <Button component={Link} to={`/${resource.plural}/create`} variant="contained" startIcon={<Plus size={16} />}>
      {w.create(label(resource.label))}
    </Button>
  );
  const filtered = Object.keys(list.filterValues ?? {}).length > 0;
  const view: View = {
    resource,
    fields: fields.map((field) => field.name),
    filter: list.filterValues,
    sort: list.sort,
    asOf: ofAllDays ? undefined : asOf.date,
  };
  const operation = () =>
    listOperation(schemaFacts, resource, { ...view, offset: (list.page - 1) * list.perPage, limit: list.perPage });

  return (
    <Page
      title={name}
      heading={
        <>
          {name}{" "}
          {list.total !== undefined && <span className="light">{w.rows(formatNumber(total, language), total)}</span>}
        </>
      }
      lead={
        <>
          {label(resource.about)} {dated && <span className="nowrap">{w.seenOn(formatDate(asOf.date))}</span>}
        </>
      }
      actions={
        <>
          {actions}
          <GridButton resource={resource} />
          <ViewActions view={view} operation={operation} />
          {createButton}
        </>
      }
    >
      <section className="card" aria-label={name}>
        {above}
        <FilterBar
          resource={resource}
          values={list.filterValues ?? {}}
          onChange={(values) => list.setFilters(values, undefined, false)}
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
        {list.error ? (
          <Failed error={list.error} onRetry={() => void list.refetch()} />
        ) : list.isPending ? (
          <Bones lines={8} />
        ) : total === 0 && list.data?.length === 0 ? (
          filtered ? (
            <Empty
              icon={Search}
              title={w.nothingMatches(name)}
              actions={
                <Button variant="outlined" onClick={() => list.setFilters({}, undefined, false)}>
                  {w.clearAll}
                </Button>
              }
            >
              {w.nothingMatchesHelp}
            </Empty>
          ) : (
            <Empty title={w.nothingYet(name)} actions={createButton}>
              {w.nothingYetHelp}
            </Empty>
          )
        ) : (
          <>
            <RowTable
              resource={resource}
              fields={fields}
              rows={list.data ?? []}
              sort={list.sort}
              density={density}
              onSort={(field) =>
                list.setSort({
                  field,
                  order: list.sort.field === field && list.sort.order === "ASC" ? "DESC" : "ASC",
                })
              }
            />
            {total > PAGE_SIZES[0]! && (
              <div className="card-foot pages">
                <Pagination rowsPerPageOptions={PAGE_SIZES} />
              </div>
            )}
          </>
        )}
      </section>
    </Page>
  );
}
