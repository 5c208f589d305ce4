import { Check } from "lucide-react";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Status, type StatusKind } from "../../platform/ui/Status";
import { countOf, type ImportAction, type ImportOutcome } from "./import-answer";
import { words } from "./import.words";

/** The tiles' order is the file's own story: what comes, what changes, what stays, what is wrong. */
const TILES: readonly ImportAction[] = ["NEW", "CHANGED", "SAME", "WRONG", "LEFT_OUT"];

const KINDS: Record<ImportAction, StatusKind> = {
  NEW: "new",
  CHANGED: "changed",
  SAME: "na",
  WRONG: "error",
  LEFT_OUT: "na",
};

/** The word for what happens to a line, with its shape. */
export function ActionStatus({ action, children }: { action: ImportAction; children?: string }) {
  const w = useWords(words);
  return (
    <Status kind={KINDS[action]} icon={action === "SAME" ? Check : undefined}>
      {children ?? w[action]}
    </Status>
  );
}

interface TilesProps {
  outcome: ImportOutcome;
  chosen: ReadonlySet<ImportAction>;
  onChoose: (action: ImportAction) => void;
}

/** Counts that filter the lines below, and what share of the file each of them is. */
export function ResultTiles({ outcome, chosen, onChoose }: TilesProps) {
  const w = useWords(words);
  const language = useLanguage();
  const number = (action: ImportAction): string => formatNumber(countOf(outcome, action), language);
  // Few files have lines that are no rows: a count of none would only ask what it means.
  const tiles = TILES.filter((action) => action !== "LEFT_OUT" || outcome.leftOut > 0);
  return (
    <div className={tiles.length > 4 ? "card tiles five" : "card tiles"} role="group" aria-label={w.tiles}>
      {tiles.map((action) => (
        <button key={action} type="button" aria-pressed={chosen.has(action)} onClick={() => onChoose(action)}>
          <b>{number(action)}</b>
          <ActionStatus action={action}>
            {action === "CHANGED" && outcome.cells
              ? w.changedCells(formatNumber(outcome.cells, language), outcome.cells)
              : w[action]}
          </ActionStatus>
        </button>
      ))}
      <div
        className="tiles-bar"
        role="img"
        aria-label={w.bar(number("NEW"), number("CHANGED"), number("SAME"), number("WRONG"))}
      >
        {TILES.filter((action) => countOf(outcome, action) > 0).map((action) => (
          <i key={action} className={action.toLowerCase()} style={{ flex: countOf(outcome, action) }} />
        ))}
      </div>
    </div>
  );
}
