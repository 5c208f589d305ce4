import type { Locale } from "../../../platform/kinds/all";
import type { Paper, PaperSection } from "../../../platform/paper/administrative-form";
import type { PaperColumn, PaperRow, PaperTable } from "../../../platform/paper/list-table";
import { ATTACHMENT_KIND } from "../../claim-attachment.entity";
import type { ClaimSheet, ClaimSheetLine } from "./claim-sheet";
import { claimWords, type ClaimWords } from "./claim-words";
import { dayText, moneyText, named, percentText, periodText, quantityText, spelt, sumText } from "../paper-text";

const COLUMNS: [key: keyof ClaimWords["columns"], width: number, align: PaperColumn["align"]][] = [
  ["number", 10, "center"],
  ["route", 50, "left"],
  ["days", 22, "center"],
  ["rate", 19, "right"],
  ["quantity", 19, "right"],
  ["share", 14, "right"],
  ["amount", 26, "right"],
];

/** A claim as the request for payment that is signed. */
export function claimPaper(sheet: ClaimSheet, language: Locale): Paper {
  const words = claimWords[language];
  const { head, isDemo } = sheet;
  const day = (text: string): string => dayText(text, language);
  const period = periodText(head.firstDay, head.lastDay);
  const { signers } = words;
  const signer = (title: string, named: { name: string } | null) => ({
    title,
    how: words.signHow,
    name: named?.name ?? null,
  });
  return {
    words: { ...words, subtitle: subtitleOf(sheet, words, language) },
    above: null,
    agency: (head.claimant?.name ?? "").toLocaleUpperCase("vi"),
    number: words.number(head.code),
    marks: [...draftMark(sheet, words, language), ...(isDemo ? [words.demo] : [])],
    to: words.to(head.payer?.name ?? ""),
    asOf: `${words.span(day(head.firstDay), day(head.lastDay))}${period ? ` (${period[language]})` : ""}`,
    grounds: groundsOf(sheet, words, language),
    sections: [
      linesSection(sheet, words, language),
      moneySection(sheet, words, language),
      {
        heading: words.parts.payee,
        level: 1,
        lines: [words.payee(head.payee?.name ?? ""), ...(head.payeeAccount ? [words.account(head.payeeAccount)] : [])],
      },
      papersSection(sheet, words, language),
    ],
    foot: [],
    signers: [
      signer(signers.drafter, head.draftedBy),
      signer(signers.checker, head.checkedBy),
      signer(signers.approver, head.approvedBy),
    ],
  };
}

function subtitleOf({ head }: ClaimSheet, words: ClaimWords, language: Locale): string {
  const { adjusts, firstDay } = head;
  if (adjusts === null)
    return words.about(periodText(`${firstDay.slice(0, 4)}-01-01`, `${firstDay.slice(0, 4)}-12-31`)![language]);
  return words.adjusting(adjusts.code, adjusts.approvedOn && dayText(adjusts.approvedOn, language));
}

function draftMark({ head, isDraft, today }: ClaimSheet, words: ClaimWords, language: Locale): string[] {
  if (!isDraft) return [];
  const day = dayText(today, language);
  return [head.returnedOn === null ? words.draft(day) : words.returned(day)];
}

/** What a document is called, in the paper's language and in that of its number. */
const namesOf = (kind: keyof ClaimWords["names"], words: ClaimWords): string[] => [
  words.names[kind],
  claimWords.vi.names[kind],
];

function groundsOf({ head }: ClaimSheet, words: ClaimWords, language: Locale): string[] {
  const { grounds } = words;
  const dated = (day: string | null): string => (day === null ? "" : words.accepted(dayText(day, language)));
  const price = head.invoicePrice === null ? "" : head.invoicePrice === "WITH_VAT" ? words.withVat : words.withoutVat;
  const said = [
    ...(head.program ? [grounds.program(head.program.name)] : []),
    ...(head.contract ? [grounds.contract(named(namesOf("contract", words), head.contract))] : []),
    ...(head.minutes ? [grounds.minutes(named(namesOf("minutes", words), head.minutes) + dated(head.acceptedOn))] : []),
    ...(head.invoiceNumber
      ? [grounds.invoice(named(namesOf("invoice", words), head.invoiceNumber) + dated(head.invoicedOn) + price)]
      : []),
  ];
  return said.map((ground, at) => (at === said.length - 1 ? ground.replace(/;$/, ".") : ground));
}

function linesSection(sheet: ClaimSheet, words: ClaimWords, language: Locale): PaperSection {
  const { lines, refusal } = sheet;
  if (refusal) return { heading: words.parts.lines, level: 1, lines: [refusal[language]] };
  const cut = lines.flatMap(({ wantedVnd, amountVnd }, at) =>
    wantedVnd === amountVnd ? [] : [words.cut(at + 1, sumText(wantedVnd, language), sumText(amountVnd, language))],
  );
  return {
    heading: words.parts.lines,
    level: 1,
    table: linesTable(sheet, words, language),
    lines: [...cut, words.rounding],
  };
}

function linesTable({ lines, totalVnd }: ClaimSheet, words: ClaimWords, language: Locale): PaperTable {
  const rows = lines.map((line, at): PaperRow => ({ cells: cellsOf(line, at + 1, language), isDemo: false }));
  const total = ["", words.sum(lines.length), "", "", "", "", moneyText(totalVnd, language)];
  return {
    columns: COLUMNS.map(([key, width, align]) => ({ label: words.columns[key], width, align })),
    bands: [{ title: null, rows: [...rows, { cells: total, isDemo: false, isTotal: true }] }],
  };
}

function cellsOf(line: ClaimSheetLine, number: number, language: Locale): string[] {
  const { route, firstDay, lastDay, rateUnit, rateVnd, quantity, sharePercent, amountVnd } = line;
  return [
    String(number),
    `${route.from} → ${route.to} (${route.code})`,
    `${dayText(firstDay, language)} – ${dayText(lastDay, language)}`,
    moneyText(rateVnd, language),
    quantityText(quantity, rateUnit, language),
    percentText(sharePercent, language),
    moneyText(amountVnd, language),
  ];
}

function moneySection(sheet: ClaimSheet, words: ClaimWords, language: Locale): PaperSection {
  const { head, totalVnd, vatVnd, refusal } = sheet;
  const { money } = words;
  if (refusal) return { heading: words.parts.money, level: 1, lines: [money.unknown] };
  const percent = head.vatPercent === null ? "" : ` (${percentText(head.vatPercent, language)})`;
  const vat =
    vatVnd === null
      ? [money.noVat]
      : [
          `${money.net}: ${sumText(totalVnd - vatVnd, language)}.`,
          `${money.vat}${percent}: ${sumText(vatVnd, language)}.`,
        ];
  const back = totalVnd < 0n ? [`${money.back}: ${sumText(-totalVnd, language)}.`] : [];
  return {
    heading: words.parts.money,
    level: 1,
    lines: [`${money.total}: ${sumText(totalVnd, language)}.`, ...back, `${money.words}: ${spelt(totalVnd)}.`, ...vat],
  };
}

function papersSection({ head }: ClaimSheet, words: ClaimWords, language: Locale): PaperSection {
  const { items, total } = head.attachments;
  const lines = items.map(({ kind, name }, at) => `${at + 1}. ${ATTACHMENT_KIND.toText(kind, language)}: ${name}`);
  const more = total > items.length ? [words.papers(items.length, total)] : [];
  return { heading: words.parts.papers, level: 1, lines: lines.length > 0 ? [...lines, ...more] : [words.noPapers] };
}
