import { useState } from "react";
import { useGetList } from "react-admin";
import { Link } from "react-router";
import { useAsOf } from "../platform/as-of";
import { listOperation } from "../platform/data/document";
import type { View } from "../platform/data/export-address";
import { schemaFacts } from "../platform/data/provider";
import { formatDate, formatNumber } from "../platform/format";
import { useLabel, useLanguage, useWords } from "../platform/language";
import { resourceOf, type ModelList, type Row } from "../platform/model";
import { Segments } from "../platform/ui/Segments";
import { Bones, Empty, Failed } from "../platform/ui/states";
import { DataLink } from "./DataLink";
import { listFields, openingSort } from "./ResourceList";
import { RowTable } from "./RowTable";
import { words } from "./words";

const SHOWN = 50;

/** Rows of another resource that point here; those with an interval also beyond the day on the strip. */
export function RelatedRows({ list, id }: { list: ModelList; id: string }) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const { date } = useAsOf();
  const [period, setPeriod] = useState<"date" | "all">("date");
  const target = resourceOf(list.target);
  const fields = listFields(target).filter((field) => field.name !== list.via);
  const [sort, setSort] = useState(openingSort(target));
  const filter = { [list.via]: { eq: id } };
  const view: View = {
    resource: target,
    fields: fields.map((field) => field.name),
    filter,
    sort,
    asOf: target.interval && period === "all" ? undefined : date,
  };
  const { data, total, error, isPending, refetch } = useGetList<Row>(target.plural, {
    filter,
    sort,
    pagination: { page: 1, perPage: SHOWN },
    meta: { fields: view.fields, asOf: view.asOf },
  });
  const name = label(list.label);
  const all = `/${target.plural}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
  return (
    <>
      <div className="filters related">
        {target.interval && (
          <Segments
            label={name}
            value={period}
            options={[
              { value: "date", text: w.onDate(formatDate(date)) },
              { value: "all", text: w.allTime },
            ]}
            onChange={setPeriod}
          />
        )}
        <span className="grow" />
        <DataLink
          quiet
          operation={() => listOperation(schemaFacts, target, { ...view, offset: 0, limit: SHOWN })}
          view={() => view}
        />
      </div>
      {error ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <Bones />
      ) : data.length === 0 ? (
        <Empty title={w.nothingYet(name)} />
      ) : (
        <>
          <RowTable
            resource={target}
            fields={fields}
            rows={data}
            sort={sort}
            onSort={(field) => setSort({ field, order: sort.field === field && sort.order === "ASC" ? "DESC" : "ASC" })}
          />
          {(total ?? 0) > data.length && (
            <div className="card-foot">
              <span className="muted">
                {w.showing(formatNumber(data.length, language), formatNumber(total ?? 0, language))}
              </span>
              <Link to={all}>{w.seeAll}</Link>
            </div>
          )}
        </>
      )}
    </>
  );
}
