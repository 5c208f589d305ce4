import type { Locale } from "../../../platform/kinds/all";
import type { Paper, PaperSection } from "../../../platform/paper/administrative-form";
import type { PaperColumn, PaperRow } from "../../../platform/paper/list-table";
import { ESTIMATE_STATE } from "../../subsidy-estimate.entity";
import type { EstimateSheet } from "./estimate-sheet";
import { estimateWords, type EstimateWords } from "./estimate-words";
import { dayText, moneyText, percentText, quantityText, spelt, sumText } from "../paper-text";

const COLUMNS: [key: keyof EstimateWords["columns"], width: number, align: PaperColumn["align"]][] = [
  ["number", 10, "center"],
  ["route", 66, "left"],
  ["rate", 24, "right"],
  ["quantity", 20, "right"],
  ["share", 14, "right"],
  ["amount", 26, "right"],
];

/** An estimate as the submission (tờ trình) by which the money is asked for. */
export function estimatePaper(sheet: EstimateSheet, language: Locale): Paper {
  const words = estimateWords[language];
  const { head, lines, totalVnd, isDraft, isDemo, today } = sheet;
  const day = (text: string): string => dayText(text, language);
  const rows = lines.map(({ route, rateUnit, rateVnd, quantity, sharePercent, amountVnd }, at): PaperRow => ({
    cells: [
      String(at + 1),
      `${route?.from?.name ?? ""} → ${route?.to?.name ?? ""} (${route?.code ?? ""})`,
      moneyText(BigInt(rateVnd), language),
      quantityText(quantity, rateUnit, language),
      percentText(sharePercent, language),
      moneyText(BigInt(amountVnd), language),
    ],
    isDemo: false,
  }));
  const total = ["", words.sum(lines.length), "", "", "", moneyText(totalVnd, language)];
  return {
    words: { ...words, subtitle: words.about(head.fiscalYear) },
    above: (head.payer?.name ?? "").toLocaleUpperCase("vi"),
    agency: words.drawnUpBy,
    marks: [...(isDraft ? [words.draft] : []), ...(isDemo ? [words.demo] : [])],
    to: words.to(head.payer?.name ?? ""),
    asOf: words.asOf(day(head.askedOn ?? today)),
    grounds: [...words.grounds, words.counts(day(head.baseFrom), day(head.baseTo))],
    sections: [
      { heading: words.parts.assumptions, level: 1, lines: assumptions(sheet, language) },
      {
        heading: words.parts.table,
        level: 1,
        table: {
          columns: COLUMNS.map(([key, width, align]) => ({ label: words.columns[key], width, align })),
          bands:
            lines.length === 0
              ? []
              : [{ title: null, rows: [...rows, { cells: total, isDemo: false, isTotal: true }] }],
        },
        lines: [words.rounding],
      },
      {
        heading: words.parts.asked,
        level: 1,
        lines:
          lines.length === 0
            ? [words.noLines]
            : [words.asked(head.payer?.name ?? "", sumText(totalVnd, language), spelt(totalVnd))],
      },
      ...answerSection(sheet, words, language),
    ],
    foot: [],
    signers: [
      { title: words.signers.drafter, how: words.signHow, name: head.askedBy?.name ?? null },
      { title: words.signers.head, how: words.signHow, name: null },
    ],
  };
}

/** What the amounts rest on, with who is to carry and what its author notes. */
export function assumptions({ head, assumptions: said }: EstimateSheet, language: Locale): string[] {
  const words = estimateWords[language];
  return [
    ...said.map((sentence) => sentence[language]),
    ...(head.contractor ? [words.contractor(head.contractor.name)] : []),
    ...(head.note ? head.note.split(/\n+/) : []),
  ];
}

/** What was answered; nothing before it was. */
function answerSection({ head }: EstimateSheet, words: EstimateWords, language: Locale): PaperSection[] {
  if (head.answerDocument === null) return [];
  const { answerDocument, answeredOn, grantedVnd, answerNote, state } = head;
  return [
    {
      heading: words.parts.answer,
      level: 1,
      lines: [
        words.state(ESTIMATE_STATE.toText(state, language)),
        ...(grantedVnd === null ? [] : [words.granted(sumText(BigInt(grantedVnd), language))]),
        words.answer(answerDocument, answeredOn && dayText(answeredOn, language)),
        ...(answerNote ? [answerNote] : []),
      ],
    },
  ];
}
