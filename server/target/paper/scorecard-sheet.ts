import type { Writable } from "node:stream";
import { AGENCY_KIND } from "../../agency/agency-kind";
import type { Locale } from "../../platform/kinds/all";
import type { SheetColumn, SheetDay, SheetValue } from "../../platform/sheet/sheet";
import { Workbook } from "../../platform/sheet/xlsx-writer";
import { TARGET_STATE } from "../published-figure.entity";
import type { Scorecard } from "../scorecard/card";
import { sheetWords } from "./scorecard-sheet-words.rules";
import { nameIn, percentOf } from "./urge-list";

/**
 * Scorecards as a workbook: a line for every agency, criterion and reading, to be filtered and turned in a spreadsheet, and
 * a second sheet with the rule behind each figure.
 */
export async function writeScorecards(out: Writable, cards: readonly Scorecard[], language: Locale): Promise<void> {
  const words = sheetWords[language];
  const [first] = cards;
  const book = new Workbook(out, [
    { name: words.figures, columns: columnsOf(words.columns) },
    { name: words.rules, columns: columnsOf(words.ruleColumns) },
  ]);
  for (const card of cards) for (const line of linesOf(card, language)) await book.row(line);
  await book.next();
  for (const line of ruleLines(first, language)) await book.row(line);
  await book.end();
}

const columnsOf = (columns: readonly (readonly [header: string, kind: SheetColumn["kind"], width: number])[]) =>
  columns.map(([header, kind, width]): SheetColumn => ({ header, kind, width }));

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));

function* linesOf({ agency, criteria, isDemo }: Scorecard, language: Locale): Generator<SheetValue[]> {
  const words = sheetWords[language];
  const who: SheetValue[] = agency
    ? [agency.code, nameIn(agency, language), agency.kind === null ? null : AGENCY_KIND.toText(agency.kind, language)]
    : [null, words.province, null];
  for (const { code, nameVi, nameEn, thresholdPercent, readings } of criteria)
    for (const reading of readings) {
      const { numerator, denominator, official, state, shortfall, points } = reading;
      yield [
        ...who,
        code,
        nameIn({ nameVi, nameEn }, language),
        nameIn(reading, language),
        official,
        numerator,
        denominator,
        numberOf(percentOf(numerator, denominator)),
        Number(thresholdPercent),
        TARGET_STATE.toText(state, language),
        shortfall,
        numberOf(points),
        isDemo ? words.demo : null,
      ];
    }
}

const dayOf = (day: string): SheetDay => ({ day });

function* ruleLines(
  { criteria, targetSet, from, to, structure }: Scorecard,
  language: Locale,
): Generator<SheetValue[]> {
  const words = sheetWords[language];
  for (const { code, nameVi, nameEn, thresholdPercent, readings } of criteria)
    for (const reading of readings)
      yield [
        code,
        nameIn({ nameVi, nameEn }, language),
        nameIn(reading, language),
        reading.official,
        Number(thresholdPercent),
        language === "vi" ? reading.ruleVi : reading.ruleEn,
        nameIn(targetSet, language),
        dayOf(from),
        dayOf(to),
        dayOf(structure),
        targetSet.isDemo ? words.demo : null,
      ];
}

/** "ket-qua-chi-tieu-2018-01-01-2018-12-31.xlsx" */
export const sheetFileName = ({ from, to }: Pick<Scorecard, "from" | "to">): string =>
  `ket-qua-chi-tieu-${from}-${to}.xlsx`;
