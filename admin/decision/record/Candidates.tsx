import { useState } from "react";
import { ReferencePicker } from "../../generic/ReferencePicker";
import { useLanguage, useWords } from "../../platform/language";
import type { Candidate } from "./annex";
import { words } from "./record.words";

interface CandidatesProps {
  question: string;
  candidates: Candidate[];
  chosen: string | null;
  onPick: (id: string) => void;
  /** Numbers before the candidates, by which one key chooses. */
  isKeyed?: boolean;
  children?: React.ReactNode;
}

/** The procedures that a line could mean, the most alike first, and the way to any other. */
export function Candidates({ question, candidates, chosen, onPick, isKeyed, children }: CandidatesProps) {
  const w = useWords(words);
  const language = useLanguage();
  const [isSearching, setSearching] = useState(false);
  const percent = (likeness: number): string =>
    new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(likeness);
  return (
    <div className="candidates" role="group" aria-label={question}>
      <span className="strong">{question}</span>
      {candidates.map((candidate, at) => (
        <button
          key={candidate.id}
          type="button"
          className="candidate"
          aria-pressed={candidate.id === chosen}
          onClick={() => onPick(candidate.id)}
        >
          {isKeyed && <kbd aria-hidden>{at + 1}</kbd>}
          <span className="grow">
            {candidate.nameVi}{" "}
            <span className="hint">
              {candidate.code ?? w.noCode}
              {candidate.entry && ` · ${w.inCatalog(candidate.entry.addedBy)}`}
            </span>
          </span>
          <span className="hint nowrap">{w.like(percent(candidate.likeness))}</span>
        </button>
      ))}
      {isSearching ? (
        <ReferencePicker
          target="procedure"
          label={w.otherPick}
          value={null}
          autoFocus
          onChange={(id) => id && onPick(id)}
        />
      ) : (
        <div className="row wrap">
          {children}
          <button type="button" className="link-button" onClick={() => setSearching(true)}>
            {w.other}
          </button>
        </div>
      )}
    </div>
  );
}
