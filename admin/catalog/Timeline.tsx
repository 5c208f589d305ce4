import { Link } from "react-router";
import { formatDate } from "../platform/format";
import { useWords } from "../platform/language";
import { words } from "./catalog.words";
import type { Step } from "./difference";

interface TimelineProps {
  steps: Step[];
  date: string;
  base: string | null;
}

interface Mark {
  key: string;
  date: string;
  kind: "decision" | "base" | "date";
  step?: Step;
}

const time = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** About how much of the line one letter of a label takes, in percent of its width. */
const LETTER = 0.62;

/** From where to where a label reaches: centred on its mark, but kept inside at both ends. */
function reach(place: number, letters: number): [number, number] {
  const width = letters * LETTER;
  if (isFirst(place)) return [place, place + width];
  if (isLast(place)) return [place - width, place];
  return [place - width / 2, place + width / 2];
}

const isFirst = (place: number): boolean => place < 10;
const isLast = (place: number): boolean => place > 88;

/** Labels that would touch stand on lines of their own. */
function lanes(reaches: [number, number][]): number[] {
  const ends: number[] = [];
  return reaches.map(([start, end]) => {
    const free = ends.findIndex((taken) => taken < start);
    const lane = free >= 0 ? free : ends.length;
    ends[lane] = end;
    return lane;
  });
}

/** The Decisions of a catalog on one line of time, between the day compared with and the day seen. */
export function Timeline({ steps, date, base }: TimelineProps) {
  const w = useWords(words);
  const marks: Mark[] = [
    ...steps.map((step) => ({ key: step.decision.id, date: step.date, kind: "decision" as const, step })),
    ...(base ? [{ key: "base", date: base, kind: "base" as const }] : []),
    { key: "date", date, kind: "date" as const },
  ].sort((left, right) => left.date.localeCompare(right.date));
  const first = time(marks[0]!.date);
  const last = time(marks[marks.length - 1]!.date);
  const place = (day: string): number => (last === first ? 50 : 4 + ((time(day) - first) / (last - first)) * 90);
  const between = base ? [base, date].sort() : null;
  const within = (mark: Mark): boolean => between !== null && mark.date > between[0]! && mark.date <= between[1]!;

  const countsOf = (step: Step): string =>
    [
      step.added > 0 && `+${step.added}`,
      step.removed > 0 && `−${step.removed}`,
      step.amended > 0 && w.stepAmended(String(step.amended)),
    ]
      .filter(Boolean)
      .join(" ");
  const letters = (mark: Mark): number =>
    mark.step
      ? `${mark.step.decision.number} · ${formatDate(mark.date)} · ${countsOf(mark.step)}`.length
      : `${mark.kind === "base" ? w.base : w.viewing} ${formatDate(mark.date)}`.length;
  const heights = lanes(marks.map((mark) => reach(place(mark.date), letters(mark))));

  const text = (mark: Mark) => {
    if (mark.kind === "base") return `${w.base} ${formatDate(mark.date)}`;
    if (mark.kind === "date") return <b>{`${w.viewing} ${formatDate(mark.date)}`}</b>;
    const { step } = mark;
    if (!step) return null;
    const counts = countsOf(step);
    return (
      <>
        <Link to={`/decisions/${step.decision.id}/show`}>
          <b>{step.decision.number}</b>
        </Link>{" "}
        · {formatDate(mark.date)}
        {counts && ` · ${counts}`}
      </>
    );
  };

  return (
    <div className="time-line" style={{ height: 24 + (Math.max(...heights) + 1) * 20 }}>
      <div className="axis" />
      {between && (
        <div
          className="span"
          style={{ left: `${place(between[0]!)}%`, width: `${place(between[1]!) - place(between[0]!)}%` }}
        />
      )}
      <ol>
        {marks.map((mark, index) => (
          <li key={mark.key} style={{ left: `${place(mark.date)}%` }}>
            <span className={`mark ${mark.kind}${within(mark) ? " within" : ""}`} aria-hidden />
            <span
              className={`label${isFirst(place(mark.date)) ? " first" : isLast(place(mark.date)) ? " last" : ""}`}
              style={{ top: 20 + heights[index]! * 20 }}
            >
              {text(mark)}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
