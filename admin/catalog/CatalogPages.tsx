import Button from "@mui/material/Button";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { Library, Pencil, Printer, Table2 } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { DataLink } from "../generic/DataLink";
import { useAsOf } from "../platform/as-of";
import { formatDate, formatNumber, yearBefore } from "../platform/format";
import { useLabel, useLanguage, useWords } from "../platform/language";
import { Bones, Empty, Failed } from "../platform/ui/states";
import { Demo } from "../platform/ui/Status";
import { Page } from "../platform/ui/Page";
import { useGraphql } from "../platform/use-graphql";
import { useMay } from "../platform/viewer";
import { words } from "./catalog.words";
import { CatalogView } from "./CatalogView";
import { entriesView } from "./entries-view";
import { CATALOGS, ENTRIES_ON_DATE, ENTRIES_ON_TWO_DATES, type Catalog, type CatalogsData } from "./entries.graphql";

type Counted = CatalogsData["catalogs"]["items"][number];

export function useCatalogs() {
  const { date } = useAsOf();
  return useGraphql<CatalogsData>(CATALOGS, { asOf: date }, { keep: true });
}

/** Waits for the catalogs of a page, or says why there are none. */
function Awaited({
  title,
  found,
  pick,
  children,
}: {
  title: string;
  found: ReturnType<typeof useCatalogs>;
  pick: (catalogs: Counted[]) => Counted[];
  children: (catalogs: Counted[]) => ReactNode;
}) {
  const w = useWords(words);
  const catalogs = pick(found.data?.catalogs.items ?? []);
  if (found.data && catalogs.length > 0) return children(catalogs);
  return (
    <Page title={title}>
      <div className="card">
        {found.error ? (
          <Failed error={found.error} onRetry={() => void found.refetch()} />
        ) : found.isPending ? (
          <Bones lines={6} />
        ) : (
          <Empty title={w.none}>{w.noneHelp}</Empty>
        )}
      </div>
    </Page>
  );
}

export function useCatalogName(): (catalog: Pick<Catalog, "nameVi" | "nameEn">) => string {
  const label = useLabel();
  return (catalog) => label({ vi: catalog.nameVi, en: catalog.nameEn ?? catalog.nameVi });
}

function IssuedBy({ catalogs }: { catalogs: Catalog[] }) {
  const w = useWords(words);
  const decisions = catalogs.map((catalog) => catalog.decision).filter((decision) => decision !== null);
  const distinct = decisions.filter(
    (decision, index) => decisions.findIndex((other) => other.id === decision.id) === index,
  );
  return (
    <>
      {w.issuedBy}{" "}
      {distinct.map((decision, index) => (
        <span key={decision.id}>
          {index > 0 && ", "}
          <Link to={`/decisions/${decision.id}/show`}>{decision.number}</Link>{" "}
          {decision.actsFrom && `(${formatDate(decision.actsFrom)})`}
        </span>
      ))}
      . {w.onlyByDecision}
    </>
  );
}

/** The way into the spreadsheet of each catalog's entries; the name tells them apart where there are several. */
function EntryGridLinks({ catalogs }: { catalogs: Catalog[] }) {
  const w = useWords(words);
  return catalogs.map((catalog) => (
    <Button
      key={catalog.id}
      className="wide-only"
      component={Link}
      to={`/catalogs/${catalog.id}/grid`}
      variant="outlined"
      startIcon={<Table2 size={16} />}
    >
      {catalogs.length === 1 ? w.grid : `${w.grid}: ${catalog.decision?.number ?? catalog.id}`}
    </Button>
  ));
}

/** One catalog, or several of a kind together, on any day. */
function CatalogPage({ catalogs, title }: { catalogs: Catalog[]; title: string }) {
  const w = useWords(words);
  const may = useMay();
  const { date } = useAsOf();
  const ids = catalogs.map((catalog) => catalog.id);
  const single = catalogs.length === 1 ? catalogs[0]! : undefined;
  const own = catalogs.every((catalog) => catalog.authority === "OWN");
  return (
    <Page
      title={title}
      crumbs={[{ text: w.catalogs, to: "/catalogs" }, { text: own ? w.own : w.higher }]}
      heading={
        <>
          {title} {single?.certainty === "DEMO" && <Demo />}
        </>
      }
      lead={<IssuedBy catalogs={catalogs} />}
      actions={
        <>
          <DataLink
            operation={() => ({ query: ENTRIES_ON_DATE, variables: { catalogs: ids, asOf: date } })}
            view={() => entriesView(ids, date)}
          />
          <Button component={Link} to="/posted-list" variant="outlined" startIcon={<Printer size={16} />}>
            {w.post}
          </Button>
          {catalogs.length > 0 && may("catalogEntry.change") && <EntryGridLinks catalogs={catalogs} />}
          {single && may("catalog.change") && (
            <Button component={Link} to={`/catalogs/${single.id}`} variant="outlined" startIcon={<Pencil size={16} />}>
              {w.edit}
            </Button>
          )}
        </>
      }
    >
      <CatalogView catalogs={ids} />
    </Page>
  );
}

/** The page of one catalog. */
export function CatalogShow() {
  const { id } = useParams();
  const w = useWords(words);
  const name = useCatalogName();
  const found = useCatalogs();
  return (
    <Awaited title={w.catalogs} found={found} pick={(catalogs) => catalogs.filter((catalog) => catalog.id === id)}>
      {(catalogs) => <CatalogPage catalogs={catalogs} title={name(catalogs[0]!)} />}
    </Awaited>
  );
}

/** The province's own postal catalog, the one that its targets count. */
export function PostalCatalog() {
  const w = useWords(words);
  const name = useCatalogName();
  const found = useCatalogs();
  return (
    <Awaited
      title={w.postal}
      found={found}
      pick={(catalogs) => catalogs.filter((catalog) => catalog.kind === "POSTAL")}
    >
      {(catalogs) => <CatalogPage catalogs={catalogs} title={catalogs.length === 1 ? name(catalogs[0]!) : w.postal} />}
    </Awaited>
  );
}

/** The level-3 and level-4 catalogs of the Prime Minister, together. */
export function OnlineCatalogs() {
  const w = useWords(words);
  const found = useCatalogs();
  return (
    <Awaited
      title={w.online}
      found={found}
      pick={(catalogs) => catalogs.filter((catalog) => catalog.kind === "ONLINE")}
    >
      {(catalogs) => <CatalogPage catalogs={catalogs} title={w.online} />}
    </Awaited>
  );
}

/** Any catalog on two days; it opens on the year that has just passed. */
export function Compare() {
  const w = useWords(words);
  const name = useCatalogName();
  const language = useLanguage();
  const asOf = useAsOf();
  const found = useCatalogs();
  const [given] = useSearchParams();
  const [chosen, setChosen] = useState<string>();
  return (
    <Awaited title={w.compare} found={found} pick={(catalogs) => catalogs}>
      {(catalogs) => {
        const current =
          catalogs.find((catalog) => catalog.id === chosen) ??
          catalogs.find((catalog) => catalog.kind === "POSTAL") ??
          catalogs[0]!;
        return (
          <Page
            title={w.compare}
            crumbs={[{ text: w.catalogs, to: "/catalogs" }]}
            lead={w.compareLead}
            actions={
              <>
                <DataLink
                  operation={() => ({
                    query: ENTRIES_ON_TWO_DATES,
                    variables: {
                      catalogs: [current.id],
                      before: given.get("compare") ?? yearBefore(asOf.date),
                      after: asOf.date,
                    },
                  })}
                />
                <Button
                  component={Link}
                  to={`/catalogs/${current.id}/show`}
                  variant="outlined"
                  startIcon={<Library size={16} />}
                >
                  {w.openCatalog}
                </Button>
              </>
            }
          >
            <CatalogView
              key={current.id}
              catalogs={[current.id]}
              compareWith={yearBefore(asOf.date)}
              head={
                <div className="card-head" style={{ padding: "10px 16px" }}>
                  <TextField
                    select
                    label={w.which}
                    value={current.id}
                    sx={{ maxWidth: 560 }}
                    onChange={(event) => setChosen(event.target.value)}
                  >
                    {catalogs.map((catalog) => (
                      <MenuItem key={catalog.id} value={catalog.id}>
                        {name(catalog)} · {formatNumber(catalog.entries.total, language)} {w.onDate}
                      </MenuItem>
                    ))}
                  </TextField>
                </div>
              }
            />
          </Page>
        );
      }}
    </Awaited>
  );
}
