import { useEffect, useRef, useState } from "react";
import { formatNumber } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import { Empty } from "../../platform/ui/states";
import { Tabs } from "../../platform/ui/Tabs";
import type { Effect, LineProblem } from "./record.graphql";
import { LineRow } from "./LineRow";
import type { Choice, ResolvedLine } from "./record-state";
import { words } from "./record.words";

interface PreviewStepProps {
  lines: ResolvedLine[];
  effects: Effect[];
  /** There is a preview, and the Decision itself is not refused. */
  isPreviewed: boolean;
  problems: LineProblem[];
  onChoose: (line: number, part: Partial<Choice>) => void;
}

/** Lines grouped as they are shown: what is open first, then the three lists, then what is left out. */
export function groupsOf(lines: ResolvedLine[], problems: LineProblem[]) {
  const refused = new Set(problems.map(({ line }) => line));
  const isOpen = (line: ResolvedLine): boolean =>
    line.kind === "OPEN" || (line.kind !== "OUT" && refused.has(line.row.line));
  const clear = lines.filter((line) => line.kind !== "OUT" && !isOpen(line));
  return {
    open: lines.filter(isOpen),
    NEW: clear.filter(({ list }) => list === "NEW"),
    CHANGED: clear.filter(({ list }) => list === "AMENDED" || list === "REPLACED"),
    ABOLISHED: clear.filter(({ list }) => list === "ABOLISHED"),
    out: lines.filter(({ kind }) => kind === "OUT"),
  };
}

/** The lines of the annex as they would be recorded, with what has to be confirmed first. */
export function PreviewStep({ lines, effects, isPreviewed, problems, onChoose }: PreviewStepProps) {
  const w = useWords(words);
  const language = useLanguage();
  const groups = groupsOf(lines, problems);
  const [tab, setTab] = useState<string | null>(null);
  const [wanted, setWanted] = useState<number | null>(null);
  const panel = useRef<HTMLDivElement>(null);
  // A line in which somebody types stays where it is until they go on.
  const [held, setHeld] = useState<number | null>(null);
  // Until a person chooses, what is open stands first, as soon as the preview says so.
  const shown = tab ?? (groups.open.length > 0 || held !== null ? "open" : "NEW");

  useEffect(() => {
    if (wanted === null) return;
    panel.current?.querySelector<HTMLElement>(`tr[data-line="${wanted}"]`)?.focus();
    setWanted(null);
  }, [wanted]);

  const neighbour = (rows: ResolvedLine[], line: number, step: 1 | -1): number | null => {
    const at = rows.findIndex(({ row }) => row.line === line);
    return rows[at + step]?.row.line ?? null;
  };
  const table = (rows: ResolvedLine[], empty: [string, string?]) =>
    rows.length === 0 ? (
      <Empty title={empty[0]}>{empty[1]}</Empty>
    ) : (
      <div className="scroll-x">
        <table className="rows still annex-table">
          <thead>
            <tr>
              <th style={{ width: 52 }}>{w.line}</th>
              <th style={{ width: "27%" }}>{w.inAnnex}</th>
              <th>{w.means}</th>
              <th style={{ width: 220 }}>{w.effect}</th>
              <th style={{ width: 160 }}>{w.list}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((line) => (
              <LineRow
                key={line.row.line}
                line={line}
                effects={effects.filter((effect) => effect.line === line.row.line)}
                isPreviewed={isPreviewed}
                problems={problems.filter((problem) => problem.line === line.row.line)}
                onMove={(step) => setWanted(neighbour(rows, line.row.line, step))}
                onChoose={(part, settles) => {
                  setHeld(settles ? null : line.row.line);
                  if (settles) setWanted(neighbour(rows, line.row.line, 1) ?? neighbour(rows, line.row.line, -1));
                  onChoose(line.row.line, part);
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
    );
  const isHeld = ({ row }: ResolvedLine): boolean => row.line === held;
  const openRows = lines.filter((line) => groups.open.includes(line) || (shown === "open" && isHeld(line)));
  const count = (rows: ResolvedLine[]): string => formatNumber(rows.length, language);
  return (
    <div
      className="card"
      ref={panel}
      onBlur={(event) => {
        if (held !== null && !(event.relatedTarget as HTMLElement | null)?.closest(`tr[data-line="${held}"]`))
          setHeld(null);
      }}
    >
      <Tabs
        value={shown}
        onChange={setTab}
        tabs={[
          {
            id: "open",
            title: w.toConfirm,
            count: count(groups.open),
            content: (
              <>
                {openRows.length > 0 && <p className="hint keys wide-only">{w.keys}</p>}
                {table(openRows, [w.nothingOpen, w.nothingOpenHelp])}
              </>
            ),
          },
          { id: "NEW", title: w.lists.NEW, count: count(groups.NEW), content: table(groups.NEW, [w.emptyList]) },
          {
            id: "CHANGED",
            title: w.changedTab,
            count: count(groups.CHANGED),
            content: table(groups.CHANGED, [w.emptyList]),
          },
          {
            id: "ABOLISHED",
            title: w.lists.ABOLISHED,
            count: count(groups.ABOLISHED),
            content: table(groups.ABOLISHED, [w.emptyList]),
          },
          { id: "out", title: w.leftOut, count: count(groups.out), content: table(groups.out, [w.emptyList]) },
        ]}
      />
    </div>
  );
}
