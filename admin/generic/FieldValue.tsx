import { Link } from "react-router";
import { formatDate, formatDecimal, formatMoment, formatNumber, formatVnd } from "../platform/format";
import { useLabel, useLanguage, useWords } from "../platform/language";
import { findResource, type ModelField, type ModelKind, type Row } from "../platform/model";
import { rowTitle } from "../platform/row-title";
import { useMay } from "../platform/viewer";
import { words } from "./words";

/** Kinds whose figures stand on the right. */
export function isNumeric(kind: ModelKind): boolean {
  return kind.name === "int" || kind.name === "vnd" || kind.name === "decimal";
}

/** A reference as a link to the row it names, for those who may open it. */
export function ReferenceLink({ target, row }: { target: string; row: Row | null | undefined }) {
  const may = useMay();
  const label = useLabel();
  const resource = findResource(target);
  if (!row || !resource) return null;
  const title = rowTitle(resource, row, label);
  if (!may(`${resource.single}.read`)) return <>{title}</>;
  return <Link to={`/${resource.plural}/${row.id}/show`}>{title}</Link>;
}

/** What stands where nothing does: a missing code is said, an open interval too, else nothing. */
function Missing({ field, quiet }: { field: ModelField; quiet?: boolean }) {
  const w = useWords(words);
  if (field.kind.name === "code" && field.name === "code") return <span className="hint">{w.noCode}</span>;
  if (field.kind.open && !quiet) return <span className="hint">{w.open}</span>;
  if (quiet) return null;
  return <span className="hint">{w.none}</span>;
}

interface FieldValueProps {
  field: ModelField;
  value: unknown;
  /** In a table an absent value stays blank. */
  quiet?: boolean;
  /** Do not link references, e.g. inside a link. */
  plain?: boolean;
}

/** A value as its kind is read: money, date, choice, reference, list. */
export function FieldValue({ field, value, quiet, plain }: FieldValueProps) {
  const language = useLanguage();
  const label = useLabel();
  const w = useWords(words);
  const { kind } = field;
  if (value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) {
    return <Missing field={field} quiet={quiet} />;
  }
  switch (kind.name) {
    case "int":
      return <>{(field.kind.max ?? Infinity) <= 9999 ? String(value) : formatNumber(value as number, language)}</>;
    case "decimal":
      return <>{formatDecimal(value as string, language)}</>;
    case "vnd":
      return <>{formatVnd(value as string, language)}</>;
    case "date":
      return <>{formatDate(value as string)}</>;
    case "moment":
      return <>{formatMoment(value as string)}</>;
    case "bool":
      return <>{value ? w.yes : w.no}</>;
    case "choice": {
      const choice = kind.choices?.find((entry) => entry.value === value);
      return <>{choice ? label(choice) : String(value)}</>;
    }
    case "ref": {
      if (typeof value !== "object") return <>{`#${String(value)}`}</>;
      const resource = findResource(kind.target);
      if (plain && resource) return <>{rowTitle(resource, value as Row, label)}</>;
      return <ReferenceLink target={kind.target ?? ""} row={value as Row} />;
    }
    case "list":
      return (
        <>
          {(value as unknown[]).map((entry, index) => (
            <span key={index}>
              {index > 0 && (kind.of?.name === "text" ? <br /> : ", ")}
              <FieldValue field={{ ...field, kind: kind.of ?? { name: "text" } }} value={entry} plain={plain} />
            </span>
          ))}
        </>
      );
    case "json":
      return <>{typeof value === "string" ? value : JSON.stringify(value)}</>;
    default:
      return <>{String(value)}</>;
  }
}
