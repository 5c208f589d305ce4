import * as kinds from "../../../server/platform/kinds/all";
import type { GridColumnSpec, Locale } from "../../grid/grid-column";
import { columnFromField } from "../../grid/model-columns";
import { formatNumber } from "../../platform/format";
import { CHANNEL_FIGURES, RECEIVED, reportedOf, RETURNED, sumOf, type Values } from "./count-figures";
import { figureFields } from "./figure-fields";
import { words } from "./sheet.words";

const text = kinds.text({ max: 500 });
const whole = kinds.int({ min: 0 });

/** What is said of a line's figures by channel. */
export function reportedWords(values: Values, locale: Locale): string {
  const w = words[locale];
  const reported = reportedOf(values);
  switch (reported.is) {
    case "none":
      return w.lineNone;
    case "part":
      return w.linePart(reported.missing);
    case "nothing":
      return w.lineNothing;
    case "full":
      return w.lineFull;
  }
}

/** What the lines of a sheet need beside their figures. */
export interface SheetLook {
  /** Some line is settled by somebody else than the unit. */
  hasAgencies: boolean;
  /** Invented and real counts stand side by side: each invented one is marked. */
  marksDemo: boolean;
}

/** The columns of the sheet: what the line is for, how far it is reported, its figures, the sums of its two legs. */
export function sheetColumns(locale: Locale, { hasAgencies, marksDemo }: SheetLook): GridColumnSpec[] {
  const w = words[locale];
  const named = (field: string, label: string, width: number, more: Partial<GridColumnSpec>): GridColumnSpec => ({
    field,
    label,
    width,
    editable: "never",
    kind: text,
    ...more,
  });
  const sum = (field: string, label: string, about: string, of: readonly string[]): GridColumnSpec => ({
    field,
    label,
    about,
    width: 90,
    editable: "never",
    kind: whole,
    align: "right",
    amount: (value) => (value == null ? null : BigInt(value as number)),
    computed: (values) => sumOf(values, of),
  });
  const figures = new Map(
    figureFields().map((field) => [
      field.name,
      columnFromField(field, locale, {
        width: locale === "en" ? 124 : 110,
        // A blank says that nobody has reported; 0 says that nothing came.
        ...(CHANNEL_FIGURES.includes(field.name) ? { emptyText: w.blank } : {}),
      }),
    ]),
  );
  const rest = [...figures].filter(([name]) => !CHANNEL_FIGURES.includes(name)).map(([, column]) => column);
  return [
    named("code", w.code, 86, { frozen: true, emptyText: w.noCode }),
    named("procedureName", w.procedure, 260, {
      frozen: true,
      strong: true,
      ...(marksDemo ? { note: ({ values }) => (values.isDemo ? w.demo : null) } : {}),
    }),
    ...(hasAgencies ? [named("agencyName", w.agency, 150, {})] : []),
    named("reported", w.state, 118, { computed: (values) => reportedWords(values, locale) }),
    ...RECEIVED.map((name) => figures.get(name)!),
    sum("receivedSum", w.receivedSum, w.receivedSumAbout, RECEIVED),
    ...RETURNED.map((name) => figures.get(name)!),
    sum("returnedSum", w.returnedSum, w.returnedSumAbout, RETURNED),
    ...rest,
  ];
}

/** Sums of figures as the page says them. */
export const numberIn =
  (locale: Locale) =>
  (value: number): string =>
    formatNumber(value, locale);
