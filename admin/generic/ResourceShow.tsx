import Button from "@mui/material/Button";
import { Pencil } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useGetOne } from "react-admin";
import { Link, useParams } from "react-router";
import { useAsOf } from "../platform/as-of";
import { rowOperation } from "../platform/data/document";
import { schemaFacts } from "../platform/data/provider";
import { formatDate, formatNumber } from "../platform/format";
import { useLabel, useLanguage, useWords } from "../platform/language";
import { useLooks, type Looks } from "../platform/looks";
import {
  findResource,
  isDemo,
  PROVENANCE,
  type ModelField,
  type ModelList,
  type ModelResource,
  type Row,
} from "../platform/model";
import { rowTitle } from "../platform/row-title";
import { Bones, Empty, Failed } from "../platform/ui/states";
import { Demo, Status } from "../platform/ui/Status";
import { Page } from "../platform/ui/Page";
import { Tabs, type Tab } from "../platform/ui/Tabs";
import { useGraphql } from "../platform/use-graphql";
import { useMay } from "../platform/viewer";
import { DataLink } from "./DataLink";
import { DeleteButton } from "./DeleteButton";
import { FieldValue } from "./FieldValue";
import { RelatedRows } from "./RelatedRows";
import { hasHistory, RowHistory } from "./RowHistory";
import { hasStates, RowStates } from "./RowStates";
import { words } from "./words";

/** The row of the page's address, as of the day on the strip, or on whatever day it is. */
export function useRow(resource: ModelResource, ofAllDays = false) {
  const { id = "" } = useParams();
  const { date } = useAsOf();
  const meta = ofAllDays ? {} : { asOf: date };
  return { id, ...useGetOne<Row>(resource.plural, { id, meta }, { retry: false }) };
}

interface FactsProps {
  fields: ModelField[];
  row: Row;
  single?: boolean;
  looks?: Looks;
}

/** Fields of a row in two columns; long texts take both. */
export function Facts({ fields, row, single, looks = {} }: FactsProps) {
  const label = useLabel();
  return (
    <dl className={`facts${single ? " one" : ""}`}>
      {fields.map((field) => {
        const wide = field.kind.multiline || (field.kind.name === "list" && field.kind.of?.name === "text");
        const look = looks[field.name]?.[String(row[field.name])];
        const value = <FieldValue field={field} value={row[field.name]} />;
        return (
          <div key={field.name} className={wide ? "wide" : undefined} title={label(field.about)}>
            <dt>{label(field.label)}</dt>
            <dd>{look ? <Status kind={look.kind}>{look.label ? label(look.label) : value}</Status> : value}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Where a fact comes from and how sure it is. */
export function Provenance({ resource, row }: { resource: ModelResource; row: Row }) {
  const label = useLabel();
  const parts = resource.fields.filter((field) => PROVENANCE.has(field.name) && row[field.name]);
  if (parts.length === 0) return null;
  return (
    <p className="hint" style={{ marginTop: 12 }}>
      {parts.map((field, index) => (
        <span key={field.name}>
          {index > 0 && " · "}
          {label(field.label)}: <FieldValue field={field} value={row[field.name]} />
        </span>
      ))}
    </p>
  );
}

/** How many rows each list of a row holds on the day, asked in one query. */
function useListCounts(resource: ModelResource, id: string, lists: ModelList[]): Record<string, number> | undefined {
  const { date } = useAsOf();
  const counts = lists.map((list) => `${list.name}(limit: 1) { total }`).join(" ");
  const { data } = useGraphql<Record<string, Record<string, { total: number }> | null>>(
    `query Counts($id: ID!, $asOf: Date) { ${resource.single}(id: $id, asOf: $asOf) { id ${counts} } }`,
    { id, asOf: date },
    { enabled: lists.length > 0, keep: true },
  );
  const row = data?.[resource.single];
  return row ? Object.fromEntries(lists.map((list) => [list.name, row[list.name]?.total ?? 0])) : undefined;
}

/** The rows that point to this one, one tab per list, and the row's own past. */
export function useRowTabs(resource: ModelResource, id: string, without: string[] = []): Tab[] {
  const label = useLabel();
  const w = useWords(words);
  const may = useMay();
  const language = useLanguage();
  const lists = resource.lists.filter((list) => {
    const target = findResource(list.target);
    return target && !without.includes(list.name) && may(`${target.single}.read`);
  });
  const counts = useListCounts(resource, id, lists);
  return [
    ...lists.map((list) => ({
      id: list.name,
      title: label(list.label),
      count: counts && formatNumber(counts[list.name] ?? 0, language),
      isEmpty: counts?.[list.name] === 0,
      content: <RelatedRows list={list} id={id} />,
    })),
    ...(hasStates(resource)
      ? [{ id: "states", title: w.states, content: <RowStates resource={resource} id={id} /> }]
      : []),
    ...(hasHistory(resource)
      ? [{ id: "history", title: w.history, content: <RowHistory resource={resource} id={id} /> }]
      : []),
  ];
}

/** Edit, delete and the data link of a row. */
export function RowActions({ resource, row, children }: { resource: ModelResource; row: Row; children?: ReactNode }) {
  const w = useWords(words);
  const may = useMay();
  const { date } = useAsOf();
  const canChange = resource.write && may(`${resource.single}.change`);
  return (
    <>
      <DataLink
        operation={() => rowOperation(schemaFacts, resource, row.id, date)}
        view={() => ({
          resource,
          fields: resource.fields.filter((field) => field.kind.name !== "secret").map((field) => field.name),
          filter: { id: { eq: row.id } },
          asOf: date,
        })}
      />
      {children}
      {canChange && <DeleteButton resource={resource} row={row} />}
      {canChange && (
        <Button
          component={Link}
          to={`/${resource.plural}/${row.id}`}
          variant="contained"
          startIcon={<Pencil size={16} />}
        >
          {w.edit}
        </Button>
      )}
    </>
  );
}

/** What a page says while its row is on the way, or is not there. */
export function RowAwaited({ resource, row }: { resource: ModelResource; row: ReturnType<typeof useRow> }) {
  const w = useWords(words);
  const label = useLabel();
  const { date } = useAsOf();
  const name = label(resource.label);
  const missing = row.error && (row.error as { status?: number }).status === 404;
  return (
    <Page title={name} crumbs={[{ text: label(resource.pluralLabel), to: `/${resource.plural}` }]}>
      <div className="card">
        {missing ? (
          <Empty
            title={w.missing(name)}
            actions={
              <Button component={Link} to={`/${resource.plural}`} variant="outlined">
                {label(resource.pluralLabel)}
              </Button>
            }
          >
            {w.missingHelp(formatDate(date))}
          </Empty>
        ) : row.error ? (
          <Failed error={row.error} onRetry={() => void row.refetch()} />
        ) : (
          <Bones lines={6} />
        )}
      </div>
    </Page>
  );
}

interface ShowProps {
  resource: ModelResource;
  /** Buttons of the noun's own. */
  actions?: (row: Row) => ReactNode;
  /** The row's days say what it is about, not when it holds. */
  ofAllDays?: boolean;
}

/** The page of any row, made from its declaration. */
export function ResourceShow({ resource, actions, ofAllDays }: ShowProps) {
  const label = useLabel();
  const found = useRow(resource, ofAllDays);
  const tabs = useRowTabs(resource, found.id);
  const looks = useLooks(resource);
  const [tab, setTab] = useState<string>();
  const row = found.data;
  if (!row) return <RowAwaited resource={resource} row={found} />;
  const title = rowTitle(resource, row, label);
  const fields = resource.fields.filter(
    (field) => !PROVENANCE.has(field.name) && field.name !== resource.title && field.kind.name !== "secret",
  );
  return (
    <Page
      title={title}
      crumbs={[{ text: label(resource.pluralLabel), to: `/${resource.plural}` }]}
      heading={
        <>
          {title} {isDemo(row) && <Demo />}
        </>
      }
      actions={
        <RowActions resource={resource} row={row}>
          {actions?.(row)}
        </RowActions>
      }
    >
      <div className="card card-body">
        <Facts fields={fields} row={row} looks={looks} />
        <Provenance resource={resource} row={row} />
      </div>
      {tabs.length > 0 && (
        <div className="card">
          <Tabs tabs={tabs} value={tab ?? (tabs.find((entry) => !entry.isEmpty) ?? tabs[0]!).id} onChange={setTab} />
        </div>
      )}
    </Page>
  );
}
