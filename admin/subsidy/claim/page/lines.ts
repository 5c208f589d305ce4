import { dayBefore, formatDate } from "../../../platform/format";
import type { ComputedLine } from "./claim-page.graphql";

/** 1/4 – 31/5, the year left out where both days are of one. */
export function shortSpan({ from, to }: { from: string; to: string }): string {
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  const short = (day: string): string => (isOneYear ? formatDate(day).replace(/\/\d{4}$/, "") : formatDate(day));
  return from === to ? short(from) : `${short(from)} – ${short(to)}`;
}

/** The line of the route whose rate held until the day before this one's: the rate changed in between. */
export function formerRate(lines: readonly ComputedLine[], line: ComputedLine): ComputedLine | undefined {
  if (line.isReversal) return undefined;
  return lines.find(
    (other) =>
      !other.isReversal &&
      other.route.id === line.route.id &&
      other.rate.id !== line.rate.id &&
      other.to === dayBefore(line.from),
  );
}
