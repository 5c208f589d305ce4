import type { Language } from "../../platform/format";
import type { OutlookMonth } from "./outlook.graphql";

/** "2019-07" or a day of it as people say it: tháng 7/2019, month 7/2019. */
export function monthName(month: string, language: Language): string {
  const [year, number] = month.split("-").map(Number);
  return `${language === "vi" ? "tháng" : "month"} ${number}/${year}`;
}

/** A bar of the chart, in millions of đồng: for looking at, never for reckoning with. */
export interface Bar {
  name: string;
  known: number | null;
  forecast: number | null;
  /** How far below and above the forecast lies. */
  spread: [number, number];
  sum: number | null;
}

const millions = (vnd: string | null): number | null => (vnd === null ? null : Number(BigInt(vnd) / 1000n) / 1000);

export function barsOf(months: readonly OutlookMonth[]): Bar[] {
  return months.map(({ month, isKnown, amountVnd, lowVnd, highVnd, cumulativeVnd }) => {
    const amount = millions(amountVnd);
    const [low, high] = [millions(lowVnd), millions(highVnd)];
    return {
      name: String(Number(month.slice(5))),
      known: isKnown ? amount : null,
      forecast: isKnown ? null : amount,
      spread: isKnown || amount === null || low === null || high === null ? [0, 0] : [amount - low, high - amount],
      sum: millions(cumulativeVnd),
    };
  });
}
