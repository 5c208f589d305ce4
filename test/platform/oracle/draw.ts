/** Chance that repeats itself: the same seed draws the same queries on every machine (mulberry32). */
export class Draw {
  constructor(private state: number) {}

  /** A number from 0 up to 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  one<T>(values: readonly T[]): T {
    return values[this.below(values.length)];
  }

  /** Some of the values, in random order, none twice. */
  some<T>(values: readonly T[], count: number): T[] {
    const left = [...values];
    const out: T[] = [];
    while (left.length > 0 && out.length < count) out.push(...left.splice(this.below(left.length), 1));
    return out;
  }
}
