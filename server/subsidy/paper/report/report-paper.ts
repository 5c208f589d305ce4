import type { Locale } from "../../../platform/kinds/all";
import type { Paper, PaperSection } from "../../../platform/paper/administrative-form";
import type { PaperColumn, PaperRow, PaperTable } from "../../../platform/paper/list-table";
import { BUDGET_KIND } from "../../subsidy-budget-line.entity";
import { CLAIM_STATE } from "../../subsidy-claim.entity";
import { CARRIER } from "../../subsidy.kinds";
import { dayText, moneyText, periodText, quantityText } from "../paper-text";
import {
  fromMillionths,
  isApproved,
  isPending,
  totalOf,
  type ReportClaim,
  type ReportGroup,
  type ReportSheet,
} from "./report-sheet";
import { reportWords, type ReportWords } from "./report-words";

type Columns = readonly (readonly [label: string, width: number, align: PaperColumn["align"]])[];

/** A program's year-end report. */
export function reportPaper(sheet: ReportSheet, language: Locale): Paper {
  const words = reportWords[language];
  const { head, isDemo, today } = sheet;
  const { signers } = words;
  const signer = (title: string) => ({ title, how: words.signHow, name: null });
  return {
    words: { ...words, subtitle: words.about(head.fiscalYear) },
    above: null,
    agency: (head.payer?.name ?? "").toLocaleUpperCase("vi"),
    marks: isDemo ? [words.demo] : [],
    asOf: words.asOf(dayText(today, language)),
    grounds: [],
    sections: [
      wholeSection(sheet, words, language),
      budgetSection(sheet, words, language),
      claimsSection(words.parts.claims, sheet.claims, words, language),
      claimsSection(words.parts.adjusting, sheet.adjusting, words, language),
      groupsSection(words.parts.byRoute, words.groupColumns.route, sheet.byRoute, words, language),
      groupsSection(words.parts.byCarrier, words.groupColumns.carrier, sheet.byCarrier, words, language),
    ],
    foot: [],
    signers: [signer(signers.drafter), signer(signers.accountant), signer(signers.head)],
  };
}

const row = (cells: string[], isTotal = false): PaperRow => ({ cells, isDemo: false, isTotal });
const tableOf = (columns: Columns, rows: PaperRow[]): PaperTable => ({
  columns: columns.map(([label, width, align]) => ({ label, width, align })),
  bands: rows.length === 0 ? [] : [{ title: null, rows }],
});

/** The amounts that a report begins with, in their order. */
export function wholeOf({ head, claims, adjusting }: ReportSheet): [key: keyof ReportWords["whole"], vnd: bigint][] {
  return [
    ["budget", BigInt(head.budgetVnd)],
    ["paid", BigInt(head.paidVnd)],
    ["committed", BigInt(head.committedVnd)],
    ["remaining", BigInt(head.remainingVnd)],
    ["pending", totalOf([...claims, ...adjusting].filter(isPending))],
  ];
}

function wholeSection(sheet: ReportSheet, words: ReportWords, language: Locale): PaperSection {
  const { item, amount } = words.wholeColumns;
  const rows = wholeOf(sheet).map(([key, vnd]) =>
    row([words.whole[key], moneyText(vnd, language)], key === "remaining"),
  );
  const { name, contractor } = sheet.head;
  return {
    heading: words.parts.whole,
    level: 1,
    table: tableOf(
      [
        [item, 115, "left"],
        [amount, 45, "right"],
      ],
      rows,
    ),
    lines: [words.program(name), ...(contractor ? [words.contractor(contractor.name)] : [])],
  };
}

function budgetSection({ head, budget }: ReportSheet, words: ReportWords, language: Locale): PaperSection {
  const { number, document, decidedOn, kind, codes, amount } = words.budgetColumns;
  const rows = budget.map((line, at) =>
    row([
      String(at + 1),
      line.document,
      dayText(line.decidedOn, language),
      BUDGET_KIND.toText(line.kind, language),
      [line.chapter, line.category, line.item].filter((code) => code !== null).join(", "),
      moneyText(BigInt(line.amountVnd), language),
    ]),
  );
  const sum = row(["", words.sum, "", "", "", moneyText(BigInt(head.budgetVnd), language)], true);
  return {
    heading: words.parts.budget,
    level: 1,
    table: tableOf(
      [
        [number, 10, "center"],
        [document, 50, "left"],
        [decidedOn, 23, "center"],
        [kind, 22, "left"],
        [codes, 28, "center"],
        [amount, 27, "right"],
      ],
      rows.length === 0 ? [] : [...rows, sum],
    ),
  };
}

function claimsSection(
  heading: string,
  claims: readonly ReportClaim[],
  words: ReportWords,
  language: Locale,
): PaperSection {
  const { number, code, days, state, approvedOn, paidOn, amount } = words.claimColumns;
  const day = (given: string | null): string => (given === null ? "" : dayText(given, language));
  const rows = claims.map((claim, at) =>
    row([
      String(at + 1),
      claim.adjusts ? `${claim.code} (${words.adjusts(claim.adjusts.code)})` : claim.code,
      periodText(claim.firstDay, claim.lastDay)?.[language] ?? `${day(claim.firstDay)} – ${day(claim.lastDay)}`,
      CLAIM_STATE.toText(claim.state, language),
      day(claim.approvedOn),
      claim.voucher ? `${day(claim.paidOn)} (${claim.voucher})` : day(claim.paidOn),
      claim.totalVnd === null ? "" : moneyText(BigInt(claim.totalVnd), language),
    ]),
  );
  const approved = moneyText(totalOf(claims.filter(isApproved)), language);
  return {
    heading,
    level: 1,
    table: tableOf(
      [
        [number, 10, "center"],
        [code, 35, "left"],
        [days, 25, "center"],
        [state, 22, "left"],
        [approvedOn, 20, "center"],
        [paidOn, 22, "center"],
        [amount, 26, "right"],
      ],
      rows.length === 0 ? [] : [...rows, row(["", words.approvedSum, "", "", "", "", approved], true)],
    ),
  };
}

/** What a route or a carrier is called; the kind of carrier where nobody is named. */
export const groupLabel = ({ label, carrier }: ReportGroup, language: Locale): string =>
  carrier === null ? label : CARRIER.toText(carrier, language);

function groupsSection(
  heading: string,
  column: string,
  groups: readonly ReportGroup[],
  words: ReportWords,
  language: Locale,
): PaperSection {
  const { number, quantity, amount } = words.groupColumns;
  const rows = groups.map((group, at) =>
    row([
      String(at + 1),
      groupLabel(group, language),
      [...group.quantities].map(([unit, sum]) => quantityText(fromMillionths(sum), unit, language)).join("; "),
      moneyText(group.amountVnd, language),
    ]),
  );
  const sum = groups.reduce((all, { amountVnd }) => all + amountVnd, 0n);
  return {
    heading,
    level: 1,
    table: tableOf(
      [
        [number, 10, "center"],
        [column, 85, "left"],
        [quantity, 35, "right"],
        [amount, 30, "right"],
      ],
      rows.length === 0 ? [] : [...rows, row(["", words.sum, "", moneyText(sum, language)], true)],
    ),
    lines: [words.approvedOnly],
  };
}
