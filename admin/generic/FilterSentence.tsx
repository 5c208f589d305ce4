import { useGetOne } from "react-admin";
import { formatDate, formatDecimal, formatNumber } from "../platform/format";
import { useLabel, useLanguage, useWords } from "../platform/language";
import { findResource, memberKind, titleFields, type ModelField, type Row } from "../platform/model";
import { rowTitle } from "../platform/row-title";
import { words } from "./words";

/** A filter on one field, in the grammar of the API. */
export interface Filter {
  eq?: unknown;
  in?: unknown[];
  has?: unknown;
  contains?: string;
  gte?: string | number;
  lte?: string | number;
  isNull?: boolean;
  [operator: string]: unknown;
}

/** The title of a row of which only the id is at hand. */
export function RowName({ target, id }: { target: string; id: string }) {
  const label = useLabel();
  const resource = findResource(target);
  const { data } = useGetOne<Row>(
    resource?.plural ?? target,
    { id, meta: resource ? { fields: titleFields(resource) } : undefined },
    { enabled: Boolean(resource), retry: false },
  );
  return <>{resource && data ? rowTitle(resource, data, label) : `#${id}`}</>;
}

/** What a filter says, in words. */
export function FilterSentence({ field, value }: { field: ModelField; value: Filter }) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const kind = memberKind(field.kind);
  const one = (entry: unknown): string => {
    const choice = kind.choices?.find((known) => known.value === entry);
    if (choice) return label(choice);
    if (kind.name === "date" || kind.name === "moment") return formatDate(String(entry));
    if (kind.name === "decimal") return formatDecimal(String(entry), language);
    if (kind.name === "int" || kind.name === "vnd") return formatNumber(String(entry), language);
    if (typeof entry === "boolean") return entry ? w.yes : w.no;
    return String(entry);
  };
  if (value.isNull !== undefined) return <>{w.empty}</>;
  if (kind.name === "ref") {
    const ids = value.in ?? (value.eq !== undefined ? [value.eq] : []);
    return (
      <>
        {ids.map((id, index) => (
          <span key={String(id)}>
            {index > 0 && ", "}
            <RowName target={kind.target ?? ""} id={String(id)} />
          </span>
        ))}
      </>
    );
  }
  if (value.contains !== undefined) return <>{`${w.contains} “${value.contains}”`}</>;
  if (value.in) return <>{value.in.map(one).join(", ")}</>;
  if (value.has !== undefined) return <>{one(value.has)}</>;
  if (value.eq !== undefined) return <>{one(value.eq)}</>;
  const sides = [
    value.gte !== undefined && `${w.from} ${one(value.gte)}`,
    value.lte !== undefined && `${w.to} ${one(value.lte)}`,
  ].filter(Boolean);
  return <>{sides.join(" ")}</>;
}
