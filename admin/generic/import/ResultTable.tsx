import Button from "@mui/material/Button";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState, type ReactNode } from "react";
import { formatNumber } from "../../platform/format";
import { isNumeric } from "../FieldValue";
import { useLabel, useLanguage, useWords } from "../../platform/language";
import { fieldOf, type ModelResource } from "../../platform/model";
import { Bones, Empty, Failed } from "../../platform/ui/states";
import { ACTIONS, countOf, type Fix, type ImportAction, type ImportOutcome } from "./import-answer";
import { words } from "./import.words";
import { ResultRow } from "./ResultRow";
import { ResultTiles } from "./ResultTiles";
import { PAGE, useResultRows } from "./use-result-rows";

interface ResultTableProps {
  resource: ModelResource;
  job: string;
  outcome: ImportOutcome;
  /** Puts a text in the place of what the file says; absent where the file is not at hand. */
  onFix?: (fix: Fix) => void;
  /** What stands between the counts and the lines. */
  children?: ReactNode;
}

/** The lines of the file with what would happen to each: counts that filter, wrong lines first, a page at a time. */
export function ResultTable({ resource, job, outcome, onFix, children }: ResultTableProps) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const [chosen, setChosen] = useState<ReadonlySet<ImportAction>>(() => openingChoice(outcome));
  const [page, setPage] = useState(0);
  const { data: rows, error, isPending, refetch, total, isPlaceholderData } = useResultRows(job, outcome, chosen, page);
  const number = (value: number): string => formatNumber(value, language);
  const columns = outcome.columns.flatMap((column) => {
    const field = column.field ? fieldOf(resource, column.field) : undefined;
    return field ? [{ field, column }] : [];
  });
  // What follows from the others is to be looked at like what the file says.
  const filled = outcome.filled ? fieldOf(resource, outcome.filled) : undefined;
  if (filled) columns.push({ field: filled, column: { number: 0, header: "", field: filled.name, ignored: null } });
  const last = Math.max(0, Math.ceil(total / PAGE) - 1);

  return (
    <>
      <ResultTiles
        outcome={outcome}
        chosen={chosen}
        onChoose={(action) => {
          const next = new Set(chosen);
          if (!next.delete(action)) next.add(action);
          setChosen(next);
          setPage(0);
        }}
      />
      {children}
      <section className="card result-card" aria-label={w.table} aria-busy={isPlaceholderData}>
        {error ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : isPending ? (
          <Bones lines={6} />
        ) : total === 0 ? (
          <Empty title={w.noRows}>{w.noRowsHelp}</Empty>
        ) : (
          <div className="scroll-x" tabIndex={0} role="region" aria-label={w.table}>
            <table className="rows still result">
              <thead>
                <tr>
                  <th scope="col" className="number">
                    {w.line}
                  </th>
                  <th scope="col">{w.result}</th>
                  {columns.map(({ field }) => (
                    <th key={field.name} scope="col" className={isNumeric(field.kind) ? "number" : undefined}>
                      {label(field.label)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows?.map((row) => (
                  <ResultRow key={row.line} resource={resource} columns={columns} row={row} onFix={onFix} />
                ))}
              </tbody>
            </table>
          </div>
        )}
        {total > PAGE && (
          <div className="card-foot">
            <span className="muted grow" role="status">
              {w.from(number(page * PAGE + 1), number(Math.min(total, (page + 1) * PAGE)), number(total))}
            </span>
            <Button
              variant="outlined"
              disabled={page === 0}
              startIcon={<ChevronLeft size={16} />}
              onClick={() => setPage(page - 1)}
            >
              {w.previous}
            </Button>
            <Button
              variant="outlined"
              disabled={page >= last}
              endIcon={<ChevronRight size={16} />}
              onClick={() => setPage(page + 1)}
            >
              {w.next}
            </Button>
          </div>
        )}
      </section>
    </>
  );
}

/** What stays as it is is not shown unless there is nothing else. */
function openingChoice(outcome: ImportOutcome): ReadonlySet<ImportAction> {
  const shown = ACTIONS.filter((action) => action !== "SAME" && action !== "LEFT_OUT");
  return new Set(shown.some((action) => countOf(outcome, action) > 0) ? shown : ACTIONS);
}
