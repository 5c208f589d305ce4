import { daysInMonth, formatDate } from "../../platform/format";
import type { ClaimProgram, FormerClaim } from "./claim.graphql";

/** A claim period of a fiscal year, both days included. */
export interface ClaimWindow {
  from: string;
  to: string;
  /** Which one of the year it is, from 1. */
  number: number;
}

/** How many months a claim period has. */
const MONTHS = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 } as const;

const two = (value: number): string => String(value).padStart(2, "0");

/** The claim periods of a fiscal year, in order. */
export function claimWindows(year: number, period: ClaimProgram["claimPeriod"]): ClaimWindow[] {
  const length = MONTHS[period];
  return Array.from({ length: 12 / length }, (_, index) => {
    const last = (index + 1) * length;
    return {
      from: `${year}-${two(index * length + 1)}-01`,
      to: `${year}-${two(last)}-${two(daysInMonth(year, last))}`,
      number: index + 1,
    };
  });
}

/** The claim that already claims days of a period; adjusting claims claim the same days again. */
export const claimOf = (window: ClaimWindow, claims: readonly FormerClaim[]): FormerClaim | undefined =>
  claims.find(({ kind, firstDay, lastDay }) => kind === "ORIGINAL" && firstDay <= window.to && lastDay >= window.from);

/** The first period that is over and nobody has claimed; else the first that nobody has claimed. */
export function nextWindow(
  windows: readonly ClaimWindow[],
  claims: readonly FormerClaim[],
  today: string,
): ClaimWindow | undefined {
  const free = windows.filter((window) => !claimOf(window, claims));
  return free.find(({ to }) => to < today) ?? free[0];
}

const LETTER = { MONTH: "T", QUARTER: "Q", HALF_YEAR: "N", YEAR: "" } as const;

/** A number for a claim that tells program and period, and is not taken by another of the program: ĐN-140-2019-Q2. */
export function suggestedCode(program: ClaimProgram, window: ClaimWindow): string {
  const period = LETTER[program.claimPeriod];
  const parts = ["ĐN", program.payer?.code, program.fiscalYear, period && `${period}${window.number}`];
  const base = parts.filter((part) => part != null && part !== "").join("-");
  const taken = new Set(program.claims.items.map(({ code }) => code));
  if (!taken.has(base)) return base;
  let at = 2;
  while (taken.has(`${base}-${at}`)) at++;
  return `${base}-${at}`;
}

const ROMAN = ["I", "II", "III", "IV"];

/** "Quý II/2019", "Tháng 5/2019", "Nửa đầu năm 2019", "Năm 2019". */
export function windowName(
  { number }: ClaimWindow,
  { fiscalYear: year, claimPeriod }: Pick<ClaimProgram, "fiscalYear" | "claimPeriod">,
  language: "vi" | "en",
): string {
  const vi = language === "vi";
  if (claimPeriod === "YEAR") return vi ? `Năm ${year}` : String(year);
  if (claimPeriod === "MONTH") return vi ? `Tháng ${number}/${year}` : `Month ${number}/${year}`;
  if (claimPeriod === "QUARTER")
    return vi ? `Quý ${ROMAN[number - 1]}/${year}` : `Quarter ${ROMAN[number - 1]}/${year}`;
  if (number === 1) return vi ? `Nửa đầu năm ${year}` : `First half of ${year}`;
  return vi ? `Nửa cuối năm ${year}` : `Second half of ${year}`;
}

/** What the form of an adjusting claim is filled with: the days and the parties of the claim that it corrects. */
export function adjustingClaim(program: ClaimProgram, adjusts: string): Record<string, unknown> | undefined {
  const claims = program.claims.items;
  const original = claims.find(({ id }) => id === adjusts);
  if (!original) return undefined;
  const taken = new Set(claims.map(({ code }) => code));
  let at = 1;
  while (taken.has(`${original.code}-ĐC${at}`)) at++;
  const { firstDay, lastDay, payeeAccount, contract, vatPercent, invoicePrice } = original;
  return {
    ...{ program: program.id, kind: "ADJUSTING", adjusts, firstDay, lastDay, payeeAccount, contract },
    ...{ vatPercent, invoicePrice, claimant: original.claimant?.id, payee: original.payee?.id },
    code: `${original.code}-ĐC${at}`,
  };
}

/** What the form of a new claim is filled with: the period, and who claims and is paid as the last time. */
export function filledClaim(
  program: ClaimProgram,
  window: ClaimWindow | undefined,
  viewer: { agency: string | null; isPayer: boolean },
): Record<string, unknown> {
  const last = program.claims.items.find(({ kind }) => kind === "ORIGINAL");
  const own = viewer.isPayer ? null : viewer.agency;
  return {
    program: program.id,
    ...(window ? { code: suggestedCode(program, window), firstDay: window.from, lastDay: window.to } : {}),
    claimant: last?.claimant?.id ?? program.contractor?.id ?? own,
    payee: last?.payee?.id ?? program.contractor?.id ?? own,
    payeeAccount: last?.payeeAccount ?? null,
    contract: last?.contract ?? null,
    vatPercent: last?.vatPercent ?? null,
    invoicePrice: last?.invoicePrice ?? null,
    kind: "ORIGINAL",
  };
}

/** The name of the calendar period that two days begin and end, else the days: "Quý II/2019", "1/7/2019 – 19/7/2019". */
export function daysName(from: string, to: string, language: "vi" | "en"): string {
  const fiscalYear = Number(from.slice(0, 4));
  for (const claimPeriod of Object.keys(MONTHS) as (keyof typeof MONTHS)[]) {
    const window = claimWindows(fiscalYear, claimPeriod).find((each) => each.from === from && each.to === to);
    if (window) return windowName(window, { fiscalYear, claimPeriod }, language);
  }
  return `${formatDate(from)} – ${formatDate(to)}`;
}
