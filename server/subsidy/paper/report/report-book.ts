import type { Writable } from "node:stream";
import type { Locale } from "../../../platform/kinds/all";
import type { SheetColumn, SheetValue } from "../../../platform/sheet/sheet";
import { Workbook } from "../../../platform/sheet/xlsx-writer";
import { BUDGET_KIND } from "../../subsidy-budget-line.entity";
import { CLAIM_STATE } from "../../subsidy-claim.entity";
import { columnsOf, hasLongNumber } from "../book";
import { sheetNumber } from "../paper-text";
import { groupLabel, wholeOf } from "./report-paper";
import {
  fromMillionths,
  isApproved,
  totalOf,
  type ReportClaim,
  type ReportGroup,
  type ReportSheet,
} from "./report-sheet";
import { reportWords, type ReportWords } from "./report-words";

type Columns = [key: keyof ReportWords["sheetColumns"], kind: SheetColumn["kind"], width: number][];

const WHOLE: Columns = [
  ["item", "text", 420],
  ["amount", "number", 140],
];
const BUDGET: Columns = [
  ["number", "number", 50],
  ["document", "text", 260],
  ["decidedOn", "day", 100],
  ["kind", "text", 120],
  ["chapter", "text", 80],
  ["category", "text", 90],
  ["budgetItem", "text", 80],
  ["amount", "number", 140],
];
const CLAIMS: Columns = [
  ["number", "number", 50],
  ["code", "text", 140],
  ["firstDay", "day", 90],
  ["lastDay", "day", 90],
  ["state", "text", 120],
  ["approvedOn", "day", 100],
  ["paidOn", "day", 100],
  ["voucher", "text", 120],
  ["amount", "number", 140],
];
const ADJUSTING: Columns = [...CLAIMS.slice(0, 2), ["adjusts", "text", 140], ...CLAIMS.slice(2)];
const groupsBy = (key: "route" | "carrier"): Columns => [
  ["number", "number", 50],
  [key, "text", 420],
  ["dossiers", "number", 90],
  ["trips", "number", 90],
  ["months", "number", 90],
  ["amount", "number", 140],
];

/** A program's year-end report as a workbook: a sheet for each of its parts. */
export async function writeReport(out: Writable, sheet: ReportSheet, language: Locale): Promise<void> {
  const words = reportWords[language];
  const parts: [heading: string, columns: Columns, rows: SheetValue[][]][] = [
    [words.parts.whole, WHOLE, wholeRows(sheet, words)],
    [words.parts.budget, BUDGET, budgetRows(sheet, words, language)],
    [words.parts.claims, CLAIMS, claimRows(sheet.claims, false, words, language)],
    [words.parts.adjusting, ADJUSTING, claimRows(sheet.adjusting, true, words, language)],
    [words.parts.byRoute, groupsBy("route"), groupRows(sheet.byRoute, words, language)],
    [words.parts.byCarrier, groupsBy("carrier"), groupRows(sheet.byCarrier, words, language)],
  ];
  const book = new Workbook(
    out,
    parts.map(([heading, columns]) => ({ name: heading, columns: columnsOf(columns, words.sheetColumns) })),
  );
  for (const [, , rows] of parts) {
    await book.next();
    for (const row of rows) await book.row(row);
  }
  await book.end();
}

function wholeRows(sheet: ReportSheet, words: ReportWords): SheetValue[][] {
  const whole = wholeOf(sheet);
  const amounts = [...whole.map(([, vnd]) => vnd), ...sheet.budget.map(({ amountVnd }) => BigInt(amountVnd))];
  return [
    ...whole.map(([key, vnd]): SheetValue[] => [words.whole[key], String(vnd)]),
    [words.program(sheet.head.name), null],
    ...(sheet.isDemo ? [[words.demo, null]] : []),
    ...(hasLongNumber(amounts) ? [[words.longNumbers, null]] : []),
  ];
}

function budgetRows({ head, budget }: ReportSheet, words: ReportWords, language: Locale): SheetValue[][] {
  return [
    ...budget.map((line, at): SheetValue[] => [
      at + 1,
      line.document,
      { day: line.decidedOn },
      BUDGET_KIND.toText(line.kind, language),
      line.chapter,
      line.category,
      line.item,
      line.amountVnd,
    ]),
    [null, words.sum, ...Array<null>(5).fill(null), head.budgetVnd],
  ];
}

function claimRows(
  claims: readonly ReportClaim[],
  isAdjusting: boolean,
  words: ReportWords,
  language: Locale,
): SheetValue[][] {
  const day = (given: string | null): SheetValue => (given === null ? null : { day: given });
  const rows = claims.map((claim, at): SheetValue[] => [
    at + 1,
    claim.code,
    ...(isAdjusting ? [claim.adjusts?.code ?? null] : []),
    day(claim.firstDay),
    day(claim.lastDay),
    CLAIM_STATE.toText(claim.state, language),
    day(claim.approvedOn),
    day(claim.paidOn),
    claim.voucher,
    claim.totalVnd,
  ]);
  const approved = String(totalOf(claims.filter(isApproved)));
  return [...rows, [null, words.approvedSum, ...Array<null>(isAdjusting ? 7 : 6).fill(null), approved]];
}

function groupRows(groups: readonly ReportGroup[], words: ReportWords, language: Locale): SheetValue[][] {
  const rows = groups.map((group, at): SheetValue[] => [
    at + 1,
    groupLabel(group, language),
    ...["PER_DOSSIER", "PER_TRIP", "PER_MONTH"].map((unit) => {
      const sum = group.quantities.get(unit);
      return sum === undefined ? null : sheetNumber(fromMillionths(sum));
    }),
    String(group.amountVnd),
  ]);
  const sum = groups.reduce((all, { amountVnd }) => all + amountVnd, 0n);
  return [...rows, [null, words.sum, null, null, null, String(sum)]];
}
