import { ArrowRight } from "lucide-react";
import { isNumeric } from "../FieldValue";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import type { ModelField, ModelResource } from "../../platform/model";
import type { FileColumn, Fix, ImportCell, ImportProblem, ImportRow } from "./import-answer";
import { words } from "./import.words";
import { ActionStatus } from "./ResultTiles";

export interface ResultColumn {
  field: ModelField;
  column: FileColumn;
}

interface ResultRowProps {
  resource: ModelResource;
  columns: readonly ResultColumn[];
  row: ImportRow;
  onFix?: (fix: Fix) => void;
}

/** A line of the file, cell by cell: what is there, what comes in its place, what is wrong with it. */
export function ResultRow({ resource, columns, row, onFix }: ResultRowProps) {
  const w = useWords(words);
  const named = columns.some(({ field }) => field.name === resource.title) ? resource.title : columns[0]?.field.name;
  const shown = new Set(columns.map(({ field }) => field.name));
  const numbers = new Set(columns.map(({ column }) => column.number));
  // What is wrong with the line as a whole, or with a column that has no place here, such as the version of a row.
  const isOfLine = ({ column, field }: ImportProblem): boolean =>
    column === null ? !(field && shown.has(field)) : !numbers.has(column);
  return (
    <tr className={row.action.toLowerCase().replace("_", "-")}>
      <td className="number muted line">
        <span className="narrow-only">{w.line} </span>
        {row.line}
      </td>
      <td className="outcome">
        <ActionStatus action={row.action}>{row.leftOut && w.leftOutAs[row.leftOut]}</ActionStatus>
      </td>
      {columns.map(({ field, column }) => {
        const isName = field.name === named;
        return (
          <Cell
            key={field.name}
            field={field}
            isName={isName}
            row={row}
            cell={row.cells.find((cell) => cell.field === field.name)}
            problems={row.problems.filter(
              (problem) =>
                problem.column === column.number ||
                (problem.column === null && problem.field === field.name) ||
                (isName && isOfLine(problem)),
            )}
            onFix={
              onFix && column.number > 0 ? (text) => onFix({ line: row.line, column: column.number, text }) : undefined
            }
          />
        );
      })}
    </tr>
  );
}

interface CellProps {
  field: ModelField;
  isName: boolean;
  row: ImportRow;
  cell: ImportCell | undefined;
  problems: ImportProblem[];
  onFix?: (text: string) => void;
}

function Cell({ field, isName, row, cell, problems, onFix }: CellProps) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const before = cell?.beforeText ?? "";
  const after = cell?.afterText ?? row.texts[field.name] ?? "";
  const isBad = problems.some((problem) => problem.field === field.name);
  const isChanged = row.action === "CHANGED" && cell !== undefined && before !== after;
  const states = [
    isNumeric(field.kind) && "number",
    field.kind.name === "code" && "code",
    isName && "named name",
    isBad && "bad",
    (isChanged || problems.length > 0) && "told",
  ];
  const written = problems.find((problem) => problem.value !== null)?.value ?? after;
  return (
    <td className={states.filter(Boolean).join(" ") || undefined}>
      {(isChanged || isBad) && !isName && <span className="narrow-only muted">{label(field.label)}: </span>}
      {isBad ? (
        <span className="wavy">{written || w.blank}</span>
      ) : isChanged ? (
        <Change before={before} after={after} />
      ) : after === "" && row.action === "NEW" ? (
        <span className="hint">{w.blank}</span>
      ) : (
        <span className={isName || problems.length > 0 ? undefined : "plain"}>{after}</span>
      )}
      {problems.map((problem, index) => (
        <div key={index} className="problem">
          {language === "vi" ? problem.messageVi : problem.messageEn}
          {problem.suggestions && problem.suggestions.length > 0 && (
            <Suggestions texts={problem.suggestions} onFix={onFix} />
          )}
        </div>
      ))}
    </td>
  );
}

/** What is there, struck out, and what comes in its place. */
function Change({ before, after }: { before: string; after: string }) {
  const w = useWords(words);
  return (
    <>
      <del className="before struck">{before || w.blank}</del> <ArrowRight size={14} className="arrow" aria-hidden />{" "}
      <ins className="after">{after || w.blank}</ins>
    </>
  );
}

/** Texts that would be accepted; with the file at hand one press takes them. */
function Suggestions({ texts, onFix }: { texts: string[]; onFix?: (text: string) => void }) {
  const w = useWords(words);
  return (
    <>
      {" "}
      {w.suggestion}
      <ul className="suggestions">
        {texts.map((text) => (
          <li key={text}>
            {onFix ? (
              <button type="button" className="link" title={w.useInstead(text)} onClick={() => onFix(text)}>
                {text}
              </button>
            ) : (
              <b className="named">{text}</b>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
