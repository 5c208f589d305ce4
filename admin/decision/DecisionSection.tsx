import type { ReactNode } from "react";
import { ContentChange, EntryContent, EntryName } from "../catalog/EntryTable";
import type { Entry } from "../catalog/entries.graphql";
import { formatNumber } from "../platform/format";
import { useLabel, useLanguage, useWords } from "../platform/language";
import { Sign } from "../platform/ui/Status";
import { Competence } from "../procedure/Competence";
import { Link } from "react-router";
import { words } from "./decision.words";
import type { AmendedEntry } from "./lists";

/** What an amended entry says: the old content beside the new, or what it stands for. */
export function Amendment({ amended: { entry, before } }: { amended: AmendedEntry }) {
  const w = useWords(words);
  const label = useLabel();
  if (entry.replaces && before?.procedure?.id !== entry.procedure?.id) {
    const { id, nameVi, nameEn } = entry.replaces;
    return (
      <>
        {w.replaces} <Link to={`/procedures/${id}/show`}>{label({ vi: nameVi, en: nameEn ?? nameVi })}</Link>
      </>
    );
  }
  if (!before) return <EntryContent entry={entry} />;
  const isSame = String(before.legs) === String(entry.legs) && before.level === entry.level;
  if (isSame)
    return (
      <>
        {w.kept} <EntryContent entry={entry} />
      </>
    );
  return (
    <>
      {entry.legs ? w.legs : w.level} <ContentChange before={before} after={entry} />
    </>
  );
}

interface SectionProps {
  kind: "new" | "changed" | "gone";
  title: string;
  hint: string;
  rows: { entry: Entry; content: ReactNode }[];
}

/** One of the three lists of a Decision. */
export function DecisionSection({ kind, title, hint, rows }: SectionProps) {
  const w = useWords(words);
  const language = useLanguage();
  if (rows.length === 0) return null;
  return (
    <section className="decision-section" aria-label={title}>
      <div className="section-head">
        <Sign kind={kind} title={title} />
        <h2>{title}</h2>
        <span className="total">{formatNumber(rows.length, language)}</span>
        <span className="grow" />
        <span className="hint">{hint}</span>
      </div>
      <div className="scroll-x">
        <table className="rows folding still">
          <tbody>
            {rows.map(({ entry, content }, index) => (
              <tr key={entry.id}>
                <td className="muted number" style={{ width: 40 }}>
                  {index + 1}
                </td>
                <td className="code" style={{ width: 96 }}>
                  {entry.procedure?.code ?? <span className="hint">{w.noCode}</span>}
                </td>
                <td className="named lead-cell">
                  <EntryName entry={entry} />
                </td>
                <td className="muted" style={{ width: 210 }}>
                  {entry.procedure && <Competence procedure={entry.procedure} />}
                </td>
                <td style={{ width: 244 }}>{content}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
