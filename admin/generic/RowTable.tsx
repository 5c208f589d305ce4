import { ArrowDown, ArrowUp } from "lucide-react";
import { Link } from "react-router";
import { formatNumber } from "../platform/format";
import { useLabel, useLanguage, useWords } from "../platform/language";
import { useLooks } from "../platform/looks";
import { fieldOf, findResource, isDemo, type ModelField, type ModelResource, type Row } from "../platform/model";
import { rowTitle } from "../platform/row-title";
import { useStandIns } from "../platform/stand-ins";
import { Demo, Status } from "../platform/ui/Status";
import { FieldValue, isNumeric } from "./FieldValue";
import { words } from "./words";

/** Kinds whose values are short and read as one. */
const NARROW = new Set(["date", "moment", "choice", "bool"]);

export interface Sorting {
  field: string;
  order: string;
}

/** A reference that is read as a code or number must not break in the middle. */
function namedByCode(field: ModelField): boolean {
  const target = findResource(field.kind.target);
  return target ? fieldOf(target, target.title)?.kind.name === "code" : false;
}

interface RowTableProps {
  resource: ModelResource;
  fields: ModelField[];
  rows: Row[];
  sort?: Sorting;
  onSort?: (field: string) => void;
  density?: "compact" | "normal" | "roomy";
}

/** The field whose cell opens the row. */
export function leadField(resource: ModelResource, fields: ModelField[]): ModelField | undefined {
  return (
    fields.find((field) => field.name === resource.title) ??
    fields.find((field) => field.required && field.kind.name !== "list") ??
    fields[0]
  );
}

/** Rows of a resource as a table; on a phone each becomes a name with its figures below. */
export function RowTable({ resource, fields, rows, sort, onSort, density = "normal" }: RowTableProps) {
  const label = useLabel();
  const language = useLanguage();
  const w = useWords(words);
  const standIns = useStandIns(resource);
  const looks = useLooks(resource);
  const allDemo = rows.length > 1 && rows.every(isDemo);
  const byId = resource.title === "id";
  const lead = byId ? undefined : leadField(resource, fields);
  const head = (field: ModelField) => {
    const sorted = sort?.field === field.name;
    const Arrow = sort?.order === "DESC" ? ArrowDown : ArrowUp;
    return (
      <th
        key={field.name}
        scope="col"
        className={isNumeric(field.kind) ? "number" : undefined}
        aria-sort={sorted ? (sort.order === "DESC" ? "descending" : "ascending") : undefined}
      >
        {onSort && field.sort ? (
          <button type="button" onClick={() => onSort(field.name)}>
            {label(field.label)}
            {sorted && <Arrow size={12} aria-hidden />}
          </button>
        ) : (
          label(field.label)
        )}
      </th>
    );
  };
  const cell = (field: ModelField, row: Row) => {
    if (field === lead) {
      const named = row[field.name] !== null && row[field.name] !== undefined && row[field.name] !== "";
      return (
        <td key={field.name} className="lead-cell named" style={{ minWidth: 160 }}>
          <Link to={`/${resource.plural}/${row.id}/show`}>
            {named && field.kind.name !== "text" && field.kind.name !== "code" ? (
              <FieldValue field={field} value={row[field.name]} plain />
            ) : field.name === resource.title || !named ? (
              rowTitle(resource, row, label)
            ) : (
              String(row[field.name])
            )}
          </Link>{" "}
          {isDemo(row) && !allDemo && <Demo />}
        </td>
      );
    }
    const kind = field.kind.name;
    const standIn = row[field.name] == null ? standIns[field.name]?.(row, language) : undefined;
    const short = kind === "ref" && namedByCode(field);
    const className = isNumeric(field.kind)
      ? "number"
      : kind === "code"
        ? "code"
        : NARROW.has(kind)
          ? "nowrap"
          : kind === "ref"
            ? short
              ? "muted nowrap"
              : "muted"
            : undefined;
    const look = looks[field.name]?.[String(row[field.name])];
    const value = <FieldValue field={field} value={row[field.name]} quiet />;
    return (
      <td key={field.name} className={className}>
        {standIn ? (
          <span className="hint">{standIn}</span>
        ) : look ? (
          <Status kind={look.kind}>{look.label ? label(look.label) : value}</Status>
        ) : (
          value
        )}
      </td>
    );
  };
  return (
    <div className="scroll-x">
      {allDemo && (
        <p className="hint all-demo">
          {w.allDemo} <Demo />
        </p>
      )}
      <table className={`rows folding ${density}`}>
        <thead>
          <tr>
            {byId && <th scope="col">{label(resource.label)}</th>}
            {fields.map(head)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {byId && (
                <td className="lead-cell named nowrap">
                  <Link to={`/${resource.plural}/${row.id}/show`}>#{formatNumber(row.id, language)}</Link>
                </td>
              )}
              {fields.map((field) => cell(field, row))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
