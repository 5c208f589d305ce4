import { ArrowRight } from "lucide-react";
import { Link } from "react-router";
import { formatDate } from "../platform/format";
import { useLabel, useWords } from "../platform/language";
import { Sign } from "../platform/ui/Status";
import { Competence } from "../procedure/Competence";
import { words } from "./catalog.words";
import type { Entry, EntryDecision } from "./entries.graphql";

/** An entry on screen, with how it differs from the day compared with. */
export interface EntryLine {
  entry: Entry;
  change?: "new" | "gone" | "changed";
  before?: Entry;
}

export function Legs({ legs }: { legs: string[] | null }) {
  const w = useWords(words);
  const named = ["IN", "OUT"]
    .filter((leg) => legs?.includes(leg))
    .map((leg, index) => {
      const text = leg === "IN" ? w.IN : w.OUT;
      return index > 0 ? text.toLowerCase() : text;
    });
  return <>{named.join(", ")}</>;
}

/** What an entry says beside its name: the postal legs, or the level. */
export function EntryContent({ entry }: { entry: Entry }) {
  if (entry.legs && entry.legs.length > 0) return <Legs legs={entry.legs} />;
  return <>{entry.level ?? ""}</>;
}

/** The old and the new content of an amended entry. */
export function ContentChange({ before, after }: { before: Entry; after: Entry }) {
  return (
    <span className="nowrap">
      <del className="before struck">
        <EntryContent entry={before} />
      </del>{" "}
      <ArrowRight size={14} aria-hidden />{" "}
      <ins className="after">
        <EntryContent entry={after} />
      </ins>
    </span>
  );
}

export function DecisionLink({ decision }: { decision: EntryDecision | null }) {
  if (!decision) return null;
  return (
    <>
      <Link to={`/decisions/${decision.id}/show`}>{decision.number}</Link>{" "}
      <span className="muted">{formatDate(decision.actsFrom)}</span>
    </>
  );
}

/** The name of what an entry is about: a procedure, or a national group of services. */
export function EntryName({ entry }: { entry: Entry }) {
  const w = useWords(words);
  const label = useLabel();
  if (!entry.procedure && !entry.groupName) return <span className="hint">{w.unseen}</span>;
  if (!entry.procedure) {
    return (
      <>
        {entry.groupName} <span className="hint">({w.group})</span>
      </>
    );
  }
  const { id, nameVi, nameEn } = entry.procedure;
  return <Link to={`/procedures/${id}/show`}>{label({ vi: nameVi, en: nameEn ?? nameVi })}</Link>;
}

/** Entries of a catalog as rows; a sign before each says what happened to it. */
export function EntryTable({ lines, contentLabel }: { lines: EntryLine[]; contentLabel: string }) {
  const w = useWords(words);
  const titles = { new: w.add, gone: w.remove, changed: w.amend };
  const signed = lines.some((line) => line.change);
  return (
    <div className="scroll-x">
      <table className="rows folding entries">
        <thead>
          <tr>
            {signed && (
              <th style={{ width: 44 }}>
                <span className="seen-by-readers">{w.type}</span>
              </th>
            )}
            <th style={{ width: 96 }}>{w.code}</th>
            <th>{w.name}</th>
            <th style={{ width: 256 }}>{w.agency}</th>
            <th style={{ width: 164 }}>{contentLabel}</th>
            <th style={{ width: 234 }}>{w.decision}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ entry, change, before }) => (
            <tr key={`${entry.id}-${change ?? ""}`} className={change}>
              {signed && <td>{change && <Sign kind={change} title={titles[change]} />}</td>}
              <td className="code">{entry.procedure?.code ?? <span className="hint">{w.noCode}</span>}</td>
              <td className="named lead-cell">
                <EntryName entry={entry} />
              </td>
              <td className="muted">{entry.procedure && <Competence procedure={entry.procedure} />}</td>
              <td>{before ? <ContentChange before={before} after={entry} /> : <EntryContent entry={entry} />}</td>
              <td className="nowrap">
                <DecisionLink decision={change === "gone" ? entry.removedBy : entry.addedBy} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
