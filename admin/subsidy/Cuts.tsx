import type { ReactNode } from "react";
import { formatNumber } from "../platform/format";
import { useLanguage } from "../platform/language";
import { isSameFilter, withCut } from "./cut-filter";

/** A part of a list that is looked for often. */
export interface Cut {
  id: string;
  text: string;
  /** How many rows it holds; not shown until it is known. */
  count?: number;
  filter: Readonly<Record<string, unknown>>;
}

interface CutsProps {
  label: string;
  cuts: readonly Cut[];
  /** What the list is filtered by. */
  filter: Readonly<Record<string, unknown>>;
  onChoose: (filter: Record<string, unknown>) => void;
  /** At the end of the row: what else there is to see of the rows. */
  end?: ReactNode;
}

/** Parts of a list, one click each; other filters stay as they are. */
export function Cuts({ label, cuts, filter, onChoose, end }: CutsProps) {
  const language = useLanguage();
  return (
    <div className="cuts" role="group" aria-label={label}>
      {cuts.map((cut) => (
        <button
          key={cut.id}
          type="button"
          aria-pressed={isSameFilter(withCut(filter, cuts, cut), filter)}
          onClick={() => onChoose(withCut(filter, cuts, cut))}
        >
          {cut.text}
          {cut.count !== undefined && <span className="count">{formatNumber(cut.count, language)}</span>}
        </button>
      ))}
      {end && <span className="cuts-end">{end}</span>}
    </div>
  );
}
