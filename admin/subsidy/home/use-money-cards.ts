import { Calculator, PenLine, ReceiptText, Undo2, WalletMinimal } from "lucide-react";
import type { ComponentProps } from "react";
import { useAsOf } from "../../platform/as-of";
import { formatDate, formatNumber, formatVnd } from "../../platform/format";
import { useLanguage, useWords } from "../../platform/language";
import type { FigureCard } from "../../platform/ui/FigureCard";
import { useGraphql } from "../../platform/use-graphql";
import type { Viewer } from "../../platform/viewer";
import { RETURNED, waitingFor } from "../claim/waiting";
import { usualAssumptions } from "../need/assumptions";
import { UNSIGNED } from "../hand-over/hand-over-filters";
import {
  CARRIER_FIGURES,
  FINANCE_FIGURES,
  NEED_TOTAL,
  RUNS_OUT,
  type CarrierFigures,
  type FinanceFigures,
  type NeedTotal,
  type RunsOut,
} from "./home.graphql";
import { words } from "./home.words";
import { inMillions, leftPercent, tightest } from "./money";

export type MoneyCard = ComponentProps<typeof FigureCard>;

const filtered = (path: string, filter: object): string =>
  `${path}?filter=${encodeURIComponent(JSON.stringify(filter))}`;

/**
 * What transfer costs have for somebody's home: only what there is something to say of. Undefined until it is known; what
 * could not be fetched is left out, for a home has more than this.
 */
export function useMoneyCards(viewer: Viewer): MoneyCard[] | undefined {
  const finance = useFinanceCards(viewer);
  const carrier = useCarrierCards(viewer);
  return finance && carrier && [...finance, ...carrier];
}

function useFinanceCards(viewer: Viewer): MoneyCard[] | undefined {
  const w = useWords(words);
  const language = useLanguage();
  const { workingDate } = useAsOf();
  const isFinance = viewer.roles.includes("FINANCE");
  const assumed = usualAssumptions(workingDate);
  const waiting = waitingFor(viewer);
  const year = workingDate.slice(0, 4);
  const figures = useGraphql<FinanceFigures>(FINANCE_FIGURES, { waiting, year: Number(year) }, { enabled: isFinance });
  const need = useGraphql<NeedTotal>(NEED_TOTAL, { ...assumed }, { enabled: isFinance });
  const program = tightest(figures.data?.subsidyPrograms.items ?? []);
  const outlook = useGraphql<RunsOut>(
    RUNS_OUT,
    { program: program?.id, asOf: workingDate },
    { enabled: program !== undefined },
  );
  if (!isFinance) return [];
  if (figures.isPending || need.isPending || (program && outlook.isPending)) return undefined;
  const cards: MoneyCard[] = [];
  const count = figures.data?.claimsWaiting.total ?? 0;
  if (waiting && count > 0)
    cards.push({
      icon: ReceiptText,
      title: w.waiting,
      figure: formatNumber(count, language),
      unit: w.claims(count),
      detail: w.waitingMore,
      action: w.open(formatNumber(count, language), count),
      to: filtered("/subsidyClaims", waiting),
    });
  if (program) {
    const money = (vnd: string | null): string => formatVnd(vnd ?? 0, language);
    const { runsOutOn, yearVnd } = outlook.data?.subsidyOutlook ?? { runsOutOn: null, yearVnd: null };
    const lasts = runsOutOn ? w.runsOut(formatDate(runsOutOn)) : yearVnd === null ? null : w.lasts;
    const left = w.leftMore(money(program.remainingVnd), money(program.budgetVnd));
    cards.push({
      icon: WalletMinimal,
      title: w.left(year),
      figure: `${leftPercent(program)}%`,
      unit: w.leftUnit,
      detail: [left, lasts].filter(Boolean).join(", "),
      action: w.openProgram,
      to: `/subsidyPrograms/${program.id}/show`,
    });
  }
  const total = need.data?.subsidyNeed.totalVnd ?? "0";
  if (BigInt(total) > 0n)
    cards.push({
      icon: Calculator,
      title: w.need(assumed.fiscalYear),
      figure: inMillions(total, language),
      unit: w.millions,
      detail: w.needMore,
      action: w.openNeed,
      to: "/subsidy-need",
    });
  return cards;
}

function useCarrierCards({ roles }: Viewer): MoneyCard[] | undefined {
  const w = useWords(words);
  const language = useLanguage();
  const isCarrier = roles.includes("POST") || roles.includes("AGENCY");
  const figures = useGraphql<CarrierFigures>(
    CARRIER_FIGURES,
    { unsigned: UNSIGNED, returned: RETURNED },
    { enabled: isCarrier },
  );
  if (!isCarrier) return [];
  if (figures.isPending) return undefined;
  const cards: MoneyCard[] = [];
  const unsigned = figures.data?.unsigned.total ?? 0;
  const returned = figures.data?.returned.total ?? 0;
  if (unsigned > 0)
    cards.push({
      icon: PenLine,
      title: w.unsigned,
      figure: formatNumber(unsigned, language),
      unit: w.records(unsigned),
      detail: w.unsignedMore,
      action: w.open(formatNumber(unsigned, language), unsigned),
      to: filtered("/handOvers/grid", UNSIGNED),
    });
  if (returned > 0)
    cards.push({
      icon: Undo2,
      title: w.returned,
      figure: formatNumber(returned, language),
      unit: w.claims(returned),
      detail: w.returnedMore,
      action: w.open(formatNumber(returned, language), returned),
      to: filtered("/subsidyClaims", RETURNED),
    });
  return cards;
}
