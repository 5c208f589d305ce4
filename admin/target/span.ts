import { daysInMonth, formatDate, type Language } from "../platform/format";
import { words } from "./span-names.words";

/** The lengths of time that targets are looked at over. */
export type SpanKind = "MONTH" | "QUARTER" | "YEAR" | "TWELVE_MONTHS" | "OTHER";

/** Days from one to another, both included. */
export interface Span {
  kind: SpanKind;
  from: string;
  to: string;
}

const two = (value: number): string => String(value).padStart(2, "0");
const parts = (date: string): [year: number, month: number] => [Number(date.slice(0, 4)), Number(date.slice(5, 7))];

/** The months that begin `before` months ahead of one and end with it; months may lie outside 1 to 12. */
function months(year: number, month: number, before: number): Pick<Span, "from" | "to"> {
  const first = new Date(Date.UTC(year, month - 1 - before, 1));
  const last = new Date(Date.UTC(year, month - 1, 1));
  const [y, m] = [last.getUTCFullYear(), last.getUTCMonth() + 1];
  return { from: first.toISOString().slice(0, 10), to: `${y}-${two(m)}-${two(daysInMonth(y, m))}` };
}

/** The span of a kind that a day lies in; twelve months end with the day's month. */
export function spanOn(kind: Exclude<SpanKind, "OTHER">, date: string): Span {
  const [year, month] = parts(date);
  if (kind === "MONTH") return { kind, ...months(year, month, 0) };
  if (kind === "QUARTER") return { kind, ...months(year, Math.ceil(month / 3) * 3, 2) };
  if (kind === "YEAR") return { kind, ...months(year, 12, 11) };
  return { kind, ...months(year, month, 11) };
}

/** The last year that was over on a day: what targets are judged by until the next one is complete. */
export function lastWholeYear(date: string): Span {
  return spanOn("YEAR", `${parts(date)[0] - 1}-12-31`);
}

const STEPS: Record<Exclude<SpanKind, "OTHER">, number> = { MONTH: 1, QUARTER: 3, YEAR: 12, TWELVE_MONTHS: 1 };

const time = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const DAY = 86_400_000;
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The span after (`1`) or before (`-1`); twelve months move by one. */
export function neighbour(span: Span, direction: 1 | -1): Span {
  if (span.kind === "OTHER") {
    const length = time(span.to) - time(span.from) + DAY;
    return {
      kind: "OTHER",
      from: day(time(span.from) + direction * length),
      to: day(time(span.to) + direction * length),
    };
  }
  const [year, month] = parts(span.to);
  const moved = new Date(Date.UTC(year, month - 1 + direction * STEPS[span.kind], 1));
  return spanOn(span.kind, moved.toISOString().slice(0, 10));
}

/** What a ranking is compared with: the same length of time just before, a year before for twelve months. */
export function spanBefore(span: Span): Span {
  if (span.kind !== "TWELVE_MONTHS") return neighbour(span, -1);
  const [year, month] = parts(span.to);
  return { kind: span.kind, ...months(year - 1, month, 11) };
}

/** Which kind two days make; a year is not told from twelve months by its days, so an address may say it. */
export function kindOf(from: string, to: string, said: string | null): SpanKind {
  const kinds: Exclude<SpanKind, "OTHER">[] =
    said === "TWELVE_MONTHS" ? ["TWELVE_MONTHS"] : ["MONTH", "QUARTER", "YEAR", "TWELVE_MONTHS"];
  return (
    kinds.find((kind) => {
      const span = spanOn(kind, to);
      return span.from === from && span.to === to;
    }) ?? "OTHER"
  );
}

/** "năm 2018", "quý 2/2019", "tháng 6/2019", "12 tháng đến 30/6/2019", "từ 15/3/2019 đến 14/6/2019". */
export function spanName(span: Span, language: Language): string {
  const [year, month] = parts(span.to);
  const w = words[language];
  if (span.kind === "YEAR") return w.year(year);
  if (span.kind === "QUARTER") return w.quarter(month / 3, year);
  if (span.kind === "MONTH") return w.month(month, year);
  if (span.kind === "TWELVE_MONTHS") return w.twelveMonths(formatDate(span.to));
  return w.days(formatDate(span.from), formatDate(span.to));
}

/** The same where a chart or a table has no room: 2018, Q2/19, 6/19. */
export function spanShort(span: Span, language: Language): string {
  const [year, month] = parts(span.to);
  const short = two(year % 100);
  if (span.kind === "YEAR") return String(year);
  if (span.kind === "QUARTER") return words[language].quarterShort(month / 3, short);
  return `${month}/${short}`;
}
