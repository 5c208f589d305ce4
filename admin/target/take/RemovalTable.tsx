import { formatDate, formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { useNames } from "../use-names";
import { words } from "./take.words";
import type { Removal } from "./use-removals";

/** The catalog's procedures, each with what it had in the span, to be ticked off. */
export function RemovalTable({
  rows,
  chosen,
  onChange,
}: {
  rows: Removal[];
  chosen: string[];
  onChange: (ids: string[]) => void;
}) {
  const w = useWords(words);
  const language = useLanguage();
  const name = useNames();
  return (
    <div className="removals" tabIndex={0} role="region" aria-label={w.inCatalog(formatNumber(rows.length, language))}>
      <table className="rows compact">
        <thead>
          <tr>
            <th>{w.remove}</th>
            <th>{w.procedure}</th>
            <th className="number">{w.received}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <input
                  type="checkbox"
                  aria-label={w.removeOf(name(row))}
                  checked={chosen.includes(row.id)}
                  onChange={(event) =>
                    onChange(event.target.checked ? [...chosen, row.id] : chosen.filter((id) => id !== row.id))
                  }
                />
              </td>
              <td>
                {name(row)}
                {row.outSince && <span className="hint block">{w.outSince(formatDate(row.outSince))}</span>}
              </td>
              <td className="number">{row.received === undefined ? "–" : formatNumber(row.received, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
