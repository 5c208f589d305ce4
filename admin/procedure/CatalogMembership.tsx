import { Link } from "react-router";
import { isOn } from "../catalog/difference";
import { DecisionLink, EntryContent } from "../catalog/EntryTable";
import { useAsOf } from "../platform/as-of";
import { useLabel, useWords } from "../platform/language";
import { Empty } from "../platform/ui/states";
import { Demo, Status } from "../platform/ui/Status";
import type { ProcedureEntry } from "./procedure.graphql";
import { words } from "./procedure.words";

/** Every entry of a procedure in any catalog, with the Decisions that opened and closed it. */
export function CatalogMembership({ entries }: { entries: ProcedureEntry[] }) {
  const w = useWords(words);
  const label = useLabel();
  const { date } = useAsOf();
  if (entries.length === 0) return <Empty title={w.noEntries}>{w.noEntriesHelp}</Empty>;
  return (
    <div className="scroll-x">
      <table className="rows folding still">
        <thead>
          <tr>
            <th>{w.catalog}</th>
            <th>{w.content}</th>
            <th>{w.added}</th>
            <th>{w.removed}</th>
            <th>{w.state}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td className="named lead-cell">
                {entry.catalog && (
                  <Link to={`/catalogs/${entry.catalog.id}/show`}>
                    {label({ vi: entry.catalog.nameVi, en: entry.catalog.nameEn ?? entry.catalog.nameVi })}
                  </Link>
                )}{" "}
                {entry.certainty === "DEMO" && <Demo />}
              </td>
              <td>
                <EntryContent entry={entry} />
              </td>
              <td className="nowrap">
                <DecisionLink decision={entry.addedBy} />
              </td>
              <td className="nowrap">
                <DecisionLink decision={entry.removedBy} />
              </td>
              <td>
                {isOn(entry, date) ? <Status kind="met">{w.present}</Status> : <Status kind="na">{w.past}</Status>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
