import { periodStart } from "./claim-window.rules";
import type { CapUse, Terms } from "./inputs.rules";
import type { Line } from "./line.rules";

/** What is left of a program's cap, period by period: claims that were approved used it first. */
export class FreeCap {
  private readonly left = new Map<string, bigint>();

  constructor(
    private readonly terms: Terms,
    used: readonly CapUse[],
  ) {
    for (const { windowStart, amountVnd } of used) this.take(windowStart, amountVnd);
  }

  /** What a line starting in a period can still have; null where nothing limits it. */
  at(windowStart: string): bigint | null {
    if (this.terms.capVnd === null) return null;
    const left = this.left.get(this.key(windowStart)) ?? this.terms.capVnd;
    return left > 0n ? left : 0n;
  }

  /** Uses it up; a negative amount gives back. */
  take(windowStart: string, amountVnd: bigint): void {
    if (this.terms.capVnd === null) return;
    const key = this.key(windowStart);
    this.left.set(key, (this.left.get(key) ?? this.terms.capVnd) - amountVnd);
  }

  private key(windowStart: string): string {
    return this.terms.capPer === "YEAR" ? periodStart(windowStart, "YEAR") : windowStart;
  }
}

/** A line with what the cap leaves of what it wants, which is used up with it; what it had before is used already. */
export function capped<L extends Line>(line: L, free: FreeCap, hadVnd = 0n): L {
  const left = free.at(line.window.start);
  const lacking = line.wantedVnd - hadVnd;
  const more = left === null || lacking <= left ? lacking : left;
  free.take(line.window.start, more);
  const capFreeVnd = left === null ? null : left + hadVnd;
  return { ...line, amountVnd: hadVnd + more, isCut: more < lacking, capFreeVnd };
}

/** Lines in their order against what is free: the line that crosses the cap is cut, those after it get 0 and stay. */
export function cappedInOrder(lines: readonly Line[], terms: Terms, used: readonly CapUse[]): Line[] {
  const free = new FreeCap(terms, used);
  return lines.map((line) => capped(line, free));
}
