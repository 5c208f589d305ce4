import { Link } from "react-router";
import { formatNumber, formatVnd } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { isDemo } from "../../platform/model";
import { Demo } from "../../platform/ui/Status";
import { budgetParts, sumVnd } from "./budget";
import { BudgetBar } from "./BudgetBar";
import type { ProgramLine } from "./program.graphql";
import { words } from "./program.words";

/** Programs with their budgets; on a phone each is its name, its bar and its figures. */
export function ProgramTable({ programs, withYear }: { programs: readonly ProgramLine[]; withYear: boolean }) {
  const w = useWords(words);
  const language = useLanguage();
  const money = (vnd: string | bigint | null): string => formatVnd(vnd ?? 0, language);
  return (
    <div className="scroll-x">
      <table className="rows folding">
        <thead>
          <tr>
            <th>{w.name}</th>
            <th>{w.payer}</th>
            {withYear && <th className="number">{w.year}</th>}
            <th className="number">{w.budget}</th>
            <th>{w.used}</th>
            <th className="number">{w.remaining}</th>
            <th className="number">{w.waiting}</th>
          </tr>
        </thead>
        <tbody>
          {programs.map((program) => {
            const pending = sumVnd(program.waiting.items.map(({ totalVnd }) => totalVnd));
            return (
              <tr key={program.id}>
                <td className="lead-cell named">
                  <Link to={`/subsidyPrograms/${program.id}/show`}>{program.name}</Link>{" "}
                  {isDemo({ ...program }) && <Demo />}
                </td>
                <td className="muted">{program.payer?.name}</td>
                {withYear && <td className="number">{program.fiscalYear}</td>}
                <td className="number">{money(program.budgetVnd)}</td>
                <td className="bar-cell">
                  <BudgetBar parts={budgetParts(program, pending)} isAlone />
                </td>
                <td className="number strong">{money(program.remainingVnd)}</td>
                <td className="number nowrap">
                  {program.waiting.total > 0 && (
                    <Link to={`/subsidyClaims?filter=${encodeURIComponent(JSON.stringify(waitingIn(program.id)))}`}>
                      {w.claims(formatNumber(program.waiting.total, language), program.waiting.total)}
                      {pending > 0n && `, ${money(pending)}`}
                    </Link>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const waitingIn = (program: string) => ({ program: { eq: program }, state: { in: ["SUBMITTED", "CHECKED"] } });
