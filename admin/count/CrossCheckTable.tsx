import { Link } from "react-router";
import { formatNumber } from "../platform/format";
import { useLabel, useLanguage, useWords } from "../platform/language";
import { Demo, Status, type StatusKind } from "../platform/ui/Status";
import type { CrossCheck, CrossCheckCell, CrossCheckLine, CrossCheckState } from "./cross-check.graphql";
import { words } from "./cross-check.words";

const KINDS: Record<CrossCheckState, StatusKind> = {
  AGREES: "met",
  DIFFERS: "short",
  UNCERTAIN: "info",
  NO_FORM: "na",
  NO_COUNTS: "na",
};

/** The columns of the form, in its order. */
export function CrossCheckTable({ found }: { found: CrossCheck }) {
  const w = useWords(words);
  const columns = found.items[0]?.cells ?? [];
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={w.title}>
      <table className="rows folding cross-check">
        <thead>
          <tr>
            <th scope="col">{w.agency}</th>
            <th scope="col">{w.state}</th>
            {columns.map(({ column, field }) => (
              <th key={column} scope="col" className="number">
                <span className="hint">{w.column(column)}</span>
                <br />
                {w.columns[field]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.items.map((line) => (
            <Line key={line.agency.id} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ line }: { line: CrossCheckLine }) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  const { agency, state, uncoveredDays, straddling, cells } = line;
  const number = (value: number): string => formatNumber(value, language);
  const why = [
    state !== "NO_COUNTS" && uncoveredDays > 0 && w.uncovered(number(uncoveredDays), uncoveredDays),
    straddling > 0 && w.straddling(number(straddling), straddling),
  ].filter(Boolean);
  return (
    <tr>
      <td className="lead-cell named">
        <Link to={`/agencies/${agency.id}/show`}>
          {label({ vi: agency.nameVi, en: agency.nameEn ?? agency.nameVi })}
        </Link>{" "}
        {(line.isDemo || agency.isDemo) && <Demo />}
      </td>
      <td>
        <Status kind={KINDS[state]}>{w.states[state]}</Status>
        {why.length > 0 && <div className="hint">{why.join("; ")}</div>}
      </td>
      {cells.map((cell) => (
        <Compared key={cell.column} cell={cell} />
      ))}
    </tr>
  );
}

/** What the counts add up to; where the form says something else, both and the difference. */
function Compared({ cell }: { cell: CrossCheckCell }) {
  const w = useWords(words);
  const language = useLanguage();
  const number = (value: number): string => formatNumber(value, language);
  const { column, field, form, counts, difference, blankRows, agrees } = cell;
  const hasNothing = form === null && counts === null;
  return (
    <td className={agrees === false ? "number differs" : hasNothing ? "number wide-only" : "number"}>
      <span className="narrow-only muted">
        {w.column(column)} {w.columns[field]}:{" "}
      </span>
      {counts === null ? <span className="hint">{w.notSaid}</span> : number(counts)}
      {agrees !== true && form !== null && (
        <div className="hint">
          {w.formOf(number(form))}
          {difference !== null && difference !== 0 && (
            <b className="difference"> ({difference > 0 ? `+${number(difference)}` : `−${number(-difference)}`})</b>
          )}
        </div>
      )}
      {agrees !== true && blankRows > 0 && counts !== null && (
        <div className="hint">{w.blank(number(blankRows), blankRows)}</div>
      )}
    </td>
  );
}
