import { Link } from "react-router";
import { formatNumber } from "../platform/format";
import { useLabel, useLanguage, useWords } from "../platform/language";
import { findResource } from "../platform/model";
import { Note } from "../platform/ui/Note";
import type { ChangedRow, PresentData } from "./change.graphql";
import { words } from "./change.words";
import { changedTitle } from "./ChangedLines";
import { presentOf } from "./ChangedRows";

/** Rows told in full; the others are counted. */
const TOLD = 5;

interface StuckRowsProps {
  rows: readonly ChangedRow[];
  present: PresentData | undefined;
  /** Why, by the row's sequence. */
  why: ReadonlyMap<number, string>;
}

/** Which rows cannot be taken back, why, and where to mend them instead. */
export function StuckRows({ rows, present, why }: StuckRowsProps) {
  const w = useWords(words);
  const label = useLabel();
  const language = useLanguage();
  if (why.size === 0) return null;
  const told = [...why].slice(0, TOLD).map(([sequence, text]) => {
    const row = rows.find((each) => each.sequence === sequence);
    const now = row && presentOf(row, present);
    return { sequence, text, row, now, title: row ? changedTitle(row, now ?? undefined, label) : null };
  });
  return (
    <Note kind="conflict">
      <div role="alert">
        <b>{w.stuck(formatNumber(why.size, language), why.size)}</b> {w.stuckHelp}
        {told.map(({ sequence, text, row, now, title }) => (
          <p key={sequence}>
            {title && <b>“{title}”: </b>}
            {text}{" "}
            {row && now && <Link to={`/${findResource(row.resource)?.plural}/${row.rowId}/show`}>{w.openRow}</Link>}
          </p>
        ))}
        {why.size > TOLD && <p>{w.stuckMore(formatNumber(why.size - TOLD, language))}</p>}
      </div>
    </Note>
  );
}
