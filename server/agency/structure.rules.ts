/**
 * The agency tree as it stood on a day, for figures of other days: whose dossiers are whose under that structure.
 */

/** What an agency was during a span of days. */
export interface AgencyState {
  agency: number;
  kind: string;
  successor: number | null;
  isDemo: boolean;
  code: string | null;
  name: string;
  /** Its place in Vietnamese dictionary order. */
  order: string;
  parent: number | null;
  unit: number | null;
  /** The tier of its unit. */
  tier: string | null;
  /** The first day, and the first day on which it was no more. */
  from: string;
  to: string;
}

/** A line of the structure: an agency that stands on the day, or one that has no heir among those that do. */
export interface Place {
  /** Places are numbered from 1 on; 0 is left to the province as a whole. */
  index: number;
  id: number;
  state: AgencyState;
  parent: Place | null;
  /** Its own index, then those of the places above it, to the top. */
  chain: number[];
  isSplit: boolean;
}

/** Days compare as text, as 'YYYY-MM-DD' does. */
export class Structure {
  readonly places: Place[] = [];
  private readonly histories = new Map<number, AgencyState[]>();
  private readonly heirs = new Map<number, number[]>();
  private readonly homes = new Map<number, Place>();
  private readonly own = new Map<number, Place>();

  /** `states` are all states of all agencies, in the order of their days. */
  constructor(
    states: readonly AgencyState[],
    readonly day: string,
  ) {
    for (const state of states) {
      const history = this.histories.get(state.agency);
      if (history) history.push(state);
      else this.histories.set(state.agency, [state]);
    }
    for (const [agency, [{ successor }]] of this.histories)
      if (successor !== null) this.heirs.set(successor, [...(this.heirs.get(successor) ?? []), agency]);
    for (const agency of this.histories.keys()) if (this.standing(agency)) this.home(agency);
  }

  /** Every agency there ever was. */
  get agencies(): IterableIterator<number> {
    return this.histories.keys();
  }

  kindOf(agency: number): string | null {
    return this.histories.get(agency)?.[0].kind ?? null;
  }

  /**
   * Where an agency's dossiers belong under this structure: to itself while it stands; to its successor, and its
   * successor's, once it has ended; where it was split, to a line of its own under the agency it was below. An agency
   * that had not begun on the day is reckoned with the one it came from, if it came from one only.
   */
  home(agency: number): Place | null {
    const known = this.homes.get(agency);
    if (known) return known;
    const found = this.find(agency, new Set());
    if (found) this.homes.set(agency, found);
    return found;
  }

  /** The line of an agency by its id; null where it has none. */
  line(agency: number): Place | null {
    const home = this.home(agency);
    return home?.id === agency ? home : null;
  }

  private standing(agency: number): AgencyState | null {
    return this.histories.get(agency)?.find(({ from, to }) => from <= this.day && this.day < to) ?? null;
  }

  private find(agency: number, seen: Set<number>): Place | null {
    const history = this.histories.get(agency);
    if (!history) return null;
    seen.add(agency);
    const standing = this.standing(agency);
    if (standing) return this.place(standing, false);
    const [first, last] = [history[0], history[history.length - 1]];
    const hasEnded = last.to <= this.day;
    const before = this.heirs.get(agency) ?? [];
    const next = hasEnded ? last.successor : before.length === 1 ? before[0] : null;
    if (next !== null && !seen.has(next)) return this.find(next, seen);
    return this.place(hasEnded ? last : first, true);
  }

  private place(state: AgencyState, isSplit: boolean): Place {
    const known = this.own.get(state.agency);
    if (known) return known;
    const place: Place = {
      index: this.places.length + 1,
      id: state.agency,
      state,
      parent: null,
      chain: [],
      isSplit,
    };
    this.places.push(place);
    this.own.set(state.agency, place);
    const parent = state.parent === null ? null : this.home(state.parent);
    // A successor may stand below what it succeeded: nothing stands above itself.
    place.parent = parent?.chain.includes(place.index) || parent === place ? null : parent;
    place.chain = [place.index, ...(place.parent?.chain ?? [])];
    return place;
  }

  /** The places as one reads a tree: each before those below it, neighbours in dictionary order. */
  inOrder(): Place[] {
    const below = new Map<Place | null, Place[]>();
    for (const place of this.places) {
      const beside = below.get(place.parent);
      if (beside) beside.push(place);
      else below.set(place.parent, [place]);
    }
    const out: Place[] = [];
    const walk = (parent: Place | null): void => {
      const children = (below.get(parent) ?? []).sort((a, b) =>
        a.state.order === b.state.order ? a.id - b.id : a.state.order < b.state.order ? -1 : 1,
      );
      for (const child of children) {
        out.push(child);
        walk(child);
      }
    };
    walk(null);
    return out;
  }

  /** The agencies whose dossiers belong to a place or to what stands below it. */
  within(place: Place): Set<number> {
    const out = new Set<number>();
    for (const agency of this.agencies) if (this.home(agency)?.chain.includes(place.index)) out.add(agency);
    return out;
  }
}
