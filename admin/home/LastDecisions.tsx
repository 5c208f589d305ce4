import { Link } from "react-router";
import { entriesOn, type Step } from "../catalog/difference";
import type { Entry } from "../catalog/entries.graphql";
import { formatDate, formatNumber } from "../platform/format";
import { useLanguage, useWords } from "../platform/language";
import { Empty } from "../platform/ui/states";
import { Demo } from "../platform/ui/Status";
import { words } from "./home.words";

/** What the latest Decisions did to the postal catalog, the newest first. */
export function LastDecisions({ steps, entries }: { steps: Step[]; entries: Entry[] }) {
  const w = useWords(words);
  const language = useLanguage();
  const effect = (step: Step): string =>
    [
      step.added > 0 && `+${formatNumber(step.added, language)}`,
      step.removed > 0 && `−${formatNumber(step.removed, language)}`,
      step.amended > 0 && w.amended(formatNumber(step.amended, language)),
    ]
      .filter(Boolean)
      .join(" ");
  return (
    <section className="card" aria-label={w.lastDecisions}>
      <div className="card-head">
        <h2>{w.lastDecisions}</h2>
        <span className="hint grow">{w.lastDecisionsHint}</span>
        <Link to="/decisions">{w.allDecisions}</Link>
      </div>
      {steps.length === 0 ? (
        <Empty title={w.noDecisions} />
      ) : (
        <table className="rows folding">
          <thead>
            <tr>
              <th>{w.colNumber}</th>
              <th>{w.colFrom}</th>
              <th>{w.colEffect}</th>
              <th className="number">{w.colAfter}</th>
            </tr>
          </thead>
          <tbody>
            {[...steps].reverse().map((step) => (
              <tr key={step.decision.id}>
                <td className="lead-cell named">
                  <Link to={`/decisions/${step.decision.id}/show`}>{step.decision.number}</Link>{" "}
                  {step.decision.certainty === "DEMO" && <Demo />}
                </td>
                <td className="nowrap">{formatDate(step.date)}</td>
                <td className="nowrap">{effect(step)}</td>
                <td className="number">
                  {formatNumber(entriesOn(entries, step.date).length, language)} {w.procedure}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
