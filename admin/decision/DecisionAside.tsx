import { ArrowRight, CircleHelp } from "lucide-react";
import { Link } from "react-router";
import { useCatalogName } from "../catalog/CatalogPages";
import { dayBefore, formatDate, formatNumber } from "../platform/format";
import { useLanguage, useWords } from "../platform/language";
import { Demo, Status } from "../platform/ui/Status";
import { useGraphql } from "../platform/use-graphql";
import { words } from "./decision.words";
import { CATALOG_COUNTS, type CatalogCountsData, type DecisionListsData, type DecisionRow } from "./decision.graphql";
import type { ThreeLists } from "./lists";

/** Who signed, when, from when it acts, what it amends and what amends it. */
export function DecisionFacts({
  decision,
  data,
  count,
}: {
  decision: DecisionRow;
  data: DecisionListsData;
  count: number;
}) {
  const w = useWords(words);
  const language = useLanguage();
  const name = useCatalogName();
  return (
    <div className="card card-body">
      <dl className="facts one">
        <div>
          <dt>{w.issuer}</dt>
          <dd>{decision.issuer}</dd>
        </div>
        <div>
          <dt>{w.issuedOn}</dt>
          <dd>{formatDate(decision.issuedOn)}</dd>
        </div>
        <div>
          <dt>{w.effectiveOn}</dt>
          <dd>
            {formatDate(decision.actsFrom ?? decision.effectiveOn)}{" "}
            {decision.effectiveAssumed && (
              <Status kind="changed" icon={CircleHelp}>
                {w.assumed}
              </Status>
            )}
            {decision.effectiveAssumed && count > 0 && (
              <p className="hint" style={{ fontWeight: 400, marginTop: 2 }}>
                {w.assumedHelp(formatNumber(count, language))}
              </p>
            )}
          </dd>
        </div>
        {data.issued.items.length > 0 && (
          <div>
            <dt>{w.issues}</dt>
            {data.issued.items.map((catalog) => (
              <dd key={catalog.id}>
                <Link className="in-text" to={`/catalogs/${catalog.id}/show`}>
                  {name(catalog)}
                </Link>
              </dd>
            ))}
          </div>
        )}
        {decision.amends && (
          <div>
            <dt>{w.amends}</dt>
            <dd>
              <Link className="in-text" to={`/decisions/${decision.amends.id}/show`}>
                {decision.amends.number}
              </Link>
            </dd>
          </div>
        )}
        {data.changed.items.length > 0 && (
          <div>
            <dt>{w.amendedBy}</dt>
            {data.changed.items.map((other) => (
              <dd key={other.id}>
                <Link className="in-text" to={`/decisions/${other.id}/show`}>
                  {other.number}
                </Link>{" "}
                <span className="muted">{formatDate(other.actsFrom)}</span> {other.certainty === "DEMO" && <Demo />}
              </dd>
            ))}
          </div>
        )}
        {decision.source && (
          <div>
            <dt>{w.source}</dt>
            <dd style={{ fontWeight: 400 }}>{decision.source}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}

/** How many procedures each touched catalog held before and after. */
export function CatalogCounts({
  decision,
  lists,
  catalogs,
}: {
  decision: DecisionRow;
  lists: ThreeLists;
  catalogs: string[];
}) {
  const w = useWords(words);
  const language = useLanguage();
  const name = useCatalogName();
  const day = decision.actsFrom;
  const { data } = useGraphql<CatalogCountsData>(
    CATALOG_COUNTS,
    { ids: catalogs, before: day ? dayBefore(day) : null, after: day },
    { enabled: Boolean(day) && catalogs.length > 0 },
  );
  if (!data || !day) return null;
  return data.catalogs.items.map((catalog) => {
    const mine = (entry: { catalog: { id: string } | null }): boolean => entry.catalog?.id === catalog.id;
    return (
      <div key={catalog.id} className="card card-body">
        <h3>{w.after(name(catalog))}</h3>
        <div className="row" style={{ margin: "6px 0 2px", font: "600 20px/28px var(--font)" }}>
          {formatNumber(catalog.before.total, language)} <ArrowRight size={16} aria-hidden />{" "}
          {formatNumber(catalog.after.total, language)} <span className="hint">{w.procedures}</span>
        </div>
        <p className="muted">
          {w.counts(
            formatNumber(lists.issued.filter(mine).length, language),
            formatNumber(lists.abolished.filter(mine).length, language),
          )}{" "}
          <Link to={`/catalogs/${catalog.id}/show?date=${day}&compare=${dayBefore(day)}`}>
            {w.seeOn(formatDate(day))}
          </Link>
        </p>
      </div>
    );
  });
}
