import type { Paper, PaperSection } from "../../platform/paper/administrative-form";
import type { PaperColumn, PaperTable } from "../../platform/paper/list-table";
import { date, decimal, int } from "../../platform/kinds/all";
import type { Locale } from "../../platform/kinds/kind";
import type { CriterionScore, Scorecard } from "../scorecard/card";
import { urgeWords, type UrgeWords } from "./urge-words";

/** Who is to be urged, as it was computed. */
export interface UrgeList {
  /** The province's committee of the day, which sends the list. */
  sender: string;
  whole: Scorecard;
  /** Agencies with counts, in the order of the tree, and how many there are in all. */
  agencies: readonly Scorecard[];
  total: number;
  /** Absent where no period is asked about. */
  silent: Silent | null;
}

export interface Silent {
  period: { name: string; dueOn: string | null };
  items: readonly { agency: { nameVi: string; nameEn: string | null; isDemo: boolean }; last: string | null }[];
  total: number;
}

const whole = int({ min: 0 });
const percents = decimal({ scale: 2 });
const days = date();

/** "480/48.000": a ratio as it was counted. */
export const fractionText = (numerator: number, denominator: number, language: Locale): string =>
  `${whole.toText(numerator, language)}/${whole.toText(denominator, language)}`;

/** Two decimals, cut off and never rounded up: 49.996 % is not shown as the 50 % that it misses. */
export function percentOf(numerator: number, denominator: number): string | null {
  if (denominator === 0) return null;
  const hundredths = String((BigInt(numerator) * 10_000n) / BigInt(denominator)).padStart(3, "0");
  return `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`;
}

export const percentText = (percent: string | null, language: Locale): string =>
  percent === null ? "" : `${percents.toText(percent, language)}%`;

export const nameIn = (named: { nameVi: string; nameEn: string | null }, language: Locale): string =>
  language === "en" ? (named.nameEn ?? named.nameVi) : named.nameVi;

const CRITERIA: [key: "number" | "criterion" | "done" | "ratio" | "asked" | "short", width: number][] = [
  ["number", 10],
  ["criterion", 62],
  ["done", 28],
  ["ratio", 18],
  ["asked", 17],
  ["short", 25],
];

/** The list as a paper: the whole, then who misses what by how much, the worst first, then who has not reported. */
export function urgePaper(list: UrgeList, language: Locale): Paper {
  const words = urgeWords[language];
  const missing = list.agencies
    .filter(({ met, applicable }) => met < applicable)
    .map((card, order) => ({ card, order, missed: card.applicable - card.met }))
    .sort((a, b) => b.missed - a.missed || a.order - b.order)
    .map(({ card }) => card);
  const judged = list.agencies.filter(({ applicable }) => applicable > 0);
  const { from, to, structure, targetSet, agency } = list.whole;
  const day = (text: string) => days.toText(text, language);
  const all = [list.whole, ...list.agencies];
  return {
    words: { ...words, subtitle: nameIn(targetSet, language) },
    above: null,
    agency: list.sender.toLocaleUpperCase("vi"),
    asOf: words.asOf(day(from), day(to), structure === to ? null : day(structure)),
    grounds: [],
    sections: [
      {
        heading: words.whole(agency && nameIn(agency, language)),
        level: 1,
        table: criteriaTable([{ title: null, card: list.whole, scores: list.whole.criteria }], words, language),
      },
      {
        heading: words.missing(missing.length, judged.length - missing.length),
        level: 1,
        table: criteriaTable(
          missing.map((card, index) => ({
            title: titleOf(card, index + 1, words, language),
            card,
            scores: card.criteria.filter(({ official }) => official.state === "MISSED"),
          })),
          words,
          language,
        ),
        lines: list.total > list.agencies.length ? [words.more(list.agencies.length, list.total)] : [],
      },
      ...silentSection(list.silent, words, language),
      rulesSection(list.whole, words, language, list.silent !== null),
    ],
    foot: all.some(({ isDemo }) => isDemo) ? [words.demo] : [],
  };
}

function titleOf({ agency, met, applicable, isDemo }: Scorecard, number: number, words: UrgeWords, language: Locale) {
  const title = words.band(number, nameIn(agency!, language), met, applicable);
  return isDemo ? `${title} ${words.demoMark}` : title;
}

function criteriaTable(
  bands: { title: string | null; card: Scorecard; scores: readonly CriterionScore[] }[],
  words: UrgeWords,
  language: Locale,
): PaperTable {
  return {
    columns: CRITERIA.map(([key, width]): PaperColumn => ({
      label: words.columns[key],
      width,
      align: key === "number" ? "center" : key === "criterion" ? "left" : "right",
      isMarked: key === "criterion",
    })),
    bands: bands.map(({ title, card, scores }) => ({
      title,
      rows: scores.map((score, index) => ({
        cells: cellsOf(score, index + 1, words, language),
        // Where an agency's title is marked, its lines need not be.
        isDemo: title === null && card.isDemo,
      })),
    })),
  };
}

function cellsOf(score: CriterionScore, number: number, words: UrgeWords, language: Locale): string[] {
  const { code, measure, thresholdPercent, official } = score;
  const { numerator, denominator, state, shortfall } = official;
  const unit = measure === "PROCEDURES" ? words.procedures : words.dossiers;
  const short =
    state === "MISSED" ? unit(whole.toText(shortfall, language)) : state === "MET" ? words.met : words.notApplicable;
  return [
    String(number),
    `${code}. ${nameIn(score, language)}`,
    fractionText(numerator, denominator, language),
    percentText(percentOf(numerator, denominator), language),
    percentText(thresholdPercent, language),
    short,
  ];
}

function silentSection(silent: Silent | null, words: UrgeWords, language: Locale): PaperSection[] {
  if (!silent) return [];
  const { period, items, total } = silent;
  const heading = words.silent(period.name, period.dueOn && days.toText(period.dueOn, language));
  if (items.length === 0) return [{ heading, level: 1, lines: [words.allReported] }];
  const columns: PaperColumn[] = [
    { label: words.columns.number, width: 10, align: "center" },
    { label: words.columns.agency, width: 100, align: "left", isMarked: true },
    { label: words.columns.last, width: 50, align: "left" },
  ];
  const rows = items.map(({ agency, last }, index) => ({
    cells: [String(index + 1), nameIn(agency, language), last ?? words.never],
    isDemo: agency.isDemo,
  }));
  const lines = total > items.length ? [words.more(items.length, total)] : [];
  return [{ heading, level: 1, table: { columns, bands: [{ title: null, rows }] }, lines }];
}

/** The rule of each official reading, as it stands beside the figure everywhere. */
function rulesSection({ criteria }: Scorecard, words: UrgeWords, language: Locale, hasSilent: boolean): PaperSection {
  const said = criteria.map(
    ({ code, official }) => `${code}. ${language === "vi" ? official.ruleVi : official.ruleEn}`,
  );
  return { heading: `${hasSilent ? "IV" : "III"}. ${words.rules}`, level: 1, lines: said };
}
