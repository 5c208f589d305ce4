import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { formatNumber } from "../../platform/format";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import { fieldOf, type ModelResource } from "../../platform/model";
import type { FileColumn } from "./import-answer";
import { words } from "./import.words";

interface ChipsProps {
  resource: ModelResource;
  columns: readonly FileColumn[];
  /** Opens the matching; absent where the file is not at hand. */
  onEdit?: () => void;
  /** What stands before them in the same line. */
  children?: ReactNode;
}

/** Which column of the file is read into which field: those that were guessed by another name, and those left out. */
export function ColumnChips({ resource, columns, onEdit, children }: ChipsProps) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const number = (value: number): string => formatNumber(value, language);
  const nameOf = (column: FileColumn): string => {
    if (column.field === "id") return w.rowId;
    if (column.field === "version") return w.rowVersion;
    const name = column.field ?? column.also;
    const field = name && fieldOf(resource, name);
    return field ? label(field.label) : (name ?? "");
  };
  const named = columns.filter((column) => column.ignored !== "EMPTY");
  const isRead = (column: FileColumn): boolean => column.field !== null || column.also !== undefined;
  const told = named.filter((column) => !isRead(column) || nameOf(column) !== column.header);
  return (
    <div className="row wrap import-chips">
      {children}
      <span className="muted">{w.matched(number(named.filter(isRead).length), number(named.length))}</span>
      {told.map((column) => (
        <span key={column.number} className={isRead(column) ? "match" : "match open"}>
          {column.header || w.column(number(column.number))}
          {isRead(column) ? (
            <>
              {" "}
              <ArrowRight size={14} className="arrow" aria-hidden /> <b>{nameOf(column)}</b>
            </>
          ) : (
            <>
              : <b>{w.ignored[column.ignored ?? "UNKNOWN"]}</b>
            </>
          )}
        </span>
      ))}
      {onEdit && (
        <button type="button" className="link" onClick={onEdit}>
          {w.editMatch}
        </button>
      )}
    </div>
  );
}
