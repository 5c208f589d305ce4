import type { Writable } from "node:stream";
import type { Locale } from "../../../platform/kinds/all";
import type { SheetColumn, SheetValue } from "../../../platform/sheet/sheet";
import { Workbook } from "../../../platform/sheet/xlsx-writer";
import { CLAIM_KIND } from "../../claim-kind";
import { RATE_UNIT } from "../../subsidy.kinds";
import { CLAIM_STATE } from "../../subsidy-claim.entity";
import type { ClaimSheet } from "./claim-sheet";
import { claimWords, type ClaimWords } from "./claim-words";
import { columnsOf, hasLongNumber } from "../book";
import { dayText, sheetNumber, spelt } from "../paper-text";

const COLUMNS: [key: keyof ClaimWords["sheetColumns"], kind: SheetColumn["kind"], width: number][] = [
  ["number", "number", 50],
  ["code", "text", 130],
  ["from", "text", 280],
  ["to", "text", 280],
  ["firstDay", "day", 90],
  ["lastDay", "day", 90],
  ["unit", "text", 90],
  ["rate", "number", 110],
  ["quantity", "number", 90],
  ["share", "number", 100],
  ["wanted", "number", 130],
  ["amount", "number", 140],
];

/** A claim as a workbook: its lines with their sum, and what else its paper says. */
export async function writeClaim(out: Writable, sheet: ClaimSheet, language: Locale): Promise<void> {
  const words = claimWords[language];
  const book = new Workbook(out, [
    { name: words.sheets.lines, columns: columnsOf(COLUMNS, words.sheetColumns) },
    {
      name: words.sheets.facts,
      columns: [
        { header: words.facts.fact, kind: "text", width: 200 },
        { header: words.facts.value, kind: "text", width: 520 },
      ],
    },
  ]);
  for (const row of lineRows(sheet, words, language)) await book.row(row);
  await book.next();
  for (const row of factRows(sheet, words, language)) await book.row(row);
  await book.end();
}

function lineRows({ lines, totalVnd, refusal }: ClaimSheet, words: ClaimWords, language: Locale): SheetValue[][] {
  if (refusal) return [];
  const rows = lines.map((line, at): SheetValue[] => [
    at + 1,
    line.route.code,
    line.route.from,
    line.route.to,
    { day: line.firstDay },
    { day: line.lastDay },
    RATE_UNIT.toText(line.rateUnit, language),
    String(line.rateVnd),
    sheetNumber(line.quantity),
    sheetNumber(line.sharePercent),
    String(line.wantedVnd),
    String(line.amountVnd),
  ]);
  const wanted = lines.reduce((sum, { wantedVnd }) => sum + wantedVnd, 0n);
  return [
    ...rows,
    [null, null, words.sum(lines.length), ...Array<null>(7).fill(null), String(wanted), String(totalVnd)],
  ];
}

function factRows(sheet: ClaimSheet, words: ClaimWords, language: Locale): SheetValue[][] {
  const { head, lines, totalVnd, vatVnd, isDraft, isDemo, refusal, today } = sheet;
  const { facts } = words;
  const amounts = [totalVnd, ...lines.flatMap(({ rateVnd, wantedVnd, amountVnd }) => [rateVnd, wantedVnd, amountVnd])];
  const notes = [
    ...(isDraft ? [words.draft(dayText(today, language))] : []),
    ...(refusal ? [refusal[language]] : []),
    ...(isDemo ? [words.demo] : []),
    ...(hasLongNumber(amounts) ? [words.longNumbers] : []),
  ];
  const said: [string, SheetValue][] = [
    [facts.code, head.code],
    [facts.state, CLAIM_STATE.toText(head.state, language)],
    [facts.kind, CLAIM_KIND.toText(head.kind, language)],
    [facts.adjusts, head.adjusts?.code ?? null],
    [facts.program, head.program?.name ?? null],
    [facts.payer, head.payer?.name ?? null],
    [facts.claimant, head.claimant?.name ?? null],
    [facts.payee, head.payee?.name ?? null],
    [facts.account, head.payeeAccount],
    [facts.firstDay, { day: head.firstDay }],
    [facts.lastDay, { day: head.lastDay }],
    [facts.contract, head.contract],
    [facts.minutes, head.minutes],
    [facts.invoice, head.invoiceNumber],
    [facts.vatPercent, head.vatPercent === null ? null : Number(head.vatPercent)],
    [facts.total, refusal ? null : sheetNumber(String(totalVnd))],
    [facts.words, refusal ? null : spelt(totalVnd)],
    [facts.vat, vatVnd === null ? null : sheetNumber(String(vatVnd))],
    [facts.net, vatVnd === null ? null : sheetNumber(String(totalVnd - vatVnd))],
    [facts.rounding, words.rounding],
    ...notes.map((note): [string, SheetValue] => [facts.note, note]),
  ];
  return said.filter(([, value]) => value !== null);
}
