import type { Counting } from "./tally.rules";

/** At which level a procedure is provided online, and when. */
export interface Provided {
  procedure: number;
  scheme: string | null;
  level: number;
  from: string;
  to: string;
}

/** When procedures are provided at the levels that criteria name; each level is looked up once. */
export class Levels {
  private readonly known = new Map<string, Map<number, Provided[]>>();

  constructor(readonly all: readonly Provided[]) {}

  /** The procedures that were at a criterion's level at any time, and when. */
  at({ level, levelScheme }: Pick<Counting, "level" | "levelScheme">): ReadonlyMap<number, readonly Provided[]> {
    const key = `${levelScheme ?? ""} ${level}`;
    const known = this.known.get(key);
    if (known) return known;
    const found = new Map<number, Provided[]>();
    for (const each of this.all) {
      if (each.level !== level || (levelScheme !== null && each.scheme !== levelScheme)) continue;
      found.set(each.procedure, [...(found.get(each.procedure) ?? []), each]);
    }
    this.known.set(key, found);
    return found;
  }

  isAt(criterion: Pick<Counting, "level" | "levelScheme">, procedure: number, day: string): boolean {
    return holdsOn(this.at(criterion).get(procedure), day);
  }
}

/** Whether one of the spans holds on a day. */
export const holdsOn = (spans: readonly Provided[] | undefined, day: string): boolean =>
  spans !== undefined && spans.some(({ from, to }) => from <= day && day < to);
