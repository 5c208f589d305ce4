import type { Writable } from "node:stream";
import type { Locale } from "../../../platform/kinds/all";
import type { SheetColumn, SheetValue } from "../../../platform/sheet/sheet";
import { Workbook } from "../../../platform/sheet/xlsx-writer";
import { ESTIMATE_STATE } from "../../subsidy-estimate.entity";
import { RATE_UNIT } from "../../subsidy.kinds";
import { columnsOf, hasLongNumber } from "../book";
import { assumptions } from "./estimate-paper";
import type { EstimateSheet } from "./estimate-sheet";
import { estimateWords, type EstimateWords } from "./estimate-words";
import { sheetNumber, spelt } from "../paper-text";

const COLUMNS: [key: keyof EstimateWords["sheetColumns"], kind: SheetColumn["kind"], width: number][] = [
  ["number", "number", 50],
  ["code", "text", 130],
  ["from", "text", 280],
  ["to", "text", 280],
  ["unit", "text", 90],
  ["rate", "number", 110],
  ["quantity", "number", 120],
  ["share", "number", 100],
  ["amount", "number", 140],
];

/** An estimate as a workbook: its table with the sum, and what it rests on. */
export async function writeEstimate(out: Writable, sheet: EstimateSheet, language: Locale): Promise<void> {
  const words = estimateWords[language];
  const book = new Workbook(out, [
    { name: words.sheets.table, columns: columnsOf(COLUMNS, words.sheetColumns) },
    {
      name: words.sheets.assumptions,
      columns: [
        { header: words.facts.fact, kind: "text", width: 200 },
        { header: words.facts.value, kind: "text", width: 520 },
      ],
    },
  ]);
  const { lines, totalVnd } = sheet;
  for (const [at, line] of lines.entries())
    await book.row([
      at + 1,
      line.route?.code ?? null,
      line.route?.from?.name ?? null,
      line.route?.to?.name ?? null,
      RATE_UNIT.toText(line.rateUnit, language),
      line.rateVnd,
      sheetNumber(line.quantity),
      sheetNumber(line.sharePercent),
      line.amountVnd,
    ]);
  if (lines.length > 0)
    await book.row([null, null, words.sum(lines.length), ...Array<null>(5).fill(null), String(totalVnd)]);
  await book.next();
  for (const row of factRows(sheet, words, language)) await book.row(row);
  await book.end();
}

function factRows(sheet: EstimateSheet, words: EstimateWords, language: Locale): SheetValue[][] {
  const { head, lines, totalVnd, isDraft, isDemo } = sheet;
  const { facts } = words;
  const amounts = [totalVnd, ...lines.flatMap(({ rateVnd, amountVnd }) => [BigInt(rateVnd), BigInt(amountVnd)])];
  return [
    [facts.name, head.name],
    [facts.payer, head.payer?.name ?? null],
    [facts.year, head.fiscalYear],
    [facts.state, ESTIMATE_STATE.toText(head.state, language)],
    ...(lines.length === 0
      ? []
      : [
          [facts.total, sheetNumber(String(totalVnd))],
          [facts.words, spelt(totalVnd)],
        ]),
    ...assumptions(sheet, language).map((said): SheetValue[] => [facts.assumption, said]),
    [facts.assumption, words.rounding],
    ...(isDraft ? [[facts.note, words.draft]] : []),
    ...(isDemo ? [[facts.note, words.demo]] : []),
    ...(hasLongNumber(amounts) ? [[facts.note, words.longNumbers]] : []),
  ];
}
