import type { SheetRow, SheetValue } from "../sheet/sheet";
import { restored } from "../sheet/formula";
import type { Column, Headings, KnownHeadings } from "./headings";

/** Headings stand in so many lines one above the other, at most. */
const DEEPEST = 4;

const textOf = (value: SheetValue | undefined): string =>
  value == null || typeof value === "object" ? "" : restored(String(value)).trim();

/**
 * The headings of a sheet among its first rows: the line, or the lines one above the other, of which most are known.
 * Null where none is.
 */
export function findHeadings(rows: readonly SheetRow[], known: KnownHeadings): Headings | null {
  let best: Headings | null = null;
  // Fewer lines go before more of them: a line of data below the headings may have their words in it.
  for (let depth = 1; depth <= DEEPEST; depth++) {
    for (let i = 0; i + depth <= rows.length; i++) {
      const lines = rows.slice(i, i + depth);
      if (lines.some(({ line }, at) => line !== lines[0].line + at) || lines.some(isColumnNumbers)) continue;
      const below = rows[i + depth];
      const numbers = below && isColumnNumbers(below) ? below : null;
      const found = read(lines, numbers, known);
      if (isEnough(found) && found.matched > (best?.matched ?? 0)) best = found;
    }
  }
  return best;
}

/** One known heading may be a coincidence, unless it stands alone or beside a numbering. */
function isEnough({ matched, columns }: Headings): boolean {
  const named = columns.filter((c) => c.header !== "" && c.ignored !== "NUMBERING");
  return matched >= 2 || (matched === 1 && named.length <= 2);
}

interface Named {
  header: string;
  what: ReturnType<KnownHeadings["find"]>;
}

function read(lines: readonly SheetRow[], numbers: SheetRow | null, known: KnownHeadings): Headings {
  const width = Math.max(...lines.map((l) => l.values.length));
  const own = lines.map((l) => Array.from({ length: width }, (_, i) => textOf(l.values[i])));
  const spread = spreadWords(own, width);
  const named = Array.from({ length: width }, (_, i) =>
    nameOf(
      own.map((line) => line[i]),
      spread.map((line) => line[i]),
      known,
    ),
  );
  if (numbers) nameByNumber(named, numbers, known);
  const taken = new Set<string>();
  const tally = { vi: 0, en: 0 };
  let matched = 0;
  const columns = named.map(({ header, what }, i): Column => {
    const column = { number: i + 1, header };
    const field = what?.field ?? null;
    if (field === null) {
      const ignored = what?.ignored ?? (header === "" ? "EMPTY" : "UNKNOWN");
      return { ...column, field, ignored, ...(what?.of ? { of: what.of } : {}) };
    }
    if (!taken.has(field)) {
      taken.add(field);
      matched++;
      if (what!.locale) tally[what!.locale]++;
      return { ...column, field, ignored: null };
    }
    // Code and name of what is referred to stand in two columns: both say which row is meant.
    return known.isReference(field)
      ? { ...column, field: null, ignored: null, also: field }
      : { ...column, field: null, ignored: "TWICE" };
  });
  return { line: lines.at(-1)!.line, columns, matched, locale: tally.en > tally.vi ? "en" : "vi" };
}

/** The words of the upper lines over every column that they span: of a merged cell only the first has them. */
function spreadWords(own: readonly string[][], width: number): string[][] {
  const out: string[][] = [];
  for (const [level, words] of own.entries()) {
    const line: string[] = [];
    for (let i = 0; i < width; i++) {
      const isBelow = own.slice(level + 1).some((lower) => lower[i] !== "");
      const isSameAbove = i > 0 && out.every((upper) => upper[i] === upper[i - 1]);
      line.push(words[i] === "" && isBelow && isSameAbove ? line[i - 1] : words[i]);
    }
    out.push(line);
  }
  return out;
}

/**
 * What a column is called: by all its lines from the top down, else by its lower ones, by the first and the last, and by
 * what stands in one line alone.
 */
function nameOf(own: readonly string[], spread: readonly string[], known: KnownHeadings): Named {
  const path = spread.filter((word, at) => word !== "" && word !== spread[at - 1]);
  const tails = path.map((_, from) => path.slice(from).join(" - "));
  const ends = path.length > 2 ? [`${path[0]} - ${path.at(-1)!}`] : [];
  const single = own.filter(Boolean).reverse();
  const candidates = [...new Set([tails[0] ?? "", ...ends, ...tails.slice(1), ...single])].filter(Boolean);
  const found = candidates.map((header) => ({ header, what: known.find(header) })).find(({ what }) => what);
  return found ?? { header: candidates[0] ?? "", what: undefined };
}

/**
 * Names what the words left open by the numbers below them, where the form is one that is known by its numbers and what
 * is known by words agrees with them.
 */
function nameByNumber(named: Named[], numbers: SheetRow, known: KnownHeadings): void {
  const byNumber = named.map((_, i) => {
    const number = columnNumber(textOf(numbers.values[i]));
    return number === null ? undefined : known.find(`(${number})`);
  });
  const both = named.flatMap(({ what }, i) => (what?.field && byNumber[i] ? [what.field === byNumber[i].field] : []));
  if (both.length === 0 || both.includes(false)) return;
  named.forEach((name, i) => {
    if (!name.what && byNumber[i]) named[i] = { header: textOf(numbers.values[i]), what: byNumber[i] };
  });
}

/** The number in (3), 3 or (3)=(4)+(5)+(6), as official forms number their columns; null for anything else. */
function columnNumber(text: string): string | null {
  return /^\(?\s*(\d{1,3})\s*\)?\s*(?:=[\s\d()+\-–]*)?$/.exec(text)?.[1] ?? null;
}

/** A line that numbers the columns, as official forms have it below their headings: (1) (2) (3)=(4)+(5), or A B 1 2. */
export function isColumnNumbers({ values }: SheetRow): boolean {
  const said = values.map(textOf).filter(Boolean);
  const letters = said.findIndex((text, i) => text.replaceAll(/[()]/g, "") !== String.fromCharCode(65 + i));
  const counted = said.slice(Math.max(letters, 0));
  const numbers = counted.map(columnNumber);
  const isInOrder = numbers.every((n, i) => n !== null && Number(n) === Number(numbers[0]) + i);
  return said.length >= 3 && letters >= 0 && isInOrder;
}
