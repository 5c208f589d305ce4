import { daysInMonth } from "../../platform/format";
import type { Row } from "../../platform/model";

/** What an estimate rests on, as its form holds it: percentages as decimal strings, days as YYYY-MM-DD. */
export interface Assumptions {
  fiscalYear: number;
  baseFrom: string | null;
  baseTo: string | null;
  growthPercent: string;
  sharePercent: string;
  channels: string[];
}

const two = (value: number): string => String(value).padStart(2, "0");

/** The year after the working date, and the last twelve whole months to go by. */
export function usualAssumptions(workingDate: string): Assumptions {
  const [year, month] = workingDate.split("-").map(Number) as [number, number, number];
  const lastMonth = month === 1 ? 12 : month - 1;
  const lastYear = month === 1 ? year - 1 : year;
  return {
    fiscalYear: year + 1,
    baseFrom: `${month === 1 ? year - 1 : lastYear - 1}-${two(month)}-01`,
    baseTo: `${lastYear}-${two(lastMonth)}-${two(daysInMonth(lastYear, lastMonth))}`,
    growthPercent: "0",
    sharePercent: "100",
    channels: ["COUNTER"],
  };
}

/** What a kept estimate rests on. */
export const assumptionsOf = (row: Row): Assumptions => ({
  fiscalYear: Number(row.fiscalYear),
  baseFrom: (row.baseFrom as string | null) ?? null,
  baseTo: (row.baseTo as string | null) ?? null,
  growthPercent: (row.growthPercent as string | null) ?? "0",
  sharePercent: (row.sharePercent as string | null) ?? "100",
  channels: (row.channels as string[] | null) ?? ["COUNTER"],
});

const isDecimal = (text: string): boolean => /^-?\d{1,4}(\.\d{1,2})?$/.test(text);

/** Whether they can be asked with as they stand: while one types they cannot always. */
export function isAskable({
  fiscalYear,
  baseFrom,
  baseTo,
  growthPercent,
  sharePercent,
  channels,
}: Assumptions): boolean {
  return (
    fiscalYear >= 2000 &&
    fiscalYear <= 2100 &&
    baseFrom !== null &&
    baseTo !== null &&
    baseFrom <= baseTo &&
    isDecimal(growthPercent) &&
    isDecimal(sharePercent) &&
    Number(sharePercent) >= 0 &&
    Number(sharePercent) <= 100 &&
    channels.length > 0
  );
}

/** The address of the form of a new estimate that rests on them. */
export function createAddress(assumptions: Assumptions, payer: string | null, name: string): string {
  const { fiscalYear, channels, ...rest } = assumptions;
  const parts = { name, payer, fiscalYear: String(fiscalYear), channels: channels.join(","), ...rest };
  const given = Object.entries(parts).filter((part): part is [string, string] => part[1] !== null);
  return `/subsidyEstimates/create?${new URLSearchParams(given).toString()}`;
}
