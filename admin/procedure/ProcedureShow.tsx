import { useState } from "react";
import { Facts, Provenance, RowActions, RowAwaited, useRow, useRowTabs } from "../generic/ResourceShow";
import { isOn } from "../catalog/difference";
import { useAsOf } from "../platform/as-of";
import { useLabel, useLanguage, useWords } from "../platform/language";
import { formatNumber } from "../platform/format";
import { isDemo, PROVENANCE, resourceOf } from "../platform/model";
import { rowTitle } from "../platform/row-title";
import { Bones, Failed } from "../platform/ui/states";
import { Demo, Status } from "../platform/ui/Status";
import { Page } from "../platform/ui/Page";
import { Tabs } from "../platform/ui/Tabs";
import { useGraphql } from "../platform/use-graphql";
import { ListLink } from "../generic/ListLink";
import { FieldValue } from "../generic/FieldValue";
import { CatalogMembership } from "./CatalogMembership";
import { ChannelTable } from "./ChannelTable";
import { Competence, type Competent } from "./Competence";
import { PROCEDURE_PARTS, type ProcedurePartsData } from "./procedure.graphql";
import { words } from "./procedure.words";

const STATUS_KIND = { IN_FORCE: "met", PENDING: "info", ABOLISHED: "deleted" } as const;

/** What is not repeated among the facts because the head of the page says it. */
const IN_HEAD = new Set(["nameVi", "code", "status"]);

/** The page leaves out what is blank; the form has every field. */
const filled = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);

/** A procedure: who settles it, by which channels, in which catalogs, and how it came to be so. */
export function ProcedureShow() {
  const resource = resourceOf("procedure");
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const { date } = useAsOf();
  const found = useRow(resource);
  const more = useRowTabs(resource, found.id, ["channels", "entries"]);
  const [tab, setTab] = useState("channels");
  const { data, error, refetch } = useGraphql<ProcedurePartsData>(
    PROCEDURE_PARTS,
    { id: found.id, asOf: date },
    { keep: true },
  );
  const row = found.data;
  if (!row) return <RowAwaited resource={resource} row={found} />;

  const status = row.status as keyof typeof STATUS_KIND;
  const statusField = resource.fields.find((field) => field.name === "status");
  const entries = data?.catalogEntries.items ?? [];
  const present = entries.filter((entry) => isOn(entry, date) && entry.catalog);
  const names = [
    ...new Set(
      present.map((entry) => label({ vi: entry.catalog!.nameVi, en: entry.catalog!.nameEn ?? entry.catalog!.nameVi })),
    ),
  ];
  const waiting = error ? <Failed error={error} onRetry={() => void refetch()} /> : <Bones />;
  const title = rowTitle(resource, row, label);
  return (
    <Page
      title={title}
      crumbs={[{ text: w.procedures, to: "/procedures" }]}
      heading={
        <>
          {title}{" "}
          {statusField && status && (
            <Status kind={STATUS_KIND[status] ?? "info"}>
              <FieldValue field={statusField} value={status} />
            </Status>
          )}{" "}
          {isDemo(row) && <Demo />}
        </>
      }
      lead={
        <>
          {row.code ? `${w.code} ${String(row.code)}` : w.noCode} ·{" "}
          <Competence procedure={row as unknown as Competent} />.{" "}
          {data && (names.length > 0 ? w.inCatalogs(names.join(", ")) : w.inNone)}
        </>
      }
      actions={<RowActions resource={resource} row={row} />}
    >
      <div className="with-aside">
        <div className="card">
          <Tabs
            value={tab}
            onChange={setTab}
            tabs={[
              {
                id: "channels",
                title: w.channels,
                count: data && formatNumber(data.channels.items.length, language),
                content: data ? (
                  <>
                    <ChannelTable rows={data.channels.items} procedure={found.id} />
                    <ListLink resource={resource} list="channels" id={found.id} asOf={date} />
                  </>
                ) : (
                  waiting
                ),
              },
              {
                id: "entries",
                title: w.entries,
                count: data && formatNumber(present.length, language),
                content: data ? (
                  <>
                    <CatalogMembership entries={entries} />
                    <ListLink resource={resource} list="entries" id={found.id} />
                  </>
                ) : (
                  waiting
                ),
              },
              ...more,
            ]}
          />
        </div>
        <aside className="card card-body" aria-label={w.facts}>
          <Facts
            single
            row={row}
            fields={resource.fields.filter(
              (field) => !PROVENANCE.has(field.name) && !IN_HEAD.has(field.name) && filled(row[field.name]),
            )}
          />
          <Provenance resource={resource} row={row} />
        </aside>
      </div>
    </Page>
  );
}
