import { formatVnd } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import type { BudgetPart } from "./budget";
import { words } from "./program.words";
import "../subsidy.css";

/** A budget as a bar: paid, approved, asked for, left. Its words stand beside it or, where it stands alone, are read out. */
export function BudgetBar({ parts, isAlone }: { parts: readonly BudgetPart[]; isAlone?: boolean }) {
  const w = useWords(words);
  const language = useLanguage();
  const said = parts.map(({ kind, vnd }) => `${w[kind]} ${formatVnd(vnd, language)}`).join(", ");
  return (
    <span className="budget-bar" {...(isAlone ? { role: "img", "aria-label": said } : { "aria-hidden": true })}>
      {parts.map(
        ({ kind, percent }) => percent > 0 && <i key={kind} className={kind} style={{ width: `${percent}%` }} />,
      )}
    </span>
  );
}

/** The bar with the amounts below it and the whole at the end. */
export function BudgetLegend({ parts, budgetVnd }: { parts: readonly BudgetPart[]; budgetVnd: string | null }) {
  const w = useWords(words);
  const language = useLanguage();
  const isPending = parts.some(({ kind }) => kind === "pending");
  const name = ({ kind, vnd }: BudgetPart): string =>
    kind !== "left" ? w[kind] : vnd < 0n ? w.over : isPending ? w.leftIfApproved : w.left;
  return (
    <>
      <BudgetBar parts={parts} />
      <dl className="budget-legend">
        {parts.map((part) => (
          <div key={part.kind} className={part.kind}>
            <dt>
              <i aria-hidden />
              {name(part)}
            </dt>
            <dd>{formatVnd(part.vnd, language)}</dd>
          </div>
        ))}
        <div className="total">
          <dt>{w.total}</dt>
          <dd>{formatVnd(budgetVnd ?? 0, language)}</dd>
        </div>
      </dl>
    </>
  );
}
